"""The type scale. Sizes are px at scale 1; nothing is smaller than 13."""

from __future__ import annotations

import sys
from typing import Literal

from PySide6.QtGui import QFont

Size = Literal[13, 15, 20, 28, 44]
"""44 timer and caller's name; 28 the page's one sentence; 20 card titles; 15 body; 13 second lines."""

Weight = Literal[400, 500, 600]

# Points follow the system's text scaling, px do not. macOS counts 72 dots an inch, the others 96.
_POINTS_PER_PX = 1.0 if sys.platform == "darwin" else 0.75
_TRACKING_PX = {28: -0.4, 20: -0.2}


def font(size: Size = 15, weight: Weight = 400, *, tabular: bool = False, italic: bool = False) -> QFont:
    """The system's UI face in one of the scale's sizes; `tabular` for every time and number."""
    made = QFont()
    made.setPointSizeF(size * _POINTS_PER_PX)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    if size in _TRACKING_PX:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _TRACKING_PX[size])
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
