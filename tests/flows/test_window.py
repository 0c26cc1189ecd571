"""The real window from the keyboard: pick a call, hear the other side, speak, hang up, read the feedback."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE, NUMBER_BEGINS
from tests.flows.today import pick
from trainer.analysis.checks import all_checks
from trainer.paths import ASSETS


def test_a_message_from_today_to_feedback_by_keyboard(desktop: Desktop, data: Path) -> None:
    sound = desktop.sound
    with desktop.program("--data-dir", str(data)) as window:
        with sound.record_speaker() as heard:
            pick(window, "Dana Whitfield, Voicemail")
            window.wait_for("Recording")
        assert likeness(heard.pcm, ASSETS / "voices" / "voicemail-referral-logistics-greeting.ogg") > ALIKE
        sound.speak(GOOD_MESSAGE)
        window.press("space")
        window.wait_for("Last take - Ringback")
        said = window.wait_for("call me back")

    (row,) = stored(desktop, data)
    assert row["state"] == "judged"
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert "call me back" in kept["turns"][0]["text"].lower()
    headline = kept["feedback"]["headline"]
    to_look_at = [
        all_checks()[check["id"]].title
        for check in kept["feedback"]["checks"]
        if check["counted"] and check["outcome"] in ("missed", "unsure")
    ]
    for expected in ("Dana Whitfield", f"{headline['met']} of {headline['of']} met", *to_look_at):
        assert expected in said
    assert any(number in said.lower() for number in NUMBER_BEGINS)
