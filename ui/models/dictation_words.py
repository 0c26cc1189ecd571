"""The number that was said, and what somebody made of it by ear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.analysis.checks.number import national
from trainer.analysis.language.speech import normalise
from trainer.practice.dictation import Pair, compare, different, digits_of, nearest
from trainer.records import Attempt, Evidence
from ui.models.spoken import spoken

NUMBER_CHECK = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSaid:
    """A whole number that was said with a recording of it."""

    place: Evidence
    digits: str
    """As said."""
    own: str
    """The user's own number, dialled in the way that was said; "" where the profile has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitLine:
    """One row of the result: a name and its digits, each with whether it is as it should be."""

    name: str
    digits: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictated:
    """What came of it."""

    right: bool
    sentence: str
    lines: tuple[DigitLine, ...]


def number_said(attempt: Attempt) -> NumberSaid | None:
    """The first whole number in the attempt; None where none was said, or it cannot be played."""
    findings = attempt.feedback.findings if attempt.feedback else ()
    finding = next((one for one in findings if one.check == NUMBER_CHECK and one.outcome == "met"), None)
    if finding is None or not finding.evidence:
        return None
    place = finding.evidence[0]
    turn = next((one for one in spoken(attempt) if one.turn == place.turn), None)
    if turn is None or turn.take is None or not turn.take.frames or place.start_s is None:
        return None
    words = [word.word for word in turn.words[place.first_word : place.last_word + 1]]
    digits = max(
        (token.number.digits for token in normalise(words).tokens if token.number), key=len, default=""
    )
    if not digits:
        return None
    forms = national(attempt.seller.number, attempt.seller.region) if attempt.seller.number else ()
    return NumberSaid(place=place, digits=digits, own=nearest(digits, forms))


def dictated(typed: str, said: NumberSaid) -> Dictated:
    """`typed` against what was said, and what was said against the user's own number."""
    by_ear, spoken_right = compare(digits_of(typed), said.digits), compare(said.digits, said.own)
    wrong, misspoken = different(by_ear), different(spoken_right) if said.own else 0
    lines = [_line("You typed", by_ear), _line("You said", [Pair(one.right, one.left) for one in by_ear])]
    if misspoken:
        lines.append(_line("Your number", [Pair(one.right, one.left) for one in spoken_right]))
    return Dictated(
        right=not wrong and not misspoken,
        sentence=" ".join(filter(None, (_by_ear(wrong, said.digits), _misspoken(misspoken)))),
        lines=tuple(lines),
    )


def _by_ear(wrong: int, said: str) -> str:
    if not wrong:
        return f"All {len(said)} digits came across."
    return f"{_digits(wrong)} of {len(said)} came across differently. Groups with a pause between them help."


def _misspoken(wrong: int) -> str:
    return f"What was said differs from your own number in {_digits(wrong)}." if wrong else ""


def _digits(count: int) -> str:
    return "1 digit" if count == 1 else f"{count} digits"


def _line(name: str, pairs: Sequence[Pair]) -> DigitLine:
    return DigitLine(name=name, digits=tuple((pair.left or "–", pair.same) for pair in pairs))
