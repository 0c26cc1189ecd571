"""The attempts as the table of History shows them: filtered by kind, sorted, without those being deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from trainer.records import AttemptRow, AttemptState, Kind
from ui.models.check_lines import title_of
from ui.models.phrasing import KIND_WORDS, length, lower_first, started, when
from ui.widgets.glyph import WORDS, State

COLUMNS = ("When", "Who", "Kind", "Time", "Met")
WHEN, WHO, KIND, TIME, MET = range(len(COLUMNS))
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `AttemptRow` itself."""

KindChoice = Literal["all", "voicemail", "callback", "other"]
Index = QModelIndex | QPersistentModelIndex

_STATE_WORDS: dict[AttemptState, str] = {
    "recording": "still going on",
    "interrupted": "cut short",
    "abandoned": "left",
    "waiting": "not heard yet",
    "judged": "",
    "set-aside": "set aside",
    "missed-ring": "missed",
}


class AttemptTable(QAbstractTableModel):
    """Holds all rows that were found; shows those of the chosen kind. `now` gives the local time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._all: tuple[AttemptRow, ...] = ()
        self._shown: list[AttemptRow] = []
        self._hidden: frozenset[str] = frozenset()
        self._kind: KindChoice = "all"
        self._column, self._falling = WHEN, True

    @property
    def shown(self) -> Sequence[AttemptRow]:
        """The rows that are shown, in their order."""
        return self._shown

    def put(self, rows: Iterable[AttemptRow]) -> None:
        """Show these attempts instead."""
        self._all = tuple(rows)
        self._arrange()

    def choose(self, kind: KindChoice) -> None:
        """Show only attempts of one kind."""
        self._kind = kind
        self._arrange()

    def hide(self, attempt_ids: Iterable[str]) -> None:
        """Leave these attempts out until told otherwise."""
        self._hidden = frozenset(attempt_ids)
        self._arrange()

    def row_of(self, attempt_id: str) -> int | None:
        """Where an attempt is shown."""
        return next((at for at, row in enumerate(self._shown) if row.id == attempt_id), None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; attempts that have nothing there come last."""
        self._column, self._falling = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

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
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._read_aloud(row, index.column())
        return None

    def words(self, row: AttemptRow, column: int) -> str:
        """What a cell says."""
        return (self._when, who, _kind, time_words, met_words)[column](row)

    def _when(self, row: AttemptRow) -> str:
        return when(started(row.started_utc, row.utc_offset_min), self._now())

    def _read_aloud(self, row: AttemptRow, column: int) -> str:
        if column == WHO:
            return ", ".join(part for part in (row.prospect, row.company, note_words(row)) if part)
        state = length_look(row)
        return self.words(row, column) + (f", {WORDS[state].lower()}" if column == TIME and state else "")

    def _arrange(self) -> None:
        self.beginResetModel()
        chosen = [row for row in self._all if row.id not in self._hidden and _is_of(row.kind, self._kind)]
        known = [row for row in chosen if _key(row, self._column) is not None]
        known.sort(key=lambda row: (_key(row, self._column), row.sequence), reverse=self._falling)
        self._shown = known + [row for row in chosen if _key(row, self._column) is None]
        self.endResetModel()


def who(row: AttemptRow) -> str:
    """Whom it was for."""
    return row.prospect or row.title


def note_words(row: AttemptRow) -> str:
    """The user's note, else the one fix."""
    return row.note or (lower_first(title_of(row.fix)) if row.fix else "")


def time_words(row: AttemptRow) -> str:
    """The length, or what became of it; for a call back how soon the first word came."""
    if row.state != "judged" and _STATE_WORDS[row.state]:
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


def _is_of(kind: Kind, choice: KindChoice) -> bool:
    if choice == "other":
        return kind not in ("voicemail", "callback")
    return choice in ("all", kind)


def _key(row: AttemptRow, column: int) -> Any:
    if column == WHEN:
        return row.sequence
    if column == WHO:
        return who(row).casefold()
    if column == KIND:
        return KIND_WORDS[row.kind]
    if column == TIME:
        return row.seconds
    return row.headline.met / row.headline.of if row.headline and row.headline.of else None
