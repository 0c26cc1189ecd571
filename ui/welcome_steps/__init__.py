"""The steps of Welcome, one file each. Each can be left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.label import Label


class Step(QWidget):
    """One step: a 28 px sentence, a line under it, and what there is to do (`body`).

    `next_text` is on the button that goes on; with `next_is_main` it is the one thing to do here.
    `other_text` is on a second, quiet button ("" for none).

    Signals:
        changed: one of these is another now.
        turned: `main` is another now.
    """

    changed = Signal()
    turned = Signal()
    next_text = "Continue"
    next_is_main = True
    other_text = ""

    def __init__(self, sentence: str, under: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 20, 20, 20)
        self.body.setSpacing(8)
        self.sentence, self.under = Label(sentence, 28, 600, wrap=True), Label(under, tone="ink2", wrap=True)
        self.body.addWidget(centred(self.sentence))
        self.body.addWidget(centred(self.under))
        self.body.addSpacing(12)

    def enter(self) -> None:
        """It is shown now."""

    def leave(self) -> None:
        """Another step, or screen, is shown now."""

    def finish(self) -> bool:
        """The button that goes on was pressed; False to stay because something is to be mended first."""
        return True

    def main(self) -> QWidget | None:
        """Where the focus goes; None: to the button that goes on."""
        return None


def centred(label: Label) -> Label:
    """`label` with its text in the middle."""
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def in_the_middle(widget: QWidget, most: int) -> QHBoxLayout:
    """`widget` in the middle, as wide as there is room, at most `most` px."""
    widget.setMaximumWidth(most)
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(widget, 1000)
    line.addStretch(1)
    return line
