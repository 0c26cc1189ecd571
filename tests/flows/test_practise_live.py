"""`ringback practise SCENARIO` live: the prompt is heard, the answer spoken, the words found."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, read_until, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE, NUMBER_BEGINS
from trainer.paths import ASSETS

SCENARIO = "voicemail-referral-logistics"
GREETING = ASSETS / "voices" / f"{SCENARIO}-greeting.ogg"


def test_a_message_left_on_live_sound_is_heard_judged_and_stored(desktop: Desktop, tmp_path: Path) -> None:
    with (
        desktop.sound.record_speaker() as heard,
        ringback(desktop, tmp_path, "practise", SCENARIO) as program,
    ):
        read_until(program, "Speak now")
        desktop.sound.speak(GOOD_MESSAGE)
        result = finish(program, "\n")
    assert likeness(heard.pcm, GREETING) > ALIKE

    text = result["turns"][0]["text"].lower()
    assert "call me back" in text
    assert "patel" in text  # the first name is spelled as the engine likes
    checks = {check["id"]: check for check in result["feedback"]["checks"]}
    assert checks["asks-for-call-back"]["outcome"] == checks["number"]["outcome"] == "met"
    assert any(number in text for number in NUMBER_BEGINS)
    # The engine may lose a digit of the number, so "could not tell" is fair; to call it wrong is not.
    assert checks["number-right"]["outcome"] in ("met", "unsure")
    assert result["dropped_ms"] == 0

    (kept,) = stored(desktop, tmp_path)
    assert (kept["id"], kept["state"]) == (result["attempt"], "judged")
    assert (tmp_path / result["turns"][0]["audio"]).is_file()
