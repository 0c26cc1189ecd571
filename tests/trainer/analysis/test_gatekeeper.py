"""Getting round voicemail: what is asked of whoever answers, how, and what the events of the calls tell."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.analysis.course import course
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.records import Feedback
from trainer.ways import WAYS

WHO = {"prospect_name": "Tom Adeyemi", "caller_name": "Sam Reyes", "caller_company": "Fieldline"}


def feedback(text: str, *events: str) -> Feedback:
    request = {"kind": "get-through", "text": text, "context": {**WHO, "events": list(events)}}
    return judge(read_request(request), load_guides()["to-leave-or-not"])


def outcome(check: str, text: str, *events: str) -> str:
    return next(one.outcome for one in feedback(text, *events).findings if one.check == check)


@pytest.mark.parametrize(
    "text",
    [
        "Could you page Tom for me, please?",
        "Would you mind paging him?",
        "could you put a call out for him over the tannoy",
        "I'd rather not leave a voicemail. How do I get hold of him in person?",
        "is there another way of reaching him than his voicemail",
        "what's the best way to catch him live",
        "when does he normally get to his desk",
        "Is he in first thing tomorrow?",
        "Do you happen to know his usual hours?",
        "might you know when I could catch him",
        "any idea when he'll be free",
        "does he come in early",
        "I keep getting his voicemail, can you help me reach him?",
        "can you give me his direct line",
    ],
)
def test_asking_for_them_live_in_many_words(text: str) -> None:
    assert outcome("asked-for-live", text) == "met"


@pytest.mark.parametrize(
    "text",
    [
        "Could I speak to Tom, please?",
        "put me through to dispatch please",
        "I would like to leave a message for Tom.",
        "please tell him I called and my number is 0113 496 0107",
        "could you spell your name for me",
        "okay I will call back later",
    ],
)
def test_what_every_caller_asks_is_not_asking_for_them_live(text: str) -> None:
    assert outcome("asked-for-live", text) == "missed"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I'm terribly sorry, I got lost in your menus and feel stupid.", "met"),
        ("could you help me i am an idiot with these machines", "met"),
        ("Morning, is Tom about?", "met"),
        ("this is ridiculous get him on the phone", "missed"),
        ("Do your job and transfer me, please.", "missed"),
        ("listen I need to talk to Tom right now or else", "missed"),
    ],
)
def test_exasperation_with_oneself_is_polite_and_with_them_is_not(text: str, wanted: str) -> None:
    assert outcome("courteous", text) == wanted


@pytest.mark.parametrize(
    ("events", "ways", "reached"),
    [
        (["dialled hours", "key 0", "way operator", "reached mailbox"], ("operator",), "mailbox"),
        (["dialled: before", "reached=person"], ("before-gatekeeper",), "person"),
        (["pressed 0", "Reached Voicemail", "dialed after"], ("operator", "after-gatekeeper"), "mailbox"),
        (["reached mailbox", "reached schedule", "reached dead-end"], (), "schedule"),
        (["way tentative slot", "reached slot"], ("tentative-slot",), "slot"),
        (["key 2", "day 3 call", "", "way nonsense"], (), None),
    ],
)
def test_the_course_of_the_calls_is_read_from_its_events(
    events: list[str], ways: tuple[str, ...], reached: str | None
) -> None:
    happened = course(events)
    assert (happened.ways, happened.reached) == (ways, reached)


def test_without_events_it_cannot_be_told_whether_anybody_was_reached() -> None:
    assert not course([]).known
    assert outcome("reached-a-person", "could you page him please") == "unsure"


def test_a_second_way_is_told_by_events_and_by_words() -> None:
    assert outcome("tried-another-way", "thank you", "key 0", "reached mailbox") == "missed"
    assert outcome("tried-another-way", "when does he come in then", "key 0", "reached mailbox") == "met"
    finding = next(
        one
        for one in feedback("bye", "key 0", "reached mailbox", "dialled before", "reached person").findings
        if one.check == "tried-another-way"
    )
    assert finding.outcome == "met"
    assert finding.value == f"{WAYS['operator'].title}, then {WAYS['before-gatekeeper'].title}"


def test_the_guide_counts_the_four_and_never_the_pitch() -> None:
    counted = [one.check for one in feedback("good morning").findings if one.counted]
    assert sorted(counted) == ["asked-for-live", "courteous", "reached-a-person", "tried-another-way"]
