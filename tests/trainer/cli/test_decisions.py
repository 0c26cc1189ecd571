"""`ringback practise` at the drills in which the user decides: by steps, without a screen or a device."""

from __future__ import annotations

import queue
from pathlib import Path
from typing import Any

import pytest

from tests.trainer.cli.conftest import ANSWER, Ringback
from tests.trainer.test_session import rig
from trainer.cli.conversation import Conversation
from trainer.cli.deciding import choices, chosen, question
from trainer.events import Deciding
from trainer.facts import REASONS
from trainer.records import Calendar

pytestmark = pytest.mark.usefixtures("_quick_engine")

LEAVE = "leave-or-not-cold-vineyard"
LINE = "draw-the-line-brewery"
DAY = "wait=86400"


def steps(*what: str | Path) -> list[str]:
    return [part for step in what for part in ("--step", str(step))]


def outcomes(document: dict[str, Any]) -> dict[str, str]:
    return {check["id"]: check["outcome"] for check in document["feedback"]["checks"]}


def told(document: dict[str, Any], *names: str) -> list[tuple[str, str]]:
    return [(one["name"], one["detail"]) for one in document["events"] if one["name"] in names]


def test_hanging_up_with_a_chosen_reason_is_judged_though_nothing_was_said(ringback: Ringback) -> None:
    done = ringback("practise", LEAVE, *steps("hang-up", "key=1"), "--engine", "embedded", "--json")
    assert done.status == 0, done.err
    assert told(done.json, "decided", "reason") == [("decided", "hang-up"), ("reason", "cold-call")]
    assert outcomes(done.json) == {"right-decision": "met", "gave-a-reason": "met"}
    assert done.json["turns"] == []
    assert [one["article"] for one in done.json["feedback"]["others"]] == ["002", "000", "001"]


def test_after_leave_the_first_file_is_the_reason_and_the_second_the_message(ringback: Ringback) -> None:
    said = steps("leave", f"say={ANSWER}", f"say={ANSWER}")
    done = ringback("practise", LEAVE, *said, "--engine", "embedded", "--json")
    assert done.status == 0, done.err
    assert [turn["prompt"] for turn in done.json["turns"]] == [None, "greeting"]
    assert outcomes(done.json)["right-decision"] == "missed"


def test_who_does_nothing_stays_on_the_line_and_leaves_a_message(ringback: Ringback) -> None:
    done = ringback("practise", LEAVE, *steps("wait=1"), "--engine", "embedded", "--json")
    assert done.status == 0, done.err
    assert told(done.json, "decided", "beep") == [("beep", ""), ("decided", "leave"), ("beep", "")]
    assert outcomes(done.json)["gave-a-reason"] == "missed"


def test_a_run_of_tries_needs_no_engine_and_says_what_was_done(ringback: Ringback) -> None:
    tries = ("hang-up", DAY, "leave", DAY, "hang-up", DAY, "hang-up", "key=2")
    done = ringback("practise", LINE, *steps(*tries, DAY, "move-on"), "--json")
    assert done.status == 0, done.err
    assert done.json["engine"] is None
    assert told(done.json, "try", "read", "moved-on") == [
        ("try", "day 1 09:30 call"),
        ("try", "day 2 09:30 message"),
        ("try", "day 3 09:30 call"),
        ("try", "day 4 09:30 call"),
        ("read", "brush-off"),
        ("moved-on", "day 5"),
    ]
    assert outcomes(done.json) == {
        "spaced-the-tries": "met",
        "saw-the-brush-off": "met",
        "stopped-at-the-line": "missed",
        "moved-on": "met",
    }


def test_another_way_counts_where_the_guide_says_so(ringback: Ringback) -> None:
    run = steps("hang-up", "key=0")
    for guide, outcome in (("to-leave-or-not", "met"), ("introduce", "not-applicable")):
        done = ringback("practise", LINE, *run, "--guide", guide, "--json")
        assert done.status == 0, done.err
        assert outcomes(done.json)["stopped-at-the-line"] == outcome


def test_the_tries_are_printed_in_order(ringback: Ringback) -> None:
    done = ringback("practise", LINE, *steps("leave", "hang-up", "move-on"))
    assert done.status == 0, done.err
    assert " 1  day 1, 09:30  call and message  their mailbox" in done.out
    assert "x Tries well apart: missed (at once after a message on day 1" in done.out


@pytest.mark.parametrize(
    ("scenario", "step", "says"),
    [
        ("voicemail-referral-logistics", "leave", "'leave' is no step of a call of kind voicemail"),
        (LEAVE, "move-on", "It belongs to draw-the-line"),
        (LEAVE, "wait=86400", "wait=86400 is too long"),
        (LINE, f"say={ANSWER}", "this scenario listens 0 times"),
    ],
)
def test_a_step_that_does_not_belong_is_refused(
    ringback: Ringback, scenario: str, step: str, says: str
) -> None:
    done = ringback("practise", scenario, *steps(step), "--engine", "embedded")
    assert done.status == 1
    assert says in done.err


def test_a_key_beyond_the_list_of_reasons_is_refused(ringback: Ringback) -> None:
    done = ringback("practise", LEAVE, *steps("hang-up", "key=9"), "--engine", "embedded")
    assert done.status == 1
    assert "key=9 chooses nothing here. Give 1 to 6." in done.err


# --------------------------------------------------------------------------- in the terminal


def test_choices_are_numbered_with_each_wait_of_its_own() -> None:
    calendar = Calendar(day=2, minute=570, since="Nothing yet.")
    asked = Deciding(
        attempt_id="a", about="next-try", choices=("call", "leave", "wait", "move-on"), calendar=calendar
    )
    lines = question(asked)
    assert lines[0] == "Day 2, 09:30; 0 tries so far. Nothing yet."
    assert lines[2] == "  1  Call, without leaving a message"
    assert len(choices(asked)) == 7
    assert chosen(asked, "4") == "wait=86400"


class Typist:
    """Announcements as they come, and a typed line after each question."""

    def __init__(self, announced: queue.SimpleQueue[Any], *lines: str) -> None:
        self._announced, self._lines = announced, list(lines)
        self._typed: str | None = None

    def get(self, timeout: float | None = None) -> Any:
        if self._typed is not None:
            line, self._typed = self._typed, None
            return line
        item = self._announced.get(timeout=timeout)
        if isinstance(item, Deciding):
            self._typed = self._lines.pop(0)
        return item


def test_a_run_of_tries_is_held_in_the_terminal_by_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Call, wait a day, call with a message, move on."""
    with rig(tmp_path) as made:
        made.worker.calls.start(LINE)
        typist = Typist(made.announced, "1", "4", "2", "8")
        attempt = Conversation(made.worker, typist).hold()  # type: ignore[arg-type]
    assert attempt
    assert [one.detail for one in attempt.events if one.name == "try"] == [
        "day 1 09:30 call",
        "day 2 09:30 message",
    ]
    assert "What next?" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["", "0", "8", "two", "-1", "²"])
def test_what_is_no_number_of_a_choice_chooses_nothing(typed: str) -> None:
    asked = Deciding(attempt_id="a", about="reason", choices=(*REASONS["hang-up"], "say"))
    assert chosen(asked, typed) is None
