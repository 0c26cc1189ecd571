from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trainer.authoring.form import Form, new_form
from trainer.authoring.undo import MOST, Step, Steps


def titled(title: str) -> Form:
    form = new_form("sam-reyes")
    return replace(form, sheet=replace(form.sheet, title=title))


def start() -> Steps:
    return Steps(Step(titled("")))


def test_typing_in_one_field_is_one_step_until_a_pause() -> None:
    steps = start().changed(titled("A"), "title").changed(titled("Ab"), "title").paused()
    steps = steps.changed(titled("Abc"), "title")
    assert steps.undone().present.form == titled("Ab")
    assert steps.undone().undone().present.form == titled("")
    assert steps.undone().undone().undone() == steps.undone().undone()


def test_another_field_is_another_step() -> None:
    steps = start().changed(titled("A"), "title").changed(titled("B"), "trains")
    assert steps.undone().present.form == titled("A")


def test_no_change_is_no_step() -> None:
    steps = start()
    assert steps.changed(titled(""), "title") is steps


def test_a_change_ends_what_could_be_redone() -> None:
    steps = start().changed(titled("A"), "title").undone()
    assert steps.redone().present == Step(titled("A"), "title")
    assert steps.changed(titled("B"), "title").redone().present.form == titled("B")


@given(st.lists(st.tuples(st.text(max_size=3), st.sampled_from("ab"), st.booleans()), max_size=20))
def test_all_that_was_done_can_be_undone_and_redone(changes: list[tuple[str, str, bool]]) -> None:
    steps = start()
    for title, field, pause in changes:
        steps = steps.changed(titled(title), field)
        steps = steps.paused() if pause else steps
    last, undone = steps.present.form, steps
    for _ in changes:
        undone = undone.undone()
    assert undone.present.form == titled("")
    for _ in changes:
        undone = undone.redone()
    assert undone.present.form == last


def test_not_more_is_remembered_than_is_good() -> None:
    steps = start()
    for number in range(MOST + 10):
        steps = steps.changed(titled(str(number)), f"field {number}")
    assert len(steps.past) == MOST
