"""All checks of a judgement: missed first, then could not tell, then the met ones folded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.records import Evidence
from ui.models.check_lines import CheckGroups, CheckLine
from ui.models.phrasing import lower_first
from ui.widgets.check_row import CheckRow
from ui.widgets.fold import Fold


class CheckList(QWidget):
    """The rows of a judgement; folded ones are built when they are first opened.

    Signals:
        play_wanted: an `Evidence` that wants to be heard.
        disputed: the id of a check whose finding the user disagrees with.
        reached: a row that got the keys by a digit or an arrow; it should be scrolled into view.
    """

    play_wanted = Signal(object)
    disputed = Signal(str)
    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact, self._audible = False, True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        self._folds: dict[Fold, tuple[CheckLine, ...]] = {}

    def show_groups(self, groups: CheckGroups) -> None:
        """Show these checks, folds closed unless the same fold was open before."""
        were_open = {fold.objectName() for fold in self._folds if fold.opened}
        self._clear()
        for at, line in enumerate(groups.open):
            self._insert_row(at, line)
        if groups.met:
            self._add_fold("met", f"{len(groups.met)} met", groups.met, were_open)
        if groups.uncounted:
            title = f"{len(groups.uncounted)} not counted by this guide"
            self._add_fold("uncounted", title, groups.uncounted, were_open)
        self._column.addStretch(1)

    def rows(self) -> list[CheckRow]:
        """The rows that are shown, from the top."""
        placed = (self._at(index) for index in range(self._column.count()))
        return [row for row in placed if isinstance(row, CheckRow) and not row.isHidden()]

    def folds(self) -> list[Fold]:
        """The lines that open more rows."""
        return list(self._folds)

    def set_compact(self, compact: bool) -> None:
        """Narrow windows leave out the word Why."""
        self._compact = compact
        for row in self.findChildren(CheckRow):
            row.set_compact(compact)

    def set_audible(self, audible: bool) -> None:
        """Whether the rows' words can be played."""
        self._audible = audible
        for row in self.findChildren(CheckRow):
            row.set_audible(audible)

    def show_playing(self, place: Evidence | None) -> None:
        """Mark the row whose words are being heard."""
        for row in self.findChildren(CheckRow):
            if row.play is not None:
                row.play.set_playing(place is not None and row.line.place is place)

    def go_to(self, index: int) -> None:
        """Give the keys to a row (0 is the first); nothing happens where there is none."""
        rows = self.rows()
        if 0 <= index < len(rows):
            rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.reached.emit(rows[index])

    def _insert_row(self, at: int, line: CheckLine) -> None:
        row = CheckRow(line)
        row.set_compact(self._compact)
        row.set_audible(self._audible)
        row.play_wanted.connect(self.play_wanted)
        row.disputed.connect(self.disputed)
        row.stepped.connect(self._step)
        self._column.insertWidget(at, row)
        # Not left to the layout, which shows its widgets only when events are next handled.
        row.show()

    def _add_fold(self, name: str, title: str, lines: tuple[CheckLine, ...], were_open: set[str]) -> None:
        names = ", ".join(lower_first(line.title) for line in lines) if name == "met" else ""
        fold = Fold(title, names, state_glyph=name == "met")
        fold.setObjectName(name)
        fold.toggled.connect(self._open)
        self._folds[fold] = lines
        self._column.addWidget(fold)
        if name in were_open:
            fold.toggle()

    @Slot(bool)
    def _open(self, opened: bool) -> None:
        fold = self.sender()
        assert isinstance(fold, Fold)
        at = self._column.indexOf(fold) + 1
        lines = self._folds[fold]
        if opened and not self._is_filled(at, lines):
            for offset, line in enumerate(lines):
                self._insert_row(at + offset, line)
            return
        for offset in range(len(lines)):
            row = self._at(at + offset)
            if row is not None:
                row.setVisible(opened)

    def _is_filled(self, at: int, lines: tuple[CheckLine, ...]) -> bool:
        row = self._at(at)
        return isinstance(row, CheckRow) and row.line is lines[0]

    def _at(self, index: int) -> QWidget | None:
        item = self._column.itemAt(index)
        return item.widget() if item else None

    @Slot(int)
    def _step(self, step: int) -> None:
        rows = self.rows()
        row = self.sender()
        if row in rows:
            self.go_to(rows.index(row) + step)

    def _clear(self) -> None:
        self._folds = {}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Hidden at once: it must neither show nor take keys until Qt deletes it.
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
