"""Families of phrases over the normal form, compiled when first needed and found quickly.

A phrase is a regular expression over words, in which a space stands for the space between two words,
``~3`` for up to three words of any kind, and ``{name}`` for another family's alternatives. Apostrophes are
left out, as in the normal form. Only phrases whose first word occurs in the speech are ever tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from trainer.analysis.language.speech import Speech

_GAP = re.compile(r"~(\d) ")
_SLOT = re.compile(r"(?:(?<=(?P<before>[(|])))?\{(?P<name>[a-z_]+)\}(?=(?P<after>.)|$)")
_WORD = re.compile(r"[a-z]{2,}")
_LEAD = re.compile(r"\((?!\?)([^()?*]+)\) |([\w']+)(?= |$|\(\?)")


ANY = ""
"""Stands for the first word of phrases that may begin with any."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: inclusive token indexes, and which family it belongs to."""

    first: int
    last: int
    label: str


def _filled(slot: re.Match[str], words: Mapping[str, str]) -> str:
    """The alternatives that a slot stands for, in brackets unless it is itself one alternative of several."""
    alternatives = words.get(slot["name"])
    if alternatives is None:
        return slot[0]
    alone = slot["before"] in ("(", "|") and slot["after"] in (")", "|")
    return alternatives if alone else f"({alternatives})"


def _first_words(phrase: str) -> list[str]:
    lead = _LEAD.match(phrase + " ")
    return [one.split(" ")[0] for one in (lead[1] or lead[2]).split("|")] if lead else [ANY]


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    body = _GAP.sub(r"(?:\\S+ ){0,\1}?", phrase + " ").rstrip(" ")
    return re.compile(body.replace("(", "(?:").replace("(?:?", "(?") + r"(?= )")


class Phrases:
    """Labelled families of phrases."""

    def __init__(self, families: Mapping[str, Sequence[str]], **words: str) -> None:
        """Take in `families`; `words` are the alternatives that ``{name}`` stands for."""
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        self._ready: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
        self._written = [phrase for phrases in families.values() for phrase in phrases]
        self._words = words
        for label, phrases in families.items():
            for phrase in phrases:
                phrase = _SLOT.sub(lambda slot: _filled(slot, words), phrase)
                for first in _first_words(phrase):
                    self._by_first.setdefault(first, []).append((label, phrase))

    def _starting_with(self, word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The phrases that begin with `word` or with any word, compiled when first asked for."""
        if word not in self._by_first:
            word = ANY
        if word not in self._ready:
            phrases = self._by_first.get(word, []) + (self._by_first.get(ANY, []) if word != ANY else [])
            self._ready[word] = tuple((label, _compiled(phrase)) for label, phrase in phrases)
        return self._ready[word]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every ordinary word in the phrases."""
        slots = {slot["name"] for phrase in self._written for slot in _SLOT.finditer(phrase)}
        written = [_SLOT.sub(" ", phrase) for phrase in self._written]
        named = [self._words.get(name, "") for name in slots]  # each once: many phrases share the long ones
        return frozenset(word for text in (*written, *named) for word in _WORD.findall(text))

    def find(self, speech: Speech, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every place from token `start` up to `end` at which a phrase of any family begins, in order."""
        text, offsets = speech.text, speech.offsets
        stop = offsets[len(speech.tokens) if end is None else end]
        for index in range(start, len(speech.tokens) if end is None else end):
            for label, pattern in self._starting_with(speech.tokens[index].text):
                match = pattern.match(text, offsets[index], stop)
                if match and match.end() > match.start():
                    yield Hit(index, speech.token_at[match.end() + 1] - 1, label)

    def first(self, speech: Speech, start: int = 0, end: int | None = None) -> Hit | None:
        """The first phrase found, if any."""
        return next(self.find(speech, start, end), None)
