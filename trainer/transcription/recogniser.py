"""The engine as the rest of the program sees it: takes go in, words come out of a sink, nothing blocks.

One thread decides everything; calls, the child's answers and its end are messages to it, in one queue. The
child is asked one thing at a time, so that whatever goes wrong is known to concern that one take.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import numpy.typing as npt

from trainer.errors import RecogniserError
from trainer.records import SAMPLE_RATE, Transcript
from trainer.transcription import EngineReady, Heard, HearingFailed, PartialWords
from trainer.transcription.child import HEADER_BYTES
from trainer.transcription.child_process import ChildProcess
from trainer.transcription.engines import EngineChoice
from trainer.transcription.pending import Pending, most_urgent
from trainer.transcription.private_copy import private_copy
from trainer.transcription.replies import AllWords, Failed, Forgotten, Loaded, Reply, WordsSoFar

_log = logging.getLogger(__name__)

STEP_FRAMES = 2 * SAMPLE_RATE
"""Most audio asked for at once (2 s), so that a take that is being spoken need not wait for a long one."""
LOAD_LIMIT_S = 120.0
"""A 1.8 GB model from a slow disk takes a minute; a small one two seconds."""
HEAR_LIMIT_S = 20.0
"""Least time for an answer. A take of more than 5 s gets four times its own length: engines here need
0.03 to 0.5 times of it."""
HEAR_LIMIT_TIMES = 4.0

_ANSWERS = (AllWords, WordsSoFar, Failed, Forgotten)
"""To what is asked about a take."""
_SAFE = "The recording is safe: you can play it, and have it heard again later."


@dataclass(frozen=True)
class _Asked:
    """What the child is doing."""

    until_s: float
    """When it counts as hung, on the monotonic clock."""
    take_id: str | None = None
    """None: loading its model."""
    take: Pending | None = None
    complete: bool = False
    """Whether somebody already waited for the take's words when it was asked."""


