"""A part said again from the terminal: from a file, or live until Enter."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.trainer.cli.conftest import ANSWER, Ringback
from tests.trainer.test_session import VOICEMAIL, babble, from_files, rig
from trainer.cli import retake
from trainer.cli.retake import NOTHING_AGAIN, retake_lines
from trainer.errors import BadInput, ModelMissing
from trainer.practice.retake import Place
from trainer.rigs.scripted import Step

SAID = "hello dana this is sam reyes please call me back on oh one one three or send me an email thanks"


def place(**more: Any) -> Place:
    found = {"check": "no-email", "turn": 0, "first_word": 15, "last_word": 19, "start_s": 2.9, "end_s": 3.8}
    return Place(**{**found, **more})  # type: ignore[arg-type]


def test_a_file_is_heard_in_its_place_kept_and_changes_no_judgement(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[SAID, "that is all"]) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(4.0)))
        done = made.worker.retakes.from_file(attempt.id, place(), babble(1.0)).result(timeout=20)
        assert done
        assert (done.said, done.outcome) == ("that is all", "met")
        (kept,) = made.attempts()
        assert kept.feedback == attempt.feedback
        assert kept.turns[0].takes[-1].purpose == "retake"
        assert not made.microphone.opened
    lines = retake_lines(done)
    assert lines[1].endswith('"that is all"')
    assert lines[2] == "+ No e-mail: met with the new part"


def test_a_silent_file_and_a_missing_engine_are_said_and_leave_nothing(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[SAID, ""]) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(4.0)))
        silent = made.worker.retakes.from_file(attempt.id, place(), np.zeros(16_000, dtype=np.int16))
        with pytest.raises(BadInput, match="Nothing was heard"):
            silent.result(timeout=20)
        made.worker.retakes._recogniser = lambda: None
        with pytest.raises(ModelMissing):
            made.worker.retakes.from_file(attempt.id, place(), babble(1.0)).result(timeout=20)
        (kept,) = made.attempts()
    assert [take.purpose for take in kept.turns[0].takes] == ["answer"]


def test_the_command_refuses_what_has_nothing_to_say_again_and_unknown_attempts(
    ringback: Ringback, practised: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.retaking.retake_place", lambda _: None)
    done = ringback("retake", practised["attempt"], "--file", ANSWER, "--engine", "embedded")
    assert (done.status, done.out) == (1, "")
    assert NOTHING_AGAIN in done.err
    assert ringback("retake", "nothing-like-it", "--file", ANSWER, "--engine", "embedded").status == 1


def test_the_command_prints_both_as_json(
    ringback: Ringback, practised: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = practised["turns"][1]["words"]
    here = place(
        check="recalls-reason", turn=1, first_word=0, last_word=1, start_s=words[0]["start"],
        end_s=words[1]["end"],
    )  # fmt: skip
    monkeypatch.setattr("trainer.retaking.retake_place", lambda _: here)
    done = ringback("retake", practised["attempt"], "--file", ANSWER, "--engine", "embedded", "--json")
    assert done.status == 0, done.err
    assert set(done.json) == {
        "attempt", "take", "audio", "check", "turn", "outcome", "before", "now", "reply_seconds",
    }  # fmt: skip
    assert done.json["before"]["text"] == " ".join(word["word"] for word in words[:2])


def test_live_it_ends_with_enter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with rig(tmp_path, hears=[SAID, "that is all"]) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(4.0)))

        def spoken() -> str:
            from tests.fakes import blocks_of

            made.settle()
            made.microphone.script = blocks_of(babble(1.5))
            made.microphone.deliver(len(made.microphone.script))
            made.settle()
            return "\n"

        typed = io.StringIO()
        monkeypatch.setattr(typed, "readline", spoken)
        monkeypatch.setattr("sys.stdin", typed)
        done = retake._recorded(made.worker, attempt, place(), None).result(timeout=20)
    assert done
    assert done.said == "that is all"
