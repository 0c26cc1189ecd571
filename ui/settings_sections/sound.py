"""Sound and hearing: the devices, speak and hear, and which engine hears."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.errors import WorldError
from trainer.records import SAMPLE_RATE, Level
from trainer.settings import DeviceName
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.models.engine_words import level_verdict
from ui.models.phrasing import length
from ui.services import Services
from ui.settings_sections import Section
from ui.settings_sections.delay import DelayCard
from ui.settings_sections.hearing import HearingCard
from ui.settings_sections.turns import TurnCard
from ui.speak_test import SpeakTest
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.device_box import DeviceBox
from ui.widgets.form import TitledCard, note, say, stacked
from ui.widgets.glyph import StateWord
from ui.widgets.held_level import HeldLevel
from ui.widgets.label import Label
from ui.widgets.play_circle import PlayCircle
from ui.widgets.waveform import Waveform

NO_MICROPHONE = "There is no microphone. Connect a microphone or headset, then press Look again."
NO_SPEAKER = "There is no speaker. Connect a speaker or headset, then press Look again."
_SYSTEM = "The system’s own"
_SAY, _STOP = "Say a sentence", "I have said it"


class Sound(Section):
    """The devices are looked up afresh each time the section is shown."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._keeper = Keeper(services, bridge)
        self.test = SpeakTest(services, bridge, self)
        self.hearing = HearingCard(services, bridge, self.test)
        self.turns = TurnCard(services, bridge)
        self.delay = DelayCard(services, bridge)
        self._microphones: list[DeviceName] = []
        self._speakers: list[DeviceName] = []
        self._make_devices()
        self._make_test()
        self.body.addWidget(self._card())
        self.body.addWidget(self.hearing)
        self.body.addWidget(self.turns)
        self.body.addWidget(self.delay)
        self.body.addStretch()

    def enter(self) -> None:
        """Show what is chosen, and look for devices."""
        self._show_devices()
        self.look_again()
        self.hearing.enter()
        self.turns.enter()
        self.delay.enter()

    def leave(self) -> None:
        """Close the microphone."""
        self.test.cancel()
        self.delay.leave()
        self._rest()
        self.hearing.leave()

    def main(self) -> QWidget:
        """Speak."""
        return self.speak

    # ------------------------------------------------------------------ devices

    @Slot()
    def look_again(self) -> None:
        """Look for devices; nothing waits for the answer."""
        listening = self._services.listening
        self._bridge.when_done(listening.inputs(), self._on_inputs, self._on_no_sound)
        self._bridge.when_done(listening.outputs(), self._on_outputs, self._on_no_sound)

    def _on_inputs(self, found: list[DeviceName]) -> None:
        self._microphones = found
        say(self._input_note, "" if found else NO_MICROPHONE)
        self.speak.setEnabled(bool(found))
        self.speak.setToolTip("" if found else NO_MICROPHONE)
        self._show_devices()

    def _on_outputs(self, found: list[DeviceName]) -> None:
        self._speakers = found
        say(self._output_note, "" if found else NO_SPEAKER)
        self._show_devices()

    def _on_no_sound(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        say(self._input_note, str(error))

    def _show_devices(self) -> None:
        settings = self._keeper.settings
        self.speak_into.show_devices(self._microphones, settings.input_device)
        self.listen_on.show_devices(self._speakers, settings.output_device)
        self.ring_on.show_devices(self._speakers, settings.ring_device)

    @Slot(object)
    def _keep_input(self, device: DeviceName | None) -> None:
        self._keeper.keep(input_device=device)
        self.speak_into.show_chosen(self._keeper.settings.input_device)
        self.delay.enter()

    @Slot(object)
    def _keep_output(self, device: DeviceName | None) -> None:
        self._keeper.keep(output_device=device)
        self.listen_on.show_chosen(self._keeper.settings.output_device)
        self.delay.enter()

    @Slot(object)
    def _keep_ring(self, device: DeviceName | None) -> None:
        self._keeper.keep(ring_device=device)
        self.ring_on.show_chosen(self._keeper.settings.ring_device)

    # ------------------------------------------------------------------ speak and hear

    @Slot()
    def _on_started(self) -> None:
        self.speak.set_text(_STOP)
        self.play.setEnabled(False)
        self._length.setText("Listening…")
        self._level.clear()
        self._verdict.hide()
        say(self._mend, "")

    @Slot(object, object)
    def _on_recorded(self, pcm: bytes, level: Level) -> None:
        self._rest()
        self.play.setEnabled(bool(pcm))
        self._length.setText(length(len(pcm) / 2 / SAMPLE_RATE))
        self._wave.show_pcm(pcm)
        state, words, mend = level_verdict(level)
        self._verdict.show_state(state, words)
        self._verdict.show()
        say(self._mend, mend)
        announce(self, f"{words} {mend}")

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._rest()
        say(self._mend, sentence)
        announce(self, sentence)

    def _rest(self) -> None:
        self.speak.set_text(_SAY)
        self._length.setText("")

    # ------------------------------------------------------------------ layout

    def _make_devices(self) -> None:
        self.speak_into = DeviceBox("I speak into", _SYSTEM)
        self.listen_on = DeviceBox("I listen on", _SYSTEM)
        self.ring_on = DeviceBox("It rings on", "Where I listen")
        self.speak_into.picked.connect(self._keep_input)
        self.listen_on.picked.connect(self._keep_output)
        self.ring_on.picked.connect(self._keep_ring)
        self._input_note, self._output_note = note(), note()
        self.look = Button("Look again", "quiet", flush=True)
        self.look.setAccessibleName("Look for devices again")
        self.look.clicked.connect(self.look_again)

    def _make_test(self) -> None:
        self.speak = Button(_SAY, "primary", 44, icon="mic", key="Space")
        self.speak.clicked.connect(self.test.start_or_stop)
        self.play = PlayCircle("what you said", 32)
        self.play.setEnabled(False)
        self.play.setToolTip("Say a sentence first")
        self.play.clicked.connect(self.test.play_back)
        self._length = Label(size=13, tone="ink2", tabular=True)
        self._wave, self._level = Waveform(), HeldLevel()
        self._verdict, self._mend = StateWord(), note()
        self._verdict.hide()
        self.test.started.connect(self._on_started)
        self.test.level_read.connect(self._level.add)
        self.test.recorded.connect(self._on_recorded)
        self.test.failed.connect(self._on_failed)

    def _card(self) -> TitledCard:
        card = TitledCard("Sound")
        card.add_row("I speak into", stacked(self.speak_into, self._input_note), self.speak_into)
        card.add_row("I listen on", stacked(self.listen_on, self._output_note), self.listen_on)
        card.add_row("It rings on", stacked(self.ring_on, self.look), self.ring_on)
        card.body.addWidget(Rule())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.speak, self.play, self._length):
            buttons.addWidget(widget)
        buttons.addStretch()
        level = QHBoxLayout()
        level.setSpacing(16)
        level.addWidget(self._level, 1)
        level.addStretch()
        level.addWidget(self._verdict, alignment=Qt.AlignmentFlag.AlignRight)
        column = stacked(spacing=8)
        column.addLayout(buttons)
        column.addWidget(self._wave)
        column.addLayout(level)
        column.addWidget(self._mend)
        card.add_row("Speak and hear", column)
        return card
