"""A script made of a take: what was said, a clause a line, written as people write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer.analysis.language.speech import HESITATIONS
from trainer.records import Attempt, Kind, ScriptKind
from trainer.scripts.pace import phones

_ALWAYS_CAPITAL = {"i": "I", "i'm": "I'm", "i'll": "I'll", "i've": "I've", "i'd": "I'd"}


SCRIPT_KINDS: Mapping[Kind, ScriptKind] = {
    "voicemail": "voicemail", "callback": "callback", "elevator": "elevator",
}  # fmt: skip
"""Kinds of call of which a script can be made."""


def has_script(attempt: Attempt) -> bool:
    """Whether a script can be made of it: it was heard and judged, and is no decision or menu."""
    return attempt.scenario.kind in SCRIPT_KINDS and bool(attempt.feedback and attempt.feedback.ribbon)


def text_of(attempt: Attempt) -> str:
    """The words of a judged take, corrections in force; "" where nothing was heard or judged.

    Hesitations are left out; names and the number that are known are written as they are known.
    """
    clauses = attempt.feedback.ribbon if attempt.feedback else ()
    lines = (_line(clause.quote.split(), attempt) for clause in clauses)
    return "\n".join(line for line in lines if line)


def _line(said: list[str], attempt: Attempt) -> str:
    words = [word for word in said if word.casefold().strip(".,!?") not in HESITATIONS]
    names = {name.casefold(): name for name in _names(attempt)}
    written = _with_number(words, attempt.seller.number or "")
    line = " ".join(_ALWAYS_CAPITAL.get(word, names.get(word, word)) for word in written)
    return line[:1].upper() + line[1:]


def _with_number(words: list[str], own: str) -> list[str]:
    """The user's own number as it is written, wherever all its digits were said."""
    known = [token.number.digits for token in phones(own.split()) if token.number]
    for number in reversed(phones(words)):
        if number.number and number.number.digits in known:
            words[number.first_word : number.last_word + 1] = [own]
    return words


def _names(attempt: Attempt) -> Iterable[str]:
    """Each word of every known name that is written with a capital."""
    seller, scenario = attempt.seller, attempt.scenario
    known = (
        seller.name, seller.company, scenario.prospect.name, scenario.prospect.company, scenario.referrer,
    )  # fmt: skip
    return (word for name in known for word in (name or "").split() if word[:1].isupper())
