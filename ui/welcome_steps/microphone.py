"""Microphone: say a sentence, see that it arrives, hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.errors import WorldError
from trainer.settings import DeviceName
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.models.engine_words import level_verdict
from ui.models.phrasing import quoted
from ui.services import Services
from ui.speak_test import SpeakTest
from ui.welcome_steps import Step, centred, in_the_middle
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.device_box import DeviceBox
from ui.widgets.form import say
from ui.widgets.glyph import StateWord
from ui.widgets.held_level import HeldLevel
from ui.widgets.icon import Icon
from ui.widgets.label import Label

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Level

TITLE = "Microphone"
NONE = "There is no microphone. Connect a microphone or headset, then look again, or go on without one."
_BEFORE = "The microphone is open only while you speak."
_NOW = "Listening. Say it now."
_METER_WIDTH = 476
_SAY, _SAID, _AGAIN = "Say it", "I have said it", "Say it again"


class Microphone(Step):
    """Until a sentence has come through well, saying it is the one thing to do."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__("Say your name, as you would on the telephone.", "")
        self._services, self._bridge = services, bridge
        self._keeper = Keeper(services, bridge)
        self.under.setFont(Label("", 20).font())
        self.test = SpeakTest(services, bridge, self)
        self.test.started.connect(self._on_started)
        self.test.recorded.connect(self._on_recorded)
        self.test.heard.connect(self._on_heard)
        self.test.unheard.connect(self._on_heard_nothing)
        self.test.failed.connect(self._on_failed)
        self._lay_out()

    def enter(self) -> None:
        """Look for microphones, and wait for the sentence."""
        name = self._keeper.settings.profile.name
        if not name:
            name = next((seller.name for seller in self._services.sellers.values()), "…")
        self.under.setText(quoted(f"Hello, this is {name}."))
        self.device.show_devices((), self._keeper.settings.input_device)
        self._level.clear()
        self._rest(well=False)
        self._tell(_BEFORE)
        self.play.hide()
        self.look_again()

    def leave(self) -> None:
        """Close the microphone."""
        self.test.cancel()

    def main(self) -> QWidget | None:
        """Speak, while that is the thing to do."""
        return self.speak if self.speak.isEnabled() and not self.next_is_main else None

    @Slot()
    def look_again(self) -> None:
        """Look for microphones; nothing waits for the answer."""
        self._bridge.when_done(self._services.listening.inputs(), self._on_inputs, self._on_no_sound)

    def _on_inputs(self, found: list[DeviceName]) -> None:
        self.device.show_devices(found, self._keeper.settings.input_device)
        self.speak.setEnabled(bool(found))
        self.speak.setToolTip("" if found else NONE)
        self.look.setHidden(bool(found))
        if not found:
            self._tell(NONE)
            self.turned.emit()
        elif self.words.text() == NONE:
            self._tell(_BEFORE)
            self.turned.emit()

    def _on_no_sound(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self.look.show()
        self._on_failed(str(error))

    @Slot(object)
    def _keep_device(self, device: DeviceName | None) -> None:
        self._keeper.keep(input_device=device)
        self.device.show_chosen(self._keeper.settings.input_device)

    @Slot()
    def _on_started(self) -> None:
        self._level.clear()
        self.play.hide()
        self._tell(_NOW)
        self._set_main(self.speak, _SAID)

    @Slot(object, object)
    def _on_recorded(self, pcm: bytes, level: Level) -> None:
        state, words, mend = level_verdict(level)
        self._rest(well=state == "met")
        self.play.setVisible(bool(pcm))
        self._tell(mend)
        self._verdict.show_state(state, words)
        self._heard.setText("")
        self._said.show()
        announce(self, f"{words} {mend}")
        self.turned.emit()

    @Slot(str)
    def _on_heard(self, words: str) -> None:
        if self.next_is_main:
            self._heard.setText(f"Heard: {quoted(words)}" if words else "No words were heard.")
            announce(self, self._heard.text())

    @Slot(str)
    def _on_heard_nothing(self, _reason: str) -> None:
        # Usually there is no speech model yet: the next step is about that.
        if self.next_is_main:
            self._heard.setText("The words come with the speech model.")

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._rest(well=False)
        self._tell(sentence)
        announce(self, sentence)
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self._said.hide()
        say(self.words, sentence)

    def _rest(self, *, well: bool) -> None:
        """Nothing is being recorded; `well`: the microphone is proven, so that going on is the main thing."""
        self.next_is_main = well
        self.next_text = "Continue" if well else "Skip"
        self.speak.kind = "secondary" if well else "primary"
        # With a key on it, Space would mean this button here and the other one where the focus is.
        self._set_main(self.speak, _AGAIN if well else _SAY, key=None if well else "Space")

    def _set_main(self, button: Button, text: str, key: str | None = "Space") -> None:
        button.key = key
        button.set_text(text)
        button.update()

    def _lay_out(self) -> None:
        self._level = HeldLevel(24)
        self._verdict, self._heard = StateWord(size=15), Label(tone="ink2", elide=True)
        self.words = centred(Label(tone="ink2", wrap=True))
        self.device = DeviceBox("Microphone", "The system’s own microphone")
        self.device.picked.connect(self._keep_device)
        self.speak = Button(_SAY, "primary", 36, icon="mic", key="Space")
        self.speak.clicked.connect(self.test.start_or_stop)
        self.play = Button("Play it back", icon="play")
        self.play.clicked.connect(self.test.play_back)
        self.look = Button("Look again")
        self.look.clicked.connect(self.look_again)
        self.look.hide()
        self.test.level_read.connect(self._level.add)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.device, 100)
        for button in (self.speak, self.play, self.look):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._said = _side_by_side(self._verdict, self._heard)
        self.body.addLayout(
            in_the_middle(_side_by_side(Icon("mic", "accent", 20), self._level), _METER_WIDTH)
        )
        self.body.addSpacing(4)
        self.body.addWidget(self._said)
        self.body.addWidget(self.words)
        self.body.addSpacing(12)
        self.body.addLayout(buttons)


def _side_by_side(first: QWidget, second: QWidget) -> QWidget:
    """Both in the middle of the line."""
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    line.addStretch(1)
    line.addWidget(first)
    line.addWidget(second, 1000 if isinstance(second, HeldLevel) else 0)
    line.addStretch(1)
    return both
