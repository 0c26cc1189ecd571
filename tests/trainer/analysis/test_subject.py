"""What a call back is about, said in answer to what whoever calls back says first."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.records import Guide

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})


def _outcome(caller_line: str, text: str, **context: object) -> str:
    request = read_request(
        {"kind": "callback", "turns": [{"caller_line": caller_line, "text": text}], "context": context}
    )
    return next(one for one in judge(request, PLAIN).findings if one.check == "recalls-reason").outcome


@pytest.mark.parametrize(
    ("caller_line", "text"),
    [
        ("What is this about?", "it's the gearbox on your second truck"),
        ("Which line was it?", "it's the third one down and it says net"),
        ("You rang me about a job?", "it's a school post in bath and they asked for you by name"),
        ("How did they do it?", "they stopped the big oven on mondays"),
        ("What did you find?", "your second meter is on the wrong tariff"),
        ("Hello, you called?", "hi yes it's the order of tiles that has come in broken"),
        ("Why did they send it back?", "the reason is the roof"),
        ("So who's leaving?", "your night manager is on the list"),
    ],
)
def test_the_answer_says_what_the_call_is_about(caller_line: str, text: str) -> None:
    assert _outcome(caller_line, text) == "met"


@pytest.mark.parametrize(
    ("caller_line", "text"),
    [
        ("Hello, what is this about?", "it's good to hear from you how are you"),
        ("What is it about?", "hi can i ring you back in ten minutes i am up a ladder"),
        ("Who is this?", "it's nadia thanks for calling"),
        ("What did you want?", "let me tell you about our company first"),
        ("What is it?", "hold on let me find my notes"),
        ("You called me?", "who am i speaking with"),
        ("You called?", "is it a good time"),
        ("How are you?", "it's the gearbox on your second truck"),
        ("Hello.", "it's the gearbox on your second truck"),
        ("What is this about?", "it's been a long week how are you"),
    ],
)
def test_what_puts_off_or_only_greets_says_nothing_of_it(caller_line: str, text: str) -> None:
    assert _outcome(caller_line, text, caller_name="Nadia Farrow") == "missed"


def test_a_message_that_only_teased_is_answered_by_the_answer() -> None:
    message = "I know something that you do not. Ring me."
    assert (
        _outcome("What did you find?", "your second meter is on the wrong tariff", message_left=message)
        == "met"
    )
    assert _outcome("What did you find?", "thanks for ringing how are you", message_left=message) == "missed"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            "your carts are queueing i got a thought on that",
            "vince here's the thought your man counts them twice",
        ),
        ("i know a trick for your canteen ring me", "so here's the trick you soak the lentils overnight"),
        ("i've an idea about your car park ring me", "right the idea is you open the gate on the other side"),
        ("i have a tip for you about the hives", "this is the tip turn them to the east"),
        (
            "i noticed a thing in your hall call me",
            "here's what i noticed the second lamp is wired to the first",
        ),
        ("i have a name for you", "so the name is hanna weiss she mends accordions"),
    ],
)
def test_what_the_message_kept_back_is_handed_over_by_its_name(message: str, text: str) -> None:
    assert _outcome("Hello, is that Nadia?", text, message_left=message) == "met"


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("i've an idea about your car park ring me", "here's the thing we are the best in town"),
        ("i have a thought on that", "thank you for the call how are you"),
        ("i have a tip for you", "let me tell you about our company first"),
        ("i know a trick for your canteen", "the idea of holidays is lovely isn't it"),
        ("i've an idea about your car park ring me", "no idea sorry who is this"),
        ("i have a thought on that", "well that was the thought"),
    ],
)
def test_what_is_only_named_is_not_handed_over(message: str, text: str) -> None:
    assert _outcome("Hello, is that Nadia?", text, message_left=message) == "missed"
