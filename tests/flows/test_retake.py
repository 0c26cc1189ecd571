"""Retake just that: in the real window, with real sound, the new part takes the place of the old one."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import READY_REPLY, beginning
from tests.flows.today import pick
from trainer.paths import ASSETS

POOR_MESSAGE = ASSETS / "samples" / "poor-voicemail.ogg"
"""A message that sells and asks more than once, so that its fix is about words in it."""


def test_the_fix_is_said_again_and_heard_in_its_place(desktop: Desktop, data: Path, tmp_path: Path) -> None:
    sound = desktop.sound
    new = beginning(READY_REPLY, tmp_path / "new.wav", 4.0)
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Dana Whitfield, Voicemail")
        window.wait_for("Recording")
        sound.speak(POOR_MESSAGE)
        window.press("space")
        window.wait_for("Retake just that", 60)
        (row,) = stored(desktop, data)
        window.press("t")
        window.wait_for("I am done")
        sound.speak(new)
        window.press("space")
        said = window.wait_for("Before and now", 60)
        with sound.record_speaker() as heard:
            window.press("w")
            window.wait_for("Stop")
            window.wait_for("Hear the whole with it", 60)
        assert likeness(heard.pcm, new) > ALIKE
        window.press("k")
        window.wait_for("Retake just that")

    assert "With the new part" in said
    (after,) = stored(desktop, data)
    assert after["headline"] == row["headline"], "a retake counts for nothing"
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert "thanks for calling back" not in kept["turns"][0]["text"].lower()
    assert len(list((data / "takes").rglob("*.wav"))) == 2
