"""Ambush: when the phone may ring by surprise, how often, and which window Today offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from trainer.settings import AmbushRules
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.models.ambush_words import WINDOWS
from ui.services import Services
from ui.settings_sections import Section
from ui.widgets.form import TitledCard, at_left, note, stacked
from ui.widgets.label import Label
from ui.widgets.time_box import TimeBox
from ui.widgets.toggle import Toggle

_MOST_A_DAY = 12
_HOUR_MIN = 60
_LAST_HOUR_MIN = 23 * 60
_FIELD_WIDTH = 176
_ABOUT_HOURS = "The same time twice means all day. Hours may run past midnight."
_ABOUT_QUIET = "A stretch within the hours in which it never rings, for instance lunch or a daily meeting."
_ABOUT_MOST = "A ring that you put off with “Not now” counts once. One that you ask for “now” does not count."
_ABOUT_WITHIN = "What Today offers first. You can choose another one each time."


class Ambush(Section):
    """Every change holds at once, also for what is armed already."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._keeper, self._bridge = Keeper(services, bridge), bridge
        self.opens, self.closes = TimeBox("Rings from"), TimeBox("Rings until")
        self.quiet = Toggle("Quiet hours")
        self.quiet_from, self.quiet_until = TimeBox("Quiet from"), TimeBox("Quiet until")
        self.most = _box("Rings a day at most", {rings: f"{rings}" for rings in range(1, _MOST_A_DAY + 1)})
        self.within = _box("It may ring within", WINDOWS)
        for box in (self.opens, self.closes, self.quiet_from, self.quiet_until):
            box.picked.connect(self._keep_times)
        self.quiet.clicked.connect(self._keep_quiet)
        self.most.activated.connect(self._keep_most)
        self.within.activated.connect(self._keep_within)
        self._lay_out()

    def enter(self) -> None:
        """Show what is kept."""
        rules = self._keeper.settings.ambush
        quiet = rules.quiet_from_min != rules.quiet_until_min
        self.opens.show_minute(rules.opens_min)
        self.closes.show_minute(rules.closes_min)
        self.quiet.setChecked(quiet)
        self.quiet_from.show_minute(rules.quiet_from_min)
        self.quiet_until.show_minute(rules.quiet_until_min)
        self._quiet_times.setVisible(quiet)
        self.most.setCurrentIndex(self.most.findData(rules.most_a_day))
        self.within.setCurrentIndex(list(WINDOWS).index(rules.within))

    @property
    def _rules(self) -> AmbushRules:
        return self._keeper.settings.ambush

    def _keep(self, **changes: Any) -> None:
        if not self._keeper.keep(ambush=replace(self._rules, **changes)):
            self.enter()
        self._bridge.ambush_changed.emit()

    @Slot()
    def _keep_times(self) -> None:
        self._keep(
            opens_min=self.opens.minute,
            closes_min=self.closes.minute,
            quiet_from_min=self.quiet_from.minute,
            quiet_until_min=self.quiet_until.minute,
        )

    @Slot(bool)
    def _keep_quiet(self, on: bool) -> None:
        """On: an hour of it, to begin with."""
        start = min(self.quiet_from.minute, _LAST_HOUR_MIN)
        self._keep(quiet_from_min=start, quiet_until_min=start + _HOUR_MIN * on)
        self.enter()

    @Slot()
    def _keep_most(self) -> None:
        self._keep(most_a_day=self.most.currentData())

    @Slot()
    def _keep_within(self) -> None:
        self._keep(within=self.within.currentData())

    def _lay_out(self) -> None:
        self._quiet_times = QWidget()
        self._quiet_times.setLayout(_span(self.quiet_from, self.quiet_until))
        hours = stacked()
        hours.addLayout(_span(self.opens, self.closes))
        hours.addLayout(at_left(note(_ABOUT_HOURS)))
        card = TitledCard("When it may ring")
        card.add_row("Hours", hours)
        card.add_row("Quiet hours", stacked(self.quiet, self._quiet_times, note(_ABOUT_QUIET)))
        card.add_row("Rings a day", stacked(self.most, note(_ABOUT_MOST)), self.most)
        today = TitledCard("On Today")
        today.add_row("Within", stacked(self.within, note(_ABOUT_WITHIN)), self.within)
        for each in (card, today):
            self.body.addWidget(each)
        self.body.addStretch()


def _box(name: str, entries: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setFixedWidth(_FIELD_WIDTH)
    for value, words in entries.items():
        box.addItem(words, value)
    return box


def _span(first: QWidget, last: QWidget) -> QHBoxLayout:
    """ "[09:00] to [17:00]"."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(first)
    line.addWidget(Label("to", tone="ink2"))
    line.addWidget(last)
    line.addStretch()
    return line
