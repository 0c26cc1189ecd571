"""The sections of Settings, one file each. Every change is kept at once."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Section(QWidget):
    """Cards under each other (`body`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(14)

    def enter(self) -> None:
        """It is shown now (each time); reads the settings afresh."""

    def leave(self) -> None:
        """It is not shown any more: keep what is half typed, stop sounds."""

    def main(self) -> QWidget | None:
        """Where the focus goes when the page opens here; None: to the list of sections."""
        return None
