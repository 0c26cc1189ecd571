"""Today: what is up next, and everything else that can be practised."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Scenario
from ui import theme
from ui.bridge import Bridge
from ui.due_queue import DueQueue
from ui.missed_ring import MissedRing
from ui.models.scenario_list import in_order
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.sitting_start import SittingStart
from ui.today_side import TodaySide
from ui.voice_preview import VoicePreview
from ui.widgets.card import Card
from ui.widgets.empty_library import EmptyLibrary
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.scenario_view import ScenarioView
from ui.widgets.up_next import UpNext

TITLE = "Today"
ICON = "calendar-check"
ORDER = 10


def greeting(hour: int, name: str) -> str:
    """ "Good morning, Sam." by the hour (0-23) and the first word of `name`, which may be empty."""
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    return f"Good {part}, {name.split()[0]}." if name.strip() else f"Good {part}."


class Today(Screen):
    """One scenario is up next; a click in the list puts another one there, Enter starts it."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._navigate = services, navigate
        self._missed = MissedRing(services, bridge, navigate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scenarios = in_order(services.scenarios)
        self._due = DueQueue(services, bridge)
        self._side = TodaySide(services, bridge, navigate)
        self._side.briefing.points.writing.connect(self._stay)
        self._side.briefing.points.written.connect(self._wait_on_start)
        self._sittings = SittingStart(services, bridge, navigate)
        self._next: Scenario | None = None
        self._follows_due = True
        self._voice = VoicePreview(services, self)
        self._lay_out()
        self._voice.changed.connect(self._show_hearing)
        self._due.changed.connect(self._show_due)
        bridge.opened.connect(self._ask)
        bridge.library_changed.connect(self._look_again)
        self._show_library()

    def enter(self, subject: str | None) -> None:
        """Greet, and wait on Start; `subject`: a scenario to put up next."""
        now = datetime.now()
        self._title.setText(greeting(now.hour, self._services.settings.profile.name))
        chosen = [one for one in self._scenarios if one.id == subject]
        self._follows_due = not chosen
        if chosen:
            self._put_next(chosen[0])
        elif self._next:
            self._side.briefing.show_for(self._next)  # a newer message may have been left
            self._show_list()  # a sitting may have begun or ended
        (self._card.start if self._next else self).setFocus()
        self._sittings.settle()
        self._ask()

    def leave(self) -> None:
        """Silence the greeting, or what was left; keep what is being written."""
        self._voice.stop()
        self._side.briefing.settle()

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
        self._arrange_side()
        for caption in self._captions:
            caption.setHidden(narrow)
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
        self._voice.stop()
        self._next = scenario
        self._card.show_scenario(scenario)
        self._side.briefing.show_for(scenario)
        self._show_list()
        self._to_start()

    @Slot(object)
    def _pick(self, scenario: Scenario) -> None:
        self._follows_due = False  # what the user has chosen stays
        self._put_next(scenario)

    @Slot()
    def _look_again(self) -> None:
        """The library is another one: what is up next stays, as it is now, unless it has gone."""
        self._scenarios = in_order(self._services.scenarios)
        self._show_library()
        self._ask()

    def _show_library(self) -> None:
        by_id = {one.id: one for one in self._scenarios}
        stays = by_id.get(self._next.id) if self._next else None
        self._follows_due = self._follows_due or stays is None
        up_next = stays or next(iter(self._scenarios), None)
        self._columns.setVisible(up_next is not None)
        self._empty.setVisible(up_next is None)
        self._rest.setVisible(len(self._scenarios) > 1)
        count = len(self._scenarios)
        self._summary.setText(
            self._due.summary() or f"{count} {'call' if count == 1 else 'calls'} to practise."
        )
        if up_next is None:
            self._next = None
        elif up_next != self._next:
            self._put_next(up_next)
        else:
            self._show_list()
        self._arrange_side()

    @Slot()
    def _ask(self) -> None:
        self._due.ask()
        self._side.week.ask()

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
        first = {one.id for one in due}
        rest = [one for one in self._scenarios if one.id not in first]
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
    def _stay(self) -> None:
        """What the user writes for stays up next, whatever becomes due."""
        self._follows_due = False

    @Slot()
    def _wait_on_start(self) -> None:
        """One key further the call begins: that key rests for a moment."""
        self.changed.emit()
        self._to_start()

    @Slot()
    def _to_start(self) -> None:
        if self.isVisible():  # what becomes due behind another page leaves the keys where they are
            self._card.start.setFocus()

    @Slot()
    def _hear(self) -> None:
        if self._next:
            self._voice.toggle(self._next)

    @Slot(str)
    def _show_hearing(self, scenario_id: str) -> None:
        self._card.show_hearing(bool(scenario_id))

    def _arrange_side(self) -> None:
        narrow = self.window().width() < theme.NARROW_BELOW
        self._side.arrange(narrow=narrow, empty=self._next is None)

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
        self._columns, self._empty = QWidget(), EmptyLibrary()
        self._columns.setLayout(self._main_column())
        columns.addWidget(self._columns, 1)
        columns.addWidget(self._empty, 1)
        columns.addWidget(self._side)
        content = QWidget()
        self._page = QVBoxLayout(content)
        self._page.setSpacing(16)
        self._page.addLayout(self._head())
        self._page.addWidget(self._missed)
        self._page.addLayout(columns)
        self._page.addStretch()
        scroll = Page(content)
        self._list.entered_row.connect(scroll.reveal)
        self._side.briefing.points.writing.connect(scroll.reveal)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _head(self) -> QHBoxLayout:
        self._title = Label(size=28, weight=600, elide=True)
        self._summary = Label(tone="ink2")
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
        self._rest = Card(inside=0)
        self._rest.body.setContentsMargins(0, 4, 0, 4)
        self._rest.body.addWidget(self._list)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._captions[0])
        column.addWidget(self._card)
        column.addLayout(self._side.bar)
        column.addWidget(self._sittings.offer)
        column.addLayout(self._side.before_list)
        column.addSpacing(8)
        column.addWidget(self._captions[1])
        column.addWidget(self._rest)
        column.addStretch()
        return column


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return Today(services, bridge, navigate)
