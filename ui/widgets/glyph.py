"""The four outcomes (and "near", a look of met), told apart by outline first and colour second."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trainer.records import Outcome
from ui import theme
from ui.widgets.label import Label

State = Literal["met", "near", "missed", "unsure"]
WORDS: dict[State, str] = {"met": "Met", "near": "Near", "missed": "Missed", "unsure": "Could not tell"}
TONES: dict[State, theme.Tone] = {"met": "leaf", "near": "amber", "missed": "brick", "unsure": "slate"}
_SOFT: dict[State, theme.Tone] = {
    "met": "leaf_soft", "near": "amber_soft", "missed": "brick_soft", "unsure": "slate_soft",
}  # fmt: skip


def state_of(outcome: Outcome, near: bool = False) -> State | None:
    """What to draw for an outcome; None for "not-applicable", which is not drawn."""
    if outcome == "not-applicable":
        return None
    return "near" if outcome == "met" and near else outcome


class StateGlyph(QWidget):
    """One state as a shape, `side` px wide. Its word must stand beside it."""

    def __init__(self, state: State, side: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._side = state, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(WORDS[state])

    def set_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(WORDS[state])
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_glyph(painter, self._state, QRectF(self.rect()))


class StateWord(QWidget):
    """A glyph with words beside it in its colour, for instance "Good level"."""

    def __init__(
        self,
        state: State = "met",
        words: str | None = None,
        parent: QWidget | None = None,
        *,
        size: theme.Size = 13,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._glyph = StateGlyph(state, 18)
        self._words = Label(words or WORDS[state], size, 600, TONES[state])
        row.addWidget(self._glyph)
        row.addWidget(self._words)

    def show_state(self, state: State, words: str | None = None) -> None:
        """Show `state`, with its own word or others."""
        self._glyph.set_state(state)
        self._words.set_tone(TONES[state])
        self._words.setText(words or WORDS[state])

    def text(self) -> str:
        """The words shown."""
        return self._words.text()


def paint_glyph(painter: QPainter, state: State, box: QRectF) -> None:
    """Draw the glyph of `state` in `box`: circle and tick, triangle and stroke, square and cross, diamond."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 20, box.height() / 20)
    pen = QPen(
        theme.color(TONES[state]), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )  # fmt: skip
    painter.setPen(pen)
    painter.setBrush(theme.color(_SOFT[state]))
    _SHAPES[state](painter)
    painter.restore()


def _met(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(1, 1, 18, 18))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(6, 10.4), QPointF(8.8, 13.1), QPointF(14, 7.4)]))


def _near(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(10, 2), QPointF(19, 17.6), QPointF(1, 17.6)]))
    painter.drawLine(QPointF(10, 8), QPointF(10, 12))
    painter.drawPoint(QPointF(10, 14.8))


def _missed(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(1.6, 1.6, 16.8, 16.8), 3, 3)
    painter.drawLine(QPointF(6.8, 6.8), QPointF(13.2, 13.2))
    painter.drawLine(QPointF(13.2, 6.8), QPointF(6.8, 13.2))


def _unsure(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(10, 0.8), QPointF(19.2, 10), QPointF(10, 19.2), QPointF(0.8, 10)]))
    font = theme.font(13, 600)
    font.setPixelSize(11)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 20, 20), int(Qt.AlignmentFlag.AlignCenter), "?")


_SHAPES = {"met": _met, "near": _near, "missed": _missed, "unsure": _unsure}
