"""The questions before scenarios are taken in or given away: where from, what of it, where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.save_dialog import ZIP, agreed, save_dialog
from ui.shelf_control import ShelfControl

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving

_PACKS = "Scenario packs (*.zip)"


def pack_among(dragged: QMimeData) -> str:
    """Path of the pack among what is dragged over the page; "" without one."""
    paths = (url.toLocalFile() for url in dragged.urls())
    return next((path for path in paths if path.lower().endswith(".zip")), "")


def ask_where_from(parent: QWidget, shelf: ShelfControl) -> None:
    """Look into a pack."""
    dialog = QFileDialog(parent, "Import scenarios")
    dialog.setNameFilter(_PACKS)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(shelf.look_into)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_what_of_it(parent: QWidget, shelf: ShelfControl, pack: Path, arriving: Sequence[Arriving]) -> None:
    """Show what is in a pack, and take in what is chosen of it."""
    from ui.import_dialog import ImportDialog  # wanted by few visits to the page

    dialog = ImportDialog(pack.name, arriving, parent)
    dialog.accepted.connect(lambda: shelf.take_in(pack, dialog.lines.ways()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_where_to(parent: QWidget, shelf: ShelfControl, ids: Sequence[str]) -> None:
    """Write these scenarios into a pack."""
    name = f"{ids[0] if len(ids) == 1 else 'ringback-scenarios'}{ZIP}"
    dialog = save_dialog(parent, "Export scenarios", name, _PACKS)
    dialog.fileSelected.connect(lambda path: shelf.export(ids, agreed(path, ZIP)))
    dialog.open()
