"""Families of phrases over the normal form, compiled when first needed and found quickly.

A phrase is a regular expression over words, in which a space stands for the space between two words,
``~3`` for up to three words of any kind, and ``{name}`` for another family's alternatives; alternatives stand
in brackets. Apostrophes are left out, as in the normal form. Only phrases whose words occur in the speech are
compiled and tried, as to compile them all would take longer than the rest of a first judgement; nothing is made
of a family until something is looked for in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from trainer.analysis.language.speech import Speech

_GAP = re.compile(r"~(\d) ")
_SLOT = re.compile(r"\{([a-z_]+)\}")
_WORD = re.compile(r"[a-z]{2,}")
_PLAIN = re.compile(r"[\w']+")
_CHOICE = re.compile(r"\((?!\?)([^()]*)\)")
_LEAD = re.compile(r"\((?!\?)([^()?*]+)\) |([\w']+)(?= |$|\(\?)")

ANY = ""
"""Stands for the first word of phrases that may begin with any."""


class Hit(NamedTuple):
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


def _pieces(phrase: str) -> list[str]:
    """`phrase` parted at the spaces that are in no brackets."""
    parts, depth = [""], 0
    for piece in phrase.split(" "):
        parts[-1] += f" {piece}" if depth else piece
        depth += piece.count("(") - piece.count(")")
        if not depth:
            parts.append("")
    return parts


@cache
def _one_of(piece: str) -> frozenset[str]:
    """The words of which one is said wherever `piece` is; none where that cannot be told simply."""
    choice = _CHOICE.fullmatch(piece)
    leads = {way.partition(" ")[0] for way in (choice[1] if choice else piece).split("|")}
    return frozenset(leads) if all(map(_PLAIN.fullmatch, leads)) else frozenset()


class _Phrase:
    """A phrase with its family; what is made of it is made when first needed."""

    def __init__(self, label: str, text: str) -> None:
        self.label = label
        self._text = text

    @cached_property
    def needed(self) -> Sequence[frozenset[str]]:
        """Of each of these one word must be in the speech, or the phrase cannot be; the first word is known."""
        return tuple(filter(None, map(_one_of, _pieces(self._text)[1:])))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        body = _GAP.sub(r"(?:\\S+ ){0,\1}?", self._text + " ").rstrip(" ")
        return re.compile(body.replace("(", "(?:").replace("(?:?", "(?") + r"(?= )")


class Phrases:
    """Labelled families of phrases."""

    def __init__(self, families: Mapping[str, Sequence[str]], **words: str) -> None:
        """Take in `families`; `words` are the alternatives that ``{name}`` stands for."""
        self._families = families
        self._words = words
        self._ready: dict[str, tuple[_Phrase, ...]] = {}

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[_Phrase]]:
        """The phrases by the words with which they begin; made when first looked for."""
        found: dict[str, list[_Phrase]] = {}
        for label, phrases in self._families.items():
            for text in (_filled(written, self._words) for written in phrases):
                phrase = _Phrase(label, text)
                for first in _first_words(text):
                    found.setdefault(first, []).append(phrase)
        return found

    def _starting_with(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that begin with `word` or with any word."""
        if word not in self._by_first:
            word = ANY
        if word not in self._ready:
            anywhere = self._by_first.get(ANY, ()) if word != ANY else ()
            self._ready[word] = (*self._by_first.get(word, ()), *anywhere)
        return self._ready[word]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every ordinary word in the phrases."""
        written = "\n".join(phrase for phrases in self._families.values() for phrase in phrases)
        named = {self._words.get(name, "") for name in _SLOT.findall(written)}  # each once: they are long
        return frozenset(_WORD.findall("\n".join((_SLOT.sub(" ", written), *named))))

    def find(self, speech: Speech, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every place from token `start` up to `end` at which a phrase of any family begins, in order."""
        text, offsets, present = speech.text, speech.offsets, speech.present
        stop = offsets[len(speech.tokens) if end is None else end]
        for index in range(start, len(speech.tokens) if end is None else end):
            for phrase in self._starting_with(speech.tokens[index].text):
                for words in phrase.needed:
                    if words.isdisjoint(present):
                        break
                else:
                    match = phrase.pattern.match(text, offsets[index], stop)
                    if match and match.end() > match.start():
                        yield Hit(index, speech.token_at[match.end() + 1] - 1, phrase.label)

    def first(self, speech: Speech, start: int = 0, end: int | None = None) -> Hit | None:
        """The first phrase found, if any."""
        return next(self.find(speech, start, end), None)
