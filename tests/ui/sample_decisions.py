"""Judged attempts at the drills in which the user decides and says nothing."""

from __future__ import annotations

from dataclasses import replace

from tests.ui import sample_feedback
from tests.ui.fakes import FakeServices, library
from trainer.analysis import judge
from trainer.guides import load_guides
from trainer.judging import context_of, request_of
from trainer.records import Attempt, CallEvent

LEAVE_OR_NOT = "leave-or-not-spoken-seafood"
DRAW_THE_LINE = "draw-the-line-brewery"


def decided_attempt(scenario_id: str, *events: tuple[str, str], guide: str = "to-leave-or-not") -> Attempt:
    """What comes of a call in which these events (name, detail) happened."""
    scenario = library().scenario(scenario_id)
    attempt = replace(
        sample_feedback.voicemail(),
        scenario=scenario,
        context=context_of(scenario, library().sellers[scenario.seller]),
        turns=(),
        revisions=(),
        prediction=None,
        guide=guide,
        events=tuple(CallEvent(at_s=0.0, name=name, detail=detail) for name, detail in events),
    )
    return replace(attempt, feedback=judge(request_of(attempt), load_guides()[guide]))


def show(services: FakeServices, attempt: Attempt) -> None:
    """Keep `attempt` as the only one, with all articles and guides to name."""
    guides = load_guides()
    services.articles = {number: one for guide in guides.values() for number, one in guide.sources.items()}
    services.guides = {guide.id: guide.title for guide in guides.values()}
    services.review.attempts = {attempt.id: attempt}
