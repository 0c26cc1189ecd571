"""`ringback practise SCENARIO` live: the prompt is heard, the answer spoken, the words found."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import soundfile

from tests.flows.desktop import Desktop
from tests.flows.hearing import likeness
from trainer.paths import ASSETS

SCENARIO = "voicemail-referral-logistics"
GREETING = ASSETS / "voices" / f"{SCENARIO}-greeting.ogg"
ANSWER = ASSETS / "samples" / "good-voicemail.ogg"


@contextmanager
def ringback(desktop: Desktop, data: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`ringback ARGUMENTS` on the desktop's sound card; it ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "trainer", *arguments, "--data-dir", str(data), "--json"],
        env=desktop.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def read_until(program: subprocess.Popen[str], text: str) -> None:
    """Read the program's messages until one says `text`."""
    assert program.stderr is not None
    said = []
    for line in program.stderr:
        said.append(line)
        if text in line:
            return
    raise AssertionError(f"ended without saying '{text}':\n{''.join(said)}")


def finish(program: subprocess.Popen[str], line: str = "") -> Any:
    """Say `line` to the program and wait for its good end; returns the JSON that it printed."""
    out, err = program.communicate(line, timeout=120)
    assert program.returncode == 0, err
    return json.loads(out)


def beginning(sound: Path, seconds: float, to: Path) -> Path:
    """The first `seconds` of a sound as the file `to`, for a flow that need not hear all of it."""
    samples, rate = soundfile.read(sound, frames=int(seconds * soundfile.info(sound).samplerate))
    soundfile.write(to, samples, rate)
    return to


def test_a_message_left_on_live_sound_is_heard_judged_and_stored(desktop: Desktop, tmp_path: Path) -> None:
    with (
        desktop.sound.record_speaker() as heard,
        ringback(desktop, tmp_path, "practise", SCENARIO) as program,
    ):
        read_until(program, "Speak now")
        desktop.sound.speak(ANSWER)
        result = finish(program, "\n")
    assert likeness(heard.pcm, GREETING) > 0.7  # over the telephone 0.9 for itself, below 0.4 for others

    text = result["turns"][0]["text"].lower()
    assert "call me back" in text
    assert "priya" in text
    checks = {check["id"]: check for check in result["feedback"]["checks"]}
    assert checks["asks-for-call-back"]["outcome"] == checks["names-referrer"]["outcome"] == "met"
    assert "0113" in text
    # The engine may lose a digit of the number, so "could not tell" is fair; to call it wrong is not.
    assert checks["number-right"]["outcome"] in ("met", "unsure")
    assert result["dropped_ms"] == 0

    with ringback(desktop, tmp_path, "attempts", "list") as program:
        (kept,) = finish(program)
    assert (kept["id"], kept["state"]) == (result["attempt"], "judged")
    assert (tmp_path / result["turns"][0]["audio"]).is_file()


def test_ctrl_c_hangs_up_and_what_was_said_is_judged(desktop: Desktop, tmp_path: Path) -> None:
    with ringback(desktop, tmp_path, "practise", SCENARIO) as program:
        read_until(program, "Speak now")
        desktop.sound.speak(beginning(ANSWER, 9.0, tmp_path / "beginning.wav"))
        program.send_signal(signal.SIGINT)
        result = finish(program)
    assert "priya" in result["turns"][0]["text"].lower()
    assert result["feedback"]["headline"]["of"] > 0
