"""The painting of the strip: labels, ribbon, waveform and time band under one axis."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from ui import theme
from ui.models.phrasing import PART_WORDS, length
from ui.widgets.envelope import Envelope, loudest_between
from ui.widgets.part_paint import fill_part, strong_color
from ui.widgets.strip_layout import (
    MARKS_S,
    Block,
    Lane,
    Zone,
    divisions,
    free_of,
    is_named,
    label_inside,
)

_BAR_PX, _BAR_EVERY_PX = 2, 3
_WORD_FROM_S = 1.5
_GAP_PX = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """Top edges and heights of the strip's rows in px."""

    labels: float | None
    """Names that do not fit into their clause, above or below the ribbon; None: they are left out."""
    ribbon: float
    wave: float
    band: float
    axis: float
    bottom: float
    ribbon_height: float = 44
    wave_height: float = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that is painted, and how seconds of the axis become px."""

    lanes: tuple[Lane, ...] = ()
    blocks: tuple[Block, ...] = ()
    zones: tuple[Zone, ...] = ()
    end_s: float = 32.0
    width: float = 0.0
    waves: Mapping[int, Envelope] = field(default_factory=dict)

    def x(self, axis_s: float) -> float:
        """Px from the left edge."""
        return axis_s / self.end_s * self.width

    def box(self, block: Block, rows: Rows) -> QRectF:
        """Where a block of the ribbon is painted."""
        left, right = self.x(block.begin_s), self.x(block.end_s)
        return QRectF(left, rows.ribbon, max(2.0, right - left - _GAP_PX), rows.ribbon_height)


def rows_for(with_ribbon: bool, line_height: float) -> Rows:
    """The rows, taller where the system's text is larger; without clauses the waveform stands alone."""
    text = max(20.0, line_height + 3)
    block_height = max(44.0, 2 * line_height + 10)
    wave = text + block_height + 10 if with_ribbon else 0.0
    band = wave + 50 + 8
    return Rows(0.0, text, wave, band, band + 8, band + 8 + text, block_height)


def paint_ribbon(painter: QPainter, scene: Scene, rows: Rows) -> None:
    """Clauses with name and seconds, silences dashed, names that do not fit above."""
    bold, above = theme.font(13, 600), theme.font(13, 500)
    above_until = 0.0
    for block in scene.blocks:
        box = scene.box(block, rows)
        if block.part is None:
            _paint_silence(painter, block, box)
            continue
        _paint_clause(painter, block, box)
        painter.setFont(bold)
        measure = QFontMetricsF(bold).horizontalAdvance
        if label_inside(block, box.width(), measure):
            _paint_words(painter, block, box)
            continue
        name = PART_WORDS[block.part]
        width = measure(name)
        if rows.labels is None:
            continue
        if box.left() >= above_until and box.left() + width <= scene.width:
            painter.setFont(above)
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRectF(box.left(), rows.labels - 2, width + 2, 24), 0, name)
            painter.setPen(QPen(theme.color("border"), 1))
            edge = box.top() - 5 if rows.labels < rows.ribbon else box.bottom() + 1
            painter.drawLine(QLineF(box.left() + 4.5, edge, box.left() + 4.5, edge + 4))
            above_until = box.left() + width + 8


