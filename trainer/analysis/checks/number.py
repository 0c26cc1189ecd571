"""The number to call: said, said twice, said right."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby, pairwise
from math import ceil

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.checks import (
    NOT_APPLICABLE,
    Check,
    Decision,
    Example,
    believed,
    measured,
    met,
    missed,
    unsure,
)
from trainer.analysis.corrected import numbers_said
from trainer.analysis.language.numbers import SHORTEST

GROUP_DIGITS = 5
"""Digits that people take down in one go, at most."""
PARTLY = 80
"""Likeness (of 100) from which a run of digits is a piece of the profile's number."""
COUNTRY_DIGITS, LOCAL_DIGITS = 3, 7
"""Digits of the longest country code, and of the shortest number that it can stand before."""
SLIPS = 3
"""Digits in which what was said may differ from a number and still be meant for it."""
SHORT_OF = 2
"""A number with one or two digits fewer than a whole one may have been misheard, so it is not `missed`."""


@lru_cache(maxsize=256)
def national(number: str, region: str | None) -> tuple[str, ...]:
    """The digit runs that are this number: as dialled at home and from abroad (phonenumbers' formats)."""
    import phonenumbers  # takes 0.1 s to load, and most requests that need it come once

    digits = "".join(mark for mark in number if mark.isdecimal())
    forms = {digits}
    try:
        parsed = phonenumbers.parse(number, (region or "GB").upper())
        for style in (phonenumbers.PhoneNumberFormat.NATIONAL, phonenumbers.PhoneNumberFormat.E164):
            written = phonenumbers.format_number(parsed, style)
            forms.add("".join(mark for mark in written if mark.isdecimal()))
        forms.add(phonenumbers.national_significant_number(parsed))
    except phonenumbers.NumberParseException:
        pass
    return tuple(sorted(form for form in forms if len(form) >= 5))


def _said(call: Call) -> list[tuple[Span, str]]:
    """Every whole number said: where and its digits. Where the profile's is known, it says what is whole."""
    own = _own(call)
    return [
        (span, digits)
        for turn in call.turns
        for span, digits in numbers_said(turn, lambda digits: digits in own)
        if _whole(digits, own)
    ]


def _whole(digits: str, own: tuple[str, ...]) -> bool:
    """Whether no more than a digit is missing, or it is the profile's number as dialled locally."""
    alike = [form for form in own if form.startswith("0") == digits.startswith("0")] or own
    return (
        not own
        or any(len(digits) >= len(form) - 1 for form in alike)
        or any(form.endswith(digits) for form in own)
    )


def _own(call: Call) -> tuple[str, ...]:
    return national(call.context.phone_number, call.context.region) if call.context.phone_number else ()


def _partly(call: Call) -> list[Span]:
    """Where a number is said that is a digit or more short of a whole one."""
    own = _own(call)
    whole = {(span.turn, at) for span, _ in _said(call) for at in range(span.first, span.last + 1)}
    return [
        Span(turn.index, index, index)
        for turn in call.turns
        for index, token in enumerate(turn.speech.tokens)
        if token.number
        and not token.number.measured
        and len(token.number.digits) >= SHORTEST - SHORT_OF
        and (turn.index, index) not in whole
        and (not own or any(fuzz.partial_ratio(token.number.digits, form) >= PARTLY for form in own))
    ]


def number(call: Call) -> Decision:
    """Whether a complete call-back number is said."""
    said = _said(call)
    if said:
        mine = [one for one in said if _is_own(call, one[1])]
        return believed(call, met(call, [mine[0][0]])) if mine else met(call, [said[0][0]])
    partly = _partly(call)
    return unsure(partly) if partly else missed(call)


def number_twice(call: Call) -> Decision:
    """Whether a complete number is said twice."""
    said = _said(call)
    if not said:  # what `number` says
        return NOT_APPLICABLE
    spans, count, wanted = [span for span, _ in said], len(said), "2 or more"
    if count >= 2:
        decision = met(call, spans, value=count, wanted=wanted)
        return believed(call, decision) if sum(_is_own(call, digits) for _, digits in said) >= 2 else decision
    if _partly(call):
        return unsure([*spans, *_partly(call)], value=count, wanted=wanted)
    return missed(call, spans, value=count, wanted=wanted)


