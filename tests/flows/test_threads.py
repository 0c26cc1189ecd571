"""A call back that knows the message before it: the user's own words are heard on the speaker."""

from __future__ import annotations

from pathlib import Path

import soundfile

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, Window
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE
from tests.flows.today import pick
from trainer.paths import ASSETS

LEFT_FOR = "voicemail-cold-furniture"
PLAYED_BACK = """
id = "callback-played-back"
kind = "callback"
title = "She plays it to you"
industry = "furniture making"
situation = "cold"
seller = "sam-reyes"
trains = "Knowing what you left."
difficulty = 1
follows = ["voicemail-cold-furniture"]
default_message = "One line on a pallet bill is often wrong."

[prospect]
id = "helen-marsh"
name = "Helen Marsh-Pine"

[[prompts]]
id = "opening"
text = "That was you, wasn't it? So what is it, um, exactly, about my pallet bills?"
audio = "voices/callback-wary-furniture-what-about.ogg"
voice = "bf_isabella"
plays_message = "message"

[[prompts]]
id = "message"
text = "I saw that your shelves now ship flat."
audio = "voices/callback-wary-furniture-message.ogg"
voice = "bm_lewis"
"""


def test_the_caller_plays_what_you_left_and_asks_about_it(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    with ringback(desktop, data, "practise", LEFT_FOR, "--answer", str(GOOD_MESSAGE)) as program:
        left = finish(program)
    (data / "scenarios").mkdir()
    (data / "scenarios" / "callback-played-back.toml").write_text(PLAYED_BACK)
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Helen Marsh-Pine, Call back")
        window.wait_for("What I left today")
        with desktop.sound.record_speaker() as heard:
            answer(window)
            window.wait_for("That was you")
        window.wait_for("My reply is done")
        desktop.sound.speak(ASSETS / "voices" / "callback-wary-furniture-message.ogg")
        window.press("space")
        window.wait_for("Last take - Ringback")
    with ringback(desktop, data, "attempts", "show", stored(desktop, data)[0]["id"]) as program:
        call = finish(program)
    assert call["own_message"]["attempt"] == left["attempt"]
    played = part(GOOD_MESSAGE, call["own_message"]["played"], tmp_path / "played.wav")
    assert likeness(heard.pcm, played) > ALIKE


def answer(window: Window) -> None:
    window.wait_for("Answer")
    window.press("space")


def part(sound: Path, span: dict[str, float], to: Path) -> Path:
    """The stretch `span` of a sound as the file `to`."""
    samples, rate = soundfile.read(sound)
    soundfile.write(to, samples[round(span["start"] * rate) : round(span["end"] * rate)], rate)
    return to
