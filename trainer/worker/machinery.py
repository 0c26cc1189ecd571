"""The threads, built in order and closed in reverse.

GUI thread, audio callback and player thread belong to their owners; here are the session's thread (one
inbox), the store's thread (the only database connection) and the recogniser's process.
"""

from __future__ import annotations

import dataclasses
import logging
import threading
from concurrent.futures import Future
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from trainer import events, own_scenarios
from trainer.audio import Microphone, Player, Sink, Sound
from trainer.audio.capture import DeviceMicrophone
from trainer.audio.files import load_sound
from trainer.audio.measuring import measured
from trainer.audio.playback import SpeakerPlayer
from trainer.audio.takes import repair
from trainer.drills import Manners
from trainer.history.recovery import RECORDING_LOCK, recover
from trainer.practice.device_delay import in_force
from trainer.scenarios import HOME
from trainer.settings import DeviceName
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser
from trainer.transcription.private_copy import sweep
from trainer.transcription.recogniser import ChildRecogniser
from trainer.worker.browsing import Browsing
from trainer.worker.calls import Calls
from trainer.worker.carrying import Carrying
from trainer.worker.delay_test import DelayTest
from trainer.worker.hearings import Hearings
from trainer.worker.listening import Listening
from trainer.worker.placing import Placing
from trainer.worker.practice import Practice
from trainer.worker.retakes import Retakes
from trainer.worker.review import Review
from trainer.worker.scripts import Desk as ScriptDesk
from trainer.worker.scripts import Scripts
from trainer.worker.session_thread import SessionThread
from trainer.worker.shelf import Shelf
from trainer.worker.speech_models import SpeechModels

if TYPE_CHECKING:
    from trainer.worker import Worker

log = logging.getLogger(__name__)


