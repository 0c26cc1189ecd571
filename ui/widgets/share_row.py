"""One check or skill on Progress: its name, the share met now and before, and whether that is a change."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from trainer.practice.progress import Change, Verdict
from trainer.practice.ranges import Range
from ui import theme
from ui.models.progress_words import share_words, verdict_short, verdict_words

_BAR_WIDTH = 150
_WORDS_WIDTH = 64
_SIDE = 16
_DOT = 4.0
_SHARES = (0.0, 0.5, 1.0)
_TONES: dict[Verdict, theme.Tone] = {
    "better": "leaf", "worse": "brick", "other": "ink2", "none": "ink2", "too-few": "ink2",
}  # fmt: skip


class ShareRow(QAbstractButton):
    """A row that can be chosen; the chart beside it then shows its weeks.

    Signals:
        opened: Enter was pressed on it.
    """

    opened = Signal()

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
        self.setAccessibleName(f"{title}: {share_words(change, skill=strong)} {verdict_words(change)}")
        self.setAccessibleDescription("Enter shows the takes that missed it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.opened.emit()
        else:
            super().keyPressEvent(event)

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
        _line(painter, share_words(self.change, skill=self._strong), below, small, "ink2")

    def _paint_ranges(self, painter: QPainter, bars: QRectF) -> None:
        """The share now above the share before, from 0 to 100 %."""
        middle = bars.center().y()
        painter.setPen(QPen(theme.color("hairline"), 1))
        for share in _SHARES:
            x = round(bars.left() + share * bars.width())
            painter.drawLine(x, round(middle - 14), x, round(middle + 14))
        if self.change.before:
            _paint_range(painter, self.change.before, bars, middle + 7, now=False)
        if self.change.now:
            _paint_range(painter, self.change.now, bars, middle - 6, now=True)


def _line(painter: QPainter, text: str, room: QRectF, font: QFont, tone: theme.Tone) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, 0, shown)


def _paint_range(painter: QPainter, found: Range, bars: QRectF, y: float, *, now: bool) -> None:
    """A dot for the share, on a thin line for its likely range."""
    left, right, x = (bars.left() + share * bars.width() for share in (found.low, found.high, found.value))
    painter.setPen(QPen(theme.color("accent" if now else "slate", 0.6), 1.2))
    painter.drawLine(QLineF(left, y, right, y))
    _paint_dot(painter, QPointF(x, y), now=now)


def _paint_dot(painter: QPainter, place: QPointF, *, now: bool) -> None:
    painter.setPen(QPen(theme.color("accent" if now else "slate"), 1.4))
    painter.setBrush(theme.color("accent" if now else "raised"))
    painter.drawEllipse(place, _DOT, _DOT)


class ShareKey(QWidget):
    """Above the rows: what their dots and lines are, and where 0, 50 and 100 % are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Full dot: now. Open dot: before. Line: likely range. The axis is 0 to 100 %.")
        self.setFixedHeight(QFontMetrics(theme.font(13)).height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the signs on the left, the axis on the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(13, tabular=True))
        metrics, x, middle = painter.fontMetrics(), float(_SIDE), self.height() / 2
        for words in ("now", "before", "likely range"):
            if words == "likely range":
                painter.setPen(QPen(theme.color("ink2"), 1.2))
                painter.drawLine(QLineF(x - 2, middle, x + 12, middle))
            else:
                _paint_dot(painter, QPointF(x + _DOT, middle), now=words == "now")
            x += 18
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(x, 0, 200, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += metrics.horizontalAdvance(words) + 20
        right = self.width() - _SIDE
        for share in _SHARES:
            words = f"{100 * share:.0f} %"
            wide = metrics.horizontalAdvance(words)
            begin = min(right - _BAR_WIDTH * (1 - share) - wide / 2, right - wide + 8)
            painter.drawText(QRectF(begin, 0, wide, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
