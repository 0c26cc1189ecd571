"""Scenes of `photograph` in which a part is said again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tests.ui import sample_feedback
from trainer.practice.retake import Place, Retaken
from trainer.records import Attempt, Fix, Span, Take

if TYPE_CHECKING:
    from photograph import Stage

_PLACE = Place(check="one-ask", turn=0, first_word=41, last_word=51, start_s=15.95, end_s=19.4)
_MADE = Retaken(
    place=_PLACE,
    original=sample_feedback.take(0, 26.6),
    take=Take(id="again", turn=0, purpose="retake", path="takes/x/again.wav", frames=40_000),
    part=Span(start_s=0.3, end_s=1.8),
    said_before="or shoot me an email at sam at fieldline dot com",
    said="two minutes is all i need",
    outcome="met",
    reply_before_s=26.3,
    reply_s=24.4,
)


def retake(stage: Stage) -> None:
    _open(stage, sample_feedback.voicemail())
    _record(stage)


def retake_shorter(stage: Stage) -> None:
    attempt = sample_feedback.voicemail()
    fix = Fix(check="length", advice="Shorter.")
    _open(stage, replace(attempt, feedback=replace(attempt.feedback, seconds=34.0, fix=fix)))
    _record(stage)


def retake_made(stage: Stage) -> None:
    stage.services.retakes.kept = _MADE
    attempt = sample_feedback.voicemail()
    turn = replace(attempt.turns[0], takes=(*attempt.turns[0].takes, _MADE.take))
    _open(stage, replace(attempt, turns=(turn,)))


def by_ear(stage: Stage) -> None:
    attempt = sample_feedback.voicemail()
    stage.services.review.attempts = {attempt.id: attempt}
    stage.window.go("dictate", attempt.id)
    _settle()


def by_ear_compared(stage: Stage) -> None:
    by_ear(stage)
    screen = stage.window.screen_shown()
    screen.field.setText("0113 496 0152")  # type: ignore[attr-defined]
    screen.compare.click()  # type: ignore[attr-defined]
    _settle()


def _open(stage: Stage, attempt: Attempt) -> None:
    stage.services.review.attempts = {attempt.id: attempt}
    words = attempt.turns[0].transcript.words
    stage.services.review.pcm_bytes = sample_feedback.speech(words, 26.6)
    stage.window.go("feedback", attempt.id)
    _settle()


def _settle() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


def _record(stage: Stage) -> None:
    stage.window.screen_shown().page.fix.retake.click()  # type: ignore[attr-defined]
    _settle()


RETAKE_SCENES = {
    "retake": retake, "retake-shorter": retake_shorter, "retake-made": retake_made, "by-ear": by_ear,
    "by-ear-compared": by_ear_compared,
}  # fmt: skip
