"""Scenarios: everything that can be practised, to look through, to hear and to start."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout

from trainer.own_scenarios import FOLDER, own_ids
from trainer.records import AttemptRow, Kind
from ui import theme
from ui.bridge import Bridge
from ui.due_queue import DueQueue
from ui.models.phrasing import KIND_WORDS
from ui.models.scenario_cards import (
    DIFFICULTY_WORDS,
    SITUATION_WORDS,
    STANDING_WORDS,
    CardFilter,
    CardModel,
    cards,
)
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.scenario_grid import ScenarioGrid
from ui.widgets.scenario_paint import GAP
from ui.widgets.search_field import SearchField

TITLE = "Scenarios"
ICON = "layout-grid"
ORDER = 40

_TYPING_MS = 80
_KINDS: tuple[Kind, ...] = tuple(kind for kind in KIND_WORDS if kind != "phone-test")
"""The phone test is made of the others and has a page of its own."""


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return ScenariosScreen(services, bridge, navigate)


class ScenariosScreen(Screen):
    """Cards with search, kinds and four more choices; Enter starts, P plays, F marks."""

    _voice_ended = Signal(int)

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self.cards = CardModel(self)
        self.grid = ScenarioGrid(self.cards)
        self.search = SearchField("Find")
        self.count = Label("", 15, tone="ink2", tabular=True)
        self.nothing = Notice("secondary")
        self.phone_test = Button("Phone test", "quiet", icon="clipboard-check")
        self._due = DueQueue(services, bridge)
        self._tried: frozenset[str] = frozenset()
        self._played = 0
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._build()
        self._connect()

    def enter(self, subject: str | None) -> None:
        """Look at the library anew; `subject`: a scenario to put the keys on."""
        self._put()
        self._bridge.when_done(self._services.review.rows(), self._on_rows)
        self._due.ask()
        if subject:
            self.grid.choose(subject)
        self.grid.setFocus()

    def leave(self) -> None:
        """Silence the voice."""
        self._stop()

    def escape(self) -> bool:
        """Esc gives up what is looked for."""
        if self.cards.wanted == CardFilter():
            return False
        self._clear()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have smaller margins."""
        super().resizeEvent(event)
        side = theme.page_margin(self.window().width())
        # The gap beside the last card is where the scroll bar runs.
        self._column.setContentsMargins(side, 14, side - GAP, 0)

    # ------------------------------------------------------------------ the library

    def _put(self) -> None:
        current = self.grid.current
        self.cards.put(
            cards(
                self._services.scenarios,
                own=own_ids(self._services.data_dir / FOLDER),
                tried=self._tried,
                due={one.id for one in self._due.scenarios()},
                favourites=self._services.settings.favourite_scenarios,
            )
        )
        self._offer_industries()
        self.grid.choose(current.scenario.id if current else "")
        self._settle()

    def _on_rows(self, rows: list[AttemptRow]) -> None:
        tried = frozenset(row.scenario_id for row in rows if row.state == "judged")
        if tried != self._tried:
            self._tried = tried
            self._put()

    @Slot()
    def _on_due(self) -> None:
        self._put()

    def _offer_industries(self) -> None:
        box, chosen = self._industries, self._industries.currentData()
        if [box.itemData(place) for place in range(1, box.count())] != self.cards.industries:
            box.clear()
            box.addItem("Any industry", None)
            for industry in self.cards.industries:
                box.addItem(industry[:1].upper() + industry[1:], industry)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    @Slot()
    def _look(self) -> None:
        kind: Kind | None = [None, *_KINDS][self._kinds.checkedId()]
        choices: dict[str, Any] = {name: box.currentData() for name, box in self._boxes.items()}
        current = self.grid.current
        self.cards.look_for(CardFilter(self.search.text(), kind, **choices))
        self.grid.choose(current.scenario.id if current else "")
        self._settle()

    def _settle(self) -> None:
        shown, of = len(self.cards.shown), len(self.cards.all_cards)
        yours = sum("own" in card.standings for card in self.cards.all_cards)
        words = f"{of}, of which {yours} {'is' if yours == 1 else 'are'} yours" if yours else f"{of}"
        self.count.setText(words if shown == of else f"{shown} of {of}")
        self.nothing.tell("" if shown else "No scenario fits all of this.", "Show all")

    @Slot()
    def _clear(self) -> None:
        self.search.clear()
        self._kinds.button(0).setChecked(True)
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        self._look()
        self.grid.setFocus()

    # ------------------------------------------------------------------ what the user does

    @Slot(str)
    def _start(self, scenario_id: str) -> None:
        self._navigate("call", scenario_id)

    @Slot()
    def _to_phone_test(self) -> None:
        self._navigate("phone_test")

    @Slot(str)
    def _hear(self, scenario_id: str) -> None:
        was = self.grid.playing
        self._stop()
        scenario = next(one for one in self._services.scenarios if one.id == scenario_id)
        if was == scenario_id or not scenario.prompts:
            return
        self._played += 1
        self.grid.show_playing(scenario_id)
        ended = partial(self._voice_ended.emit, self._played)
        self._services.listening.play_prompt(scenario.prompts[0].audio, ended)

    @Slot(int)
    def _on_voice_ended(self, number: int) -> None:
        if number == self._played:  # not of one that was stopped for another
            self.grid.show_playing("")

    def _stop(self) -> None:
        if self.grid.playing:
            self._services.listening.stop()
            self.grid.show_playing("")

    @Slot(str)
    def _mark(self, scenario_id: str) -> None:
        settings = self._services.settings
        marked = scenario_id not in settings.favourite_scenarios
        rest = tuple(one for one in settings.favourite_scenarios if one != scenario_id)
        favourites = (*rest, scenario_id) if marked else rest
        try:
            self._services.save_settings(dataclasses.replace(settings, favourite_scenarios=favourites))
        except OSError as error:
            self.nothing.tell(f"That could not be kept ({error.strerror}). Free some space and try again.")
            return
        announce(self, "A favourite" if marked else "No longer a favourite")
        self._put()

    # ------------------------------------------------------------------ layout

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.left_downwards.connect(self.grid.setFocus)
        self._typing.timeout.connect(self._look)
        self._kinds.idToggled.connect(self._look)
        self._due.changed.connect(self._on_due)
        self.grid.wanted.connect(self._start)
        self.grid.voice_wanted.connect(self._hear)
        self.grid.favourite_wanted.connect(self._mark)
        self.grid.left_upwards.connect(self.search.setFocus)
        self.nothing.chosen.connect(self._clear)
        self.phone_test.clicked.connect(self._to_phone_test)
        self._voice_ended.connect(self._on_voice_ended, Qt.ConnectionType.QueuedConnection)
        for box in self._boxes.values():
            box.activated.connect(self._look)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Label("Scenarios", 28, 600))
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.phone_test)
        self._column.addLayout(head)
        self._column.addLayout(self._kind_row())
        self._column.addLayout(self._box_row())
        self._column.addWidget(self.nothing)
        self._column.addWidget(self.grid, 1)

    def _kind_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._kinds = QButtonGroup(self)
        for number, words in enumerate(("All", *(KIND_WORDS[kind] for kind in _KINDS))):
            chip = Chip(words, checked=number == 0)
            self._kinds.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _box_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setMaximumWidth(260)
        row.addWidget(self.search, 100)
        self._industries = _Choice("Industry", {"Any industry": None})
        self._boxes = {
            "industry": self._industries,
            "situation": _Choice("Situation", {"Any situation": None, **_turned(SITUATION_WORDS)}),
            "difficulty": _Choice("Difficulty", {"Any difficulty": None, **_turned(DIFFICULTY_WORDS)}),
            "standing": _Choice("Which", {"All of them": None, **_turned(STANDING_WORDS)}),
        }
        for box in self._boxes.values():
            row.addWidget(box)
        row.addStretch(1)
        return row


class _Choice(QComboBox):
    """One of a few; the first entry means any."""

    def __init__(self, name: str, entries: dict[str, Any]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(11)
        for words, value in entries.items():
            self.addItem(words, value)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow; the words are elided."""
        return QSize(110, super().minimumSizeHint().height())


def _turned(words: dict[Any, str]) -> dict[str, Any]:
    return {text: value for value, text in words.items()}
