"""The call that is up next, and what is known before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Scenario
from ui.models.phrasing import KIND_WORDS
from ui.models.scenario_list import longest, who
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

_ADVICE_WIDTH = 580
"""Keeps a line of advice under 70 characters."""


class UpNext(Card):
    """Who, what it trains, `start` and, for a voicemail, `hear`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=24, parent=parent)
        self.start = Button("Start", "primary", 56, icon="phone", key="Enter")
        self.hear = Button("Hear the greeting first", "quiet", icon="play")
        self._avatar = Avatar()
        self._name = Label(size=20, weight=600, elide=True)
        self._kind = Label(tone="ink2", elide=True)
        self.skip = Button("Skip", "quiet")
        self.not_today = Button("Not today", "quiet")
        self._length = Label(size=13, tone="ink2", tabular=True)
        self._advice = Label(tone="ink2", wrap=True)
        self._advice.setMaximumWidth(_ADVICE_WIDTH)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._name)
        names.addWidget(self._kind)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._avatar)
        top.addLayout(names, 1)
        top.addWidget(self._length)
        actions = QHBoxLayout()
        actions.setSpacing(18)
        actions.addWidget(self.start)
        actions.addWidget(self.hear)
        actions.addStretch()
        for button in (self.skip, self.not_today):
            button.hide()
            actions.addWidget(button)
        self.body.addLayout(top)
        self.body.addSpacing(4)
        self._why = Label(size=13, tone="ink2", wrap=True)
        self._why.hide()
        self.body.addWidget(self._advice)
        self.body.addWidget(self._why)
        self.body.addSpacing(8)
        self.body.addLayout(actions)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show this one."""
        self._avatar.set_name(scenario.prospect.name)
        self._name.setText(who(scenario))
        company = scenario.prospect.company
        self._kind.setText("  ·  ".join(filter(None, [KIND_WORDS[scenario.kind], company])))
        self._length.setText(longest(scenario))
        self._advice.setText(scenario.trains)
        self.hear.setVisible(scenario.kind == "voicemail")
        self.start.setAccessibleName(f"Start: {KIND_WORDS[scenario.kind]}, {who(scenario)}")

    def show_due(self, why: str, right: str) -> None:
        """Say why it is due and for how long, and offer to skip it or put it off; "" for one that is not."""
        for button in (self.skip, self.not_today):
            button.setVisible(bool(why))
        self._why.setText(f"{why[:1].upper()}{why[1:]}.")
        self._why.setVisible(bool(why))
        if right:
            self._length.setText(right)

    def show_hearing(self, hearing: bool) -> None:
        """Whether the greeting is being played."""
        self.hear.set_icon("pause" if hearing else "play")
        self.hear.set_text("Stop the greeting" if hearing else "Hear the greeting first")


class Points(Card):
    """A few short facts under a title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: list[QWidget] = []
        self.body.addWidget(Label(title, 15, 600))

    def show_points(self, points: tuple[str, ...]) -> None:
        """Show these instead."""
        self._replace([_point(text) for text in points])

    def show_quote(self, text: str) -> None:
        """Show words that came, or may have come, out of a loudspeaker."""
        self._replace([Label(f"“{text}”", tone="ink2", italic=True, wrap=True)])

    def _replace(self, rows: list[QWidget]) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()  # it may be a while until it is deleted
            row.deleteLater()
        self._rows = rows
        for place, row in enumerate(rows, start=1):
            self.body.insertWidget(place, row)


def _point(text: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(Label("–", tone="ink2"), alignment=Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text, tone="ink2", wrap=True), 1)
    return row
