"""The delay of the sound devices: measured once, or left alone."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.errors import WorldError
from trainer.practice.device_delay import in_force, kept, may_be_bluetooth
from trainer.records import DeviceDelay
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.form import TitledCard, note, say, stacked
from ui.widgets.label import Label

MEASURE, STOP = "Measure the delay", "Stop"
_ABOUT = (
    "Speaker and microphone take time, and a call back would count it as yours. Hold an earphone right at "
    "the microphone and measure: you hear six clicks, for about 4 s in all. You can leave it: times are "
    "then shown with ± 0.1 s."
)
_BLUETOOTH = (
    "By its name this may be a Bluetooth device. These take 0.1 to 0.3 s and not always the same; a cable "
    "gives times that you can trust."
)
NOT_MEASURED = "Not measured."
LISTENING = "Listening for the clicks…"


class DelayCard(TitledCard):
    """Measure, see what was found, forget it."""

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("Reaction times", parent)
        self._services, self._bridge = services, bridge
        self._keeper = Keeper(services, bridge)
        self.measure = Button(MEASURE, "secondary")
        self.measure.clicked.connect(self._measure_or_stop)
        self.forget = Button("Forget it", "quiet")
        self.forget.setAccessibleName("Forget the measured delay")
        self.forget.clicked.connect(self._forget)
        self.found = Label("", 13, 500, tabular=True, wrap=True)
        self.bluetooth, self._mend = note(), note()
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in (self.measure, self.forget):
            row.addWidget(widget)
        row.addStretch()
        column = stacked(spacing=8)
        column.addWidget(note(_ABOUT))
        column.addLayout(row)
        column.addWidget(self.found)
        column.addWidget(self._mend)
        column.addWidget(self.bluetooth)
        self.add_row("Device delay", column)

    def enter(self) -> None:
        """Show what is known of the devices that are chosen now."""
        settings = self._keeper.settings
        delay = in_force(settings)
        self.found.setText(found_words(delay) if delay else NOT_MEASURED)
        self.forget.setVisible(delay is not None)
        self.measure.set_text(MEASURE)
        chosen = (settings.input_device, settings.output_device)
        say(self.bluetooth, _BLUETOOTH if any(map(may_be_bluetooth, chosen)) else "")

    def leave(self) -> None:
        """Be silent and close the microphone."""
        self._services.delays.cancel()
        say(self._mend, "")

    @Slot()
    def _measure_or_stop(self) -> None:
        if self._services.delays.measuring():
            self._services.delays.cancel()
            return
        self._services.listening.stop()
        say(self._mend, "")
        self.found.setText(LISTENING)
        self.measure.set_text(STOP)
        self._bridge.when_done(self._services.delays.measure(), self._on_found, self._on_failed)

    def _on_found(self, delay: DeviceDelay | None) -> None:
        if delay:
            self._keeper.keep(delays=kept(self._keeper.settings, delay))
            announce(self, found_words(delay))
        self.enter()

    def _on_failed(self, error: Exception) -> None:
        self.enter()
        if not isinstance(error, WorldError):
            raise error
        say(self._mend, str(error))
        announce(self, str(error))

    @Slot()
    def _forget(self) -> None:
        self._keeper.keep(delays=kept(self._keeper.settings, None))
        self.enter()


def found_words(delay: DeviceDelay) -> str:
    """The delay in milliseconds, and what is made of it."""
    found_ms, unsure_ms = 1000 * delay.delay_s, max(1.0, 1000 * delay.uncertainty_s)
    return f"{found_ms:.0f} ms ± {unsure_ms:.0f}, taken off your reaction times."
