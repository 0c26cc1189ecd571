"""A script is written in the real window, practised at once, and its key point is there during the call."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop
from tests.flows.spoken import GOOD_MESSAGE, beginning

POINT = "asked me to ring"


def test_a_script_is_practised_at_once_and_its_point_is_looked_for(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    with desktop.program("--data-dir", str(data)) as window:
        window.wait_for("Other calls")
        window.press("ctrl+6")
        window.wait_for("No scripts yet")
        window.press("Return")
        window.wait_for("Whom is it for?")
        desktop.run("xdotool", "type", "--delay", "40", "dana")
        window.wait_for("Dana Whitfield, Northgate")
        window.press("Return")
        window.wait_for("Dana, voicemail")
        desktop.run("xdotool", "type", "--delay", "40", POINT)
        window.press("shift+Home", "ctrl+k")
        window.wait_for("1 key point")
        window.wait_for("About ")
        window.press("ctrl+Return")
        window.wait_for("Recording")
        window.press("m")
        window.wait_for(POINT)
        desktop.sound.speak(beginning(GOOD_MESSAGE, tmp_path / "said.wav"))
        window.press("space")
        window.wait_for("Last take - Ringback")
        window.wait_for(" met")

    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    (covered,) = [check for check in kept["feedback"]["checks"] if check["id"] == "covers-script"]
    assert covered["outcome"] == "met"
