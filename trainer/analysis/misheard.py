"""Words that were hardly heard: what quotes them back to the user might say what nobody said."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.analysis.call import Heard
from trainer.analysis.language.english import SMALL_WORDS
from trainer.analysis.language.speech import HESITATIONS, NAME, NUM, PHONE
from trainer.records import Clause

HARDLY_HEARD = 0.3
"""Confidence below which a word is not quoted in a suggestion. In the samples that ship the embedded engine
doubts seven words so: two of content, both wrong, and digits, hesitations and a "thank"."""
_HEARD_ANYWAY = SMALL_WORDS | HESITATIONS | {NAME, NUM, PHONE}
"""Small words carry little; names and numbers are written as the profile has them."""


def perhaps(turns: tuple[Heard, ...], clauses: Iterable[Clause]) -> bool:
    """Whether any of the clauses holds a word of content that was hardly heard."""
    return any(within(turns[one.turn], one.first_word, one.last_word) for one in clauses)


def within(turn: Heard, first: int, last: int) -> bool:
    """Whether a word of content from `first` to `last` (inclusive) was hardly heard."""
    return any(
        token.text not in _HEARD_ANYWAY
        and any(
            word.confidence is not None and word.confidence < HARDLY_HEARD
            for word in turn.turn.words[token.first_word : token.last_word + 1]
        )
        for token in turn.named.tokens
        if first <= token.first_word <= last
    )
