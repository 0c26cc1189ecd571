"""Hands on the screen Today: find a call in the list and start it."""

from __future__ import annotations

from tests.flows.desktop import Window


def focus(window: Window) -> str:
    """What the keyboard's focus is on, innermost."""
    return next((thing.name for thing in reversed(window.desktop.reader.seen()) if thing.focused), "")


def pick(window: Window, call: str) -> None:
    """Go down the list on Today to `call` ("Dana Whitfield, Voicemail") and start it, all by keyboard."""
    window.wait_for("Other calls")
    for _ in range(20):
        if focus(window).startswith(call):
            break
        window.press("Down")
    assert focus(window).startswith(call)
    window.press("Return")
