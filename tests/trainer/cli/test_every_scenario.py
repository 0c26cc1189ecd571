"""Every scenario that ships can be practised from the command line, by steps, to its judgement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from tests.fakes import FakeRecogniser
from tests.scenarios.replies import TALKS
from tests.scenarios.walks import LIBRARY, WALKS
from tests.trainer.cli.conftest import Ringback
from tests.trainer.test_session import babble
from trainer.audio import Sink
from trainer.drills.draw_the_line import ASKED_ABOUT, READINGS
from trainer.drills.voicemail import asks_what_is_sold
from trainer.facts import REASONS, Decision, on_side
from trainer.records import SAMPLE_RATE, Kind, Scenario

DAY_S = 24 * 3600


class Practising:
    """`ringback practise` with an answer in a file, of which the recogniser makes what it is told."""

    def __init__(self, ringback: Ringback, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ringback, self._monkeypatch = ringback, monkeypatch
        self.answer = folder / "answer.wav"
        lead = np.zeros(SAMPLE_RATE // 5, np.int16)
        soundfile.write(self.answer, np.concatenate([lead, babble(1.5)]), SAMPLE_RATE)

    def practise(self, scenario: Scenario, steps: Sequence[str], hears: Sequence[str] = ("",)) -> Any:
        """The attempt's JSON, judged; `hears`: the words of each reply, the last of all others."""

        def recogniser(_choice: object, sink: Sink) -> FakeRecogniser:
            return FakeRecogniser(sink, list(hears))

        self._monkeypatch.setattr("trainer.worker.machinery.ChildRecogniser", recogniser)
        options = [part for step in steps for part in ("--step", step)]
        done = self._ringback("practise", scenario.id, *options, "--engine", "embedded", "--json")
        assert done.status == 0, done.err
        attempt = done.json
        assert (attempt["scenario"], attempt["kind"]) == (scenario.id, scenario.kind)
        assert attempt["feedback"]["headline"]["of"]
        return attempt

    def says(self, times: int) -> list[str]:
        """Steps of so many replies."""
        return [f"say={self.answer}"] * times


@pytest.fixture
def line(
    ringback: Ringback, _quick_engine: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Practising:
    return Practising(ringback, tmp_path, monkeypatch)


def of_kind(kind: Kind) -> pytest.MarkDecorator:
    scenarios = [one for one in LIBRARY.scenarios if one.kind == kind]
    return pytest.mark.parametrize("scenario", scenarios, ids=lambda scenario: scenario.id)


def details(attempt: Any, name: str) -> list[str]:
    return [event["detail"] for event in attempt["events"] if event["name"] == name]


@of_kind("voicemail")
def test_a_message_is_left_or_whoever_picks_up_is_answered(scenario: Scenario, line: Practising) -> None:
    selling = ["selling=meeting"] if asks_what_is_sold(scenario) else []
    attempt = line.practise(scenario, [*selling, *line.says(1)], scenario.model_answers[0].says)
    assert details(attempt, "selling") == (["meeting"] if selling else [])
    assert bool(details(attempt, "beep")) != bool(scenario.picks_up)


@of_kind("callback")
def test_a_call_back_is_held_to_its_good_end(scenario: Scenario, line: Practising) -> None:
    good = TALKS[scenario.id].calls[0]
    attempt = line.practise(scenario, line.says(len(good.says)), ("", *good.says))
    assert details(attempt, "line-ended")[-1] == good.ends


@of_kind("elevator")
def test_who_you_are_is_said_in_three_goes(scenario: Scenario, line: Practising) -> None:
    attempt = line.practise(scenario, line.says(3), scenario.model_answers[0].says)
    assert len(details(attempt, "line-started")) == 6  # each go is asked for and answered


@of_kind("leave-or-not")
def test_it_is_decided_why_and_done(scenario: Scenario, line: Practising) -> None:
    leaves = bool(on_side(scenario.facts, "do"))
    decision: Decision = "leave" if leaves else "hang-up"
    why = on_side(scenario.facts, "do" if leaves else "dont")[0]
    steps = [decision, f"key={REASONS[decision].index(why) + 1}", *line.says(leaves)]
    attempt = line.practise(scenario, steps, ["hello this is sam"])
    assert (details(attempt, "decided"), details(attempt, "reason")) == ([decision], [why])
    assert len(attempt["turns"]) == leaves


@of_kind("get-through")
def test_a_way_round_voicemail_is_gone(scenario: Scenario, line: Practising) -> None:
    walk = next(walk for walk in WALKS if walk["scenario"] == scenario.id)
    steps, hears = list[str](), list[str]()
    for call in walk["calls"]:
        keys = [f"key={call['keys']}"] if call.get("keys") else []
        steps += [f"dial={call.get('when', 'hours')}", *keys, *line.says(len(call["says"]))]
        hears += call["says"]
    attempt = line.practise(scenario, steps, hears)
    assert details(attempt, "reached")[-1] == walk["reaches"]


@of_kind("draw-the-line")
def test_a_line_is_drawn_under_tries(scenario: Scenario, line: Practising) -> None:
    brush_off = f"key={READINGS.index('brush-off') + 1}"
    steps = [
        step
        for made in scenario.tries
        for step in ("hang-up", *([brush_off] if made.meets in ASKED_ABOUT else []), f"wait={DAY_S}")
    ]
    attempt = line.practise(scenario, [*steps, "move-on"])
    assert details(attempt, "met") == [made.meets for made in scenario.tries]
    assert details(attempt, "moved-on")
