"""Putting a call back off: the pass for whoever cannot talk, and only advice for whoever can."""

from __future__ import annotations

from dataclasses import replace

from tests.trainer.practice.test_readiness import SCENARIO, SELLER, call_back, turn
from trainer.guides import load_guides
from trainer.judging import context_of, judgement_of, request_of
from trainer.practice.deferral import THEY_ARE_HERE_NOW, deferral
from trainer.records import Attempt, CallEvent, Feedback

PUT_OFF = "dana i am with a client whats the best number to call you back on in ten minutes"
BUSY = replace(context_of(SCENARIO, SELLER), can_talk=False)
MARK = CallEvent(at_s=9.0, name="cannot-talk")
WAIVED = ("recalls-reason", "core-in-ten", "next-step")


def marked(said: str) -> Attempt:
    """A call back in which the user pressed the key."""
    attempt = replace(call_back(turn(0), turn(1, said)), events=(MARK,))
    feedback, _ = judgement_of(attempt, load_guides())
    return replace(attempt, feedback=feedback)


def outcomes(feedback: Feedback | None) -> dict[str, str]:
    assert feedback
    return {finding.check: finding.outcome for finding in feedback.findings}


def test_the_key_makes_a_deferral_the_pass_and_waives_the_rest() -> None:
    attempt = marked(PUT_OFF)
    assert not request_of(attempt).context.can_talk
    found = outcomes(attempt.feedback)
    assert [found[check] for check in WAIVED] == ["not-applicable"] * 3
    verdict = deferral(attempt)
    assert verdict
    assert (verdict.state, "that is a pass" in verdict.sentence) == ("met", True)


def test_it_is_no_part_of_the_headline() -> None:
    attempt = marked(PUT_OFF)
    assert attempt.feedback
    (found,) = [one for one in attempt.feedback.findings if one.check == "graceful-deferral"]
    assert not found.counted
    counted = [one for one in attempt.feedback.findings if one.counted and one.outcome != "not-applicable"]
    assert attempt.feedback.headline.of == len(counted)


def test_whoever_cannot_talk_and_talks_misses_it_and_is_asked_for_nothing_else() -> None:
    attempt = marked("hi dana its sam reyes at fieldline i rang about your freight invoices")
    found = outcomes(attempt.feedback)
    assert [found[check] for check in WAIVED] == ["not-applicable"] * 3
    verdict = deferral(attempt)
    assert verdict
    assert verdict.state == "missed"


def test_a_scenario_that_says_so_is_judged_alike() -> None:
    attempt = call_back(turn(0), turn(1, PUT_OFF), context=BUSY)
    assert outcomes(attempt.feedback) == outcomes(marked(PUT_OFF).feedback)
    assert deferral(attempt) == deferral(marked(PUT_OFF))


def test_whoever_can_talk_hears_the_articles_advice_and_is_not_excused() -> None:
    attempt = call_back(turn(0), turn(1, PUT_OFF))
    verdict = deferral(attempt)
    assert verdict
    assert (verdict.state, verdict.sentence) == (None, THEY_ARE_HERE_NOW)
    assert "not-applicable" not in (outcomes(attempt.feedback)[check] for check in WAIVED)


def test_a_plain_call_back_says_nothing_of_it() -> None:
    assert deferral(call_back(turn(0), turn(1, "hi dana its sam reyes"))) is None
