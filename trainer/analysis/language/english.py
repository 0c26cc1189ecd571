"""Whether what was heard is English at all; of anything else the judge says that it could not tell."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.speech import Speech

_NO_WORDS = word_set("unk noise inaudible unintelligible music laughter silence crosstalk")
"""What recognisers and transcribers write where they heard no word."""
SMALL_WORDS = word_set(
    """the you i this my your is to and for it its im we of that with at have are be can from what how do
    would please thank thanks call calling back hello hey there here since every all our not just about out up
    they their if when which who more than make makes work works help helps speaking name number but"""
)
"""Words without which hardly an English sentence is made; those that are words elsewhere ("in", "so") left out."""
ENOUGH_WORDS = 9
"""With fewer words nothing can be said about the language."""
SMALL_SHARE = 0.06
"""Share of small words from which it is English; messages have five times as many, other languages hardly any."""


def is_english(speeches: Iterable[Speech]) -> bool:
    """Whether English words were said; in doubt they were."""
    words = [
        token.text
        for speech in speeches
        for token in speech.tokens
        if token.text not in _NO_WORDS and any("a" <= mark <= "z" or token.number for mark in token.text)
    ]
    if len(words) < ENOUGH_WORDS:
        return bool(words)
    return sum(word in SMALL_WORDS for word in words) >= SMALL_SHARE * len(words)
