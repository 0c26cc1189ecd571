"""A script is written in the real window, practised at once, and its key point is there during the call."""

from __future__ import annotations

from pathlib import Path

from tests.flows.covered import assert_it_was_covered, say_the_point
from tests.flows.desktop import Desktop

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
        say_the_point(desktop, window, POINT, tmp_path)

    assert_it_was_covered(desktop, data)
