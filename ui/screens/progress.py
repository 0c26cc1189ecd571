"""Progress: what is still missed, whether it gets better, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from trainer.events import AttemptJudged, CoreEvent
from trainer.practice.progress import CheckProgress
from trainer.practice.report import Report
from trainer.practice.skills import SKILLS
from trainer.practice.spans import Span
from ui import theme
from ui.bridge import Bridge
from ui.models.check_lines import title_of
from ui.models.progress_export import progress_table
from ui.models.progress_words import pool_words, summary, unsure_words
from ui.progress_advice import ProgressAdvice
from ui.screens import MISSED, Navigate, Screen
from ui.services import Services
from ui.table_saving import TableSaving
from ui.widgets.advice_card import AdviceCard
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.label import Label
from ui.widgets.notice import EmptyPage
from ui.widgets.page import Page
from ui.widgets.progress_cards import ChosenCard, GuessesCard, LengthCard, RatesCard, RuleCard
from ui.widgets.share_row import ShareKey, ShareRow

TITLE = "Progress"
ICON = "chart-line"
ORDER = 35

_SIDE_COLUMN = 372
_FILE = "ringback-progress.csv"


class ProgressScreen(Screen):
    """Sentences first; a list of skills, the chosen one with its checks; charts beside it."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._report: Report | None = None
        self._rows: list[ShareRow] = []
        self._chosen = ""
        self._span_chosen = False
        """Whether weeks or months are what the user wants."""
        self._advised = AdviceCard()
        self.advice = ProgressAdvice(services, bridge, self._advised, self)
        self._advised.takes.clicked.connect(self._to_takes)
        self._lay_out()
        bridge.core_event.connect(self._on_event)

    def enter(self, subject: str | None) -> None:
        """Look anew; `subject`: a check to show."""
        self._chosen = subject or self._chosen
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the window is narrow."""
        super().resizeEvent(event)
        width = self.window().width()
        narrow = width < theme.NARROW_BELOW
        self._columns.setDirection(
            QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        )
        self._side.setMinimumWidth(0 if narrow else _SIDE_COLUMN)
        self._side.setMaximumWidth(16777215 if narrow else _SIDE_COLUMN)
        side = theme.page_margin(width)
        self._page.setContentsMargins(side, 14, side, 20)

    @Slot()
    def _ask(self) -> None:
        today, pool_all = datetime.now().astimezone().date(), self._pools.checkedId() == 1
        wanted = self._services.practice.progress(today, pool_all=pool_all)
        self._bridge.when_done(wanted, self._show)

    @Slot(object)
    def _on_event(self, event: CoreEvent) -> None:
        if isinstance(event, AttemptJudged) and self.isVisible():
            self._ask()

    def _show(self, report: Report) -> None:
        self._report = report
        self._stack.setCurrentWidget(self._content if report.pool.takes else self._empty)
        titles = {check.name: title_of(check.name) for check in report.checks}
        self._summary.setText(" ".join(summary(report.checks, titles)))
        self._pool.setText(pool_words(report.pool))
        for button in self._pools.buttons():
            button.setVisible(self._pools.checkedId() == 1 or report.pool.left_out > 0)
        self._by_month.setVisible(len(report.months.made) > 1)
        self._by_week.setVisible(len(report.months.made) > 1)
        if len(report.months.made) < 2:
            self._span_chosen = False  # there is nothing to choose with
        if not self._span_chosen:
            (self._by_month if report.usual_span == "month" else self._by_week).setChecked(True)
        self._list(report.skills, report.checks)
        changes = [one.change for one in (*report.skills, *report.checks)]
        self._unsure.setText(unsure_words(changes))
        self._unsure.setVisible(bool(self._unsure.text()))
        self._show_charts(report)

    @property
    def _span(self) -> Span:
        return "month" if self._by_month.isChecked() else "week"

    @Slot()
    def _choose_span(self) -> None:
        self._span_chosen = True
        if self._report:
            self._show_charts(self._report)
            self._show_chosen()

    def _show_charts(self, report: Report) -> None:
        guide = self._services.guide_records.get("sell-the-call")
        self._length.show_report(report, guide.thresholds.length_s if guide else None, self._span)
        self._guesses.show_report(report, datetime.now().date(), self._span)
        self._rates.show_report(report, self._span)

    def _list(self, skills: Sequence[CheckProgress], checks: Sequence[CheckProgress]) -> None:
        for row in self._rows:
            self._table.removeWidget(row)
            row.deleteLater()
        self._rows = []
        by_name = {check.name: check for check in checks}
        for skill in skills:
            members = [name for name in SKILLS[skill.name] if name in by_name]
            self._add(skill, skill.name, members, strong=True)
            for name in members:
                self._add(by_name[name], title_of(name), [name], strong=False)
                self._rows[-1].setProperty("skill", skill.name)
        names = [row.objectName() for row in self._rows]
        # What the sentence above the list is about, unless something else was chosen.
        most_missed = (check.name for check in checks if check.change.now and check.change.now.value < 1)
        found = (name for name in (self._chosen, *most_missed, *names) if name in names)
        wanted = next(found, "")
        for row in self._rows:
            if row.objectName() == wanted:
                row.click()
                row.setFocus()

    def _add(self, found: CheckProgress, title: str, checks: list[str], *, strong: bool) -> None:
        row = ShareRow(title, found.change, strong=strong)
        row.setObjectName(found.name)
        row.setProperty("checks", checks)
        row.clicked.connect(self._choose)
        row.opened.connect(self._to_takes)
        self._rows.append(row)
        self._table.addWidget(row)

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        if not isinstance(row, ShareRow):
            return
        self._chosen = row.objectName()
        skill = row.property("skill") or self._chosen
        for other in self._rows:
            other.setVisible(other.property("skill") in (None, skill))
        self._show_chosen()
        if self._report:
            self.advice.show_for(self._report, row.property("checks"))

    def _show_chosen(self) -> None:
        row = next((row for row in self._rows if row.objectName() == self._chosen), None)
        if row and self._report:
            points = self._report.charts(self._span).shares(row.property("checks"))
            self._chosen_card.show_points(row.text(), row.change, points, skill=self._chosen in SKILLS)

    @Slot()
    def _to_takes(self) -> None:
        """History, narrowed to the takes that missed what is told of."""
        if self.advice.check:
            self._navigate("history", f"{MISSED}{self.advice.check}")

    def _table_of_figures(self) -> bytes:
        return progress_table(self._report, title_of) if self._report else b""

    @Slot()
    def _to_today(self) -> None:
        self._navigate("today")

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self._empty = EmptyPage(
            "Nothing to compare yet",
            "After your first takes you see here what you still miss, and whether it changes.",
            "Choose a call",
        )
        self._empty.chosen.connect(self._to_today)
        inside = QWidget()
        self._page = QVBoxLayout(inside)
        self._page.setSpacing(12)
        self._page.addLayout(self._head())
        self._summary = Label("", 15, tone="ink", wrap=True)
        self._pool = Label("", 13, tone="ink2", wrap=True)
        self._page.addWidget(self._summary)
        self._page.addLayout(self._pool_line())
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        self._columns.addLayout(self._main_column(), 1)
        self._columns.addWidget(self._side_column())
        self._page.addLayout(self._columns)
        self._page.addStretch()
        self._content = Page(inside)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._content)
        self._stack.addWidget(self._empty)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("Progress", 28, 600), 1)
        self._by_week, self._by_month = Chip("Week by week", checked=True), Chip("Month by month")
        self._charts = QButtonGroup(self)
        for chip in (self._by_week, self._by_month):
            self._charts.addButton(chip)
            head.addWidget(chip)
        self._charts.buttonClicked.connect(self._choose_span)
        head.addSpacing(8)
        self.save = Button("Save the figures", "secondary", icon="download")
        self.saving = TableSaving(
            self._services, self._bridge, self.save, _FILE, self._table_of_figures, self
        )
        head.addWidget(self.save)
        return head

    def _pool_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._pool, 1)
        self._pools = QButtonGroup(self)
        for number, words in enumerate(("Heard alike", "All takes")):
            chip = Chip(words, checked=number == 0)
            self._pools.addButton(chip, number)
            line.addWidget(chip)
        self._pools.idClicked.connect(self._ask)
        return line

    def _main_column(self) -> QVBoxLayout:
        card = Card(inside=0)
        card.body.setContentsMargins(0, 12, 0, 8)
        card.body.setSpacing(0)
        card.body.addWidget(ShareKey())
        card.body.addSpacing(6)
        self._table = QVBoxLayout()
        self._table.setSpacing(0)
        card.body.addLayout(self._table)
        self._unsure = Label("", 13, tone="ink2", wrap=True)
        self._unsure.setContentsMargins(16, 6, 16, 4)
        card.body.addWidget(self._unsure)
        self._rates = RatesCard()
        column = QVBoxLayout()
        column.setSpacing(12)
        self._guesses = GuessesCard()
        for each in (card, self._rates, self._guesses, RuleCard()):
            column.addWidget(each)
        column.addStretch()
        return column

    def _side_column(self) -> QWidget:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._chosen_card, self._length = ChosenCard(), LengthCard()
        for card in (self._advised, self._chosen_card, self._length):
            column.addWidget(card)
        column.addStretch()
        return self._side


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return ProgressScreen(services, bridge, navigate)