def number_right(call: Call) -> Decision:
    """Whether the number said is the one in the profile, pooling the places where it is said.

    Article 002 has the number said twice so that it can be taken down; who hears it right once and a digit
    off once cannot know which to dial. So contradictory numbers are never `met`: it is `unsure` whether the
    speaker or the engine was wrong, as with a number of which too little was heard to be whole.
    """
    own, said = _own(call), _said(call)
    if own and not said and _partly(call):
        return unsure(_partly(call))
    if not own or not said:
        return NOT_APPLICABLE
    spans = [span for span, _ in said]
    off = [min(_slips(digits, form) for form in own) for _, digits in said]
    heard = " / ".join(dict.fromkeys(digits for _, digits in said))
    wanted = "".join(mark for mark in str(call.context.phone_number) if mark.isdecimal())
    if all(_is_own(call, digits) for _, digits in said):
        return believed(call, met(call, spans, 0.8 if any(off) else 1.0, value=heard, wanted=wanted))
    wrong = [digits for (_, digits), slips in zip(said, off, strict=True) if slips]
    if any(wrong.count(digits) > 1 for digits in wrong) or (len(said) == 1 and off[0] > 1):
        return missed(call, spans, 0.8, value=heard, wanted=wanted)
    return unsure(spans, value=heard, wanted=wanted)


def _slips(digits: str, form: str) -> int:
    """Digits that are wrong, missing or too many.

    A country code before the number is none of them, nor the "one" of a sentence that follows it.
    """
    bare = form.lstrip("0")
    abroad = digits.endswith(bare) and len(digits) - len(bare) <= COUNTRY_DIGITS and len(bare) >= LOCAL_DIGITS
    return 0 if abroad or digits == f"{form}1" else Levenshtein.distance(digits, form)


def _is_own(call: Call, digits: str) -> bool:
    """Whether these digits are the profile's number, but for a repetition that the engine swallowed."""
    return any(not _slips(digits, form) or _swallowed(digits, form) for form in _own(call))


def like_own(digits: str, number: str, region: str | None) -> bool:
    """Whether these digits may be `number` with slips, or a piece of it, rather than somebody else's."""
    forms = national(number, region)
    return any(_slips(digits, form) <= SLIPS or fuzz.partial_ratio(digits, form) >= PARTLY for form in forms)


def _swallowed(digits: str, form: str) -> bool:
    """Whether all that is missing is the repetition of a digit ("55" for "555"), which engines swallow."""
    short = 0 < len(form) - len(digits) <= SHORT_OF
    return short and [digit for digit, _ in groupby(digits)] == [digit for digit, _ in groupby(form)]


def number_clear(call: Call) -> Decision:
    """Whether it can be written down, at the place where it is said most clearly."""
    limit = call.thresholds
    said = [
        pace
        for turn in call.turns
        for index, _ in turn.phones
        if (pace := _pace(turn, index, limit.digit_pause_s))
    ]
    if not said:
        return NOT_APPLICABLE
    rate, pauses, wanted_pauses = min(said, key=lambda pace: (pace[1] < pace[2], pace[0]))
    wanted = f"{limit.digits_a_second:g} digits a second or fewer, with pauses"
    if pauses < wanted_pauses:
        wanted = wanted.replace("pauses", f"{wanted_pauses} or more pauses; you made {pauses or 'none'}")
    return measured(
        # As it is shown: nobody is refused 2.5 for 2.5.
        round(rate, 1) <= limit.digits_a_second and pauses >= wanted_pauses,
        rate,
        wanted,
        near=rate > 0.9 * limit.digits_a_second,
    )


