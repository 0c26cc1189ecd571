"""What the user makes of the chosen take: favourite, note, tags; beside it who heard and who judged it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from trainer.records import AttemptRow
from ui.models.phrasing import model_title
from ui.widgets.chip import Chip
from ui.widgets.form import TextField
from ui.widgets.label import Label

_ANY_WIDTH = 16_777_215
"""Qt's own "no limit" (QWIDGETSIZE_MAX)."""
_NONE = "Choose one take in the list first."


class AttemptMarks(QWidget):
    """A note or tags are kept when the field is left or Enter is pressed.

    Signals:
        favourite_set: (id, favourite or not).
        note_set: (id, the note).
        tags_set: (id, the tags as a list).
        left: Enter or Esc in a field: the keys want to go back to the list.
    """

    favourite_set = Signal(str, bool)
    note_set = Signal(str, str)
    tags_set = Signal(str, list)
    left = Signal()

    def __init__(self, guides: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guides = guides
        self._row: AttemptRow | None = None
        self.favourite = Chip("Favourite")
        self.note = MarkField("Note", "Note", 2000)
        self.tags = MarkField("Tags, with commas between them", "Tags", 400)
        self.judged = _TwoLines()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.favourite)
        line.addWidget(self.note, 4)
        line.addWidget(self.tags, 3)
        line.addWidget(self.judged, 4)
        self.favourite.clicked.connect(self._set_favourite)
        for field in (self.note, self.tags):
            field.editingFinished.connect(self.keep)
            field.left.connect(self.left)
        self.show_row(None)

    def show_row(self, row: AttemptRow | None) -> None:
        """Show what is marked on this take; None: nothing can be marked."""
        self.keep()
        self._row = row
        self.favourite.setChecked(bool(row and row.favourite))
        _put(self.note, row.note if row else "")
        _put(self.tags, ", ".join(row.tags) if row else "")
        told = (self._guides.get(row.guide, row.guide), model_title(row.engine)) if row else ("", "")
        self.judged.tell(*told)
        for part, key in ((self.favourite, "F"), (self.note, "N"), (self.tags, "T")):
            part.setEnabled(row is not None)
            part.setToolTip(f"Key in the list: {key}" if row else _NONE)
            part.setAccessibleDescription(part.toolTip())

    @Slot()
    def toggle_favourite(self) -> None:
        """The other way round."""
        if self._row is not None:
            self.favourite.click()

    @Slot()
    def keep(self) -> None:
        """Hand on what was typed, if it is something else."""
        row = self._row
        if row is None:
            return
        note = self.note.text().strip()
        tags = sorted({" ".join(tag.split()) for tag in self.tags.text().split(",")} - {""})
        if self.note.isModified() and note != row.note:
            self.note_set.emit(row.id, note)
        if self.tags.isModified() and tuple(tags) != row.tags:
            self.tags_set.emit(row.id, tags)
        self.note.setModified(False)
        self.tags.setModified(False)

    @Slot(bool)
    def _set_favourite(self, favourite: bool) -> None:
        if self._row is not None:
            self.favourite_set.emit(self._row.id, favourite)


class MarkField(TextField):
    """Enter keeps what was typed, Esc gives it up; both leave the field.

    Signals:
        left: one of these keys was pressed.
    """

    left = Signal()

    def __init__(self, name: str, placeholder: str, longest: int) -> None:
        super().__init__(name, placeholder)
        self.setMaxLength(longest)
        self.setMaximumWidth(_ANY_WIDTH)
        self._before = ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what Esc goes back to."""
        super().focusInEvent(event)
        self._before = self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Both keys end here; the window would show the take on Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _TwoLines(Label):
    """Two short lines that never widen the page; cut at the end, whole in the tooltip."""

    def __init__(self) -> None:
        super().__init__("", 13, tone="ink2")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lines: tuple[str, ...] = ()

    def tell(self, *lines: str) -> None:
        """Say these."""
        self._lines = tuple(line for line in lines if line)
        self.setToolTip("\n".join(self._lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room, metrics = self.width(), self.fontMetrics()
        cut = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in self._lines)
        self.setText("\n".join(cut))


def _put(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.setCursorPosition(0)
