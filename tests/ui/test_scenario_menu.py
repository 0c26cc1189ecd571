from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.fakes import library
from ui.models.scenario_cards import Card
from ui.scenario_menu import Acts, entries

SHIPPED = Card(library().scenarios[0])
OWN = Card(library().scenarios[1], frozenset({"own", "favourite"}))


def words(*chosen: Card, can_edit: bool = True) -> list[str]:
    def nothing() -> None:
        """Not called here."""

    edit = nothing if can_edit else None
    acts = Acts(nothing, nothing, nothing, nothing, nothing, edit=edit, duplicate=edit)
    return [text for text, _key, _act in entries(chosen, acts) if text]


@pytest.mark.parametrize("can_edit", [True, False])
def test_only_own_ones_are_edited_and_removed(can_edit: bool) -> None:
    editing = {"Edit", "Duplicate"} if can_edit else set()
    assert set(words(OWN, can_edit=can_edit)) - set(words(SHIPPED, can_edit=can_edit)) == {
        "No longer a favourite", "Remove", *(editing - {"Duplicate"}),
    }  # fmt: skip
    assert ("Duplicate" in words(SHIPPED, can_edit=can_edit)) == can_edit


def test_where_nobody_speaks_first_nothing_is_heard() -> None:
    silent = replace(SHIPPED, scenario=replace(SHIPPED.scenario, prompts=()))
    assert "Hear how it begins" in words(SHIPPED)
    assert "Hear how it begins" not in words(silent)


def test_of_several_only_what_is_done_with_all_is_offered() -> None:
    assert words(SHIPPED, OWN) == ["Export 2…", "Remove 1 of yours"]
    assert words(SHIPPED, SHIPPED) == ["Export 2…"]
