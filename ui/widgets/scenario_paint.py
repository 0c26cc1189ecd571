"""One card of the library: where its parts are, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen, QPolygonF

from ui import theme
from ui.models.scenario_cards import DIFFICULTY_WORDS, KIND_ICONS, Card
from ui.widgets.icon import paint_icon

GAP = 14
"""Px between cards."""
_INSIDE = 18
_TILE, _ICON, _STAR = 36, 20, 18
_CIRCLE = 28
_BUTTON_HEIGHT = 36
_BUTTON_WIDTH = 63


def card_height() -> int:
    """Px of a card: head, who, two lines of what it trains, foot; more only where text is larger."""
    small, title = QFontMetrics(theme.font(13)).height(), QFontMetrics(theme.font(15)).height()
    return max(196, 2 * _INSIDE + small + title + 16 + small + 6 + 2 * small + 14 + _BUTTON_HEIGHT)


def start_box(card: QRectF) -> QRectF:
    """The Start button."""
    width = max(_BUTTON_WIDTH, QFontMetricsF(theme.font(15, 500)).horizontalAdvance("Start") + 28)
    right, bottom = card.right() - 14, card.bottom() - 10
    return QRectF(right - width, bottom - _BUTTON_HEIGHT, width, _BUTTON_HEIGHT)


def hear_box(card: QRectF, shown: Card) -> QRectF | None:
    """The play circle; None where nobody speaks first."""
    if shown.speaker is None:
        return None
    return QRectF(card.left() + _INSIDE, start_box(card).center().y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)


def star_box(card: QRectF) -> QRectF:
    """The star, with some air to hit it."""
    side = _STAR + 12
    return QRectF(card.right() - side - 8, card.top() + 12, side, side)


def paint_card(
    painter: QPainter,
    box: QRectF,
    card: Card,
    *,
    current: bool,
    focused: bool,
    playing: bool,
    pointer: QPointF | None,
    chosen: bool = False,
) -> None:
    """Draw `card` in `box`.

    `current`: the keys are on it; `chosen`: it is one of several that are. `pointer`: where the mouse is,
    None when it is elsewhere.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = current or chosen
    painter.setPen(QPen(theme.color("accent"), 1.25) if edged else QPen(theme.color("hairline"), 1))
    painter.setBrush(theme.color("accent_soft" if chosen else "raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.CARD_RADIUS, theme.CARD_RADIUS)
    top = _paint_head(painter, box, card)
    _paint_words(painter, box, card, top)
    _paint_star(painter, star_box(box), card, pointer)
    _paint_foot(painter, box, card, playing=playing, pointer=pointer)
    _paint_start(painter, start_box(box), current=current, focused=focused, pointer=pointer)
    painter.restore()


def _paint_head(painter: QPainter, box: QRectF, card: Card) -> float:
    """Tile, kind and title; returns where they end."""
    tile = QRectF(box.left() + _INSIDE, box.top() + 17, _TILE, _TILE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(tile, 8, 8)
    inset = (_TILE - _ICON) / 2
    paint_icon(
        painter,
        KIND_ICONS[card.scenario.kind],
        tile.adjusted(inset, inset, -inset, -inset),
        theme.color("ink"),
    )
    left = tile.right() + 12
    small, title = QFontMetricsF(theme.font(13)).height(), QFontMetricsF(theme.font(15, 600)).height()
    top = tile.center().y() - (small + title) / 2
    width = star_box(box).left() - left
    _line(painter, card.over, QRectF(left, top, width, small), 13, 400, "ink2")
    width = box.right() - _INSIDE - left
    _line(painter, card.scenario.title, QRectF(left, top + small, width, title), 15, 600, "ink")
    return max(tile.bottom(), top + small + title)


def _paint_words(painter: QPainter, box: QRectF, card: Card, top: float) -> None:
    """Who, and what it trains in at most two lines."""
    small = QFontMetricsF(theme.font(13)).height()
    inner = box.adjusted(_INSIDE, 0, -_INSIDE, 0)
    _line(painter, card.who, QRectF(inner.left(), top + 14, inner.width(), small), 13, 500, "ink")
    first, rest = _two_lines(card.scenario.trains, QFontMetricsF(theme.font(13)), inner.width())
    for number, text in enumerate((first, rest)):
        line_top = top + 14 + small + 6 + number * (small + 2)
        _line(painter, text, QRectF(inner.left(), line_top, inner.width(), small), 13, 400, "ink2")


def _two_lines(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, str]:
    """The words that fit in the first line, and the rest."""
    words = text.split()
    for number in range(len(words), 0, -1):
        first = " ".join(words[:number])
        if metrics.horizontalAdvance(first) <= width:
            return first, " ".join(words[number:])
    return text, ""


def _paint_star(painter: QPainter, area: QRectF, card: Card, pointer: QPointF | None) -> None:
    """Filled for a favourite; otherwise it comes with the mouse."""
    favourite = "favourite" in card.standings
    hot = pointer is not None and area.contains(pointer)
    if not favourite and not hot:
        return
    inset = (area.width() - _STAR) / 2
    star = area.adjusted(inset, inset, -inset, -inset)
    paint_icon(
        painter, "star-filled" if favourite else "star", star, theme.color("accent" if hot else "amber")
    )


def _paint_foot(
    painter: QPainter, box: QRectF, card: Card, *, playing: bool, pointer: QPointF | None
) -> None:
    circle, start = hear_box(box, card), start_box(box)
    left = box.left() + _INSIDE
    if circle:
        _paint_circle(painter, circle, playing=playing, hot=pointer is not None and circle.contains(pointer))
        left = circle.right() + 8
    parts = [card.speaker or "no greeting, you begin", DIFFICULTY_WORDS.get(card.scenario.difficulty, "")]
    if "due" in card.standings:
        parts[1] = "due today"
    elif "new" not in card.standings:
        parts[1] = "tried"
    words = ", ".join(
        part[:1].lower() + part[1:] if place else part for place, part in enumerate(parts) if part
    )
    height = QFontMetricsF(theme.font(13)).height()
    line = QRectF(left, start.center().y() - height / 2, start.left() - left - 8, height)
    _line(painter, words, line, 13, 400, "ink2")


def _paint_circle(painter: QPainter, box: QRectF, *, playing: bool, hot: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen if playing else QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("accent" if playing else "accent_soft" if hot else "raised"))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    middle = box.center()
    if playing:
        painter.setBrush(theme.color("on_accent"))
        for left in (-4.5, 1.5):
            painter.drawRoundedRect(QRectF(middle.x() + left, middle.y() - 5, 3, 10), 1, 1)
        return
    painter.setBrush(theme.color("accent"))
    corners = ((-3.0, -5.0), (5.5, 0.0), (-3.0, 5.0))
    painter.drawPolygon(QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners]))


def _paint_start(
    painter: QPainter, box: QRectF, *, current: bool, focused: bool, pointer: QPointF | None
) -> None:
    hot = pointer is not None and box.contains(pointer)
    if current and focused:
        painter.setPen(QPen(theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), theme.BUTTON_RADIUS + 3, theme.BUTTON_RADIUS + 3)
    painter.setPen(Qt.PenStyle.NoPen if current else QPen(theme.color("border"), 1))
    look: tuple[theme.Tone, theme.Tone] = ("accent", "accent_hover") if current else ("raised", "sunken")
    painter.setBrush(theme.color(look[hot]))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)
    painter.setFont(theme.font(15, 600 if current else 500))
    painter.setPen(theme.color("on_accent" if current else "ink"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "Start")


def _line(
    painter: QPainter, text: str, box: QRectF, size: theme.Size, weight: theme.Weight, tone: theme.Tone
) -> None:
    """One line, left-aligned in any script, with an ellipsis where there is no room."""
    font = theme.font(size, weight)
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    shown = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), shown)
