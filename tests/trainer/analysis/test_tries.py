"""Runs of tries are read from events, in the drill's words and in people's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.analysis.tries import UNKNOWN_MINUTE, read_run

AS_KEPT = (
    "try: day 1 09:30 call", "met: mailbox",
    "try: day 2 13:30 message", "met: assistant", "read: neither",
    "try: day 3 13:30 call", "met: call-tomorrow", "read: brush-off",
    "moved-on: day 4",
)  # fmt: skip


def test_what_the_drill_keeps_is_read_back_whole() -> None:
    run = read_run(AS_KEPT)
    assert run.moved_on
    assert [(one.day, one.minute, one.left, one.meets, one.taken_for) for one in run.tries] == [
        (1, 570, False, "mailbox", None),
        (2, 810, True, "assistant", None),
        (3, 810, False, "call-tomorrow", "brush-off"),
    ]


@pytest.mark.parametrize(
    ("events", "tries"),
    [
        (["day 1", "day 3", "day 4"], [(1, False), (3, False), (4, False)]),
        (["Day 1: left a message", "Day 2: called, no message"], [(1, True), (2, False)]),
        (["called", "wait 2 days", "left voicemail"], [(1, False), (3, True)]),
        (["leave", "wait=86400", "hang-up", "wait=604800", "hang up"], [(1, True), (2, False), (7, False)]),
        (["1: call", "2: hung up without a message"], [(1, False), (2, False)]),
        (["day 2: call", "the next day: left a message"], [(2, False), (3, True)]),
        (["day 1: call", "she said call me tomorrow", "day 2: vacation greeting"], [(1, False), (2, False)]),
        (["the sun shone", "wait a day"], []),
    ],
)
def test_people_may_write_it_as_they_like(events: list[str], tries: list[tuple[int, bool]]) -> None:
    assert [(one.day, one.left) for one in read_run(events).tries] == tries


def test_what_the_other_side_says_is_no_call_of_the_users() -> None:
    run = read_run(["day 1: call", 'he said "leave me a message and call tomorrow"'])
    assert len(run.tries) == 1
    assert run.tries[0].meets == "call-tomorrow"
    assert run.tries[0].minute == UNKNOWN_MINUTE


@pytest.mark.parametrize(
    "event", ["moved on", "day 9: called another prospect", "move-on", "moved-on: day 9"]
)
def test_somebody_new_is_moving_on(event: str) -> None:
    assert read_run(["day 1: call", event]).moved_on


@pytest.mark.parametrize(
    "event", ["way: operator", "tried another way", "got round it by the sales department"]
)
def test_another_way_is_no_further_try(event: str) -> None:
    run = read_run(["day 1: call", event])
    assert run.new_way
    assert len(run.tries) == 1


@given(st.lists(st.text(max_size=60), max_size=20))
def test_no_text_makes_it_stumble(events: list[str]) -> None:
    assert len(read_run(events).tries) <= len(events)
