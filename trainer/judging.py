"""From a stored attempt to its feedback: joins history, guides and analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from trainer.analysis import JUDGE_VERSION, judge
from trainer.decided import with_events
from trainer.guides import guide_for, guide_hash
from trainer.history.store import Store
from trainer.practice.device_delay import delay_of, taken_off
from trainer.practice.goes import best_go, goes_of, with_go
from trainer.records import (
    Attempt,
    Context,
    Feedback,
    Guide,
    Headline,
    JudgeRequest,
    KeyPoint,
    Kind,
    OwnMessage,
    Scenario,
    Seller,
    SpokenTurn,
    Word,
)


def context_of(
    scenario: Scenario,
    seller: Seller,
    message: OwnMessage | None = None,
    script: tuple[KeyPoint, ...] = (),
) -> Context:
    """What the judge may know about a call of `seller` in `scenario` that answers `message`.

    `script`: what the user means to say in it.
    """
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
        script=script,
        message_left=message.said if message else scenario.default_message,
        facts=scenario.facts,
        can_talk=scenario.can_talk,
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
    """What the judge is asked about a stored attempt; what the sound devices took is taken off its times."""
    delay = delay_of(attempt)
    turns = tuple(
        SpokenTurn(
            words=turn.transcript.words if turn.transcript else (),
            caller_line=turn.caller_line,
            timing=taken_off(turn.timing, delay),
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
    """Judge the scenarios' model answers until `enough()`, asked before each, says so; nothing is kept.

    The judge compiles its phrases when they are first met. After this it has met most of them, and nobody
    waits for that after hanging up (200 ms were measured).
    """
    for scenario in scenarios:
        guide, _ = guide_for(guides, None, scenario.kind)
        for answer in scenario.model_answers:
            if enough():
                return
            words = tuple(Word(word=word) for word in " ".join(answer.says).split())
            judge(JudgeRequest(id=None, kind=scenario.kind, turns=(SpokenTurn(words=words),)), guide)


def judge_stored(store: Store, attempt_id: str, guides: dict[str, Guide]) -> Attempt:
    """Judge a stored attempt by its own guide, keep the result, and return the attempt with it.

    A guide that has been deleted since is replaced by the usual one for the kind.
    """
    attempt = store.attempt(attempt_id)
    if attempt.feedback is None and goes_of(attempt):
        attempt = _keep_best_go(store, attempt, guides)
    feedback, guide = judgement_of(attempt, guides)
    store.save_feedback(attempt_id, feedback, guide_hash=guide_hash(guide), judge_version=JUDGE_VERSION)
    if attempt.state != "set-aside":
        store.set_state(attempt_id, "judged")
    return store.attempt(attempt_id)


def judgement_of(attempt: Attempt, guides: dict[str, Guide]) -> tuple[Feedback, Guide]:
    """The judgement, and the guide that made it."""
    kind, *further = judged_as(attempt.scenario)
    wanted = attempt.guide if attempt.guide in guides else None
    guide, handed_over_from = guide_for(guides, wanted, kind)
    request = request_of(attempt)
    feedback = judge(request, guide, handed_over_from=handed_over_from)
    return (with_next_step(feedback, request, guide) if further else feedback), guide


def with_next_step(feedback: Feedback, request: JudgeRequest, guide: Guide) -> Feedback:
    """`feedback` with the check `next-step` of call backs counted as well (guidance.md section 2)."""
    found = judge(replace(request, kind="callback"), guide).findings
    step = next(replace(one, counted=True) for one in found if one.check == "next-step")
    headline = feedback.headline
    if not step.disputed:
        headline = Headline(
            met=headline.met + (step.outcome == "met"),
            of=headline.of + (step.outcome != "not-applicable"),
            unsure=headline.unsure + (step.outcome == "unsure"),
        )
    return replace(feedback, headline=headline, findings=(*feedback.findings, step))


def _keep_best_go(store: Store, attempt: Attempt, guides: dict[str, Guide]) -> Attempt:
    """Make the goes that are not the best ones retakes; returns the attempt as it then is."""
    goes = goes_of(attempt)
    best = best_go({go.id: judgement_of(with_go(attempt, go), guides)[0] for go in goes})
    for go in goes:
        if go.id != best:
            store.finish_take(attempt.id, replace(go, purpose="retake"))
        else:
            timing = replace(attempt.turns[0].timing, first_word_latency_s=go.first_word_latency_s)
            store.set_timing(attempt.id, 0, timing)
    return store.attempt(attempt.id)
