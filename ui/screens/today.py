"""Today: what is up next, and everything else that can be practised."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Scenario
from ui import theme
from ui.ambush_panel import AmbushPanel
from ui.bridge import Bridge
from ui.due_queue import DueQueue
from ui.left_control import LeftControl
from ui.missed_ring import MissedRing
from ui.models.scenario_list import in_order
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.sitting_start import SittingStart
from ui.week_panel import WeekPanel
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.left_card import LeftCard
from ui.widgets.page import Page
from ui.widgets.scenario_view import ScenarioView
from ui.widgets.up_next import Points, UpNext

TITLE = "Today"
ICON = "calendar-check"
ORDER = 10

_SIDE_COLUMN = 348
_EMPTY = "There is nothing to practise yet."
_EMPTY_MEND = "No scenario files were found. Getting Ringback again brings back the ones it ships with."


def greeting(hour: int, name: str) -> str:
    """ "Good morning, Sam." by the hour (0-23) and the first word of `name`, which may be empty."""
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    return f"Good {part}, {name.split()[0]}." if name.strip() else f"Good {part}."


class Today(Screen):
    """One scenario is up next; a click in the list puts another one there, Enter starts it."""

    _greeting_ended = Signal(int)

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._navigate = services, navigate
        self._ambush = AmbushPanel(services, bridge, navigate)
        self._missed = MissedRing(services, bridge, navigate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scenarios = in_order(services.scenarios)
        self._due = DueQueue(services, bridge, self._scenarios)
        self._week = WeekPanel(services, bridge)
        self._sittings = SittingStart(services, bridge, navigate, self._scenarios)
        self._next: Scenario | None = None
        self._hearing, self._follows_due = False, True
        self._played = 0
        self._lay_out()
        self._left = LeftControl(services, bridge, self._left_card)
        self._greeting_ended.connect(self._on_greeting_ended, Qt.ConnectionType.QueuedConnection)
        self._due.changed.connect(self._show_due)
        bridge.opened.connect(self._ask)
        if self._scenarios:
            self._put_next(self._scenarios[0])

    def enter(self, subject: str | None) -> None:
        """Greet, and wait on Start; `subject`: a scenario to put up next."""
        now = datetime.now()
        self._title.setText(greeting(now.hour, self._services.settings.profile.name))
        chosen = [one for one in self._scenarios if one.id == subject]
        self._follows_due = not chosen
        if chosen:
            self._put_next(chosen[0])
        elif self._next:
            self._left.show_for(self._next)  # a newer message may have been left
        (self._card.start if self._next else self).setFocus()
        self._sittings.settle()
        self._ask()

    def leave(self) -> None:
        """Silence the greeting, or what was left."""
        self._stop_hearing()
        self._left.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the card into the list."""
        if event.key() == Qt.Key.Key_Down and self._list.isVisible():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.window().width() < theme.NARROW_BELOW
        self._side.setHidden(narrow or self._next is None)
        for caption in self._captions:
            caption.setHidden(narrow)
        self._place_ambush(narrow)
        side = 24 if narrow else 36
        self._page.setContentsMargins(side, 16 if narrow else 28, side, 20)

    @Slot()
    def _start(self) -> None:
        if self._next:
            self._navigate("call", self._next.id)

    @Slot(object)
    def _start_other(self, scenario: Scenario) -> None:
        self._navigate("call", scenario.id)

    @Slot(object)
    def _put_next(self, scenario: Scenario) -> None:
        self._stop_hearing()
        self._next = scenario
        self._card.show_scenario(scenario)
        self._known.show_points(scenario.you_know)
        self._left.show_for(scenario)
        self._show_list()
        self._card.start.setFocus()

    @Slot(object)
    def _pick(self, scenario: Scenario) -> None:
        self._follows_due = False  # what the user has chosen stays
        self._put_next(scenario)

    @Slot()
    def _ask(self) -> None:
        self._due.ask()
        self._week.ask()

    @Slot()
    def _show_due(self) -> None:
        """What is due has changed: the first of it goes up next, unless the user has chosen one."""
        self._summary.setText(self._due.summary())
        due = self._due.scenarios()
        if due and self._follows_due and self._next is not due[0]:
            self.changed.emit()
            self._put_next(due[0])
        else:
            self._show_list()

    def _show_list(self) -> None:
        """Due ones first, with why; then all others."""
        due, words = self._due.scenarios(), self._due.words()
        rest = [one for one in self._scenarios if one not in due]
        self._list.show_scenarios([one for one in (*due, *rest) if one is not self._next], words)
        if self._next:
            mine = words.get(self._next.id)
            self._card.show_due(mine.why if mine else "", mine.right if mine else "")

    @Slot()
    def _skip(self) -> None:
        """The next of those that are due, in their order and round again."""
        due = self._due.scenarios()
        if self._next in due:
            self._pick(due[(due.index(self._next) + 1) % len(due)])

    @Slot()
    def _not_today(self) -> None:
        if self._next:
            self._follows_due = True
            self._due.put_off(self._next.id)

    @Slot()
    def _to_start(self) -> None:
        self._card.start.setFocus()

    @Slot()
    def _hear(self) -> None:
        if self._hearing:
            self._stop_hearing()
        elif self._next:
            self._hearing = True
            self._card.show_hearing(True)
            self._played += 1
            ended = partial(self._greeting_ended.emit, self._played)
            self._services.listening.play_prompt(self._next.prompts[0].audio, ended)

    @Slot(int)
    def _on_greeting_ended(self, number: int) -> None:
        if number == self._played:  # not of one that was stopped for another
            self._stop_hearing()

    @Slot()
    def _stop_hearing(self) -> None:
        if self._hearing:
            self._hearing = False
            self._services.listening.stop()
            self._card.show_hearing(False)

    def _place_ambush(self, narrow: bool) -> None:
        """In the side column, or as a bar under the first card."""
        wanted = self._bar if narrow else self._corner
        if wanted.indexOf(self._ambush) < 0:
            wanted.addWidget(self._ambush)
            self._ambush.card.set_narrow(narrow)

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self._captions = [Label("Up next", 13, 600, "ink2"), Label("Then", 13, 600, "ink2")]
        self._card, self._list = UpNext(), ScenarioView()
        self._card.start.clicked.connect(self._start)
        self._card.hear.clicked.connect(self._hear)
        self._card.skip.clicked.connect(self._skip)
        self._card.not_today.clicked.connect(self._not_today)
        self._list.picked.connect(self._pick)
        self._list.wanted.connect(self._start_other)
        self._list.left_upwards.connect(self._to_start)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(self._main_column() if self._scenarios else _empty_column(), 1)
        columns.addWidget(self._side_column())
        content = QWidget()
        self._page = QVBoxLayout(content)
        self._page.setSpacing(16)
        self._page.addLayout(self._head())
        self._page.addWidget(self._missed)
        self._page.addLayout(columns)
        self._page.addStretch()
        scroll = Page(content)
        self._list.entered_row.connect(scroll.reveal)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _head(self) -> QHBoxLayout:
        self._title = Label(size=28, weight=600, elide=True)
        count = len(self._scenarios)
        calls = "1 call" if count == 1 else f"{count} calls"
        self._summary = Label(f"{calls} to practise.", tone="ink2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(Icon("lock", size=16))
        head.addWidget(Label("Nothing leaves this computer", 13, tone="ink2"))
        return head

    def _main_column(self) -> QVBoxLayout:
        rows = Card(inside=0)
        rows.body.setContentsMargins(0, 4, 0, 4)
        rows.body.addWidget(self._list)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._captions[0])
        column.addWidget(self._card)
        self._bar = QVBoxLayout()
        column.addLayout(self._bar)
        column.addWidget(self._sittings.offer)
        column.addSpacing(8)
        column.addWidget(self._captions[1])
        column.addWidget(rows)
        column.addStretch()
        rows.setVisible(len(self._scenarios) > 1)
        return column

    def _side_column(self) -> QWidget:
        self._side = QWidget()
        self._side.setFixedWidth(_SIDE_COLUMN)
        self._known, self._left_card = Points("What you know"), LeftCard()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Ambush", 13, 600, "ink2"))
        self._corner = QVBoxLayout()
        self._corner.addWidget(self._ambush)
        column.addLayout(self._corner)
        column.addWidget(self._week)
        column.addSpacing(8)
        column.addWidget(Label("Before you call", 13, 600, "ink2"))
        column.addWidget(self._known)
        column.addSpacing(4)
        column.addWidget(self._left_card)
        column.addStretch()
        return self._side


def _empty_column() -> QVBoxLayout:
    card = Card(inside=24)
    card.body.addWidget(Label(_EMPTY, 20, 600))
    card.body.addWidget(Label(_EMPTY_MEND, tone="ink2", wrap=True))
    column = QVBoxLayout()
    column.addWidget(card)
    column.addStretch()
    return column


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return Today(services, bridge, navigate)
