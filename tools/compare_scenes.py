"""Takes side by side, for `photograph.py`: the first with a pitch and two asks, the latest without."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.ui import sample_compare, sample_feedback
from trainer.records import Correct

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


def feedback_revised(stage: Stage) -> None:
    stage.services.guides = {one: guide.title for one, guide in stage.services.guide_records.items()}
    stage.services.review.attempts = {"attempt-1": sample_feedback.voicemail()}
    stage.window.go("feedback", "attempt-1")
    QTest.qWait(SETTLE_MS)
    correction = Correct(turn=0, first_word=7, last_word=7, words=("Fieldline",))
    stage.window.screen_shown().reread.revise(correction)  # type: ignore[attr-defined]


def show(stage: Stage, count: int) -> None:
    takes = sample_compare.takes()[-count:]
    stage.services.review.attempts = {take.id: take for take in sample_compare.takes()}
    stage.window.go("compare", ",".join(take.id for take in takes))
    QTest.qWait(SETTLE_MS)


COMPARE_SCENES = {
    "compare": compare, "compare-three": compare_three, "compare-text": compare_text,
    "feedback-revised": feedback_revised,
}  # fmt: skip
