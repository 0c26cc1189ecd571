"""Every colour and distance of the window, light and dark, in one place.

All pairs that carry words reach 4.5:1 and all shapes 3:1 (WCAG 2 AA); `tests/ui/theme` computes them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from trainer.records import Part

Tone = Literal[
    "ink", "ink2", "slate", "accent", "on_accent", "leaf", "amber", "brick", "border", "paper", "raised",
    "sunken", "hairline", "accent_hover", "accent_soft", "leaf_soft", "amber_soft", "brick_soft",
    "slate_soft", "focus",
]  # fmt: skip
"""The name of a colour, so that a widget can be told "leaf" and follow the theme."""

Pattern = Literal["plain", "solid", "hatch", "dots"]


@dataclass(frozen=True, slots=True)
class PartLook:
    """How one part of a message is drawn: `strong` for feet, bars and waveform, `soft` for fills."""

    strong: str
    soft: str
    pattern: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One theme's colours as "#RRGGBB"."""

    dark: bool
    paper: str
    raised: str
    sunken: str
    hairline: str
    """Decoration only: card edges and row rules."""
    border: str
    """Edges that must be seen: fields, secondary buttons, ticks."""
    ink: str
    ink2: str
    slate: str
    """Could not tell."""
    slate_soft: str
    accent: str
    """The one action, links, focus, the current place."""
    accent_hover: str
    on_accent: str
    accent_soft: str
    leaf: str
    """Met, good length."""
    leaf_soft: str
    amber: str
    """Near, getting long."""
    amber_soft: str
    brick: str
    """Missed, too long."""
    brick_soft: str
    focus: str
    parts: dict[Part, PartLook]

    def tone(self, name: Tone) -> str:
        """The colour called `name`."""
        value: str = getattr(self, name)
        return value


LIGHT = Tokens(
    dark=False,
    paper="#F4F5F1", raised="#FFFFFF", sunken="#E9ECE6", hairline="#DBDFD8", border="#7C8782",
    ink="#1A2422", ink2="#52605B", slate="#53677A", slate_soft="#E6EBF0",
    accent="#0E6B66", accent_hover="#0A5752", on_accent="#FFFFFF", accent_soft="#DCEDEA",
    leaf="#38752F", leaf_soft="#E0EEDA", amber="#8A5A00", amber_soft="#F8E9C8",
    brick="#A33B2A", brick_soft="#F6E0DA", focus="#0E6B66",
    parts={
        "greeting": PartLook("#5F7386", "#E3E9EE", "plain"),
        "who": PartLook("#356AA0", "#DAE7F3", "plain"),
        "reason": PartLook("#0F7D76", "#D3ECE8", "plain"),
        "for-you": PartLook("#47792F", "#E0EED6", "plain"),
        "ask": PartLook("#0E6B66", "#0E6B66", "solid"),
        "number": PartLook("#6858A0", "#E7E3F3", "plain"),
        "close": PartLook("#5F7386", "#E3E9EE", "plain"),
        "selling": PartLook("#9A6500", "#F8E6BF", "hatch"),
        "second-ask": PartLook("#A8412F", "#F5DAD3", "hatch"),
        "padding": PartLook("#7A6B52", "#ECE6DA", "dots"),
    },
)  # fmt: skip

DARK = Tokens(
    dark=True,
    paper="#131918", raised="#1B2322", sunken="#28322F", hairline="#303B38", border="#788682",
    ink="#E7EDEA", ink2="#A7B4AF", slate="#A3B6C8", slate_soft="#263039",
    accent="#58BDAF", accent_hover="#72CDC0", on_accent="#06201D", accent_soft="#1D3835",
    leaf="#8FC782", leaf_soft="#22371F", amber="#E9B45C", amber_soft="#3C2F15",
    brick="#F0957F", brick_soft="#432721", focus="#58BDAF",
    parts={
        "greeting": PartLook("#9FB2C3", "#2A343C", "plain"),
        "who": PartLook("#84B4E3", "#213447", "plain"),
        "reason": PartLook("#5CC3B5", "#1B3B38", "plain"),
        "for-you": PartLook("#98CB80", "#27381E", "plain"),
        "ask": PartLook("#58BDAF", "#58BDAF", "solid"),
        "number": PartLook("#B3A5E8", "#312B48", "plain"),
        "close": PartLook("#9FB2C3", "#2A343C", "plain"),
        "selling": PartLook("#E9B45C", "#3F3114", "hatch"),
        "second-ask": PartLook("#F0957F", "#46281F", "hatch"),
        "padding": PartLook("#C3B292", "#353024", "dots"),
    },
)  # fmt: skip

COLOUR_NAMES = tuple(field.name for field in fields(Tokens) if field.name not in ("dark", "parts"))

# Distances in px at scale 1, in steps of 4.
RAIL_WIDTH = 92
CARD_RADIUS = 12
BUTTON_RADIUS = 10
BIG_BUTTON_RADIUS = 14
FIELD_RADIUS = 10
NARROW_BELOW = 1100
"""Windows narrower than this many px use one column and smaller margins."""


def page_margin(width: int) -> int:
    """Left and right margin of a page in px for a window `width` px wide."""
    return 28 if width >= NARROW_BELOW else 20
