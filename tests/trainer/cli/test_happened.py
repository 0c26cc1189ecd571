"""What happened in a call, told in order with its times."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.trainer.cli.conftest import Ringback
from tests.trainer.test_session import CALLBACK, VOICEMAIL, babble, from_files, rig
from trainer.cli.happened import TOO_OLD, events_text
from trainer.records import CallEvent
from trainer.rigs.scripted import Step


def sentences(text: str) -> list[str]:
    """Without the times, which must not go backwards by more than a block of sound."""
    found = [re.fullmatch(r" *(\d+):(\d\d\.\d\d)  (.+)", line) for line in text.splitlines()]
    assert all(found)
    times = [60 * int(one[1]) + float(one[2]) for one in found if one]
    assert all(later >= earlier - 0.2 for earlier, later in itertools.pairwise(times))
    return [one[3] for one in found if one]


def test_a_message_is_told_from_the_dial_tone_to_the_hang_up(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        told = sentences(events_text(from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))))
    assert told[:3] == ["The call begins.", "Dial tone.", "It rings at the other end."]
    inner = [one for one in told if not one.startswith("They:")]
    assert inner[-6:] == [
        "They have finished.", "The beep is over.", "Your turn 0 begins.", "You begin to speak.",
        "You say that you are done.", "The call is over; what you said is sent.",
    ]  # fmt: skip


def test_a_call_back_tells_its_branches(tmp_path: Path) -> None:
    with rig(tmp_path, hears=["", "this is sam reyes"]) as made:
        told = sentences(events_text(from_files(made, CALLBACK, Step("say", pcm=babble(2.0)))))
    assert told.index("Ring 1.") < told.index("You pick up.") < told.index("Your turn 0 begins.")
    assert any(one.startswith("What you said leads to the line “") for one in told)


def test_an_older_call_tells_what_it_has(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        new = from_files(made, VOICEMAIL, Step("say", pcm=babble(1.0)))
    old = replace(new, events=(CallEvent(at_s=61.5, name="ring", detail="2"), CallEvent(at_s=62, name="odd")))
    assert events_text(old) == f"  1:01.50  Ring 2.\n  1:02.00  odd.\n{TOO_OLD}"


def test_the_command_prints_it(ringback: Ringback, practised: dict[str, Any]) -> None:
    done = ringback("attempts", "show", practised["attempt"], "--events")
    assert done.status == 0, done.err
    assert "You pick up." in done.out
    assert "The call is over" in done.out
