from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from tests.ui.sample_feedback import row
from trainer.records import AttemptRow, Headline
from ui.models.attempt_table import KIND, MET, TIME, WHEN, WHO, AttemptTable

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)


def table(*rows: AttemptRow) -> AttemptTable:
    made = AttemptTable(lambda: NOW)
    made.put(rows)
    return made


def cells(made: AttemptTable, line: int = 0, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    return [made.data(made.index(line, column), role) for column in range(made.columnCount())]


def test_it_is_a_sound_model(qtmodeltester: ModelTester):
    qtmodeltester.check(table(row(2), row(1, kind="callback")))


def test_a_row_says_when_who_what_how_long_and_how_good():
    assert cells(table(row(1))) == ["Today 10:42", "Dana Whitfield", "Voicemail", "20.0 s", "9 of 10"]


def test_a_row_is_read_aloud_with_what_is_only_drawn():
    spoken = cells(table(row(1, company="Northgate")), role=Qt.ItemDataRole.AccessibleTextRole)
    assert spoken[WHO].startswith("Dana Whitfield, Northgate, ")
    assert spoken[TIME] == "20.0 s, met"


def test_what_is_not_judged_says_what_became_of_it():
    made = table(
        row(2, state="waiting", headline=None), row(1, state="missed-ring", headline=None, seconds=None)
    )
    assert [cells(made, line)[TIME] for line in (0, 1)] == ["not heard yet", "missed"]
    assert cells(made)[MET] == "–"


def test_a_call_back_shows_its_first_word():
    assert cells(table(row(1, kind="callback", first_word_latency_s=0.9)))[TIME] == "first word 0.9 s"


def test_kinds_are_filtered():
    made = table(row(3), row(2, kind="callback"), row(1, kind="elevator"))
    for kind, left in (
        ("voicemail", ["a3"]),
        ("callback", ["a2"]),
        ("other", ["a1"]),
        ("all", ["a3", "a2", "a1"]),
    ):
        made.choose(kind)
        assert [one.id for one in made.shown] == left


def test_sorting_keeps_what_has_no_value_at_the_end():
    made = table(row(3, seconds=None), row(2, seconds=12.0), row(1, seconds=30.0))
    made.sort(TIME, Qt.SortOrder.DescendingOrder)
    assert [one.id for one in made.shown] == ["a1", "a2", "a3"]
    made.sort(TIME, Qt.SortOrder.AscendingOrder)
    assert [one.id for one in made.shown] == ["a2", "a1", "a3"]


def test_sorting_by_every_column():
    made = table(
        row(2, "ruth osei", kind="callback"), row(1, "Dana", headline=Headline(met=10, of=10, unsure=0))
    )
    for column, first in ((WHO, "a1"), (KIND, "a2"), (WHEN, "a1"), (MET, "a2")):
        made.sort(column, Qt.SortOrder.AscendingOrder)
        assert made.shown[0].id == first


def test_what_is_being_deleted_is_not_shown():
    made = table(row(2), row(1))
    made.hide(["a2"])
    assert [one.id for one in made.shown] == ["a1"]
    made.put((row(3), row(2), row(1)))
    assert [one.id for one in made.shown] == ["a3", "a1"]
    made.hide([])
    assert made.row_of("a2") == 1
