"""Phone test: eight calls, the same each time; a profile by skill that can be held against the last one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer.practice.phone_test import ITEMS, MINUTES
from ui import theme
from ui.bridge import Bridge
from ui.models.phone_test_export import phone_test_table
from ui.models.phone_test_words import (
    begin_words,
    column_words,
    day_of,
    moved_words,
    profile_lines,
    state_words,
)
from ui.models.phrasing import KIND_WORDS
from ui.models.scenario_list import who
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.table_saving import TableSaving
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.page import Page

if TYPE_CHECKING:
    from trainer.practice.phone_test import Run
    from trainer.practice.sitting import Sitting

TITLE = "Phone test"
ICON = "clipboard-check"
ORDER = None

_ABOUT = (
    f"Eight calls of every kind, always the same, in about {MINUTES} minutes. Take it once a month: the "
    "profile shows what has moved. You can leave after any call and go on another day. It gives no mark."
)
_COLUMNS = 8
"""Tests side by side: more than half a year of monthly ones; the calls of older ones are in History."""
_WIDEST = 860
_FILE = "ringback-phone-tests.csv"


class PhoneTest(Screen):
    """What it is, how far the newest is, and the newest profiles beside each other."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._tests: list[Run] = []
        self._lay_out()
        bridge.core_event.connect(self._on_event)

    def enter(self, subject: str | None) -> None:
        """Look at what was taken."""
        self._ask()
        self.begin.setFocus()

    def escape(self) -> bool:
        """Esc goes back to Scenarios."""
        self._back()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have smaller margins."""
        super().resizeEvent(event)
        side = max(theme.page_margin(self.width()), (self.width() - _WIDEST) // 2)
        self._page.setContentsMargins(side, 24, side, 24)

    def _ask(self) -> None:
        self._bridge.when_done(self._services.practice.phone_tests(date.today()), self._show)

    @Slot(object)
    def _on_event(self, _event: object) -> None:
        if self.isVisible():  # the last take may still be on its way to a judgement
            self._ask()

    def _show(self, tests: list[Run]) -> None:
        self._tests = tests
        newest = tests[0] if tests else None
        self.state.setText(state_words(newest))
        self.begin.set_text(begin_words(newest))
        done = newest.done if newest and newest.left else ()
        names = {one.id: one for one in self._services.scenarios}
        for item, mark in zip(ITEMS, self._marks, strict=True):
            scenario = names.get(item)
            words = f"{KIND_WORDS[scenario.kind]}: {who(scenario)}" if scenario else item
            mark.setText(f"{words}  –  done" if item in done else words)
        shown = [run for run in tests if run.profile][:_COLUMNS]
        self.moved.setText(moved_words(shown))
        self.moved.setVisible(bool(self.moved.text()))
        self._show_profiles(shown[::-1])  # time goes from left to right

    def _show_profiles(self, tests: list[Run]) -> None:
        while entry := self._grid.takeAt(0):
            if widget := entry.widget():
                widget.deleteLater()
        self._profiles.setVisible(bool(tests))
        for column, run in enumerate(tests, start=1):
            head = Label(column_words(run), 13, 600, "ink2", wrap=True)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignTop)
        for row, (skill, shown) in enumerate(profile_lines(tests), start=1):
            self._grid.addWidget(Label(skill, 15), row, 0)
            for column, words in enumerate(shown, start=1):
                newest = column == len(tests)
                cell = Label(words, 15, 600 if newest else 400, "ink" if newest else "ink2", tabular=True)
                cell.setAccessibleName(f"{skill}, {day_of(tests[column - 1])}: {words or 'not touched'}")
                self._grid.addWidget(cell, row, column)

    @Slot()
    def _begin(self) -> None:
        self._bridge.when_done(self._services.practice.begin_phone_test(), self._on_begun)

    def _on_begun(self, sitting: Sitting) -> None:
        self._navigate("call", sitting.plan[0].scenario_id)

    @Slot()
    def _back(self) -> None:
        self._navigate("scenarios")

    def _lay_out(self) -> None:
        inside = QWidget()
        self._page = QVBoxLayout(inside)
        self._page.setSpacing(14)
        self.back = Button("Back to Scenarios", "quiet", flush=True)
        self.back.clicked.connect(self._back)
        self.state = Label("", 15, tone="ink2")
        self.begin = Button("Take the phone test", "primary", 56, icon="phone", key="Enter")
        self.begin.clicked.connect(self._begin)
        self._page.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        self._page.addWidget(Label(TITLE, 28, 600))
        self._page.addWidget(Label(_ABOUT, tone="ink2", wrap=True))
        self._page.addWidget(self.state)
        self._page.addWidget(self.begin, alignment=Qt.AlignmentFlag.AlignLeft)
        self._page.addWidget(self._profile_card())
        self._page.addWidget(self._calls())
        self._page.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Page(inside))

    def _calls(self) -> QWidget:
        card = Card(inside=20)
        card.body.addWidget(Label("The eight calls", 15, 600))
        self._marks = [Label("", 15, tone="ink2", elide=True) for _ in ITEMS]
        for mark in self._marks:
            card.body.addWidget(mark)
        return card

    def _profile_card(self) -> QWidget:
        self._profiles = Card(inside=20)
        self.save = Button("Save the figures", "secondary", icon="download")
        self.saving = TableSaving(
            self._services, self._bridge, self.save, _FILE, lambda: phone_test_table(self._tests), self
        )
        head = QHBoxLayout()
        head.addWidget(Label("Your profile", 15, 600), 1)
        head.addWidget(self.save)
        self._profiles.body.addLayout(head)
        about = "In how many of the calls that touch a skill you showed all of it."
        self._profiles.body.addWidget(Label(about, 13, tone="ink2", wrap=True))
        self.moved = Label("", 15, wrap=True)
        self._profiles.body.addWidget(self.moved)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._profiles.body.addLayout(self._grid)
        self._profiles.hide()
        return self._profiles


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return PhoneTest(services, bridge, navigate)
