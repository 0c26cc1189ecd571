"""The scenarios of a pack in a list, painted, so that thousands of them open as ten do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.models.arriving_list import LINE_ROLE, ArrivingLine, ArrivingModel
from ui.models.shelf_words import WAY_WORDS
from ui.widgets.attempt_delegate import row_height, write

_SIDE = 16
_FIELD_WIDTH, _FIELD_HEIGHT = 132, 34

_Index = QModelIndex | QPersistentModelIndex


class ArrivingView(QListView):
    """Arrows walk; where something clashes, Space or a click asks what becomes of it."""

    def __init__(self, lines: ArrivingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setModel(lines)
        self.setItemDelegate(_Line(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the card's corners are round
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("What is in the pack")
        self.setAccessibleDescription("Space changes what becomes of one that differs")
        self.setCurrentIndex(lines.index(0, 0))
        self.clicked.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space asks; Enter belongs to the dialog."""
        if event.key() == Qt.Key.Key_Space:
            self._ask(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        line: ArrivingLine | None = index.data(LINE_ROLE) if index.isValid() else None
        if line is None or not line.ways:
            return
        menu = QMenu(self)
        for way in line.ways:
            action = menu.addAction(WAY_WORDS[way])
            action.setCheckable(True)
            action.setChecked(way == line.way)
            action.setData(way)
            if way == line.way:
                menu.setActiveAction(action)
        row = index.row()
        menu.triggered.connect(lambda action: self._lines.decide(row, action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        below = field_box(QRectF(self.visualRect(index))).bottomLeft().toPoint()
        menu.popup(self.viewport().mapToGlobal(below + QPoint(0, 2)))

    def viewportEvent(self, event: QEvent) -> bool:
        """No tooltips of Qt's own: they would read a title as mark-up."""
        return True if event.type() == QEvent.Type.ToolTip else super().viewportEvent(event)


def field_box(row: QRectF) -> QRectF:
    """Where in a row it says what becomes of it."""
    height = max(_FIELD_HEIGHT, QFontMetrics(theme.font(15)).height() + 10)
    width = max(_FIELD_WIDTH, QFontMetrics(theme.font(15)).horizontalAdvance("Here already") + 44)
    return QRectF(row.right() - _SIDE - width, row.center().y() - height / 2, width, height)


class _Line(QStyledItemDelegate):
    """Title over who, and on the right what becomes of it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text."""
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        line: ArrivingLine = index.data(LINE_ROLE)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(box).adjusted(3, 3, -3, -3), 8, 8)
        painter.fillRect(
            box.left() + _SIDE, box.bottom(), box.width() - 2 * _SIDE, 1, theme.color("hairline")
        )
        field = field_box(QRectF(box))
        words = box.adjusted(_SIDE, 0, 0, 0)
        words.setRight(round(field.left()) - 12)
        upper, lower = QFontMetrics(theme.font(15, 500)).height(), QFontMetrics(theme.font(13)).height()
        top = box.center().y() - (upper + lower) // 2
        title = line.arriving.scenario.title
        tone: theme.Tone = "ink" if line.comes else "ink2"
        write(painter, title, QRect(words.left(), top, words.width(), upper), theme.font(15, 500), tone)
        under = QRect(words.left(), top + upper, words.width(), lower)
        write(painter, line.under, under, theme.font(13), "ink2")
        _paint_outcome(painter, field, line)
        painter.restore()


def _paint_outcome(painter: QPainter, field: QRectF, line: ArrivingLine) -> None:
    """A field with an angle where there is a choice, else only the words."""
    inside = field.adjusted(11, 0, -28, 0).toRect()
    if not line.ways:
        write(painter, line.outcome, inside.adjusted(0, 0, 20, 0), theme.font(13), "ink2")
        return
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(field.adjusted(0.5, 0.5, -0.5, -0.5), theme.FIELD_RADIUS, theme.FIELD_RADIUS)
    write(painter, line.outcome, inside, theme.font(15), "ink")
    painter.setPen(QPen(theme.color("ink2"), 1.5, c=Qt.PenCapStyle.RoundCap))
    x, y = field.right() - 16, field.center().y()
    painter.drawPolyline([QPoint(round(x - 4), round(y - 2)), QPoint(round(x), round(y + 2)),
                          QPoint(round(x + 4), round(y - 2))])  # fmt: skip
