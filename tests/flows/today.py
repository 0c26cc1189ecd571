"""Hands on the screen Today: find a call in the list and start it."""

from __future__ import annotations

from tests.flows.desktop import Window, wait_until

LIST = "Other calls"


def focus(window: Window) -> str:
    """What the keyboard's focus is on, innermost."""
    return next((thing.name for thing in reversed(window.desktop.reader.seen()) if thing.focused), "")


def pick(window: Window, call: str) -> None:
    """Go through the list on Today to `call` ("Dana Whitfield, Voicemail") and start it, all by keyboard."""
    window.wait_for(LIST)
    window.wait_for(" due")  # until it is known what is, the list may change
    name, kind = call.rsplit(", ", 1)
    if focus(window) == f"Start: {kind}, {name}":
        window.press("Return")
        return
    window.press("Down")  # from Start into the list
    window.press(*_way_to(call, rows(window)))
    wait_until(lambda: focus(window).startswith(call), f"the focus on {call}")
    window.press("Return")


def rows(window: Window) -> list[str]:
    """What the rows of the list say, from the first to the last."""
    return [thing.name for thing in window.desktop.reader.seen() if thing.role == "list item"]


def _way_to(call: str, said: list[str]) -> list[str]:
    """The keys from any row to the one that begins with `call`, from the nearer end of the list."""
    row = next(number for number, words in enumerate(said) if words.startswith(call))
    from_end = len(said) - 1 - row
    return ["Home", *["Down"] * row] if row <= from_end else ["End", *["Up"] * from_end]
