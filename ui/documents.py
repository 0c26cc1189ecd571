"""Where files that people name themselves go first, and a way to where they went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from ui.bridge import Bridge


def documents() -> str:
    """The user's folder of documents; their home where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return str(folder if folder.is_dir() else Path.home())


def show_folder(folder: Path, bridge: Bridge) -> None:
    """Open the folder in the user's program for folders; where there is none, say where it is."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        bridge.trouble.emit(f"No program here shows folders. It is {folder}.")
