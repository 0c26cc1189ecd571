"""The table of History."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.models.attempt_table import KIND, MET, TIME, WHEN, WHO, AttemptTable
from ui.widgets.attempt_delegate import BOX, SIDE, AttemptDelegate, AttemptHeader, row_height

_WIDE: dict[int, int] = {WHEN: 204, KIND: 132, TIME: 168, MET: 120}
_NARROW: dict[int, int] = {WHEN: 186, KIND: 104, TIME: 142, MET: 92}
_TIGHT: dict[int, int] = {WHEN: 168, TIME: 130, MET: 88}
"""The kind gives way: names are worth more."""
_NARROW_BELOW, _TIGHT_BELOW = 860, 640


class AttemptView(QTableView):
    """Signals:
    opened: id of an attempt that wants to be shown (Enter, double click).
    deletion_wanted: what is chosen should be deleted (Delete).
    everything_wanted: all that fits should be chosen, loaded or not (Ctrl+A, the box above the boxes).
    favourite_wanted, note_wanted, tags_wanted: a mark of the chosen attempt (F, N, T).
    """

    opened = Signal(str)
    deletion_wanted = Signal()
    everything_wanted = Signal()
    favourite_wanted = Signal()
    note_wanted = Signal()
    tags_wanted = Signal()

    def __init__(self, table: AttemptTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._sorted, self._falling = WHEN, True
        self.setModel(table)
        self.setItemDelegate(AttemptDelegate(self))
        self.head = AttemptHeader(self)
        self.setHorizontalHeader(self.head)
        self.setAccessibleName("Takes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTableView { background: transparent; } QHeaderView { background: transparent; }")
        rows = self.verticalHeader()
        rows.hide()
        # One height for all: Qt need not measure ten thousand rows.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height())
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(WHO, QHeaderView.ResizeMode.Stretch)
        columns.sectionClicked.connect(self._sort)
        self.head.box_clicked.connect(self._all_or_one)
        self.doubleClicked.connect(self._open)

    def chosen(self) -> list[str]:
        """Ids of the selected attempts, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._table.shown[row].id for row in rows]

    def choose(self, *rows: int) -> None:
        """Select these rows (the nearest that exist) and bring the first into view."""
        if not self._table.shown:
            return
        first, *others = (min(max(row, 0), len(self._table.shown) - 1) for row in rows)
        self.selectRow(first)
        flags = QItemSelectionModel.SelectionFlag
        for row in others:
            self.selectionModel().select(self._table.index(row, 0), flags.Select | flags.Rows)

    def selectAll(self) -> None:
        """Ctrl+A means all that fits, of which this table may hold a part."""
        self.everything_wanted.emit()

    def choose_loaded(self) -> None:
        """Select every line that is here."""
        super().selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have narrower columns; the name takes the rest."""
        super().resizeEvent(event)
        widths = _NARROW if self.width() < _NARROW_BELOW else _WIDE
        if self.width() < _TIGHT_BELOW:
            widths = _TIGHT
        self.setColumnHidden(KIND, KIND not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, Space ticks, F, N and T mark; arrows are Qt's."""
        key = Qt.Key(event.key())
        marks = {Qt.Key.Key_F: self.favourite_wanted, Qt.Key.Key_N: self.note_wanted,
                 Qt.Key.Key_T: self.tags_wanted}  # fmt: skip
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Delete and self.chosen():
            self.deletion_wanted.emit()
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._tick(self.currentIndex())
        elif key in marks and plain:
            marks[key].emit()
        elif event.text() == "?":
            # Qt would search for it in the first column; the window opens its sheet of keys.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a box ticks it and leaves the others; anywhere else it chooses the line alone."""
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        on_box = index.isValid() and index.column() == WHEN and spot.x() < SIDE + BOX + 8
        if on_box and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._tick(index)
        else:
            super().mousePressEvent(event)

    def _tick(self, index: QModelIndex) -> None:
        """Choose this line as well, or no longer."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.Toggle | flags.Rows)

    @Slot()
    def _all_or_one(self) -> None:
        """Everything, or once more only the line that the cursor is on."""
        if self.head.ticked == "all":
            self.choose(self.currentIndex().row())
        else:
            self.selectAll()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._table.shown[index.row()].id)

    @Slot(int)
    def _sort(self, column: int) -> None:
        """Newest, longest, best first; names and kinds from A; once more turns it round."""
        self._falling = not self._falling if column == self._sorted else column not in (WHO, KIND)
        self._sorted = column
        order = Qt.SortOrder.DescendingOrder if self._falling else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        self._table.sort(column, order)
