"""Which kinds of call a list is narrowed to: the two frequent ones as chips, the others in a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QMenu, QWidget

from trainer.records import Kind
from ui.models.phrasing import KIND_WORDS
from ui.widgets.chip import Chip

_FREQUENT: tuple[Kind, ...] = ("voicemail", "callback")
_OTHER = tuple(kind for kind in KIND_WORDS if kind not in (*_FREQUENT, "phone-test"))  # a test is such calls
_ALL_OTHER = "All other kinds"


class KindChips(QWidget):
    """ "Other" narrows to all that have no chip, and at once offers one of them alone.

    Signals:
        changed: other kinds are wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu: QMenu | None = None
        self._wanted: tuple[Kind, ...] = ()
        self._group = QButtonGroup(self)
        self.every, self.other = Chip("All", checked=True), Chip("Other")
        self.other.setAccessibleDescription("Opens a menu of kinds")
        frequent = {Chip(KIND_WORDS[kind]): (kind,) for kind in _FREQUENT}
        self._kinds: dict[Chip, tuple[Kind, ...]] = {self.every: (), **frequent, self.other: _OTHER}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for chip in self._kinds:
            self._group.addButton(chip)
            row.addWidget(chip)
        self._group.buttonClicked.connect(self._press)

    @property
    def wanted(self) -> tuple[Kind, ...]:
        """These kinds; empty: any."""
        return self._wanted

    def buttons(self) -> list[QAbstractButton]:
        """The chips, from the left."""
        return self._group.buttons()

    def clear(self) -> None:
        """Any kind, without telling anybody."""
        self.every.setChecked(True)
        self._want(())

    @Slot(QAbstractButton)
    def _press(self, chip: Chip) -> None:
        if chip is not self.other or not set(self._wanted) & set(_OTHER):
            self._want(self._kinds[chip])
            self.changed.emit()
        if chip is self.other:
            self._offer()

    def _offer(self) -> None:
        self.menu = menu = QMenu(self)
        entries = {_ALL_OTHER: _OTHER, **{KIND_WORDS[kind]: (kind,) for kind in _OTHER}}
        for words, kinds in entries.items():
            action = menu.addAction(words)
            action.setData(kinds)
            action.setCheckable(True)
            action.setChecked(kinds == self._wanted)
        menu.triggered.connect(self._choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.other.mapToGlobal(QPoint(0, self.other.height() + 4)))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._want(tuple(action.data()))
        self.changed.emit()

    def _want(self, kinds: tuple[Kind, ...]) -> None:
        self._wanted = kinds
        alone = len(kinds) == 1 and kinds[0] in _OTHER
        self.other.setText(KIND_WORDS[kinds[0]] if alone else "Other")
        self.other.updateGeometry()
