"""Contrast is computed, not trusted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui import theme
from ui.theme import DARK, LIGHT, Tokens, Tone

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXT_PAIRS: tuple[tuple[Tone, Tone], ...] = (
    *((ink, ground) for ink in ("ink", "ink2", "slate", "accent", "leaf", "amber", "brick")
      for ground in ("paper", "raised")),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("accent", "accent_soft"),
    ("ink", "accent_soft"), ("ink2", "accent_soft"), ("leaf", "leaf_soft"), ("amber", "amber_soft"),
    ("brick", "brick_soft"), ("ink", "brick_soft"), ("slate", "slate_soft"), ("ink2", "sunken"),
    ("ink", "sunken"), ("accent", "sunken"),
)  # fmt: skip
SHAPE_PAIRS: tuple[tuple[Tone, Tone], ...] = (
    ("border", "paper"), ("border", "raised"), ("border", "sunken"), ("border", "accent_soft"),
    ("focus", "paper"), ("focus", "raised"),
)  # fmt: skip


def luminance(color: str) -> float:
    """Relative luminance, 0-1 (WCAG 2)."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@THEMES
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_words_can_be_read(tokens: Tokens, pair: tuple[Tone, Tone]) -> None:
    assert contrast(tokens.tone(pair[0]), tokens.tone(pair[1])) >= 4.5


@THEMES
@pytest.mark.parametrize("pair", SHAPE_PAIRS, ids=" on ".join)
def test_shapes_can_be_seen(tokens: Tokens, pair: tuple[Tone, Tone]) -> None:
    assert contrast(tokens.tone(pair[0]), tokens.tone(pair[1])) >= 3.0


@THEMES
def test_every_part_of_the_ribbon_carries_words(tokens: Tokens) -> None:
    for part, look in tokens.parts.items():
        ink = tokens.on_accent if part == "ask" else tokens.ink
        assert contrast(ink, look.soft) >= 4.5, part
        assert contrast(look.strong, tokens.raised) >= 3.0, part


def test_a_change_of_theme_reaches_palette_and_sheet(qapp: QApplication) -> None:
    told: list[Tokens] = []

    def listen() -> None:
        told.append(theme.current())

    theme.watch().changed.connect(listen)
    theme.apply("dark")
    theme.watch().changed.disconnect(listen)

    assert told == [DARK]
    assert qapp.palette().window().color().name() == DARK.paper.lower()
    assert DARK.border in qapp.styleSheet()
    field = QLineEdit()
    assert field.palette().text().color().name() == DARK.ink.lower()


def test_no_text_is_smaller_than_thirteen(qapp: QApplication) -> None:
    small, body = theme.font(13), theme.font(15)
    assert small.pointSizeF() < body.pointSizeF()
    assert small.pointSizeF() * (1 if small.pointSizeF() >= 13 else 4 / 3) == pytest.approx(13)
