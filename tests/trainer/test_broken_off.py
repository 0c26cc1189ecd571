"""What ends a call before its end is kept with it, and told as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes import Vanish
from tests.trainer.test_session import VOICEMAIL, Rig, babble, live_message, rig, silence
from trainer import events
from trainer.cli.happened import events_text
from trainer.records import Attempt, AttemptFilter, AttemptRow, BrokenOff


def kept(folder: Path) -> tuple[Attempt, AttemptRow]:
    with rig(folder) as made:
        store = made.worker.store
        row = store.do(lambda one: one.find(AttemptFilter(rising=True))[0]).result(timeout=20)
        return store.do(lambda one: one.attempt(row.id)).result(timeout=20), row


def _vanish(made: Rig) -> None:
    made.microphone.script = [Vanish("The microphone vanished. Plug it in again.")]  # type: ignore[list-item]
    made.microphone.deliver()
    made.until(events.Trouble)


WAYS: dict[BrokenOff, Callable[[Rig], object]] = {
    "left": lambda made: made.worker.calls.leave(),
    "started-over": lambda made: made.worker.calls.start_over(),
    "closed": lambda made: made.worker.calls.leave(closing=True),
}


@pytest.mark.parametrize("how", WAYS)
def test_how_the_user_ended_a_call_is_kept(tmp_path: Path, how: BrokenOff) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(1.0), before=silence(0.1))
        WAYS[how](made)
        made.settle()
    attempt, row = kept(tmp_path)
    assert (attempt.state, attempt.broken_off, row.broken_off) == ("abandoned", how, how)


def test_closing_the_program_is_not_told_as_leaving(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(1.0), before=silence(0.1))
    attempt, row = kept(tmp_path)
    assert attempt.broken_off == row.broken_off == "closed"
    assert "The program is closed." in events_text(attempt)


def test_a_microphone_that_goes_before_the_beep_is_what_ended_the_call(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.player.hold = True
        made.worker.calls.start(VOICEMAIL)
        made.until(events.Dialling)
        _vanish(made)
    attempt, row = kept(tmp_path)
    assert (attempt.state, attempt.broken_off, row.broken_off) == ("abandoned", "microphone", "microphone")


def test_a_judged_call_without_its_end_says_what_ended_it(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(2.0), before=silence(0.1))
        _vanish(made)
        made.until(events.AttemptJudged)
    attempt, row = kept(tmp_path)
    assert (attempt.state, attempt.broken_off, row.broken_off) == ("judged", "microphone", "microphone")
