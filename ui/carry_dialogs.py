"""Where to, and where from: the two questions before the history is taken elsewhere or back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.carry_control import CarryControl
from ui.documents import documents

ALL = "All takes, to bring back later (*.zip)"
CHOSEN = "The {number:,} chosen takes, to bring back later (*.zip)"
PAGE = "This take as a page for any browser (*.html)"


def ask_where_to(parent: QWidget, carry: CarryControl, chosen: list[str]) -> None:
    """Export all takes, or the chosen ones if they are several; a single one may become a page instead."""
    dialog = QFileDialog(parent, "Export takes")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(documents())
    several = CHOSEN.format(number=len(chosen))
    dialog.setNameFilters([several if len(chosen) > 1 else ALL] + ([PAGE] if len(chosen) == 1 else []))
    dialog.selectFile("ringback-history.zip")
    dialog.fileSelected.connect(lambda path: export(carry, path, chosen, dialog.selectedNameFilter()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def export(carry: CarryControl, path: str, chosen: list[str], kind: str) -> None:
    """Write what `kind` (one of the three choices) names, under the ending that belongs to it."""
    if kind == PAGE:
        carry.export_page(chosen[0], str(Path(path).with_suffix(".html")))
    else:
        carry.export(None if kind == ALL else chosen, str(Path(path).with_suffix(".zip")))


def ask_where_from(parent: QWidget, carry: CarryControl) -> None:
    """Import what was exported before."""
    dialog = QFileDialog(parent, "Import takes")
    dialog.setNameFilter("Exported history (*.zip)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(carry.import_from)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
