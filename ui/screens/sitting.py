"""The end of a sitting: what was done, the fix that recurs, what comes next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.practice.due import Due
from trainer.practice.due_words import due_words, why_words
from trainer.practice.sitting import Closing
from ui.bridge import Bridge
from ui.models.check_lines import title_of
from ui.models.phrasing import KIND_WORDS
from ui.models.scenario_list import in_order, who
from ui.models.sitting_words import done_words, ended_words, fix_words, met_words
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.page import Page

TITLE = "Sitting"
ICON = "calendar-check"
ORDER = None

_WIDTH = 620


class SittingScreen(Screen):
    """One page, and Enter goes back to Today."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._fix: str | None = None
        self._lay_out()
        bridge.core_event.connect(self._on_event)
        self._id = ""

    def enter(self, subject: str | None) -> None:
        """Tell of the sitting whose id is `subject`."""
        self._id = subject or ""
        self.done.setFocus()
        self._ask()

    def escape(self) -> bool:
        """Esc goes back to Today as well."""
        self._to_today()
        return True

    def _ask(self) -> None:
        practice, now = self._services.practice, datetime.now()
        self._bridge.when_done(practice.closing(self._id), self._show)
        among = [one.id for one in in_order(self._services.scenarios)]
        self._bridge.when_done(practice.due(now.date(), among), self._show_next)

    @Slot(object)
    def _on_event(self, _event: object) -> None:
        if self.isVisible():  # the last take may still be on its way to a judgement
            self._ask()

    def _show(self, closing: Closing) -> None:
        self._done.setText(done_words(closing))
        self._met.setText(met_words(closing))
        self._met.setVisible(bool(self._met.text()))
        self._fix = closing.fix
        self._fixes.setText(fix_words(closing, title_of))
        self.why.setVisible(closing.fix is not None)
        self._title.setText(ended_words(closing))
        self._fix_card.setVisible(bool(self._fixes.text()))

    def _show_next(self, due: Due) -> None:
        self._later.setText(due_words(due))
        names = {one.id: one for one in self._services.scenarios}
        lines = []
        for item in due.items[:3]:
            if item.scenario_id in names:
                what = f"{who(names[item.scenario_id])}, {KIND_WORDS[item.kind].lower()}"
                lines.append(f"{what}: {why_words(item, due.today, title_of)}")
        self._next.setText("\n".join(lines))
        self._next.setVisible(bool(lines))

    @Slot()
    def _to_today(self) -> None:
        self._navigate("today")

    @Slot()
    def _to_progress(self) -> None:
        self._navigate("progress", self._fix)

    def _lay_out(self) -> None:
        self._done, self._met = Label("", 20, 500, wrap=True), Label("", tone="ink2", tabular=True)
        self._fixes, self._later = Label("", 20, 500, wrap=True), Label("", 20, 500, wrap=True)
        self._next = Label("", tone="ink2", wrap=True)
        self.why = Button("See how it goes over the weeks", "quiet", flush=True)
        self.why.clicked.connect(self._to_progress)
        self.done = Button("Back to Today", "primary", 56, key="Enter")
        self.done.clicked.connect(self._to_today)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 36, 20, 28)
        column.setSpacing(16)
        middle = QHBoxLayout()
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        self._title = Label("", 28, 600)
        rows.addWidget(self._title)
        rows.addWidget(_card("Done", self._done, self._met))
        self._fix_card = _card("The fix that recurs", self._fixes, self.why)
        rows.addWidget(self._fix_card)
        rows.addWidget(_card("What next", self._later, self._next))
        rows.addWidget(self.done, alignment=Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        middle.addWidget(page, 20)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Page(inside))


def _card(title: str, *parts: QWidget) -> Card:
    card = Card(inside=20)
    card.body.addWidget(Label(title, 13, 600, "ink2"))
    for part in parts:
        card.body.addWidget(part)
    return card


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return SittingScreen(services, bridge, navigate)