class ChildRecogniser:
    """Implements `Recogniser` with a child process, which is started at the first need and after a crash."""

    def __init__(
        self,
        choice: EngineChoice,
        sink: Callable[[object], None],
        *,
        load_limit_s: float = LOAD_LIMIT_S,
        hear_limit_s: float = HEAR_LIMIT_S,
    ) -> None:
        """`sink` gets EngineReady, PartialWords, Heard and HearingFailed, from a thread of ours.

        `load_limit_s` and `hear_limit_s` are how long the child may be silent before it counts as hung.
        """
        self.choice = choice
        self.streams = False
        self._sink = sink
        self._load_limit_s, self._hear_limit_s = load_limit_s, hear_limit_s
        self._inbox: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._pending: dict[str, Pending] = {}
        self._crashes: Counter[str] = Counter()
        self._child: ChildProcess | None = None
        self._asked: _Asked | None = None
        self._thread = Thread(target=self._run, name="recogniser", daemon=True)
        self._thread.start()

    # What others may ask; each only leaves a message.

    def warm(self) -> None:
        """Load the engine now, so that it is ready when the first take begins."""
        self._inbox.put(self._start)

    def begin(self, take_id: str, path: Path) -> None:
        """See `Recogniser`."""
        self._inbox.put(partial(self._on_begin, take_id, path))

    def advance(self, take_id: str, frames: int) -> None:
        """See `Recogniser`."""
        self._inbox.put(partial(self._on_advance, take_id, frames, complete=False))

    def finish(self, take_id: str, frames: int) -> None:
        """See `Recogniser`."""
        self._inbox.put(partial(self._on_advance, take_id, frames, complete=True))

    def forget(self, take_id: str) -> None:
        """See `Recogniser`."""
        self._inbox.put(partial(self._on_forget, take_id))

    def close(self) -> None:
        """End the child and our threads; what is not answered by now never will be."""
        self._inbox.put(None)
        self._thread.join()

    @property
    def child_pid(self) -> int | None:
        """Process id of the child, if one runs; for measurements."""
        child = self._child
        return child.pid if child else None

    # The one thread.

    def _run(self) -> None:
        try:
            self._work()
        finally:  # whatever a listener raises, the child does not outlive us
            if self._child:
                self._child.end()

    def _work(self) -> None:
        while True:
            try:
                message = self._inbox.get(timeout=self._patience_s())
            except queue.Empty:
                self._on_hang()
            else:
                if message is None:
                    return
                message()
            self._ask_next()

    def _patience_s(self) -> float | None:
        return max(0.0, self._asked.until_s - time.monotonic()) if self._asked else None

    def _on_begin(self, take_id: str, path: Path) -> None:
        self._pending[take_id] = Pending(path)

    def _on_advance(self, take_id: str, frames: int, *, complete: bool) -> None:
        take = self._pending.get(take_id)
        if take:
            take.frames, take.complete = frames, take.complete or complete

    def _on_forget(self, take_id: str) -> None:
        if take_id in self._pending:
            self._pending[take_id].unwanted = True

    def _start(self) -> None:
        if self._child is None:
            inbox = self._inbox
            self._child = ChildProcess(
                self.choice,
                lambda child, reply: inbox.put(partial(self._on_reply, child, reply)),
                lambda child: inbox.put(partial(self._on_exit, child)),
            )
            self._asked = _Asked(time.monotonic() + self._load_limit_s)

    def _ask_next(self) -> None:
        """Give the idle child the next piece of the take that is most urgent."""
        if self._asked:
            return
        if self._child is None:
            self._pending = {key: take for key, take in self._pending.items() if not take.unwanted}
        take_id = most_urgent(self._pending)
        if take_id is None:
            return
        if self._child is None:
            self._start()
            return
        take = self._pending[take_id]
        if take.unwanted:
            del self._pending[take_id]
            request: dict[str, Any] = {"do": "forget", "take": take_id}
        else:
            first, take.heard = take.heard, min(take.frames, take.heard + STEP_FRAMES)
            last = take.complete and take.heard == take.frames
            request = {"do": "hear", "take": take_id, "path": str(take.path),
                       "first": first, "end": take.heard, "last": last}  # fmt: skip
        limit_s = max(self._hear_limit_s, HEAR_LIMIT_TIMES * take.frames / SAMPLE_RATE)
        self._asked = _Asked(time.monotonic() + limit_s, take_id, take, take.complete)
        self._child.ask(request)

    def _on_reply(self, child: ChildProcess, reply: Reply) -> None:
        if child is not self._child or self._asked is None:
            return
        asked = self._asked
        if not isinstance(reply, _ANSWERS if asked.take_id else (Loaded, Failed)):
            self._lose_child("gave an answer that makes no sense")
            return
        self._asked = None
        if asked.take_id is None:
            self._on_loaded(reply)
        elif self._wanted(asked):
            self._on_answer(asked.take_id, reply)

    def _wanted(self, asked: _Asked) -> bool:
        """Whether the take is still the one that was asked about, not forgotten or begun anew."""
        take = self._pending.get(asked.take_id or "")
        return take is not None and take is asked.take and not take.unwanted

    def _on_loaded(self, reply: Reply) -> None:
        match reply:
            case Failed(why):
                self._give_up(why)
            case Loaded(streams, load_s):
                self.streams = streams
                self._sink(EngineReady(self.choice.name, streams, load_s))

    def _on_answer(self, take_id: str, reply: Reply) -> None:
        match reply:
            case Failed(why):
                self._fail(take_id, f"{why} {_SAFE}")
            case AllWords(words, decode_s):
                del self._pending[take_id]
                self._sink(Heard(take_id, Transcript(engine=self.choice.name, words=words), decode_s))
            case WordsSoFar(str(text)):
                self._sink(PartialWords(take_id, text))

    def _fail(self, take_id: str, message: str, *, again: bool = False) -> None:
        del self._pending[take_id]
        self._sink(HearingFailed(take_id, message, again))

    # When the child does not answer.

    def _on_hang(self) -> None:
        self._lose_child("gave no answer and was ended")

    def _on_exit(self, child: ChildProcess) -> None:
        if child is self._child:
            self._lose_child("stopped unexpectedly")

    def _lose_child(self, how: str) -> None:
        """Put the child away; what it was doing has failed, everything else is asked of the next one."""
        child, asked = self._child, self._asked
        assert child is not None
        self._child, self._asked, self.streams = None, None, False
        child.end()
        _log.warning("The speech engine %s %s. %s", self.choice.name, how, child.tail)
        for take in self._pending.values():
            take.heard = 0
        if asked and asked.take_id is None:
            self._give_up(f"The speech engine {how} while it loaded {self.choice.model_dir.name}. "
                          "Fetch or import the speech model again.")  # fmt: skip
        elif asked and self._wanted(asked):
            self._blame(asked, how)

    def _blame(self, asked: _Asked, how: str) -> None:
        """Say that the engine failed on this take; while it was being spoken, only wait for its end."""
        assert asked.take_id is not None
        assert asked.take is not None
        take_id = asked.take_id
        self._crashes[take_id] += 1
        if not asked.complete:
            asked.take.held = True
        elif self._crashes[take_id] > 1:
            self._fail(take_id, f"The speech engine {how} on this take for the second time. The recording "
                                "is safe: you can play it; for its words, try another engine or "
                                "speech model.", again=True)  # fmt: skip
        else:
            self._fail(take_id, f"The speech engine {how} while it heard this take. {_SAFE}")

    def _give_up(self, why: str) -> None:
        """The engine cannot be loaded: say so once, and for each take whose words are waited for."""
        child, self._child, self._asked = self._child, None, None
        if child:
            child.end()
        self._sink(HearingFailed(None, why))
        for take_id, take in list(self._pending.items()):
            if take.complete and not take.unwanted:
                self._fail(take_id, f"{why} {_SAFE}")
            else:
                take.held = True


def transcribe_file(path: Path, choice: EngineChoice) -> Transcript:
    """The words of a whole take (16 kHz mono int16, 44-byte header), heard by a child of its own.

    Blocks until it is heard.

    Raises:
        RecogniserError: it could not be heard; the message says why.
        OSError: there is no such file.
    """
    frames = max(0, path.stat().st_size - HEADER_BYTES) // 2
    answers: queue.SimpleQueue[object] = queue.SimpleQueue()
    with contextlib.closing(ChildRecogniser(choice, answers.put)) as recogniser:
        recogniser.begin(path.name, path)
        recogniser.finish(path.name, frames)
        while True:
            answer = answers.get()
            if isinstance(answer, Heard):
                return answer.transcript
            if isinstance(answer, HearingFailed):
                raise RecogniserError(answer.message)


def transcribe_pcm(pcm: npt.NDArray[np.int16], choice: EngineChoice) -> Transcript:
    """The words in `pcm`, shape (n,) at 16 kHz, as `transcribe_file`; a private temporary file holds it.

    Raises:
        RecogniserError: it could not be heard; the message says why.
        WorldError: there is no place for temporary files.
    """
    with private_copy(pcm) as path:
        return transcribe_file(path, choice)