def _pace(turn: Heard, index: int, pause_s: float) -> tuple[float, int, int] | None:
    """Digits a second, pauses in it, and how many pauses its groups want; None without times.

    Engines that stretch their words over the silence beside them, or write the digits as one word, show no
    pause; the voiced stretches do.
    """
    token = turn.speech.tokens[index]
    start, end = turn.start_s(index), turn.end_s(index)
    if token.number is None or start is None or end is None or end <= start:
        return None
    words = turn.turn.words[token.first_word : token.last_word + 1]
    gaps = [
        after.start_s - before.end_s
        for before, after in pairwise(words)
        if after.start_s is not None and before.end_s is not None
    ]
    digits = len(token.number.digits)
    silences = _silences(turn, start, end)
    wanted = ceil(digits / GROUP_DIGITS) - 1
    pauses = max(sum(gap >= pause_s for gap in gaps), sum(silence >= pause_s for silence in silences))
    return digits / (end - start), pauses, wanted if turn.turn.voiced else min(wanted, len(gaps))


def _silences(turn: Heard, start: float, end: float) -> list[float]:
    """Seconds of each silence between two voiced stretches whose middle lies between `start` and `end`."""
    return [
        after.start_s - before.end_s
        for before, after in pairwise(turn.turn.voiced or ())
        if start < (before.end_s + after.start_s) / 2 < end
    ]


def _spoken(number: str, each_s: float, pause_s: float) -> dict[str, object]:
    """A request member: a number said digit by digit, with a pause after every third."""
    words, at = [], 0.0
    for place, digit in enumerate(number.split()):
        at += pause_s if place and place % 3 == 0 else 0.0
        words.append({"word": digit, "start": at, "end": at + each_s})
        at += each_s
    return {"words": words}


_DIGITS = "oh one one three four nine six oh one oh seven"
_MINE = {"phone_number": "0113 496 0107", "region": "GB"}

CHECKS = (
    Check(
        "number-clear",
        "A number to write down",
        frozenset({"voicemail"}),
        "Met when you say the number at most 2.5 digits a second, with a pause between its groups.",
        "Write the number down while you say it; that is the right pace.",
        ("ours",),
        number_clear,
        (
            Example("met", more=_spoken(_DIGITS, 0.35, 0.4)),
            Example("missed", more=_spoken(_DIGITS, 0.15, 0.0)),
            Example("not-applicable", _DIGITS),
        ),
    ),
    Check(
        "number",
        "Your number",
        frozenset({"voicemail"}),
        "Met when you say a complete call-back number.",
        "Say your number, all of it, even if they have it.",
        ("002", "000"),
        number,
        (
            Example("met", "call me on oh one one three four nine six oh one oh seven"),
            Example("met", "call me on 0113 496 0107"),
            Example("missed", "please call me back you have my number"),
            Example("unsure", "call me on one one three four nine six"),
        ),
    ),
    Check(
        "number-twice",
        "The number twice",
        frozenset({"voicemail"}),
        "Met when you say the complete number twice. Does not apply where you say none.",
        "Say the number a second time, so that nobody has to play the message again.",
        ("002",),
        number_twice,
        (
            Example(
                "met", "call 0113 496 0107 again that is oh double one three four nine six oh one oh seven"
            ),
            Example("missed", "call me on 0113 496 0107 thank you"),
            Example("unsure", "call me on 0113 496 0107 again call 496 01"),
            Example("not-applicable", "please call me back you have my number"),
        ),
    ),
    Check(
        "number-right",
        "The right number",
        frozenset({"voicemail"}),
        "Met when every number you say is the one in your profile. Does not apply without one.",
        "Read your number from the page until it comes by itself.",
        ("ours",),
        number_right,
        (
            Example("met", "call me on oh double one three four nine six oh one oh seven", _MINE),
            Example("met", "call me on plus four four one one three four nine six oh one oh seven", _MINE),
            Example("missed", "call 0113 496 0171 again 0113 496 0171", _MINE),
            Example("met", "call me on 985 55 0105", {"phone_number": "985 555 0105", "region": "US"}),
            Example("unsure", "call me on 0113 496 0108", _MINE),
            Example("unsure", "call me on 0113 496 0107 again that is 0113 496 0108", _MINE),
            Example("unsure", "call me on 0113 496", _MINE),
            Example("not-applicable", "call me on 0113 496 0107"),
        ),
    ),
)
