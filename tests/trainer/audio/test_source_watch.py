"""A recording that the sound server moves is told once a move; what nobody can know is not."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.trainer.audio.fake_pactl import FakePactl, output, sources
from trainer.audio import DeviceReplaced
from trainer.audio.source_child import Source, looks, moves, source_of
from trainer.audio.source_watch import SourceWatch
from trainer.paths import ROOT

PATIENCE_S = 10.0
HEADSET, LAPTOP = Source(1, "Headset", is_monitor=False), Source(2, "Laptop", is_monitor=False)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has such servers")


@pytest.fixture
def pactl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePactl:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return FakePactl(tmp_path)


class Told:
    """What the watch of one recording has told."""

    def __init__(self) -> None:
        self.inbox: queue.SimpleQueue[DeviceReplaced] = queue.SimpleQueue()
        self.watch = SourceWatch(self.inbox.put)

    def next(self) -> str:
        return self.inbox.get(timeout=PATIENCE_S).message


@contextmanager
def recording(pactl: FakePactl) -> Iterator[Told]:
    """A watch that has seen from where this process records."""
    told, looks = Told(), pactl.looks()
    told.watch.start()
    told.watch.follow()
    pactl.until_looks(looks + 1)
    try:
        yield told
    finally:
        told.watch.stop()
    assert told.inbox.empty()


def test_each_move_is_told_with_the_name_of_the_new_microphone(pactl: FakePactl) -> None:
    with recording(pactl) as told:
        pactl.records_from(2)
        pactl.report()
        assert told.next() == "The microphone is now 'Laptop'; the recording goes on."
        pactl.records_from(1)
        pactl.report("'remove' on source #2")
        assert told.next() == "The microphone is now 'Kopfhörer'; the recording goes on."


def test_a_move_to_what_the_computer_plays_is_told_with_the_mend(pactl: FakePactl) -> None:
    with recording(pactl) as told:
        pactl.records_from(3)
        pactl.report()
        assert told.next() == "Only what this computer plays is recorded now. Connect the microphone again."


def test_other_changes_and_other_programs_are_not_told(pactl: FakePactl) -> None:
    with recording(pactl) as told:
        pactl.report()  # its volume
        pactl.until_looks(2)
        pactl.records_from(2, pid=os.getpid() + 1)
        pactl.report()
        pactl.until_looks(3)
        pactl.show("outputs", "no such thing")
        pactl.report()
        pactl.records_from(2)
        pactl.report("'change' on source #1")
        pactl.report("'change' on sink-input #4")
        pactl.report("'change' on server #4294967295")
        assert "'Laptop'" in told.next()


@pytest.mark.parametrize(
    ("event", "matters"),
    [
        ("'change' on source #1", False),
        ("'new' on source #4", False),
        ("'new' on sink-input #4", False),
        ("'remove' on source-output #9", False),
        ("'remove' on client #9", False),
        ("'new' on source-output #7", True),
        ("'change' on source-output #7", True),
        ("'remove' on source #1", True),
        ("'change' on server #0", True),
    ],
)
def test_what_belongs_to_no_recording_is_no_reason_to_ask(event: str, matters: bool) -> None:
    begun, events = os.pipe(), os.pipe()
    try:
        os.write(events[1], f"Event {event}\n".encode())
        os.close(events[1])
        assert len(list(looks(begun[0], events[0], lambda: HEADSET))) == matters
    finally:
        for end in (*begun, events[0]):
            os.close(end)


def test_the_next_recording_is_followed_anew_and_after_one_nothing_runs(pactl: FakePactl) -> None:
    for number in (2, 1):
        with recording(pactl) as told:
            pactl.records_from(number)
            pactl.report()
            told.next()
            reporter = pactl.reporter()
        assert gone(reporter)
        told.watch.stop()


def test_without_pactl_nobody_can_know(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    told = Told()
    told.watch.start()
    told.watch.follow()
    told.watch.stop()
    assert told.inbox.empty()


def test_a_sound_server_that_ends_is_no_news(pactl: FakePactl) -> None:
    with recording(pactl) as told:
        os.kill(pactl.reporter(), 15)
        told.watch.follow()


def test_a_sound_server_that_answers_no_more_keeps_nobody(pactl: FakePactl) -> None:
    with recording(pactl) as told:
        pactl.hang()
        told.watch.follow()
    assert gone(pactl.reporter())


def test_the_reporter_ends_with_whoever_was_killed(pactl: FakePactl) -> None:
    program = (
        "import time; from trainer.audio.source_watch import SourceWatch\n"
        "watch = SourceWatch(print); watch.start(); watch.follow(); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) as recorder:
        pactl.until_looks(1)
        recorder.kill()
    assert gone(pactl.reporter())


def gone(pid: int) -> bool:
    """Whether the process has ended, or does so soon; it may still wait for somebody to notice."""
    state, give_up = Path(f"/proc/{pid}/stat"), time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        with suppress(FileNotFoundError, ProcessLookupError):
            if ") Z " not in state.read_text():
                time.sleep(0.01)
                continue
        return True
    return False


# --------------------------------------------------------------------------- what the child makes of it


def test_a_look_that_finds_no_recording_is_no_move() -> None:
    assert list(moves([None, HEADSET, None, HEADSET, LAPTOP, None, LAPTOP, HEADSET])) == [LAPTOP, HEADSET]
    assert list(moves([None, None])) == list(moves([])) == []


def test_what_pactl_lists_is_read_and_nonsense_is_nothing() -> None:
    others = 'Source Output #6\n\tSource: 1\n\tProperties:\n\t\tmedia.name = "Remapped Stream"\n'
    outputs = "\n".join((others, output(2, 12), output(3, 11), others))
    assert source_of(11, outputs, sources()) == Source(3, "Monitor of Speaker", is_monitor=True)
    assert source_of(12, outputs, sources()) == Source(2, "Laptop", is_monitor=False)
    assert source_of(13, outputs, sources()) is None
    assert source_of(11, output(4294967295, 11), sources()) is None, "just being moved"
    assert source_of(11, "nonsense", sources()) is source_of(11, outputs, "nonsense") is None
