"""The attempts as the table of History shows them, fetched page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from trainer.records import AttemptOrder, AttemptRow, AttemptState
from ui.models.broken_off_words import line_words
from ui.models.check_lines import missed_words
from ui.models.lost_sound import LOST
from ui.models.phrasing import KIND_WORDS, length, quoted, started, when
from ui.widgets.glyph import WORDS, State

COLUMNS = ("When", "Who", "Kind", "Time", "Met")
WHEN, WHO, KIND, TIME, MET = range(len(COLUMNS))
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `AttemptRow` itself."""
SILENT_ROLE = ROW_ROLE + 1
"""Whether its recording is no longer there."""

Index = QModelIndex | QPersistentModelIndex

_ORDERS: dict[int, AttemptOrder] = {WHEN: "when", WHO: "who", KIND: "kind", TIME: "time", MET: "met"}
_STATE_WORDS: dict[AttemptState, str] = {
    "recording": "still going on",
    "interrupted": "cut short",
    "waiting": "not heard yet",
    "set-aside": "set aside",
    "missed-ring": "missed",
}


class AttemptTable(QAbstractTableModel):
    """The lines that were fetched so far; asks for more as they are scrolled to. `now` gives the local time.

    Signals:
        more_wanted: the next lines should be appended.
        order_changed: the lines should be fetched anew, by `order` and `rising`.
    """

    more_wanted = Signal()
    order_changed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._shown: list[AttemptRow] = []
        self._more = False
        self._silent: frozenset[str] = frozenset()
        self.order: AttemptOrder = "when"
        self.rising = False

    @property
    def shown(self) -> Sequence[AttemptRow]:
        """The lines that are here, in their order."""
        return self._shown

    def put(self, rows: Iterable[AttemptRow], more: bool = False) -> None:
        """Show these instead; `more`: others follow them."""
        self.beginResetModel()
        self._shown, self._more = list(rows), more
        self.endResetModel()

    def append(self, rows: Sequence[AttemptRow], more: bool) -> None:
        """Show these, too."""
        first = len(self._shown)
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._shown += rows
            self.endInsertRows()
        self._more = more

    def leave_out(self, attempt_ids: Iterable[str]) -> None:
        """Show these no longer."""
        gone = set(attempt_ids)
        self.put([row for row in self._shown if row.id not in gone], self._more)

    def mark_silent(self, attempt_ids: frozenset[str]) -> None:
        """These have lost their recording, too."""
        if attempt_ids - self._silent:
            self._silent |= attempt_ids
            last = self.index(len(self._shown) - 1, WHO)
            self.dataChanged.emit(self.index(0, WHO), last, [SILENT_ROLE])

    def row_of(self, attempt_id: str) -> int | None:
        """Where an attempt is shown."""
        return next((at for at, row in enumerate(self._shown) if row.id == attempt_id), None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the lines in the order of a column."""
        self.order, self.rising = _ORDERS[column], order == Qt.SortOrder.AscendingOrder
        self.order_changed.emit()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether lines follow those that are here."""
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next lines, once until they come."""
        if self._more:
            self._more = False
            self.more_wanted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Attempts that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of `COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the display and for a screen reader, and the row itself for the painter."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, index.column())
        if role == SILENT_ROLE:
            return row.id in self._silent
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._read_aloud(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHO and row.id in self._silent:
            return LOST
        return None

    def words(self, row: AttemptRow, column: int) -> str:
        """What a cell says."""
        return (self._when, who, _kind, time_words, met_words)[column](row)

    def _when(self, row: AttemptRow) -> str:
        return when(started(row.started_utc, row.utc_offset_min), self._now())

    def _read_aloud(self, row: AttemptRow, column: int) -> str:
        if column == WHO:
            star = "favourite" if row.favourite else ""
            silent = "recording missing" if row.id in self._silent else ""
            parts = (row.prospect, row.company, note_words(row), star, silent)
            return ", ".join(part for part in parts if part)
        state = length_look(row)
        return self.words(row, column) + (f", {WORDS[state].lower()}" if column == TIME and state else "")


def who(row: AttemptRow) -> str:
    """Whom it was for."""
    return row.prospect or row.title


def note_words(row: AttemptRow) -> str:
    """The user's note in quotes, else what the one fix is about; then the tags; each says what it is."""
    missed = missed_words(row.fix) if row.fix else ""
    tags = f"Tags: {', '.join(row.tags)}" if row.tags else ""
    return "  ·  ".join(part for part in (quoted(row.note) if row.note else missed, tags) if part)


def time_words(row: AttemptRow) -> str:
    """The length, or what became of it; for a call back how soon the first word came."""
    if row.state == "abandoned":
        return line_words(row)
    if row.state in _STATE_WORDS:
        return _STATE_WORDS[row.state]
    if row.kind == "callback" and row.first_word_latency_s is not None:
        return f"first word {row.first_word_latency_s:.1f} s"
    return length(row.seconds) if row.seconds is not None else "–"


def met_words(row: AttemptRow) -> str:
    """ "19 of 22", or a dash."""
    return f"{row.headline.met} of {row.headline.of}" if row.headline and row.headline.of else "–"


def length_look(row: AttemptRow) -> State | None:
    """The glyph beside the time; none where the time is no length."""
    return row.length_state if row.state == "judged" and row.kind != "callback" else None


def _kind(row: AttemptRow) -> str:
    return KIND_WORDS[row.kind]
