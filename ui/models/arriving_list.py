"""The scenarios of a pack as lines of a list, each with what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.models.phrasing import KIND_WORDS
from ui.models.shelf_words import STATE_WORDS, WAY_WORDS

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving, OnClash

LINE_ROLE = Qt.ItemDataRole.UserRole
_ORDER = ("clash", "clash-shipped", "new", "same")
"""First what needs a decision."""


@dataclass(frozen=True, slots=True)
class ArrivingLine:
    """One scenario of a pack."""

    arriving: Arriving
    way: OnClash | None = None
    """What becomes of it where one with its id is here and different; None where nothing clashes."""

    @property
    def ways(self) -> tuple[OnClash, ...]:
        """What may be chosen; nothing where nothing clashes."""
        if self.way is None:
            return ()
        return ("keep-both", "skip") if self.arriving.state == "clash-shipped" else tuple(WAY_WORDS)

    @property
    def comes(self) -> bool:
        """Whether it is taken in."""
        return self.arriving.state == "new" or self.way in ("keep-both", "replace")

    @property
    def under(self) -> str:
        """The second line: "Voicemail, Dana Whitfield; different from yours"."""
        scenario = self.arriving.scenario
        who = ", ".join((KIND_WORDS[scenario.kind], scenario.prospect.name))
        return f"{who}; {STATE_WORDS[self.arriving.state]}" if self.way else who

    @property
    def outcome(self) -> str:
        """What stands on the right: "New", "Here already", "Keep both"."""
        if self.way:
            return WAY_WORDS[self.way]
        words = STATE_WORDS[self.arriving.state]
        return words[:1].upper() + words[1:]


class ArrivingModel(QAbstractListModel):
    """Display role: the title; accessible text: the whole line; `LINE_ROLE`: the `ArrivingLine`.

    Signals:
        decided: something else becomes of one of them.
    """

    decided = Signal()

    def __init__(self, arriving: Sequence[Arriving], parent: QObject | None = None) -> None:
        """Where something clashes, both are kept until the user says otherwise: nothing is lost by that."""
        super().__init__(parent)
        ordered = sorted(arriving, key=lambda one: _ORDER.index(one.state))
        self.lines = [
            ArrivingLine(one, "keep-both" if one.state.startswith("clash") else None) for one in ordered
        ]

    @property
    def clashing(self) -> int:
        """How many need a decision."""
        return sum(line.way is not None for line in self.lines)

    @property
    def coming(self) -> int:
        """How many are taken in."""
        return sum(line.comes for line in self.lines)

    def ways(self) -> dict[str, OnClash]:
        """What was decided, by id."""
        return {line.arriving.scenario.id: line.way for line in self.lines if line.way}

    def decide(self, row: int, way: OnClash) -> None:
        """Decide on one line; what cannot be chosen there changes nothing."""
        if way in self.lines[row].ways:
            self.lines[row] = ArrivingLine(self.lines[row].arriving, way)
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            self.decided.emit()

    def decide_all(self, way: OnClash) -> None:
        """Decide on all that clash; Ringback's own are kept beside the new ones instead of replaced."""
        self.lines = [
            ArrivingLine(line.arriving, way if way in line.ways else line.ways[0]) if line.ways else line
            for line in self.lines
        ]
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, 0))
        self.decided.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One row a scenario."""
        return 0 if parent.isValid() else len(self.lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """See the class."""
        line = self.lines[index.row()]
        title = line.arriving.scenario.title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}. {line.under}. {line.outcome}"
        return line if role == LINE_ROLE else None
