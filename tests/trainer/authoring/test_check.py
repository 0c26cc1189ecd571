from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.trainer.authoring.examples import around, filled, forms
from trainer.authoring.check import Mistake, Surroundings, mistakes, named
from trainer.authoring.form import FORM_KINDS, Form, new_form
from trainer.authoring.text import toml_of
from trainer.errors import Mistakes
from trainer.records import ModelAnswer
from trainer.scenarios import load_library, read_scenario

AROUND = around()


def fields(form: Form, known: Surroundings = AROUND) -> list[str]:
    return [mistake.field for mistake in mistakes(form, known)]


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_a_filled_form_has_nothing_to_mend_and_its_file_can_be_read(kind: str, tmp_path: Path) -> None:
    assert mistakes(filled(kind), AROUND) == ()
    scenario = named(filled(kind), AROUND)
    path = tmp_path / f"{scenario.id}.toml"
    path.write_bytes(toml_of(scenario))
    assert read_scenario(path, load_library(), AROUND.guides) == scenario


@settings(max_examples=40)
@given(forms())
def test_the_check_says_no_exactly_where_reading_the_file_does(
    tmp_path_factory: pytest.TempPathFactory, form: Form
) -> None:
    form = replace(form, sheet=replace(form.sheet, id=""))
    scenario = named(form, AROUND)
    path = tmp_path_factory.mktemp("form") / f"{scenario.id}.toml"
    path.write_bytes(toml_of(scenario))
    found = [one for one in mistakes(form, AROUND) if not one.field.endswith(".words")]
    try:
        read_scenario(path, load_library(), AROUND.guides)
    except Mistakes:
        assert found
    else:
        assert not found


def test_an_empty_form_says_what_is_missing_in_the_order_of_the_form() -> None:
    found = mistakes(new_form("sam-reyes"), AROUND)
    assert [one.field for one in found] == [
        "title", "trains", "industry", "prospect.name", "lines.0.text", "lines.0.audio",
    ]  # fmt: skip
    assert all(one.missing for one in found)
    assert Mistake("lines.0.audio", "is missing: record it, or choose a file.", missing=True) in found


def test_mistakes_are_told_at_their_fields() -> None:
    form = filled("callback")
    sheet = replace(form.sheet, situation="referral", default_message=None)
    assert fields(replace(form, sheet=sheet)) == ["referrer", "default_message"]
    assert fields(replace(filled("leave-or-not"), sheet=replace(filled("leave-or-not").sheet, facts=()))) == [
        "facts"
    ]
    unspoken = replace(form.turns[1], line=replace(form.turns[1].line, text=" ", audio="sounds/gone.flac"))
    assert fields(replace(form, turns=(form.turns[0], unspoken))) == ["lines.2.text", "lines.2.audio"]
    answer = ModelAnswer(guide="sell-the-call", says=())
    assert fields(replace(form, sheet=replace(form.sheet, model_answers=(answer,)))) == ["model_answers"]
    assert fields(replace(form, sheet=replace(form.sheet, seller="sam"))) == ["seller"]


def test_a_condition_without_words_is_no_condition() -> None:
    form = filled("callback")
    empty = replace(form.turns[0], words=(" ",))
    (found,) = mistakes(replace(form, turns=(empty, form.turns[1])), AROUND)
    assert found.field == "lines.1.words"


def test_a_title_that_is_taken_gets_a_number_and_an_id_stays() -> None:
    first = named(filled(), AROUND)
    assert first.id == "voicemail-the-mill-on-monday"
    known = replace(AROUND, taken=frozenset({first.id}))
    assert named(filled(), known).id == "voicemail-the-mill-on-monday-2"
    kept = replace(filled(), sheet=replace(filled().sheet, id=first.id, title="Another title"))
    assert named(kept, AROUND).id == first.id
    assert mistakes(kept, known) == ()


def test_who_is_called_is_known_by_a_name() -> None:
    assert named(filled(), AROUND).prospect.id == "ada-mill"
    nameless = replace(filled().sheet.prospect, name="工場")
    form = replace(filled(), sheet=replace(filled().sheet, prospect=nameless))
    assert named(form, AROUND).prospect.id == "somebody"
    assert mistakes(form, AROUND) == ()
