"""Scenarios: everything that can be practised, looked through, heard, started, taken in and given away."""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from trainer.own_scenarios import FOLDER, own_ids
from trainer.records import AttemptRow
from trainer.skills_trained import TRAINED, SkillsTrained
from ui import scenario_menu, shelf_dialogs
from ui.bridge import Bridge
from ui.due_queue import DueQueue
from ui.models.scenario_cards import CardFilter, CardModel, cards
from ui.scenario_menu import Acts
from ui.screens import Navigate, Screen, find
from ui.services import Services
from ui.shelf_control import ShelfControl
from ui.voice_preview import VoicePreview
from ui.widgets.announce import announce
from ui.widgets.library_page import LibraryPage

if TYPE_CHECKING:  # the window opens before what reads packs
    from trainer.packs import Arriving

TITLE = "Scenarios"
ICON = "layout-grid"
ORDER = 40

EDITOR = "edit_scenario"
"""The screen that writes scenarios; subject: "" for a new one, "edit:ID" or "copy:ID"."""
_PAINTED_MS = 50
"""By then a visit has its page painted, from which what is due of thousands would keep the window."""


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return ScenariosScreen(services, bridge, navigate)


class ScenariosScreen(Screen):
    """Cards with search and choices; the keys and the menu of a card do what can be done with it."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._can_edit = EDITOR in find()
        self.cards = CardModel(SkillsTrained(services.guide_records).of, self)
        self.page = LibraryPage(self.cards, TRAINED)
        self.grid, self.filters, self.news = self.page.grid, self.page.filters, self.page.news
        self.voice = VoicePreview(services, self)
        self.shelf = ShelfControl(services, bridge, self)
        self._due = DueQueue(services, bridge)
        self._tried: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self._known: tuple[object, ...] = ()
        """What the cards were made of last."""
        # What is asked for at a visit is answered bit by bit: thousands of cards are put once for all of it.
        self._answered = QTimer(self)
        self._answered.setSingleShot(True)
        self._answered.timeout.connect(self._put)
        self.setAcceptDrops(True)
        self.page.new.setVisible(self._can_edit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self._connect()

    def enter(self, subject: str | None) -> None:
        """Look at the library anew; `subject`: a scenario to put the keys on."""
        self._put_library()
        if subject:
            self.grid.choose(subject)
        self.grid.setFocus()
        QTimer.singleShot(_PAINTED_MS, self, self._ask)

    @Slot()
    def _ask(self) -> None:
        self._services.shelf.look_again()
        self._bridge.when_done(self._services.review.rows(), self._on_rows)
        self._due.ask()

    def leave(self) -> None:
        """Silence the voice; only what can still be undone is told longer."""
        self.voice.stop()
        if not self.shelf.can_undo:
            self.shelf.forget()

    def escape(self) -> bool:
        """Esc lets several cards go, takes news as read, then gives up what is looked for."""
        if self.page.chosen.isVisible():
            self._let_go()
        elif self.news.text:
            self.shelf.forget()
        elif self.cards.wanted != CardFilter():
            self._clear()
        else:
            return False
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A pack may be dropped here."""
        if shelf_dialogs.pack_among(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look into what was dropped."""
        self.shelf.look_into(shelf_dialogs.pack_among(event.mimeData()))

    # ------------------------------------------------------------------ the library

    def _put_library(self) -> None:
        self._own = own_ids(self._services.data_dir / FOLDER)
        self._put()

    @Slot()
    def _put(self) -> None:
        self._answered.stop()
        due = frozenset(one.id for one in self._due.scenarios())
        favourites = self._services.settings.favourite_scenarios
        known = (self._services.scenarios, self._own, self._tried, due, favourites)
        if known == self._known:
            return
        self._known = known
        current = self.grid.current
        among = {card.scenario.id for card in self.grid.chosen_cards()}
        self.cards.put(cards(known[0], own=self._own, tried=self._tried, due=due, favourites=favourites))
        self.filters.offer_industries(self.cards.industries)
        self.grid.choose(current.scenario.id if current else "", among)
        self.page.settle()

    @Slot()
    def _on_library(self) -> None:
        if self.voice.playing not in {one.id for one in self._services.scenarios}:
            self.voice.stop()
        if self.isVisible():
            self._put_library()
            self._due.ask()

    def _on_rows(self, rows: list[AttemptRow]) -> None:
        tried = frozenset(row.scenario_id for row in rows if row.state == "judged")
        if tried != self._tried:
            self._tried = tried
            self._answered.start()

    @Slot()
    def _look(self) -> None:
        current = self.grid.current
        self.cards.look_for(self.filters.wanted())
        self.grid.choose(current.scenario.id if current else "")
        self.page.settle()

    @Slot()
    def _clear(self) -> None:
        self.filters.clear()
        self.grid.setFocus()

    # ------------------------------------------------------------------ one card

    @Slot(str)
    def _start(self, scenario_id: str) -> None:
        self._navigate("call", scenario_id)

    @Slot()
    def _to_phone_test(self) -> None:
        self._navigate("phone_test")

    @Slot(str)
    def _hear(self, scenario_id: str) -> None:
        self.voice.toggle(next(one for one in self._services.scenarios if one.id == scenario_id))

    @Slot(str)
    def _mark(self, scenario_id: str) -> None:
        settings = self._services.settings
        marked = scenario_id not in settings.favourite_scenarios
        rest = tuple(one for one in settings.favourite_scenarios if one != scenario_id)
        favourites = (*rest, scenario_id) if marked else rest
        try:
            self._services.save_settings(dataclasses.replace(settings, favourite_scenarios=favourites))
        except OSError as error:
            self.page.tell(f"That could not be kept ({error.strerror}). Free some space and try again.")
            return
        announce(self, "A favourite" if marked else "No longer a favourite")
        self._put()

    @Slot()
    def _write(self) -> None:
        if self._can_edit:
            self._navigate(EDITOR, "")

    def _edit(self, how: str) -> None:
        """`how`: "edit" or "copy"."""
        card = self.grid.current
        if self._can_edit and card and (card.is_own or how == "copy"):
            self._navigate(EDITOR, f"{how}:{card.scenario.id}")

    @Slot(QPoint)
    def _offer(self, place: QPoint) -> None:
        chosen = self.grid.chosen_cards()
        if not chosen:
            return
        name = chosen[0].scenario.id
        acts = Acts(
            start=partial(self._start, name),
            hear=partial(self._hear, name),
            mark=partial(self._mark, name),
            export=self._export,
            remove=self._remove,
            edit=partial(self._edit, "edit") if self._can_edit else None,
            duplicate=partial(self._edit, "copy") if self._can_edit else None,
        )
        scenario_menu.pop_up(self, chosen, acts, place)

    # ------------------------------------------------------------------ what comes and goes

    @Slot()
    def _bring(self) -> None:
        shelf_dialogs.ask_where_from(self, self.shelf)

    @Slot()
    def _export(self) -> None:
        ids = [card.scenario.id for card in self.grid.chosen_cards()]
        if ids:
            shelf_dialogs.ask_where_to(self, self.shelf, ids)

    @Slot()
    def _remove(self) -> None:
        chosen = self.grid.chosen_cards()
        own = [card.scenario.id for card in chosen if card.is_own]
        if own:
            self.shelf.remove(own)
        elif chosen:
            self.page.tell("What came with Ringback stays. Only your own can be removed.", "")

    @Slot(Path, tuple)
    def _ask_what_of_it(self, pack: Path, arriving: tuple[Arriving, ...]) -> None:
        shelf_dialogs.ask_what_of_it(self, self.shelf, pack, arriving)

    @Slot()
    def _let_go(self) -> None:
        if self.grid.current:
            self.grid.choose(self.grid.current.scenario.id)
        self.grid.setFocus()

    # ------------------------------------------------------------------ layout

    def _connect(self) -> None:
        self.filters.changed.connect(self._look)
        for leaving in (self.filters.search.left_downwards, self.filters.search.entered):
            leaving.connect(self.grid.setFocus)
        self._due.changed.connect(self._answered.start)
        self._bridge.library_changed.connect(self._on_library)
        self.voice.changed.connect(self.grid.show_playing)
        self.grid.wanted.connect(self._start)
        self.grid.voice_wanted.connect(self._hear)
        self.grid.favourite_wanted.connect(self._mark)
        self.grid.left_upwards.connect(self.filters.search.setFocus)
        self.grid.menu_wanted.connect(self._offer)
        self.page.nothing.chosen.connect(self._clear)
        self.news.chosen.connect(self.shelf.undo)
        self.shelf.told.connect(self.page.tell)
        self.shelf.previewed.connect(self._ask_what_of_it)
        self.shelf.came.connect(self.grid.choose)
        self.page.chosen.export_wanted.connect(self._export)
        self.page.chosen.let_go.connect(self._let_go)
        for wanted in (self.grid.removal_wanted, self.page.chosen.removal_wanted):
            wanted.connect(self._remove)
        self.page.phone_test.clicked.connect(self._to_phone_test)
        self.page.bring.clicked.connect(self._bring)
        self.page.export.clicked.connect(self._export)
        self.page.new.clicked.connect(self._write)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.filters.search.setFocus),
            (QKeySequence(QKeySequence.StandardKey.Undo), self.shelf.undo),
            (QKeySequence("Ctrl+E"), self._export),
            (QKeySequence("Ctrl+N"), self._write),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for letter, how in (("E", "edit"), ("D", "copy")):
            shortcut = QShortcut(QKeySequence(letter), self.grid)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._edit, how))
