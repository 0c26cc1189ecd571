"""What may have been misheard costs nobody a mark."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.cli.printing import feedback_text
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Finding, Guide

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})
NADIA = {"caller_name": "Nadia Farrow", "phone_number": "0113 496 0107", "region": "GB"}
NUMBER = "oh one one three four nine six oh one oh seven"


def found(check: str, text: str, confidence: float | None = None, **context: object) -> Finding:
    words = [{"word": word, "confidence": confidence} for word in text.split()]
    request = read_request({"kind": "voicemail", "words": words, "context": {**NADIA, **context}})
    return next(one for one in judge(request, PLAIN).findings if one.check == check)


@pytest.mark.parametrize(
    ("confidence", "outcome"), [(None, "met"), (0.9, "met"), (0.4, "met"), (0.05, "unsure")]
)
def test_a_name_that_is_hardly_heard_is_unsure(confidence: float | None, outcome: str) -> None:
    assert found("own-name", "hello this is nadia", confidence).outcome == outcome


def test_nothing_is_missed_in_what_could_not_be_heard() -> None:
    assert found("asks-for-call-back", "hello this is nadia", 0.2).outcome == "unsure"
    assert found("asks-for-call-back", "hello this is nadia", 0.9).outcome == "missed"


@pytest.mark.parametrize("heard", ["nadya", "natia", "nadja"])
def test_a_misheard_name_is_found_where_a_name_belongs(heard: str) -> None:
    assert found("own-name", f"hello this is {heard} with tallis").outcome == "met"


def test_a_taught_spelling_is_the_name() -> None:
    text = "hello this is mystery hour with tallis"
    assert found("own-name", text).outcome != "met"
    assert found("own-name", text, heard_as={"Nadia Farrow": ["mystery hour"]}).outcome == "met"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (NUMBER, "met"),
        ("double oh four four one one three four nine six oh one oh seven", "met"),
        ("zero one one three four ninety six zero one zero seven", "met"),
        (f"{NUMBER} again {NUMBER}", "met"),
        ("oh one one three for nine sex oh one oh seven", "met"),
        (NUMBER.replace("seven", "eight"), "unsure"),
        (f"{NUMBER.replace('seven', 'eight')} again {NUMBER.replace('seven', 'eight')}", "missed"),
        (f"{NUMBER.replace('seven', 'eight')} again {NUMBER}", "unsure"),
        ("oh two oh seven nine four six oh one two three", "missed"),
        ("oh one one three", "not-applicable"),
    ],
)
def test_the_number_is_compared_digit_by_digit(said: str, outcome: str) -> None:
    assert found("number-right", f"call me on {said}").outcome == outcome


def test_silence_earns_no_mark_for_what_it_leaves_out() -> None:
    guide = load_guides()["sell-the-call"]
    request = read_request({"kind": "voicemail", "text": "", "context": NADIA})
    feedback = judge(request, guide)
    outcomes = {one.check: one.outcome for one in feedback.findings}
    assert "met" not in outcomes.values()
    assert "missed" not in outcomes.values()
    assert outcomes["no-email"] == outcomes["strong-opening"] == "not-applicable"
    assert outcomes["own-name"] == "unsure"
    assert feedback.headline.met == 0
    assert feedback.headline.of == feedback.headline.unsure > 0
    assert f"0 of {feedback.headline.of} met" in feedback_text(feedback)
