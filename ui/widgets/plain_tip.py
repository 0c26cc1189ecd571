"""Tooltips that never read data as mark-up."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """`text` as a tooltip that shows every character as it is (Qt guesses at mark-up otherwise)."""
    if "<" not in text:
        return text
    # Not html.escape: its import brings the table of all entities, 13 ms of the window's start.
    return f"<qt>{text.replace('&', '&amp;').replace('<', '&lt;')}</qt>"
