"""Which engine hears, and the three ways to another one: fetch it, bring it, or use what is here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.model_control import ModelControl
from ui.models.engine_words import MODEL_SIZE, engine_detail, engine_proven, megabytes
from ui.models.phrasing import engine_title
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.form import note, say
from ui.widgets.label import Label
from ui.widgets.option_row import OptionRow
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Engines

SMALL_ENGLISH = "vosk:vosk-model-small-en-us-0.15"
_NONE_TITLE = "Nothing here can hear English yet"
_NONE_DETAIL = (
    "Your takes are kept all the same, and can be heard once there is a model. "
    "The embedded engine is not here either; it comes with: python3 run.py"
)
_BUSY = "Something else is being done with a model. Wait until it is done."


class ModelPanel(QWidget):
    """Shows a `ModelControl` and passes on what the user wants of it.

    Signals:
        changed: the engine in force, or what is being done, may be another.
    """

    changed = Signal()

    def __init__(self, control: ModelControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._shown: tuple[str, ...] | None = None
        self.rows: dict[str, OptionRow] = {}
        """Engine -> its row, where there is a choice."""
        self._group = QButtonGroup(self)
        self.fetch = Button(f"Fetch {engine_title(SMALL_ENGLISH)}", icon="download")
        self.fetch.clicked.connect(control.fetch)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(control.cancel_fetch)
        self.from_zip, self.from_folder = Button("From a zip…"), Button("From a folder…")
        self.from_zip.clicked.connect(self._ask_for_zip)
        self.from_folder.clicked.connect(self._ask_for_folder)
        self._lay_out()
        control.changed.connect(self._show)
        control.progressed.connect(self._show_progress)

    @property
    def text(self) -> str:
        """The sentence about the last piece of work; "" while there is none."""
        return self._message.text()

    def refresh(self) -> None:
        """Show what is known, and look for what is here now."""
        self._show()
        self._control.look()

    @Slot()
    def _show(self) -> None:
        engines = self._control.engines
        if engines:
            self._show_engines(engines)
        self._show_ways(can_fetch=engines is not None and SMALL_ENGLISH not in engines.here)
        doing = {"importing": "Checking and copying the model…", "removing": "Removing the model…"}
        sentence = doing.get(self._control.busy, self._control.message)
        if sentence and sentence != self._message.text():
            announce(self, sentence)
        say(self._message, sentence)
        self.changed.emit()

    def _show_ways(self, *, can_fetch: bool) -> None:
        """The ways to another model, or how far the one that is being gone has come."""
        fetching = self._control.busy == "fetching"
        self.fetch.setHidden(fetching or not can_fetch)
        self._fetch_note.setHidden(self.fetch.isHidden())
        if self._progress.isHidden() == fetching:
            self._show_progress(0, 0)
        for widget in (self._progress, self._amount, self.cancel):
            widget.setVisible(fetching)
        for button in (self.fetch, self.from_zip, self.from_folder):
            button.setEnabled(not self._control.busy)
            button.setToolTip(_BUSY if self._control.busy else "")

    # ------------------------------------------------------------------ engines

    def _show_engines(self, engines: Engines) -> None:
        if engines.here != self._shown:
            self._shown = engines.here
            self._list_engines(engines)
        if engines.in_force in self.rows:
            self.rows[engines.in_force].setChecked(True)

    def _list_engines(self, engines: Engines) -> None:
        while item := self._list.takeAt(0):
            widget = item.widget()
            if widget:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        if not engines.here:
            self._list.addWidget(StatusRow("unsure", _NONE_TITLE, _NONE_DETAIL))
        for engine in engines.here:
            row = self._option(engine) if len(engines.here) > 1 else _only(engine)
            self._list.addWidget(row)
            if engine in engines.removable:
                row.trailing.addWidget(self._remove_button(engine))

    def _option(self, engine: str) -> OptionRow:
        row = self.rows[engine] = OptionRow(engine_title(engine), _about(engine))
        row.clicked.connect(partial(self._choose, engine))
        self._group.addButton(row)
        return row

    def _remove_button(self, engine: str) -> Button:
        remove = Button("Remove", "quiet")
        remove.setAccessibleName(f"Remove {engine_title(engine)}")
        remove.clicked.connect(partial(self._remove, engine))
        return remove

    def _choose(self, engine: str, _checked: bool = False) -> None:
        self._control.choose(engine)

    def _remove(self, engine: str, _checked: bool = False) -> None:
        self._control.remove(engine)

    # ------------------------------------------------------------------ bringing one

    @Slot()
    def _ask_for_zip(self) -> None:
        dialog = QFileDialog(self, "Choose the model’s zip")
        dialog.setNameFilter("Speech models (*.zip)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog)

    @Slot()
    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, "Choose the model’s folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self._control.import_from)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(int, int)
    def _show_progress(self, done: int, in_all: int) -> None:
        """A share where the whole is known, else a line that moves."""
        self._progress.setRange(0, 1000 if in_all else 0)
        if in_all:
            self._progress.setValue(int(1000 * done / in_all))
        self._amount.setText(megabytes(done, in_all) if done else "Connecting…")

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Download")
        self._amount = Label(size=13, tone="ink2", tabular=True)
        self._fetch_note = note(f"{MODEL_SIZE}, once, from its makers, alphacephei.com. Can be resumed.")
        self._message = Label(wrap=True)
        self._message.hide()
        fetching = QHBoxLayout()
        fetching.setSpacing(12)
        fetching.addWidget(self.fetch)
        fetching.addWidget(self._progress, 1)
        fetching.addWidget(self._amount)
        fetching.addWidget(self.cancel)
        fetching.addStretch(0)
        bringing = QHBoxLayout()
        bringing.setSpacing(12)
        bringing.addWidget(self.from_zip)
        bringing.addWidget(self.from_folder)
        bringing.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._list)
        column.addLayout(_with_note(fetching, self._fetch_note))
        column.addLayout(_with_note(bringing, note("A Vosk model that you have, for instance on a stick.")))
        column.addWidget(self._message)


def _with_note(line: QHBoxLayout, below: Label) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addLayout(line)
    column.addWidget(below)
    return column


def _only(engine: str) -> StatusRow:
    return StatusRow("met", engine_title(engine), _about(engine))


def _about(engine: str) -> str:
    return f"{engine_detail(engine)} {engine_proven(engine)}"
