"""Shows in a card what the user left for a prospect, and plays it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from trainer.errors import WorldError
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.models.left_words import left_sentence, left_title
from ui.models.take_player import Stretch, TakePlayer
from ui.services import Services
from ui.widgets.left_card import LeftCard

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import OwnMessage


class LeftControl(QObject):
    """Signals:
    told: the sentence about the message, "You left Dana a message on Tuesday.", has changed.
    """

    told = Signal(str)

    def __init__(self, services: Services, bridge: Bridge, card: LeftCard) -> None:
        super().__init__(card)
        self._services, self._bridge, self._card = services, bridge, card
        self._scenario: Scenario | None = None
        self._message: OwnMessage | None = None
        self._asked = 0
        """Questions to the history that are not answered; only the answer to the last one counts."""
        self._player: TakePlayer | None = None
        card.play.clicked.connect(self._play_or_stop)
        bridge.opened.connect(self._show_again)

    def show_for(self, scenario: Scenario) -> None:
        """Show what was left for the call back `scenario`; other calls have no such card."""
        self.stop()
        self._scenario, self._message = scenario, None
        self._card.setVisible(scenario.default_message is not None)
        self._card.show_words(scenario.default_message or "")
        # Until the history is open (behind the window) the scenario's own words are all there is.
        if scenario.kind == "callback" and self._services.is_open:
            self.told.emit(left_sentence(None, scenario.prospect, _now()))
            self._asked += 1
            left = self._services.review.message_left(scenario)
            self._bridge.when_done(left, self._show, self._show_none)

    @Slot()
    def stop(self) -> None:
        """Silence."""
        if self._player:
            self._player.stop()

    @Slot()
    def _show_again(self) -> None:
        if self._scenario:
            self.show_for(self._scenario)

    def _show(self, message: OwnMessage | None) -> None:
        self._asked -= 1
        if message is None or self._scenario is None or self._asked:
            return
        self._message = message
        self._card.show_message(left_title(message, _now()), message)
        self.told.emit(left_sentence(message, self._scenario.prospect, _now()))
        self._bridge.when_done(
            self._services.review.pcm(message.take), self._card.show_pcm, self._show_silent
        )

    def _show_none(self, error: Exception) -> None:
        """Without the history the scenario's own words stay."""
        self._asked -= 1
        if not isinstance(error, WorldError):
            raise error

    def _show_silent(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self._card.show_silent()

    @Slot()
    def _play_or_stop(self) -> None:
        if self._player is None:  # not before: asking for the loudspeaker would open the history
            self._player = TakePlayer(self._services.listening, self)
            self._player.stopped.connect(self._show_rest)
        if self._player.playing:
            self.stop()
        elif self._message:
            self._card.play.set_playing(True)
            self._player.play([Stretch(0, self._message.take, 0.0)])

    @Slot()
    def _show_rest(self) -> None:
        self._card.play.set_playing(False)


def _now() -> datetime:
    return datetime.now().astimezone()
