"""Asks where a file goes, so that none is replaced about which the user was not asked.

Every dialog asks before it replaces the file of the name that it was given. An ending that is put to that
name afterwards makes it another file: Qt does so with its default suffix where the dialog is the desktop's
own, GTK's or one that comes through a portal. There the ending is put by us, who know that nobody was asked.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.documents import documents

ZIP, HTML, CSV = ".zip", ".html", ".csv"
_OURS = (ZIP, HTML, CSV)


def save_dialog(parent: QWidget, title: str, name: str, *kinds: str) -> QFileDialog:
    """A dialog to be opened, for a file called `name` unless the user says otherwise; its end deletes it.

    `kinds` are name filters. What it gives is for `agreed`.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDirectory(documents())
    dialog.setNameFilters(kinds)
    expect_ending(dialog, Path(name).suffix)
    dialog.selectFile(name)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def expect_ending(dialog: QFileDialog, ending: str) -> None:
    """Let the dialog put `ending` to a name without one, if it does so before it asks about that name."""
    if sys.platform in ("win32", "darwin") or _is_qts_own(dialog):
        dialog.setDefaultSuffix(ending)


def agreed(path: str, ending: str) -> Path:
    """The path with this ending. Where it gets it only here, nobody was asked, and it is a free name.

    A name that no folder takes is given as it is: whoever writes the file tells what is wrong with it.
    """
    chosen = Path(path)
    if chosen.suffix.lower() == ending:
        return chosen
    stem = stem_of(chosen)
    names = (f"{stem}{f' ({number})' if number > 1 else ''}{ending}" for number in itertools.count(1))
    return next(place for name in names if not _taken(place := chosen.with_name(name)))


def _taken(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:  # too long, for example
        return False


def stem_of(path: Path) -> str:
    """The name without an ending of ours; "takes 1.2" has none."""
    return path.stem if path.suffix.lower() in _OURS else path.name


def _is_qts_own(dialog: QFileDialog) -> bool:
    """Whether Qt draws it; of a dialog of the desktop there are no parts."""
    return dialog.findChild(QLineEdit) is not None
