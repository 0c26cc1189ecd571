"""The list of scripts: what each is for, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.models.script_words import ScriptLine
from ui.widgets.plain_tip import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _GAP = 12, 8


class ScriptModel(QAbstractListModel):
    """Lines of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ScriptLine, ...] = ()

    def show_lines(self, lines: Sequence[ScriptLine]) -> None:
        """Show these; where they are the same scripts, only what they say changes."""
        same = [one.script_id for one in lines] == [one.script_id for one in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = tuple(lines)
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line, what a screen reader says, or its tooltip."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.title}, {line.about}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(line.title)
        return line if role == Qt.ItemDataRole.UserRole else None


class ScriptList(QListView):
    """Signals:
    chosen: the id of the script that is to be shown.
    deletion_wanted: Delete was pressed on the one that is chosen.
    entered: Enter was pressed: the keys want to go to the text.
    """

    chosen = Signal(str)
    deletion_wanted = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ScriptModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("Scripts")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[ScriptLine], chosen: str | None) -> None:
        """Show these, with one of them chosen; nothing is announced of that."""
        self.selectionModel().blockSignals(True)
        self.lines.show_lines(lines)
        row = next((row for row, one in enumerate(lines) if one.script_id == chosen), None)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text, Delete deletes; letters are left to the page."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        elif key == Qt.Key.Key_Delete:
            self.deletion_wanted.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.lines.lines[now.row()].script_id)


class _Delegate(QStyledItemDelegate):
    """Two lines in a tile."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        title, about = QFontMetrics(theme.font(15, 500)), QFontMetrics(theme.font(13))
        return QSize(120, title.height() + about.height() + 14 + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: ScriptLine = index.data(Qt.ItemDataRole.UserRole)
        state = option.state
        box = QRectF(option.rect).adjusted(2, 1, -2, -_GAP)
        here = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if here else "sunken"))
            painter.drawRoundedRect(box, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        _paint_words(painter, line, box, here)
        painter.restore()


def _paint_words(painter: QPainter, line: ScriptLine, box: QRectF, here: bool) -> None:
    title, about = theme.font(15, 500), theme.font(13, tabular=True)
    room = box.adjusted(_SIDE, 6, -_SIDE, 0)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine)
    shown = QFontMetrics(title).elidedText(line.title, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.setFont(title)
    painter.setPen(theme.color("accent" if here else "ink"))
    painter.drawText(room, flags, shown)
    painter.setFont(about)
    painter.setPen(theme.color("ink2"))
    painter.drawText(room.adjusted(0, QFontMetrics(title).height() + 1, 0, 0), flags, line.about)
