"""Families of phrases over the normal form, compiled when first needed and found quickly.

A phrase is a regular expression over words, in which a space stands for the space between two words,
``~3`` for up to three words of any kind, and ``{name}`` for another family's alternatives. Apostrophes are
left out, as in the normal form. Only phrases whose first word occurs in the speech are ever tried; nothing is
made of a family until something is looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from trainer.analysis.language.speech import Speech

_GAP = re.compile(r"~(\d) ")
_SLOT = re.compile(r"\{([a-z_]+)\}")
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


def _filled(written: str, slots: Mapping[str, str]) -> str:
    """`written` with the alternatives that its slots stand for."""
    return _SLOT.sub(lambda slot: _alternatives(slot, slots), written) if "{" in written else written


def _alternatives(slot: re.Match[str], slots: Mapping[str, str]) -> str:
    """What a slot stands for, in brackets unless it is itself one alternative of several."""
    alternatives = slots.get(slot[1])
    if alternatives is None:
        return slot[0]
    before, after = slot.string[: slot.start()][-1:], slot.string[slot.end() :][:1]
    return alternatives if before in set("(|") and after in set(")|") else f"({alternatives})"


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
        self._families = families
        self._words = words
        self._ready: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """Label and text of the phrases by the words with which they begin; made when first looked for."""
        found: dict[str, list[tuple[str, str]]] = {}
        for label, phrases in self._families.items():
            for phrase in (_filled(written, self._words) for written in phrases):
                for first in _first_words(phrase):
                    found.setdefault(first, []).append((label, phrase))
        return found

    def _starting_with(self, word: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The phrases that begin with `word` or with any word, compiled when first asked for."""
        if word not in self._by_first:
            word = ANY
        if word not in self._ready:
            phrases = [*self._by_first.get(word, ()), *(self._by_first.get(ANY, ()) if word != ANY else ())]
            self._ready[word] = tuple((label, _compiled(phrase)) for label, phrase in phrases)
        return self._ready[word]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every ordinary word in the phrases."""
        written = "\n".join(phrase for phrases in self._families.values() for phrase in phrases)
        named = {self._words.get(name, "") for name in _SLOT.findall(written)}  # each once: they are long
        return frozenset(_WORD.findall("\n".join((_SLOT.sub(" ", written), *named))))

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
