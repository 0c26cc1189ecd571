"""Tooltips that never read data as mark-up."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """`text` as a tooltip that shows every character as it is (Qt guesses at mark-up otherwise)."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text
