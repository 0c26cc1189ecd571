"""A few short answers side by side, of which at most one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import theme

_INSIDE = 2
_HEIGHT = 40
_SEGMENT_WIDTH = 110


class ChoiceBar(QWidget):
    """Left and right move and choose; Space, a click or the chosen one again takes it back.

    The bar is one stop of the Tab key. `name` is the question, for screen readers.
    """

    def __init__(self, name: str, answers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSIDE, _INSIDE, _INSIDE, _INSIDE)
        row.setSpacing(0)
        self.segments = tuple(_Segment(answer, self) for answer in answers)
        for segment in self.segments:
            segment.toggled.connect(partial(self._on_toggled, segment))
            row.addWidget(segment)
        self.name_it(name)
        self._settle_tab_stop()

    def name_it(self, name: str) -> None:
        """Another question; read aloud before each answer."""
        self.setAccessibleName(name)
        for segment in self.segments:
            segment.setAccessibleName(f"{name} {segment.text()}")

    @property
    def chosen(self) -> int | None:
        """Place of the chosen answer, from 0; None: none is."""
        return next((place for place, one in enumerate(self.segments) if one.isChecked()), None)

    def choose(self, place: int | None) -> None:
        """Choose an answer, or none."""
        for index, segment in enumerate(self.segments):
            segment.setChecked(index == place)

    def step(self, segment: _Segment, by: int) -> None:
        """Choose the neighbour `by` places from `segment`, and give it the focus."""
        place = self.segments.index(segment) + by
        if 0 <= place < len(self.segments):
            self.segments[place].setChecked(True)
            self.segments[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.FIELD_RADIUS, theme.FIELD_RADIUS)

    def _on_toggled(self, segment: _Segment, checked: bool) -> None:
        # Not an exclusive QButtonGroup: in one, what is chosen cannot be taken back.
        if checked:
            for other in self.segments:
                other.setChecked(other is segment)
        self._settle_tab_stop()

    def _settle_tab_stop(self) -> None:
        stop = self.segments[self.chosen or 0]
        for segment in self.segments:
            policy = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)


class _Segment(QAbstractButton):
    """One answer. Enter is left to the page."""

    def __init__(self, text: str, bar: ChoiceBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.setText(text)
        self.setCheckable(True)
        self.setFont(theme.font(15))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", theme.FIELD_RADIUS - _INSIDE)

    def sizeHint(self) -> QSize:
        """A third of the bar; wider only where the text is."""
        metrics = self.fontMetrics()
        height = max(_HEIGHT - 2 * _INSIDE, metrics.height() + 10)
        return QSize(max(_SEGMENT_WIDTH, metrics.horizontalAdvance(self.text()) + 50), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour, Space this one."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._bar.step(self, steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen one has a soft fill, an edge, a tick and heavier words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if chosen or self.underMouse():
            painter.setPen(QPen(theme.color("accent"), 1.5) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(box, 8, 8)
        painter.setFont(theme.font(15, 600 if chosen else 400))
        painter.setPen(theme.color("accent" if chosen else "ink"))
        words = box.adjusted(22, 0, 0, 0) if chosen else box
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if chosen:
            painter.setPen(QPen(theme.color("accent"), 1.5))
            x, y = 15.0, box.center().y()
            painter.drawPolyline(QPolygonF([QPointF(x, y), QPointF(x + 4, y + 4), QPointF(x + 11, y - 5)]))
