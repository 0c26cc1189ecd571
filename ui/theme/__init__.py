"""Colours, type and spacing in one place; light and dark, chosen from the system and switchable.

Widgets that paint themselves read `current()` in `paintEvent`; a change of theme changes the application's
palette, so they are repainted anyway. Widgets that keep a colour connect to `watch().changed`.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from ui.theme.sheet import style_sheet
from ui.theme.tokens import (
    BIG_BUTTON_RADIUS,
    BUTTON_RADIUS,
    CARD_RADIUS,
    DARK,
    FIELD_RADIUS,
    LIGHT,
    NARROW_BELOW,
    RAIL_WIDTH,
    PartLook,
    Tokens,
    Tone,
    page_margin,
)
from ui.theme.type import Size, Weight, font

__all__ = [
    "BIG_BUTTON_RADIUS",
    "BUTTON_RADIUS",
    "CARD_RADIUS",
    "DARK",
    "FIELD_RADIUS",
    "LIGHT",
    "NARROW_BELOW",
    "RAIL_WIDTH",
    "Choice",
    "PartLook",
    "Size",
    "Tokens",
    "Tone",
    "Weight",
    "apply",
    "color",
    "current",
    "font",
    "page_margin",
    "wants_less_motion",
    "watch",
]  # fmt: skip

Choice = Literal["system", "light", "dark"]


class Watch(QObject):
    """Announces a change of theme."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice = "system"
        self.tokens = LIGHT

    @Slot()
    def settle(self) -> None:
        """Work out light or dark anew and, if it differs, put it in force."""
        tokens = _tokens_for(self.choice)
        if tokens is not self.tokens:
            self.tokens = tokens
            _dress(tokens)
            self.changed.emit()


_watch = Watch()


def watch() -> Watch:
    """The object whose `changed` signal tells of a new theme."""
    return _watch


def current() -> Tokens:
    """The theme in force."""
    return _watch.tokens


def color(tone: Tone, opacity: float = 1.0) -> QColor:
    """The theme's colour called `tone`, as Qt wants it."""
    made = QColor(_watch.tokens.tone(tone))
    made.setAlphaF(opacity)
    return made


def apply(choice: Choice) -> None:
    """Put `choice` in force for the running application, and follow the system if it says so."""
    _watch.choice = choice
    _watch.tokens = _tokens_for(choice)
    QGuiApplication.styleHints().colorSchemeChanged.connect(_watch.settle, Qt.ConnectionType.UniqueConnection)
    _dress(_watch.tokens)
    _watch.changed.emit()


def wants_less_motion() -> bool:
    """Whether the system asks for less motion (then nothing moves that need not)."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


def _tokens_for(choice: Choice) -> Tokens:
    if choice == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice == "dark" else LIGHT


def _dress(tokens: Tokens) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication), "a theme needs a running application"
    if app.style().objectName() != "fusion":
        # One style everywhere: the native ones paint over our colours.
        app.setStyle("Fusion")
    app.setPalette(_palette(tokens))
    app.setFont(font())
    app.setStyleSheet(style_sheet(tokens))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, value in {
        role.Window: tokens.paper, role.Base: tokens.raised, role.AlternateBase: tokens.paper,
        role.Button: tokens.raised, role.WindowText: tokens.ink, role.Text: tokens.ink,
        role.ButtonText: tokens.ink, role.PlaceholderText: tokens.ink2, role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent, role.Link: tokens.accent, role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.raised, role.ToolTipText: tokens.ink, role.Light: tokens.raised,
        role.Midlight: tokens.sunken, role.Mid: tokens.hairline, role.Dark: tokens.border,
        role.Shadow: tokens.border, role.Accent: tokens.accent,
    }.items():  # fmt: skip
        palette.setColor(place, QColor(value))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(tokens.ink2))
    return palette
