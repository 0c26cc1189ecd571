"""The rules are fair to the authors of the articles: twins of their examples come out as they would want."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Feedback

GUIDES = load_guides()

REFERRAL = {
    "caller_name": "Helen Marsh", "caller_company": "Birch Paper", "prospect_name": "Tomas", "region": "GB",
    "phone_number": "0113 496 0107", "referrer": "Leila Novak", "situation": "referral",
}  # fmt: skip
ONLY_THE_CALL = (
    "Hello Tomas. Helen Marsh from Birch Paper. Leila Novak, whom we both know, suggested that we talk. "
    "She was delighted with some information that I passed on to her and wanted you to have it as well. "
    "Give me a call when you have a quick moment; two minutes and you will know what pleased Leila so much. "
    "My number is 0113 496 0107. Once more, Helen Marsh at Birch Paper, 0113 496 0107. "
    "I look forward to hearing from you. Thank you."
)
EVERYTHING_AT_ONCE = (
    "Hello Tomas, it's Helen at Birch Paper. Leila Novak told me to ring. Birch Paper makes the finest paper "
    "in the country and it will help you. Leila bought several boxes last month and was blown away, so she "
    "thought you would want some too. I would like to set up an appointment to show you our paper. Leila "
    "agrees that our paper is number one. Call me on 0113 496 0107 or send me an e-mail at "
    "helen@birchpaper.com. Our website is birchpaper.com, have a look. I am in your town next week, so we "
    "can arrange a meeting on Tuesday. Thank you."
)
A_LEAD = (
    "Hello Tomas, this is Helen Marsh. Yesterday I spoke to somebody about your services, a man named Per "
    "Lund, and he sounded quite interested. Call me at 0113 496 0107 and I'll give you his number and the "
    "details."
)
AN_INTRODUCTION = (
    "Hello Tomas, this is Helen Marsh from Birch Paper. We make packaging paper for food producers."
)


def judged(text: str, guide: str, seconds: float | None = None, **without: None) -> Feedback:
    words = text.split()
    step = (seconds or 0.0) / len(words)
    timed = [
        {"word": word, "start": index * step, "end": (index + 1) * step} for index, word in enumerate(words)
    ]
    said = {"words": timed} if seconds else {"text": text}
    return judge(
        read_request({"kind": "voicemail", **said, "context": {**REFERRAL, **without}}), GUIDES[guide]
    )


def counted(feedback: Feedback, outcome: str) -> set[str]:
    return {finding.check for finding in feedback.findings if finding.counted and finding.outcome == outcome}


def test_selling_only_the_call_misses_nothing() -> None:
    feedback = judged(ONLY_THE_CALL, "sell-the-call")
    assert counted(feedback, "missed") == set()
    assert counted(feedback, "unsure") == set()
    assert feedback.fix is None


def test_selling_everything_at_once_misses_most() -> None:
    feedback = judged(EVERYTHING_AT_ONCE, "sell-the-call", seconds=60.0)
    assert counted(feedback, "missed") >= {
        "one-ask", "no-product-pitch", "no-company-pitch", "no-referral-pitch", "no-appointment", "no-email",
        "no-website", "no-justification", "number-twice", "promises-brevity",
    }  # fmt: skip
    assert feedback.headline.met < feedback.headline.of / 2


def test_everything_that_was_sold_is_named() -> None:
    sold = {
        name
        for finding in judged(EVERYTHING_AT_ONCE, "sell-the-call").findings
        for name in finding.sold or ()
    }
    assert sold == {
        "product", "company", "reputation", "justification", "referral", "appointment", "appointment-time",
        "e-mail", "web-site",
    }  # fmt: skip


def test_a_lead_earns_the_call() -> None:
    feedback = judged(A_LEAD, "earn", referrer=None)
    assert counted(feedback, "missed") | counted(feedback, "unsure") == set()


def test_a_lead_misses_several_by_the_other_guide() -> None:
    assert len(counted(judged(A_LEAD, "sell-the-call", referrer=None), "missed")) >= 3


def test_an_introduction_is_judged_as_an_introduction() -> None:
    feedback = judged(AN_INTRODUCTION, "introduce", seconds=8.0, referrer=None)
    assert counted(feedback, "met") == {"own-name", "company", "says-what-you-do", "intro-in-ten", "steady"}


@pytest.mark.parametrize("text", [ONLY_THE_CALL, EVERYTHING_AT_ONCE, A_LEAD, AN_INTRODUCTION])
def test_every_word_is_on_the_ribbon_once(text: str) -> None:
    places = [
        place
        for clause in judged(text, "sell-the-call").ribbon
        for place in range(clause.first_word, clause.last_word + 1)
    ]
    assert places == list(range(len(text.split())))


def test_the_fix_keeps_who_ask_and_number() -> None:
    fix = judged(EVERYTHING_AT_ONCE, "sell-the-call", seconds=55.0).fix
    assert fix is not None
    assert fix.rewrite is not None
    assert "Helen" in fix.rewrite
    assert fix.rewrite.count("0113 496 0107") == 2
    assert "birchpaper" not in fix.rewrite
    assert "appointment" not in fix.rewrite
    assert fix.rewrite_seconds is not None
    assert fix.rewrite_seconds < 40
