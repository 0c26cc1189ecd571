"""Frames: how a thing is said, over classes of words instead of wordings ("WE ~3 HELP ~6 GAIN").

A frame is a line of elements. ``word|CLASS`` is one word or a member of a class (`vocabulary`); ``?`` before
an element makes it optional, ``not:`` lets one word stand there that is none of these. ``~3`` stands for up to
three words of one clause, ``~3!a|B`` for as many that are none of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from trainer.analysis.language.clauses import sentence_starts
from trainer.analysis.language.phrases import Hit
from trainer.analysis.language.speech import NAME, NUM, PHONE, Speech
from trainer.analysis.language.vocabulary import CLASS_NAMES, classes_of, compounds_at

_ANYWHERE = "\0"
"""Under this key stand the frames whose first word may be any."""


class _Element(NamedTuple):
    names: frozenset[str]
    """Words and classes, of which one must be there (or, turned round, must not)."""
    wordings: tuple[tuple[str, ...], ...] = ()
    """The same in several words ("fed up")."""
    optional: bool = False
    turned: bool = False
    gap: int = 0
    """Up to so many words that are none of `names`; 0 for an element that is no gap."""


@dataclass(frozen=True)
class Tagged:
    """A speech with the classes of its words: for each token the length of what it is, by word and class."""

    texts: tuple[str, ...]
    names: tuple[Mapping[str, int], ...]
    breaks: frozenset[int]
    """Tokens at which a clause begins: no gap reaches across them."""

    @cached_property
    def present(self) -> frozenset[str]:
        """Every word and class that occurs."""
        return frozenset(name for names in self.names for name in names)


def tagged(speech: Speech) -> Tagged:
    """`speech` with the classes of its words."""
    texts = [token.text for token in speech.tokens]
    return Tagged(
        tuple(texts),
        tuple(
            {**dict.fromkeys(classes_of(text), 1), text: 1, **compounds_at(texts, index)}
            for index, text in enumerate(texts)
        ),
        frozenset(sentence_starts(speech)),
    )


class Frames:
    """Labelled families of frames."""

    def __init__(self, families: Mapping[str, Sequence[str]]) -> None:
        """Take in `families`: label -> frames, which are read when something is first looked for."""
        self._families = families

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[str, _Frame]]]:
        """Label and frame by the words and classes with which it may begin."""
        found: dict[str, list[tuple[str, _Frame]]] = {}
        for label, frames in self._families.items():
            for frame in map(_parsed, frames):
                for name in frame.heads:
                    found.setdefault(name, []).append((label, frame))
        return found

    def find(self, speech: Tagged) -> Iterator[Hit]:
        """Every place at which a frame of any family begins, in order.

        Raises:
            ValueError: a frame names a class that there is not.
        """
        possible = {
            name: [(label, frame) for label, frame in self._by_first[name] if frame.possible(speech)]
            for name in (*speech.present, _ANYWHERE)
            if name in self._by_first
        }
        for index, here in enumerate(speech.names):
            tried: set[int] = set()
            for name in (*here, _ANYWHERE):
                for label, frame in possible.get(name, ()):
                    if id(frame) not in tried:
                        tried.add(id(frame))
                        end = _end(speech, frame.elements, 0, index, index)
                        if end is not None and end > index:
                            yield Hit(index, end - 1, label)


class _Frame(NamedTuple):
    elements: tuple[_Element, ...]
    heads: frozenset[str]
    """Words and classes with which it may begin."""
    needed: tuple[frozenset[str], ...]
    """Of each of these one must occur somewhere, or the frame need not be tried."""

    def possible(self, speech: Tagged) -> bool:
        return not any(map(speech.present.isdisjoint, self.needed))


def _parsed(frame: str) -> _Frame:
    elements = tuple(_element(piece) for piece in frame.split())
    needed = tuple(
        element.names | {wording[0] for wording in element.wordings}
        for element in elements
        if not (element.gap or element.turned or element.optional)
    )
    return _Frame(elements, frozenset(_heads(elements)), needed)


@lru_cache(maxsize=4096)
def _element(piece: str) -> _Element:
    if piece.startswith("~"):
        gap, _, barred = piece[1:].partition("!")
        return _Element(*_names(barred), gap=int(gap))
    optional = piece.startswith("?")
    turned = piece.removeprefix("?").startswith("not:")
    return _Element(*_names(piece.removeprefix("?").removeprefix("not:")), optional, turned)


def _names(piece: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    names = [name for name in piece.split("|") if name]
    unknown = {name for name in names if name.isupper()} - CLASS_NAMES - {NAME, NUM, PHONE}
    if unknown:
        raise ValueError(f"no class is named {', '.join(sorted(unknown))}")
    return (
        frozenset(name for name in names if "_" not in name or name.isupper()),
        tuple(tuple(name.split("_")) for name in names if "_" in name and not name.isupper()),
    )


def _heads(elements: Sequence[_Element]) -> set[str]:
    heads: set[str] = set()
    for element in elements:
        if element.turned or element.gap:
            heads.add(_ANYWHERE)
        else:
            heads |= element.names | {wording[0] for wording in element.wordings}
        if not element.optional:
            break
    return heads


def _end(speech: Tagged, elements: Sequence[_Element], at: int, here: int, first: int) -> int | None:
    """The token after the shortest match of the elements from `at` on at token `here`; None without one."""
    if at == len(elements):
        return here
    element = elements[at]
    if element.gap:
        for reach in range(element.gap + 1):
            end = _end(speech, elements, at + 1, here + reach, first)
            if end is not None:
                return end
            if not _skippable(speech, element, here + reach, first):
                return None
        return None
    for length in _lengths(speech, element, here):
        end = _end(speech, elements, at + 1, here + length, first)
        if end is not None:
            return end
    return _end(speech, elements, at + 1, here, first) if element.optional else None


def _skippable(speech: Tagged, gap: _Element, here: int, first: int) -> bool:
    if here >= len(speech.names) or (here in speech.breaks and here > first):
        return False
    return gap.names.isdisjoint(speech.names[here])


def _lengths(speech: Tagged, element: _Element, here: int) -> set[int]:
    if here >= len(speech.names):
        return set()
    names = speech.names[here]
    if element.turned:
        return set() if not element.names.isdisjoint(names) else {1}
    found = {names[name] for name in element.names if name in names}
    return found | {
        len(wording) for wording in element.wordings if speech.texts[here : here + len(wording)] == wording
    }
