"""A script made of a take: what was said, a clause a line, written as people write."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.analysis.language.speech import HESITATIONS, normalise
from trainer.records import Attempt, Context
from trainer.scripts.pace import phones

_ALWAYS_CAPITAL = {"i": "I", "i'm": "I'm", "i'll": "I'll", "i've": "I've", "i'd": "I'd"}


def text_of(attempt: Attempt) -> str:
    """The words of a judged take, corrections in force; "" where nothing was heard or judged.

    Hesitations are left out; names and the number that are known are written as they are known.
    """
    clauses = attempt.feedback.ribbon if attempt.feedback else ()
    lines = (_line(clause.quote.split(), attempt.context) for clause in clauses)
    return "\n".join(line for line in lines if line)


def _line(said: list[str], context: Context) -> str:
    words = [word for word in said if word.casefold().strip(".,!?") not in HESITATIONS]
    names = {name.casefold(): name for name in _names(context)}
    written = [_ALWAYS_CAPITAL.get(word, names.get(word, word)) for word in _with_number(words, context)]
    line = " ".join(written)
    return line[:1].upper() + line[1:]


def _with_number(words: list[str], context: Context) -> list[str]:
    """The user's own number as it is written, wherever all its digits were said."""
    known = [token.number.digits for token in normalise((context.phone_number or "").split()).tokens
             if token.number]  # fmt: skip
    for number in reversed(phones(words)):
        if number.number and context.phone_number and number.number.digits in known:
            words[number.first_word : number.last_word + 1] = [context.phone_number]
    return words


def _names(context: Context) -> Iterable[str]:
    """Each word of every known name that is written with a capital."""
    known = (
        context.caller_name, context.caller_company, context.prospect_name, context.prospect_company,
        context.referrer,
    )  # fmt: skip
    return (word for name in known for word in (name or "").split() if word[:1].isupper())
