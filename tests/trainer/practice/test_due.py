"""What to practise today, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.trainer.examples import scenario
from tests.trainer.practice.measured import TODAY, day, histories, one
from trainer.practice.due import DueItem, Why, called, due_today, sitting_of, weakest_check
from trainer.records import Kind, Measured, Scenario


def call(name: str, kind: Kind = "voicemail", prospect: str | None = None, difficulty: int = 1) -> Scenario:
    made = scenario(kind)
    person = replace(made.prospect, id=prospect or name)
    return replace(made, id=name, prospect=person, difficulty=difficulty)


LIBRARY = (
    call("vm", prospect="dana"),
    call("vm2", prospect="dana"),
    call("cb", "callback", "ruth"),
    call("lift", "elevator", "somebody"),
)


def ids(items: tuple[DueItem, ...]) -> list[str]:
    return [item.scenario_id for item in items]


def whys(items: tuple[DueItem, ...]) -> dict[str, Why]:
    return {item.scenario_id: item.why for item in items}


def test_a_first_start_offers_three_new_ones_of_different_kinds() -> None:
    due = due_today([], LIBRARY, TODAY)
    assert ids(due.items) == ["vm", "cb", "lift"]
    assert set(whys(due.items).values()) == {"new-prospect"}
    assert (due.minutes, due.next_day) == (4, None)


def test_nothing_to_practise_is_no_mistake() -> None:
    due = due_today([], [], TODAY)
    assert (due.items, due.minutes, due.next_day) == ((), 0, None)
    assert sitting_of([], [], TODAY, 5) == ()


def test_new_ones_of_today_count_against_the_limit() -> None:
    history = [one(1, scenario_id="vm"), one(2, scenario_id="cb", kind="callback")]
    assert ids(due_today(history, LIBRARY, TODAY, new_a_day=3).items) == ["lift"]
    assert due_today(history, LIBRARY, TODAY, new_a_day=2).items == ()
    assert due_today(history, LIBRARY, TODAY, new_a_day=0).items == ()


def test_what_was_done_today_is_not_due_but_told_when_it_will_be() -> None:
    due = due_today([one(1)], LIBRARY, TODAY, new_a_day=0)
    assert due.items == ()
    assert due.next_day is not None
    assert due.next_day > TODAY


def test_a_card_is_due_on_its_day_and_says_since_when() -> None:
    (item,) = due_today([one(1, day=day(30))], LIBRARY, TODAY, new_a_day=0).items
    assert (item.scenario_id, item.why, item.last_day.isoformat()) == ("vm", "due", day(30))
    assert item.days_over == 28


def test_not_today_leaves_it_out() -> None:
    history = [one(1, day=day(30))]
    assert ids(due_today(history, LIBRARY, TODAY, new_a_day=0, not_today={"vm"}).items) == []
    assert "lift" not in ids(due_today([], LIBRARY, TODAY, not_today={"lift"}).items)


def test_scenarios_that_are_gone_are_not_due() -> None:
    assert due_today([one(1, day=day(30), scenario_id="gone")], LIBRARY, TODAY, new_a_day=0).items == ()


def test_a_weak_check_only_chooses_among_due_ones() -> None:
    history = [
        one(1, day=day(30), scenario_id="vm", missed=()),
        one(2, day=day(29), scenario_id="vm2", missed=("one-ask",)),
        one(3, day=day(0), scenario_id="cb", kind="callback", missed=("one-ask",)),
    ]
    assert weakest_check(history) == "one-ask"
    due = due_today(history, LIBRARY, TODAY, new_a_day=0).items
    assert ids(due) == ["vm2", "vm"]
    assert [item.weak for item in due] == ["one-ask", None]
    assert ids(due_today(history[:2], LIBRARY, TODAY, new_a_day=0).items) == [
        "vm",
        "vm2",
    ]  # missed once: no habit


def test_kinds_are_mixed() -> None:
    history = [
        one(1, day=day(60), scenario_id="vm"),
        one(2, day=day(50), scenario_id="vm2"),
        one(3, day=day(20), scenario_id="cb", kind="callback"),
    ]
    assert ids(due_today(history, LIBRARY, TODAY, new_a_day=0).items) == ["vm", "cb", "vm2"]


def test_after_moving_on_somebody_never_called_comes_first() -> None:
    history = [one(1, day=day(30)), one(2, scenario_id="line", kind="draw-the-line", moved_on=True)]
    due = due_today(history, LIBRARY, TODAY, new_a_day=0).items
    assert due[0].why == "after-moving-on"
    assert due[0].scenario_id in {"cb", "lift"}
    assert ids(due)[1:] == ["vm"]
    then = [*history, one(3, scenario_id="lift", prospect_id="somebody", kind="elevator")]
    assert "after-moving-on" not in whys(due_today(then, LIBRARY, TODAY, new_a_day=0).items).values()


def test_a_prospect_is_known_once_called_but_not_by_a_missed_ring_or_a_file() -> None:
    assert called([one(1, state="abandoned"), one(2, prospect_id="ruth", state="missed-ring")]) == {"dana"}
    assert called([one(1, from_files=True)]) == set()


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_a_sitting_holds_somebody_never_called(minutes: int) -> None:
    history = [one(1, day=day(60)), one(2, day=day(60), scenario_id="vm2")]
    plan = sitting_of(history, LIBRARY, TODAY, minutes, new_a_day=0)
    assert "new-prospect" in whys(plan).values()
    assert sum(item.minutes for item in plan) <= minutes


def test_a_sitting_is_filled_with_what_is_due_soonest() -> None:
    history = [one(1), one(2, scenario_id="cb", kind="callback", prospect_id="ruth", day=day(1))]
    plan = sitting_of(history, LIBRARY[:3], TODAY, 5, new_a_day=0)
    assert set(whys(plan).values()) <= {"ahead", "due"}
    assert set(ids(plan)) >= {"vm", "cb"}


def test_the_shortest_sitting_holds_at_least_one() -> None:
    long = call("line", "draw-the-line")
    assert ids(sitting_of([], [long], TODAY, 1)) == ["line"]


@given(histories())
@settings(max_examples=50)
def test_any_history_gives_a_queue_without_repeats(history: list[Measured]) -> None:
    due = due_today(history, LIBRARY, TODAY)
    plan = sitting_of(history, LIBRARY, TODAY, 10)
    for found in (ids(due.items), ids(plan)):
        assert len(found) == len(set(found))
        assert set(found) <= {one.id for one in LIBRARY}
    assert plan
    assert sum(item.why in ("new", "new-prospect") for item in due.items) <= 3
    if any(one.prospect.id not in called(history) for one in LIBRARY if one.id not in _rated(history)):
        assert {item.why for item in plan} & {"new-prospect", "after-moving-on"}


def _rated(history: list[Measured]) -> set[str]:
    return {
        one.scenario_id for one in history if one.judged and not one.from_files and (one.met or one.missed)
    }
