"""A thread: all that happened with one prospect, messages and call backs, in order."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Attempt, Scenario
from ui import theme
from ui.bridge import Bridge
from ui.models.thread_words import thread_lines, thread_summary
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.thread_list import ThreadList

TITLE = "Thread"
ICON = "history"
ORDER = None

_WIDEST = 860
"""Keeps lines of what was said readable."""


class ThreadScreen(Screen):
    """Who, what has happened, and every attempt with what was said in it, the newest in view and in full.

    "Call again" starts the next.
    """

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._next: Scenario | None = None
        self._at_end = False
        self._lay_out()

    def enter(self, subject: str | None) -> None:
        """Show the thread with the prospect whose id is `subject`."""
        prospect_id = subject or ""
        mine = [one for one in self._services.scenarios if one.prospect.id == prospect_id]
        self._next = mine[0] if mine else None
        self.again.setVisible(bool(mine))
        if mine:
            self._name(mine[0])
        (self.again if mine else self.back).setFocus()
        self._bridge.when_done(self._services.practice.thread(prospect_id), self._show)

    def escape(self) -> bool:
        """Esc goes back to History."""
        self._navigate("history")
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have smaller margins."""
        super().resizeEvent(event)
        side = max(theme.page_margin(self.width()), (self.width() - _WIDEST) // 2)
        self._top.setContentsMargins(side, 20, side, 12)
        self._rest.setContentsMargins(side, 4, side, 24)

    def _show(self, found: tuple[list[Attempt], int]) -> None:
        attempts, in_all = found
        now = datetime.now().astimezone()
        if attempts:
            self._name(attempts[-1].scenario)
        self._summary.setText(thread_summary(attempts, in_all, now))
        self.list.show_lines(thread_lines(attempts, now))
        self._at_end = True

    def _name(self, scenario: Scenario) -> None:
        self._avatar.set_name(scenario.prospect.name)
        company = scenario.prospect.company
        self._who.setText(scenario.prospect.name)
        self._where.setText("  ·  ".join(part for part in (scenario.prospect.role, company) if part))

    @Slot(int, int)
    def _keep_end(self, _least: int, most: int) -> None:
        """What was said last stands at the end, in view until somebody scrolls."""
        if self._at_end:
            self.page.verticalScrollBar().setValue(most)

    @Slot()
    def _let_go_of_end(self) -> None:
        self._at_end = False

    @Slot(str)
    def _open(self, attempt_id: str) -> None:
        self._navigate("feedback", attempt_id)

    @Slot()
    def _call(self) -> None:
        if self._next:
            self._navigate("today", self._next.id)

    @Slot()
    def _back(self) -> None:
        self._navigate("history")

    def _lay_out(self) -> None:
        self.list = ThreadList()
        self.list.opened.connect(self._open)
        self.back = Button("History", "secondary", key="Esc")
        self.back.clicked.connect(self._back)
        self.again = Button("Call again", "primary", 44, icon="phone")
        self.again.clicked.connect(self._call)
        self._avatar, self._who = Avatar(), Label("", 28, 600, elide=True)
        self._where, self._summary = Label("", tone="ink2", elide=True), Label("", tone="ink2", wrap=True)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._who)
        names.addWidget(self._where)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._avatar)
        head.addLayout(names, 1)
        head.addWidget(self.back)
        head.addWidget(self.again)
        self._top = QVBoxLayout()
        self._top.setSpacing(16)
        self._top.addLayout(head)
        self._top.addWidget(self._summary)
        inside = QWidget()
        self._rest = QVBoxLayout(inside)
        self._rest.addWidget(self.list)
        self._rest.addStretch()
        self.page = Page(inside)
        bar = self.page.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_end)
        bar.actionTriggered.connect(self._let_go_of_end)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._top)
        outer.addWidget(self.page, 1)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return ThreadScreen(services, bridge, navigate)
