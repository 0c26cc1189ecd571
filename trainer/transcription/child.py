"""The child process: holds the engine, so that a crash in it is a message to the parent and not its end.

Started as `python -m trainer.transcription.child MODULE NAME MODEL_DIR`. One JSON object a line, one
answer to each request, in order; the first answer tells whether the engine could be loaded.

    (loading)                              -> {"streams": true, "load_s": 0.4}
    {"do": "hear", "take": ID, "path": FILE, "first": M, "end": N, "last": false}
                                           -> {"text": the words so far, or null if they have not changed}
    the same with "last": true             -> {"words": [[word, start_s, end_s, confidence]], "decode_s": 0.3}
    {"do": "forget", "take": ID}           -> {}
    any of them                            -> {"failed": "why, in plain words"}

The child reads samples M to N of the take from its file; M = 0 begins the take.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from trainer import log_file
from trainer.errors import RecogniserError, WorldError
from trainer.transcription import Hearing, Transcriber, memory

HEADER_BYTES = 44
"""Of a take's WAV file. Skipped, not read: its sizes are not yet filled in while the take is recorded."""


class Listener:
    """Answers requests with one loaded engine; keeps a hearing for each take that has begun."""

    def __init__(self, transcriber: Transcriber) -> None:
        self._transcriber = transcriber
        self._hearings: dict[str, Hearing] = {}

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request, as the module says.

        Raises:
            WorldError: the take's file is shorter than it should be.
        """
        hearing = self._hearings.pop(request["take"], None)
        if request["do"] == "forget":
            return {}
        if hearing is None or request["first"] == 0:
            hearing = self._transcriber.hear()
        pcm = read_frames(Path(request["path"]), request["first"], request["end"])
        text = hearing.feed(pcm) if len(pcm) else None
        if not request["last"]:
            self._hearings[request["take"]] = hearing
            return {"text": text}
        began = time.perf_counter()
        words = hearing.finish()
        decode_s = time.perf_counter() - began
        return {
            "words": [
                [word.word, _to_ms(word.start_s), _to_ms(word.end_s), word.confidence] for word in words
            ],
            "decode_s": decode_s,
        }


def _to_ms(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)


def read_frames(path: Path, first: int, end: int) -> npt.NDArray[np.int16]:
    """Samples `first` to `end` of the take at `path`, shape (end - first,).

    Raises:
        RecogniserError: the file cannot be read or holds fewer samples.
    """
    try:
        with path.open("rb") as file:
            file.seek(HEADER_BYTES + 2 * first)
            data = file.read(2 * (end - first))
    except OSError as error:
        raise RecogniserError(f"The recording {path.name} cannot be read ({error.strerror}).") from error
    if len(data) < 2 * (end - first):
        raise RecogniserError(f"The recording {path.name} is shorter than it should be.")
    return np.frombuffer(data, "<i2").astype(np.int16, copy=False)


def main(module: str, name: str, model_dir: str) -> int:
    """Load the engine, then answer until the parent closes our input. Returns the exit status."""
    replies = _take_over_stdout()

    def reply(message: dict[str, Any]) -> None:
        replies.write(json.dumps(message).encode() + b"\n")
        replies.flush()

    began = time.perf_counter()
    memory.end_first()
    try:
        transcriber = importlib.import_module(module).load(Path(model_dir), name)
    except Exception as error:
        reply(_failure(error))
        return 1
    memory.limit_growth()
    reply({"streams": transcriber.streams, "load_s": time.perf_counter() - began})
    listener = Listener(transcriber)
    for line in sys.stdin.buffer:
        try:
            reply(listener.answer(json.loads(line)))
        except Exception as error:
            reply(_failure(error))
    return 0


def _failure(error: Exception) -> dict[str, Any]:
    """What went wrong as an answer; where it came from, if nobody foresaw it, goes to stderr for the log."""
    if isinstance(error, WorldError):
        return {"failed": str(error)}
    sys.stderr.write(f"{log_file.details(error)}\n")  # without its message, which may hold words
    return {"failed": f"The speech engine gave up ({type(error).__name__})."}


def _take_over_stdout() -> Any:
    """Our pipe to the parent; whatever a library prints goes to stderr from now on."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return replies


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
