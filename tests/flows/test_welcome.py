"""The first start: four steps of Welcome by keyboard, a first message, a guess, and the feedback."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.spoken import GOOD_MESSAGE, beginning

PROFILE = ("Sam Reyes", "Fieldline", "checks freight invoices", "0113 496 0107")


def test_a_first_time_user_gets_from_welcome_to_the_feedback(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with desktop.program("--data-dir", str(data)) as window:
        window.wait_for("Who is calling?")
        for line in PROFILE:
            desktop.run("xdotool", "type", "--delay", "40", line)
            window.press("Tab" if line != PROFILE[-1] else "Return")

        window.wait_for("Step 2 of 4")
        window.press("space")
        window.wait_for("Listening. Say it now.")
        desktop.sound.speak(beginning(GOOD_MESSAGE, tmp_path / "name.wav", 3.0, volume=0.5))
        window.press("space")
        window.wait_for("We hear you well.")
        window.press("Return")

        window.wait_for("is here and ready")
        window.press("Return")
        window.wait_for("Leave your first message.")
        window.press("Return")
        window.wait_for("Recording")
        desktop.sound.speak(beginning(GOOD_MESSAGE, tmp_path / "message.wav"))
        window.press("space")
        window.wait_for("Before you look")
        window.press("Return")
        window.wait_for("Last take - Ringback")
        said = window.wait_for("One fix")
    assert "Voicemail to Gareth Pugh" in said  # the easiest one

    with ringback(desktop, data, "profile") as program:
        profile = finish(program)
    assert tuple(profile[key] for key in ("name", "company", "does", "number")) == PROFILE
    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        checks = {check["id"]: check["outcome"] for check in finish(program)["feedback"]["checks"]}
    assert checks["own-name"] == "met"
    assert checks["greets-by-name"] == "missed"  # it was Dana who was greeted
