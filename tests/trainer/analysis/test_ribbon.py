"""The ribbon: every word in one clause, and one true sentence about the seconds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Feedback

GUIDE = load_guides()["sell-the-call"]
CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "prospect_name": "Owen",
}  # fmt: skip
SPOKEN = (
    "hello owen, this is nadia tallis from tallis freight. please call me back on 0113 496 0107. our boxes "
    "are the best, thanks um good day so if you two minutes 0113 … visit - www. £5 NADIA"
)
WORDS = st.sampled_from(SPOKEN.split())


def spoken(text: str, second_a_word: float = 0.5) -> list[dict[str, Any]]:
    return [
        {"word": word, "start": place * second_a_word, "end": (place + 1) * second_a_word, "confidence": 1}
        for place, word in enumerate(text.split())
    ]


def feedback(**members: Any) -> Feedback:
    return judge(read_request({"kind": "voicemail", "context": CONTEXT, **members}), GUIDE)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40), st.booleans())
def test_every_word_is_in_one_clause_and_in_order(words: list[str], timed: bool) -> None:
    text = " ".join(words)
    found = feedback(words=spoken(text)) if timed else feedback(text=text)
    covered = [place for one in found.ribbon for place in range(one.first_word, one.last_word + 1)]
    assert covered == list(range(len(words)))
    assert " ".join(one.quote for one in found.ribbon) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "hello owen nadia tallis here our boxes are the best in the country please call me back on "
            "0113 496 0107",
            "before you asked.",
        ),
        (
            "hello owen nadia tallis here please call me back on 0113 496 0107 our boxes are the best in "
            "the country",
            "after you asked.",
        ),
        ("hello owen nadia tallis here our boxes are the best in the country", "and no ask."),
        (
            "hello owen nadia tallis here our boxes are the best in the country my number is 0113 496 0107",
            "and no ask, only your number.",
        ),
    ],
)
def test_selling_is_told_with_where_the_ask_stands(text: str, says: str) -> None:
    sentence = feedback(words=spoken(text)).ribbon_sentence
    assert " s of selling " in sentence
    assert sentence.endswith(says)


def test_without_times_nothing_is_said_of_seconds() -> None:
    assert feedback(text="Hello Owen, please call me back.").ribbon_sentence == ""


def test_time_of_day_stays_in_the_greeting() -> None:
    text = (
        "Owen, good day, Nadia Tallis from Tallis Freight. Two of your lorries leave Leeds half empty every "
        "night. Please call me back on 0113 496 0107."
    )
    ribbon = feedback(text=text).ribbon
    assert [(one.part, one.quote) for one in ribbon[:2]] == [
        ("greeting", "Owen, good day,"),
        ("who", "Nadia Tallis from Tallis Freight."),
    ]


def test_selling_on_both_sides_of_the_ask_is_told_apart_and_adds_up_as_the_list_does() -> None:
    found = feedback(
        words=spoken(
            "hello owen nadia tallis here our boxes are the best in the country please call me back on "
            "0113 496 0107 our boxes are the best in the country",
            0.47,
        )
    )
    listed = [
        round(one.end_s - one.start_s, 1)
        for one in found.ribbon
        if one.part == "selling" and one.start_s is not None and one.end_s is not None
    ]
    before, after = listed
    assert found.ribbon_sentence == f"{before} s of selling before you asked, {after} s after."


def test_a_number_said_slowly_is_not_what_cost_the_time() -> None:
    words = spoken("hello owen nadia tallis here please call me back on 0113 496 0107")
    for word in words[-3:]:
        word["end"] += 9
    for word in words[-2:]:
        word["start"] += 9
    words[-1]["end"] = words[-1]["start"] + 9
    sentence = feedback(words=words).ribbon_sentence
    assert sentence.startswith("Apart from the number, the longest part, ")


def test_who_never_said_their_name_is_told_so_and_not_what_went_to_it() -> None:
    text = (
        "Oh. Hang on. Let me find my list. Where was I? Bear with me a moment. Sorry. We repair boats. Bye."
    )
    sentence = feedback(words=spoken(text)).ribbon_sentence
    assert sentence.startswith("Most of the time, ")
    assert sentence.endswith(" s of speech, went to other words; you never gave your name.")


def test_a_trade_without_a_name_is_no_who_you_are() -> None:
    words = spoken("we repair cold stores for fishmongers and bakers")
    request = {"kind": "elevator", "context": CONTEXT, "words": words}
    sentence = judge(read_request(request), load_guides()["introduce"]).ribbon_sentence
    assert sentence.endswith(" went to what you do.")


def test_whoever_it_is_is_quoted_whole() -> None:
    found = feedback(
        text="Hello Owen, Nadia Tallis here. Anyway. If whoever it is could give me a bell, I am in."
    )
    (ask,) = [one for one in found.findings if one.check == "asks-for-call-back"]
    assert ask.evidence[0].quote.startswith("If whoever it is could give me a bell")
