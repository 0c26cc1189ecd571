"""A sitting in the window: how far it is, what comes next, and its end."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.practice.phone_test import PREFIX
from ui.models.scenario_list import who
from ui.models.sitting_words import left_words
from ui.screens import Navigate
from ui.services import Services
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from trainer.practice.sitting import Sitting

_TICK_MS = 1000


class SittingBar(QWidget):
    """Shown on every screen with a rail while a sitting is on. `clock` gives monotonic seconds."""

    def __init__(
        self, services: Services, navigate: Navigate, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._services, self._navigate, self._clock = services, navigate, clock
        self._sitting: Sitting | None = None
        self._begun, self._ends_s = 0, 0.0
        self.words = Label("", 13, 500, tabular=True)
        self.next = Button("Next", "soft", key="N")
        self.end = Button("End the sitting", "secondary")
        self.next.clicked.connect(self._go_on)
        self.end.clicked.connect(self._finish)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 0)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self.end)
        row.addWidget(self.next)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tell)
        self.hide()

    def settle(self, with_rail: bool, called: str | None) -> None:
        """Another screen is shown; `with_rail`: nothing else goes on there; `called`: who is called now."""
        sitting = self._services.practice.sitting() if self._services.is_open else None
        if sitting and sitting != self._sitting:
            lasts_s = 60 * sitting.minutes if sitting.minutes else math.inf
            self._begun, self._ends_s = 0, self._clock() + lasts_s
        self._sitting = sitting
        self._pass_removed()
        if sitting and called and called == self._next_id():
            self._begun += 1
        self.setVisible(sitting is not None and with_rail)
        if sitting:
            self._timer.start()
            self._tell()
        else:
            self._timer.stop()

    @Slot()
    def _tell(self) -> None:
        if self._sitting is None:
            return
        plan, left_s = self._sitting.plan, self._ends_s - self._clock()
        what = "Phone test" if self._sitting.id.startswith(PREFIX) else "Sitting"
        self.words.setText(left_words(what, self._begun, len(plan), left_s))
        self.end.set_text("Go on another time" if what == "Phone test" else "End the sitting")
        over = self._begun >= len(plan) or left_s <= 0
        # Before the first call Start on Today begins it; one button is enough to be seen.
        self.next.kind = "soft" if over or self._begun else "quiet"
        if over:
            self.next.set_text("See what it came to")
        else:
            names = {one.id: who(one) for one in self._services.scenarios}
            name = names.get(plan[self._begun].scenario_id, "the next one")
            self.next.set_text(f"{'Next' if self._begun else 'Begin'}: {name}")
        self.end.setVisible(not over)

    @Slot()
    def _go_on(self) -> None:
        """The next call, or the end where there is none or the time is over."""
        if self._sitting is None:
            return
        self._pass_removed()
        if self._begun >= len(self._sitting.plan) or self._clock() >= self._ends_s:
            self._finish()
            return
        self._navigate("call", self._sitting.plan[self._begun].scenario_id)

    def _pass_removed(self) -> None:
        """Go past what was removed from the library after the sitting was planned."""
        if self._next_id() is None:
            return  # the first start need not wait for the library
        here = {one.id for one in self._services.scenarios}
        while (planned := self._next_id()) and planned not in here:
            self._begun += 1

    def _next_id(self) -> str | None:
        plan = self._sitting.plan if self._sitting else ()
        return plan[self._begun].scenario_id if self._begun < len(plan) else None

    @Slot()
    def _finish(self) -> None:
        if self._sitting is None:
            return
        sitting_id = self._sitting.id
        self._services.practice.end_sitting()
        self._navigate("phone_test" if sitting_id.startswith(PREFIX) else "sitting", sitting_id)
