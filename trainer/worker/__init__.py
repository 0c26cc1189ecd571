"""What the window (`ui.services.Services`) and the command line work with; still no Qt.

`Worker` itself is light: settings, scenarios and guides, which the first screen shows. All that takes time
to load or owns a thread is `machinery.Machinery`, built at its first use (`open`), so that a window can be
painted and answer before numpy, SQLite and the sound library are there.
"""

from __future__ import annotations

import dataclasses
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import events, settings
from trainer.ambush_keeper import AmbushKeeper
from trainer.errors import Mistakes
from trainer.guides import guide_for, length_band, load_guides
from trainer.paths import make_private_dir
from trainer.records import Scenario, Seller
from trainer.scenarios import Library
from trainer.settings import Settings
from trainer.worker.casting import Casting, pick_guide
from trainer.worker.library_reader import LibraryReader

if TYPE_CHECKING:
    from trainer.audio import Microphone, Player, Sink
    from trainer.records import Band, Guide, Source
    from trainer.store_thread import StoreThread
    from trainer.transcription import Recogniser
    from trainer.transcription.engines import EngineChoice
    from trainer.worker.authoring import Authoring
    from trainer.worker.browsing import Browsing
    from trainer.worker.calls import Calls
    from trainer.worker.carrying import Carrying
    from trainer.worker.delay_test import DelayTest
    from trainer.worker.listening import Listening
    from trainer.worker.machinery import Machinery
    from trainer.worker.practice import Practice
    from trainer.worker.retakes import Retakes
    from trainer.worker.review import Review
    from trainer.worker.scripts import Scripts
    from trainer.worker.shelf import Shelf
    from trainer.worker.speech_models import SpeechModels

log = logging.getLogger(__name__)

REHEARSAL_REST_S = 0.03
"""Between two judgements that nobody waits for, so that they do not keep the window from the interpreter."""


