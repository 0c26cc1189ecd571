"""One attempt: what happens on the line goes in, the drill's machine steps, its effects come out.

`Call` belongs to one thread. It never waits: sound, timers and the user arrive as `rigs.RigEvent`s through
`handle`; storing happens on the store's thread and hearing in the recogniser's process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from ulid import ULID

from trainer import events
from trainer.audio import Pcm, Sound
from trainer.audio.excerpt import excerpt
from trainer.audio.overlap import Overlap
from trainer.drills import (
    Answer,
    Ask,
    Begin,
    CallInput,
    Choose,
    Chosen,
    Decide,
    Effect,
    End,
    GoOver,
    Guess,
    HangUp,
    HearAgain,
    KeyPressed,
    Listen,
    Machine,
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
    TurnDone,
    Wait,
)
from trainer.errors import WorldError
from trainer.history.store import Store
from trainer.recording import Recording
from trainer.records import (
    SAMPLE_RATE,
    CallEvent,
    OwnMessage,
    Prompt,
    Scenario,
    SpokenTurn,
    Take,
    Timing,
    Transcript,
)
from trainer.rigs import (
    MicrophoneFailed,
    Notice,
    Rig,
    RigEvent,
    Samples,
    Sounded,
    SpeakerFailed,
    Timer,
    UserDid,
)
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser

KEPT_BEFORE_S = 2.0
"""Sound from before a turn that is held in memory, because a beep's end is known only after it."""
CLOSING_S = 0.3
"""Longest wait at hang-up for sound that was spoken before it and is still on its way."""
OVERLAP_MARGIN = round(0.2 * SAMPLE_RATE)
"""Samples that are kept before somebody talks over a line: voice activity needs the quiet before it."""
_CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a call works with."""

    store: StoreThread
    data_dir: Path
    recogniser: Recogniser | None
    load_sound: Callable[[str], Sound]
    choose: Callable[[Prompt, SpokenTurn, SpokenTurn], str]
    """(line, greeting on picking up, reply) -> which line follows."""
    emit: Callable[[events.CoreEvent], None]
    own_message: tuple[OwnMessage, Sound] | None = None
    """The message that a call back answers, and what of it the caller plays."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was asked for, and its sound."""

    prompt: Prompt
    sound: Sound


