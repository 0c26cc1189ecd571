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
