"""Families of phrases over the normal form, compiled when first needed and found quickly.

A phrase is a regular expression over words, in which a space stands for the space between two words,
``~3`` for up to three words of any kind, and ``{name}`` for another family's alternatives. Apostrophes are
left out, as in the normal form. Only phrases whose first word occurs in the speech are looked at, and only
those of which every part may occur are compiled: compiling took most of the first judgement.
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
_BRACKETS = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
_PART = re.compile(rf"(?:[^ ()]|{_BRACKETS})+")
"""What stands between two spaces outside brackets, which may hold brackets that hold brackets."""
_WORDINGS = re.compile(r"\(([\w'| ]+)\)|([\w']+)")
"""A part that is a word, or one of several wordings; any other may perhaps be left out."""


ANY = ""
"""Stands for the first word of phrases that may begin with any."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: inclusive token indexes, and which family it belongs to."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class _Phrase:
    label: str
    written: str
    slots: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(_filled(self.written, self.slots))

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Of each of these one word must occur somewhere, or the phrase need not be tried."""
        parts = (_leads(_filled(part, self.slots)) for part in _PART.findall(self.written))
        return tuple(words for words in parts if words)

    def first_words(self) -> Sequence[str]:
        part = _PART.match(self.written)
        lead = _LEAD.match(_filled(part[0], self.slots) + " ") if part else None
        return [one.split(" ")[0] for one in (lead[1] or lead[2]).split("|")] if lead else [ANY]

    def possible(self, speech: Speech) -> bool:
        return not any(words.isdisjoint(speech.present) for words in self.needed)


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


@cache
def _leads(part: str) -> frozenset[str]:
    """The first words of a part's wordings; none where it may be left out or may be any word."""
    plain = _WORDINGS.fullmatch(part)
    wordings = (plain[1] or plain[2]).split("|") if plain else [""]
    return (
        frozenset(wording.split()[0] for wording in wordings)
        if all(map(str.strip, wordings))
        else frozenset()
    )


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

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[_Phrase]]:
        """The phrases by the words with which they begin; made when something is first looked for."""
        found: dict[str, list[_Phrase]] = {}
        for label, phrases in self._families.items():
            for phrase in (_Phrase(label, written, self._words) for written in phrases):
                for first in phrase.first_words():
                    found.setdefault(first, []).append(phrase)
        return found

    def _starting_with(self, word: str, speech: Speech) -> list[_Phrase]:
        """The phrases that begin with `word` or with any word and may occur in `speech`."""
        either = (*self._by_first.get(word, ()), *self._by_first.get(ANY, ()))
        return [phrase for phrase in either if phrase.possible(speech)]

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
        possible: dict[str, list[_Phrase]] = {}
        for index in range(start, len(speech.tokens) if end is None else end):
            word = speech.tokens[index].text
            if word not in possible:
                possible[word] = self._starting_with(word, speech)
            for phrase in possible[word]:
                match = phrase.pattern.match(text, offsets[index], stop)
                if match and match.end() > match.start():
                    yield Hit(index, speech.token_at[match.end() + 1] - 1, phrase.label)

    def first(self, speech: Speech, start: int = 0, end: int | None = None) -> Hit | None:
        """The first phrase found, if any."""
        return next(self.find(speech, start, end), None)
