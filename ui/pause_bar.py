"""A pause in a call, for those who need one: offered above every call page where Settings allow it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer import events
from ui.bridge import Bridge
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.pill import Pill

PAUSED = "The call is paused. Nothing is recorded, and no time passes in it."
_PAUSE, _GO_ON = "Pause the call", "Go on"
_ON_THE_LINE = (events.LineStarted, events.YourTurn, events.Deciding)
_OFF_THE_LINE = (events.CallEnded, events.Ringing)


class PauseBar(QWidget):
    """Hidden unless a call is on the line. P pauses, P goes on."""

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.paused = False
        self.words = Label("", 13, 500)
        self.button = Button(_PAUSE, "secondary", key="P")
        self.button.clicked.connect(self._pause_or_go_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 0)
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch()
        self.hide()
        bridge.core_event.connect(self._on_event)

    @Slot()
    def _pause_or_go_on(self) -> None:
        if self.paused:
            self._services.calls.go_on()
        else:
            self._services.calls.pause()

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if isinstance(event, events.CallPaused | events.CallResumed):
            self._show_paused(isinstance(event, events.CallPaused))
        elif isinstance(event, _ON_THE_LINE):
            self.setVisible(self._services.settings.may_pause)
        elif isinstance(event, _OFF_THE_LINE):
            self._show_paused(False)
            self.hide()

    def _show_paused(self, paused: bool) -> None:
        if paused == self.paused:
            return
        self.paused = paused
        for pill in self.window().findChildren(Pill):
            pill.hold(paused)
        self.words.setText(PAUSED if paused else "")
        self.button.set_text(_GO_ON if paused else _PAUSE)
        announce(self, PAUSED if paused else "The call goes on.")
