"""What the child may answer. Nothing else from it reaches the program: a broken engine may say anything."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from trainer.records import Word


@dataclass(frozen=True, slots=True)
class Loaded:
    """The engine is ready."""

    streams: bool
    load_s: float


@dataclass(frozen=True, slots=True)
class WordsSoFar:
    """Of a take that is still being spoken; None: as before."""

    text: str | None


@dataclass(frozen=True, slots=True)
class AllWords:
    """Of a whole take."""

    words: tuple[Word, ...]
    decode_s: float


@dataclass(frozen=True, slots=True)
class Failed:
    """What was asked could not be done."""

    why: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A take was forgotten."""


Reply = Loaded | WordsSoFar | AllWords | Failed | Forgotten


class NoReply(Exception):
    """What came from the child is no answer."""


def read_reply(line: bytes) -> Reply:
    """One line of the child's.

    Raises:
        NoReply: it is none of these (`child` says what they look like).
    """
    try:
        return _reply(json.loads(line))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise NoReply(type(error).__name__) from error  # its own words may hold spoken ones


def _reply(reply: Any) -> Reply:
    match reply:
        case {"failed": str(why)}:
            return Failed(why)
        case {"streams": bool(streams), "load_s": load_s}:
            return Loaded(streams, _number(load_s))
        case {"words": list(rows), "decode_s": decode_s}:
            return AllWords(tuple(_word(*row) for row in rows), _number(decode_s))
        case {"text": None | str() as text}:
            return WordsSoFar(text)
    if reply == {}:
        return Forgotten()
    raise TypeError("an answer of an unknown kind")


def _word(word: Any, start_s: Any, end_s: Any, confidence: Any) -> Word:
    if not isinstance(word, str):
        raise TypeError("a word that is no text")
    return Word(word=word, start_s=_perhaps(start_s), end_s=_perhaps(end_s), confidence=_perhaps(confidence))


def _perhaps(value: Any) -> float | None:
    return None if value is None else _number(value)


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise TypeError("no number")
    return float(value)
