"""Paints the rows of History, so that ten thousand of them scroll as smoothly as ten."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from trainer.records import AttemptRow
from ui import theme
from ui.models.attempt_table import (
    KIND,
    MET,
    ROW_ROLE,
    SILENT_ROLE,
    TIME,
    WHEN,
    WHO,
    length_look,
    note_words,
)
from ui.widgets.glyph import paint_glyph
from ui.widgets.icon import paint_icon

ROW_HEIGHT, HEADER_HEIGHT = 54, 36
SIDE = 16
"""Px left of a cell's words."""
BOX = 18
"""Px of the box that is ticked on chosen lines."""
_GLYPH, _STAR = 16, 14

Ticked = Literal["none", "some", "all"]
"""How many of the lines are chosen."""
_Index = QModelIndex | QPersistentModelIndex


class AttemptDelegate(QStyledItemDelegate):
    """Name over note; time with its glyph; everything else one line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        row: AttemptRow = index.data(ROW_ROLE)
        box = option.rect
        painter.save()
        self._paint_ground(painter, option, index, box)
        inner = box.adjusted(SIDE, 0, -8, 0)
        words: str = index.data(Qt.ItemDataRole.DisplayRole)
        column = index.column()
        if column == WHEN:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_box(painter, box, "all" if chosen else "none")
            inner.adjust(BOX + 10, 0, 0, 0)
        if column == WHO:
            if row.favourite:
                _paint_star(painter, inner)
                inner.adjust(0, 0, -_STAR - 6, 0)
            if index.data(SILENT_ROLE):
                top = inner.center().y() - _GLYPH / 2 + 0.5
                sign = QRectF(inner.right() - _GLYPH, top, _GLYPH, _GLYPH)
                paint_icon(painter, "volume-x", sign, theme.color("ink2"))
                inner.adjust(0, 0, -_GLYPH - 6, 0)
            _paint_who(painter, words, note_words(row), inner)
        elif column == TIME:
            self._paint_time(painter, row, words, inner)
        else:
            plain = column == KIND
            tone: theme.Tone = "ink2" if column in (WHEN, KIND) else "ink"
            write(painter, words, inner, theme.font(13 if plain else 15, 400, tabular=not plain), tone)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, box: QRect
    ) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        last = index.column() == MET
        if chosen:
            painter.fillRect(box, theme.color("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.color("sunken", 0.5))
        left = box.left() + (SIDE if index.column() == WHEN else 0)
        right = box.right() - (SIDE if last else -1)
        painter.fillRect(QRectF(left, box.bottom(), right - left, 1), theme.color("hairline"))
        view = option.widget
        current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        if current and view.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            ring = QRectF(box).adjusted(3, 3, -3, -3)
            ring.setLeft(ring.left() - (0 if index.column() == WHEN else 20))
            ring.setRight(ring.right() + (0 if last else 20))
            painter.setClipRect(box)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(ring, 6, 6)

    def _paint_time(self, painter: QPainter, row: AttemptRow, words: str, box: QRect) -> None:
        look = length_look(row)
        if look is None:
            length_itself = row.state == "judged" and row.kind != "callback"
            font = theme.font(15 if length_itself else 13, 400, tabular=True)
            write(painter, words, box, font, "ink" if length_itself else "ink2")
            return
        glyph = QRectF(box.left(), box.center().y() - _GLYPH / 2 + 0.5, _GLYPH, _GLYPH)
        paint_glyph(painter, look, glyph)
        write(painter, words, box.adjusted(_GLYPH + 9, 0, 0, 0), theme.font(15, 400, tabular=True), "ink")


class AttemptHeader(QHeaderView):
    """The names of the columns; the one that sorts carries an angle. A box chooses all lines, or one.

    Signals:
        box_clicked: the box was pressed.
    """

    box_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(max(HEADER_HEIGHT, QFontMetrics(theme.font(13)).height() + 12))
        self.setSortIndicator(WHEN, Qt.SortOrder.DescendingOrder)
        self.ticked: Ticked = "none"
        self.setAccessibleName("Columns; a click sorts, Ctrl+A chooses all")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def tick(self, ticked: Ticked) -> None:
        """Let the box say how many are chosen."""
        if ticked != self.ticked:
            self.ticked = ticked
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The box does not sort."""
        spot = event.position().toPoint()
        over_box = self.logicalIndexAt(spot) == WHEN and spot.x() < SIDE + BOX + 8
        if over_box and event.button() == Qt.MouseButton.LeftButton:
            self.box_clicked.emit()
        else:
            super().mousePressEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Draw one name."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if logicalIndex == WHEN:
            _paint_box(painter, rect, self.ticked)
        box = rect.adjusted(SIDE + (BOX + 10 if logicalIndex == WHEN else 0), 0, -8, 0)
        font = theme.font(13, 600)
        model = self.model()
        name = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal)) if model else ""
        write(painter, name, box, font, "ink2")
        if logicalIndex == self.sortIndicatorSection():
            x = box.left() + QFontMetrics(font).horizontalAdvance(name) + 8
            painter.setPen(QPen(theme.color("ink2"), 1.5, c=Qt.PenCapStyle.RoundCap))
            falling = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            middle = rect.center().y() + 1
            near, far = (middle - 2, middle + 3) if falling else (middle + 3, middle - 2)
            painter.drawLine(x, near, x + 4, far)
            painter.drawLine(x + 4, far, x + 8, near)
        painter.restore()


