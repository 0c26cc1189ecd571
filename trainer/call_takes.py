"""The recordings of one call: which sound belongs to which turn, from its first sample to its last."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

import numpy as np
from ulid import ULID

from trainer import events
from trainer.audio import Pcm, Sound
from trainer.audio.excerpt import excerpt
from trainer.audio.overlap import Overlap
from trainer.desk import Desk
from trainer.drills import Listen
from trainer.history.store import Store
from trainer.recording import Recording
from trainer.records import SAMPLE_RATE, Take, Timing
from trainer.rigs import Rig, Samples

KEPT_BEFORE_S = 2.0
"""Sound from before a turn that is held in memory, because a beep's end is known only after it."""
OVERLAP_MARGIN = round(0.2 * SAMPLE_RATE)
"""Samples that are kept before somebody talks over a line: voice activity needs the quiet before it."""


class Note(Protocol):
    """Stores that something happened in the call."""

    def __call__(self, name: str, detail: str = "", *, at_s: float | None = None) -> None:
        """`at_s`: seconds on the call's clock; None: now."""


class CallTakes:
    """Use from one thread.

    `voice` is told "started" and "ended" as the user speaks and falls silent; `finished` when a take is
    whole.
    """

    def __init__(
        self,
        attempt_id: str,
        desk: Desk,
        rig: Rig,
        *,
        note: Note,
        voice: Callable[[str], None],
        finished: Callable[[], None],
    ) -> None:
        self.all: list[Take] = []
        """Complete ones, in the order of recording."""
        self.torn = False
        """Whether a take could not be finished: the next start repairs what of it is on disk."""
        self.said_last = Sound("nothing", np.zeros(0, dtype=np.int16), SAMPLE_RATE)
        """The newest complete take as it is heard over the line."""
        self._attempt_id, self._desk, self._rig = attempt_id, desk, rig
        self._note, self._voice, self._finished = note, voice, finished
        self._recent: deque[Samples] = deque()
        self._recording: Recording | None = None
        self._listen: Listen | None = None
        self._first = 0
        self._last: int | None = None
        self._overlap: Overlap | None = None
        """Listens for the user while a line is heard."""
        self._begun: set[int] = set()
        """Turns that have a take."""
        self._pick_up_s: float | None = None
        self._announced_tenths = -1

    @property
    def recording(self) -> bool:
        """Whether a take is being recorded."""
        return self._recording is not None

    def line_started(self, name: str, sound: Sound, at_s: float) -> None:
        """The other side begins to speak: notice from now on who talks over it."""
        self._overlap = Overlap(name, sound, self._rig.sample_at(at_s))

    def hear_so_far(self) -> str | None:
        """Ask for the words of the take up to here; see `Recording.hear_so_far`."""
        return self._recording.hear_so_far() if self._recording else None

    def start(self, listen: Listen, at_s: float, pick_up_s: float | None) -> None:
        """Turn `listen` begins `at_s` seconds into the call, which was picked up after `pick_up_s`."""
        self.finish()
        self._pick_up_s = pick_up_s
        take_id = str(ULID())
        take = Take(
            id=take_id, turn=listen.turn, purpose="answer", path=f"takes/{self._attempt_id}/{take_id}.wav"
        )
        self._begin_turn(listen)
        began = self._rig.sample_at(at_s)
        self._first = min(began, self._from(began) if listen.with_overlap else began)
        self._overlap = None
        self._recording = Recording(
            self._desk.store,
            self._desk.data_dir,
            self._attempt_id,
            take,
            self._desk.recogniser,
            lead_s=(began - self._first) / SAMPLE_RATE,
        )
        self._listen, self._last, self._announced_tenths = listen, None, -1
        live = bool(self._desk.recogniser and self._desk.recogniser.streams)
        self._desk.emit(
            events.YourTurn(attempt_id=self._attempt_id, turn=listen.turn, take_id=take_id, live_words=live)
        )
        for samples in tuple(self._recent):
            self._record(samples)

    def _begin_turn(self, listen: Listen) -> None:
        """Store the turn or, if it had a take before, what becomes of that."""
        attempt_id, pick_up_s, prompt = self._attempt_id, self._pick_up_s, listen.prompt
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
        attempt_id = self._attempt_id
        for place, take in enumerate(self.all):
            if take.turn == listen.turn and take.purpose == "answer":
                former = self.all[place] = replace(take, purpose=listen.replaces)
                self._desk.store.do(partial(_keep_take, attempt_id, former))

    def stop(self) -> None:
        """The turn is over now; its take is complete once all sound up to here has come."""
        if self._recording:
            self._last = max(self._first, self._rig.sample_at(self._rig.now_s()))
            if self._first + self._recording.frames >= self._last:
                self.finish()

    def hear(self, samples: Samples) -> None:
        """Take in the next sound from the microphone."""
        self._recent.append(samples)
        oldest = self._from(samples.first - round(KEPT_BEFORE_S * SAMPLE_RATE))
        while self._recent[0].first + len(self._recent[0].pcm) < oldest:
            self._recent.popleft()
        if self._recording:
            self._record(samples)
        elif self._overlap:
            self._hear_over(self._overlap, samples)

    def _from(self, sample: int) -> int:
        """`sample`, or where the user began to talk over the line if that was earlier."""
        onset = self._overlap.onset if self._overlap else None
        return sample if onset is None else min(sample, onset - OVERLAP_MARGIN)

    def _hear_over(self, overlap: Overlap, samples: Samples) -> None:
        """Of what is said while the other side speaks, first that it is said."""
        unnoticed = overlap.onset is None
        for what, at in overlap.hear(samples.pcm, samples.first):
            if unnoticed and what == "started":
                unnoticed = False
                ago_s = (samples.first + len(samples.pcm) - at) / SAMPLE_RATE
                self._note("spoke-over", overlap.name, at_s=max(0.0, self._rig.now_s() - ago_s))
            self._voice(what)

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
            self.finish()

    def _announce_time(self, seconds: float) -> None:
        tenths = int(seconds * 10)
        if tenths > self._announced_tenths:
            self._announced_tenths = tenths
            self._desk.emit(events.TimeSpent(attempt_id=self._attempt_id, seconds=seconds))

    def finish(self) -> None:
        """Close the take that is being recorded, if one is.

        Raises:
            WorldError: it could not be written; `torn` says so.
        """
        recording, listen = self._recording, self._listen
        if recording is None or listen is None:
            return
        self._recording, self.torn = None, True  # until the file is whole
        take = recording.finish(dropped_ms=self._rig.dropped_ms)
        self.torn = False
        self.all.append(take)
        self.said_last = excerpt("own-take", recording.pcm, take.level.speech_dbfs if take.level else None)
        timing = Timing(
            pick_up_s=self._pick_up_s, first_word_latency_s=take.first_word_latency_s, after=listen.after
        )
        attempt_id = self._attempt_id
        self._desk.store.do(lambda store: store.set_timing(attempt_id, listen.turn, timing))
        self._desk.emit(events.TurnEnded(attempt_id=attempt_id, turn=listen.turn, seconds=take.seconds))
        self._finished()


def _keep_take(attempt_id: str, take: Take, store: Store) -> None:
    store.finish_take(attempt_id, take)


def _padded(pcm: Pcm, zeros: int) -> Pcm:
    """`pcm` with `zeros` samples of silence before it."""
    return np.concatenate([np.zeros(zeros, dtype=np.int16), pcm]) if zeros else pcm
