"""Scenes of the drills in which the user decides, for photograph.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tests.ui.fakes import Announcer, library
from tests.ui.sample_decisions import DRAW_THE_LINE, LEAVE_OR_NOT, decided_attempt, show
from trainer.drills.draw_the_line import CHOICES
from trainer.facts import REASONS
from trainer.records import Attempt, Calendar, TryMade

if TYPE_CHECKING:
    from photograph import Stage

MADE = (
    TryMade(day=1, minute=570, left=False, meets="mailbox"),
    TryMade(day=1, minute=810, left=False, meets="no-answer"),
    TryMade(day=2, minute=810, left=True, meets="assistant"),
    TryMade(day=4, minute=810, left=False, meets="call-tomorrow", taken_for="brush-off"),
)


def _begun(stage: Stage) -> Announcer:
    announcer = stage.call(LEAVE_OR_NOT)
    stage.window.screen_shown()._call()  # type: ignore[attr-defined]
    announcer.line()
    announcer.deciding("decision", "leave", "hang-up")
    return announcer


def situation(stage: Stage) -> None:
    stage.window.go("call", LEAVE_OR_NOT)


def decide(stage: Stage) -> None:
    _begun(stage)


def reasons(stage: Stage) -> None:
    _begun(stage).deciding("reason", *REASONS["leave"], "say")


def saying(stage: Stage) -> None:
    announcer = _begun(stage)
    announcer.deciding("reason", *REASONS["leave"], "say")
    announcer.your_turn()


def verdict(stage: Stage) -> None:
    happened = (("decided", "leave"), ("reason", "already-has-it"))
    _show(stage, decided_attempt(LEAVE_OR_NOT, *happened))


def tries(stage: Stage) -> None:
    calendar = Calendar(day=5, minute=570, made=MADE, since="When you spoke he sounded friendly.")
    stage.call(DRAW_THE_LINE).deciding("next-try", *CHOICES, calendar=calendar)


def reading(stage: Stage) -> None:
    tries(stage)
    QCoreApplication.processEvents()  # the question comes before it is answered
    announcer = Announcer(stage.bridge.post, library().scenario(DRAW_THE_LINE))
    stage.window.screen_shown()._decide("call")  # type: ignore[attr-defined]
    announcer.line()
    announcer.deciding("reading", "interest", calendar=Calendar(day=5, minute=570, made=MADE))


def tries_judged(stage: Stage) -> None:
    made = [("try", f"day {day} 10:00 call") for day in (1, 1, 2, 3)]
    _show(stage, decided_attempt(DRAW_THE_LINE, *made, ("moved-on", "day 3"), guide="introduce"))


def _show(stage: Stage, attempt: Attempt) -> None:
    show(stage.services, attempt)
    stage.window.go("feedback", attempt.id)


DECISION_SCENES = {
    "decision-situation": situation, "decision-line": decide, "decision-reasons": reasons,
    "decision-saying": saying, "decision-verdict": verdict, "tries": tries, "tries-reading": reading,
    "tries-judged": tries_judged,
}  # fmt: skip
