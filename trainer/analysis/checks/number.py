"""The number to call: said, said twice, said right."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, met, missed, unsure
from trainer.analysis.language.phrases import Phrases

SHORT_OF = 2
"""A number with one or two digits fewer than a whole one may have been misheard, so it is not `missed`."""

_TO_DIAL = Phrases({"dial": ["(call|reach|ring|phone|number|dial|at|on|thats|back|is|me|us) NUM"]})


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
    """Every whole number said: where and its digits."""
    return [
        (Span(turn.index, index, index), token.number.digits)
        for turn in call.turns
        for index, token in turn.phones
        if token.number
    ]


def _own(call: Call) -> tuple[str, ...]:
    return national(call.context.phone_number, call.context.region) if call.context.phone_number else ()


def _partly(call: Call) -> list[Span]:
    """Where a call-back number is said that is a digit or two short of a whole one."""
    return [
        Span(turn.index, hit.last, hit.last)
        for turn, hit in call.hits(_TO_DIAL)
        if (number := turn.speech.tokens[hit.last].number)
        and len(number.digits) >= 7 - SHORT_OF
        and not number.measured
    ]


def number(call: Call) -> Decision:
    """Whether a complete call-back number is said."""
    said = _said(call)
    if said:
        return met(call, [said[0][0]])
    partly = _partly(call)
    return unsure(partly) if partly else missed(call)


def number_twice(call: Call) -> Decision:
    """Whether a complete number is said twice."""
    said = _said(call)
    spans, count, wanted = [span for span, _ in said], len(said), "2 or more"
    if count >= 2:
        return met(call, spans, value=count, wanted=wanted)
    if said and _partly(call):
        return unsure([*spans, *_partly(call)], value=count, wanted=wanted)
    return missed(call, spans, value=count, wanted=wanted)


def number_right(call: Call) -> Decision:
    """Whether the number said is the one in the profile, pooling the places where it is said."""
    own, said = _own(call), _said(call)
    if not own or not said:
        return NOT_APPLICABLE
    spans = [span for span, _ in said]
    off = [min(Levenshtein.distance(digits, form) for form in own) for _, digits in said]
    heard = " / ".join(dict.fromkeys(digits for _, digits in said))
    wanted = "".join(mark for mark in str(call.context.phone_number) if mark.isdecimal())
    if not any(off):
        return met(call, spans, value=heard, wanted=wanted)
    wrong = [digits for (_, digits), distance in zip(said, off, strict=True) if distance]
    if any(wrong.count(digits) > 1 for digits in wrong) or (len(said) == 1 and off[0] > 1):
        return missed(call, spans, 0.8, value=heard, wanted=wanted)
    return unsure(spans, value=heard, wanted=wanted)


_MINE = {"phone_number": "0113 496 0107", "region": "GB"}

CHECKS = (
    Check(
        "number", "Your number", frozenset({"voicemail"}),
        "Met when you say a complete call-back number.",
        "Say your number, all of it, even if they have it.",
        ("002", "000"), number,
        (
            Example("met", "call me on oh one one three four nine six oh one oh seven"),
            Example("met", "call me on 0113 496 0107"),
            Example("missed", "please call me back you have my number"),
            Example("unsure", "call me on one one three four nine six"),
        ),
    ),
    Check(
        "number-twice", "The number twice", frozenset({"voicemail"}),
        "Met when you say the complete number twice.",
        "Say the number a second time, so that nobody has to play the message again.",
        ("002",), number_twice,
        (
            Example("met", "call 0113 496 0107 again that is oh double one three four nine six oh one oh seven"),
            Example("missed", "call me on 0113 496 0107 thank you"),
            Example("unsure", "call me on 0113 496 0107 again call 496 017"),
        ),
    ),
    Check(
        "number-right", "The right number", frozenset({"voicemail"}),
        "Met when every number you say is the one in your profile. Does not apply without one.",
        "Read your number from the page until it comes by itself.",
        ("ours",), number_right,
        (
            Example("met", "call me on oh double one three four nine six oh one oh seven", _MINE),
            Example("met", "call me on plus four four one one three four nine six oh one oh seven", _MINE),
            Example("missed", "call 0113 496 0171 again 0113 496 0171", _MINE),
            Example("unsure", "call me on 0113 496 0108", _MINE),
            Example("not-applicable", "call me on 0113 496 0107"),
        ),
    ),
)  # fmt: skip
