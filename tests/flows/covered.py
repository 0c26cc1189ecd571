"""The end of a call in which a prepared point is to be said: it is there, it is said, it is looked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, Window
from tests.flows.spoken import GOOD_MESSAGE, beginning


def say_the_point(desktop: Desktop, window: Window, point: str, folder: Path) -> None:
    """While it records: look at the point, say it and hang up, until the judgement is on the screen."""
    window.press("m")
    window.wait_for(point)
    desktop.sound.speak(beginning(GOOD_MESSAGE, folder / "said.wav"))
    window.press("space")
    window.wait_for("Last take - Ringback")
    window.wait_for(" met")


def assert_it_was_covered(desktop: Desktop, data: Path) -> dict[str, Any]:
    """The only attempt covers what was to be said; returns it as the command line shows it."""
    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept: dict[str, Any] = finish(program)
    (covered,) = [check for check in kept["feedback"]["checks"] if check["id"] == "covers-script"]
    assert covered["outcome"] == "met"
    return kept
