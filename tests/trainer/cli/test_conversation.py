"""`ringback practise`: a live call on fake devices, and what a crash of an earlier one has left."""

from __future__ import annotations

import queue
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.fakes import Vanish, silence
from tests.trainer.cli.conftest import ANSWER, Ringback
from tests.trainer.test_session import Rig, babble, live_message, rig
from trainer import events
from trainer.audio import DeviceReplaced
from trainer.cli import main
from trainer.cli.conversation import Conversation
from trainer.errors import DeviceError, WorldError
from trainer.history.store import Store
from trainer.records import Attempt


def held(made: Rig) -> Attempt | None:
    """What the terminal makes of everything that was announced."""
    happened: queue.SimpleQueue[object] = queue.SimpleQueue()
    for event in made.seen:
        happened.put(event)
    return Conversation(made.worker, happened).hold()


def test_a_microphone_that_vanishes_is_said_and_the_take_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(2.0), before=silence(0.1))
        made.microphone.script = [Vanish("The microphone vanished. Plug it in again.")]  # type: ignore[list-item]
        made.microphone.deliver()
        made.until(events.AttemptJudged)
        attempt = held(made)
    assert attempt
    assert attempt.state == "judged"
    assert "The microphone vanished." in capsys.readouterr().err


def test_another_microphone_is_said_on_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(2.0), before=silence(0.1))
        made.microphone.sink(DeviceReplaced("The microphone is now 'Laptop'; the recording goes on."))
        made.worker.calls.hang_up()
        made.until(events.AttemptJudged)
        assert held(made)
    assert "Speak now." in (told := capsys.readouterr().err)
    assert "The microphone is now 'Laptop'; the recording goes on.\n" in told.partition("Speak now.")[2]


def test_a_call_whose_take_cannot_be_written_ends_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "takes").write_text("a file where the folder should be")
    with rig(tmp_path) as made:
        live_message(made, babble(1.0), before=silence(0.1))
        made.until(events.CallEnded)
        with pytest.raises(WorldError, match="could be judged"):
            held(made)
    assert "cannot be written" in capsys.readouterr().err


def test_a_microphone_that_delivers_only_zeros_ends_with_the_mend(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, np.zeros(16000, np.int16), before=silence(0.1))
        made.worker.calls.hang_up()
        made.until(events.Trouble)
        with pytest.raises(WorldError, match="nothing but silence"):
            held(made)


@pytest.mark.usefixtures("_quick_engine")
def test_without_a_microphone_nothing_is_stored_and_the_status_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object) -> None:
        raise DeviceError("There is no microphone.", "Connect one.")

    monkeypatch.setattr("trainer.audio.devices.find", none)
    common = ["--data-dir", str(tmp_path / "data")]
    assert main(["practise", "voicemail-referral-logistics", *common]) == 3
    assert "There is no microphone. Connect one." in capsys.readouterr().err
    assert main(["attempts", *common]) == 0
    assert "No attempts yet." in capsys.readouterr().err


def test_what_a_crash_has_left_is_listed_by_the_next_attempt(
    ringback: Ringback, practised: dict[str, Any], tmp_path: Path
) -> None:
    with closing(Store.open(tmp_path / "data")) as store:
        store.set_state(practised["attempt"], "recording")  # as a kill leaves it
    done = ringback("practise", "elevator-trade-fair", "--answer", ANSWER, "--engine", "embedded")
    assert done.status == 0, done.err
    states = {row["id"]: row["state"] for row in ringback("attempts", "--json").json}
    assert states[practised["attempt"]] == "interrupted"
