"""Names as recognisers mishear them: matched by spelling, by sound, and by what the user has taught.

A name is looked for by its full form and by its first word. What sounds alike anywhere counts for less than
what stands where a name is expected ("this is ...", "hi ...", "... from ..."): the caller of `find` says
where that is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import jellyfish
from rapidfuzz.distance import JaroWinkler

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.ordinary import is_ordinary
from trainer.analysis.language.speech import PHONE, Speech, Token, plain

CERTAIN, TAUGHT, NEARLY, ALIKE, DOUBTFUL = 1.0, 0.95, 0.9, 0.8, 0.5
"""Confidence of a name spelled right, as taught, nearly right, sounding alike, and perhaps misheard."""

SOUNDS_ALIKE = 0.55
"""Jaro-Winkler similarity from which a word that sounds like a name in a name's place is one."""
ALL_ORDINARY = 0.68
"""The same for everyday words ("which it's" for Widgets)."""

SURNAME = 3
"""Letters of a surname that may stand for the whole name."""
SLIPS = 3
"""Letters by which a misheard name may be longer or shorter."""

TITLES = word_set("mr mrs ms miss mx dr prof sir madam st")
"""What stands before a surname; no name by itself."""
_GENERIC = word_set(
    """the and of a inc llc ltd limited plc co corp corporation company group services service solutions
    systems partners associates international global technologies technology tech consulting
    consultants realty insurance bank media marketing capital agency team home homes digital software"""
)
_PLAIN_WORDS = word_set(
    """a about again all am an and any are as ask at back be been best better but by call calling can
    chance could day did do for free from get give go going good got great had has have he hear hello
    help her here hey hi him his how i id if ill im in is it its ive just keep know let like line long
    look looking made make mark may me mean mine more much my name need new next no not now of off on
    one only or our out over own phone please quick reach right said say see she so some soon talk
    team than thank thanks that thats the their them then there they this time to today told tomorrow
    try two up us want was way we week well were what when where which who why will wish with work
    would year you your grant grace hope joy rose max art bill rich pat sue don chase frank drew rob
    jack dean faith may april june summer"""
)


class Mention(NamedTuple):
    """A name found: inclusive token indexes and how sure that is (0-1)."""

    first: int
    last: int
    confidence: float


def find(
    speech: Speech,
    name: str | None,
    heard_as: Mapping[str, Sequence[str]],
    expected: Collection[int] = (),
    theirs: Collection[Mention] = (),
    *,
    person: bool = False,
) -> list[Mention]:
    """Where `name` is said, in order and without overlaps.

    `expected` are tokens where a name is likely; the words of `theirs`, other names spelled right, are not
    misheard.
    A `person` is also named by the surname alone, where a name is expected.
    """
    forms = _forms(name, tuple(heard_as.get(name, ()) if name else ()), person)
    if not forms:
        return []
    exact = [
        _with_surname(speech, mention, plain(name or "").split())
        for mention in _sweep(speech, forms, expected, set(), exactly=True)
        if not (person and any(_inside(mention, other) for other in theirs))
    ]
    covered = {index for mention in (*exact, *theirs) for index in range(mention.first, mention.last + 1)}
    return sorted(
        [*exact, *_sweep(speech, forms, expected, covered, exactly=False)], key=lambda mention: mention.first
    )


def spelled(speech: Speech, name: str) -> list[Mention]:
    """Where `name` is said as it is spelled."""
    return _sweep(speech, _forms(name, (), False), range(len(speech.tokens)), set(), exactly=True)


def _inside(mention: Mention, other: Mention) -> bool:
    """Whether a mention is but a part of a longer name ("Marlowe" in "Marlowe Vans")."""
    longer = other.last - other.first > mention.last - mention.first
    return longer and other.first <= mention.first and mention.last <= other.last


def _sweep(
    speech: Speech, forms: tuple[_Form, ...], expected: Collection[int], covered: set[int], exactly: bool
) -> list[Mention]:
    found: list[Mention] = []
    initials = {form.joined[0] for form in forms}
    at = 0
    while at < len(speech.tokens):
        # Most words cannot begin the name as it is spelled, and nothing else of them need be looked at.
        ruled_out = at in covered or (exactly and _written(speech.tokens[at])[:1] not in initials)
        mention = None if ruled_out else _at(speech, at, forms, at in expected, covered, exactly)
        if mention:
            found.append(mention)
        at = mention.last + 1 if mention else at + 1
    return found


def _with_surname(speech: Speech, mention: Mention, parts: list[str]) -> Mention:
    """A first name spelled right takes in the surname after it, even misheard ("john smyth")."""
    after = mention.last + 1
    if len(parts) != 2 or after >= len(speech.tokens) or speech.tokens[mention.last].text != parts[0]:
        return mention
    heard = speech.tokens[after].text
    alike = _sound(heard) == _sound(parts[1]) or JaroWinkler.similarity(heard, parts[1]) >= 0.86
    return Mention(mention.first, after, mention.confidence) if alike else mention


class _Form(NamedTuple):
    joined: str
    sound: str
    ceiling: float
    everyday: bool
    surname: bool = False
    """A surname alone: one word, in a name's place, spelled right or nearly so."""


