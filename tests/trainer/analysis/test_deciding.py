"""One decision, four authors: each judges by their own rule and says what they would have done."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Feedback, Finding

GUIDES = load_guides()


def judged(guide: str, text: str = "", **context: Any) -> Feedback:
    return judge(read_request({"kind": "leave-or-not", "text": text, "context": context}), GUIDES[guide])


def decision(feedback: Feedback) -> Finding:
    return next(one for one in feedback.findings if one.check == "right-decision")


@pytest.mark.parametrize(
    ("guide", "facts", "decided", "outcome"),
    [
        ("to-leave-or-not", ["good-lead"], "leave", "met"),
        ("to-leave-or-not", ["good-lead"], "hang-up", "missed"),
        ("to-leave-or-not", ["cold-call", "fund-raising"], "hang-up", "met"),
        ("to-leave-or-not", ["cold-call"], "leave", "missed"),
        ("sell-the-call", ["cold-call"], "leave", "met"),
        ("sell-the-call", ["good-lead"], "hang-up", "missed"),
        ("earn", ["cold-call", "something-for-them"], "leave", "met"),
        ("earn", ["spoken-before"], "leave", "missed"),
        ("earn", ["spoken-before"], "hang-up", "met"),
        ("earn", ["needed-information"], "hang-up", "missed"),
        ("introduce", ["good-lead"], "hang-up", "met"),
    ],
)
def test_each_author_has_a_rule(guide: str, facts: list[str], decided: str, outcome: str) -> None:
    assert decision(judged(guide, facts=facts, decision=decided)).outcome == outcome


@pytest.mark.parametrize(
    ("reason", "decided", "outcome"),
    [
        ("we have spoken before", "leave", "met"),
        ("they already have one", "hang-up", "met"),
        ("they already have one", "leave", "missed"),
        ("it is a hot lead", "leave", "missed"),
        ("I felt like it", "hang-up", "missed"),
        (None, "leave", "missed"),
    ],
)
def test_where_both_lists_apply_the_reason_decides(reason: str | None, decided: str, outcome: str) -> None:
    facts = ["spoken-before", "already-has-it"]
    found = judged("to-leave-or-not", facts=facts, decision=decided, reason=reason)
    assert decision(found).outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("hello dana this is sam reyes from fieldline we check freight invoices", "met"),
        ("hello dana please call me back", "missed"),
        ("", "unsure"),
    ],
)
def test_a_message_that_introduces_is_right_to_mayer(text: str, outcome: str) -> None:
    context = {"decision": "leave", "reason": "cold-call", "caller_name": "Sam Reyes", "situation": "cold"}
    assert decision(judged("introduce", text, **context)).outcome == outcome


def test_the_others_say_what_they_would_do_and_the_guide_in_force_is_not_among_them() -> None:
    found = judged("earn", facts=["cold-call"], decision="leave")
    assert [(one.article, one.outcome) for one in found.others] == [
        ("003", "missed"),
        ("002", "met"),
        ("001", "unsure"),
    ]
    assert all(one.says.endswith(".") for one in found.others)
    assert decision(found).source == ("000",)


def test_a_guide_without_a_list_hands_over_and_other_kinds_have_no_others() -> None:
    request = read_request({"kind": "voicemail", "text": "hello", "context": {"decision": "leave"}})
    assert judge(request, GUIDES["sell-the-call"]).others == ()


def test_the_situation_stands_for_an_entry_where_none_is_given() -> None:
    assert decision(judged("to-leave-or-not", situation="cold", decision="hang-up")).outcome == "met"
    assert decision(judged("to-leave-or-not", situation="lead", decision="hang-up")).outcome == "missed"
