from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.authoring.examples import filled, forms
from trainer.authoring.form import (
    FORM_KINDS,
    MOST_TURNS,
    Form,
    form_of,
    lines_of,
    new_form,
    scenario_of,
    with_lines,
    with_turn,
)
from trainer.authoring.names import free_id, slug
from trainer.authoring.text import data_of, renamed, toml_of
from trainer.drills import Manners
from trainer.drills.conversation import say
from trainer.paths import SCENARIOS
from trainer.records import Scenario
from trainer.scenarios import load_library
from trainer.strict import read

SHIPPED = load_library().scenarios


@given(forms())
def test_what_is_written_reads_back_as_the_same_scenario(form: Form) -> None:
    scenario = scenario_of(form)
    assert read(Scenario, tomllib.loads(toml_of(scenario).decode())) == scenario


@given(forms())
def test_a_form_that_can_be_had_again_describes_the_same_scenario(form: Form) -> None:
    scenario = scenario_of(form)
    again = form_of(scenario)
    assert again is None or scenario_of(again) == scenario


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_what_a_form_made_it_can_show_again(kind: str) -> None:
    scenario = scenario_of(filled(kind))
    again = form_of(scenario)
    assert again is not None
    assert lines_of(again) == tuple(replace(line, branches=()) for line in scenario.prompts)
    assert [(turn.when, turn.words) for turn in again.turns] == (
        [("words", ("price", "how much")), ("next", ())] if kind == "callback" else []
    )


@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda one: one.id)
def test_of_shipped_scenarios_a_form_loses_nothing(scenario: Scenario) -> None:
    assert read(Scenario, data_of(scenario)) == scenario
    form = form_of(scenario)
    if form is not None:
        assert scenario_of(form) == scenario


def test_most_shipped_mailboxes_and_all_decisions_and_speeches_can_be_shown() -> None:
    shown = {one.kind for one in SHIPPED if form_of(one)}
    assert shown == {"voicemail", "elevator", "leave-or-not"}
    hidden = [one for one in SHIPPED if form_of(one) is None and one.kind in ("elevator", "leave-or-not")]
    assert hidden == []


def test_lines_follow_each_other_unless_words_lead_elsewhere() -> None:
    opening, price, other, end = scenario_of(filled("callback")).prompts
    assert [(branch.to, branch.words) for branch in opening.branches] == [
        (price.id, ("price", "how much")),
        (other.id, ()),
    ]
    assert [branch.to for branch in price.branches] == [other.id]
    assert [branch.to for branch in other.branches] == [end.id]
    assert end.ends
    scenario = scenario_of(filled("callback"))
    assert say(scenario, Manners(None), opening, turn=1)[0].line == opening


def test_a_line_that_hangs_up_leads_nowhere() -> None:
    form = filled("callback")
    last = replace(form.turns[1], line=replace(form.turns[1].line, ends=True))
    scenario = scenario_of(replace(form, turns=(form.turns[0], last)))
    assert [len(prompt.branches) for prompt in scenario.prompts] == [2, 1, 0, 0]


def test_another_kind_leaves_out_what_is_not_its_own_and_forgets_nothing() -> None:
    form = filled("callback")
    voicemail = replace(form, sheet=replace(form.sheet, kind="voicemail"))
    scenario = scenario_of(voicemail)
    assert len(scenario.prompts) == 1
    assert scenario.default_message is None
    assert scenario_of(replace(voicemail, sheet=form.sheet)) == scenario_of(form)


def test_lines_can_be_put_back_in_their_places() -> None:
    form = filled("callback")
    assert with_lines(form, lines_of(form)) == form
    mailbox = filled("voicemail")
    assert with_lines(mailbox, lines_of(mailbox)) == mailbox


def test_a_form_takes_as_many_lines_as_a_call_has_replies() -> None:
    form = new_form("sam-reyes")
    for _ in range(MOST_TURNS):
        form = with_turn(form)
    assert len({turn.line.id for turn in form.turns}) == MOST_TURNS
    form = with_turn(replace(form, turns=form.turns[1:]))
    assert len({turn.line.id for turn in form.turns}) == MOST_TURNS


# --------------------------------------------------------------------------- names and texts


@given(st.text())
def test_ids_are_safe_whatever_the_title(title: str) -> None:
    name = free_id("voicemail", title, ())
    assert read_id(name)
    assert len(name) < 80
    assert free_id("voicemail", title, {name}) == f"{name}-2"
    assert free_id("voicemail", title, {name, f"{name}-2"}) == f"{name}-3"


def read_id(name: str) -> bool:
    return all(part.isascii() and part.isalnum() and part == part.lower() for part in name.split("-"))


def test_names_keep_what_can_be_kept() -> None:
    assert slug("Zoë's  Mill!") == "zoe-s-mill"
    assert slug("工場") == ""
    assert free_id("elevator", "工場", ()) == "elevator-own"
    assert free_id("voicemail", "CON", ()) == "voicemail-con"


@pytest.mark.parametrize("scenario", SHIPPED, ids=lambda one: one.id)
def test_a_copy_of_a_file_differs_in_its_name_only(scenario: Scenario) -> None:
    text = (SCENARIOS / f"{scenario.id}.toml").read_text("utf-8")
    copy = renamed(text, "mine", 'A "quoted" \\ title')
    assert read(Scenario, tomllib.loads(copy)) == replace(scenario, id="mine", title='A "quoted" \\ title')
    assert len(copy.splitlines()) == len(text.splitlines()) - text.startswith("#:schema")


@pytest.mark.parametrize(
    "head", ['"id" = "old"\ntitle = "Old"', "title = '''Old\ntitle'''\nid = 'old'", "id = 'old'\ntitle = 'x'"]
)
def test_a_copy_of_a_strangely_written_file_has_its_new_name_too(head: str) -> None:
    copy = renamed(f"{head}\n[prospect]\nid = 'ada'\n", "mine", "Mine")
    assert tomllib.loads(copy) == {"id": "mine", "title": "Mine", "prospect": {"id": "ada"}}
