"""Scripts: the user's own words for a message or a call back, checked and timed as they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from trainer.records import Script
from trainer.scripts.checking import Checked, places
from ui.bridge import Bridge
from ui.models.page_words import guide_words
from ui.models.phrasing import started, when
from ui.models.script_marks import script_marks
from ui.models.script_words import (
    NOTHING_YET,
    STANDS_FOR,
    check_groups,
    heard_words,
    pace_words,
    points_words,
    script_line,
    script_title,
    spoken_script,
    total_words,
)
from ui.screens import Navigate, Screen
from ui.script_judge import ScriptJudge
from ui.script_keeper import ScriptKeeper
from ui.script_menu import ScriptMenu
from ui.script_naming import ScriptNaming
from ui.script_people import ScriptPeople
from ui.script_points import PointControl
from ui.script_shelf import ScriptShelf
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.notice import EmptyPage
from ui.widgets.script_page import ScriptPage

TITLE = "Scripts"
ICON = "file-text"
ORDER = 50

_NOT_EMPTY = "Write something first."


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return ScriptsScreen(services, bridge, navigate)


class ScriptsScreen(Screen):
    """Shows one script: the one it was entered with, or that was shown last."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services = services
        self._script: Script | None = None
        self._written = False
        self.page = ScriptPage()
        self.empty = EmptyPage(
            "No scripts yet",
            "Write down what you want to say. What it earns and how long it takes is shown as you write.",
            "New script",
        )
        self.shelf = ScriptShelf(services.scripts, bridge, self)
        self.keeper = ScriptKeeper(services.scripts, bridge, self)
        self.judge = ScriptJudge(services.scripts, bridge, self)
        self.menu = ScriptMenu(services.scripts, bridge, self.page, self)
        self.points, self.naming = PointControl(self.page, self), ScriptNaming(self.page, self)
        self.people = ScriptPeople(services, bridge, navigate, self.page, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())  # until the list is here there is nothing to write into
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.empty)
        self._connect()
        self._add_keys()

    @property
    def script(self) -> Script | None:
        """What is shown."""
        return self._script

    def enter(self, subject: str | None) -> None:
        """Show the script `subject`, or the one that was shown before."""
        self.page.notice.tell("")
        # Who types before the list is here types into what is shown, and that is kept.
        self.keeper.follow(self._script)
        self._written = False
        self.shelf.renew(subject or (self._script.id if self._script else ""))

    def leave(self) -> None:
        """What is written is kept, and is a version of its own by the next visit."""
        self.menu.stop_looking()
        self.keeper.follow(None)

    def escape(self) -> bool:
        """Esc gives up a new name, goes back from an earlier version, or from the text to the list."""
        if self.naming.on:
            self.naming.end()
        elif self.menu.looking:
            self.menu.stop_looking()
        elif self.page.editor.hasFocus():
            self.page.list.setFocus()
        else:
            return False
        return True

    # ------------------------------------------------------------------ which script

    @Slot(str)
    def _on_listed(self, wanted: str) -> None:
        self._stack.setCurrentWidget(self.page if self.shelf.all else self.empty)
        if not self.shelf.all:
            self._script = None
            self.keeper.follow(None)
            self.empty.button.setFocus()
            return
        shown = self._script.id if self._script else ""
        script = self.shelf.script(wanted) or self.shelf.script(shown) or self.shelf.all[0]
        if self._script and script.id == shown and self._written:
            self.shelf.put(self._script)
        else:
            self._show(script)
            (self.page.editor if not script.text else self.page.list).setFocus()

    @Slot(str)
    def _choose(self, script_id: str) -> None:
        script = self.shelf.script(script_id)
        if script:
            self._show(script)

    def _show(self, script: Script) -> None:
        """Another script; what was written in the one before is kept."""
        self.menu.stop_looking()
        self.naming.end()
        self.keeper.follow(script)
        self._script, self._written = script, False
        self.menu.follow(script, self.shelf.pace)
        self.page.editor.show_script(script.text, script.version.points)
        moment = started(script.version.saved_utc, script.version.utc_offset_min)
        self.page.kept.setText(f"saved {when(moment, datetime.now().astimezone())}")
        self._tell_list()
        self._tell_script()
        self.judge.follow(script, self.page.editor.text(), self.shelf.pace)

    def _tell_list(self) -> None:
        lines = [script_line(one, self.shelf.pace) for one in self.shelf.all]
        self.page.list.show_lines(lines, self._script.id if self._script else None)

    def _tell_script(self) -> None:
        assert self._script is not None
        page, points = self.page, self._script.version.points
        page.title.setText(script_title(self._script))
        page.points.setText(points_words(len(points), sum(point.must for point in points)))
        empty = not self._script.text.strip()
        page.practise.setEnabled(not empty)
        page.practise.setToolTip(_NOT_EMPTY if empty else "")

    # ------------------------------------------------------------------ writing

    @Slot()
    def _on_written(self) -> None:
        if self._script is None or self.menu.looking:
            return
        self._written = True
        text, points = self.page.editor.text(), self.page.editor.points()
        self._script = replace(self._script, version=replace(self._script.version, text=text, points=points))
        self.shelf.put(self._script)
        self.keeper.changed(text, points)
        self.judge.changed(text)

    @Slot(object)
    def _on_changed(self, script: Script) -> None:
        """It is called something else, or says something else."""
        if self._script and script.id == self._script.id:
            self._script = script
            self._tell_script()
        self._tell_list()

    @Slot(object)
    def _on_saved(self, script: Script) -> None:
        # Letters may have been typed since; they are on their way.
        now = self.shelf.script(script.id)
        if now:
            newest = replace(script.version, text=now.text, points=now.version.points)
            self.shelf.put(replace(script, version=newest))
        if self._script and script.id == self._script.id:
            self.page.kept.setText("saved a moment ago")

    @Slot(str)
    def _on_not_saved(self, why: str) -> None:
        self.page.kept.setText("not saved")
        self.page.notice.tell(why)

    @Slot()
    def _on_left(self) -> None:
        """The hands rest: each clause on a line of its own."""
        if self._written and not self.menu.looking:
            self.page.editor.by_clause()

    @Slot(str, object)
    def _on_judged(self, text: str, checked: Checked) -> None:
        page = self.page
        page.editor.show_marks(text, script_marks(text, checked))
        page.total.setText(total_words(checked))
        page.pace.setText(pace_words(checked.pace))
        page.ribbon.show_script(spoken_script(checked), checked.band)
        page.check.guide.setText(guide_words(checked.feedback, self._services.guides))
        if checked.words:
            page.check.show_groups(check_groups(checked, self._services.articles), heard_words(checked))
        else:
            anyones = self._script is not None and self._script.prospect_id is None
            page.check.say(f"{NOTHING_YET} {STANDS_FOR}" if anyones else NOTHING_YET)

    @Slot(int, int)
    def _show_clause(self, first: int, last: int) -> None:
        found = places(self.page.editor.text())
        if last < len(found):
            self.page.editor.choose_words((found[first][0], found[last][1]))
            self.page.editor.setFocus()

    # ------------------------------------------------------------------ practise, rename, delete

    @Slot()
    def _practise(self) -> None:
        if self._script and self._script.text.strip():
            self.keeper.keep()
            self.people.practise(self._script)

    @Slot()
    def _rename(self) -> None:
        if self._script:
            self.naming.begin(self._script)

    @Slot()
    def _duplicate(self) -> None:
        if self._script:
            self.keeper.keep()
            self.shelf.duplicate(self._script.id)

    @Slot()
    def _delete(self) -> None:
        if self._script:
            self.keeper.keep()
            self.shelf.delete(self._script)

    @Slot(object)
    def _on_deletion(self, script: Script | None) -> None:
        sentence = f"“{script_title(script)}” deleted with its versions." if script else ""
        self.page.undo_bar.tell(sentence, "Undo")
        if sentence:
            announce(self, sentence)

    # ------------------------------------------------------------------ connections

    def _connect(self) -> None:
        page, shelf = self.page, self.shelf
        self.people.new_wanted.connect(shelf.begin)
        shelf.listed.connect(self._on_listed)
        shelf.changed.connect(self._on_changed)
        shelf.deletion.connect(self._on_deletion)
        shelf.refused.connect(page.notice.tell)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_not_saved)
        self.judge.judged.connect(self._on_judged)
        self.judge.failed.connect(page.check.say)
        self.menu.rename.connect(self._rename)
        self.menu.duplicate.connect(self._duplicate)
        self.menu.delete.connect(self._delete)
        self.menu.brought_back.connect(self._on_written)
        self.menu.showing.connect(self.judge.changed)
        self.empty.chosen.connect(self.people.ask_for_whom)
        page.new.clicked.connect(self.people.ask_for_whom)
        page.practise.clicked.connect(self._practise)
        page.undo_bar.chosen.connect(shelf.undo)
        page.list.chosen.connect(self._choose)
        page.list.entered.connect(page.editor.setFocus)
        page.list.deletion_wanted.connect(self._delete)
        self.naming.named.connect(shelf.rename)
        page.editor.written.connect(self._on_written)
        page.editor.left.connect(self._on_left)
        page.ribbon.clause_chosen.connect(self._show_clause)

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self._practise),
            ("Ctrl+Enter", self._practise),
            ("Ctrl+K", self.points.toggle_point),
            ("Ctrl+Shift+K", self.points.toggle_must),
            ("Ctrl+N", self.people.ask_for_whom),
            ("F2", self._rename),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
