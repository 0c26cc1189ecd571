"""The figures beside the list of History, looked up after the list is there and where there is room."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.services import Services

if TYPE_CHECKING:  # History opens before figures are worked out
    from trainer.practice.report import Report
    from ui.widgets.trend_panel import TrendPanel

WIDE_FROM = 1200
"""Px of the window from which on names still have room beside the panel."""
_WIDTH = 348
_GUIDE = "sell-the-call"
"""Its band of good lengths is that of voicemails."""


class HistoryTrends(QObject):
    """`place` is where the panel stands; it takes no room until there is something to tell."""

    def __init__(self, services: Services, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bridge = services, bridge
        self.panel: TrendPanel | None = None
        self._wide = self._wanted = False
        self.place = QWidget()
        self.place.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(self.place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.place.hide()

    def fit(self, width: int) -> None:
        """The window is so wide."""
        self._wide = width >= WIDE_FROM
        self.place.setVisible(self._wide and self._told)
        if self._wide and self._wanted and not self._told:
            self.look()

    @Slot()
    def look(self) -> None:
        """Look the figures up anew; where there is no room for them, once there is."""
        self._wanted = True
        if self._wide:
            wanted = self._services.practice.progress(datetime.now().astimezone().date(), pool_all=False)
            self._bridge.when_done(wanted, self._show)

    @property
    def _told(self) -> bool:
        return self.panel is not None and not self.panel.isHidden()

    def _show(self, report: Report) -> None:
        if self.panel is None:
            from ui.widgets.trend_panel import TrendPanel  # loads what works figures out

            self.panel = TrendPanel()
            self._column.addWidget(self.panel)
        guide = self._services.guide_records.get(_GUIDE)
        self.panel.show_report(report, guide.thresholds.length_s if guide else None)
        self.panel.setVisible(report.pool.takes > 0)
        self.place.setVisible(self._wide and report.pool.takes > 0)
