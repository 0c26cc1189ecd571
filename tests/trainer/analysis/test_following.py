"""What the ribbon says of words that no finding knows: what is certain, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.analysis import judge
from trainer.analysis.language.clauses import clauses
from trainer.analysis.language.speech import normalise
from trainer.contract import read_request
from trainer.guides import load_guides

GUIDE = load_guides()["sell-the-call"]
CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "prospect_name": "Owen",
}  # fmt: skip


def ribbon(text: str, kind: str = "voicemail") -> list[tuple[str, str]]:
    request: dict[str, Any] = {"kind": kind, "text": text, "context": CONTEXT}
    return [(one.part, one.quote) for one in judge(read_request(request), GUIDE).ribbon]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Weather fella in Leeds moved the frost date.", "reason"),
        ("Sorry to ring on a wet Sunday evening.", "padding"),
        ("Congrats on the new depot, I saw it in the paper.", "padding"),
        ("I'm ringing because your van stood open all night.", "reason"),
        ("I was calling about your depot on Birch Street.", "reason"),
    ],
)
def test_news_is_a_reason_and_a_courtesy_is_none(text: str, part: str) -> None:
    found = ribbon(f"Hi Owen, Nadia Tallis from Tallis Freight. {text} Please call me on 0113 496 0107.")
    assert (part, text) in found


def test_words_between_two_pieces_of_selling_sell() -> None:
    found = ribbon(
        "Hi Owen. For about a dollar a day we cover your furnace. One call and we send a licensed pro. "
        "Our prices beat anything in the country. Bye."
    )
    assert [part for part, quote in found if "licensed pro" in quote] == ["selling"]


def test_what_points_back_at_a_reason_belongs_to_it() -> None:
    found = ribbon("Hi Owen. I'm calling about the house on Birch Street. It closed yesterday. Call me back.")
    assert ("reason", "I'm calling about the house on Birch Street. It closed yesterday.") in found


@pytest.mark.parametrize("ask", ["Whenever you get a sec, 0113 496 0107.", "Ring me when you've a moment."])
def test_when_they_may_call_belongs_to_the_ask(ask: str) -> None:
    parts = {part for part, _ in ribbon(f"Hi Owen, Nadia Tallis from Tallis Freight. {ask}")}
    assert "padding" not in parts


@pytest.mark.parametrize("bye", ["Okay, bye.", "bye for now", "Okay, sorry, bye."])
def test_a_goodbye_is_the_close(bye: str) -> None:
    assert ribbon(f"Please call me on 0113 496 0107. {bye}")[-1] == ("close", bye)


def test_the_firm_said_at_pick_up_is_who() -> None:
    assert ribbon("Tallis Freight.", "callback") == [("who", "Tallis Freight.")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "this is nadia tallis the german version of your safety sheet says the opposite",
            ("who", "this is nadia tallis"),
        ),
        ("nadia from tallis freight wanted to tell you about a date", ("who", "nadia from tallis freight")),
    ],
)
def test_who_ends_where_something_else_begins(text: str, first: tuple[str, str]) -> None:
    assert ribbon(text)[0] == first


def test_an_ask_in_one_breath_is_a_clause_of_its_own() -> None:
    found = ribbon("two lorries of yours leave leeds half empty call now on 0113 496 0107")
    assert found[-2:] == [("ask", "call now"), ("number", "on 0113 496 0107")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a lady was asking who does catering for about eighty people in september", "eighty people in"),
        ("your cook loses half its kitchen every christmas", "half its kitchen"),
        ("i work with local businesses in tampa on their signs", "local businesses in"),
        ("call me before friday if you can thanks owen", "before friday if you can"),
        ("it will be short it'll take me three minutes to tell you my cell is 0113 496 0107", "to tell you"),
    ],
)
def test_no_cut_goes_through_a_phrase(text: str, whole: str) -> None:
    found = ribbon(f"this is nadia tallis {text}")
    assert any(whole in quote for _, quote in found)
    assert not any(whole in quote and "thanks" in quote for _, quote in found)
    assert not any("to tell you my cell" in quote for _, quote in found)


AFTER = "hi owen nadia tallis here please call me on 0113 496 0107"


@pytest.mark.parametrize(
    ("tail", "last"),
    [
        ("it takes two minutes no more", ("ask", "it takes two minutes no more")),
        ("quick call promise", ("ask", "quick call promise")),
        ("see you", ("close", "see you")),
        ("lovely ta very much", ("close", "lovely ta very much")),
        ("whenever you are back", ("ask", "whenever you are back")),
    ],
)
def test_what_follows_the_number_is_not_the_number(tail: str, last: tuple[str, str]) -> None:
    assert ribbon(f"{AFTER} {tail}")[-2:] == [("number", "on 0113 496 0107"), last]


def test_the_number_said_again_begins_with_what_leads_up_to_it() -> None:
    found = ribbon(f"{AFTER} it takes two minutes once more nadia tallis 0113 496 0107")
    assert [part for part, _ in found[-4:]] == ["number", "ask", "who", "number"]


@pytest.mark.parametrize(
    ("text", "part", "quote"),
    [
        (
            "i was at the tip on sunday and the man beside me was asking who can mend a stone wall",
            "reason",
            "i was at the tip on sunday and",
        ),
        ("the dealer with the lowest prices in leeds come and see us", "second-ask", "come and see us"),
        ("and i know what is wrong with your second boiler mate", "reason", "boiler mate"),
    ],
)
def test_words_are_called_what_they_belong_to(text: str, part: str, quote: str) -> None:
    found = ribbon(f"hi owen nadia tallis here {text}")
    assert any(one == part and quote in said for one, said in found)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the new hi vis rule catches firms out", "the new hi vis rule"),
        ("ruth suggested we speak about your pallets", "suggested we speak"),
        ("he was glad of a trick i showed him", "a trick i showed him"),
        ("when did you last have a whole day without a call", "last have a whole day"),
        ("i have been in freight for ten years", "freight for ten years"),
        ("i can tell you in one phone call 0113 496 0107", "in one phone call"),
    ],
)
def test_no_clause_begins_in_the_middle_of_one(text: str, whole: str) -> None:
    assert any(whole in quote for _, quote in ribbon(f"hi owen nadia tallis here {text}"))


def test_a_call_back_is_welcomed_before_anything_is_recalled() -> None:
    found = ribbon("owen thank you for ringing yes i called about your second warehouse", "callback")
    assert found == [
        ("greeting", "owen thank you for ringing"),
        ("reason", "yes i called about your second warehouse"),
    ]


def test_a_deferral_is_a_next_step() -> None:
    text = "owen i am up a ladder is this the best number i will call you back at two"
    request: dict[str, Any] = {"kind": "callback", "text": text, "context": {**CONTEXT, "can_talk": False}}
    last = judge(read_request(request), GUIDE).ribbon[-1]
    assert last.part == "ask"
    assert last.quote.endswith("at two")


def test_who_sent_the_caller_is_no_part_of_who_they_are() -> None:
    text = "hi owen nadia tallis with tallis freight ruth kemp suggested we talk about your pallets call me"
    request: dict[str, Any] = {
        "kind": "voicemail",
        "text": text,
        "context": {**CONTEXT, "referrer": "Ruth Kemp"},
    }
    found = [(one.part, one.quote) for one in judge(read_request(request), GUIDE).ribbon]
    assert ("who", "nadia tallis with tallis freight") in found
    assert ("reason", "ruth kemp suggested we talk about your pallets") in found


def test_another_ask_in_one_breath_with_the_call_takes_neither_call_nor_number() -> None:
    found = ribbon("hi owen nadia tallis here please call or text me on 0113 496 0107")
    assert found[-1] == ("number", "on 0113 496 0107")


@pytest.mark.parametrize(
    ("text", "kind", "part", "quote"),
    [
        ("I'd hang up.", "leave-or-not", "padding", "I'd hang up."),
        ("if not no need to call me", "voicemail", "close", "if not no need to call me"),
        ("thank you for being so patient", "voicemail", "close", "thank you for being so patient"),
        ("it is nadia tallis for that gap in your wall", "callback", "who", "it is nadia tallis"),
    ],
)
def test_nothing_is_called_what_it_is_not(text: str, kind: str, part: str, quote: str) -> None:
    assert (part, quote) in ribbon(text, kind)


def test_what_is_sold_on_a_call_back_is_shown_as_selling_but_not_counted_against_an_ask() -> None:
    text = "owen hello we have been going since 1982 and we are the leading firm in hull when could i come in"
    words = [{"word": word, "start": at * 0.4, "end": at * 0.4 + 0.4} for at, word in enumerate(text.split())]
    request: dict[str, Any] = {"kind": "callback", "words": words, "context": CONTEXT}
    found = judge(read_request(request), GUIDE)
    assert "selling" in {one.part for one in found.ribbon}
    assert "you asked" not in found.ribbon_sentence


def test_other_words_are_never_what_the_seconds_went_to() -> None:
    text = (
        "hi owen nadia tallis here the weather fella in leeds moved the frost date again and my aunt who is "
        "in the choir said so too on sunday after mass well call me on 0113 496 0107"
    )
    words = [{"word": word, "start": at * 0.4, "end": at * 0.4 + 0.4} for at, word in enumerate(text.split())]
    request: dict[str, Any] = {"kind": "voicemail", "words": words, "context": CONTEXT}
    assert judge(read_request(request), GUIDE).ribbon_sentence.startswith("You asked for the call after ")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hi Owen, Nadia Tallis from Tallis Freight. We're freight auditors. Please ring me.",
            ("who", "Nadia Tallis from Tallis Freight. We're freight auditors."),
        ),
        (
            "Hi Owen, Nadia Tallis from Tallis Freight. You have two lorries on one road at six. I found "
            "out why and I'll tell you. Please ring me.",
            (
                "reason",
                "You have two lorries on one road at six. I found out why and I'll tell you.",
            ),
        ),
        (
            "Howya Owen, Nadia Tallis from Tallis Freight. Please ring me.",
            ("greeting", "Howya Owen,"),
        ),
        (
            "hi owen nadia tallis from tallis freight we emailed about the feed please ring me",
            ("reason", "we emailed about the feed"),
        ),
        (
            "hi owen nadia tallis from tallis freight shoot me a text 0113 496 0107",
            ("number", "0113 496 0107"),
        ),
        (
            "Hi Owen, Nadia Tallis from Tallis Freight. I found a mistake on your bill. My number's "
            "0113 496 0107.",
            ("number", "My number's 0113 496 0107."),
        ),
    ],
)
def test_what_the_words_beside_it_tell(text: str, found: tuple[str, str]) -> None:
    assert found in ribbon(text)


def test_thanks_that_begin_an_answer_greet() -> None:
    turns = [{"text": "Tallis Freight."}, {"text": "Owen, thank you. It's about your lorries."}]
    request: dict[str, Any] = {"kind": "callback", "turns": turns, "context": CONTEXT}
    found = [(one.part, one.quote) for one in judge(read_request(request), GUIDE).ribbon]
    assert ("greeting", "Owen, thank you.") in found


@pytest.mark.parametrize(
    "whole",
    [
        "i want to see it's gone through",
        "which phrase they object to",
        "pastor coyle gave me your name",
        "it's just like you asked",
    ],
)
def test_no_clause_begins_inside_a_phrase(whole: str) -> None:
    speech = normalise(whole.split())
    assert len(clauses(speech)) == 1


def test_what_follows_the_promise_to_be_quick_is_a_clause_of_its_own() -> None:
    speech = normalise(["and", "i'll", "be", "quick", "paul", "wants", "to", "know"])
    assert (4, 7) in clauses(speech)


def test_a_request_after_for_you_begins_a_clause() -> None:
    text = "would tuesday be better for you call me at 0113 496 0107"
    assert ("ask", "call me") in ribbon(text)
