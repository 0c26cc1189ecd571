"""How fast the user speaks, measured in what they said before; numbers apart, because they are slower."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from trainer.analysis.language.speech import PHONE, Token, normalise
from trainer.records import Feedback, Thresholds, Word

USUAL_WORDS_A_MINUTE = 150.0
"""Until there is enough of the user's own: the usual pace of talk (peers put the good band at 120 to 165)."""
USUAL_DIGITS_A_SECOND = Thresholds().digits_a_second
"""Until then a number is taken to be said as it should be."""
ENOUGH_S = 60.0
"""Seconds of speech below which a rate means nothing (the check `pace` has the same limit)."""
ENOUGH_TAKES = 3
SLOWEST, FASTEST = 60.0, 300.0
"""Words a minute; what lies outside was no speech, or misheard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Words a minute, pauses between them included, and digits of a telephone number a second."""

    words_a_minute: float = USUAL_WORDS_A_MINUTE
    digits_a_second: float = USUAL_DIGITS_A_SECOND
    own_words: bool = False
    """Whether the first is the user's own, measured."""
    own_digits: bool = False


@dataclass(frozen=True, slots=True)
class _Spoken:
    words: int
    """Besides the numbers."""
    seconds: float
    digits_a_second: float | None


def pace_of(judged: Iterable[Feedback]) -> Pace:
    """The pace of somebody whose takes were judged so; of what is too little for a rate, the usual one."""
    takes = [spoken for feedback in judged if (spoken := _spoken(feedback))]
    seconds = sum(take.seconds for take in takes)
    rate = 60 * sum(take.words for take in takes) / seconds if seconds > 0 else 0.0
    own_words = len(takes) >= ENOUGH_TAKES and seconds >= ENOUGH_S and SLOWEST <= rate <= FASTEST
    numbers = [take.digits_a_second for take in takes if take.digits_a_second]
    own_digits = len(numbers) >= ENOUGH_TAKES
    return Pace(
        words_a_minute=rate if own_words else USUAL_WORDS_A_MINUTE,
        digits_a_second=median(numbers) if own_digits else USUAL_DIGITS_A_SECOND,
        own_words=own_words,
        own_digits=own_digits,
    )


def _spoken(feedback: Feedback) -> _Spoken | None:
    """What one take tells; None for one without times or words."""
    said = " ".join(clause.quote for clause in feedback.ribbon).split()
    if not feedback.seconds or not said:
        return None
    values = (one.value for one in feedback.findings if one.check == "number-clear")
    clear = next((value for value in values if isinstance(value, float) and value > 0), None)
    numbers = phones(said)
    digits = sum(_digits(number) for number in numbers)
    words = len(said) - sum(number.last_word - number.first_word + 1 for number in numbers)
    seconds = feedback.seconds - digits / (clear or USUAL_DIGITS_A_SECOND)
    return _Spoken(words, seconds, clear) if words > 0 and seconds > 0 else None


def phones(words: Sequence[str]) -> list[Token]:
    """The telephone numbers among `words`, each with the words that it covers."""
    return [token for token in normalise(words).tokens if token.text == PHONE]


def timed(words: Sequence[str], pace: Pace) -> tuple[Word, ...]:
    """`words` with the times at which somebody of this pace would say them, one after the other."""
    lengths = [60 / pace.words_a_minute] * len(words)
    for number in phones(words):
        covered = range(number.first_word, number.last_word + 1)
        letters = [sum(letter.isdigit() for letter in words[at]) for at in covered]
        # Digits that are written out ("oh eight hundred") share the number's time evenly.
        shares = letters if all(letters) else [1] * len(letters)
        for at, share in zip(covered, shares, strict=True):
            lengths[at] = _digits(number) / pace.digits_a_second * share / sum(shares)
    timed_words, at_s = [], 0.0
    for word, length in zip(words, lengths, strict=True):
        timed_words.append(Word(word=word, start_s=round(at_s, 3), end_s=round(at_s + length, 3)))
        at_s += length
    return tuple(timed_words)


def seconds_of(text: str, pace: Pace) -> float:
    """How long somebody of this pace takes to say `text`, estimated."""
    words = timed(text.split(), pace)
    return words[-1].end_s or 0.0 if words else 0.0


def _digits(number: Token) -> int:
    return len(number.number.digits) if number.number else 0