class Machinery:
    """What a `Worker` opens at its first use."""

    def __init__(self, worker: Worker) -> None:
        """Open the history and start the threads.

        Raises:
            StoreError: the history cannot be used.
        """
        self._worker, self._emit = worker, worker.emit
        data_dir, guides = worker.data_dir, worker.guide_records
        self.store = StoreThread(data_dir)
        self._recording_lock = FileLock(data_dir / RECORDING_LOCK, mode=0o600)
        self._alone = _acquired(self._recording_lock)
        self._recogniser: Recogniser | None = None
        self._recogniser_lock = threading.Lock()
        self._loaded = lru_cache(maxsize=32)(_loaded)
        sounds = self._sound
        self._session = SessionThread(self._bug)
        self._sink, post = self._session.inbox.put, self._session.post
        self._player = (worker.make_player or _speaker)(self._sink, worker)
        microphone = self._microphone = (worker.make_microphone or _microphone)(self._sink, worker)
        self.models = SpeechModels(
            data_dir, lambda: worker.settings, worker.save_settings, self.engine_changed
        )
        hearings = Hearings(self.store, guides, self._emit)
        self.practice = Practice(self.store, lambda: worker.scenarios, lambda: worker.settings.new_a_day)
        placing = Placing(
            store=self.store,
            data_dir=data_dir,
            recogniser=self.recogniser,
            load_sound=sounds,
            guides=guides,
            emit=self._emit,
            sitting=self.practice.sitting_id,
            device_delay=lambda: in_force(worker.settings),
        )
        self.calls = Calls(
            post=post,
            placing=placing,
            hearings=hearings,
            cast=worker.cast,
            manners=lambda: Manners(worker.settings.patience_s),
            may_pause=lambda: worker.settings.may_pause,
            player=self._player,
            microphone=microphone,
        )
        self.listening = Listening(
            post=post,
            data_dir=data_dir,
            player=self._player,
            microphone=microphone,
            load_sound=sounds,
            engine=self.models.choice,
            tell=self._tell,
            tell_not_played=lambda message: self._emit(events.NotPlayed(attempt_id="", message=message)),
        )
        self.retakes = Retakes(
            post=post,
            store=self.store,
            data_dir=data_dir,
            guides=guides,
            recogniser=self.recogniser,
            load_sound=sounds,
            player=self._player,
            microphone=microphone,
            in_call=lambda: self.calls.running() is not None,
            tell=self._tell,
        )
        self.delays = DelayTest(
            post=post,
            player=self._player,
            microphone=microphone,
            busy=lambda: (
                self.calls.running() is not None or self.listening.testing() or self.retakes.recording()
            ),
        )
        self.browsing = Browsing(self.store)
        self.carrying = Carrying(self.store, data_dir, guides)
        script_desk = ScriptDesk(
            scenarios=lambda: worker.scenarios,
            settings=lambda: worker.settings,
            cast=worker.cast,
            guides=guides,
        )
        self.scripts = Scripts(self.store, script_desk)
        self.shelf = Shelf(
            own=data_dir / own_scenarios.FOLDER,
            library=lambda: worker.library,
            read_again=worker.read_library_again,
            guides=guides,
        )
        self.review = Review(
            post=post,
            store=self.store,
            data_dir=data_dir,
            guides=guides,
            hearings=hearings,
            recogniser=self.recogniser,
        )
        self._session.listeners += [self.calls, self.listening, self.retakes, self.delays]
        self._session.start()

    def recover(self) -> None:
        """List what a crash has left: takes are repaired and can be heard later. Then back up, and sweep.

        Only while no other program records into this folder: its attempts are not left behind.
        """
        if self.store.mended:
            self._tell(self.store.mended)
        if self._alone:
            found = self.store.do(lambda store: recover(store, self._worker.data_dir, repair, measured))
            found.add_done_callback(self._tell_found)
            self.store.do(lambda store: store.back_up_daily(date.today()))
            self.store.do(lambda _: sweep())

    def warm(self) -> None:
        """Load the speech model in the background; called after the first paint."""
        self._session.post(lambda: _warm(self.recogniser()))

    def recogniser(self) -> Recogniser | None:
        """The engine in force in its process; None when nothing here can hear English."""
        with self._recogniser_lock:
            if self._recogniser is None:
                choice = self.models.choice()
                make = self._worker.make_recogniser or ChildRecogniser
                if choice:
                    self._recogniser = make(choice, self._sink)
            return self._recogniser

    def close(self) -> None:
        """Leave a running call, then end everything in reverse order."""
        self._session.post(self.calls.close)
        self._session.post(self.listening.close)
        self._session.post(self.retakes.close)
        self._session.post(self.delays.close)
        self._session.close()
        self._microphone.close()
        self._player.close()
        self.models.close()
        self.carrying.close()
        self.scripts.close()
        self.shelf.close()
        self.review.close()
        if self._recogniser:
            self._recogniser.close()
        self.store.close()
        self._recording_lock.release()

    def _tell_found(self, found: Future[list[str]]) -> None:
        for sentence in found.result() if found.exception() is None else []:
            log.info("%s", sentence)
            self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self._emit(events.Trouble(attempt_id="", message=sentence, fatal=False))

    def engine_changed(self) -> None:
        """Let the engine go; the one in force then is started at the next need."""
        with self._recogniser_lock:
            old, self._recogniser = self._recogniser, None
        if old:
            old.close()

    def _sound(self, name: str, region: str = HOME) -> Sound:
        path = self._worker.library.sound_path(name, region)
        state = path.stat()
        return self._loaded(path, state.st_mtime_ns, state.st_size, over_the_line="/" in name)

    def _bug(self, error: BaseException) -> None:
        message = f"Ringback made a mistake ({type(error).__name__}). What you said so far is kept."
        self._emit(events.Trouble(attempt_id="", message=message, fatal=True))


def _loaded(path: Path, _mtime_ns: int, _bytes: int, *, over_the_line: bool) -> Sound:
    """The sound in `path`; what the file looked like tells a changed one apart where this is cached."""
    return dataclasses.replace(load_sound(path), over_the_line=over_the_line)


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
