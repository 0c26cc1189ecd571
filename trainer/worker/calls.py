"""The running call, and the attempts on their way from it to a judgement."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

from ulid import ULID

from trainer import events
from trainer.audio import Microphone, Player, Sound
from trainer.audio.capture import QUIETEST_DBFS, peak_dbfs
from trainer.branching import choose
from trainer.desk import Desk
from trainer.drills import (
    Answer,
    Decide,
    HangUp,
    HearAgain,
    KeyPressed,
    Manners,
    TurnDone,
    decides,
    listens,
)
from trainer.errors import WorldError
from trainer.guides import guide_for
from trainer.history.store import Store
from trainer.judging import context_of, judged_as
from trainer.records import Attempt, AttemptState, Guide, Prompt, SpokenTurn, Take
from trainer.rigs import Rig, RigEvent, Samples, UserDid
from trainer.rigs.live import LiveRig
from trainer.rigs.scripted import Step
from trainer.session import Call
from trainer.store_thread import StoreThread
from trainer.transcription import EngineReady, Heard, HearingFailed, PartialWords, Recogniser
from trainer.worker.casting import Casting
from trainer.worker.hearings import Hearings
from trainer.worker.messages import message_for, sound_of, word_left_by
from trainer.worker.scripting import scripted

log = logging.getLogger(__name__)

HEARD_WITHIN_S = 150.0
"""Longer than the recogniser gives itself before it reports a failure."""
NO_ENGINE = (
    "Nothing here can turn speech into words yet. Fetch the speech model in Settings, then hear this take."
)
ONLY_SILENCE = (
    "Your microphone delivered nothing but silence. Check that it is not muted and that this program may use "
    "it (privacy settings of your system), then try the microphone in Settings. The take was set aside."
)
NO_ANSWER = "The answers hold nothing but silence. The take was set aside."
"""The same for a call from files, in which no microphone has a part."""


class Calls:
    """The one call that may be running. Public methods may be called from any thread."""

    def __init__(
        self,
        *,
        post: Callable[[Callable[[], None]], None],
        store: StoreThread,
        data_dir: Path,
        hearings: Hearings,
        recogniser: Callable[[], Recogniser | None],
        load_sound: Callable[[str, str], Sound],
        cast: Callable[[str], Casting],
        guides: dict[str, Guide],
        manners: Callable[[], Manners],
        player: Player,
        microphone: Microphone,
        emit: Callable[[events.CoreEvent], None],
        sitting: Callable[[], str | None],
    ) -> None:
        self._post, self._store, self._data_dir, self._hearings = post, store, data_dir, hearings
        self._recogniser, self._load_sound, self._cast, self._emit = recogniser, load_sound, cast, emit
        self._player, self._microphone = player, microphone
        self._guides, self._manners, self._sitting = guides, manners, sitting
        self._call: Call | None = None
        self._rig: LiveRig | None = None
        self._level = QUIETEST_DBFS
        self._file_calls: set[queue.SimpleQueue[Heard | HearingFailed]] = set()
        """Where calls from files, each on a thread of its own, wait for the recogniser's answers."""

    # ------------------------------------------------------------------ what the user may do

    def start(self, scenario_id: str) -> None:
        """Begin an attempt at this scenario; a running one is left first.

        Raises:
            UnknownName: no such scenario, or its seller or guide is missing.
        """
        self.begin(self._cast(scenario_id))

    def begin(self, casting: Casting) -> None:
        """Begin an attempt; a running one is left first."""
        self._post(lambda: self._start(casting))

    def ring(self, scenario_id: str, max_seconds: float | None = None) -> Future[str | None]:
        """Let the prospect of a call back ring, unless a call is on; replies last `max_seconds` at most.

        The future has the attempt's id, before anything is announced of it; None: a call is on. It raises
        DeviceError without a microphone and StoreError where the attempt cannot be kept.

        Raises:
            UnknownName: no such scenario, or its seller or guide is missing.
        """
        begun = Future[str | None]()
        casting = self._cast(scenario_id)
        limited = casting.limited(max_seconds) if max_seconds else casting
        self._post(lambda: self._ring(limited, begun))
        return begun

    def answer(self) -> None:
        """Pick up the ringing phone."""
        self._post(lambda: self._handle(UserDid(Answer())))

    def hang_up(self) -> None:
        """End the call: what was said is sent, heard, judged and stored."""
        self._post(lambda: self._handle(UserDid(HangUp())))

    def turn_done(self) -> None:
        """This reply is finished."""
        self._post(lambda: self._handle(UserDid(TurnDone())))

    def press(self, key: str) -> None:
        """A key of the telephone."""
        self._post(lambda: self._handle(UserDid(KeyPressed(key))))

    def decide(self, what: str) -> None:
        """One of the choices that `events.Deciding` has announced."""
        self._post(lambda: self._handle(UserDid(Decide(what))))

    def hear_again(self) -> None:
        """The menu from its beginning (get-through)."""
        self._post(lambda: self._handle(UserDid(HearAgain())))

    def leave(self) -> None:
        """Keep the attempt as abandoned."""
        self._post(self._leave)

    def start_over(self) -> None:
        """Keep this go as abandoned and begin the same scenario again."""
        self._post(self._start_over)

    def running(self) -> events.RunningCall | None:
        """The call that is on, from its first sound until its line is closed."""
        call = self._call
        if call is None or call.ended:
            return None
        return events.RunningCall(attempt_id=call.attempt_id, scenario_id=call.scenario.id)

    def level_dbfs(self) -> float:
        """Peak level of the newest block, decibels below full scale."""
        return self._level

    def from_files(self, casting: Casting, steps: Sequence[Step]) -> Future[Attempt]:
        """One whole attempt from files; the future has it judged.

        The future raises BadInput for surplus answers and RecogniserError when nothing could hear them.
        """
        done: Future[Attempt] = Future()
        threading.Thread(target=self._run_files, args=(casting, steps, done), name="answers").start()
        return done

    # ------------------------------------------------------------------ on the session's thread

    def take_in(self, item: object) -> None:
        """What arrives from the devices and the recogniser."""
        match item:
            case Heard() | HearingFailed():
                self._hearings.handle(item)
                for waiting in tuple(self._file_calls):
                    waiting.put(item)
                if self._call:
                    self._tell_heard(self._call, item)
                    self._conclude_if_ended(self._call)
            case PartialWords(_, text) if self._call and not self._call.ended:
                self._emit(events.WordsHeard(attempt_id=self._call.attempt_id, text=text))
            case EngineReady():
                log.info("engine ready: %s in %.2f s", item.engine, item.load_s)
            case _ if self._rig:
                event = self._rig.translate(item)
                if isinstance(event, Samples):
                    self._level = peak_dbfs(event.pcm)
                if event:
                    self._handle(event)

    def seconds_to_timer(self) -> float | None:
        """When the running call wants to be woken."""
        return self._rig.seconds_to_timer() if self._rig else None

    def wake(self) -> None:
        """A wait of the running call is over."""
        for timer in self._rig.due() if self._rig else []:
            self._handle(timer)

    def close(self) -> None:
        """Leave a running call; its take is kept."""
        self._leave()

    def _start(self, casting: Casting) -> None:
        self._leave()
        attempt_id = str(ULID())
        try:
            call = self._open_line(attempt_id, casting)
        except WorldError as error:
            self._emit(events.Trouble(attempt_id=attempt_id, message=str(error), fatal=True))
            return
        call.begin()
        self._conclude_if_ended(call)

    def _ring(self, casting: Casting, begun: Future[str | None]) -> None:
        if self._call:
            begun.set_result(None)
            return
        try:
            call = self._open_line(str(ULID()), casting)
        except WorldError as error:
            begun.set_exception(error)
            return
        begun.set_result(call.attempt_id)
        call.begin()
        self._conclude_if_ended(call)

    def _open_line(self, attempt_id: str, casting: Casting) -> Call:
        """Open the microphone, if it is needed, and keep the attempt; the call is on from here.

        Raises:
            DeviceError, StoreError: neither is done then.
        """
        self._player.stop()
        rig = LiveRig(self._player, self._microphone if listens(casting.scenario) else None)
        try:
            rig.open()
            self._call = self._new_call(attempt_id, casting, rig, self._manners())
        except WorldError:
            rig.close()
            raise
        self._rig = rig
        return self._call

    def _new_call(
        self, attempt_id: str, casting: Casting, rig: Rig, manners: Manners, *, from_files: bool = False
    ) -> Call:
        """The attempt's row is committed before anything is said.

        Raises:
            StoreError: it cannot be.
        """
        now = datetime.now().astimezone()
        offset = now.utcoffset()
        message = self._store.do(lambda store: message_for(store, casting.scenario)).result()
        context = context_of(casting.scenario, casting.seller, message)
        self._store.do(
            lambda store: store.begin_attempt(
                id=attempt_id,
                scenario=casting.scenario,
                seller=casting.seller,
                context=context,
                guide=casting.guide,
                started_utc=now.astimezone(UTC).isoformat(timespec="milliseconds"),
                utc_offset_min=int(offset.total_seconds() // 60) if offset else 0,
                group=casting.scenario.prospect.id,
                own_message=message,
                sitting=self._sitting(),
                from_files=from_files,
            )
        ).result()
        guide, _ = guide_for(self._guides, casting.guide, casting.scenario.kind)
        phrases, kinds = casting.scenario.phrases, judged_as(casting.scenario)
        region = casting.scenario.prospect.region or casting.seller.region

        def next_line(prompt: Prompt, greeting: SpokenTurn, reply: SpokenTurn) -> str:
            return choose(prompt, reply, context, guide, kinds, greeting=greeting, phrases=phrases)

        def load_sound(name: str) -> Sound:
            return self._load_sound(name, region)

        snippet = sound_of(self._data_dir, message) if message else None
        desk = Desk(
            self._store, self._data_dir, self._recogniser(), load_sound, next_line, self._emit,
            own_message=(message, snippet) if message and snippet else None,
        )  # fmt: skip
        return Call(attempt_id, casting.scenario, manners, rig, desk)

    def _handle(self, event: RigEvent) -> None:
        call = self._call
        if call is None:
            return
        call.handle(event)
        self._conclude_if_ended(call)

    def _leave(self) -> None:
        if self._call:
            self._call.abandon()
            self._conclude(self._call)

    def _start_over(self) -> None:
        if self._call:
            scenario_id = self._call.scenario.id
            self._leave()
            self._start(self._cast(scenario_id))

    def _conclude(self, call: Call, waiter: Future[Attempt] | None = None) -> None:
        if call is self._call:
            self._call, self._rig, self._level = None, None, QUIETEST_DBFS
        attempt_id, how = call.attempt_id, call.how.how if call.how else "nothing-left"
        if how == "missed":
            self._keep(attempt_id, "missed-ring", waiter, word_left_by(call.scenario.prospect))
            self._emit(events.AttemptMissed(attempt_id=attempt_id))
        elif call.torn:
            self._forget(call)  # stays "recording", which is what the next start looks for
        elif how == "nothing-left":
            self._forget(call)
            self._keep(attempt_id, "abandoned", waiter)
        elif call.takes and not decides(call.scenario) and all(_only_zeros(take) for take in call.takes):
            self._set_aside(call, waiter)
        elif call.takes and self._recogniser() is None:
            self._hearings.cannot_hear(attempt_id, NO_ENGINE, [waiter] if waiter else None)
        else:
            if call.takes:
                self._emit(events.BeingHeard(attempt_id=attempt_id))
            self._hearings.expect(attempt_id, call.takes, waiter=waiter)

    def _keep(
        self, attempt_id: str, state: AttemptState, waiter: Future[Attempt] | None, note: str = ""
    ) -> None:
        """Nothing will be judged: that is all that comes of the attempt."""

        def kept(store: Store) -> Attempt:
            store.set_state(attempt_id, state)
            if note:
                store.set_note(attempt_id, note)
            return store.attempt(attempt_id)

        done = self._store.do(kept)
        if waiter:
            waiter.set_result(done.result())

    def _set_aside(self, call: Call, waiter: Future[Attempt] | None) -> None:
        self._forget(call)
        attempt_id, message = call.attempt_id, NO_ANSWER if waiter else ONLY_SILENCE

        def keep(store: Store) -> Attempt:
            store.set_state(attempt_id, "set-aside")
            store.set_note(attempt_id, message)
            return store.attempt(attempt_id)

        kept = self._store.do(keep)
        if waiter:
            waiter.set_result(kept.result())
        self._emit(events.Trouble(attempt_id=attempt_id, message=message, fatal=True))

    def _forget(self, call: Call) -> None:
        recogniser = self._recogniser()
        if recogniser:
            for take in call.takes:
                recogniser.forget(take.id)

    def _run_files(self, casting: Casting, steps: Sequence[Step], done: Future[Attempt]) -> None:
        """A whole call on the virtual clock; on its own thread, because it waits for words."""
        heard: queue.SimpleQueue[Heard | HearingFailed] = queue.SimpleQueue()
        self._file_calls.add(heard)
        try:
            call = self._call_from_files(casting, steps, heard)
            if call.failure:
                self._post(lambda: self._conclude(call))  # what was said so far is kept for later
                raise WorldError(call.failure)
            self._post(lambda: self._conclude(call, done))
        except Exception as error:
            done.set_exception(error)
        finally:
            self._file_calls.discard(heard)

    def _call_from_files(
        self, casting: Casting, steps: Sequence[Step], heard: queue.SimpleQueue[Heard | HearingFailed]
    ) -> Call:
        """The call, ended.

        Raises:
            BadInput: there are more answers than turns, or steps that this kind of call does not know.
            StoreError: the history cannot be used.
        """
        rig = scripted(casting.scenario, steps)
        # A file is one reply, whatever its pauses.
        manners = Manners(patience_s=None, guesses=False)
        call = self._new_call(str(ULID()), casting, rig, manners, from_files=True)
        call.begin()
        for event in rig.events():
            call.handle(event)
            while call.waits_for_words:
                self._tell_heard(call, heard.get(timeout=HEARD_WITHIN_S))
            if call.ended:
                break
        return call

    @staticmethod
    def _tell_heard(call: Call, item: Heard | HearingFailed) -> None:
        if item.take_id:
            call.heard(item.take_id, item.transcript if isinstance(item, Heard) else None)

    def _conclude_if_ended(self, call: Call) -> None:
        if call.ended:
            self._conclude(call)


def _only_zeros(take: Take) -> bool:
    """Whether the device delivered nothing but zeros (muted, or refused by the system)."""
    return take.frames > 0 and take.level is not None and take.level.peak_dbfs <= QUIETEST_DBFS
