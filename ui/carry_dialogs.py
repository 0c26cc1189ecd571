"""Where to, and where from: the two questions before the history is taken elsewhere or back."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.carry_control import CarryControl
from ui.documents import documents

ALL = "All takes, to bring back later (*.zip)"
CHOSEN = "The {number:,} chosen takes, to bring back later (*.zip)"
PAGE = "This take as a page for any browser (*.html)"
_ZIP, _HTML = ".zip", ".html"
_HISTORY = f"ringback-history{_ZIP}"


def page_name(prospect: str, day: date) -> str:
    """ "dana-whitfield-2026-11-22.html": whoever gets several pages can tell them apart."""
    words = re.sub(r"[\W_]+", "-", prospect.lower()).strip("-") or "take"
    return f"{words[:60]}-{day}{_HTML}"


def ask_where_to(parent: QWidget, carry: CarryControl, chosen: list[str], page: str) -> None:
    """Export all takes, or the chosen ones if they are several; a single one may become a page instead.

    `page` is what such a page is called unless the user says otherwise.
    """
    dialog = _asking(parent, "Export takes", _HISTORY)
    several = CHOSEN.format(number=len(chosen))
    dialog.setNameFilters([several if len(chosen) > 1 else ALL] + ([PAGE] if len(chosen) == 1 else []))
    dialog.filterSelected.connect(partial(name_for, dialog, page))
    dialog.fileSelected.connect(lambda path: export(carry, path, chosen, dialog.selectedNameFilter()))
    dialog.open()


def ask_where_page(parent: QWidget, page: str, write: Callable[[Path], None]) -> None:
    """Where one take goes as a page, called `page` unless the user says otherwise; then `write` it there."""
    dialog = _asking(parent, "Save this take as a page", page)
    dialog.setNameFilter(PAGE)
    dialog.fileSelected.connect(lambda path: write(_under(path, _HTML)))
    dialog.open()


def name_for(dialog: QFileDialog, page: str, kind: str) -> None:
    """Another kind of file was chosen: its usual name, or the user's own with the ending that belongs to it.

    Only so does the dialog itself ask before a file is replaced.
    """
    ending, usual, other = (_HTML, page, _HISTORY) if kind == PAGE else (_ZIP, _HISTORY, page)
    dialog.setDefaultSuffix(ending)
    now = Path(next(iter(dialog.selectedFiles()), other))
    # Some dialogs have changed the ending already.
    stem = _stem(now)
    dialog.selectFile(usual if stem == _stem(Path(other)) else f"{stem}{ending}")


def export(carry: CarryControl, path: str, chosen: list[str], kind: str) -> None:
    """Write what `kind` (one of the three choices) names, under the ending that belongs to it."""
    if kind == PAGE:
        carry.export_page(chosen[0], str(_under(path, _HTML)))
    else:
        carry.export(None if kind == ALL else chosen, str(_under(path, _ZIP)))


def ask_where_from(parent: QWidget, carry: CarryControl) -> None:
    """Import what was exported before."""
    dialog = QFileDialog(parent, "Import takes")
    dialog.setNameFilter("Exported history (*.zip)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(carry.import_from)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _asking(parent: QWidget, title: str, name: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(documents())
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _under(path: str, ending: str) -> Path:
    """The path with this ending. Where the dialog gave another one, no file was agreed to be replaced."""
    chosen = Path(path)
    if chosen.suffix.lower() == ending:
        return chosen
    stem = _stem(chosen)
    names = (f"{stem}{f' ({number})' if number > 1 else ''}{ending}" for number in itertools.count(1))
    return next(place for name in names if not (place := chosen.with_name(name)).exists())


def _stem(path: Path) -> str:
    """The name without an ending of ours; "takes 1.2" has none."""
    return path.stem if path.suffix.lower() in (_ZIP, _HTML) else path.name
