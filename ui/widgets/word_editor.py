"""A field that opens over words to correct them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme


class WordEditor(QLineEdit):
    """Enter keeps, Esc and leaving it do not.

    Signals:
        done: the new words, never empty.
    """

    done = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.font(15))
        self.setAccessibleName("Correct the words")
        self.hide()
        self.returnPressed.connect(self._keep)

    def open(self, text: str, over: QRectF, room: int) -> None:
        """Show `text` for editing over the box `over`, staying left of `room` px."""
        wide = max(120, QFontMetrics(self.font()).horizontalAdvance(text) + 48)
        wide = min(wide, room)
        height = self.sizeHint().height()
        left = min(round(over.left()) - 12, room - wide)
        parent = self.parentWidget()
        lowest = parent.height() - height if parent else 0
        top = min(round(over.center().y() - height / 2), lowest)
        self.setGeometry(max(0, left), max(0, top), wide, height)
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus()

    def cancel(self) -> None:
        """Close without keeping."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, and goes no further."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it is as good as Esc."""
        super().focusOutEvent(event)
        self.hide()

    @Slot()
    def _keep(self) -> None:
        text = " ".join(self.text().split())
        self._close()
        if text:
            self.done.emit(text)

    def _close(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()
        self.hide()
