"""What the ribbon calls words by how they are spoken, where no finding claims them."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides

GUIDES = load_guides()
CONTEXT = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "phone_number": "0113 496 0107",
    "prospect_name": "Owen",
}  # fmt: skip
OPENING = "Hi Owen, Nadia Tallis from Tallis Freight,"
REASON = "Two of your lorries leave half empty."
ASK = "Please call me on 0113 496 0107."
Found = list[tuple[str, str]]


def message(text: str) -> Found:
    request: dict[str, Any] = {"kind": "voicemail", "text": text, "context": CONTEXT}
    return [(one.part, one.quote) for one in judge(read_request(request), GUIDES["sell-the-call"]).ribbon]


def answer(text: str) -> Found:
    turns = [{"text": "Tallis Freight."}, {"text": text, "caller_line": "Hi, Owen here, you rang."}]
    request: dict[str, Any] = {"kind": "callback", "turns": turns, "context": CONTEXT}
    found = judge(read_request(request), GUIDES["be-ready"]).ribbon
    return [(one.part, one.quote) for one in found if one.turn]


def introduction(text: str) -> Found:
    request: dict[str, Any] = {"kind": "elevator", "text": text, "context": CONTEXT}
    return [(one.part, one.quote) for one in judge(read_request(request), GUIDES["introduce"]).ribbon]


@pytest.mark.parametrize(
    "thanks",
    [
        "thanks for showing me round the dairy last week.",
        "cheers for the tip about the ferry.",
        "thank you so much for the lift to the station.",
        "it was lovely to meet you at the bakers' fair.",
        "great talking to you at the school gate.",
    ],
)
def test_thanks_at_the_beginning_greet(thanks: str) -> None:
    assert ("greeting", thanks) in message(f"{OPENING} {thanks} {REASON} {ASK}")


@pytest.mark.parametrize("thanks", ["Thanks for your time.", "Great talking to you."])
def test_thanks_at_the_end_do_not(thanks: str) -> None:
    assert message(f"{OPENING} {REASON} {ASK} {thanks}")[-1][0] != "greeting"


@pytest.mark.parametrize(
    "met",
    [
        "we met at the lock keepers' supper.",
        "we sat at the same table at the florists' lunch.",
        "I was the one with the broken umbrella.",
        "I bumped into you on the ferry.",
    ],
)
def test_where_they_met_says_who_is_speaking(met: str) -> None:
    found = message(f"{OPENING} {met} You told me two lorries leave half empty. {ASK}")
    assert found[1] == ("who", f"Nadia Tallis from Tallis Freight, {met}")


def test_where_they_met_ends_where_they_told_something_without_stops() -> None:
    found = message(
        "hi owen nadia tallis we met at the florists lunch you told me two lorries leave half empty"
    )
    assert ("who", "nadia tallis we met at the florists lunch") in found


@pytest.mark.parametrize(
    "again",
    [
        "I'll try you again on Monday.",
        "I'll give you another ring after the weekend.",
        "I'll call back tomorrow.",
        "We'll be in touch later this week.",
        "I'm going to phone you again on Friday morning.",
    ],
)
def test_another_try_that_is_promised_closes(again: str) -> None:
    assert ("close", f"{again} Bye.") in message(f"{OPENING} {REASON} {again} Bye.")


def test_it_may_be_all_that_follows_the_introduction() -> None:
    found = message(f"{OPENING} I look after cold stores. I'll try you again on Monday. No need to ring.")
    assert found[-1] == ("close", "I'll try you again on Monday. No need to ring.")


@pytest.mark.parametrize(
    "bye",
    [
        "Love to Megan.", "regards to your father", "Best to everybody at the yard.", "hasta luego",
        "Say hello to the twins for me.", "Slán abhaile.", "ciao for now", "Hwyl.", "Au revoir.",
    ],
)  # fmt: skip
def test_a_wish_to_one_of_theirs_and_a_foreign_goodbye_close(bye: str) -> None:
    assert message(f"{OPENING} {REASON} {ASK} {bye}")[-1] == ("close", bye)


@pytest.mark.parametrize("bye", ["regards to your father", "ciao for now", "hwyl", "love to megan"])
def test_they_do_so_without_a_stop_before_them(bye: str) -> None:
    assert message(f"hi owen nadia tallis call me tonight if you like up till nine {bye}")[-1] == (
        "close",
        bye,
    )


@pytest.mark.parametrize("end", ["i'd love to help", "it's best to call", "evenings are best to reach me"])
def test_what_is_best_or_loved_to_be_done_is_no_wish(end: str) -> None:
    assert message(f"hi owen nadia tallis your van stood open all night {end}")[-1][0] != "close"


@pytest.mark.parametrize("hello", ["Bore da", "Buenas tardes", "guten tag", "Dia dhuit", "Salaam"])
def test_what_stands_before_both_names_greets_in_any_language(hello: str) -> None:
    found = message(f"{hello} Owen, Nadia Tallis from Tallis Freight. {REASON}")
    assert [part for part, _ in found[:2]] == ["greeting", "who"]


@pytest.mark.parametrize(
    "news",
    [
        "The council moved the market to Thursdays.",
        "The harbour shuts the north gate in March.",
        "Next year's calendar has two bank holidays fewer.",
        "A fox has been at the fence again.",
        "Your sign came down in the storm.",
    ],
)
def test_news_before_the_ask_is_why_one_calls(news: str) -> None:
    found = message(f"Hi Owen, Nadia Tallis from Tallis Freight. {news} {ASK}")
    assert [part for part, quote in found if quote == news] in (["reason"], ["for-you"])


@pytest.mark.parametrize(
    "told",
    [
        "I asked a man at the depot and he told me why.",
        "Three yards in Goole have filled theirs.",
        "I've been and counted them on Monday.",
    ],
)
def test_what_goes_on_from_the_reason_belongs_to_it(told: str) -> None:
    assert ("reason", f"{REASON} {told}") in message(f"{OPENING} {REASON} {told} {ASK}")


@pytest.mark.parametrize(
    "words",
    [
        "Sorry to ring on a wet Sunday evening.",
        "This is my last message, I promise.",
        "I know how busy the week gets.",
        "Congratulations on the new depot.",
    ],
)
def test_a_courtesy_or_what_is_about_the_caller_is_no_news(words: str) -> None:
    found = message(f"Hi Owen, Nadia Tallis from Tallis Freight. {words} {ASK}")
    assert [part for part, quote in found if words in quote] == ["padding"]


ABOUT = "Owen, it's about the half empty lorries."


@pytest.mark.parametrize(
    "value",
    [
        "Take the two Goole runs on one day.",
        "The late one can wait for the early one.",
        "I'll hold while your clerk looks.",
        "Carriers do it in the yard with a phone.",
    ],
)
def test_what_they_are_told_after_the_reason_is_for_them(value: str) -> None:
    assert ("for-you", value) in answer(f"{ABOUT} {value}")


@pytest.mark.parametrize("question", ["Who plans the routes there?", "Which depot loads last?"])
def test_a_question_to_them_asks(question: str) -> None:
    assert ("ask", question) in answer(f"{ABOUT} {question}")


@pytest.mark.parametrize(
    "later", ["Ring me later, would you?", "Try me after four.", "Catch me tomorrow, eh?"]
)
def test_to_be_rung_later_is_an_ask_and_why_is_none(later: str) -> None:
    assert answer(f"Oh. I'm in the chair. {later}")[-1] == ("ask", later)


@pytest.mark.parametrize(
    "said", ["Sorry, who is this?", "I wasn't expecting you to call.", "Hang on, my notes."]
)
def test_a_stumble_neither_asks_nor_introduces(said: str) -> None:
    assert answer(said) == [("padding", said)]


def test_a_reason_that_is_only_remembered_is_one() -> None:
    said = "And, um, someone told me something to do with lorries, I believe."
    assert answer(f"Hang on. {said}")[-1] == ("reason", said)


def test_an_offer_between_two_asks_is_for_them() -> None:
    found = answer(
        "Is now all right for two minutes. I can tell you where they cross or shall we go through one week's "
        "sheets together on Friday at ten."
    )
    assert ("for-you", "I can tell you where they cross") in found
    assert found[-1][0] == "ask"
    assert found[-1][1].startswith("or shall we")


@pytest.mark.parametrize(
    "step",
    [
        "Could I drive over on Tuesday and check one of the trucks with you?",
        "Can we come by on Monday and look at your yard together?",
    ],
)
def test_two_verbs_of_one_question_are_one_clause(step: str) -> None:
    assert ("ask", step) in answer(f"{ABOUT} {step}")


@pytest.mark.parametrize(
    ("trade", "question"),
    [
        ("I'm Nadia Tallis, I drive people to hospital who can't do it alone.", "Is there one near you?"),
        ("i'm nadia tallis i teach swimming to grown ups who say they won't do it", "do you swim"),
    ],
)
def test_what_somebody_cannot_do_is_no_question(trade: str, question: str) -> None:
    assert introduction(f"{trade} {question}")[-1] == ("ask", question)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Hang on. So, um, we do. We repair boats.", ("who", "So, um, we do. We repair boats.")),
        ("Hang on. Maybe I can. I can send you a list.", ("ask", "Maybe I can. I can send you a list.")),
        ("Hang on. So yeah.", ("padding", "Hang on. So yeah.")),
    ],
)
def test_a_false_start_goes_with_what_it_becomes(text: str, last: tuple[str, str]) -> None:
    assert answer(text)[-1] == last
