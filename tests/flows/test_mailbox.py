"""A mailbox with a limit and a menu: cut off with a second beep, heard again, recorded again and sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.hearing import ALIKE, likeness, pitch_hz
from tests.flows.spoken import GOOD_MESSAGE, READY_REPLY, beginning
from tests.flows.today import pick
from tests.virtual_sound import RATE
from trainer.paths import ASSETS

CALL = "Nora Byrne, Voicemail"
"""Her mailbox takes thirty seconds and has a menu."""
MENU = ASSETS / "voices" / "voicemail-lead-printing-menu.ogg"
TOO_LONG = ASSETS / "samples" / "stumbling-callback.ogg"
"""42 s."""
BEEP_HZ = range(995, 1006)


def test_a_message_that_is_too_long_is_cut_off_with_a_second_beep_and_kept(
    desktop: Desktop, data: Path
) -> None:
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, CALL)
        window.wait_for("Recording")
        with desktop.sound.record_speaker() as heard:
            speaking = desktop.sound.speak(TOO_LONG, wait=False)
            try:
                window.wait_for("Last take - Ringback")
            finally:
                speaking.kill()
                speaking.wait()
    assert beeped(heard.pcm)
    call = kept(desktop, data)
    assert call["state"] == "judged"
    assert "mailbox-full" in [event["name"] for event in call["events"]]
    assert "hung-up" not in [event["name"] for event in call["events"]]
    assert call["turns"][0]["text"]


def test_its_menu_plays_the_message_records_it_again_and_sends_it(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    sound = desktop.sound
    first = beginning(GOOD_MESSAGE, tmp_path / "first.wav")
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, CALL)
        window.wait_for("Recording")
        sound.speak(first)
        with sound.record_speaker() as heard:
            window.press("numbersign")
            window.wait_for("Play it")
            window.press("1")
            wait_until(lambda: likeness(heard.pcm, first) > ALIKE, "the own message on the speaker")
            wait_until(lambda: likeness(heard.pcm, MENU) > ALIKE, "the menu on the speaker")
        window.press("2")
        window.wait_for("Recording")
        sound.speak(beginning(READY_REPLY, tmp_path / "second.wav"))
        window.press("numbersign")
        window.wait_for("Send it")
        window.press("3")
        window.wait_for("Last take - Ringback")
    call = kept(desktop, data)
    assert [event["detail"] for event in call["events"] if event["name"] == "key"] == list("#12#3")
    assert "for calling back" in call["turns"][0]["text"].lower()
    assert len(list((data / "takes").rglob("*.wav"))) == 2, "the first recording is kept"


def kept(desktop: Desktop, data: Path) -> Any:
    """The newest attempt, whole."""
    with ringback(desktop, data, "attempts", "show", stored(desktop, data)[0]["id"]) as program:
        return finish(program)


def beeped(heard: npt.NDArray[np.int16]) -> bool:
    """Whether there is a beep in it."""
    return any(pitch_hz(heard[:end]) in BEEP_HZ for end in range(RATE, len(heard), RATE // 5))
