"""Two or three takes as ribbons under each other on one time axis, tied clause to clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from trainer.practice.comparison import Row
from trainer.records import Band
from ui import theme
from ui.models.phrasing import length, quoted
from ui.models.take_compare import ComparedTake
from ui.widgets import strip_paint
from ui.widgets.part_paint import strong_color
from ui.widgets.plain_tip import plain_tip
from ui.widgets.strip_layout import Block, as_sentence, axis_end_s, lay_blocks, lay_lanes, place_of, zones

_GUTTER = 22
"""Room for the number of a take, which is the key that plays it."""
_GAP = {2: 108, 3: 76}
"""Px between two ribbons, by how many there are."""
_TIE_PX = 2


@dataclass(frozen=True, slots=True)
class _Lane:
    scene: strip_paint.Scene
    rows: strip_paint.Rows
    blocks: dict[int, Block]
    """Clause -> its block."""


class CompareRibbons(QWidget):
    """Signals:
    chosen: take and clause that were clicked.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[_Lane] = []
        self._aligned: Sequence[Row] = ()
        self._axis = strip_paint.rows_for(False, 17)
        self._marked: Row = ()
        self._place: tuple[int, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("The takes on one time axis")

    def show_takes(self, takes: Sequence[ComparedTake], aligned: Sequence[Row], band: Band | None) -> None:
        """Show these takes; `aligned`: which clauses say the same; `band`: a guide's good length."""
        self._aligned, self._marked, self._place = aligned, (), None
        lanes = [lay_lanes(take.turns) for take in takes]
        end = max((axis_end_s(one) for one in lanes), default=0.0)
        text = max(20.0, QFontMetricsF(theme.font(13, 600)).height() + 3)
        tall, self._lanes, y = 44.0, [], text
        for number, (take, lane) in enumerate(zip(takes, lanes, strict=True)):
            # One axis counts seconds from each take's start, so the turns are not named on it.
            untitled = tuple(replace(one, title="") for one in lane)
            blocks = lay_blocks(take.turns, lane)
            scene = strip_paint.Scene(lanes=untitled, blocks=blocks, end_s=end, width=self._room())
            below = number == len(takes) - 1 and number > 0
            labels = y + tall + 3 if below else 0.0 if number == 0 else None
            rows = strip_paint.Rows(labels, y, y + tall, y + tall, y + tall, y + tall, tall)
            self._lanes.append(_Lane(scene, rows, _by_clause(take, blocks)))
            y += tall + (0 if below else _GAP.get(len(takes), _GAP[2]))
        base = y + text + 6
        self._axis = strip_paint.Rows(0.0, base, base, base, base + 8, base + 8 + text)
        if self._lanes and band and all(len(one) == 1 for one in lanes):
            last = self._lanes[-1]
            self._lanes[-1] = replace(last, scene=replace(last.scene, zones=zones(band, end)))
        self.setAccessibleDescription(_aloud(takes, self._lanes))
        self.updateGeometry()
        self.update()

    def mark(self, row: Row) -> None:
        """Outline these clauses, one of each take."""
        self._marked = row
        self.update()

    def show_place(self, take: int, turn: int, seconds: float) -> None:
        """The needle, in the take that is being heard."""
        axis = place_of(self._lanes[take].scene.lanes, turn, seconds)
        self._place = (take, axis) if axis is not None else None
        self.update()

    def hide_place(self) -> None:
        """Nothing is being heard."""
        self._place = None
        self.update()

    def clause_center(self, take: int, clause: int) -> QPointF:
        """The middle of a clause in this widget's px."""
        lane = self._lanes[take]
        return lane.scene.box(lane.blocks[clause], lane.rows).center() + QPointF(_GUTTER, 0)

    def sizeHint(self) -> QSize:
        """As high as its ribbons and their axis."""
        return QSize(720, round(self._axis.bottom))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep all rows."""
        return QSize(320, round(self._axis.bottom))

    def resizeEvent(self, event: object) -> None:
        """The axis takes the whole width."""
        self._lanes = [replace(one, scene=replace(one.scene, width=self._room())) for one in self._lanes]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ties, ribbons, axis, then what is being heard."""
        if not self._lanes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_GUTTER, 0)
        for number in range(len(self._lanes) - 1):
            self._paint_ties(painter, number)
        for number, lane in enumerate(self._lanes):
            strip_paint.paint_ribbon(painter, lane.scene, lane.rows)
            painter.setFont(theme.font(13, 600))
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(-_GUTTER, lane.rows.ribbon, 16, 44), _MIDDLE, str(number + 1))
            clause = self._marked[number] if number < len(self._marked) else None
            if clause is not None and clause in lane.blocks:
                strip_paint.paint_outline(painter, lane.scene, lane.rows, lane.blocks[clause])
        strip_paint.paint_band(painter, self._lanes[-1].scene, self._axis)
        if self._place is not None:
            self._paint_needle(painter, *self._place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A clause wants to be heard."""
        found = self._under(event.position())
        if found is not None:
            self.chosen.emit(*found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be played."""
        over = self._under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """The tooltip of a clause: name, seconds, words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                block = self._lanes[found[0]].blocks[found[1]]
                text = f"{block.name}, {length(block.seconds)}: {quoted(block.quote)}"
                QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def _room(self) -> float:
        return float(max(1, self.width() - _GUTTER))

    def _under(self, position: QPointF) -> tuple[int, int] | None:
        at = position - QPointF(_GUTTER, 0)
        for number, lane in enumerate(self._lanes):
            for clause, block in lane.blocks.items():
                if lane.scene.box(block, lane.rows).contains(at):
                    return number, clause
        return None

    def _paint_ties(self, painter: QPainter, number: int) -> None:
        upper, lower = self._lanes[number], self._lanes[number + 1]
        pairs = [(row[number], row[number + 1]) for row in self._aligned]
        for first, second in pairs:
            if first in upper.blocks and second in lower.blocks:
                top, bottom = upper.blocks[first], lower.blocks[second]
                _tie(painter, upper.scene.box(top, upper.rows), lower.scene.box(bottom, lower.rows), top)
        gone = [upper.blocks[one] for one, two in pairs if one in upper.blocks and two is None]
        new = [lower.blocks[two] for one, two in pairs if two in lower.blocks and one is None]
        _stubs(painter, [(upper.scene.box(block, upper.rows), block) for block in gone], "gone", down=True)
        _stubs(painter, [(lower.scene.box(block, lower.rows), block) for block in new], "new", down=False)

    def _paint_needle(self, painter: QPainter, take: int, axis_s: float) -> None:
        lane = self._lanes[take]
        x, top = lane.scene.x(axis_s), lane.rows.ribbon
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawLine(QLineF(x, top - 3, x, top + 47))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawEllipse(QPointF(x, top - 4), 4.5, 4.5)


_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


def _by_clause(take: ComparedTake, blocks: Sequence[Block]) -> dict[int, Block]:
    places = {(block.turn, block.first_word): block for block in blocks if block.part}
    found = ((index, places.get((one.turn, one.first_word))) for index, one in enumerate(take.clauses))
    return {index: block for index, block in found if block}


def _tie(painter: QPainter, top: QRectF, bottom: QRectF, block: Block) -> None:
    """A band from a clause to the one that answers it."""
    begin, end = top.bottom() + _TIE_PX, bottom.top() - _TIE_PX
    half = (begin + end) / 2
    path = QPainterPath(QPointF(top.left(), begin))
    path.lineTo(top.right(), begin)
    path.cubicTo(top.right(), half, bottom.right(), half, bottom.right(), end)
    path.lineTo(bottom.left(), end)
    path.cubicTo(bottom.left(), half, top.left(), half, top.left(), begin)
    fill, line = strong_color(block.part), strong_color(block.part)
    fill.setAlphaF(0.13)
    line.setAlphaF(0.6)
    painter.setPen(QPen(line, 1))
    painter.setBrush(fill)
    painter.drawPath(path)


def with_room(boxes: Sequence[QRectF], width: float) -> frozenset[int]:
    """Which of these can have words of this width at their middle, none of which hides another: the widest
    boxes first."""
    chosen: list[int] = []
    for number in sorted(range(len(boxes)), key=lambda one: -boxes[one].width()):
        x = boxes[number].center().x()
        if all(abs(x - boxes[other].center().x()) >= width for other in chosen):
            chosen.append(number)
    return frozenset(chosen)


def _stubs(painter: QPainter, found: Sequence[tuple[QRectF, Block]], word: str, *, down: bool) -> None:
    """Short dashed lines that lead to no other clause, and why, where there is room."""
    font = theme.font(13, 600)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(word) + 10, metrics.height()
    told = with_room([box for box, _ in found], width)
    for number, (box, block) in enumerate(found):
        x = box.center().x()
        edge, far = (box.bottom() + 4, box.bottom() + 18) if down else (box.top() - 4, box.top() - 18)
        dashes = QPen(strong_color(block.part), 1.5)
        dashes.setDashPattern([2, 2])
        painter.setPen(dashes)
        painter.drawLine(QLineF(x, edge, x, far))
        if number not in told:
            continue
        plate = QRectF(x - width / 2, far + 1 if down else far - height - 1, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setFont(font)
        painter.setPen(strong_color(block.part))
        painter.drawText(plate, _MIDDLE, word)


def _aloud(takes: Sequence[ComparedTake], lanes: Sequence[_Lane]) -> str:
    """Each ribbon as a sentence."""
    told = []
    for take, lane in zip(takes, lanes, strict=True):
        spoken = [block for block in lane.scene.blocks if block.part]
        told.append(f"{take.name}: {as_sentence(spoken, take.seconds or 0.0)}")
    return " ".join(told)
