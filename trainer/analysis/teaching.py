"""Names that a recogniser does not write as their owner does, found in a test sentence to be taught.

What is taught goes to `Seller.heard_as`; `language.names` matches by it from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler, Levenshtein

from trainer.analysis.call import Heard
from trainer.analysis.language.names import Mention
from trainer.analysis.language.slots import AFTER_NAME, SLOTS
from trainer.analysis.language.speech import Speech, plain
from trainer.records import Context, Seller, SpokenTurn, Word

LONGEST = 6
"""Words that a misheard name may take up."""
LIKENESS = 0.6
"""Jaro-Winkler similarity from which words in a name's place may be the name. Lower than in a judgement,
because the user sees the words and decides."""


@dataclass(frozen=True, slots=True)
class Misheard:
    """A name of the profile, and the words that were heard for it (lower case, parted by single spaces)."""

    name: str
    heard: str

    @property
    def only_parted(self) -> bool:
        """Whether the letters are right and only the words are parted otherwise ("field line")."""
        return _joined(self.heard) == _joined(plain(self.name))


def misheard(profile: Seller, heard: str) -> tuple[Misheard, ...]:
    """The caller's name and company, where the words heard hold them, but not as written or taught."""
    context = Context(
        caller_name=profile.name or None, caller_company=profile.company, heard_as=profile.heard_as
    )
    words = tuple(Word(word=word) for word in heard.split())
    turn = Heard(0, SpokenTurn(words=words), context)
    found = (
        _misheard(turn, profile.name, turn.own_names, "own"),
        _misheard(turn, profile.company or "", turn.companies, "firm"),
    )
    return tuple(one for one in found if one)


def taught(profile: Seller, one: Misheard) -> Seller:
    """The profile with this spelling among those of the name."""
    spellings = profile.heard_as.get(one.name, ())
    if one.heard in spellings:
        return profile
    return replace(profile, heard_as={**profile.heard_as, one.name: (*spellings, one.heard)})


def untaught(profile: Seller, one: Misheard) -> Seller:
    """The profile without it."""
    left = tuple(spelling for spelling in profile.heard_as.get(one.name, ()) if spelling != one.heard)
    others = {name: spellings for name, spellings in profile.heard_as.items() if name != one.name}
    return replace(profile, heard_as={**others, one.name: left} if left else others)


def _misheard(turn: Heard, name: str, mentions: list[Mention], slot: str) -> Misheard | None:
    written = plain(name)
    known = {written, *map(plain, turn.context.heard_as.get(name, ()))}
    starts = [mention.first for mention in mentions] or _expected(turn, slot)
    runs = [run for start in starts for run in _runs(turn.speech, start)]
    if not written or not runs or not known.isdisjoint(runs):
        return None
    heard = max(runs, key=lambda run: Levenshtein.normalized_similarity(_joined(run), _joined(written)))
    first, _, rest = written.partition(" ")
    if heard == first:  # a first name, or the short form of a company, said alone
        return None
    if rest and heard.startswith(f"{first} "):
        alike = _likeness(heard.removeprefix(first), rest)
    else:
        alike = _likeness(heard, written)
    return Misheard(name, heard) if alike >= LIKENESS else None


def _expected(turn: Heard, slot: str) -> list[int]:
    """Tokens at which such a name is to be expected ("this is …", "… from …")."""
    taken = {
        index
        for mention in (*turn.own_names, *turn.companies)
        for index in range(mention.first, mention.last + 1)
    }
    places = [hit.last + 1 for hit in SLOTS.find(turn.speech) if hit.label == slot]
    return [place for place in places if place < len(turn.speech.tokens) and place not in taken]


def _runs(speech: Speech, start: int) -> Iterator[str]:
    """The words from token `start` on, one more each time, up to a word that no name goes on with."""
    words: list[str] = []
    for token in speech.tokens[start : start + LONGEST]:
        if words and token.text in AFTER_NAME:
            return
        words.append(token.text)
        yield " ".join(words)


def _joined(words: str) -> str:
    return words.replace(" ", "")


def _likeness(heard: str, written: str) -> float:
    return JaroWinkler.similarity(_joined(heard), _joined(written))
