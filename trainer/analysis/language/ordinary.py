"""The ordinary words of such messages: a name is never taken for misheard where one of them makes sense."""

from __future__ import annotations

from functools import cache

from trainer.analysis.language import asks, concerns, offers, openers, proof, reasons, selling
from trainer.analysis.language.phrases import Phrases


def is_ordinary(word: str) -> bool:
    """Whether such messages are made of words like this one."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    """All words of the phrases; gathered when first asked for, as that takes a tenth of the start."""
    families = (asks, concerns, offers, openers, proof, reasons, selling)
    values = [value for module in families for value in vars(module).values()]
    return frozenset().union(*(value.vocabulary for value in values if isinstance(value, Phrases)))
