"""Fetches the lines of History page by page: the first at once, the others as they are scrolled to."""

from __future__ import annotations

import dataclasses
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal, Slot

from trainer.errors import WorldError
from trainer.records import AttemptChoices, AttemptFilter, AttemptRow
from ui.bridge import Bridge
from ui.models.attempt_table import AttemptTable
from ui.models.page_words import count_words
from ui.services import Services

PAGE = 200
"""Lines fetched at once: some screens full, in a few milliseconds."""


class HistoryPages(QObject):
    """Keeps an `AttemptTable` filled with what is looked for; of several questions the last one counts.

    Signals:
        arrived: the first lines of what is looked for are in the table.
        counted: how many attempts there are, in words ("" for none), and whether any is.
        choices: what there is to filter by (`AttemptChoices`).
    """

    arrived = Signal()
    counted = Signal(str)
    choices = Signal(object)

    def __init__(self, services: Services, bridge: Bridge, table: AttemptTable, parent: QObject) -> None:
        super().__init__(parent)
        self._browsing, self._bridge, self._table = services.browsing, bridge, table
        self._wanted = AttemptFilter()
        self._awaited = 0
        self._ends: dict[str, AttemptRow | None] = {}
        self.total = 0
        """Attempts that are not hidden, whatever is looked for."""
        table.more_wanted.connect(self._fetch_more)
        table.order_changed.connect(self._fetch)

    def look_for(self, wanted: AttemptFilter) -> None:
        """Fill the table with what fits, in the order that it is in."""
        self._wanted = wanted
        self._fetch()
        self._bridge.when_done(self._browsing.count(wanted), self._on_fitting_counted)

    @Slot()
    def renew(self) -> None:
        """Look at everything anew: the lines, how many there are, what there is to filter by."""
        self._fetch()
        everything, first = AttemptFilter(), AttemptFilter(rising=True)
        self._bridge.when_done(self._browsing.find(first, 0, 1), self._on_oldest)
        self._bridge.when_done(self._browsing.find(everything, 0, 1), self._on_newest)
        self._bridge.when_done(self._browsing.count(everything), self._on_counted)
        self._bridge.when_done(self._browsing.count(self._wanted), self._on_fitting_counted)
        self._bridge.when_done(self._browsing.choices(), self._on_choices)

    @Slot()
    def _fetch(self) -> None:
        self._awaited += 1
        self._bridge.when_done(self._find(0), self._on_first, self._on_failed)

    @Slot()
    def _fetch_more(self) -> None:
        self._awaited += 1
        self._bridge.when_done(self._find(len(self._table.shown)), self._on_next, self._on_failed)

    def ids(self) -> Future[list[str]]:
        """Ids of everything that fits, loaded or not, in the order shown."""
        return self._browsing.ids(self._ordered())

    def _find(self, offset: int) -> Future[list[AttemptRow]]:
        return self._browsing.find(self._ordered(), offset, PAGE)

    def _ordered(self) -> AttemptFilter:
        return dataclasses.replace(self._wanted, order=self._table.order, rising=self._table.rising)

    def _on_first(self, rows: list[AttemptRow]) -> None:
        self._awaited -= 1
        if not self._awaited:
            self._table.put(rows, more=len(rows) == PAGE)
            self.arrived.emit()
            self._listen_for(rows)

    def _on_next(self, rows: list[AttemptRow]) -> None:
        self._awaited -= 1
        if not self._awaited:
            self._table.append(rows, more=len(rows) == PAGE)
            self._listen_for(rows)

    def _listen_for(self, rows: list[AttemptRow]) -> None:
        """Look for their recordings once the lines are here: files are slower than the list."""
        found = self._browsing.without_sound([row.id for row in rows])
        self._bridge.when_done(found, self._table.mark_silent)

    def _on_failed(self, error: Exception) -> None:
        self._awaited -= 1
        if not isinstance(error, WorldError):
            raise error
        self._bridge.trouble.emit(str(error))

    def _on_oldest(self, rows: list[AttemptRow]) -> None:
        self._ends["oldest"] = rows[0] if rows else None

    def _on_newest(self, rows: list[AttemptRow]) -> None:
        self._ends["newest"] = rows[0] if rows else None

    def _on_counted(self, takes: int) -> None:
        self.total = takes

    def _on_fitting_counted(self, takes: int) -> None:
        """All of them, or how many of all: whoever comes back must see that others are left out."""
        everything = count_words(self.total, self._ends.get("oldest"), self._ends.get("newest"))
        some = f"{takes:,} of {self.total:,} takes" if self.total else ""
        self.counted.emit(everything if self._wanted == AttemptFilter() else some)

    def _on_choices(self, choices: AttemptChoices) -> None:
        self.choices.emit(choices)
