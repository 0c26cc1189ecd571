"""Every check has a title, an explanation, advice, a source, and examples that come out as they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trainer.analysis import judge
from trainer.analysis.checks import Check, Example, all_checks
from trainer.analysis.language.lexicon import word_set
from trainer.check_ids import CHECK_IDS
from trainer.contract import read_request
from trainer.records import Counted, Finding, Guide

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})

NEVER = {
    # A clock or a tally leaves no doubt.
    "unsure": word_set(
        """spaced-the-tries stopped-at-the-line moved-on level number-clear intro-in-ten length under-ten
        quick-pick-up quick-first-word pause-after-objection within-limit"""
    ),
    # Asked of every attempt of their kind.
    "not-applicable": word_set(
        """asks-for-call-back points-to-email welcomes-the-call gave-a-reason
        reached-a-person promises-brevity friendly-close number says-what-you-do steady
        invites-conversation their-concern for-them value-for-them reason-to-call"""
    ),
}
"""Outcomes that a check cannot have."""

CASES = [
    pytest.param(check, example, kind, id=f"{check.id}-{kind}-{number}-{example.outcome}")
    for check in all_checks().values()
    for kind in sorted(check.kinds)
    for number, example in enumerate(check.examples)
]


def counting(check: Check, kind: str) -> Guide:
    """A guide that counts this check alone."""
    return replace(PLAIN, counts={kind: (Counted(check=check.id),)})


def finding(check: Check, example: Example, kind: str) -> Finding:
    request = {"kind": kind, "context": dict(example.context), **example.more}
    if not {"words", "turns"} & set(example.more):
        request["text"] = example.text
    found = judge(read_request(request), counting(check, kind)).findings
    return next(one for one in found if one.check == check.id)


@pytest.mark.parametrize(("check", "example", "kind"), CASES)
def test_example_comes_out_as_it_says(check: Check, example: Example, kind: str) -> None:
    assert finding(check, example, kind).outcome == example.outcome


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_check_explains_itself(check: Check) -> None:
    assert check.title
    assert check.explain.endswith(".")
    assert check.advice.endswith(".")
    assert "!" not in check.explain + check.advice
    assert set(check.source) <= {"000", "001", "002", "003", "004", "ours"}


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_each_outcome_that_a_check_can_have_is_shown_by_an_example(check: Check) -> None:
    possible = {"met", "missed"} | {outcome for outcome, ids in NEVER.items() if check.id not in ids}
    assert {example.outcome for example in check.examples} == possible


@pytest.mark.parametrize("check", ["points-to-email", "no-call-back-ask"])
def test_what_only_one_guide_wants_is_not_asked_under_the_others(check: str) -> None:
    request = read_request({"kind": "voicemail", "text": "hi owen please call me back on 0113 496 0107"})
    outcomes = {one.check: one.outcome for one in judge(request, PLAIN).findings}
    assert outcomes[check] == "not-applicable"


@pytest.mark.parametrize("kind", ["voicemail", "callback", "elevator", "get-through"])
def test_built_kinds_decide_every_public_check(kind: str) -> None:
    built = {check.id for check in all_checks().values() if kind in check.kinds}
    assert built == set(CHECK_IDS[kind])
