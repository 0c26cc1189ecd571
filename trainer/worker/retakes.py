"""Recording one part of a reply again, after the call, and hearing it in its place."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from ulid import ULID

from trainer.audio import Microphone, Pcm, Player, Sound
from trainer.audio.capture import QUIETEST_DBFS, peak_dbfs
from trainer.errors import BadInput, DeviceError, ModelMissing, RecogniserError, WorldError
from trainer.history.store import Store
from trainer.practice.retake import Place, Retaken, event_of, part_of
from trainer.recording import Recording
from trainer.records import SAMPLE_RATE, Guide, Take, Transcript
from trainer.retaking import last_retake, retaken
from trainer.rigs import MicrophoneFailed, Notice, RigEvent, Samples, Sounded, SpeakerFailed
from trainer.rigs.live import LiveRig
from trainer.store_thread import StoreThread
from trainer.transcription import Heard, HearingFailed, Recogniser
from trainer.worker.retake_sound import cue, spliced

CUE = "beep"
LONGEST_S = 60.0
"""As long as a reply may be by default."""
NOTHING_SAID = "Nothing was heard in it, so your take is as it was."
NO_ENGINE = "Nothing here can turn speech into words yet."


@dataclass(slots=True)
class _Running:
    """A retake that is being recorded (`rig` is set) or heard."""

    attempt_id: str
    place: Place
    done: Future[Retaken | None]
    rig: LiveRig | None
    recording: Recording
    early: list[Samples] = field(default_factory=list)
    first: int | None = None
    """The first sample of the microphone that belongs to it; None until the cue is over."""


class Retakes:
    """See `ui.retake_services.Retakes`. Public methods may be called from any thread."""

    def __init__(
        self,
        *,
        post: Callable[[Callable[[], None]], None],
        store: StoreThread,
        data_dir: Path,
        guides: dict[str, Guide],
        recogniser: Callable[[], Recogniser | None],
        load_sound: Callable[[str], Sound],
        player: Player,
        microphone: Microphone,
        in_call: Callable[[], bool],
        tell: Callable[[str], None],
    ) -> None:
        self._post, self._store, self._data_dir, self._guides = post, store, data_dir, guides
        self._recogniser, self._load_sound = recogniser, load_sound
        self._player, self._microphone, self._in_call = player, microphone, in_call
        self._tell = tell
        self._now: _Running | None = None
        self._level, self._seconds = QUIETEST_DBFS, 0.0

    # ------------------------------------------------------------------ what the user may do

    def start(self, attempt_id: str, place: Place) -> Future[Retaken | None]:
        """Record this place anew, after a cue; the future has it once it is heard, None when cancelled.

        It raises DeviceError without a microphone, ModelMissing or RecogniserError where nothing hears it,
        and BadInput where nothing was said.
        """
        done: Future[Retaken | None] = Future()
        self._post(lambda: self._start(attempt_id, place, done))
        return done

    def from_file(self, attempt_id: str, place: Place, pcm: Pcm) -> Future[Retaken | None]:
        """The same from samples, 16 kHz mono int16; no device has a part in it."""
        done: Future[Retaken | None] = Future()
        self._post(lambda: self._from_file(attempt_id, place, pcm, done))
        return done

    def finish(self) -> None:
        """It has been said."""
        self._post(self._finish)

    def cancel(self) -> None:
        """Forget what was recorded."""
        self._post(self._cancel)

    def recording(self) -> bool:
        """Whether the microphone is open for a retake."""
        return self._now is not None and self._now.rig is not None

    def level_dbfs(self) -> float:
        """Peak level of the newest block, decibels below full scale."""
        return self._level

    def seconds(self) -> float:
        """How long it is so far."""
        return self._seconds

    def last(self, attempt_id: str) -> Future[Retaken | None]:
        """The newest retake of an attempt; None without one."""
        return self._store.do(lambda store: last_retake(store.attempt(attempt_id), self._guides))

    def remove(self, made: Retaken) -> Future[None]:
        """Delete a retake with its audio."""
        return self._store.do(lambda store: store.remove_retake(made.take.id))

    def whole(self, made: Retaken) -> Future[bytes]:
        """The reply with the new part in it: 16 kHz mono int16, little endian. It is stored nowhere."""
        return self._store.do(lambda _: spliced(self._data_dir, made).astype("<i2").tobytes())

    # ------------------------------------------------------------------ on the session's thread

    def take_in(self, item: object) -> None:
        """What arrives from the devices and the recogniser."""
        now = self._now
        if now is None:
            return
        if isinstance(item, Heard | HearingFailed):
            if now.rig is None and item.take_id in (None, now.recording.take.id):
                self._heard(now, item)
        elif now.rig and (event := now.rig.translate(item)):
            try:
                self._handle(now, now.rig, event)
            except WorldError as error:
                self._give_up(now, error)

    def seconds_to_timer(self) -> float | None:
        """Nothing here waits."""
        return None

    def wake(self) -> None:
        """Nothing here waits."""

    def close(self) -> None:
        """Cancel what is running."""
        self._cancel()

    def _start(self, attempt_id: str, place: Place, done: Future[Retaken | None]) -> None:
        self._cancel()
        try:
            if self._in_call():
                raise DeviceError("A call is on.", "End it first.")
            hears = self._hears()
            rig = LiveRig(self._player, self._microphone)
            self._player.stop()
            rig.open()
        except WorldError as error:
            done.set_exception(error)
            return
        self._begin(attempt_id, place, done, rig, hears)
        rig.play(CUE, cue(self._load_sound(CUE)), ring=False)

    def _from_file(self, attempt_id: str, place: Place, pcm: Pcm, done: Future[Retaken | None]) -> None:
        self._cancel()
        try:
            now = self._begin(attempt_id, place, done, None, self._hears())
        except WorldError as error:
            done.set_exception(error)
            return
        try:
            now.recording.add(pcm)
            self._complete(now, dropped_ms=0)
        except WorldError as error:
            self._give_up(now, error)

    def _hears(self) -> Recogniser:
        """What turns it into words.

        Raises:
            ModelMissing: nothing here can.
        """
        hears = self._recogniser()
        if hears is None:
            raise ModelMissing(NO_ENGINE, "Fetch the speech model in Settings.")
        return hears

    def _begin(
        self,
        attempt_id: str,
        place: Place,
        done: Future[Retaken | None],
        rig: LiveRig | None,
        hears: Recogniser,
    ) -> _Running:
        """The retake is on: its event is stored first, then its recording."""
        take_id = str(ULID())
        path = f"takes/{attempt_id}/{take_id}.wav"
        take = Take(id=take_id, turn=place.turn, purpose="retake", path=path)
        event = event_of(take_id, place)
        self._store.do(lambda store: store.add_events(attempt_id, [event]))
        recording = Recording(self._store, self._data_dir, attempt_id, take, hears)
        self._now = now = _Running(attempt_id, place, done, rig, recording)
        self._seconds = 0.0
        return now

    def _handle(self, now: _Running, rig: LiveRig, event: RigEvent) -> None:
        match event:
            case Samples():
                self._level = peak_dbfs(event.pcm)
                now.early.append(event)
                self._record(now)
            case Sounded(_, "ended" | "stopped", at_s) if now.first is None:
                now.first = rig.sample_at(at_s)
                self._record(now)
            case SpeakerFailed() if now.first is None:
                now.first = rig.sample_at(rig.now_s())
            case Notice(message):
                self._tell(message)
            case MicrophoneFailed(message):
                self._give_up(now, DeviceError(message))

    def _record(self, now: _Running) -> None:
        """Write what has come since the cue."""
        if now.first is None:
            return
        waiting, now.early = now.early, []
        for samples in waiting:
            now.recording.add(samples.pcm[max(0, now.first - samples.first) :])
        self._seconds = now.recording.frames / SAMPLE_RATE
        if self._seconds >= LONGEST_S:
            self._finish()

    def _finish(self) -> None:
        now = self._now
        if now is None or now.rig is None:
            return
        dropped_ms = now.rig.dropped_ms
        self._close_line(now)
        try:
            self._complete(now, dropped_ms=dropped_ms)
        except WorldError as error:
            self._give_up(now, error)

    def _complete(self, now: _Running, *, dropped_ms: int) -> None:
        """All of it is recorded; its words follow.

        Raises:
            WorldError: it could not be written.
        """
        take = now.recording.finish(dropped_ms=dropped_ms)
        if part_of(take) is None:
            self._forget(now)
            now.done.set_exception(BadInput(NOTHING_SAID, "Try again, a little louder."))

    def _cancel(self) -> None:
        now = self._now
        if now is None:
            return
        if now.rig:
            self._give_up(now, None)
        else:
            self._forget(now)
            now.done.set_result(None)

    def _give_up(self, now: _Running, error: WorldError | None) -> None:
        """End a recording that will not be used: what there is of it goes."""
        self._close_line(now)
        try:
            now.recording.finish(dropped_ms=0)
        except WorldError as second:
            error = error or second
        self._forget(now)
        if error:
            now.done.set_exception(error)
        else:
            now.done.set_result(None)

    def _close_line(self, now: _Running) -> None:
        if now.rig:
            now.rig.close()
        now.rig, self._level = None, QUIETEST_DBFS

    def _forget(self, now: _Running) -> None:
        self._now = None
        take_id, hears = now.recording.take.id, self._recogniser()
        if hears:
            hears.forget(take_id)
        self._store.do(lambda store: store.remove_retake(take_id))

    def _heard(self, now: _Running, item: Heard | HearingFailed) -> None:
        if isinstance(item, HearingFailed):
            self._forget(now)
            now.done.set_exception(RecogniserError(item.message))
            return
        self._now = None
        transcript, guides = item.transcript, self._guides
        judged = self._store.do(lambda store: _kept(store, now, transcript, guides))
        judged.add_done_callback(lambda future: _hand_over(future, now.done))


def _kept(store: Store, now: _Running, transcript: Transcript, guides: dict[str, Guide]) -> Retaken:
    take = now.recording.take
    store.add_transcript(take.id, transcript)
    return retaken(store.attempt(now.attempt_id), now.place, take, transcript, guides)


def _hand_over(made: Future[Retaken], done: Future[Retaken | None]) -> None:
    error = made.exception()
    if error:
        done.set_exception(error)
    else:
        done.set_result(made.result())
