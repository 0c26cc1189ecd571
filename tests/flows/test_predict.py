"""Predict, then reveal: three guesses by keyboard in the real window, kept with the take and shown on it."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.spoken import GOOD_MESSAGE, beginning
from tests.flows.today import pick
from trainer import settings
from ui.app import WELCOME_DONE


def test_guesses_made_while_the_call_is_heard_stand_beside_what_was(desktop: Desktop, tmp_path: Path) -> None:
    data = tmp_path / "data"
    settings.save(data, settings.Settings(welcome_step=WELCOME_DONE))
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Dana Whitfield, Voicemail")
        window.wait_for("Recording")
        desktop.sound.speak(beginning(GOOD_MESSAGE, tmp_path / "beginning.wav"))
        window.press("space")
        window.wait_for("Before you look")
        window.press("Home", *["Right"] * 9, "Tab", "space", "Tab", "Right", "Return")
        window.wait_for("Last take - Ringback")
        said = window.wait_for("you guessed 9 s, it was")
    assert "You guessed that you asked for one thing only" in said
    assert "You felt nearly ready" in said

    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert kept["prediction"] == {"seconds": 9.0, "aim": "yes", "aim_check": "one-ask", "ready": "nearly"}
    assert kept["state"] == "judged"
