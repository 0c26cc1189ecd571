"""From a stored attempt to its feedback: joins history, guides and analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trainer.analysis import JUDGE_VERSION, judge
from trainer.decided import with_events
from trainer.guides import guide_for, guide_hash
from trainer.history.store import Store
from trainer.records import (
    Attempt,
    Context,
    Guide,
    JudgeRequest,
    Kind,
    OwnMessage,
    Scenario,
    Seller,
    SpokenTurn,
    Word,
)


def context_of(scenario: Scenario, seller: Seller, message: OwnMessage | None = None) -> Context:
    """What the judge may know about a call of `seller` in `scenario` that answers `message`."""
    return Context(
        caller_name=seller.name or None,
        caller_company=seller.company,
        caller_does=seller.does,
        phone_number=seller.number,
        region=seller.region,
        prospect_name=scenario.prospect.name,
        prospect_company=scenario.prospect.company,
        prospect_concern=scenario.prospect.concern,
        referrer=scenario.referrer,
        situation=scenario.situation,
        message_left=message.said if message else scenario.default_message,
        facts=scenario.facts,
        own_limit=seller.own_limit,
        heard_as=seller.heard_as,
    )


def judged_as(scenario: Scenario) -> tuple[Kind, ...]:
    """The kinds whose checks a call of `scenario` is judged by; all counted ones are of the first.

    Somebody who picks up instead of their mailbox hears an elevator speech, which should lead to a next
    step (guidance.md section 2).
    """
    return ("elevator", "callback") if scenario.picks_up else (scenario.kind,)


def request_of(attempt: Attempt) -> JudgeRequest:
    """What the judge is asked about a stored attempt."""
    turns = tuple(
        SpokenTurn(
            words=turn.transcript.words if turn.transcript else (),
            caller_line=turn.caller_line,
            timing=turn.timing,
            voiced=turn.take.speech if turn.take else None,
            level=turn.take.level if turn.take else None,
        )
        for turn in attempt.turns
    )
    return JudgeRequest(
        id=attempt.id,
        kind=judged_as(attempt.scenario)[0],
        turns=turns,
        context=with_events(attempt.context, attempt.events),
        revisions=attempt.revisions,
    )


def rehearse(scenarios: Iterable[Scenario], guides: dict[str, Guide], enough: Callable[[], bool]) -> None:
    """Judge the scenarios' model answers until `enough()` says so; nothing is kept.

    The judge compiles its phrases when they are first met. After this it has met most of them, and nobody
    waits for that after hanging up (200 ms were measured).
    """
    for scenario in scenarios:
        if enough():
            return
        guide, _ = guide_for(guides, None, scenario.kind)
        for answer in scenario.model_answers:
            words = tuple(Word(word=word) for word in " ".join(answer.says).split())
            judge(JudgeRequest(id=None, kind=scenario.kind, turns=(SpokenTurn(words=words),)), guide)


def judge_stored(store: Store, attempt_id: str, guides: dict[str, Guide]) -> Attempt:
    """Judge a stored attempt by its own guide, keep the result, and return the attempt with it.

    A guide that has been deleted since is replaced by the usual one for the kind.
    """
    attempt = store.attempt(attempt_id)
    wanted = attempt.guide if attempt.guide in guides else None
    guide, handed_over_from = guide_for(guides, wanted, attempt.scenario.kind)
    feedback = judge(request_of(attempt), guide, handed_over_from=handed_over_from)
    store.save_feedback(attempt_id, feedback, guide_hash=guide_hash(guide), judge_version=JUDGE_VERSION)
    if attempt.state != "set-aside":
        store.set_state(attempt_id, "judged")
    return store.attempt(attempt_id)