def paint_outline(painter: QPainter, scene: Scene, rows: Rows, block: Block) -> None:
    """The clause that is being heard."""
    painter.setPen(QPen(theme.color("ink"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(scene.box(block, rows), 4, 4)


def paint_needle(painter: QPainter, scene: Scene, rows: Rows, axis_s: float) -> None:
    """Where the sound is; in the waveform only, so that it never crosses a word."""
    x = scene.x(axis_s)
    painter.setPen(QPen(theme.color("ink"), 2))
    painter.drawLine(QLineF(x, rows.wave, x, rows.band - 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    painter.drawEllipse(QPointF(x, rows.wave - 3), 5, 5)


def paint_wave(painter: QPainter, scene: Scene, rows: Rows) -> None:
    """Mirrored bars in the colour of their clause; a dotted line where nothing is said."""
    middle = rows.wave + rows.wave_height / 2
    for lane in scene.lanes:
        shape = scene.waves.get(lane.turn)
        left, right = scene.x(lane.begin_s), scene.x(lane.begin_s + lane.seconds)
        if shape is None:
            _dotted(painter, left, right, middle)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        x = left
        while x < right - _BAR_PX:
            here, following = scene.end_s * x / scene.width, scene.end_s * (x + _BAR_EVERY_PX) / scene.width
            loud = loudest_between(shape, here - lane.begin_s, following - lane.begin_s)
            height = max(2.0, loud * rows.wave_height)
            tint = _wave_color(scene.blocks, lane.turn, (here + following) / 2)
            painter.setBrush(tint)
            painter.drawRoundedRect(QRectF(x, middle - height / 2, _BAR_PX, height), 1, 1)
            x += _BAR_EVERY_PX
    for begin, end in divisions(scene.lanes):
        x = scene.x((begin + end) / 2)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(QLineF(x, rows.ribbon if scene.blocks else rows.wave, x, rows.axis))


def paint_band(painter: QPainter, scene: Scene, rows: Rows) -> None:
    """The guide's zones (or a plain track), the marks, and the words under them."""
    track = QPainterPath()
    track.addRoundedRect(QRectF(0, rows.band, scene.width, 6), 3, 3)
    painter.fillPath(track, theme.color("sunken"))
    for zone in scene.zones:
        if zone.strong is not None:
            left, right = scene.x(zone.begin_s), scene.x(zone.end_s)
            painter.fillRect(QRectF(left, rows.band, right - left, 6), theme.color(zone.soft))
            painter.fillRect(QRectF(left, rows.band + 4, right - left, 2), theme.color(zone.strong))
    named = is_named(scene.lanes)
    marks = [float(mark) for mark in MARKS_S if mark < scene.end_s and not named]
    for mark in marks:
        x = scene.x(mark)
        painter.setPen(QPen(theme.color("border"), 1.5))
        painter.drawLine(QLineF(x, rows.band - 4, x, rows.band + 9))
        dots = QPen(theme.color("border"), 1)
        dots.setDashPattern([1, 3])
        painter.setPen(dots)
        painter.drawLine(QLineF(x, rows.wave - 8, x, rows.band - 4))
    if named:
        _paint_turn_words(painter, scene, rows)
    else:
        _paint_axis_words(painter, scene, rows, marks)


def _paint_axis_words(painter: QPainter, scene: Scene, rows: Rows, marks: Sequence[float]) -> None:
    bold, plain = theme.font(13, 600, tabular=True), theme.font(13)
    row = rows.bottom - rows.axis
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    measure = QFontMetricsF(plain).horizontalAdvance
    taken = [(0.0, measure("0 s") + 12)]
    painter.setFont(plain)
    painter.setPen(theme.color("ink2"))
    painter.drawText(QRectF(0, rows.axis, 40, row), flags, "0 s")
    painter.setFont(bold)
    painter.setPen(theme.color("ink"))
    for mark in marks:
        text = f"{mark:.0f} s"
        width = QFontMetricsF(bold).horizontalAdvance(text)
        left = min(scene.x(mark) - width / 2, scene.width - width)
        painter.drawText(QRectF(left, rows.axis, width + 2, row), flags, text)
        taken.append((left - 10, left + width + 10))
    painter.setFont(plain)
    for zone in scene.zones:
        width = measure(zone.words)
        place = free_of(taken, scene.x(zone.begin_s) + 1, scene.x(zone.end_s), width)
        if place is not None:
            painter.setPen(theme.color(zone.strong or "ink2"))
            painter.drawText(QRectF(place, rows.axis, width + 2, row), flags, zone.words)


def _paint_turn_words(painter: QPainter, scene: Scene, rows: Rows) -> None:
    bold, plain = theme.font(13, 600, tabular=True), theme.font(13, tabular=True)
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    row = rows.bottom - rows.axis
    for index, lane in enumerate(scene.lanes):
        left = scene.x(lane.begin_s)
        following = scene.lanes[index + 1].begin_s if index + 1 < len(scene.lanes) else scene.end_s
        room = scene.x(following) - left - 8
        painter.setFont(bold)
        painter.setPen(theme.color("ink"))
        title = QFontMetricsF(bold).elidedText(lane.title, Qt.TextElideMode.ElideRight, room)
        width = QFontMetricsF(bold).horizontalAdvance(title)
        painter.drawText(QRectF(left, rows.axis, width + 2, row), flags, title)
        facts = facts_within(lane, QFontMetricsF(plain).horizontalAdvance, room - width - 8)
        painter.setFont(plain)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRectF(left + width + 8, rows.axis, room, row), flags, facts)


def facts_within(lane: Lane, measure: Callable[[str], float], room: float) -> str:
    """As much of a turn's facts as is whole in `room` px: a number cut short would be another number."""
    whole = (text for text in (lane_facts(lane), length(lane.seconds), "") if measure(text) <= max(room, 0.0))
    return next(whole)


def lane_facts(lane: Lane) -> str:
    """ "14.2 s, first word after 0.9 s"."""
    said = length(lane.seconds)
    if lane.first_word_latency_s is None:
        return said
    if lane.first_word_latency_s < 0:
        return f"{said}, begun before their line was over"
    return f"{said}, first word after {lane.first_word_latency_s:.1f} s"


def _paint_clause(painter: QPainter, block: Block, box: QRectF) -> None:
    assert block.part is not None
    fill_part(painter, block.part, box, 4)
    foot = QPainterPath()
    foot.addRoundedRect(box, 4, 4)
    painter.save()
    painter.setClipPath(foot)
    painter.fillRect(QRectF(box.left(), box.bottom() - 4, box.width(), 4), strong_color(block.part))
    painter.restore()


def _paint_words(painter: QPainter, block: Block, box: QRectF) -> None:
    assert block.part is not None
    look = theme.current().parts[block.part]
    bold, plain = QFontMetricsF(theme.font(13, 600)), QFontMetricsF(theme.font(13, tabular=True))
    name = label_inside(block, box.width(), bold.horizontalAdvance)
    seconds = f"{block.seconds:.1f} s"
    tall = bold.height()
    top = box.top() + (box.height() - 4 - 2 * tall) / 2
    if plain.horizontalAdvance(seconds) + 4 > box.width():
        seconds = ""
    wide = max(bold.horizontalAdvance(name), plain.horizontalAdvance(seconds))
    left = box.left() + min(8.0, max(2.0, (box.width() - wide) / 2))
    if look.pattern in ("hatch", "dots"):
        # A plain plate: words on a hatch are hard to read.
        plate = QPainterPath()
        plate.addRoundedRect(QRectF(left - 4, top - 1, wide + 8, 2 * tall + 2).intersected(box), 2, 2)
        painter.fillPath(plate, QColor(look.soft))
    painter.setPen(theme.color("on_accent" if look.pattern == "solid" else "ink"))
    painter.setFont(theme.font(13, 600))
    painter.drawText(QPointF(left, top + bold.ascent()), name)
    painter.setFont(theme.font(13, tabular=True))
    painter.drawText(QPointF(left, top + tall + plain.ascent()), seconds)


def _paint_silence(painter: QPainter, block: Block, box: QRectF) -> None:
    dashes = QPen(theme.color("border"), 1)
    dashes.setDashPattern([3, 2])
    painter.setPen(dashes)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    font = theme.font(13)
    if block.seconds >= _WORD_FROM_S and QFontMetricsF(font).horizontalAdvance("silence") + 8 <= box.width():
        painter.setFont(font)
        painter.setPen(theme.color("ink2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"silence\n{block.seconds:.1f} s")


def _wave_color(blocks: Sequence[Block], turn: int, axis_s: float) -> QColor:
    for block in blocks:
        if block.turn == turn and block.begin_s <= axis_s < block.end_s:
            return strong_color(block.part) if block.part else theme.color("border")
    return theme.color("ink2" if not blocks else "border")


def _dotted(painter: QPainter, left: float, right: float, y: float) -> None:
    dots = QPen(theme.color("border"), 1.5)
    dots.setDashPattern([1, 2])
    painter.setPen(dots)
    painter.drawLine(QLineF(left, y, right, y))
