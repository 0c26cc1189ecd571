"""A point written on Today is seen before and during the call, and looked for after it."""

from __future__ import annotations

from pathlib import Path

from tests.flows.covered import assert_it_was_covered, say_the_point
from tests.flows.desktop import Desktop, wait_until
from tests.flows.today import focus, pick

POINT = "asked me to ring"


def test_a_point_that_must_be_said_from_today_to_the_judgement(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Dana Whitfield, Voicemail")
        window.wait_for("Before the call")
        window.press("Escape")
        window.wait_for("Today - Ringback")
        assert focus(window) == "Start: Voicemail, Dana Whitfield"
        window.press("m")
        window.wait_for("Who you are")
        window.press("Down")
        desktop.run("xdotool", "type", "--delay", "40", POINT)
        window.press("Tab", "space", "Escape")
        wait_until(lambda: focus(window).startswith("Start"), "the focus on Start")
        window.press("Return")
        window.wait_for("Before the call")
        assert POINT in window.text()
        window.wait_for("Recording")
        assert POINT not in window.text()
        say_the_point(desktop, window, POINT, tmp_path)

    kept = assert_it_was_covered(desktop, data)
    assert (kept["points"]["why"], kept["points"]["must"]) == (POINT, ["why"])
