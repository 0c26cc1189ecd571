"""Telling a screen reader what has just changed."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have `sentence` read aloud, politely, on behalf of `widget`; nothing happens without a reader."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
