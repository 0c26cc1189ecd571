"""One attempt: what happens on the line goes in, the drill's machine steps, its effects come out.

`Call` belongs to one thread. It never waits: sound, timers and the user arrive as `rigs.RigEvent`s through
`handle`; storing happens on the store's thread and hearing in the recogniser's process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from trainer import events
from trainer.audio import Sound
from trainer.call_log import CallLog, event_of
from trainer.call_takes import CallTakes
from trainer.desk import Desk
from trainer.drills import (
    Answer,
    Ask,
    Begin,
    CallInput,
    Choose,
    Chosen,
    Effect,
    End,
    GoOver,
    Guess,
    Listen,
    Manners,
    Note,
    Play,
    PlayMessage,
    PlayTake,
    Rung,
    SoundEnded,
    SoundStarted,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    StopPlaying,
    TimePassed,
    Wait,
    machine_for,
)
from trainer.errors import WorldError
from trainer.practice import device_delay
from trainer.records import BrokenOff, Prompt, Scenario, Take, Transcript
from trainer.rigs import (
    MicrophoneFailed,
    Notice,
    Rig,
    RigEvent,
    Samples,
    Sounded,
    SpeakerFailed,
    Timer,
    UserAct,
    UserDid,
)
from trainer.understanding import Understanding

CLOSING_S = 0.3
"""Longest wait at hang-up for sound that was spoken before it and is still on its way."""
_CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was asked for, and its sound."""

    prompt: Prompt
    sound: Sound


