"""The threads, built in order and closed in reverse; still no Qt.

`Worker` is what the window (`ui.services.Services`) and the command line work with. GUI thread, audio
callback and player thread belong to their owners; here are the session's thread (one inbox), the store's
thread (the only database connection) and the recogniser's process.
"""

from __future__ import annotations

import dataclasses
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import lru_cache
from pathlib import Path

from filelock import FileLock, Timeout

from trainer import events, settings
from trainer.audio import Microphone, Player, Sink, Sound
from trainer.audio.capture import DeviceMicrophone
from trainer.audio.files import load_sound
from trainer.audio.playback import SpeakerPlayer
from trainer.audio.takes import read_take, repair
from trainer.audio.voice_activity import level_of, voiced_spans
from trainer.guides import guide_for, length_band, load_guides
from trainer.history.recovery import recover
from trainer.judging import pick_guide
from trainer.paths import make_private_dir
from trainer.records import Band, Scenario, Seller, Source, Take
from trainer.scenarios import load_library
from trainer.settings import DeviceName, Settings
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser
from trainer.transcription.engines import EngineChoice
from trainer.transcription.recogniser import ChildRecogniser
from trainer.worker.calls import Calls, Casting
from trainer.worker.hearings import Hearings
from trainer.worker.listening import Listening
from trainer.worker.review import Review
from trainer.worker.session_thread import SessionThread
from trainer.worker.speech_models import SpeechModels

log = logging.getLogger(__name__)


