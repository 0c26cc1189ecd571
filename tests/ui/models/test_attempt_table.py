from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from tests.ui.sample_feedback import row
from trainer.records import AttemptRow
from ui.models.attempt_table import KIND, MET, SILENT_ROLE, TIME, WHEN, WHO, AttemptTable, note_words
from ui.models.lost_sound import LOST

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


def test_a_favourite_and_its_tags_are_told():
    made = table(row(1, note="mine", tags=("best", "coach"), favourite=True))
    assert note_words(made.shown[0]) == "“mine”  ·  Tags: best, coach"
    assert cells(made, role=Qt.ItemDataRole.AccessibleTextRole)[WHO].endswith("best, coach, favourite")


def test_without_a_note_the_line_says_what_was_missed():
    assert note_words(row(1, note="", fix="one-ask")) == "Missed: one ask"
    assert note_words(row(1, note="", fix="no-website")) == "Web site named"


def test_a_lost_recording_is_marked_and_told():
    made = table(row(2), row(1))
    made.mark_silent(frozenset({made.shown[1].id}))
    assert [made.data(made.index(line, WHO), SILENT_ROLE) for line in (0, 1)] == [False, True]
    assert cells(made, 1, Qt.ItemDataRole.AccessibleTextRole)[WHO].endswith("recording missing")
    assert made.data(made.index(1, WHO), Qt.ItemDataRole.ToolTipRole) == LOST
    assert made.data(made.index(0, WHO), Qt.ItemDataRole.ToolTipRole) is None


def test_a_click_on_a_column_asks_for_another_order():
    made, asked = table(row(1)), []
    made.order_changed.connect(lambda: asked.append((made.order, made.rising)))
    for column in (WHO, KIND, TIME, MET, WHEN):
        made.sort(column, Qt.SortOrder.AscendingOrder)
    made.sort(WHEN, Qt.SortOrder.DescendingOrder)
    assert [order for order, _ in asked] == ["who", "kind", "time", "met", "when", "when"]
    assert [rising for _, rising in asked] == [True] * 5 + [False]


def test_more_is_asked_for_once_until_it_comes():
    made, asked = table(), []
    made.more_wanted.connect(lambda: asked.append(len(made.shown)))
    made.put((row(3), row(2)), more=True)
    nowhere = QModelIndex()
    assert made.canFetchMore(nowhere)
    made.fetchMore(nowhere)
    made.fetchMore(nowhere)
    assert asked == [2]
    made.append([row(1)], more=False)
    assert [one.id for one in made.shown] == ["a3", "a2", "a1"]
    assert not made.canFetchMore(nowhere)


def test_what_is_being_deleted_is_not_shown():
    made = table(row(2), row(1))
    made.leave_out(["a2"])
    assert [one.id for one in made.shown] == ["a1"]
    assert (made.row_of("a1"), made.row_of("a2")) == (0, None)
