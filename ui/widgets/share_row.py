"""One check or skill on Progress: its name, the share met now and before, and whether that is a change."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from trainer.practice.progress import Change, Verdict
from trainer.practice.ranges import Range
from ui import theme
from ui.models.progress_words import share_words, verdict_short, verdict_words

_BAR_WIDTH = 150
_WORDS_WIDTH = 112
_SIDE = 16
_TONES: dict[Verdict, theme.Tone] = {
    "better": "leaf", "worse": "brick", "other": "ink2", "none": "ink2", "too-few": "ink2",
}  # fmt: skip


class ShareRow(QAbstractButton):
    """A row that can be chosen; the chart beside it then shows its weeks."""

    def __init__(self, title: str, change: Change, *, strong: bool, parent: QWidget | None = None) -> None:
        """`strong`: a skill; others are its checks, below it and set in."""
        super().__init__(parent)
        self.change, self._strong = change, strong
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focus_radius", theme.BUTTON_RADIUS)
        self.setAccessibleName(f"{title}: {share_words(change)} {verdict_words(change)}")

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        lines = QFontMetrics(theme.font(15)).height() + QFontMetrics(theme.font(13)).height()
        return QSize(320, lines + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on the left and the two ranges on one axis on the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft") if self.isChecked() else theme.color("sunken", 0.5))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)
        right = box.right() - _SIDE
        bars = QRectF(right - _BAR_WIDTH, box.top(), _BAR_WIDTH, box.height())
        verdict = QRectF(bars.left() - _WORDS_WIDTH - 16, box.top(), _WORDS_WIDTH, box.height())
        left = box.left() + (_SIDE if self._strong else 2.5 * _SIDE)
        room = QRectF(left, box.top(), verdict.left() - left - 12, box.height())
        self._paint_words(painter, room)
        painter.setFont(theme.font(13, 600 if self.change.verdict in ("better", "worse") else 400))
        painter.setPen(theme.color(_TONES[self.change.verdict]))
        where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(verdict, int(where), verdict_short(self.change))
        self._paint_ranges(painter, bars)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        title, small = theme.font(15, 600 if self._strong else 500), theme.font(13, tabular=True)
        first, second = QFontMetrics(title).height(), QFontMetrics(small).height()
        y = room.center().y() - (first + second) / 2
        _line(painter, self.text(), QRectF(room.left(), y, room.width(), first), title, "ink")
        below = QRectF(room.left(), y + first, room.width(), second)
        _line(painter, share_words(self.change), below, small, "ink2")

    def _paint_ranges(self, painter: QPainter, bars: QRectF) -> None:
        """The share now above the share before, from 0 to 100 %."""
        middle = bars.center().y()
        painter.setPen(QPen(theme.color("hairline"), 1))
        for share in (0.0, 0.5, 1.0):
            x = round(bars.left() + share * bars.width())
            painter.drawLine(x, round(middle - 14), x, round(middle + 14))
        if self.change.now:
            _paint_range(painter, self.change.now, bars, middle - 6, "accent")
        if self.change.before:
            _paint_range(painter, self.change.before, bars, middle + 7, "slate")


def _line(painter: QPainter, text: str, room: QRectF, font: QFont, tone: theme.Tone) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, 0, shown)


def _paint_range(painter: QPainter, found: Range, bars: QRectF, y: float, tone: theme.Tone) -> None:
    left, right = (bars.left() + share * bars.width() for share in (found.low, found.high))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tone, 0.25))
    painter.drawRoundedRect(QRectF(left, y - 4, max(8.0, right - left), 8), 4, 4)
    painter.setBrush(theme.color(tone))
    painter.drawRoundedRect(QRectF(bars.left() + found.value * bars.width() - 1.5, y - 6, 3, 12), 1, 1)
