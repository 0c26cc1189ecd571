"""The library as cards in columns, painted, so that five thousand of them scroll as ten do."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.scenario_cards import CARD_ROLE, Card, CardModel
from ui.widgets.scenario_paint import GAP, card_height, hear_box, paint_card, star_box, start_box

_NARROWEST = 300
"""Px of the narrowest card; as many columns as have room."""

_Index = QModelIndex | QPersistentModelIndex


class ScenarioGrid(QListView):
    """Arrows walk, Enter starts, P plays the voice, F marks a favourite; a click does what it is on.

    Signals:
        wanted: start this (a scenario's id).
        voice_wanted: play or stop the first line (a scenario's id).
        favourite_wanted: mark or unmark (a scenario's id).
        left_upwards: Up was pressed in the first row.
        chosen: another card is the current one (a scenario's id, or "").
    """

    wanted = Signal(str)
    voice_wanted = Signal(str)
    favourite_wanted = Signal(str)
    left_upwards = Signal()
    chosen = Signal(str)

    def __init__(self, cards: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.playing = ""
        """Id of the scenario whose voice is heard."""
        self.setModel(cards)
        self.setItemDelegate(_CardDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Scenarios")
        self.setAccessibleDescription("Keys: Enter starts, P plays the voice, F marks a favourite")
        self.verticalScrollBar().setSingleStep(40)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return max(1, self.viewport().width() // (_NARROWEST + GAP))

    @property
    def current(self) -> Card | None:
        """The card that the keys are on."""
        index = self.currentIndex()
        card: Card | None = index.data(CARD_ROLE) if index.isValid() else None
        return card

    def choose(self, scenario_id: str) -> None:
        """Put the keys on this scenario, or on the first where it is not shown."""
        ids = [card.scenario.id for card in self._cards.shown]
        row = ids.index(scenario_id) if scenario_id in ids else 0
        self.setCurrentIndex(self._cards.index(row, 0))

    def show_playing(self, scenario_id: str) -> None:
        """Show whose voice is heard; "" for nobody's."""
        self.playing = scenario_id
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room, all equally wide."""
        # One px less than fits, or the last column would wrap.
        self.setGridSize(QSize(self.viewport().width() // self.columns - 1, card_height() + GAP))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        card = self.current
        if event.isAutoRepeat() and event.key() not in _WALKING:
            event.accept()
        elif card and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(card.scenario.id)
        elif card and event.key() == Qt.Key.Key_P:
            self.voice_wanted.emit(card.scenario.id)
        elif card and event.key() == Qt.Key.Key_F:
            self.favourite_wanted.emit(card.scenario.id)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() < self.columns:
            self.left_upwards.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in _WALKING:
            super().keyPressEvent(event)
        else:
            event.ignore()  # no search by letters: they belong to the page

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is always on a card, so that it can be seen."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cards.shown:
            self.setCurrentIndex(self._cards.index(0, 0))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which card it is."""
        super().currentChanged(current, previous)
        card: Card | None = current.data(CARD_ROLE) if current.isValid() else None
        self.chosen.emit(card.scenario.id if card else "")

    def card_box(self, index: _Index) -> QRect:
        """Where in the viewport a card is painted."""
        return self.visualRect(index).adjusted(0, 0, -GAP, -GAP)

    def _step(self, by: int) -> None:
        row = self.currentIndex().row() + by
        if 0 <= row < len(self._cards.shown):
            self.setCurrentIndex(self._cards.index(row, 0))

    @Slot(QPoint)
    def press(self, place: QPoint) -> None:
        """Do what a click at `place` of the viewport is on."""
        index = self.indexAt(place)
        if not index.isValid():
            return
        card: Card = index.data(CARD_ROLE)
        box = QRectF(self.card_box(index))
        for area, signal in (
            (start_box(box), self.wanted),
            (hear_box(box, card), self.voice_wanted),
            (star_box(box), self.favourite_wanted),
        ):
            if area is not None and area.contains(place.toPointF()):
                signal.emit(card.scenario.id)
                return


_WALKING = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class _CardDelegate(QStyledItemDelegate):
    """Paints a card and passes clicks on."""

    def __init__(self, grid: ScenarioGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The whole cell."""
        return self._grid.gridSize()

    def paint(self, painter: object, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the card."""
        card: Card = index.data(CARD_ROLE)
        place = self._grid.viewport().mapFromGlobal(self._grid.cursor().pos())
        paint_card(
            painter,  # type: ignore[arg-type]  # PySide hands in a QPainter
            QRectF(option.rect.adjusted(0, 0, -GAP, -GAP)),
            card,
            current=index == self._grid.currentIndex(),
            focused=self._grid.hasFocus(),
            playing=self._grid.playing == card.scenario.id,
            pointer=place.toPointF() if self._grid.underMouse() else None,
        )

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """A released click does what it is on."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self._grid.press(event.position().toPoint())
        return super().editorEvent(event, model, option, index)
