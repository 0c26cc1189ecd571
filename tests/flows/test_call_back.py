"""The prospect rings: heard on the speaker, answered, replied to, hung up, and judged."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.hearing import ALIKE, likeness, pitch_hz
from tests.flows.spoken import READY_REPLY, beginning, speaking
from tests.flows.today import pick
from trainer.paths import ASSETS

RING_HZ = range(770, 1010)
"""Its bells sound at 784 and 988 Hz, above any voice (tools/tones.py)."""
HELD_S = 2.5
"""Longer than the system waits before it repeats a key, and than the window rests after a change."""
OPENING = ASSETS / "voices" / "callback-hurried-logistics-opening.ogg"


def test_a_held_space_answers_and_nothing_more_then_hangs_up_and_nothing_more(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    sound = desktop.sound
    with desktop.program("--data-dir", str(data)) as window:
        with sound.record_speaker() as heard:
            pick(window, "Dana Whitfield, Call back")
            window.wait_for("Answer")
            wait_until(lambda: pitch_hz(heard.pcm) in RING_HZ, "a ring on the speaker")
        with sound.record_speaker() as heard:
            window.hold("space", HELD_S)
            assert "Hang up" in window.text()
            window.wait_for("They are speaking")
            window.wait_for("Recording")
        assert likeness(heard.pcm, OPENING) > ALIKE
        with speaking(sound, READY_REPLY, beginning(READY_REPLY, tmp_path / "first.wav")):
            window.hold("space", HELD_S)
        window.wait_for("Last take - Ringback")
        said = window.wait_for("for calling back")
    assert "Dana Whitfield" in said

    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert kept["state"] == "judged"
    happened = [event["name"] for event in kept["events"]]
    assert happened.index("ring") < happened.index("answered")
    reply = kept["turns"][-1]
    assert reply["prompt"] == "opening"
    assert "for calling back" in reply["text"].lower()
