"""What is chosen in History: some lines of the table, or all that fits, of which the table holds a part."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from ui.bridge import Bridge
from ui.history_pages import HistoryPages
from ui.models.attempt_table import AttemptTable
from ui.widgets.announce import announce
from ui.widgets.attempt_delegate import Ticked
from ui.widgets.attempt_view import AttemptView


class AttemptChoice(QObject):
    """Lines that are fetched while everything is chosen are chosen with it.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, view: AttemptView, table: AttemptTable, pages: HistoryPages, bridge: Bridge, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._table, self._pages, self._bridge = view, table, pages, bridge
        self._whole: list[str] | None = None
        self._selecting = False
        view.everything_wanted.connect(self._ask_for_all)
        view.selectionModel().selectionChanged.connect(self._on_selection)
        table.modelReset.connect(self._forget_all)
        table.rowsInserted.connect(self._choose_new_lines)

    @property
    def everything(self) -> bool:
        """Whether all that fits is chosen."""
        return self._whole is not None

    def ids(self) -> list[str]:
        """Ids of what is chosen, from the top, loaded or not."""
        return self._view.chosen() if self._whole is None else list(self._whole)

    def words(self) -> str:
        """ "All 10,000 chosen", "3 chosen"; "" where it is one or none."""
        number = len(self.ids())
        if number < 2:
            return ""
        return f"All {number:,} chosen" if self.everything else f"{number:,} chosen"

    @property
    def ticked(self) -> Ticked:
        """What the box above the list says; a single line is only where the cursor is."""
        return "all" if self.everything else "some" if len(self.ids()) > 1 else "none"

    @Slot()
    def _ask_for_all(self) -> None:
        self._bridge.when_done(self._pages.ids(), self._take_all)

    def _take_all(self, attempt_ids: list[str]) -> None:
        if not self._table.shown:
            return
        self._whole = attempt_ids
        self._choose_new_lines()
        self.changed.emit()
        announce(self._view, self.words())

    @Slot()
    def _choose_new_lines(self) -> None:
        if self._whole is None:
            return
        self._selecting = True
        self._view.choose_loaded()
        self._selecting = False

    @Slot()
    def _on_selection(self) -> None:
        if not self._selecting:
            self._whole = None
            self.changed.emit()

    @Slot()
    def _forget_all(self) -> None:
        self._whole = None
