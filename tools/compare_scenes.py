"""Takes side by side, for `photograph.py`: the first with a pitch and two asks, the latest without."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.ui import sample_compare

if TYPE_CHECKING:
    from photograph import Stage

SETTLE_MS = 100


def compare(stage: Stage) -> None:
    show(stage, 2)
    stage.window.screen_shown().control.play_clause(0, 2)  # type: ignore[attr-defined]


def compare_three(stage: Stage) -> None:
    show(stage, 3)


def compare_text(stage: Stage) -> None:
    stage.services.settings = replace(stage.services.settings, compare_as_text=True)
    show(stage, 2)


def show(stage: Stage, count: int) -> None:
    takes = sample_compare.takes()[-count:]
    stage.services.review.attempts = {take.id: take for take in sample_compare.takes()}
    stage.window.go("compare", ",".join(take.id for take in takes))
    QTest.qWait(SETTLE_MS)


COMPARE_SCENES = {"compare": compare, "compare-three": compare_three, "compare-text": compare_text}
