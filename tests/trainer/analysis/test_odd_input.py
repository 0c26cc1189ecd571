"""What is no message, and times that cannot be, cost nobody a mark."""

from __future__ import annotations

import json

import pytest

from trainer.analysis import judge
from trainer.contract import judge_line, read_request
from trainer.guides import load_guides
from trainer.records import Feedback

GUIDES = load_guides()
MESSAGE = "hello owen this is nadia from tallis freight please call me back on 0113 496 0107 thank you"


def feedback(**members: object) -> Feedback:
    return judge(read_request({"kind": "voicemail", **members}), GUIDES["sell-the-call"])


def timed(*times: tuple[float, float]) -> list[dict[str, object]]:
    said = ("call", "me", "back")
    return [
        {"word": word, "start": start, "end": end} for word, (start, end) in zip(said, times, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "um uh er [unk] <unk> hmm",
        "guten tag hier spricht anna weber von der firma lange bitte rufen sie mich unter dieser nummer an",
        "bonjour monsieur je vous appelle au sujet de votre facture merci de me rappeler",
        "你好 请给我回电话",
    ],
)
def test_what_is_no_english_is_neither_met_nor_missed(text: str) -> None:
    outcomes = {one.check: one.outcome for one in feedback(text=text).findings}
    worded = set(outcomes) - {"pace", "fillers", "pauses", "restarts", "level", "steady"}
    assert {outcomes[check] for check in worded} <= {"unsure", "not-applicable"}


def test_one_english_word_is_judged() -> None:
    outcomes = {one.check: one.outcome for one in feedback(text="hello").findings}
    assert outcomes["asks-for-call-back"] == "missed"


@pytest.mark.parametrize("text", ["9" * 5000, "call " + "1 " * 5000, "call one " + "one thousand " * 3000])
def test_a_number_that_never_ends_is_judged(text: str) -> None:
    result = judge_line(json.dumps({"kind": "voicemail", "text": text}), GUIDES)
    assert "error" not in result


def test_digits_of_other_scripts_keep_their_zeros() -> None:
    context = {"phone_number": "0113 496 0107"}
    found = feedback(text="please call me on ٠١١٣٤٩٦٠١٠٧", context=context).findings
    assert next(one for one in found if one.check == "number-right").outcome == "met"


@pytest.mark.parametrize(
    "words",
    [
        timed((5.0, 6.0), (3.0, 4.0), (1.0, 2.0)),
        timed((0.0, 2.0), (1.0, 3.0), (0.5, 0.6)),
        timed((0.0, 0.5), (1e300, 1e301), (1.0, 1.5)),
    ],
)
def test_times_out_of_order_never_become_negative_seconds(words: list[dict[str, object]]) -> None:
    found = feedback(words=words)
    assert "-" not in found.ribbon_sentence
    assert found.seconds is not None
    assert 0 <= found.seconds < 10
    assert all(
        clause.start_s <= clause.end_s
        for clause in found.ribbon
        if clause.start_s is not None and clause.end_s is not None
    )


def test_words_that_the_engine_does_not_believe_are_no_proof() -> None:
    words = [{"word": word, "confidence": 0.0} for word in MESSAGE.split()]
    unsure = next(one for one in feedback(words=words).findings if one.check == "asks-for-call-back")
    assert unsure.outcome == "unsure"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("our platform is the best and will save you thirty percent please call me back", "before you asked"),
        ("please call me back thank you our platform is the best and will save you money", "after you asked"),
        ("our platform is the best and will save you thirty percent", "and no ask"),
    ],
)
def test_the_sentence_says_where_the_selling_stood(said: str, sentence: str) -> None:
    words = [
        {"word": word, "start": index * 0.4, "end": index * 0.4 + 0.3}
        for index, word in enumerate(said.split())
    ]
    assert feedback(words=words).ribbon_sentence.endswith(f"s of selling {sentence}.")


def test_a_number_that_breaks_off_is_neither_whole_nor_wrong() -> None:
    context = {"phone_number": "07700 900315"}
    found = feedback(text="give me a call on 07700 900 oh hang on i forget the end", context=context).findings
    outcomes = {one.check: one.outcome for one in found}
    assert (outcomes["number"], outcomes["number-right"]) == ("unsure", "unsure")