def row_height() -> int:
    """Px of two lines; more than 54 only where the system's text is larger."""
    lines = QFontMetrics(theme.font(15)).height() + QFontMetrics(theme.font(13)).height()
    return max(ROW_HEIGHT, lines + 14)


def write(painter: QPainter, words: str, box: QRect, font: QFont, tone: theme.Tone) -> None:
    """One line, left-aligned in any script, with an ellipsis where there is no room."""
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    line = " ".join(words.split())
    shown = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
    # "Absolute": names written right to left keep their own order but line up with the column.
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), shown)


def _paint_who(painter: QPainter, name: str, note: str, box: QRect) -> None:
    name_font, note_font = theme.font(15, 500), theme.font(13)
    if not note:
        write(painter, name, box, name_font, "ink")
        return
    upper, lower = QFontMetrics(name_font).height(), QFontMetrics(note_font).height()
    top = box.top() + (box.height() - upper - lower - 2) // 2
    write(painter, name, QRect(box.left(), top, box.width(), upper), name_font, "ink")
    write(painter, note, QRect(box.left(), top + upper + 2, box.width(), lower), note_font, "ink2")


def _paint_box(painter: QPainter, cell: QRect, ticked: Ticked) -> None:
    """A tick for all, a dash for some."""
    box = QRectF(cell.left() + SIDE + 0.5, cell.center().y() - BOX / 2 + 0.5, BOX, BOX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("border" if ticked == "none" else "accent"), 1))
    painter.setBrush(theme.color("raised" if ticked == "none" else "accent"))
    painter.drawRoundedRect(box, 4, 4)
    if ticked != "none":
        painter.setPen(QPen(theme.color("on_accent"), 1.6, c=Qt.PenCapStyle.RoundCap))
        x, y = box.left(), box.top()
        tick = [QPointF(x + 4.5, y + 9.5), QPointF(x + 7.5, y + 12.5), QPointF(x + 13.5, y + 6)]
        dash = [QPointF(x + 5, y + 9), QPointF(x + 13, y + 9)]
        painter.drawPolyline(QPolygonF(tick if ticked == "all" else dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_star(painter: QPainter, box: QRect) -> None:
    """Five points, at the right end of the names."""
    centre = QPointF(box.right() - _STAR / 2, box.center().y() + 0.5)
    corners = []
    for number in range(10):
        angle, reach = math.pi * (number / 5 - 0.5), (_STAR / 2 if number % 2 == 0 else _STAR / 4.6)
        corners.append(centre + QPointF(math.cos(angle) * reach, math.sin(angle) * reach))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("amber"))
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(Qt.BrushStyle.NoBrush)
