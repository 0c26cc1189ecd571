"""The strip: ribbon, waveform and time band of a take on one axis; clicks and keys on it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.records import Band
from ui import theme
from ui.models.phrasing import length, quoted
from ui.models.spoken import Spoken, WordAt
from ui.widgets import strip_paint
from ui.widgets.envelope import envelope
from ui.widgets.plain_tip import plain_tip
from ui.widgets.strip_layout import (
    Block,
    Lane,
    as_sentence,
    axis_end_s,
    block_of,
    is_named,
    lay_blocks,
    lay_lanes,
    moment_at,
    place_of,
    zones,
)


class Strip(QWidget):
    """Shows the turns of one attempt.

    Signals:
        clause_chosen: a `Block` of the ribbon was clicked: it wants to be heard.
        place_chosen: turn and second of its take, clicked in the waveform.
        stepped: -1 or 1, and whether by clause (else by word): the keys left and right, with Shift.
    """

    clause_chosen = Signal(object)
    place_chosen = Signal(int, float)
    stepped = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = strip_paint.Scene()
        self._rows = strip_paint.rows_for(False, 17)
        self._turns: tuple[Spoken, ...] = ()
        self._place: tuple[int, float] | None = None
        self._word: WordAt | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("Where the seconds went")

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The turns as they stand on the axis."""
        return self._scene.lanes

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The ribbon as it is laid out."""
        return self._scene.blocks

    def show_turns(self, turns: Sequence[Spoken], band: Band | None, seconds: float | None) -> None:
        """Show these turns; `band` draws a guide's length zones; `seconds` is the length read aloud."""
        self._turns = tuple(turns)
        lanes = lay_lanes(turns)
        blocks = lay_blocks(turns, lanes)
        end = axis_end_s(lanes)
        self._scene = strip_paint.Scene(
            lanes=lanes,
            blocks=blocks,
            zones=zones(band, end) if band and not is_named(lanes) else (),
            end_s=end,
            width=float(self.width()),
        )
        self._place, self._word = None, None
        self._rows = strip_paint.rows_for(bool(blocks), QFontMetricsF(theme.font(13, 600)).height())
        self.setAccessibleDescription(as_sentence(blocks, seconds or sum(lane.seconds for lane in lanes)))
        self.updateGeometry()
        self.update()

    def show_wave(self, turn: int, pcm: bytes) -> None:
        """Draw the sound of a turn (16 kHz mono int16, little endian)."""
        self._scene = dataclasses.replace(self._scene, waves={**self._scene.waves, turn: envelope(pcm)})
        self.update()

    def show_place(self, place: tuple[int, float] | None) -> None:
        """The needle: turn and second of its take; None takes it away."""
        self._place = place
        self.update()

    def show_word(self, word: WordAt | None) -> None:
        """The word that the keys have reached; its clause gets the outline."""
        self._word = word
        self.update()

    def block_center(self, block: Block) -> QPointF:
        """The middle of a clause in this widget's px."""
        return self._scene.box(block, self._rows).center()

    def sizeHint(self) -> QSize:
        """As wide as it may be; as high as its rows."""
        return QSize(720, round(self._rows.bottom))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep all rows."""
        return QSize(320, round(self._rows.bottom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The axis takes the whole width."""
        self._scene = dataclasses.replace(self._scene, width=float(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all rows, then what is being heard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene, rows = self._scene, self._rows
        strip_paint.paint_ribbon(painter, scene, rows)
        strip_paint.paint_wave(painter, scene, rows)
        strip_paint.paint_band(painter, scene, rows)
        block = self._block_now()
        if block is not None:
            strip_paint.paint_outline(painter, scene, rows, block)
        place = place_of(scene.lanes, *self._place) if self._place else None
        if place is not None:
            strip_paint.paint_needle(painter, scene, rows, place)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A clause is played whole; the waveform from the place that was clicked."""
        block = self._block_under(event.position())
        if block is not None:
            self.clause_chosen.emit(block)
        elif event.position().y() >= self._rows.wave:
            seconds = event.position().x() / max(1.0, self._scene.width) * self._scene.end_s
            moment = moment_at(self._scene.lanes, seconds)
            if moment is not None:
                self.place_chosen.emit(*moment)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be played."""
        over = self._block_under(event.position()) is not None or event.position().y() >= self._rows.wave
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by word, with Shift by clause."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.stepped.emit(step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def event(self, event: QEvent) -> bool:
        """The tooltip of a clause: name, seconds, words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._block_under(QPointF(event.pos()))
            if block is None:
                QToolTip.hideText()
            else:
                said = f": {quoted(block.quote)}" if block.quote else ""
                text = f"{block.name}, {length(block.seconds)}{said}"
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def _block_under(self, position: QPointF) -> Block | None:
        for block in self._scene.blocks:
            if block.part and self._scene.box(block, self._rows).contains(position):
                return block
        return None

    def _block_now(self) -> Block | None:
        if self._place is not None:
            place = place_of(self._scene.lanes, *self._place)
            return next(
                (b for b in self._scene.blocks if b.part and place and b.begin_s <= place < b.end_s), None
            )
        return block_of(self._scene.blocks, self._word) if self._word else None
