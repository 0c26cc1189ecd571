"""Three goes at saying who one is: each is answered, and the best is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import READY_REPLY, beginning
from tests.flows.today import pick
from trainer import settings
from trainer.paths import ASSETS

QUESTION = ASSETS / "voices" / "elevator-trade-fair-question.ogg"
STUMBLES = ASSETS / "samples" / "stumbling-callback.ogg"
NAMELESS = ASSETS / "voices" / "callback-wary-furniture-message.ogg"
GOES = ((STUMBLES, 6.0), (READY_REPLY, 8.0), (NAMELESS, 6.2))
"""What is said, and for how many seconds; only the second go says who speaks and for whom."""


def test_of_three_goes_the_best_is_kept_and_the_others_too(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    settings.save(data, replace(settings.load(data)[0], patience_s=None))
    with desktop.program("--data-dir", str(data)) as window:
        with desktop.sound.record_speaker() as heard:
            pick(window, "Who are you and what do you do?, Elevator")
            wait_until(lambda: likeness(heard.pcm, QUESTION) > ALIKE, "the question on the speaker")
        for number, (said, seconds) in enumerate(GOES, start=1):
            window.wait_for("My reply is done")
            desktop.sound.speak(beginning(said, tmp_path / f"{number}.wav", seconds))
            window.press("Return")
            if number < len(GOES):
                window.wait_for(f"That was go {number} of {len(GOES)}.")
                window.press("Return")
        window.wait_for("Last take - Ringback")
        window.wait_for("for calling back")
    with ringback(desktop, data, "attempts", "show", stored(desktop, data)[0]["id"]) as program:
        call = finish(program)
    assert call["state"] == "judged"
    assert "for calling back" in call["turns"][0]["text"].lower()
    assert len(list((data / "takes").rglob("*.wav"))) == len(GOES)
