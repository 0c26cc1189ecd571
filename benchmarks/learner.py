"""How somebody says a model answer after part of a half year of practice: what fades, and what stays.

Selling too early, saying the number once or too fast, and slow first words fade, each at its own time; "um"
and a forgotten ask stay as they were, so that Progress has both to tell of.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from trainer.records import Word

WORD_S, GAP_S, LEAD_S = 0.3, 0.04, 0.6
BREATH_S, GROUP_PAUSE_S = 0.2, 0.45
SELLING = (
    "We are the market leader and our product saves everybody a great deal of money.",
    "I would love to book half an hour on Tuesday to show you everything that we offer.",
    "You can also find all of it on our web site, or I can send you an e-mail.",
)
_DIGITS = frozenset(
    ("oh", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double")
)
_LEAST_DIGITS = 7
"""Fewer number words in a sentence are no telephone number."""


@dataclass(frozen=True, slots=True)
class Said:
    """One reply: its words, and whether its number came in groups with a pause after each."""

    text: str
    in_groups: bool


def said_by_learner(dice: random.Random, text: str, share: float) -> Said:
    """The model answer `text` as it comes out after `share` (0-1) of the half year."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    if dice.random() < fading(share, 0.55, 0.88, 0.9, 0.04):
        sentences.insert(max(1, len(sentences) - 2), dice.choice(SELLING))
    numbers = [place for place, one in enumerate(sentences) if _holds_number(one)]
    if len(numbers) > 1 and dice.random() < fading(share, 0.5, 0.9, 0.85, 0.12):
        del sentences[numbers[-1]]
    asks = [place for place, one in enumerate(sentences) if "call me" in one.lower()]
    if asks and dice.random() < 0.25:
        del sentences[asks[0]]
    if dice.random() < 0.45:
        sentences[0] = f"Um, {sentences[0]}"
    return Said(" ".join(sentences), in_groups=dice.random() > fading(share, 0.2, 1.0, 0.95, 0.35))


def first_word_s(dice: random.Random, share: float) -> float:
    """How soon the first word comes: late in the beginning, sometimes late in the end."""
    return 2.4 if dice.random() < fading(share, 0.3, 0.8, 0.6, 0.1) else 0.8


def fading(share: float, begins: float, ends: float, before: float, after: float) -> float:
    """How likely a fault is: `before` until `begins` of the half year, `after` from `ends` on."""
    way = min(1.0, max(0.0, (share - begins) / (ends - begins)))
    return before + (after - before) * way


def words_of(said: Said) -> tuple[Word, ...]:
    """The words with times, as an engine gives them: lower case, a breath after each sentence."""
    words, at = [], LEAD_S
    for piece in said.text.replace("-", " ").split():
        word = re.sub(r"[^\w']", "", piece.lower())
        if not word:
            continue
        words.append(Word(word=word, start_s=round(at, 2), end_s=round(at + WORD_S, 2), confidence=0.94))
        at += WORD_S + GAP_S + _pause_s(piece, word, said)
    return tuple(words)


def _pause_s(piece: str, word: str, said: Said) -> float:
    if piece[-1] in ".?!":
        return BREATH_S
    return GROUP_PAUSE_S if said.in_groups and piece[-1] == "," and word in _DIGITS else 0.0


def _holds_number(sentence: str) -> bool:
    return sum(word in _DIGITS for word in re.findall(r"\w+", sentence.lower())) >= _LEAST_DIGITS
