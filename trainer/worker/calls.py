"""The running call, and the attempts on their way from it to a judgement."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from ulid import ULID

from trainer import events
from trainer.audio import Microphone, Player
from trainer.audio.capture import QUIETEST_DBFS, peak_dbfs
from trainer.drills import (
    Answer,
    CannotTalk,
    Decide,
    HangUp,
    HearAgain,
    KeyPressed,
    Manners,
    TurnDone,
    listens,
)
from trainer.errors import WorldError
from trainer.records import Attempt, BrokenOff
from trainer.rigs import RigEvent, Samples, UserDid
from trainer.rigs.live import LiveRig
from trainer.rigs.scripted import Step
from trainer.session import Call
from trainer.transcription import EngineReady, Heard, HearingFailed, PartialWords
from trainer.worker.casting import Casting
from trainer.worker.conclusions import Conclusions
from trainer.worker.file_calls import FileCalls, tell_heard
from trainer.worker.hearings import Hearings
from trainer.worker.placing import Placing

log = logging.getLogger(__name__)


class Calls:
    """The one call that may be running. Public methods may be called from any thread."""

    def __init__(
        self,
        *,
        post: Callable[[Callable[[], None]], None],
        placing: Placing,
        hearings: Hearings,
        cast: Callable[[str], Casting],
        manners: Callable[[], Manners],
        may_pause: Callable[[], bool],
        player: Player,
        microphone: Microphone,
    ) -> None:
        self._post, self.placing, self._hearings, self._emit = post, placing, hearings, placing.emit
        self._cast, self._manners, self._may_pause = cast, manners, may_pause
        self._player, self._microphone = player, microphone
        self._conclusions = Conclusions(placing.store, hearings, placing.recogniser, placing.emit)
        self._files = FileCalls(post, placing, self._conclusions)
        self._call: Call | None = None
        self._rig: LiveRig | None = None
        self._level = QUIETEST_DBFS

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

    def keep_missed(self, scenario_id: str, why: str) -> None:
        """Keep a ring that could not sound as a missed one; `why` says what was in the way.

        Raises:
            UnknownName: no such scenario, or its seller or guide is missing.
        """
        casting = self._cast(scenario_id)
        self._post(lambda: self._keep_missed(casting, why))

    def answer(self) -> None:
        """Pick up the ringing phone."""
        self._post(lambda: self._handle(UserDid(Answer())))

    def hang_up(self) -> None:
        """End the call: what was said is sent, heard, judged and stored."""
        self._post(lambda: self._handle(UserDid(HangUp())))

    def turn_done(self) -> None:
        """This reply is finished."""
        self._post(lambda: self._handle(UserDid(TurnDone())))

    def cannot_talk(self) -> None:
        """Mark that this call back comes at a time when the user cannot talk; judged accordingly."""
        self._post(lambda: self._handle(UserDid(CannotTalk())))

    def press(self, key: str) -> None:
        """A key of the telephone."""
        self._post(lambda: self._handle(UserDid(KeyPressed(key))))

    def decide(self, what: str) -> None:
        """One of the choices that `events.Deciding` has announced."""
        self._post(lambda: self._handle(UserDid(Decide(what))))

    def hear_again(self) -> None:
        """The menu from its beginning (get-through)."""
        self._post(lambda: self._handle(UserDid(HearAgain())))

    def pause(self) -> None:
        """Hold the call, where Settings allow it; nothing happens where they do not."""
        self._post(self._pause)

    def go_on(self) -> None:
        """Go on with a paused call."""
        self._post(self._go_on)

    def leave(self, *, closing: bool = False) -> None:
        """Keep the attempt as abandoned; `closing`: because the window closes."""
        self._post(lambda: self._leave("closed" if closing else "left"))

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
        """One whole attempt from files; see `FileCalls.hold`."""
        return self._files.hold(casting, steps)

    # ------------------------------------------------------------------ on the session's thread

    def take_in(self, item: object) -> None:
        """What arrives from the devices and the recogniser."""
        match item:
            case Heard() | HearingFailed():
                self._hearings.handle(item)
                self._files.take_in(item)
                if self._call:
                    tell_heard(self._call, item)
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
        self._leave("closed")

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

    def _keep_missed(self, casting: Casting, why: str) -> None:
        attempt_id = str(ULID())
        try:
            self.placing.keep(attempt_id, casting)
        except WorldError as error:
            self._emit(events.Trouble(attempt_id="", message=str(error), fatal=False))
            return
        self._conclusions.miss(attempt_id, casting.scenario, why)

    def _open_line(self, attempt_id: str, casting: Casting) -> Call:
        """Open the microphone, if it is needed, and keep the attempt; the call is on from here.

        Raises:
            DeviceError, StoreError: neither is done then.
        """
        self._player.stop()
        rig = LiveRig(self._player, self._microphone if listens(casting.scenario) else None)
        try:
            rig.open()
            self._call = self.placing.place(attempt_id, casting, rig, self._manners())
        except WorldError:
            rig.close()
            raise
        self._rig = rig
        return self._call

    def _pause(self) -> None:
        if self._call and self._rig and not self._rig.paused and self._may_pause():
            self._rig.pause()
            self._call.tell_paused()

    def _go_on(self) -> None:
        if self._call and self._rig and self._rig.paused:
            self._call.tell_resumed(self._rig.go_on())

    def _handle(self, event: RigEvent) -> None:
        call = self._call
        if call is None:
            return
        if self._rig and self._rig.paused and isinstance(event, UserDid):
            if not isinstance(event.what, HangUp):
                return  # the call stands still: only its end is taken
            self._go_on()
        call.handle(event)
        self._conclude_if_ended(call)

    def _leave(self, why: BrokenOff = "left") -> None:
        if self._call:
            self._call.abandon(why)
            self._conclude(self._call)

    def _start_over(self) -> None:
        if self._call:
            scenario_id = self._call.scenario.id
            self._leave("started-over")
            self._start(self._cast(scenario_id))

    def _conclude(self, call: Call) -> None:
        if call is self._call:
            self._call, self._rig, self._level = None, None, QUIETEST_DBFS
        self._conclusions.conclude(call)

    def _conclude_if_ended(self, call: Call) -> None:
        if call.ended:
            self._conclude(call)