class Worker:
    """Everything behind a window or a command. Build it, use its parts, `close` it."""

    def __init__(
        self,
        data_dir: Path,
        emit: Callable[[events.CoreEvent], None],
        *,
        make_player: Callable[[Sink, Worker], Player] | None = None,
        make_microphone: Callable[[Sink, Worker], Microphone] | None = None,
        make_recogniser: Callable[[EngineChoice, Sink], Recogniser] | None = None,
        engine: str | None = None,
        own_later: bool = False,
    ) -> None:
        """`emit` may be called from any thread. `engine` overrides the setting for this run.

        With `own_later` the library is what ships until `open_in_background` has read the user's own, so that
        no window waits for them, however many they are.

        Raises:
            OSError: the data folder cannot be made or its settings not read.
        """
        make_private_dir(data_dir)
        self.data_dir, self.emit = data_dir, emit
        self.settings, self.notices = settings.load(data_dir)
        if engine:
            self.settings = dataclasses.replace(self.settings, engine=engine)
        self.make_player, self.make_microphone = make_player, make_microphone
        self.make_recogniser = make_recogniser
        self._reader = LibraryReader(data_dir, self.notices.append, own_later=own_later)
        self._machinery: Machinery | None = None
        self._opening = threading.Lock()
        self._opener: threading.Thread | None = None
        self._rehearser: threading.Thread | None = None
        self._ships: tuple[Scenario, ...] = ()
        self._closing = threading.Event()

    # ------------------------------------------------------------------ light

    @property
    def library(self) -> Library:
        """All scenarios and sellers, the user's own among them, as they were read last."""
        return self._reader.library

    def read_library_again(self) -> None:
        """After a change; those who hold scenarios are told."""
        self._reader.read_again()
        self.emit(events.LibraryChanged(attempt_id=""))

    @cached_property
    def guide_records(self) -> dict[str, Guide]:
        """All guides by id, the user's own among them; one that is wrong is left out and told."""
        return load_guides(self.data_dir / "guides", self._leave_out)

    def _leave_out(self, mistakes: Mistakes) -> None:
        self.notices.append(f"A guide of yours was left out. {mistakes}")

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """All scenarios that could be read."""
        return self.library.scenarios

    @property
    def sellers(self) -> dict[str, Seller]:
        """The sellers that ship, and the user's own once the library has been read."""
        return self._reader.sellers

    @property
    def guides(self) -> dict[str, str]:
        """Guide id -> title."""
        return {guide.id: guide.title for guide in self.guide_records.values()}

    @property
    def articles(self) -> dict[str, Source]:
        """Article number -> the article, over all guides."""
        guides = self.guide_records.values()
        return {number: article for guide in guides for number, article in guide.sources.items()}

    @cached_property
    def ambush(self) -> AmbushKeeper:
        """What is armed; a damaged diary is told with the other notices.

        Raises:
            OSError: it exists and cannot be read.
        """
        keeper = AmbushKeeper(self.data_dir)
        self.notices += keeper.notices
        return keeper

    @cached_property
    def authoring(self) -> Authoring:
        """The draft of an own scenario."""
        from trainer.worker.authoring import Authoring

        return Authoring(self.data_dir)

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
        if engine_changed and self._machinery:
            self._machinery.engine_changed()

    # ------------------------------------------------------------------ heavy

    def open(self) -> Machinery:
        """The threads, the history and the devices; built once, from whichever thread asks first.

        Raises:
            StoreError: the history cannot be used.
        """
        with self._opening:
            if self._machinery is None:
                from trainer.worker.machinery import Machinery

                self._machinery = Machinery(self)
            return self._machinery

    @property
    def is_open(self) -> bool:
        """Whether `open` has been done, so that what needs it answers at once."""
        return self._machinery is not None

    def open_in_background(self) -> Future[str | None]:
        """`open` on a thread of its own, load the speech model, list what a crash has left, read the user's
        own scenarios.

        The future has the name of the engine in force, None when nothing here can hear English.
        """
        opened: Future[str | None] = Future()

        def work() -> None:
            try:
                self.open()
                self.recover()
                self.warm()
                self._ships = self.scenarios
                if self._reader.lacks_own:
                    self.read_library_again()
                opened.set_result(self.models.engine_in_force())
            except BaseException as error:
                opened.set_exception(error)

        self._opener = threading.Thread(target=work, name="opening")
        self._opener.start()
        return opened

    def rehearse_in_background(self) -> None:
        """Get the judge ready, as the speech model is; after `open_in_background`.

        For when the window has built what it builds by itself: beside the rehearsal, whose first judgement
        takes an eighth of a second, a page took three times as long (benchmarks/stalls.py).
        """

        def work() -> None:
            from trainer.judging import rehearse

            rehearse(self._ships, self.guide_records, lambda: self._closing.wait(REHEARSAL_REST_S))

        self._rehearser = threading.Thread(target=work, name="rehearsing")
        self._rehearser.start()

    def recover(self) -> None:
        """List what a crash has left behind: takes are repaired and can be heard later."""
        self.open().recover()

    def warm(self) -> None:
        """Load the speech model in the background."""
        self.open().warm()

    @property
    def calls(self) -> Calls:
        """The running call."""
        return self.open().calls

    @property
    def review(self) -> Review:
        """Stored attempts."""
        return self.open().review

    @property
    def browsing(self) -> Browsing:
        """Stored attempts as History shows them."""
        return self.open().browsing

    @property
    def carrying(self) -> Carrying:
        """Long work on many attempts."""
        return self.open().carrying

    @property
    def practice(self) -> Practice:
        """What to practise, sittings, progress and threads."""
        return self.open().practice

    @property
    def scripts(self) -> Scripts:
        """The user's own scripts."""
        return self.open().scripts

    @property
    def shelf(self) -> Shelf:
        """The user's own scenarios."""
        return self.open().shelf

    @property
    def listening(self) -> Listening:
        """Playing and device tests."""
        return self.open().listening

    @property
    def retakes(self) -> Retakes:
        """Parts of replies, recorded anew."""
        return self.open().retakes

    @property
    def delays(self) -> DelayTest:
        """The delay of the sound devices."""
        return self.open().delays

    @property
    def models(self) -> SpeechModels:
        """Speech models."""
        return self.open().models

    @property
    def store(self) -> StoreThread:
        """The thread that owns the history."""
        return self.open().store

    def close(self) -> None:
        """Leave a running call, then end everything in reverse order."""
        self._closing.set()
        for thread in filter(None, (self._opener, self._rehearser)):
            thread.join()  # one asks the history, and no thread outlives the program
        if "authoring" in self.__dict__:
            self.authoring.close()
        with self._opening:
            if self._machinery:
                self._machinery.close()
