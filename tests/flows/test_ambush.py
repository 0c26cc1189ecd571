"""The phone rings by surprise while somebody writes a letter: answered, and missed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.flows.command_line import stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.hearing import pitch_hz
from tests.flows.spoken import READY_REPLY, beginning, speaking
from tests.flows.test_call_back import RING_HZ
from tests.flows.today import focus
from trainer import settings
from trainer.ambush_keeper import FILE_NAME
from trainer.practice.ambush import Armed, Diary

DANA = "callback-hurried-logistics"
AFTER_S = 25.0
"""From now to the ring: the program starts in that time, and the letter is begun."""
ANSWER = (220, 325)
"""Where Answer is in the small window of 440 x 420."""
LETTER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
letter = QPlainTextEdit()
letter.setWindowTitle("Letter")
letter.resize(600, 400)
letter.move(40, 40)
letter.textChanged.connect(lambda: Path(sys.argv[1]).write_text(letter.toPlainText(), encoding="utf-8"))
letter.show()
app.exec()
"""
LINE = "no n and then a new one  "
"""Full of the keys that work in the small window: Space and N."""


@pytest.fixture
def armed(data: Path) -> Path:
    """A data folder in which Dana Whitfield is to ring in seconds, at any time of day."""
    kept, _ = settings.load(data)
    settings.save(data, replace(kept, ambush=settings.AmbushRules(opens_min=0, closes_min=0)))
    now = time.time()
    window = Armed(from_utc_s=now, until_utc_s=now + 600, moment_utc_s=now + AFTER_S, scenario_id=DANA)
    (data / FILE_NAME).write_text(json.dumps(asdict(Diary(armed=window))), encoding="utf-8")
    return data


@contextmanager
def letter(desktop: Desktop, text: Path) -> Iterator[str]:
    """Another program's window with the focus; what is typed into it is in the file `text`."""
    with subprocess.Popen([sys.executable, "-c", LETTER, str(text)], env=desktop.env) as program:
        try:
            window = wait_until(lambda: visible(desktop, "^Letter$"), "the letter")
            desktop.run("xdotool", "windowactivate", "--sync", window)
            yield window
        finally:
            program.terminate()


def visible(desktop: Desktop, title: str) -> str:
    """The id of the window of that title (a pattern); "" when there is none."""
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    found = subprocess.run(search, env=desktop.env, check=False, capture_output=True, text=True)
    return found.stdout.split()[0] if found.stdout else ""


def ring_window(desktop: Desktop) -> str:
    return visible(desktop, "Dana Whitfield is calling")


def type_line(desktop: Desktop) -> str:
    desktop.run("xdotool", "type", "--delay", "40", LINE)
    return LINE


def test_what_is_typed_stays_where_it_is_typed_until_the_ring_is_answered(
    desktop: Desktop, armed: Path, tmp_path: Path
) -> None:
    sound, text = desktop.sound, tmp_path / "letter.txt"
    with desktop.program("--data-dir", str(armed)) as window:
        with letter(desktop, text) as written, sound.record_speaker() as heard:
            typed = ""
            while not ring_window(desktop):
                typed += type_line(desktop)
            typed += type_line(desktop) + type_line(desktop)
            assert desktop.run("xdotool", "getactivewindow") == written
            assert "Key: Space" not in answer_of(desktop)
            wait_until(lambda: text.read_text(encoding="utf-8") == typed, "the whole letter")
            wait_until(lambda: pitch_hz(heard.pcm) in RING_HZ, "a ring on the speaker", 30)
            click(desktop, ring_window(desktop), *ANSWER)
            window.wait_for("Hang up")
            assert not ring_window(desktop)
        window.wait_for("They are speaking")
        window.wait_for("Recording")
        with speaking(sound, READY_REPLY, beginning(READY_REPLY, tmp_path / "first.wav")):
            window.press("space")
        window.wait_for("Last take - Ringback")
        window.wait_for("for calling back")
        assert text.read_text(encoding="utf-8") == typed

    assert [row["state"] for row in stored(desktop, armed)] == ["judged"]


def test_a_ring_that_is_missed_is_called_back_from_today(desktop: Desktop, armed: Path) -> None:
    with desktop.program("--data-dir", str(armed)) as window:
        wait_until(lambda: ring_window(desktop), "the ring")
        window.wait_for("Dana Whitfield rang at ")
        assert not ring_window(desktop)
        assert [row["state"] for row in stored(desktop, armed)] == ["missed-ring"]
        window.press("shift+Tab")  # from Start
        wait_until(lambda: focus(window) == "Call back now", "the focus on Call back now")
        window.press("Return")
        window.wait_for(" of 5")
        assert "Key: Space" in answer_of(desktop)
        window.press("Escape")
        window.wait_for("You missed this one.")


def answer_of(desktop: Desktop) -> str:
    """What a screen reader says of the button Answer."""
    buttons = (thing for thing in desktop.reader.seen() if thing.name == "Answer")
    return next((f"{thing.name} {thing.description}" for thing in buttons), "")


def click(desktop: Desktop, window: str, x: int, y: int) -> None:
    desktop.run("xdotool", "mousemove", "--window", window, str(x), str(y), "click", "1")
