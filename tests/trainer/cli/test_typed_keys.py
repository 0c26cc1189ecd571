"""Get-through in the terminal: a typed number says when to call, typed keys are the telephone's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trainer.cli.conftest import Ringback
from tests.trainer.test_session import rig
from trainer import events
from trainer.cli.conversation import Conversation


def test_numbers_keys_and_enter_do_what_they_mean_at_the_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with rig(tmp_path) as made:
        talk = Conversation(made.worker, made.announced)
        made.worker.calls.begin(made.worker.cast("get-through-chief-executive", "sam-reyes"))
        typed = iter(["3", "7", "1", ""])  # after hours; no such key; the mailbox; leave it at that
        judged = None
        while judged is None:
            event = made.announced.get(timeout=20)
            talk._say(event)
            if isinstance(event, events.Deciding) or (
                isinstance(event, events.LineStarted) and event.prompt.keys
            ):
                talk._say(next(typed))
            judged = event.attempt if isinstance(event, events.AttemptJudged) else None
    happened = [f"{event.name} {event.detail}" for event in judged.events]
    assert [one for one in happened if one.split()[0] in ("dialled", "key", "reached")] == [
        "dialled after", "key 7", "key 1", "reached mailbox",
    ]  # fmt: skip
    told = capsys.readouterr().err
    assert "3  17:15 to 18:30, after the gatekeeper has gone" in told
    assert 'They: "The offices of Castlemere Hotels are closed.' in told


@pytest.mark.parametrize(
    ("step", "wrong"),
    [("dial=noon", "the times to call are before, hours and after"), ("dial", "'dial' needs a value")],
)
def test_a_time_that_does_not_exist_is_wrong_usage(ringback: Ringback, step: str, wrong: str) -> None:
    done = ringback("practise", "get-through-chief-executive", "--step", step)
    assert done.status == 2
    assert wrong in done.err
