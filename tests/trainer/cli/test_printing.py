from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.cli.printing import feedback_text
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Counts, Feedback, Finding, Headline


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "(wanted 2 or more)"),
        (1.0, "(1, wanted 2 or more)"),
        (4.47, "(4.47, wanted 2 or more)"),
        ("none", "(none, wanted 2 or more)"),
    ],
)
def test_a_value_is_shown_as_a_person_writes_it(value: float | str | None, shown: str) -> None:
    finding = Finding(
        check="number-twice", outcome="missed", confidence=1.0, counted=True, value=value, wanted="2 or more"
    )
    feedback = Feedback(
        id=None,
        guide="sell-the-call",
        headline=Headline(met=0, of=1, unsure=0),
        findings=(finding,),
        ribbon=(),
        ribbon_sentence="",
        fix=None,
        counts=Counts(words=0, fillers=0, restarts=0),
        seconds=None,
    )
    assert f"missed {shown}" in feedback_text(feedback)


def test_advice_names_its_author_and_the_fix_its_article() -> None:
    request = {
        "kind": "voicemail",
        "text": "hello owen just checking in our platform is the best please visit our website today",
    }
    printed = feedback_text(judge(read_request(request), load_guides()["sell-the-call"]))
    assert "Sean McPheat: How to get prospects to return your call" in printed
    assert "(Sean McPheat)" in printed
    assert "(ours)" in printed


def test_the_whole_message_is_printed_with_its_new_length() -> None:
    text = (
        "Hello Owen, this is Nadia from Tallis Freight. I found a mistake in your March invoice. Our "
        "platform is the best. Call me on 0113 496 0107 and I'll tell you which one. Thanks, Owen."
    )
    request = {
        "kind": "voicemail",
        "text": text,
        "context": {
            "caller_name": "Nadia", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
            "prospect_name": "Owen",
        },
    }  # fmt: skip
    printed = feedback_text(judge(read_request(request), load_guides()["sell-the-call"]))
    assert 's at your pace: "Hello Owen' in printed


def test_quotes_that_are_left_out_are_counted_and_parts_have_words() -> None:
    text = (
        "Hello Owen, this is Nadia. Our platform is the best. Ring me on 0113 496 0107. It cuts your costs "
        "by half. Lena sends her love. Our software checks every bill. Please visit our website."
    )
    printed = feedback_text(
        judge(read_request({"kind": "voicemail", "text": text}), load_guides()["sell-the-call"])
    )
    assert "\n      and 1 more place\n" in printed
    assert "second ask" in printed
    assert "second-ask" not in printed
