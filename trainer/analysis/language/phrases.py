"""Families of phrases over the normal form, compiled once and found quickly.

A phrase is a regular expression over words, in which a space stands for the space between two words,
``~3`` for up to three words of any kind, and ``{name}`` for another family's alternatives. Apostrophes are
left out, as in the normal form. Only phrases whose first word occurs in the speech are ever tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.analysis.language.speech import Speech

_GAP = re.compile(r"~(\d) ")
_WORD = re.compile(r"[a-z]{2,}")
_LEAD = re.compile(r"\((?!\?)([^()?*]+)\) |([\w']+)(?= |$|\(\?)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: inclusive token indexes, and which family it belongs to."""

    first: int
    last: int
    label: str


class Phrases:
    """Labelled families of phrases."""

    def __init__(self, families: Mapping[str, Sequence[str]], **words: str) -> None:
        """Compile `families`; `words` are the alternatives that ``{name}`` stands for."""
        self._by_first: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        self._anywhere: list[tuple[str, re.Pattern[str]]] = []
        vocabulary: set[str] = set()
        for label, phrases in families.items():
            for phrase in phrases:
                for name, alternatives in words.items():
                    phrase = phrase.replace("{" + name + "}", f"({alternatives})")
                self._add(label, phrase)
                vocabulary.update(_WORD.findall(phrase))
        self._vocabulary = frozenset(vocabulary)

    def _add(self, label: str, phrase: str) -> None:
        body = _GAP.sub(r"(?:\\S+ ){0,\1}?", phrase + " ").rstrip(" ")
        pattern = re.compile(body.replace("(", "(?:").replace("(?:?", "(?") + r"(?= )")
        lead = _LEAD.match(phrase)
        if lead is None:
            self._anywhere.append((label, pattern))
            return
        for alternative in (lead[1] or lead[2]).split("|"):
            self._by_first.setdefault(alternative.split(" ")[0], []).append((label, pattern))

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every ordinary word in the phrases."""
        return self._vocabulary

    def find(self, speech: Speech, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every place from token `start` up to `end` at which a phrase of any family begins, in order."""
        text, offsets = speech.text, speech.offsets
        stop = offsets[len(speech.tokens) if end is None else end]
        for index in range(start, len(speech.tokens) if end is None else end):
            for label, pattern in (*self._by_first.get(speech.tokens[index].text, ()), *self._anywhere):
                match = pattern.match(text, offsets[index], stop)
                if match and match.end() > match.start():
                    yield Hit(index, speech.token_at[match.end() + 1] - 1, label)

    def first(self, speech: Speech, start: int = 0, end: int | None = None) -> Hit | None:
        """The first phrase found, if any."""
        return next(self.find(speech, start, end), None)
