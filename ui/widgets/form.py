"""A page of settings: cards with a title, and rows of a word and a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.label import Label

LABEL_WIDTH = 142
FIELD_WIDTH = 320
ADVICE_WIDTH = 560
"""Keeps a line of 13 px text under 90 characters and one of 15 px under 75."""


class TitledCard(Card):
    """A card under a 20 px title, 24 px inside."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(inside=24, parent=parent)
        self.body.setContentsMargins(24, 18, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(Label(title, 20, 600))

    def add_row(self, word: str, content: QWidget | QLayout, buddy: QWidget | None = None) -> None:
        """One more row; a click on its word goes to `buddy`."""
        self.body.addLayout(row(word, content, buddy))


class TextField(QLineEdit):
    """One line of text, named for screen readers."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(200)
        self.setMaximumWidth(FIELD_WIDTH)


def row(word: str, content: QWidget | QLayout, buddy: QWidget | None = None) -> QHBoxLayout:
    """A word on the left, on the height of a field's text, and `content` beside it."""
    name = Label(word, 15, 500, wrap=True)
    name.setFixedWidth(LABEL_WIDTH)
    name.setContentsMargins(0, 8, 0, 0)
    if buddy is not None:
        name.setBuddy(buddy)
    line = QHBoxLayout()
    line.setSpacing(16)
    line.addWidget(name, alignment=Qt.AlignmentFlag.AlignTop)
    if isinstance(content, QWidget):
        line.addLayout(at_left(content), 1)
    else:
        line.addLayout(content, 1)
    return line


def stacked(*widgets: QWidget, spacing: int = 4) -> QVBoxLayout:
    """Widgets under each other, for instance a field with its note."""
    column = QVBoxLayout()
    column.setSpacing(spacing)
    for widget in widgets:
        column.addLayout(at_left(widget))
    return column


def at_left(widget: QWidget) -> QHBoxLayout:
    """`widget` as wide as it may be, at the left of its room (a layout alone would put it in the middle)."""
    line = QHBoxLayout()
    line.addWidget(widget, 1000)
    line.addStretch(1)
    return line


def note(text: str = "") -> Label:
    """A 13 px line under a field; hidden while it says nothing."""
    made = Label(text, 13, tone="ink2", wrap=True)
    made.setMaximumWidth(ADVICE_WIDTH)
    if not text:  # never shown here: without a parent it would be a window
        made.hide()
    return made


def say(label: Label, text: str) -> None:
    """Show `text` in a note, or hide the note when there is nothing to say."""
    label.setText(text)
    label.setVisible(bool(text))


def bullet(text: str, sign: str = "–") -> QHBoxLayout:
    """A line of a list, its further lines under its first word."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(Label(sign, tone="ink2"), alignment=Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text, tone="ink2", wrap=True), 1)
    return line
