"""Where everything is written to, with a way there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.form import note, say, stacked
from ui.widgets.label import Label


class DataFolder(QWidget):
    """The path, which can be selected and copied, and a button that opens it."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        # A path has no spaces to break at; without these it would widen the page.
        shown = str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b")
        self.path = Label(shown, 15, 500, wrap=True)
        self.path.setAccessibleName(f"Data folder {folder}")
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = Button("Open folder", icon="folder-open")
        self.open.clicked.connect(self._open)
        self._note = note()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addLayout(stacked(self.path, self._note), 1)
        line.addWidget(self.open)

    @Slot()
    def _open(self) -> None:
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        say(self._note, "" if opened else "No program here shows folders. The path is above.")
