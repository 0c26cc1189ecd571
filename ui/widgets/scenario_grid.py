"""The library as cards in columns, painted, so that five thousand of them scroll as ten do."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
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
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.card_walk import WALKING, walked
from ui.models.scenario_cards import CARD_ROLE, Card, CardModel
from ui.widgets.scenario_paint import GAP, card_height, hear_box, paint_card, star_box, start_box

_NARROWEST = 300
"""Px of the narrowest card; as many columns as have room."""
_MENU_IN = 40
"""Px into the card where its menu opens by key."""

_Index = QModelIndex | QPersistentModelIndex
_Choose = QItemSelectionModel.SelectionFlag
_SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ScenarioGrid(QListView):
    """Arrows walk, Enter starts, P plays the voice, F marks a favourite; a click does what it is on.

    Several are chosen as in any list: Shift and Ctrl with arrows or clicks, Ctrl+Space, Ctrl+A.

    Signals:
        wanted: start this (a scenario's id).
        voice_wanted: play or stop the first line (a scenario's id).
        favourite_wanted: mark or unmark (a scenario's id).
        left_upwards: Up was pressed in the first row.
        chosen: another card is the current one (a scenario's id, or "").
        removal_wanted: Delete was pressed, for what is chosen.
        selection_changed: others are chosen.
        menu_wanted: what can be done with what is chosen, at a place on the screen.
    """

    wanted = Signal(str)
    voice_wanted = Signal(str)
    favourite_wanted = Signal(str)
    left_upwards = Signal()
    chosen = Signal(str)
    removal_wanted = Signal()
    selection_changed = Signal()
    menu_wanted = Signal(QPoint)

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
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._anchor = 0
        """Row from which Shift chooses."""
        self._several = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Scenarios")
        self.setAccessibleDescription(
            "Keys: Enter starts, P plays the voice, F marks a favourite, the menu key shows the rest"
        )
        self.verticalScrollBar().setSingleStep(40)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return max(1, self._room // (_NARROWEST + GAP))

    @property
    def _room(self) -> int:
        """Px that rows have: Qt keeps room for the scroll bar where few cards need none."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        return self.maximumViewportSize().width() - bar

    @property
    def current(self) -> Card | None:
        """The card that the keys are on."""
        index = self.currentIndex()
        card: Card | None = index.data(CARD_ROLE) if index.isValid() else None
        return card

    def choose(self, scenario_id: str, among: Collection[str] = ()) -> None:
        """Put the keys on this scenario, or on the first where it is not shown.

        It is chosen alone, unless some of those in `among` are shown: then they are.
        """
        ids = [card.scenario.id for card in self._cards.shown]
        self._go_to(ids.index(scenario_id) if scenario_id in ids else 0)
        if chosen := [self._cards.index(row, 0) for row, one in enumerate(ids) if one in among]:
            self.selectionModel().clearSelection()
            for index in chosen:
                self.selectionModel().select(index, _Choose.Select)

    def chosen_cards(self) -> list[Card]:
        """Those that are chosen, in their order; at least the current one, if there is any."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        current = [self.current] if self.current else []
        return [self._cards.shown[row] for row in rows] or current

    def is_among_several(self, index: _Index) -> bool:
        """Whether this card is chosen together with others."""
        return self._several and self.selectionModel().isSelected(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Others are painted differently when one becomes several."""
        super().selectionChanged(selected, deselected)
        self._several = len(self.selectedIndexes()) > 1
        self.viewport().update()
        self.selection_changed.emit()

    def show_playing(self, scenario_id: str) -> None:
        """Show whose voice is heard; "" for nobody's."""
        self.playing = scenario_id
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room, all equally wide."""
        # One px less than fits, or the last column would wrap.
        self.setGridSize(QSize(self._room // self.columns - 1, card_height() + GAP))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        card = self.current
        if event.isAutoRepeat() and event.key() not in WALKING:
            event.accept()
        elif card and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(card.scenario.id)
        elif card and event.key() == Qt.Key.Key_P:
            self.voice_wanted.emit(card.scenario.id)
        elif card and event.key() == Qt.Key.Key_F:
            self.favourite_wanted.emit(card.scenario.id)
        elif card and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() & _SEVERAL:
            self.selectionModel().select(self.currentIndex(), _Choose.Toggle)
        elif event.key() in WALKING:
            self._walk(Qt.Key(event.key()), event.modifiers())
        else:
            event.ignore()  # no search by letters: they belong to the page

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift chooses all from where the keys were."""
        row = self.indexAt(event.position().toPoint()).row()
        left = event.button() == Qt.MouseButton.LeftButton
        if left and row >= 0 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(row)
            return
        if row >= 0:
            self._anchor = row
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A card is not chosen because the mouse slips over it with its button down."""
        if not event.buttons():
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse for the card under it and all that are chosen with it; by key for what is chosen."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.card_box(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(box.topLeft() + QPoint(_MENU_IN, _MENU_IN)))
            return
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self._go_to(index.row())
            self.menu_wanted.emit(event.globalPos())

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

    def _walk(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Go to another card; with Shift choose all on the way, with Ctrl leave what is chosen as it is."""
        here, count = self.currentIndex().row(), len(self._cards.shown)
        if key == Qt.Key.Key_Up and here < self.columns:
            self.left_upwards.emit()
            return
        if here < 0:
            return
        rows = max(1, self.viewport().height() // self.gridSize().height())
        row = walked(key, here, count, self.columns, rows)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(row)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.selectionModel().setCurrentIndex(self._cards.index(row, 0), _Choose.NoUpdate)
        else:
            self._go_to(row)

    def _go_to(self, row: int) -> None:
        """Choose this card alone."""
        self._anchor = row
        self.selectionModel().setCurrentIndex(self._cards.index(row, 0), _Choose.ClearAndSelect)

    def _extend_to(self, row: int) -> None:
        """Choose all from the anchor to this card."""
        first, last = sorted((min(self._anchor, len(self._cards.shown) - 1), row))
        whole = QItemSelection(self._cards.index(first, 0), self._cards.index(last, 0))
        self.selectionModel().select(whole, _Choose.ClearAndSelect)
        self.selectionModel().setCurrentIndex(self._cards.index(row, 0), _Choose.NoUpdate)

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
            chosen=self._grid.is_among_several(index),
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
            and not event.modifiers() & _SEVERAL
        ):
            self._grid.press(event.position().toPoint())
        return super().editorEvent(event, model, option, index)
