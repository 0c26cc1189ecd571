"""Saying before a call what one sells, from a terminal."""

from __future__ import annotations

import queue

import pytest

from tests.trainer.cli.conftest import ANSWER, Ringback
from tests.trainer.cli.test_decisions import steps, told
from trainer.cli.conversation import Conversation
from trainer.cli.deciding import chosen, question
from trainer.events import Deciding, YourTurn
from trainer.records import SELLING

pytestmark = pytest.mark.usefixtures("_quick_engine")

LIVE = "voicemail-cold-heating"
ASKED = Deciding(attempt_id="a", about="selling", choices=SELLING)


@pytest.mark.parametrize("scenario", [LIVE, "voicemail-warm-wine"])
def test_what_was_chosen_is_kept_with_the_attempt(ringback: Ringback, scenario: str) -> None:
    said = steps("selling=meeting", f"say={ANSWER}")
    done = ringback("practise", scenario, *said, "--engine", "embedded", "--json")
    assert done.status == 0, done.err
    assert told(done.json, "selling") == [("selling", "meeting")]


def test_nothing_need_be_chosen(ringback: Ringback) -> None:
    done = ringback("practise", LIVE, "--answer", ANSWER, "--engine", "embedded", "--json")
    assert done.status == 0, done.err
    assert told(done.json, "selling") == []


@pytest.mark.parametrize(
    ("scenario", "step", "status", "said"),
    [
        (LIVE, "selling=cars", 2, "one sells the call-back or the meeting"),
        ("voicemail-referral-logistics", "selling=meeting", 1, "Nobody asks in this call what you sell."),
        (
            "callback-hurried-logistics",
            "selling=meeting",
            1,
            "'selling' is no step of a call",
        ),
    ],
)
def test_what_cannot_be_chosen_is_refused(
    ringback: Ringback, scenario: str, step: str, status: int, said: str
) -> None:
    done = ringback("practise", scenario, *steps(step), "--engine", "embedded")
    assert (done.status, said in done.err) == (status, True), done.err


def test_in_a_live_call_it_is_chosen_by_number() -> None:
    assert question(ASKED)[1:] == ["  1  The call back", "  2  The meeting"]
    assert chosen(ASKED, "2") == "meeting"


class Calls:
    """Remembers what was chosen and pressed."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def decide(self, what: str) -> None:
        self.asked.append(what)

    def press(self, key: str) -> None:
        self.asked.append(key)


class Desk:
    """The part of a worker that a conversation needs here."""

    def __init__(self) -> None:
        self.calls = Calls()


@pytest.mark.parametrize(("answered", "does"), [(False, "call-back"), (True, "1")])
def test_once_somebody_has_answered_the_numbers_are_keys_again(answered: bool, does: str) -> None:
    desk = Desk()
    conversation = Conversation(desk, queue.SimpleQueue())  # type: ignore[arg-type]
    conversation._say(ASKED)
    if answered:
        conversation._say(YourTurn(attempt_id="a", turn=0, take_id="t", live_words=False))
    conversation._say("1")
    assert desk.calls.asked == [does]