class Call:
    """A running attempt. `ended` is set once the line is closed and every take is on disk."""

    def __init__(self, attempt_id: str, scenario: Scenario, manners: Manners, rig: Rig, desk: Desk) -> None:
        self.attempt_id, self.scenario = attempt_id, scenario
        self.ended = False
        self.how: End | None = None
        self.failure: str | None = None
        self._machine, self._manners = machine_for(scenario, manners), manners
        self._rig, self._desk = rig, desk
        self._log = CallLog(attempt_id, desk.store, rig.now_s)
        self._at_s = 0.0
        self._lines: dict[str, Line] = {}
        self._first_ring_s: float | None = None
        self._pick_up_s: float | None = None
        self._told: set[str] = set()
        self._noticed = ""
        """The newest `Notice`: a speaker opened anew repeats its own, a microphone may go again."""
        self._understanding = Understanding(desk.choose)
        self._takes = CallTakes(
            attempt_id, desk, rig, note=self._log.note, voice=self._voice, finished=self._take_finished
        )

    @property
    def takes(self) -> list[Take]:
        """The complete recordings, in order."""
        return self._takes.all

    @property
    def torn(self) -> bool:
        """Whether a take could not be finished: the next start repairs what of it is on disk."""
        return self._takes.torn

    # ------------------------------------------------------------------ what happens

    def begin(self) -> None:
        """Begin the drill; the line is open."""
        self._desk.emit(events.Dialling(attempt_id=self.attempt_id))
        if self._desk.device_delay:
            self._log.note(device_delay.EVENT, device_delay.detail_of(self._desk.device_delay), at_s=0.0)
        self._guard(lambda: self._step(Begin()))

    def handle(self, event: RigEvent) -> None:
        """Take in one thing that happened on the line."""
        if not self.ended:
            self._guard(lambda: self._handle(event))

    def _guard(self, work: Callable[[], None]) -> None:
        """The world may fail (a full disk, a missing sound): that ends the call, not the program."""
        try:
            work()
        except WorldError as error:
            self._break_off("broken-off", str(error))
        self._log.flush()

    def _handle(self, event: RigEvent) -> None:
        match event:
            case Samples():
                self._takes.hear(event)
            case Sounded(tag, what, at_s):
                self._sounded(tag, what, at_s)
            case Timer(tag) if tag == _CLOSING:
                self._close()
            case Timer(tag):
                self._act(TimePassed(tag))
            case UserDid(what):
                self._user_did(what)
            case MicrophoneFailed(message):
                self._break_off("device-lost", message)
            case SpeakerFailed(tag, message):
                # The line can still be read on the screen: the call goes on as if it had been heard.
                if message not in self._told:
                    self._told.add(message)
                    self._tell(message)
                self._sounded(tag, "started", self._rig.now_s())
                self._sounded(tag, "ended", self._rig.now_s())
            case Notice(message):
                self._log.note("device-replaced", message)
                if message != self._noticed:
                    self._noticed = message
                    self._tell(message)

    def _break_off(self, name: str, message: str) -> None:
        """The call cannot go on: what was said so far is kept, and the user is told."""
        self._log.note(name, message)
        self.failure = message
        self._desk.emit(events.Trouble(attempt_id=self.attempt_id, message=message, fatal=True))
        self.how = self.how or self._broken_off()
        self._close()

    def _broken_off(self) -> End:
        """How a call ends that cannot go on; while it rings nobody can answer it any more."""
        if self._first_ring_s is not None and self._pick_up_s is None:
            return End("missed")
        return End("sent" if self._takes.recording or self.takes else "nothing-left")

    def abandon(self, why: BrokenOff = "left") -> None:
        """The user leaves, starts over or closes: what was said stays on disk, nothing is judged."""
        if not self.ended:
            self._log.note("left", "" if why == "left" else why)
            self.how = End("nothing-left")
            self._close()

    def tell_paused(self) -> None:
        """The user has paused the call; its rig holds everything."""
        self._log.note("paused")
        self._log.flush()
        self._desk.emit(events.CallPaused(attempt_id=self.attempt_id))

    def tell_resumed(self, seconds: float) -> None:
        """The call goes on after a pause of so many seconds."""
        self._log.note("resumed", f"{seconds:.1f}")
        self._log.flush()
        self._desk.emit(events.CallResumed(attempt_id=self.attempt_id))

    def _tell(self, message: str) -> None:
        self._desk.emit(events.Trouble(attempt_id=self.attempt_id, message=message, fatal=False))

    def _user_did(self, what: UserAct) -> None:
        if isinstance(what, Answer) and self._first_ring_s is not None and self._pick_up_s is None:
            self._pick_up_s = self._rig.now_s() - self._first_ring_s
        self._act(what)

    def _sounded(self, tag: str, what: str, at_s: float) -> None:
        self._at_s = at_s
        line = self._lines.get(tag)
        if tag == "beep" and what == "ended":
            self._log.note("beep", at_s=at_s)
        if line:
            self._log.note("line-started" if what == "started" else "line-ended", line.prompt.id, at_s=at_s)
            said = events.LineStarted if what == "started" else events.LineEnded
            self._desk.emit(said(attempt_id=self.attempt_id, prompt=line.prompt))
            if what == "started":
                self._takes.line_started(line.prompt.id, line.sound, at_s)
        if what == "started":
            self._step(SoundStarted(tag))
        elif what == "ended":
            self._step(SoundEnded(tag))

    # ------------------------------------------------------------------ stepping the drill

    def _act(self, what: CallInput) -> None:
        self._at_s = self._rig.now_s()
        self._step(what)

    def _step(self, what: CallInput) -> None:
        if self.how:
            return
        self._log.add(event_of(what, self._at_s, self._manners))
        self._machine, effects = self._machine.step(what)
        for effect in effects:
            self._perform(effect)

    def _perform(self, effect: Effect) -> None:
        match effect:
            case Play(tag, sound, prompt):
                self._play(tag, self._desk.load_sound(sound), prompt, ring=sound == "ring")
            case PlayMessage(tag, instead):
                self._play_message(tag, instead)
            case PlayTake(tag):
                self._rig.play(tag, self._takes.said_last, ring=False)
            case StopPlaying():
                self._rig.stop_playing()
            case Rung(ring, of):
                self._rang(ring, of)
            case Wait(tag, seconds):
                self._rig.wait(tag, seconds)
            case Listen():
                self._understanding.begin_reply()
                self._takes.start(effect, self._at_s, self._pick_up_s)
            case StopListening():
                self._takes.stop()
            case Guess():
                self._understanding.guess(self._takes.hear_so_far())
            case Choose(_, prompt):
                self._understanding.choose(prompt)
                self._choose()
            case Ask(about, choices, calendar):
                self._desk.emit(
                    events.Deciding(
                        attempt_id=self.attempt_id, about=about, choices=choices, calendar=calendar
                    )
                )
            case GoOver(go, of):
                self._desk.emit(events.GoEnded(attempt_id=self.attempt_id, go=go, of=of))
            case Note(name, detail):
                self._log.note(name, detail)
            case End():
                self._end(effect)
        self._rig.notice(effect)

    def _play(self, tag: str, sound: Sound, prompt: Prompt | None, *, ring: bool = False) -> None:
        self._understanding.line_known()
        if prompt:
            self._lines[tag] = Line(prompt, sound)
        self._rig.play(tag, sound, ring=ring)

    def _play_message(self, tag: str, instead: Prompt) -> None:
        """The user's own words if there are some; they are shown like a line."""
        if self._desk.own_message:
            message, sound = self._desk.own_message
            self._log.note("own-message", message.attempt)
            self._play(tag, sound, replace(instead, text=message.snippet))
        else:
            self._play(tag, self._desk.load_sound(instead.audio), instead)

    def _rang(self, ring: int, of: int) -> None:
        if self._first_ring_s is None:
            self._first_ring_s = self._rig.now_s()
        self._log.note("ring", str(ring), at_s=self._rig.now_s())
        self._desk.emit(events.Ringing(attempt_id=self.attempt_id, ring=ring, of=of))

    def _end(self, end: End) -> None:
        self.how = end
        if self._takes.recording:
            self._rig.wait(_CLOSING, CLOSING_S)
        else:
            self._close()

    def _voice(self, what: str) -> None:
        if what == "started":
            self._understanding.go_on()
        self._act(SpeechStarted() if what == "started" else SpeechEnded())

    # ------------------------------------------------------------------ understanding a reply

    @property
    def waits_for_words(self) -> bool:
        """Whether the next line depends on words that are still being heard."""
        return self._understanding.waits and not self.ended

    def heard(self, take_id: str, transcript: Transcript | None) -> None:
        """The recogniser has answered for a take or guess of this call; None: it could not hear it."""
        if self._understanding.heard(self.takes, take_id, transcript):
            self._guard(self._choose if transcript else lambda: self._act(TimePassed("choice")))

    def _choose(self) -> None:
        to = self._understanding.chosen()
        if to is not None:
            self._act(Chosen(to))

    def _take_finished(self) -> None:
        if self.how:
            self._close()

    def _close(self) -> None:
        if self.ended:
            return
        self.ended = True
        self._rig.close()
        try:
            self._takes.finish()
        except WorldError as error:
            self.failure = self.failure or str(error)
            self._desk.emit(events.Trouble(attempt_id=self.attempt_id, message=str(error), fatal=True))
        self._log.flush()
        kept = not self.torn and self.how is not None and self.how.how in ("sent", "cut-off")
        self._desk.emit(events.CallEnded(attempt_id=self.attempt_id, kept=kept))
