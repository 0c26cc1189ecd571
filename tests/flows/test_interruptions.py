"""Calls that are cut short by the world: what was said until then is kept, said and heard."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, Window, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE, beginning
from tests.flows.today import pick


def say_half_a_message(window: Window, wav: Path) -> None:
    """Call Dana Whitfield and speak; the line stays open."""
    pick(window, "Dana Whitfield, Voicemail")
    window.wait_for("Recording")
    window.desktop.sound.speak(wav)


def test_a_take_survives_the_kill_of_the_program(desktop: Desktop, data: Path, tmp_path: Path) -> None:
    message = beginning(GOOD_MESSAGE, tmp_path / "half.wav")
    with desktop.program("--data-dir", str(data)) as window:
        say_half_a_message(window, message)
        os.kill(window.process.pid, signal.SIGKILL)
        window.process.wait()

    with desktop.program("--data-dir", str(data)) as window:
        window.wait_for("What was recorded is kept and listed in History.")
        assert [row["state"] for row in stored(desktop, data)] == ["interrupted"]
        window.press("ctrl+2")
        window.wait_for("Cut short")
        with desktop.sound.record_speaker() as heard:
            window.press("p")
            wait_until(lambda: likeness(heard.pcm, message) > ALIKE, "the take on the speaker")
        window.press("Return")  # Hear it now
        said = window.wait_for("asked me to")
    assert "Dana Whitfield" in said
    assert [row["state"] for row in stored(desktop, data)] == ["judged"]


def test_a_headset_that_is_pulled_out_ends_the_call_and_keeps_the_take(
    own_desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    with own_desktop.program("--data-dir", str(data)) as window:
        say_half_a_message(window, beginning(GOOD_MESSAGE, tmp_path / "half.wav"))
        # A headset: with only its microphone gone, the server may record from the speaker's monitor instead.
        own_desktop.sound.unplug("speaker")
        own_desktop.sound.unplug("mic")
        window.wait_for("The microphone vanished. What was said so far is kept")
        window.wait_for("Show what was kept")

    (row,) = stored(own_desktop, data)
    assert row["state"] == "judged"
    with ringback(own_desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert "asked me to" in kept["turns"][0]["text"]
    assert "device-lost" in [event["name"] for event in kept["events"]]
