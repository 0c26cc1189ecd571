"""Beside the list of History: how long the voicemails are, and one check, week by week or month by month."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from trainer.practice.report import Report
from trainer.practice.skills import SKILLS
from trainer.records import Band
from ui.models.check_lines import title_of
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.inner_scroll import InnerScroll
from ui.widgets.label import Label
from ui.widgets.progress_cards import ChosenCard, LengthCard

_LEAST_HEIGHT = 120


class TrendPanel(Card):
    """Shows the check that is missed most until another one, or a skill, is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=0, parent=parent)
        self._report: Report | None = None
        self._wanted = ""
        self.menu: QMenu | None = None
        self.length, self.chosen = LengthCard(framed=False), ChosenCard(framed=False)
        self._rule = Rule()
        self._why = Label("What you miss most", 13, tone="ink2")
        self.choose = Button("Choose what is shown", "quiet", flush=True)
        self.choose.clicked.connect(self._offer)
        inside = Card(inside=0, edge="raised")
        inside.body.setSpacing(7)
        for part in (self.length, self._rule, self._why, self.chosen):
            inside.body.addWidget(part)
        self.body.setContentsMargins(1, 1, 1, 4)
        self.body.setSpacing(4)
        self.body.addWidget(InnerScroll(inside, (19, 13, 19, 0), _LEAST_HEIGHT), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(19, 0, 19, 8)
        foot.addWidget(self.choose)
        foot.addStretch()
        self.body.addLayout(foot)

    def show_report(self, report: Report, band: Band | None) -> None:
        """Tell of these figures; `band`: what the guide calls a good length, in seconds."""
        self._report = report
        self.length.show_report(report, band, report.usual_span)
        self._rule.setVisible(not self.length.isHidden())
        self._show_chosen()

    @property
    def shown(self) -> str:
        """The check's id, or the skill's name; "" when nothing was decided yet."""
        names = self._names()
        return self._wanted if self._wanted in names else next(iter(names), "")

    def _names(self) -> list[str]:
        found = (*self._report.checks, *self._report.skills) if self._report else ()
        return [one.name for one in found]

    def _show_chosen(self) -> None:
        name = self.shown
        self._why.setVisible(bool(name) and name != self._wanted)
        self.chosen.setVisible(bool(name))
        if self._report and name:
            figures = (*self._report.checks, *self._report.skills)
            change = next(one.change for one in figures if one.name == name)
            points = self._report.charts(self._report.usual_span).shares(SKILLS.get(name, (name,)))
            self.chosen.show_points(_title(name), change, points, skill=name in SKILLS)

    @Slot()
    def _offer(self) -> None:
        """Every skill with the checks that were decided, the most missed skill first."""
        self.menu = menu = QMenu(self)
        names = self._names()
        for skill in self._report.skills if self._report else ():
            self._add(menu, skill.name, _title(skill.name))
            for check in SKILLS[skill.name]:
                if check in names:
                    self._add(menu, check, f"      {_title(check)}")
        menu.triggered.connect(self._choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.choose.mapToGlobal(QPoint(0, 0)))

    def _add(self, menu: QMenu, name: str, words: str) -> None:
        action = menu.addAction(words)
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(name == self.shown)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._wanted = action.data()
        self._show_chosen()


def _title(name: str) -> str:
    return name if name in SKILLS else title_of(name)
