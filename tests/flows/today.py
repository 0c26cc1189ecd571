"""Hands on the screen Today: find a call in the list and start it."""

from __future__ import annotations

from tests.flows.desktop import Window


def focus(window: Window) -> str:
    """What the keyboard's focus is on, innermost."""
    return next((thing.name for thing in reversed(window.desktop.reader.seen()) if thing.focused), "")


def pick(window: Window, call: str, *, from_end: bool = False) -> None:
    """Go down the list on Today to `call` ("Dana Whitfield, Voicemail") and start it, all by keyboard.

    `from_end`: go to the last row and up, which is shorter for the kinds that come last.
    """
    window.wait_for("Other calls")
    window.wait_for(" due")  # until it is known what is, the list may change
    name, kind = call.rsplit(", ", 1)
    if focus(window) == f"Start: {kind}, {name}":
        window.press("Return")
        return
    if from_end:
        window.press("Down", "End")
    for _ in range(120):  # more rows than the library has
        if focus(window).startswith(call):
            break
        window.press("Up" if from_end else "Down")
    assert focus(window).startswith(call)
    window.press("Return")