class Call:
    """A running attempt. `ended` is set once the line is closed and every take is on disk."""

    def __init__(self, attempt_id: str, scenario: Scenario, machine: Machine, rig: Rig, desk: Desk) -> None:
        self.attempt_id, self.scenario = attempt_id, scenario
        self.takes: list[Take] = []
        self.ended = False
        self.how: End | None = None
        self.failure: str | None = None
        self.torn = False
        """Whether a take could not be finished: the next start repairs what of it is on disk."""
        self._machine, self._rig, self._desk = machine, rig, desk
        self._at_s = 0.0
        self._recent: deque[Samples] = deque()
        self._recording: Recording | None = None
        self._listen: Listen | None = None
        self._first = 0
        self._last: int | None = None
        self._lines: dict[str, Line] = {}
        self._talked_over: Overlap | None = None
        """Listens for the user while a line is heard."""
        self._said_last = Sound("nothing", np.zeros(0, dtype=np.int16), SAMPLE_RATE)
        self._begun: set[int] = set()
        """Turns that have a take."""
        self._first_ring_s: float | None = None
        self._pick_up_s: float | None = None
        self._announced_tenths = -1
        self._told: set[str] = set()
        self._guess: str | None = None
        self._guessed: Transcript | None = None
        self._choosing: Choose | None = None
        self._greeting = SpokenTurn()

    # ------------------------------------------------------------------ what happens

    def begin(self) -> None:
        """Begin the drill; the line is open."""
        self._desk.emit(events.Dialling(attempt_id=self.attempt_id))
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
            self.fail(str(error))

    def _handle(self, event: RigEvent) -> None:
        match event:
            case Samples():
                self._hear(event)
            case Sounded(tag, what, at_s):
                self._sounded(tag, what, at_s)
            case Timer(tag) if tag == _CLOSING:
                self._close()
            case Timer(tag):
                self._act(TimePassed(tag))
            case UserDid(what):
                self._user_did(what)
            case MicrophoneFailed(message):
                self._note("device-lost", message)
                self.fail(message)
            case SpeakerFailed(tag, message):
                # The line can still be read on the screen: the call goes on as if it had been heard.
                self._tell(message)
                self._sounded(tag, "started", self._rig.now_s())
                self._sounded(tag, "ended", self._rig.now_s())
            case Notice(message):
                self._tell(message)

    def fail(self, message: str) -> None:
        """The call cannot go on: what was said so far is kept, and the user is told."""
        self.failure = message
        self._desk.emit(events.Trouble(attempt_id=self.attempt_id, message=message, fatal=True))
        self.how = self.how or End("sent" if self._recording or self.takes else "nothing-left")
        self._close()

    def abandon(self) -> None:
        """The user leaves or starts over: what was said stays on disk, nothing is judged."""
        if not self.ended:
            self._note("left")
            self.how = End("nothing-left")
            self._close()

    def _tell(self, message: str) -> None:
        if message not in self._told:
            self._told.add(message)
            self._desk.emit(events.Trouble(attempt_id=self.attempt_id, message=message, fatal=False))

    def _user_did(self, what: Answer | Decide | HangUp | HearAgain | KeyPressed | TurnDone) -> None:
        now = self._rig.now_s()
        match what:
            case Answer():
                if self._first_ring_s is not None and self._pick_up_s is None:
                    self._pick_up_s = now - self._first_ring_s
                self._note("answered", at_s=now)
            case HangUp():
                self._note("hang-up", at_s=now)
            case KeyPressed(key):
                self._note("key", key, at_s=now)
        self._act(what)

    def _sounded(self, tag: str, what: str, at_s: float) -> None:
        self._at_s = at_s
        line = self._lines.get(tag)
        if tag == "beep" and what == "ended":
            self._note("beep", at_s=at_s)
        if line:
            self._note("line-started" if what == "started" else "line-ended", line.prompt.id, at_s=at_s)
            said = events.LineStarted if what == "started" else events.LineEnded
            self._desk.emit(said(attempt_id=self.attempt_id, prompt=line.prompt))
            if what == "started":
                self._talked_over = Overlap(line.prompt.id, line.sound, self._rig.sample_at(at_s))
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
                self._rig.play(tag, self._said_last, ring=False)
            case StopPlaying():
                self._rig.stop_playing()
            case Rung(ring, of):
                self._rang(ring, of)
            case Wait(tag, seconds):
                self._rig.wait(tag, seconds)
            case Listen():
                self._start_take(effect)
            case StopListening():
                self._stop_take()
            case Guess():
                self._start_guess()
            case Choose():
                self._choosing = effect
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
                self._note(name, detail)
            case End():
                self._end(effect)
        self._rig.notice(effect)

    def _play(self, tag: str, sound: Sound, prompt: Prompt | None, *, ring: bool = False) -> None:
        self._choosing = None  # the next line is known
        if prompt:
            self._lines[tag] = Line(prompt, sound)
        self._rig.play(tag, sound, ring=ring)

    def _play_message(self, tag: str, instead: Prompt) -> None:
        """The user's own words if there are some; they are shown like a line."""
        if self._desk.own_message:
            message, sound = self._desk.own_message
            self._note("own-message", message.attempt)
            self._play(tag, sound, replace(instead, text=message.snippet))
        else:
            self._play(tag, self._desk.load_sound(instead.audio), instead)

    def _rang(self, ring: int, of: int) -> None:
        if self._first_ring_s is None:
            self._first_ring_s = self._rig.now_s()
        self._note("ring", str(ring), at_s=self._rig.now_s())
        self._desk.emit(events.Ringing(attempt_id=self.attempt_id, ring=ring, of=of))

    def _end(self, end: End) -> None:
        self.how = end
        if self._recording:
            self._rig.wait(_CLOSING, CLOSING_S)
        else:
            self._close()

    # ------------------------------------------------------------------ takes

    def _start_take(self, listen: Listen) -> None:
        self._finish_take()
        self._guess = self._guessed = self._choosing = None
        take_id = str(ULID())
        take = Take(
            id=take_id, turn=listen.turn, purpose="answer", path=f"takes/{self.attempt_id}/{take_id}.wav"
        )
        self._begin_turn(listen)
        began = self._rig.sample_at(self._at_s)
        self._first = min(began, self._overlap_from(began) if listen.with_overlap else began)
        self._talked_over = None
        self._recording = Recording(
            self._desk.store,
            self._desk.data_dir,
            self.attempt_id,
            take,
            self._desk.recogniser,
            lead_s=(began - self._first) / SAMPLE_RATE,
        )
        self._listen, self._last, self._announced_tenths = listen, None, -1
        live = bool(self._desk.recogniser and self._desk.recogniser.streams)
        self._desk.emit(
            events.YourTurn(attempt_id=self.attempt_id, turn=listen.turn, take_id=take_id, live_words=live)
        )
        for samples in tuple(self._recent):
            self._record(samples)

    def _begin_turn(self, listen: Listen) -> None:
        """Store the turn or, if it had a take before, what becomes of that."""
        attempt_id, pick_up_s, prompt = self.attempt_id, self._pick_up_s, listen.prompt
        if listen.turn in self._begun:
            self._replace_takes(listen)
            return
        self._begun.add(listen.turn)
        self._desk.store.do(
            lambda store: store.begin_turn(
                attempt_id,
                listen.turn,
                prompt_id=prompt.id if prompt else None,
                caller_line=prompt.text if prompt else None,
                timing=Timing(pick_up_s=pick_up_s, after=listen.after),
            )
        )

    def _replace_takes(self, listen: Listen) -> None:
        if listen.replaces is None:
            return
        attempt_id = self.attempt_id
        for place, take in enumerate(self.takes):
            if take.turn == listen.turn and take.purpose == "answer":
                former = self.takes[place] = replace(take, purpose=listen.replaces)
                self._desk.store.do(partial(_keep_take, attempt_id, former))

    def _stop_take(self) -> None:
        if self._recording:
            self._last = max(self._first, self._rig.sample_at(self._rig.now_s()))
            if self._first + self._recording.frames >= self._last:
                self._finish_take()

    def _hear(self, samples: Samples) -> None:
        self._recent.append(samples)
        oldest = self._overlap_from(samples.first - round(KEPT_BEFORE_S * SAMPLE_RATE))
        while self._recent[0].first + len(self._recent[0].pcm) < oldest:
            self._recent.popleft()
        if self._recording:
            self._record(samples)
        elif self._talked_over:
            self._hear_over(self._talked_over, samples)

    def _overlap_from(self, sample: int) -> int:
        """`sample`, or where the user began to talk over the line if that was earlier."""
        onset = self._talked_over.onset if self._talked_over else None
        return sample if onset is None else min(sample, onset - OVERLAP_MARGIN)

    def _hear_over(self, overlap: Overlap, samples: Samples) -> None:
        """Of what is said while the other side speaks, first that it is said."""
        unnoticed = overlap.onset is None
        for what, at in overlap.hear(samples.pcm, samples.first):
            if unnoticed and what == "started":
                unnoticed = False
                ago_s = (samples.first + len(samples.pcm) - at) / SAMPLE_RATE
                self._note("spoke-over", overlap.name, at_s=max(0.0, self._rig.now_s() - ago_s))
            self._act(SpeechStarted() if what == "started" else SpeechEnded())

    def _record(self, samples: Samples) -> None:
        recording = self._recording
        if recording is None:
            return
        want = self._first + recording.frames
        end = samples.first + len(samples.pcm)
        if end > want:
            # Nothing before the turn; silence for sound that never came, so that times stay true.
            missing = max(0, samples.first - want)
            for what in recording.add(_padded(samples.pcm[max(0, want - samples.first) :], missing)):
                self._voice(what)
            self._announce_time(recording.frames / SAMPLE_RATE)
        # What was heard may have ended this take already, or even begun the next.
        still_mine = self._recording is recording
        if still_mine and self._last is not None and self._first + recording.frames >= self._last:
            self._finish_take()

    def _voice(self, what: str) -> None:
        self._note(f"speech-{what}")
        if what == "started":
            self._guess = self._guessed = None  # the reply goes on: what was guessed is not all of it
        self._act(SpeechStarted() if what == "started" else SpeechEnded())

    # ------------------------------------------------------------------ understanding a reply

    @property
    def waits_for_words(self) -> bool:
        """Whether the next line depends on words that are still being heard."""
        return self._choosing is not None and not self.ended

    def heard(self, take_id: str, transcript: Transcript | None) -> None:
        """The recogniser has answered for a take or guess of this call; None: it could not hear it."""
        if transcript and self.takes and take_id == self.takes[0].id and self.takes[0].turn == 0:
            self._greeting = SpokenTurn(words=transcript.words)
        if take_id == self._guess or (self._choosing and self.takes and take_id == self.takes[-1].id):
            self._guessed = transcript
            self._guard(self._choose if transcript else lambda: self._act(TimePassed("choice")))

    def _start_guess(self) -> None:
        if self._recording and self._desk.recogniser:
            self._guess = self._recording.hear_so_far()

    def _choose(self) -> None:
        if self._choosing and self._guessed:
            prompt, self._choosing = self._choosing.prompt, None
            reply = SpokenTurn(words=self._guessed.words, caller_line=prompt.text)
            self._guess = self._guessed = None
            self._act(Chosen(self._desk.choose(prompt, self._greeting, reply)))

    def _announce_time(self, seconds: float) -> None:
        tenths = int(seconds * 10)
        if tenths > self._announced_tenths:
            self._announced_tenths = tenths
            self._desk.emit(events.TimeSpent(attempt_id=self.attempt_id, seconds=seconds))

    def _finish_take(self) -> None:
        recording, listen = self._recording, self._listen
        if recording is None or listen is None:
            return
        self._recording, self.torn = None, True  # until the file is whole
        take = recording.finish(dropped_ms=self._rig.dropped_ms)
        self.torn = False
        self.takes.append(take)
        self._said_last = excerpt("own-take", recording.pcm, take.level.speech_dbfs if take.level else None)
        timing = Timing(
            pick_up_s=self._pick_up_s, first_word_latency_s=take.first_word_latency_s, after=listen.after
        )
        attempt_id = self.attempt_id
        self._desk.store.do(lambda store: store.set_timing(attempt_id, listen.turn, timing))
        self._desk.emit(events.TurnEnded(attempt_id=attempt_id, turn=listen.turn, seconds=take.seconds))
        if self.how:
            self._close()

    def _close(self) -> None:
        if self.ended:
            return
        self.ended = True
        self._rig.close()
        try:
            self._finish_take()
        except WorldError as error:
            self.failure = self.failure or str(error)
            self._desk.emit(events.Trouble(attempt_id=self.attempt_id, message=str(error), fatal=True))
        kept = not self.torn and self.how is not None and self.how.how in ("sent", "cut-off")
        self._desk.emit(events.CallEnded(attempt_id=self.attempt_id, kept=kept))

    def _note(self, name: str, detail: str = "", *, at_s: float | None = None) -> None:
        """Store that something happened in the call."""
        event = CallEvent(at_s=self._rig.now_s() if at_s is None else at_s, name=name, detail=detail)
        attempt_id = self.attempt_id
        self._desk.store.do(lambda store: store.add_events(attempt_id, [event]))


def _keep_take(attempt_id: str, take: Take, store: Store) -> None:
    store.finish_take(attempt_id, take)


def _padded(pcm: Pcm, zeros: int) -> Pcm:
    """`pcm` with `zeros` samples of silence before it."""
    return np.concatenate([np.zeros(zeros, dtype=np.int16), pcm]) if zeros else pcm
