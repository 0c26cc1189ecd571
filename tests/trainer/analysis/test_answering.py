"""What is suggested for a call back: the reason told again, and a first answer that loses nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from trainer.analysis import judge, recalled
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Context, Counted, Feedback, Fix
from trainer.scenarios import load_library

GUIDES = load_guides()
CONTEXT: dict[str, Any] = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "prospect_name": "Owen",
    "message_left": "Hi Owen, Nadia from Tallis Freight. You pay twice for one road. I'll tell you which one "
    "it is in two minutes.",
    "prospect_concern": "lorries that cost him his evenings",
}  # fmt: skip
ROWS: dict[str, dict[str, Any]] = {
    row["id"]: row
    for row in map(
        json.loads,
        (Path(__file__).parents[2] / "messages" / "callback.jsonl").read_text("utf-8").splitlines(),
    )
}
MENDED = {"welcomes-the-call", "own-name", "recalls-reason", "respects-their-time"}


def judged(
    turns: list[dict[str, Any]], context: dict[str, Any], guide: str = "be-ready", kind: str = "callback"
) -> Feedback:
    return judge(read_request({"kind": kind, "turns": turns, "context": context}), GUIDES[guide])


def fix(*said: str, guide: str = "be-ready", kind: str = "callback", **context: Any) -> Fix:
    found = judged([{"text": text} for text in said], {**CONTEXT, **context}, guide, kind).fix
    assert found is not None
    return found


def missed(feedback: Feedback) -> set[str]:
    return {one.check for one in feedback.findings if one.counted and one.outcome == "missed"}


SPOKEN = (
    "hi owen its nadia tallis at tallis freight you pay twice for one road call me on oh one one three "
    "four nine six oh one oh seven"
)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("I read your price list. Please call me.", "because I read your price list."),
        ("I'm calling about the gap in your rota. Ring me today.", "about the gap in your rota."),
        ("The reason for my call is that your lease ends in May.", "because your lease ends in May."),
        (SPOKEN, "because you pay twice for one road."),
        ("I have your name from Ruth Kemp. Two vans leave half empty.", "because two vans leave half empty."),
        ("Ruth Kemp found a mistake in her bill.", "because Ruth Kemp found a mistake in her bill."),
        ("Please call me back. It takes two minutes.", "about lorries that cost you your evenings."),
        ("I'm just checking in. Ring me.", "about lorries that cost you your evenings."),
        ("We are the leading freight firm. Ring me.", "about lorries that cost you your evenings."),
    ],
)
def test_the_reason_is_what_the_message_said(message: str, reason: str) -> None:
    context = Context(**{**CONTEXT, "message_left": message, "referrer": "Ruth Kemp"})
    assert recalled.reason(context) == f"I called {reason}"


def test_nothing_is_invented_where_nothing_is_known() -> None:
    assert recalled.reason(Context(message_left="Hi, call me.")) == ""
    assert recalled.promise(Context(message_left="Hi, call me.")) == ""


@pytest.mark.parametrize(
    ("of_them", "to_them"),
    [
        ("paying for her pallets", "paying for your pallets"),
        ("farmers who leave her for a cheaper office", "farmers who leave you for a cheaper office"),
        ("a letter that he does not understand", "a letter that you do not understand"),
        ("what happens if she falls ill", "what happens if you fall ill"),
        ("anything that happens to him", "anything that happens to you"),
    ],
)
def test_a_concern_is_said_to_them(of_them: str, to_them: str) -> None:
    assert recalled.yours(of_them) == to_them


def test_no_shipped_concern_speaks_of_a_third_person_when_it_is_said_to_them() -> None:
    concerns = [one.prospect.concern for one in load_library().scenarios if one.prospect.concern]
    assert len(concerns) > 50
    for concern in concerns:
        assert not {"he", "she", "his", "him"} & set(recalled.yours(concern).split()), concern


def test_a_reason_that_was_not_recalled_is_suggested_in_the_words_of_the_message() -> None:
    found = fix(
        "Nadia Tallis, hello.",
        "Owen, thank you for calling. How are you? Do you have two minutes? Shall we meet on Friday?",
    )
    assert found.check == "recalls-reason"
    assert found.suggestion == "I called because you pay twice for one road."
    assert found.rewrite is not None
    assert found.rewrite.startswith(
        "Owen, thank you for calling. I called because you pay twice for one road."
    )


def test_a_promise_is_begun() -> None:
    found = fix("Owen, thank you for calling. We have been going for years.", guide="sell-the-call")
    lines = {one.check for one in judged([{"text": "We have been going for years."}], CONTEXT).findings}
    assert "keeps-promise" in lines
    assert recalled.promise(Context(**CONTEXT)) == "I promised to tell you which one it is: …"
    assert found.suggestion


def test_a_concern_that_was_not_spoken_of_is_asked_about() -> None:
    found = fix("Owen, thank you for calling. Which road it is: the one to Leeds.", guide="earn")
    assert found.check == "their-concern"
    assert found.suggestion == "How do you deal with lorries that cost you your evenings?"


def test_ten_seconds_that_invite_nobody_end_in_a_question() -> None:
    found = fix(
        "Nadia Tallis. Tallis Freight checks freight invoices.",
        guide="introduce",
        kind="elevator",
        caller_does="checks freight invoices",
    )
    assert found.check == "invites-conversation"
    assert found.suggestion == "How do you deal with lorries that cost you your evenings?"


def test_the_point_that_was_left_out_is_the_suggestion() -> None:
    script = [{"text": "two roads to leeds", "must": True}, {"text": "ruth kemp sent me"}]
    found = fix(
        "Nadia Tallis.",
        "Owen, thanks for calling. Do you have a minute? I called because you pay twice for one road. "
        "Ruth Kemp sent me. Shall I send you the list on Friday?",
        script=script,
    )
    assert (found.check, found.suggestion) == ("covers-script", "Two roads to leeds.")


def test_who_cannot_talk_gets_the_words_for_it_and_no_new_answer() -> None:
    found = fix("Owen, I am driving, can I call you back later?", can_talk=False)
    assert found.rewrite is None


def test_an_answer_that_stumbles_begins_anew_instead_of_being_mended() -> None:
    guide = replace(GUIDES["be-ready"], counts={"callback": (Counted(check="steady"),)})
    turns = [{"text": "Hello?"}, {"text": "Um, hi, who is this? Hang on, um, let me think, I, I called you."}]
    found = judge(read_request({"kind": "callback", "turns": turns, "context": CONTEXT}), guide).fix
    assert found is not None
    assert (found.check, found.suggestion, found.rewrite) == (
        "steady",
        "Owen, thank you for calling back.",
        None,
    )


@pytest.mark.parametrize("row", sorted(ROWS))
def test_a_rewritten_answer_loses_nothing_and_has_what_was_missed(row: str) -> None:
    given = [
        {name: turn[name] for name in ("text", "caller_line", "timing") if turn.get(name)}
        for turn in ROWS[row]["turns"]
    ]
    before = judged(given, ROWS[row]["context"])
    text = before.fix.rewrite if before.fix else None
    if text is None:
        return
    opening = min(1, len(given) - 1)
    after = judged(
        [*given[:opening], {**given[opening], "text": text}, *given[opening + 1 :]], ROWS[row]["context"]
    )
    assert missed(after) <= missed(before), text
    assert not missed(after) & MENDED, text
    assert "  " not in text
    assert text[-1] in ".?!"


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (
            "Fiona, Hamish. I dived on your moorings this morning.",
            "because I dived on your moorings this morning.",
        ),
        ("Fiona, Hamish. So I'd like to come and see you next Tuesday at ten.", ""),
        ("Fiona, Hamish. Karl Benn asked me to call.", ""),
        (
            "Fiona, Hamish. So one of your chains is worn to half.",
            "because one of your chains is worn to half.",
        ),
    ],
)
def test_a_reason_told_again_is_a_reason_and_a_sentence(message: str, reason: str) -> None:
    known = Context(caller_name="Hamish Orr", caller_company="Orr Moorings", message_left=message)
    assert recalled.reason(known) == (f"I called {reason}" if reason else "")


def outcome(check: str, said: str, line: str, message: str = "Hi Owen, Nadia. Ring me.") -> str:
    turns = [{"text": "Nadia Tallis."}, {"text": said, "caller_line": line}]
    found = judged(turns, {**CONTEXT, "message_left": message})
    return next(one.outcome for one in found.findings if one.check == check)


@pytest.mark.parametrize(("line", "wanted"), [("What did you find?", "met"), ("How are you?", "missed")])
def test_who_asks_what_it_is_about_is_told_the_reason_by_the_answer(line: str, wanted: str) -> None:
    assert outcome("recalls-reason", "owen it's the shackle it is worn to half", line) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("shall i ring you tomorrow at eight", "not-applicable"),
        ("i am driving whats the best number i will call you back in ten minutes", "met"),
    ],
)
def test_to_ring_them_on_another_day_is_no_deferral(said: str, wanted: str) -> None:
    assert outcome("graceful-deferral", said, "Hello.") == wanted


def test_a_turn_that_is_far_too_long_is_what_to_mend_first() -> None:
    said = (
        "owen thank you for calling back i called about the road that you pay for twice " + "and so on " * 60
    )
    words = [
        {"word": word, "start": at * 0.33, "end": at * 0.33 + 0.33} for at, word in enumerate(said.split())
    ]
    turns: list[dict[str, Any]] = [{"text": "Nadia Tallis."}, {"words": words, "caller_line": "Hello."}]
    found = judged(turns, CONTEXT).fix
    assert found is not None
    assert found.check == "within-limit"


PLACED = {
    "caller_name": "Nadia Tallis", "caller_company": "Tallis Freight", "prospect_name": "Owen Marsh",
    "message_left": "Owen, two of your loads were billed twice. Call me back.",
}  # fmt: skip


def rewritten_answer(said: str, message: str = PLACED["message_left"]) -> str | None:
    guide = GUIDES["be-ready"]
    turns = [{"text": "Tallis Freight."}, {"text": said}]
    context = {**PLACED, "message_left": message}
    found = judge(read_request({"kind": "callback", "context": context, "turns": turns}), guide).fix
    return found.rewrite if found else None


def test_a_reason_goes_between_the_greeting_and_the_rest_and_names_nobody_twice() -> None:
    said = rewritten_answer(
        "Owen, thanks for ringing, it's Nadia at Tallis Freight, down the road. The clerk typed one line "
        "two times. Shall I come by on Friday at ten?"
    )
    assert said is not None
    assert "down the road. I called because two of your loads were billed twice. I'll be quick. The" in said


@pytest.mark.parametrize(
    "said",
    [
        "Owen, thanks for ringing. I sure do. The clerk typed one line twice. Shall I come on Friday at ten?",
        "Page twelve, Owen, the third line. The clerk typed it two times. Shall I come by on Friday at ten?",
        "Owen, thanks for ringing. We won every award there is and our lorries are the best there are.",
    ],
)
def test_what_answers_at_once_or_sells_gets_no_sentences_between(said: str) -> None:
    assert rewritten_answer(said) is None


@pytest.mark.parametrize("message", ["Owen, eleven lorries at your dock.", "Owen, are you the right person?"])
def test_a_heading_or_a_question_is_no_reason_to_tell_again(message: str) -> None:
    said = rewritten_answer("Owen, thanks for ringing, it's Nadia. Shall I come on Friday at ten?", message)
    assert "I called because" not in (said or "")


def test_before_an_announcement_the_minute_is_asked_for() -> None:
    found = judged(
        [
            {"text": "Tallis Freight, Nadia."},
            {
                "text": "Owen, I was stuck behind them. Here's the trick. You load the Leeds lorry last. "
                "Shall we go through it on Thursday at ten?",
                "caller_line": "Hello, it's Owen, you rang?",
            },
        ],
        {**CONTEXT, "message_left": "I know a trick for your lorries. Ring me."},
    ).fix
    assert found is not None
    assert found.check == "respects-their-time"
    assert found.suggestion == "Have you got a minute?"
    assert found.rewrite is not None
    assert "them. Have you got a minute? Here's the trick." in found.rewrite
