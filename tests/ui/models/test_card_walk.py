from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.models.card_walk import WALKING, walked

# Eleven cards in rows of four, of which two are seen at once:
#  0  1  2  3
#  4  5  6  7
#  8  9 10
Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "here", "there"),
    [
        (Key.Key_Right, 3, 4), (Key.Key_Right, 10, 10), (Key.Key_Left, 4, 3), (Key.Key_Left, 0, 0),
        (Key.Key_Down, 2, 6), (Key.Key_Down, 7, 10), (Key.Key_Down, 9, 9), (Key.Key_Up, 9, 5),
        (Key.Key_Up, 2, 2), (Key.Key_PageDown, 1, 9), (Key.Key_PageDown, 5, 10), (Key.Key_PageDown, 8, 8),
        (Key.Key_PageUp, 10, 2), (Key.Key_PageUp, 6, 2), (Key.Key_Home, 9, 0), (Key.Key_End, 1, 10),
    ],
)  # fmt: skip
def test_keys_lead_from_card_to_card(key: Qt.Key, here: int, there: int) -> None:
    assert walked(key, here, 11, 4, 2) == there


@pytest.mark.parametrize("key", sorted(WALKING))
def test_a_single_card_is_left_by_no_key(key: Qt.Key) -> None:
    assert walked(key, 0, 1, 4, 2) == 0