class Worker:
    """Everything behind a window or a command. Build it, use its parts, `close` it."""

    def __init__(
        self,
        data_dir: Path,
        emit: Callable[[events.CoreEvent], None],
        *,
        make_player: Callable[[Sink, Worker], Player] | None = None,
        make_microphone: Callable[[Sink, Worker], Microphone] | None = None,
        make_recogniser: Callable[[EngineChoice, Sink], Recogniser] = ChildRecogniser,
        engine: str | None = None,
    ) -> None:
        """`emit` may be called from any thread. `engine` overrides the setting for this run.

        Raises:
            StoreError: the history cannot be used.
            Mistakes: a guide of the user's is wrong.
            OSError: the data folder cannot be made.
        """
        make_private_dir(data_dir)
        self.data_dir, self._emit = data_dir, emit
        self.settings, self.notices = settings.load(data_dir)
        if engine:
            self.settings = dataclasses.replace(self.settings, engine=engine)
        self.library = load_library(extra=data_dir / "scenarios")
        self.guide_records = load_guides(data_dir / "guides")
        self.store = StoreThread(data_dir)
        self._recording_lock = FileLock(data_dir / "recording.lock", mode=0o600)
        self._alone = _acquired(self._recording_lock)
        self._make_recogniser = make_recogniser
        self._recogniser: Recogniser | None = None
        self._recogniser_lock = threading.Lock()
        self._load_sound = lru_cache(maxsize=32)(self._sound)
        self._session = SessionThread(self._bug)
        sink, post = self._session.inbox.put, self._session.post
        self._player = (make_player or _speaker)(sink, self)
        self._microphone = (make_microphone or _microphone)(sink, self)
        self.models = SpeechModels(data_dir, lambda: self.settings, self.save_settings, self._engine_changed)
        hearings = Hearings(self.store, self.guide_records, emit)
        self.calls = Calls(
            post=post,
            store=self.store,
            data_dir=data_dir,
            hearings=hearings,
            recogniser=self.recogniser,
            load_sound=self._load_sound,
            cast=self.cast,
            player=self._player,
            microphone=self._microphone,
            emit=emit,
        )
        self.listening = Listening(
            post=post,
            data_dir=data_dir,
            player=self._player,
            microphone=self._microphone,
            load_sound=self._load_sound,
            engine=self.models.choice,
            tell=lambda message: emit(events.Trouble(attempt_id="", message=message, fatal=False)),
        )
        self.review = Review(
            post=post,
            store=self.store,
            data_dir=data_dir,
            guides=self.guide_records,
            hearings=hearings,
            recogniser=self.recogniser,
        )
        self._session.listeners += [self.calls, self.listening]
        self._session.start()

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """All scenarios that could be read."""
        return self.library.scenarios

    @property
    def sellers(self) -> dict[str, Seller]:
        """The shipped sellers."""
        return self.library.sellers

    @property
    def guides(self) -> dict[str, str]:
        """Guide id -> title."""
        return {guide.id: guide.title for guide in self.guide_records.values()}

    @property
    def articles(self) -> dict[str, Source]:
        """Article number -> the article, over all guides."""
        guides = self.guide_records.values()
        return {number: article for guide in guides for number, article in guide.sources.items()}

    def recover(self) -> None:
        """List what a crash has left behind: takes are repaired and can be heard later.

        Only while no other program records into this folder: its attempts are not left behind.
        """
        if self._alone:
            found = self.store.do(lambda store: recover(store, self.data_dir, repair, measured))
            found.add_done_callback(self._tell_found)

    def warm(self) -> None:
        """Load the speech model in the background; called after the first paint."""
        self._session.post(lambda: _warm(self.recogniser()))

    def recogniser(self) -> Recogniser | None:
        """The engine in force in its process; None when nothing here can hear English."""
        with self._recogniser_lock:
            if self._recogniser is None:
                choice = self.models.choice()
                if choice:
                    self._recogniser = self._make_recogniser(choice, self._session.inbox.put)
            return self._recogniser

    def cast(self, scenario_id: str, seller_id: str | None = None, guide: str | None = None) -> Casting:
        """Who practises what: `seller_id`, else the user's profile if it has a name, else the scenario's.

        Raises:
            UnknownName: no such scenario, seller or guide.
        """
        scenario = self.library.scenario(scenario_id)
        if seller_id:
            seller = self.library.seller(seller_id)
        elif self.settings.profile.name:
            seller = self.settings.profile
        else:
            seller = self.library.seller(scenario.seller)
        chosen = pick_guide(self.guide_records, guide or self.settings.guide, scenario)
        return Casting(scenario, seller, chosen)

    def length_band(self, scenario_id: str) -> Band:
        """How long the reply should be, in seconds from the beep, by the guide in force.

        Raises:
            UnknownName: no such scenario.
        """
        casting = self.cast(scenario_id)
        guide, _ = guide_for(self.guide_records, casting.guide, casting.scenario.kind)
        return length_band(guide, casting.scenario.kind)

    def save_settings(self, new: Settings) -> None:
        """Keep `new` and put them in force.

        Raises:
            OSError: they could not be written.
        """
        settings.save(self.data_dir, new)
        engine_changed = new.engine != self.settings.engine
        self.settings = new
        if engine_changed:
            self._engine_changed()

    def close(self) -> None:
        """Leave a running call, then end everything in reverse order."""
        self._session.post(self.calls.close)
        self._session.post(self.listening.close)
        self._session.close()
        self._player.close()
        self.models.close()
        if self._recogniser:
            self._recogniser.close()
        self.store.close()
        self._recording_lock.release()

    def _tell_found(self, found: Future[list[str]]) -> None:
        for sentence in found.result() if found.exception() is None else []:
            log.info("%s", sentence)
            self._emit(events.Trouble(attempt_id="", message=sentence, fatal=False))

    def _engine_changed(self) -> None:
        with self._recogniser_lock:
            old, self._recogniser = self._recogniser, None
        if old:
            old.close()

    def _sound(self, name: str) -> Sound:
        sound = load_sound(self.library.sound_path(name))
        return dataclasses.replace(sound, over_the_line="/" in name)

    def _bug(self, error: BaseException) -> None:
        message = f"Ringback made a mistake ({type(error).__name__}). What you said so far is kept."
        self._emit(events.Trouble(attempt_id="", message=message, fatal=True))


def measured(path: Path, take: Take) -> Take:
    """`take` with the speech, latency and level that its file holds.

    Raises:
        WorldError, OSError: it cannot be read.
    """
    pcm = read_take(path)
    spans = voiced_spans(pcm)
    return dataclasses.replace(
        take,
        speech=spans,
        first_word_latency_s=spans[0].start_s if spans else None,
        level=level_of(pcm, spans),
    )


def _acquired(lock: FileLock) -> bool:
    """Whether nobody else holds it; another holder is a program that may be recording."""
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    return True


def _warm(recogniser: Recogniser | None) -> None:
    if isinstance(recogniser, ChildRecogniser):
        recogniser.warm()


def _speaker(sink: Sink, worker: Worker) -> Player:
    def device() -> DeviceName | None:
        return worker.settings.output_device

    return SpeakerPlayer(
        sink,
        device,
        ring_device=lambda: worker.settings.ring_device,
        telephone=lambda: worker.settings.telephone_sound,
    )


def _microphone(sink: Sink, worker: Worker) -> Microphone:
    return DeviceMicrophone(sink, lambda: worker.settings.input_device)
