"""Joins the fix, the card of a retake and the microphone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from trainer.errors import WorldError
from trainer.practice.retake import Place, Retaken
from trainer.records import Attempt, Band
from trainer.retaking import retake_place, words_in_force
from ui.bridge import Bridge
from ui.listen_control import ListenControl
from ui.models.retake_words import aim, outcome
from ui.models.take_player import Stretch, TakePlayer
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.feedback_page import FeedbackPage
from ui.widgets.play_circle import PlayCircle

_LEVEL_MS = 50


class RetakeControl(QObject):
    """Signals:
    changed: what the keys mean on the page has changed.
    """

    changed = Signal()
    _whole_ended = Signal(int)

    def __init__(self, services: Services, bridge: Bridge, page: FeedbackPage, listen: ListenControl) -> None:
        super().__init__(page)
        self._services, self._bridge, self._page, self._listen = services, bridge, page, listen
        self._card = page.retake
        self._attempt: Attempt | None = None
        self._place: Place | None = None
        self._asked: Place | None = None
        """What is being said again; a correction meanwhile may move the fix elsewhere."""
        self._band: Band | None = None
        self._made: Retaken | None = None
        self._audible = False
        self._wholes, self._whole_on = 0, False
        self._player = TakePlayer(services.listening, self)
        self._player.stopped.connect(self._show_silence)
        self._playing: PlayCircle | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LEVEL_MS)
        self._timer.timeout.connect(self._read)
        self._whole_ended.connect(self._on_whole_ended, Qt.ConnectionType.QueuedConnection)
        page.fix.retake_wanted.connect(self._start)
        self._card.done.clicked.connect(self._finish)
        self._card.cancel.clicked.connect(self.escape)
        self._card.keep.clicked.connect(self._keep)
        self._card.again.clicked.connect(self._again)
        self._card.discard.clicked.connect(self._discard)
        self._card.whole.clicked.connect(self._play_whole)
        self._card.play_before.clicked.connect(self._play_before)
        self._card.play_now.clicked.connect(self._play_now)

    def show_attempt(self, attempt: Attempt, band: Band | None, *, audible: bool) -> None:
        """Offer a retake of this attempt's fix, or show the one that was kept."""
        another = self._attempt is None or attempt.id != self._attempt.id
        if another:
            self.leave()
        self._attempt, self._band, self._audible = attempt, band, audible
        self._place = retake_place(attempt) if audible and attempt.feedback else None
        self._page.offer_retake(self._place is not None)
        if self._timer.isActive():
            self._keep_quiet()
        if another and attempt.feedback is not None:
            self._bridge.when_done(self._services.retakes.last(attempt.id), self._show_kept, self._not_found)

    def leave(self) -> None:
        """Silence; a retake that is being recorded is cancelled."""
        self._stop_playing()
        self._end_recording()
        self._services.retakes.cancel()
        self._attempt = None
        self._close()

    @Slot()
    def escape(self) -> bool:
        """Cancel the recording, or stop what is playing; True if there was something to stop."""
        if self._timer.isActive():
            self._end_recording()
            self._services.retakes.cancel()
            self._back()
            return True
        playing = self._player.playing or self._whole_on
        self._stop_playing()
        return playing

    # ------------------------------------------------------------------ recording

    @Slot()
    def _start(self) -> None:
        attempt, place = self._attempt, self._place
        if attempt is None or place is None or attempt.feedback is None:
            return
        self._stop_playing()
        self._listen.stop()
        words = words_in_force(attempt)[place.turn][place.first_word : place.last_word + 1]
        said = " ".join(word.word for word in words)
        self._page.fix.hide()
        self._asked = place
        self._keep_quiet()
        self._card.show_aim(aim(attempt.feedback, place, said, self._band))
        announce(self._card, "Recording")
        self._timer.start()
        self.changed.emit()
        done = self._services.retakes.start(attempt.id, place)
        self._bridge.when_done(done, self._on_made, self._on_failed)

    def _keep_quiet(self) -> None:
        """Nothing may be played into the open microphone, and no call begin."""
        self._listen.set_audible(False)
        self._page.again.hide()

    @Slot()
    def _finish(self) -> None:
        if self._timer.isActive():
            self._end_recording()
            self._card.show_hearing()
            self._services.retakes.finish()
            self.changed.emit()

    @Slot()
    def _read(self) -> None:
        self._card.level.add(self._services.retakes.level_dbfs())
        self._card.show_seconds(self._services.retakes.seconds())

    def _end_recording(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._listen.set_audible(self._audible)

    def _on_made(self, made: Retaken | None) -> None:
        if made is None or self._attempt is None or self._asked != made.place:
            return
        self._end_recording()
        self._show_outcome(made)
        announce(self._card, self._card.accessibleName())
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end_recording()
        self._back()
        if not isinstance(error, WorldError):
            raise error
        self._page.notice.tell(str(error))

    # ------------------------------------------------------------------ what came of it

    def _show_kept(self, made: Retaken | None) -> None:
        if made is None or self._attempt is None or self._timer.isActive():
            return
        turns = self._attempt.turns
        if any(take.id == made.take.id for turn in turns for take in turn.takes):
            self._show_outcome(made)

    def _not_found(self, error: Exception) -> None:
        """Without the history there is no retake to show; the page says the rest."""
        if not isinstance(error, WorldError):
            raise error

    def _show_outcome(self, made: Retaken) -> None:
        self._made = made
        self._page.fix.hide()
        self._page.again.show()
        self._card.show_outcome(outcome(made))

    @Slot()
    def _keep(self) -> None:
        """It is stored already; the fix comes back."""
        self._stop_playing()
        self._back()

    @Slot()
    def _again(self) -> None:
        self._remove()
        self._start()

    @Slot()
    def _discard(self) -> None:
        self._remove()
        self._back()

    def _remove(self) -> None:
        self._stop_playing()
        if self._made:
            self._bridge.when_done(self._services.retakes.remove(self._made), self._on_removed)
        self._made = None

    def _on_removed(self, _: None) -> None:
        """Nothing of it is shown any more."""

    def _close(self) -> None:
        self._made = None
        self._card.hide()

    def _back(self) -> None:
        """The fix again, with its button."""
        self._close()
        if self._attempt is not None and self._attempt.feedback is not None:
            self._page.fix.show()
            self._page.offer_retake(self._place is not None)
            self._page.fix.action.setFocus()
        self.changed.emit()

    # ------------------------------------------------------------------ listening

    @Slot()
    def _play_before(self) -> None:
        if self._made:
            place = self._made.place
            self._play(
                self._card.play_before, Stretch(place.turn, self._made.original, place.start_s, place.end_s)
            )

    @Slot()
    def _play_now(self) -> None:
        if self._made:
            part = self._made.part
            stretch = Stretch(self._made.place.turn, self._made.take, part.start_s, part.end_s)
            self._play(self._card.play_now, stretch)

    def _play(self, circle: PlayCircle, stretch: Stretch) -> None:
        stops = self._playing is circle
        self._stop_playing()
        if not stops:
            self._listen.stop()
            self._playing = circle
            circle.set_playing(True)
            self._player.play([stretch])

    @Slot()
    def _play_whole(self) -> None:
        stops = self._whole_on
        self._stop_playing()
        if self._made and not stops:
            self._listen.stop()
            self._bridge.when_done(self._services.retakes.whole(self._made), self._sound_whole)

    def _sound_whole(self, pcm: bytes) -> None:
        if self._made is None:
            return
        self._wholes += 1
        number, self._whole_on = self._wholes, True
        self._card.show_whole_playing(True)

        def ended(position: float | None) -> None:
            if position is None:
                self._whole_ended.emit(number)

        self._services.listening.play_pcm(pcm, ended)

    @Slot(int)
    def _on_whole_ended(self, number: int) -> None:
        if number == self._wholes:
            self._whole_on = False
            self._card.show_whole_playing(False)

    def _stop_playing(self) -> None:
        self._player.stop()
        if self._whole_on:
            self._whole_on = False
            self._wholes += 1
            self._card.show_whole_playing(False)
            self._services.listening.stop()

    @Slot()
    def _show_silence(self) -> None:
        if self._playing:
            self._playing.set_playing(False)
        self._playing = None