@lru_cache(maxsize=512)
def _forms(name: str | None, taught: tuple[str, ...], person: bool) -> tuple[_Form, ...]:
    """The full name and its first word, longest first, each with the confidence that it can reach.

    Of a person also the surname, which is often heard right where the first name is not ("if a Brennan").
    """
    parts = plain(name).split() if name else []
    if not parts:
        return ()
    forms = [_form(parts, CERTAIN)]
    while person and (parts[0] in TITLES or parts[0] == "and") and len(parts) > 1:  # "Mr. and Mrs. Kent"
        parts = parts[1:]
        forms.append(_form(parts, CERTAIN))
    if person and len(parts) > 1 and len(parts[-1]) >= SURNAME:
        forms.append(_form(parts[-1:], CERTAIN)._replace(everyday=True, surname=True))
    lead = _lead(parts)
    if len(lead) < len(parts) and len("".join(lead)) > 1:
        forms.append(_form(lead, CERTAIN))
    for spelling in taught:
        if heard := plain(spelling).split():
            forms.append(_form(heard, TAUGHT))
    return tuple(sorted(forms, key=lambda form: -len(form.joined)))


def _lead(parts: list[str]) -> list[str]:
    """The first word; initials said one by one ("a b c widgets") count as one word."""
    end = 1
    while end < len(parts) and len(parts[0]) == 1 and len(parts[end]) == 1:
        end += 1
    return parts[:end]


def _form(parts: list[str], ceiling: float) -> _Form:
    joined = "".join(parts)
    everyday = len(parts) == 1 and (joined in _PLAIN_WORDS or joined in _GENERIC)
    return _Form(joined, _sound(joined), ceiling, everyday)


@lru_cache(maxsize=8192)
def _sound(letters: str) -> str:
    return jellyfish.metaphone(letters) if letters.isascii() and letters.isalpha() else ""


def _at(
    speech: Speech, at: int, forms: tuple[_Form, ...], expected: bool, covered: set[int], exactly: bool
) -> Mention | None:
    """The best match that starts at token `at`. Forms that cannot begin like it are not tried."""
    head = _written(speech.tokens[at])
    near_forms = [
        form for form in forms if form.joined.startswith(head) or (not exactly and _begins(head, form))
    ]
    best: Mention | None = None
    best_near = 0.0
    joined = ""
    everyday, ordinary = False, True
    for last in range(at, min(at + 7, len(speech.tokens)) if near_forms else at):
        if speech.tokens[last].text == PHONE or last in covered:
            break
        joined += _written(speech.tokens[last])
        everyday = everyday or is_ordinary(speech.tokens[last].text)
        ordinary = ordinary and is_ordinary(speech.tokens[last].text)
        if all(len(joined) > len(form.joined) + SLIPS for form in near_forms):
            break
        for form in near_forms:
            if form.surname and (last > at or (not exactly and is_ordinary(joined))):
                continue
            confidence, near = _exactly(joined, form, expected) if exactly else _alike(joined, form, expected)
            if not exactly and ordinary and (near < ALL_ORDINARY or (last > at and not expected)):
                continue  # "call me" is a request, not Callum; "to one" and "done" are not Dana
            near += len(form.joined) / 1000
            if everyday and confidence == DOUBTFUL:
                continue
            if confidence and (best is None or (confidence, near) > (best.confidence, best_near)):
                best, best_near = Mention(at, last, confidence), near
    return best


def _written(token: Token) -> str:
    return token.number.digits if token.number else token.text


def _begins(head: str, form: _Form) -> bool:
    """Whether a word could be the beginning of a form misheard: same first letter or first sound."""
    return head[0] == form.joined[0] or (bool(form.sound) and _sound(head)[:1] == form.sound[0])


def _exactly(heard: str, form: _Form, expected: bool) -> tuple[float, float]:
    """The form's own confidence where `heard` is spelled like it."""
    said = heard == form.joined and (expected or not form.everyday)
    return (form.ceiling, 1.0) if said else (0.0, 0.0)


def _alike(heard: str, form: _Form, expected: bool) -> tuple[float, float]:
    """How sure it is that `heard` is `form` misheard, and how near it is in spelling; zeros when it is not."""
    if abs(len(heard) - len(form.joined)) > SLIPS or len(heard) < 3 or len(form.joined) < 3:
        return 0.0, 0.0
    if heard in _PLAIN_WORDS or (is_ordinary(heard) and not expected):
        return 0.0, 0.0
    near = JaroWinkler.similarity(heard, form.joined)
    if form.surname and not (expected and near >= 0.86):
        return 0.0, 0.0
    same_sound = len(form.sound) > 1 and _sound(heard) == form.sound
    if near >= 0.97 or (same_sound and near >= 0.93):
        return NEARLY * form.ceiling, near
    if near >= (0.86 if expected else 0.93) or (same_sound and near >= (SOUNDS_ALIKE if expected else 0.8)):
        return ALIKE * form.ceiling, near
    if expected and (near >= 0.72 or (same_sound and near >= 0.6)):
        return DOUBTFUL, near
    return 0.0, 0.0
