"""Scenes of what is prepared before a call, and what of it is shown during and after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from tests.ui import sample_feedback
from tests.ui.fakes import CALL_BACK, HEARD, VOICEMAIL, Announcer, FakeServices
from trainer.records import Attempt, CallEvent, Finding, MyPoints
from ui.briefing_panel import BriefingPanel
from ui.main_window import MainWindow

LIVE = "voicemail-follow-up-coffee"
POINTS = MyPoints(
    who="Sam Reyes, Fieldline",
    why="Priya found fuel charged twice",
    for_them="where to look in her own bills",
    next_step="ten minutes this week",
    must=("why", "next_step"),
    worry="fuel surcharges that nobody can explain",
    idea="compare March with the carrier's own table",
)


class Stage(Protocol):
    """What a scene may use."""

    window: MainWindow
    services: FakeServices

    def call(self, scenario_id: str) -> Announcer:
        """Start a call and return the one who announces it."""


def today_points(stage: Stage) -> None:
    stage.services.practice.points = {"dana-whitfield": POINTS}
    stage.services.settings = replace(stage.services.settings, guide="earn")
    stage.window.go("today", VOICEMAIL)
    _settle()
    panel = stage.window.screen_shown().findChild(BriefingPanel)
    if panel._narrow:
        panel.toggle.click()
    _settle()
    _reveal(stage, panel)


def today_points_form(stage: Stage) -> None:
    today_points(stage)
    panel = stage.window.screen_shown().findChild(BriefingPanel)
    panel.points.card.edit.click()
    _settle()
    _reveal(stage, panel)


def today_briefing_hidden(stage: Stage) -> None:
    stage.services.settings = replace(stage.services.settings, briefing=False)
    stage.window.go("today", VOICEMAIL)


def before_call(stage: Stage) -> None:
    stage.services.settings = replace(stage.services.settings, countdown=True)
    stage.window.go("call", VOICEMAIL)


def before_call_points(stage: Stage) -> None:
    stage.services.practice.points = {"dana-whitfield": POINTS}
    before_call(stage)


def before_call_selling(stage: Stage) -> None:
    stage.window.go("call", LIVE)


def call_own_points(stage: Stage) -> None:
    stage.services.practice.points = {"dana-whitfield": POINTS}
    stage.services.settings = replace(stage.services.settings, points_in_call=True)
    announcer = stage.call(VOICEMAIL)
    announcer.your_turn()
    announcer.speaking(14.2, HEARD)


def get_through_points(stage: Stage) -> None:
    scenario = "get-through-menu-dispatch"
    prospect = next(one.prospect for one in stage.services.scenarios if one.id == scenario)
    stage.services.practice.points = {prospect.id: POINTS}
    stage.services.settings = replace(stage.services.settings, points_in_call=True)
    announcer = stage.call(scenario)
    stage.window.screen_shown()._dial("hours")  # type: ignore[attr-defined]
    announcer.line()


def leave_or_not_points(stage: Stage) -> None:
    scenario = "leave-or-not-cold-vineyard"
    stage.services.settings = replace(stage.services.settings, points_in_call=True)
    announcer = stage.call(scenario)
    stage.window.screen_shown()._call()  # type: ignore[attr-defined]
    announcer.line()
    announcer.your_turn()
    announcer.speaking(12.0)


def ring_own_points(stage: Stage) -> None:
    stage.services.practice.points = {"dana-whitfield": POINTS}
    stage.call(CALL_BACK).ring(2)


def feedback_prepared(stage: Stage) -> None:
    attempt = sample_feedback.voicemail()
    found = (
        Finding(check="their-concern", outcome="missed", confidence=1.0),
        Finding(check="value-for-them", outcome="met", confidence=1.0),
    )
    feedback = replace(attempt.feedback, findings=(*attempt.feedback.findings, *found))
    _open(stage, replace(attempt, points=POINTS, feedback=feedback))


def feedback_sold(stage: Stage) -> None:
    attempt = sample_feedback.voicemail()
    _open(
        stage,
        replace(attempt, events=(*attempt.events, CallEvent(at_s=0.0, name="selling", detail="meeting"))),
    )


def _open(stage: Stage, attempt: Attempt) -> None:
    stage.services.review.attempts = {attempt.id: attempt}
    words = attempt.turns[0].transcript.words
    stage.services.review.pcm_bytes = sample_feedback.speech(words, 26.6)
    stage.window.go("feedback", attempt.id)
    _settle()


def _reveal(stage: Stage, panel: BriefingPanel) -> None:
    from ui.widgets.page import Page

    stage.window.screen_shown().findChild(Page).ensureWidgetVisible(panel.points, 0, 24)
    _settle()


def _settle() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


BRIEFING_SCENES = {
    "today-points": today_points, "today-points-form": today_points_form,
    "today-briefing-hidden": today_briefing_hidden, "before-call": before_call,
    "before-call-points": before_call_points, "before-call-selling": before_call_selling,
    "feedback-prepared": feedback_prepared, "feedback-sold": feedback_sold,
    "call-own-points": call_own_points, "ring-own-points": ring_own_points,
    "get-through-points": get_through_points, "leave-or-not-points": leave_or_not_points,
}  # fmt: skip
