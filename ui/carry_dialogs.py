"""Where to, and where from: the two questions before the history is taken elsewhere or back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.carry_control import CarryControl
from ui.save_dialog import HTML, ZIP, agreed, expect_ending, save_dialog, stem_of

ALL = "All takes, to bring back later (*.zip)"
CHOSEN = "The {number:,} chosen takes, to bring back later (*.zip)"
PAGE = "This take as a page for any browser (*.html)"
_HISTORY = f"ringback-history{ZIP}"


def page_name(prospect: str, day: date) -> str:
    """ "dana-whitfield-2026-11-22.html": whoever gets several pages can tell them apart."""
    words = re.sub(r"[\W_]+", "-", prospect.lower()).strip("-") or "take"
    return f"{words[:60]}-{day}{HTML}"


def ask_where_to(parent: QWidget, carry: CarryControl, chosen: list[str], page: str) -> None:
    """Export all takes, or the chosen ones if they are several; a single one may become a page instead.

    `page` is what such a page is called unless the user says otherwise.
    """
    kinds = [CHOSEN.format(number=len(chosen)) if len(chosen) > 1 else ALL, *([PAGE] * (len(chosen) == 1))]
    dialog = save_dialog(parent, "Export takes", _HISTORY, *kinds)
    dialog.filterSelected.connect(partial(name_for, dialog, page))
    dialog.fileSelected.connect(lambda path: export(carry, path, chosen, dialog.selectedNameFilter()))
    dialog.open()


def ask_where_page(parent: QWidget, page: str, write: Callable[[Path], None]) -> None:
    """Where one take goes as a page, called `page` unless the user says otherwise; then `write` it there."""
    dialog = save_dialog(parent, "Save this take as a page", page, PAGE)
    dialog.fileSelected.connect(lambda path: write(agreed(path, HTML)))
    dialog.open()


def name_for(dialog: QFileDialog, page: str, kind: str) -> None:
    """Another kind of file was chosen: its usual name, or the user's own with the ending that belongs to it.

    Only so does the dialog itself ask before a file is replaced.
    """
    ending, usual, other = (HTML, page, _HISTORY) if kind == PAGE else (ZIP, _HISTORY, page)
    expect_ending(dialog, ending)
    now = Path(next(iter(dialog.selectedFiles()), other))
    # Some dialogs have changed the ending already.
    stem = stem_of(now)
    dialog.selectFile(usual if stem == stem_of(Path(other)) else f"{stem}{ending}")


def export(carry: CarryControl, path: str, chosen: list[str], kind: str) -> None:
    """Write what `kind` (one of the three choices) names, under the ending that belongs to it."""
    if kind == PAGE:
        carry.export_page(chosen[0], str(agreed(path, HTML)))
    else:
        carry.export(None if kind == ALL else chosen, str(agreed(path, ZIP)))


def ask_where_from(parent: QWidget, carry: CarryControl) -> None:
    """Import what was exported before."""
    dialog = QFileDialog(parent, "Import takes")
    dialog.setNameFilter("Exported history (*.zip)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(carry.import_from)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
