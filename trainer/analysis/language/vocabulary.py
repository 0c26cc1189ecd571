"""Which classes a word belongs to, whatever its ending: "trimming" is a GAIN, "premiums" are a MEASURE."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from trainer.analysis.language import words_of_selling, words_of_worry
from trainer.analysis.language.words import IRREGULAR, SHORT

_AMERICAN = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"), ("our", "or"))
_BASE = {past: base for base, past in IRREGULAR.items() if past != base}
_HISSING = re.compile(r"(s|x|z|ch|sh|o)e$")
_SHORTEST = 3
"""Letters that a word keeps without its ending."""


CLASS_NAMES = frozenset((*words_of_selling.CLASSES, *words_of_worry.CLASSES))


def _listed(classes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, words in classes.items():
        for word in words.split():
            yield _spelled(word.replace("_", " ")), name


def _spelled(word: str) -> str:
    """One spelling for British and American English."""
    for british, american in _AMERICAN:
        if word.endswith(british) and len(word) > len(british) + _SHORTEST:
            return word.removesuffix(british) + american
    return word


@lru_cache(maxsize=1)
def _members() -> tuple[dict[str, frozenset[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Class names by word; and by the base of their first word the members of several words."""
    single: dict[str, set[str]] = {}
    compound: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for word, name in _listed({**words_of_selling.CLASSES, **words_of_worry.CLASSES}):
        first, *rest = word.split()
        if rest:
            compound.setdefault(first, []).append((tuple(rest), name))
        else:
            single.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in single.items()}, compound


@lru_cache(maxsize=8192)
def bases(word: str) -> tuple[str, ...]:
    """`word` and what it may be an inflected form of."""
    found = [word, _BASE.get(word, word)]
    for ending in ("s", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            found += _without(word.removesuffix(ending), ending)
    return tuple(dict.fromkeys(map(_spelled, found)))


def _without(stem: str, ending: str) -> list[str]:
    """What a word may have been before `ending` was added to `stem`."""
    if ending == "s":
        bare = [stem] if not stem.endswith("s") else []
        return bare + (
            [stem[:-2] + "y"] if stem.endswith("ie") else [stem[:-1]] if _HISSING.search(stem) else []
        )
    bare = [] if SHORT.fullmatch(stem) else [stem]
    if ending == "ed" and stem.endswith("i"):
        return [stem[:-1] + "y"]
    return [*bare, stem + "e"] + ([stem[:-1]] if stem[-1] == stem[-2] else [])


@lru_cache(maxsize=8192)
def classes_of(word: str) -> frozenset[str]:
    """The names of the classes that `word` belongs to."""
    single, _ = _members()
    return frozenset().union(*(single.get(base, frozenset()) for base in bases(word)))


def compounds_at(texts: Sequence[str], index: int) -> dict[str, int]:
    """The classes of the words of several tokens that begin at `index`, each with its length in tokens."""
    _, compound = _members()
    found: dict[str, int] = {}
    for base in bases(texts[index]):
        for rest, name in compound.get(base, ()):
            following = texts[index + 1 : index + 1 + len(rest)]
            if len(following) == len(rest) and all(map(_same, following, rest)):
                found[name] = max(found.get(name, 0), 1 + len(rest))
    return found


def _same(heard: str, member: str) -> bool:
    return heard == member or member in bases(heard)
