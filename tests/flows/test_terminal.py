"""`ringback practise` in a real terminal: Enter answers, Ctrl-C hangs up and then leaves."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.exits import below
from tests.flows.command_line import stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.spoken import GOOD_MESSAGE, READY_REPLY, beginning, speaking

CTRL_C = b"\x03"


@dataclass
class Terminal:
    """A terminal in which one program runs."""

    process: subprocess.Popen[bytes]
    keyboard: int
    chunks: list[bytes] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was printed so far."""
        return b"".join(self.chunks).decode(errors="replace").replace("\r\n", "\n")

    def wait_for(self, text: str) -> None:
        """Wait until `text` is printed."""

        def printed() -> bool:
            return text in self.text or self.process.poll() is not None

        try:
            wait_until(printed, f"'{text}' in the terminal")
        finally:
            assert text in self.text, f"the terminal says:\n{self.text}"

    def press(self, keys: bytes) -> None:
        """Type into the terminal."""
        os.write(self.keyboard, keys)


@contextmanager
def terminal(desktop: Desktop, *arguments: str) -> Iterator[Terminal]:
    """`ringback ARGUMENTS` in a terminal of its own; it ends with the block."""
    keyboard, screen = pty.openpty()
    # setsid makes this the program's controlling terminal, so that Ctrl-C is a signal as it is for a person.
    # Tests that run in the background are told to ignore it, and so would be all that they start.
    person = ["env", "--default-signal=INT", "setsid", "--ctty", "--wait"]
    program = subprocess.Popen(
        [*person, sys.executable, "-m", "trainer", *arguments],
        env={**desktop.env, "TERM": "xterm"}, stdin=screen, stdout=screen, stderr=screen,
    )  # fmt: skip
    os.close(screen)
    seen = Terminal(program, keyboard)
    reader = threading.Thread(target=_read, args=(seen,))
    reader.start()
    try:
        yield seen
    finally:
        program.kill()
        program.wait()
        reader.join()
        os.close(keyboard)


def _read(terminal: Terminal) -> None:
    """Until the program has closed its side, which reads as an error on Linux."""
    try:
        while chunk := os.read(terminal.keyboard, 4096):
            terminal.chunks.append(chunk)
    except OSError:
        pass


def stop_the_engine(terminal: Terminal) -> None:
    """It hears no more: a short reply could else be judged before the next key is pressed."""
    for process in below(terminal.process.pid):
        if b"trainer.transcription.child" in Path(f"/proc/{process}/cmdline").read_bytes():
            os.kill(process, signal.SIGSTOP)
            return
    raise AssertionError("there is no engine")


def test_enter_answers_a_call_back_and_ctrl_c_hangs_it_up(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    with terminal(desktop, "practise", "callback-hurried-logistics", "--data-dir", str(data)) as screen:
        screen.wait_for("Your phone rings. Enter answers")
        screen.press(b"\n")
        screen.wait_for('They: "Hi, Dana Whitfield, Northgate Logistics.')
        wait_until(lambda: screen.text.count("Speak now") == 2, "the turn after the caller's line")
        with speaking(desktop.sound, READY_REPLY, beginning(READY_REPLY, tmp_path / "first.wav")):
            screen.press(CTRL_C)
            screen.wait_for("Listening to what you said")
        screen.wait_for("Checks")
        assert screen.process.wait(60) == 0
        assert "Heard by" in screen.text
        assert "for calling back" in screen.text
    assert [row["state"] for row in stored(desktop, data)] == ["judged"]


def test_ctrl_c_hangs_up_and_ctrl_c_again_leaves(desktop: Desktop, data: Path, tmp_path: Path) -> None:
    with terminal(desktop, "practise", "voicemail-referral-logistics", "--data-dir", str(data)) as screen:
        screen.wait_for("Speak now")
        desktop.sound.speak(beginning(GOOD_MESSAGE, tmp_path / "half.wav"))
        stop_the_engine(screen)
        screen.press(CTRL_C)
        screen.wait_for("Listening to what you said")
        screen.press(CTRL_C)
        assert screen.process.wait(60) == 130
    (row,) = stored(desktop, data)
    assert row["state"] == "waiting"
