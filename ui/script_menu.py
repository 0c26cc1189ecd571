"""The quiet menu of a script: its name, a copy, its earlier versions to look at and bring back, its end."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from trainer.records import MarkedPoint, Script, ScriptVersion
from trainer.scripts.pace import Pace
from ui.bridge import Bridge
from ui.models.script_words import version_words
from ui.script_services import Scripts
from ui.widgets.script_page import ScriptPage

_LOOKING = "This is an earlier version: {}. Nothing can be changed in it; Esc goes back to yours."


class ScriptMenu(QObject):
    """Opens at the button with the three dots.

    Signals:
        rename, duplicate, delete: what is wanted for the script that is shown.
        brought_back: the editor holds an earlier version now, as if it had been written.
    showing: the text that the editor holds now, which nobody has written into it.
    """

    rename = Signal()
    duplicate = Signal()
    delete = Signal()
    brought_back = Signal()
    showing = Signal(str)

    def __init__(
        self, scripts: Scripts, bridge: Bridge, page: ScriptPage, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._scripts, self._bridge, self._page = scripts, bridge, page
        self._script: Script | None = None
        self._pace = Pace()
        self._mine: tuple[str, tuple[MarkedPoint, ...]] = ("", ())
        self.looking: ScriptVersion | None = None
        """The earlier version that is shown instead of the newest."""
        self.shown: QMenu | None = None
        page.more.clicked.connect(self._ask)
        page.version_bar.chosen.connect(self._bring_back)

    def follow(self, script: Script, pace: Pace) -> None:
        """The menu is of this script from now on."""
        self._script, self._pace = script, pace

    @Slot()
    def stop_looking(self) -> None:
        """Show the newest version again."""
        if self.looking is not None:
            self._end(*self._mine)

    @Slot()
    def _ask(self) -> None:
        if self._script:
            self._bridge.when_done(self._scripts.versions(self._script.id), self._open)

    def _open(self, versions: list[ScriptVersion]) -> None:
        menu = QMenu(self._page)
        menu.addAction("Rename", self.rename.emit).setShortcut("F2")
        menu.addAction("Duplicate", self.duplicate.emit)
        menu.addAction("One clause a line", self._page.editor.by_clause)
        menu.addSeparator()
        earlier = menu.addMenu("Earlier versions")
        now = datetime.now().astimezone()
        for version in versions[1:]:
            words = version_words(version, self._pace, now)
            earlier.addAction(words, partial(self._look, version, words))
        earlier.setEnabled(len(versions) > 1)
        menu.addSeparator()
        menu.addAction("Delete", self.delete.emit)
        self.shown = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._page.more.mapToGlobal(QPoint(0, self._page.more.height())))

    def _look(self, version: ScriptVersion, words: str) -> None:
        editor = self._page.editor
        if self.looking is None:
            self._mine = editor.text(), editor.points()
        self.looking = version
        editor.show_script(version.text, version.points)
        editor.setReadOnly(True)
        self.showing.emit(version.text)
        self._page.version_bar.tell(_LOOKING.format(words), "Bring it back")
        self._page.version_bar.button.setFocus()

    @Slot()
    def _bring_back(self) -> None:
        if self.looking is not None:
            version = self.looking
            self._end(version.text, version.points)
            self.brought_back.emit()

    def _end(self, text: str, points: tuple[MarkedPoint, ...]) -> None:
        self.looking = None
        self._page.version_bar.tell("")
        self._page.editor.setReadOnly(False)
        self._page.editor.show_script(text, points)
        self.showing.emit(text)
