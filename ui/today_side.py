"""What stands beside the calls on Today: the ambush, the week, and what is known before the next call."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.ambush_panel import AmbushPanel
from ui.bridge import Bridge
from ui.briefing_panel import BriefingPanel
from ui.screens import Navigate
from ui.services import Services
from ui.week_panel import WeekPanel
from ui.widgets.label import Label

_WIDTH = 348


class TodaySide(QWidget):
    """A column; in a narrow window there is none, and two of its parts stand among the calls.

    Put `bar` and `before_list` where they belong then.
    """

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.week, self.briefing = WeekPanel(services, bridge), BriefingPanel(services, bridge)
        self._ambush = AmbushPanel(services, bridge, navigate)
        self.bar, self.before_list = QVBoxLayout(), QVBoxLayout()
        self._corner, self._end = QVBoxLayout(), QVBoxLayout()
        self._corner.addWidget(self._ambush)
        self._end.addWidget(self.briefing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Ambush", 13, 600, "ink2"))
        column.addLayout(self._corner)
        column.addWidget(self.week)
        column.addSpacing(8)
        column.addLayout(self._end)
        column.addStretch()

    def arrange(self, *, narrow: bool, empty: bool) -> None:
        """Find the place for each part; `empty`: there is no call for which any of it would matter."""
        self.setHidden(narrow or empty)
        ambush_place = self.bar if narrow else self._corner
        if ambush_place.indexOf(self._ambush) < 0:
            ambush_place.addWidget(self._ambush)
            self._ambush.card.set_narrow(narrow)
        briefing_place = self.before_list if narrow else self._end
        if briefing_place.indexOf(self.briefing) < 0:
            briefing_place.addWidget(self.briefing)
            self.briefing.set_narrow(narrow)
