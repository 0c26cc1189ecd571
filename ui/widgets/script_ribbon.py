"""Where the seconds of a script would go: its clauses on one axis, over the band of the good length."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.records import Band
from ui import theme
from ui.models.phrasing import length, quoted
from ui.models.spoken import Spoken
from ui.widgets import strip_paint
from ui.widgets.plain_tip import plain_tip
from ui.widgets.strip_layout import Block, as_sentence, axis_end_s, lay_blocks, lay_lanes, zones


class ScriptRibbon(QWidget):
    """Signals:
    clause_chosen: first and last word of a clause that was clicked.
    """

    clause_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = max(20.0, QFontMetricsF(theme.font(13, 600)).height() + 3)
        tall = max(44.0, 2 * text + 4)
        base = text + tall + 8
        self._rows = strip_paint.Rows(0.0, text, base, base, base + 8, base + 8 + text, tall)
        self._scene = strip_paint.Scene()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("Where the seconds would go")

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The ribbon as it is laid out."""
        return self._scene.blocks

    def show_script(self, spoken: Spoken, band: Band) -> None:
        """Show these clauses; `band`: how long it should be."""
        lanes = lay_lanes((spoken,))
        end = axis_end_s(lanes)
        self._scene = strip_paint.Scene(
            lanes=lanes,
            blocks=lay_blocks((spoken,), lanes),
            zones=zones(band, end),
            end_s=end,
            width=float(self.width()),
        )
        self.setAccessibleDescription(as_sentence(self._scene.blocks, spoken.seconds))
        self.update()

    def block_center(self, block: Block) -> QPointF:
        """The middle of a clause in this widget's px."""
        return self._scene.box(block, self._rows).center()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(560, round(self._rows.bottom))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep all rows."""
        return QSize(280, round(self._rows.bottom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The axis takes the whole width."""
        scene = self._scene
        self._scene = strip_paint.Scene(
            lanes=scene.lanes, blocks=scene.blocks, zones=scene.zones, end_s=scene.end_s,
            width=float(self.width()),
        )  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw clauses and band."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strip_paint.paint_ribbon(painter, self._scene, self._rows)
        strip_paint.paint_band(painter, self._scene, self._rows)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A clause is shown in the text."""
        block = self._under(event.position())
        if block is not None:
            self.clause_chosen.emit(block.first_word, block.last_word)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        over = self._under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """The tooltip of a clause: name, seconds, words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self._under(QPointF(event.pos()))
            if block is not None:
                text = f"{block.name}, about {length(block.seconds)}: {quoted(block.quote)}"
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def _under(self, position: QPointF) -> Block | None:
        blocks = (block for block in self._scene.blocks if block.part)
        return next((one for one in blocks if self._scene.box(one, self._rows).contains(position)), None)
