"""The list of what can be practised: kind, name, company, length."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from trainer.records import Scenario
from ui import theme
from ui.models.scenario_list import ICONS, SCENARIO_ROLE, WORDS_ROLE, RowWords, ScenarioModel, who
from ui.widgets.icon import paint_icon

_ROW = 58
_TEXT_X = 66
_SIDE = 16


class ScenarioView(QListView):
    """As high as its rows; the page scrolls, not the list.

    Signals:
        picked: clicked (a scenario).
        wanted: Enter or double click (a scenario).
        left_upwards: Up was pressed in the first row.
        entered_row: the current row has changed (this list, the row's place in it).
    """

    picked = Signal(object)
    wanted = Signal(object)
    left_upwards = Signal()
    entered_row = Signal(QWidget, QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ScenarioModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)  # or thousands of rows would be measured one by one
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Other calls")
        # One of our own, because to find out what class Qt's is takes a thirtieth of the start.
        self.setViewport(QWidget())
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._pick)
        self.doubleClicked.connect(self._want)

    def show_scenarios(
        self, scenarios: list[Scenario], due: Mapping[str, RowWords] = MappingProxyType({})
    ) -> None:
        """Put these in the list, with the words of those that are due; the current call stays it."""
        current = self.currentIndex().data(SCENARIO_ROLE)
        self._rows.show(scenarios, due)
        if current in scenarios:
            self.setCurrentIndex(self._rows.index(scenarios.index(current), 0))
        self.setFixedHeight(self._rows.rowCount() * row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter wants the row; Up in the first row leaves the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._want(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always in a row, so that it can be seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the page scroll to the row."""
        super().currentChanged(current, previous)
        self.entered_row.emit(self, self.visualRect(current))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(SCENARIO_ROLE))

    @Slot(QModelIndex)
    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(index.data(SCENARIO_ROLE))


class _Row(QStyledItemDelegate):
    """Draws one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Higher only where the text is."""
        return QSize(200, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tile, name, second line, length, chevron, and a rule between rows."""
        scenario: Scenario = index.data(SCENARIO_ROLE)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option.state)
        if index.row() + 1 < index.model().rowCount():
            rule = QRectF(box.x() + _TEXT_X, box.bottom() - 1, box.width() - _TEXT_X - _SIDE, 1)
            painter.fillRect(rule, theme.color("hairline"))
        tile = QRectF(box.x() + _SIDE, box.center().y() - 18, 36, 36)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(tile, 10, 10)
        paint_icon(painter, ICONS[scenario.kind], tile.adjusted(8, 8, -8, -8), theme.color("ink"))
        self._paint_words(painter, box, scenario, *index.data(WORDS_ROLE))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        inside = box.adjusted(5, 3, -5, -4)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(inside, theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sunken", 0.5))
            painter.drawRoundedRect(inside, theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)

    def _paint_words(
        self, painter: QPainter, box: QRectF, scenario: Scenario, below: str, right: str
    ) -> None:
        chevron = QRectF(box.right() - _SIDE - 18, box.center().y() - 9, 18, 18)
        paint_icon(painter, "chevron-right", chevron, theme.color("ink2"))
        small, name = theme.font(13, tabular=True), theme.font(15, 600)
        right_width = QFontMetrics(small).horizontalAdvance(right) + 2
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.setFont(small)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRectF(box.x(), box.y(), chevron.x() - 8 - box.x(), box.height()), middle, right)
        room = chevron.x() - 24 - right_width - box.x() - _TEXT_X
        height = QFontMetrics(name).height()
        top = box.center().y() - height - 1
        _line(painter, below, QRectF(box.x() + _TEXT_X, box.center().y() + 1, room, height))
        painter.setFont(name)
        painter.setPen(theme.color("ink"))
        _line(painter, who(scenario), QRectF(box.x() + _TEXT_X, top, room, height))


def row_height() -> int:
    """Height of a row in px."""
    return max(_ROW, QFontMetrics(theme.font(15)).height() + QFontMetrics(theme.font(13)).height() + 20)


def _line(painter: QPainter, text: str, room: QRectF) -> None:
    """One line, elided; names written right to left keep their order but stay with the column."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(room, int(where | Qt.TextFlag.TextSingleLine), shown)
