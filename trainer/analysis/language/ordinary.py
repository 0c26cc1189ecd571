"""The ordinary words of such messages: a name is never taken for misheard where one of them makes sense."""

from __future__ import annotations

from trainer.analysis.language import asks, concerns, offers, openers, proof, reasons, selling
from trainer.analysis.language.phrases import Phrases

ORDINARY = frozenset().union(
    *(
        value.vocabulary
        for module in (asks, concerns, offers, openers, proof, reasons, selling)
        for value in vars(module).values()
        if isinstance(value, Phrases)
    )
)
