"""What engines do to names, numbers and pauses, and what the judge makes of it all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import (
    Context,
    Counted,
    Feedback,
    Finding,
    Fix,
    Guide,
    JudgeRequest,
    Kind,
    Span,
    SpokenTurn,
    Word,
)

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})
AOIFE = {"caller_name": "Aoife Brennan", "caller_company": "Marlowe Vans", "prospect_name": "Dr Anil Patel"}


def judged(text: str, kind: str = "voicemail", **context: object) -> Feedback:
    return judge(read_request({"kind": kind, "text": text, "context": context}), PLAIN)


def found(feedback: Feedback, check: str) -> Finding:
    return next(one for one in feedback.findings if one.check == check)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("how are you declan if a brennan here from marlowe vans", "met"),
        ("hello eva brennan speaking", "met"),
        ("hello declan your neighbours the whole brennan family like it", "missed"),
        ("hello declan would you have time for a brunch", "missed"),
    ],
)
def test_a_surname_where_a_name_belongs_is_the_name(text: str, outcome: str) -> None:
    assert found(judged(text, **AOIFE), "own-name").outcome == outcome


@pytest.mark.parametrize("text", ["doctor patel this is eva", "hello mister patel", "hi anil"])
def test_a_prospect_is_greeted_by_surname_too(text: str) -> None:
    assert found(judged(text, **AOIFE), "greets-by-name").outcome == "met"


@pytest.mark.parametrize("text", ["you responded to one of our ads", "we have done it"])
def test_everyday_words_that_only_sound_like_a_name_are_none(text: str) -> None:
    assert found(judged(text, prospect_name="Dana"), "greets-by-name").outcome == "missed"


def test_a_company_written_as_it_sounds_needs_no_good_hearing() -> None:
    words = [{"word": word, "confidence": 0.4} for word in ("this", "is", "eva", "from", "marlow", "vans")]
    request = read_request({"kind": "voicemail", "words": words, "context": AOIFE})
    assert found(judge(request, PLAIN), "company").outcome == "met"


@pytest.mark.parametrize(
    ("heard", "outcome"),
    [("985 55 0105", "met"), ("985 555 015", "unsure"), ("985 555 0106", "unsure"), ("985 555 0105", "met")],
)
def test_an_engine_that_swallows_a_repeated_digit_makes_no_wrong_number(heard: str, outcome: str) -> None:
    own = {"phone_number": "985 555 0105", "region": "US"}
    assert found(judged(f"call me on {heard}", **own), "number-right").outcome == outcome


def spoken_number(pauses: bool) -> SpokenTurn:
    """A number at 2.3 digits a second, its words stretched over any silence, as Whisper gives them."""
    digits = ["oh", "one", "one", "three", "four", "nine", "six", "oh", "one", "oh", "seven"]
    words = tuple(Word(word=word, start_s=at * 0.43, end_s=(at + 1) * 0.43) for at, word in enumerate(digits))
    edges = [(0.0, 1.3), (1.72, 2.6), (3.0, 4.73)] if pauses else [(0.0, 4.73)]
    return SpokenTurn(words=words, voiced=tuple(Span(start_s=start, end_s=end) for start, end in edges))


@pytest.mark.parametrize(("pauses", "outcome"), [(True, "met"), (False, "missed")])
def test_pauses_in_a_number_are_heard_in_the_voice(pauses: bool, outcome: str) -> None:
    request = JudgeRequest(id=None, kind="voicemail", turns=(spoken_number(pauses),))
    assert found(judge(request, PLAIN), "number-clear").outcome == outcome


def test_digits_in_one_word_have_no_pause_that_could_be_seen_but_in_the_voice() -> None:
    slow = (Word(word="01134960107", start_s=0.0, end_s=5.0),)
    turn = replace(spoken_number(pauses=False), words=slow)
    request = JudgeRequest(id=None, kind="voicemail", turns=(turn,))
    assert found(judge(request, PLAIN), "number-clear").outcome == "missed"


def test_a_fragment_inside_selling_is_no_padding() -> None:
    text = "our platform checks every bill priya bought it last year and she loves it call me"
    parts = [clause.part for clause in judged(text, referrer="Priya Patel", situation="referral").ribbon]
    assert parts[:1] == ["selling"]
    assert "padding" not in parts


def test_a_fragment_of_what_is_cut_is_cut_with_it() -> None:
    text = (
        "Hi Dana, it's Eva. Our platform checks every bill. Priya Patel bought it last year and loves it. "
        "I found a mistake on your March bill. Please call me back on 0113 496 0107."
    )
    context = {"prospect_name": "Dana", "referrer": "Priya Patel", "situation": "referral"}
    request = read_request({"kind": "voicemail", "text": text, "context": context})
    fix = judge(request, load_guides()["sell-the-call"]).fix
    assert fix
    assert fix.rewrite
    assert "last year" not in fix.rewrite.casefold()


def test_a_hello_after_a_misheard_sound_is_still_the_greeting() -> None:
    parts = [(one.part, one.quote) for one in judged("Arms hello. Sorry, who is this?", "callback").ribbon]
    assert parts[0][0] == "greeting"
    assert parts[0][1].startswith("Arms hello.")


def test_nothing_is_torn_from_a_sentence_before_what_is_cut() -> None:
    text = (
        "Hi Dana, it's Eva. I found a mistake on your March bill. You asked what the letter was about. "
        "We are the leading experts in the north. "
        "Please call me back on 0113 496 0107."
    )
    request = read_request({"kind": "voicemail", "text": text, "context": {"prospect_name": "Dana"}})
    fix = judge(request, load_guides()["sell-the-call"]).fix
    assert fix
    assert fix.rewrite
    assert "the letter was about." in fix.rewrite
    assert "experts" not in fix.rewrite


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("send me an email", "missed"), ("i have just sent you an email", "met"), ("check your email", "met")],
)
def test_an_email_that_is_asked_for_is_not_pointed_to(text: str, outcome: str) -> None:
    guide = replace(PLAIN, counts={"voicemail": (Counted(check="points-to-email"),)})
    request = read_request({"kind": "voicemail", "text": f"hello dana {text}"})
    assert found(judge(request, guide), "points-to-email").outcome == outcome


def heard(text: str, confidences: dict[str, float], **context: object) -> Feedback:
    words = [{"word": word, "confidence": confidences.get(word, 0.9)} for word in text.split()]
    return judge(read_request({"kind": "voicemail", "words": words, "context": context}), PLAIN)


def test_a_name_spelled_right_counts_though_the_engine_doubts_it() -> None:
    text = "doctor patel this is aoife brennan from marlowe vans please call me back when you can"
    feedback = heard(text, {"patel": 0.08, "aoife": 0.05, "marlowe": 0.1, "vans": 0.1}, **AOIFE)
    for check in ("greets-by-name", "own-name", "company"):
        assert found(feedback, check).outcome == "met"


def test_a_name_that_only_resembles_does_not() -> None:
    text = "hello this is ethan brent please call me back when you can"
    assert found(heard(text, {"ethan": 0.1, "brent": 0.1}, **AOIFE), "own-name").outcome != "met"


def test_a_surname_that_begins_the_company_is_the_company() -> None:
    context = {"caller_name": "Caroline Reeve", "caller_company": "Reeve Interiors"}
    feedback = judged("sebastian caroline reeve from reeve in terriers", **context)
    assert found(feedback, "company").outcome == "met"
    assert found(judged("reeve interiors good afternoon", **context), "own-name").outcome == "missed"


def fix_of(text: str, **context: object) -> Fix:
    request = read_request({"kind": "voicemail", "text": text, "context": context})
    fix = judge(request, load_guides()["sell-the-call"]).fix
    assert fix
    return fix


def test_a_name_that_was_said_is_not_said_again_for_the_company() -> None:
    text = (
        "Hi Dana, it's Nigel. I found something in your paper bill that you should know. Please call me back."
    )
    context = {"caller_name": "Nigel Thwaite", "caller_company": "Thwaite Office", "prospect_name": "Dana"}
    rewrite = fix_of(text, **context, phone_number="0113 496 0107").rewrite
    assert rewrite
    assert "it's Nigel from Thwaite Office." in rewrite


def test_a_rewritten_message_leaves_somebody_elses_number_as_it_was_said() -> None:
    rewrite = fix_of(
        "Hi Dana, it's Eva at Larch Print. I have a buyer for your old press, a man in Hull. You can get him "
        "on 0113 496 0155. We print the best menus here. Please call me back on 0113 496 0107. Thanks.",
        caller_name="Eva",
        caller_company="Larch Print",
        phone_number="0113 496 0107",
    ).rewrite
    assert rewrite
    assert "get him on 0113 496 0155." in rewrite


def test_a_number_said_too_fast_is_given_back_in_groups() -> None:
    turn = spoken_number(pauses=False)
    request = JudgeRequest(
        id=None, kind="voicemail", turns=(turn,), context=Context(phone_number="0113 496 0107")
    )
    counts: dict[Kind, tuple[Counted, ...]] = {"voicemail": (Counted(check="number-clear"),)}
    fix = judge(request, replace(PLAIN, counts=counts)).fix
    assert fix
    assert fix.suggestion == "0113 … 496 … 0107."


def test_only_the_first_words_of_a_call_are_a_greeting_without_saying_so() -> None:
    turns = [{"text": "Larkfield."}, {"text": "Then that is settled.", "caller_line": "Fine."}]
    ribbon = judge(read_request({"kind": "callback", "turns": turns}), PLAIN).ribbon
    assert [one.part for one in ribbon] == ["greeting", "padding"]


def test_a_rewritten_message_does_not_open_weakly_even_where_that_is_not_counted() -> None:
    rewrite = fix_of(
        "Hi Dana, it's Eva. I'm just checking in. I found a mistake on your March bill. "
        "Please call me back on 0113 496 0107.",
        caller_name="Eva",
        phone_number="0113 496 0107",
    ).rewrite
    assert rewrite
    assert "checking in" not in rewrite


@pytest.mark.parametrize(("digits", "outcome"), [("985 55 0105", "met"), ("985 555 0173", "unsure")])
def test_ones_own_number_counts_though_the_engine_doubts_it(digits: str, outcome: str) -> None:
    own = {"phone_number": "985 555 0105", "region": "US"}
    doubts = dict.fromkeys(digits.split(), 0.1)
    feedback = heard(f"please call me as soon as you can on {digits}", doubts, **own)
    assert found(feedback, "number").outcome == outcome
    assert found(feedback, "number-right").outcome == outcome


def test_a_request_is_not_the_name_that_it_sounds_like() -> None:
    text = "hello callum this is nadia please call me back on 0113 496 0107"
    feedback = judged(text, prospect_name="Callum", caller_name="Nadia Tallis")
    assert found(feedback, "asks-for-call-back").outcome == "met"
    assert found(feedback, "greets-by-name").outcome == "met"


def test_what_is_sold_is_quoted_from_one_sentence() -> None:
    text = "Hello Dana, Alan Moss of Moss Legal. We are the oldest practice in Leicester. Call me."
    feedback = judged(text, caller_name="Alan Moss", caller_company="Moss Legal")
    quotes = [one.quote for one in found(feedback, "no-company-pitch").evidence]
    assert quotes
    assert all(". " not in quote for quote in quotes)


def test_a_thanks_heard_as_tar_is_a_friendly_close() -> None:
    text = "phone me on 0131 496 0955 and i will tell you what it is tar very much"
    assert found(judged(text), "friendly-close").outcome == "met"


def test_a_number_without_pauses_is_told_that_and_not_its_pace() -> None:
    digits = ["oh", "one", "one", "three", "four", "nine", "six", "oh", "one", "oh", "seven"]
    words = [{"word": word, "start": at * 0.45, "end": at * 0.45 + 0.44} for at, word in enumerate(digits)]
    finding = found(judge(read_request({"kind": "voicemail", "words": words}), PLAIN), "number-clear")
    assert (finding.outcome, finding.value, finding.wanted) == (
        "missed", 2.23, "2.5 digits a second or fewer, with 2 or more pauses; you made none"
    )  # fmt: skip
