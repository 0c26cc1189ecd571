"""My points, to be written: four short fields and, for a guide that asks for them, two lines more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer.records import POINT_NAMES, MyPoints
from ui.models.points_words import HINTS, IDEA, NAMES, WORRY
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.form import TextField
from ui.widgets.label import Label

LONGEST = 120
"""Letters: more is a text to read out, which is what points are there to prevent."""
_ABOUT = "After the call it is checked whether you said what is marked Must."
_WIDEST = 560
"""Px of a field."""
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PointsForm(Card):
    """Over `MyPoints`. Enter and Down go to the next field, Enter in the last one and Esc close it.

    Signals:
        edited: a field was left, or a mark set, with something else in it.
        closed: the user is done.
    """

    edited = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = MyPoints()
        self.fields = {name: _field(NAMES[name], HINTS[name]) for name in POINT_NAMES}
        self.musts = {name: _must(NAMES[name]) for name in POINT_NAMES}
        self.worry = _field(WORRY, "their fuel bill, and nobody to check it")
        self.idea = _field(IDEA, "ask the carrier for last year's rates")
        self.done = Button("Done")
        self.done.clicked.connect(self.closed)
        for field in self._all_fields():
            field.editingFinished.connect(self._tell)
        for must in self.musts.values():
            must.clicked.connect(self._tell)
        self._lay_out()

    def show_points(self, points: MyPoints, *, with_worry: bool) -> None:
        """Fill the fields; `with_worry`: the two lines about the prospect are wanted."""
        self._shown = points
        for name in POINT_NAMES:
            self.fields[name].setText(getattr(points, name))
            self.musts[name].setChecked(name in points.must)
        self.worry.setText(points.worry)
        self.idea.setText(points.idea)
        self._about_them.setVisible(with_worry or bool(points.worry or points.idea))
        for field in self._all_fields():
            field.home(False)  # a long one shows how it begins

    def points(self) -> MyPoints:
        """What the fields say."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        must = tuple(name for name in POINT_NAMES if self.musts[name].isChecked())
        return MyPoints(**texts, must=must, worry=self.worry.text().strip(), idea=self.idea.text().strip())

    def begin(self) -> None:
        """Go to the first field that is empty."""
        shown = self._shown_fields()
        next((field for field in shown if not field.text()), shown[0]).setFocus()

    def commit(self) -> None:
        """Tell of what is still being typed, as if its field had been left."""
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Through the fields, and out; Enter must not start the call while one writes."""
        shown = self._shown_fields()
        here = next((place for place, field in enumerate(shown) if field.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif here is not None and event.key() in _STEPS:
            place = here + _STEPS[Qt.Key(event.key())]
            if place < len(shown):
                shown[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)
            elif event.key() != Qt.Key.Key_Down:
                self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        if self.points() != self._shown:
            self._shown = self.points()
            self.edited.emit()

    def _all_fields(self) -> list[QLineEdit]:
        return [*self.fields.values(), self.worry, self.idea]

    def _shown_fields(self) -> list[QLineEdit]:
        return [field for field in self._all_fields() if field.isVisibleTo(self)]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label("My points", 15, 600), 1)
        head.addWidget(self.done)
        self.body.addLayout(head)
        for name in POINT_NAMES:
            self.body.addLayout(_captioned(NAMES[name], self.fields[name], self.musts[name]))
        self.body.addWidget(Label(_ABOUT, 13, tone="ink2", wrap=True))
        self._about_them = QWidget()
        lines = QVBoxLayout(self._about_them)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(8)
        for caption, field in ((WORRY, self.worry), (IDEA, self.idea)):
            lines.addLayout(_captioned(caption, field))
        self.body.addWidget(self._about_them)


def _captioned(text: str, *content: QWidget) -> QVBoxLayout:
    """A caption above what it is about."""
    caption = Label(text, 13, 500, "ink2")
    caption.setBuddy(content[0])
    row = QHBoxLayout()
    row.setSpacing(10)
    field, *beside = content
    row.addWidget(field, 1000)  # as wide as it may be
    for widget in beside:
        row.addWidget(widget)
    row.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(caption)
    column.addLayout(row)
    return column


def _field(name: str, hint: str) -> TextField:
    field = TextField(name, hint)
    field.setMaxLength(LONGEST)
    field.setMaximumWidth(_WIDEST)
    return field


def _must(name: str) -> Chip:
    chip = Chip("Must")
    chip.setAccessibleName(f"{name}: must be said")
    return chip
