"""What changed between two takes: seconds by part as bars, checks as lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer.practice.comparison import CheckChange, PartChange
from ui import theme
from ui.models.check_lines import title_of
from ui.models.phrasing import PART_WORDS
from ui.models.take_compare import check_words
from ui.widgets.card import Card
from ui.widgets.glyph import StateGlyph
from ui.widgets.label import Label
from ui.widgets.part_paint import strong_color

_ROW, _BAR = 34, 10
_NAME_WIDTH, _FIGURE_WIDTH = 96, 104
_MOST_PARTS = 5
_GLYPH = 20


class SecondsByPart(QWidget):
    """Two bars for each part whose seconds changed: an outline before, full after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: Sequence[PartChange] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Seconds by part")

    def show_parts(self, parts: Sequence[PartChange]) -> None:
        """Show these, the largest change first; no more than five."""
        self._parts = parts[:_MOST_PARTS]
        self.setAccessibleDescription(
            "; ".join(f"{PART_WORDS[one.part]} {_figures(one)}" for one in self._parts)
            or "No part is longer or shorter than before."
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each part."""
        return QSize(320, self._row() * max(1, len(self._parts)))

    def minimumSizeHint(self) -> QSize:
        """Bars may be short, words are whole."""
        return QSize(_NAME_WIDTH + _FIGURE_WIDTH + 60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars and figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, self.width(), self._row())
        if not self._parts:
            painter.setFont(theme.font(15))
            painter.setPen(theme.color("ink2"))
            painter.drawText(box, _LEFT, "No part is longer or shorter than before.")
            return
        longest = max(max(one.before_s, one.after_s) for one in self._parts)
        for one in self._parts:
            self._paint_part(painter, one, box, longest)
            box.translate(0, box.height())

    def _row(self) -> int:
        return max(_ROW, round(QFontMetricsF(theme.font(15)).height()) + 12)

    def _paint_part(self, painter: QPainter, one: PartChange, box: QRectF, longest: float) -> None:
        painter.setFont(theme.font(15, tabular=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(box, _LEFT, PART_WORDS[one.part])
        painter.setPen(theme.color("ink2"))
        painter.drawText(box, _RIGHT, _figures(one))
        room = box.adjusted(_NAME_WIDTH, 0, -_FIGURE_WIDTH - 12, 0)
        strong = strong_color(one.part)
        bars = ((one.before_s, box.center().y() - _BAR - 1, False), (one.after_s, box.center().y() + 1, True))
        for seconds, top, full in bars:
            bar = QRectF(room.left(), top, max(1.5, seconds / longest * room.width()), _BAR)
            soft = QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(strong, 1))
            fill = strong_color(one.part)
            fill.setAlphaF(1.0 if full else 0.16)
            painter.setBrush(fill)
            painter.drawRoundedRect(soft if seconds else QRectF(room.left(), top, 1, _BAR), 3, 3)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ChangesCard(Card):
    """The checks that come out otherwise, each with its state now and before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(24, 14, 24, 14)
        self.body.addWidget(Label("Checks that changed", 15, 600))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self._shown: list[QWidget] = []

    @property
    def lines(self) -> list[str]:
        """What its lines say, for screen readers and tests."""
        return [line.accessibleName() for line in self._shown]

    def show_changes(self, changes: Sequence[CheckChange]) -> None:
        """Show these."""
        for line in self._shown:
            self._lines.removeWidget(line)
            line.deleteLater()
        self._shown = [_line(one) for one in changes] or [_nothing()]
        for line in self._shown:
            self._lines.addWidget(line)


def _line(change: CheckChange) -> QWidget:
    state, words = check_words(change)
    line = QWidget()
    line.setAccessibleName(f"{title_of(change.check)}: {words}")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    if state is not None:
        row.addWidget(StateGlyph(state, _GLYPH))
    else:
        row.addSpacing(_GLYPH + row.spacing())  # titles stand under each other
    row.addWidget(Label(title_of(change.check), 15, 500, elide=True), 1)
    row.addWidget(Label(words, 13, tone="ink2"))
    return line


def _nothing() -> QWidget:
    made = Label("Every check comes out as before.", 15, tone="ink2", wrap=True)
    made.setAccessibleName(made.text())
    return made


def _figures(one: PartChange) -> str:
    """ "11.0 → 0 s"."""
    before, after = (f"{seconds:.1f}" if seconds else "0" for seconds in (one.before_s, one.after_s))
    return f"{before} → {after} s"
