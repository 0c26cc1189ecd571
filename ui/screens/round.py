"""A round: a few call backs at moments of their own, and one sheet of timings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.practice.round import Round
from ui import theme
from ui.bridge import Bridge
from ui.round_control import RoundControl
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.page import Page
from ui.widgets.round_pages import RoundSetup, RoundSheet, RoundWait

TITLE = "Round"
ICON = "phone-incoming"
ORDER = None


class RoundScreen(Screen):
    """Goes on behind the call that it has started, and comes back after it."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.control = RoundControl(services, bridge, navigate, self)
        self.control.changed.connect(self._show)
        self.setup, self.wait, self.sheet = RoundSetup(), RoundWait(), RoundSheet()
        self._back = Button("Back to Today", "quiet", key="Esc", flush=True)
        self._back.clicked.connect(partial(navigate, "today"))
        self.sheet.back.clicked.connect(partial(navigate, "today"))
        self.setup.wanted.connect(self._start)
        self.wait.end.clicked.connect(self._end)
        self.sheet.again.clicked.connect(self._anew)
        self.sheet.chosen.connect(partial(navigate, "feedback"))
        self._lay_out()

    def enter(self, subject: str | None) -> None:
        """The choices, unless a round is on."""
        if self.control.state == "done":
            self.control.state = "idle"
        self._show()

    @Slot(object)
    def _start(self, plan: Round) -> None:
        self.control.start(plan)

    @Slot()
    def _end(self) -> None:
        self.control.end()

    @Slot()
    def _anew(self) -> None:
        self.control.state = "idle"
        self._show()

    @Slot()
    def _show(self) -> None:
        """The page of the state; while a call is on there is nothing to show."""
        control, of = self.control, self.control.plan.calls
        action: QWidget = self
        match control.state:
            case "idle":
                self.setup.show_note(control.note)
                self._stack.setCurrentWidget(self.setup)
                action = self.setup.start
            case "waiting":
                self.wait.show_wait(control.number, of)
                self._stack.setCurrentWidget(self.wait)
            case "hearing":
                self.wait.show_hearing(of)
                self._stack.setCurrentWidget(self.wait)
            case "done":
                self.sheet.show_sheet(control.sheet, control.note)
                self._stack.setCurrentWidget(self.sheet)
                action = self.sheet.again
            case _:
                return
        self._back.setVisible(control.state in ("idle", "hearing"))
        action.setFocus()
        if self._stack.currentWidget() is self.wait:
            announce(self, " ".join(self.wait.texts()))
        self.changed.emit()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (self.setup, self.wait, self.sheet):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addStretch()
        outer = QVBoxLayout(self)
        side = theme.page_margin(theme.NARROW_BELOW)
        outer.setContentsMargins(side, 18, side, 18)
        outer.addLayout(head)
        outer.addWidget(Page(self._stack), 1)


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """The page."""
    return RoundScreen(services, bridge, navigate)
