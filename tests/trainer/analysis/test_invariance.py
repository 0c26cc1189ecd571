"""Outcomes depend on what was said, not on how it is written down; and no input makes the judge fall over."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trainer.analysis.test_twins import (
    A_LEAD,
    AN_INTRODUCTION,
    EVERYTHING_AT_ONCE,
    ONLY_THE_CALL,
    REFERRAL,
)
from trainer.analysis import judge
from trainer.analysis.checks import all_checks
from trainer.contract import feedback_json, judge_line, read_request
from trainer.guides import load_guides
from trainer.records import Guide

GUIDES = load_guides()
PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})
TEXTS = [
    (example.text, dict(example.context))
    for check in all_checks().values()
    for example in check.examples
    if example.text
] + [(text, REFERRAL) for text in (ONLY_THE_CALL, A_LEAD, AN_INTRODUCTION, EVERYTHING_AT_ONCE)]


def outcomes(text: str, context: dict[str, object], kind: str) -> dict[str, str]:
    request = read_request({"kind": kind, "text": text, "context": context})
    return {finding.check: finding.outcome for finding in judge(request, PLAIN).findings}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(["voicemail", "callback", "elevator"]), st.data())
def test_case_and_punctuation_change_nothing(
    sample: tuple[str, dict[str, object]], kind: str, data: st.DataObject
) -> None:
    text, context = sample
    marks = data.draw(
        st.lists(st.sampled_from(["", ",", ".", "!", "?", ";", "…", " —"]), min_size=1, max_size=9)
    )
    words = [re.sub(r"[,.!?;:—]+$", "", word) for word in text.split()]
    bare = " ".join(words)
    dressed = " ".join(word + marks[place % len(marks)] for place, word in enumerate(words))
    written = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))(dressed)
    assert outcomes(written, context, kind) == outcomes(bare, context, kind)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
finite_or_not = st.none() | st.floats(allow_nan=True, allow_infinity=True)
a_word = st.fixed_dictionaries(
    {
        "word": st.text(max_size=12)
        | st.sampled_from(["um", "call", "me", "back", "on", "oh", "one", "double", "five", "ten", "percent"])
    },
    optional={"start": finite_or_not, "end": finite_or_not, "confidence": finite_or_not},
)
names = st.none() | st.text(max_size=12) | st.sampled_from(["Zoë", "Ò", "J", "李", "a b c"])
voiced = st.fixed_dictionaries({"start": st.floats(), "end": st.floats()})
request = st.fixed_dictionaries(
    {"kind": st.sampled_from(["voicemail", "callback", "elevator", "leave-or-not"])},
    optional={
        "turns": st.lists(
            st.fixed_dictionaries(
                {"words": st.lists(a_word, max_size=20)},
                optional={"voiced": st.lists(voiced, max_size=3)},
            ),
            max_size=3,
        ),
        "context": st.fixed_dictionaries(
            {},
            optional={
                "caller_name": names, "caller_company": names, "prospect_name": names, "referrer": names,
                "phone_number": st.text(max_size=15), "region": st.text(max_size=3),
                "message_left": st.text(max_size=40),
                "can_talk": st.booleans(),
            },
        ),
        "revisions": st.lists(
            st.fixed_dictionaries({"undo": st.integers()})
            | st.fixed_dictionaries({"dispute": st.text(max_size=10)})
            | st.fixed_dictionaries(
                {
                    "correct": st.fixed_dictionaries(
                        {
                            "turn": st.integers(-1, 2), "first_word": st.integers(-1, 9),
                            "last_word": st.integers(-1, 9),
                            "words": st.lists(st.text(max_size=8), max_size=3),
                        }
                    )
                }
            ),
            max_size=3,
        ),
    },
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(request | junk)
def test_any_line_gets_a_result_or_an_error(data: object) -> None:
    result = judge_line(json.dumps(data), GUIDES)
    json.dumps(result, allow_nan=False)
    assert "checks" in result or result["error"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["voicemail", "callback", "elevator"]))
def test_any_text_is_covered_by_the_ribbon(text: str, kind: str) -> None:
    result = feedback_json(judge(read_request({"kind": kind, "text": text}), PLAIN))
    covered = [
        word for clause in result["ribbon"] for word in range(clause["first_word"], clause["last_word"] + 1)
    ]
    assert covered == list(range(len(text.split())))


def test_five_thousand_words_are_judged() -> None:
    text = " ".join(ONLY_THE_CALL.split() * 60)
    assert outcomes(text, REFERRAL, "voicemail")["own-name"] == "met"
