"""Pieces of what was said put together as sentences."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.analysis.language.lexicon import word_set

MARKS = " ,;:-—–"
DANGLING = word_set(
    """because that to and or about for with of the a an if so how which who as from in but at on my our
    your when where why by is was are im i we ill id well"""
)
"""Words that wait for the next."""
JOINTS = word_set("and or but so because then plus")
"""Words that join a clause to the one before it."""
WAITING = word_set("when if because while until unless although though since that which who as once whenever")
"""Words with which a piece begins that is no sentence by itself."""
OPENS = word_set(
    """i i'm i've i'll i'd we we're we've we'll we'd you you're you've you'll your my our it it's it'll he she
    he's she's they they're there there's that's this these the a an hello hi hey good morning thanks thank
    cheers bye goodbye take have speak talk looking look all please kindly just do call ring phone give
    telephone again could would can will what how where one two three some someone somebody something nothing
    mr mrs ms dr"""
)
"""Words with which people begin a sentence of speech; what begins otherwise was cut from something."""
_GOING_ON = JOINTS | word_set(
    "if when which who that within whenever until once from in for at on with of while"
)
_CONDITIONS = word_set("when whenever if once")
_ASKS = word_set("call ring phone give please could would can telephone")
_SPEAKERS = word_set("i i'd i'll i'm i've we we'd we'll you you'll")
ASKED_WITHIN = 8
"""Among so many last words a request still goes on: "call me | when you have a moment"."""
SHORTEST_SENTENCE = 4
"""Words below which what comes before a condition is no sentence by itself."""
_ASKED_FIRST = word_set("would could can will do does did is are was have has shall should may")
_ASKED_OF = word_set("you your i we it they he she there that this")
_QUESTIONS = word_set("what how who where when why which")
_ASIDES = word_set("oh listen look anyway okay ok right well yeah so now")
"""Words that lead up to a sentence or away from it, and say nothing alone."""
_CARRIED = word_set("it them this that")
"""Words after which "on" ends a sentence ("pass it on")."""


def sentences(pieces: list[tuple[list[str], bool]], typed: bool) -> list[str]:
    """Pieces (and whether something was cut before each) as sentences.

    In typed prose the writer's own full stops part them; in speech every clause is one, unless it goes on
    from the clause before it, or waits for the next.
    """
    made: list[str] = []
    leading = False
    for place, (given, after_cut) in enumerate(pieces):
        words = given if typed else _without_asides(given)
        text = " ".join(words).lstrip(MARKS)
        if not text.strip(MARKS):
            continue
        before = made[-1] if made else ""
        ahead = not typed and before != "" and _leads_ahead(before, words, pieces[place + 1 :])
        joined = (_waits(before) and not ahead) or (
            not after_cut and (typed or leading or (_goes_on(words) and not ahead))
        )
        if before and joined and not ends(before):
            comma = "," if not typed and (leading or _numeric(text)) else ""
            made[-1] = f"{before.rstrip(MARKS) if after_cut or comma else before}{comma} {text}"
        else:
            made.append(text)
            leading = words[0].casefold() in WAITING
            continue
        leading = False
    return [_finished(sentence, typed) for sentence in made]


def _leads_ahead(before: str, words: list[str], following: list[tuple[list[str], bool]]) -> bool:
    """Whether a condition belongs to what comes after it ("… | when you have a moment | call me").

    What comes before is then a sentence that asks for nothing, and what comes after is one as well.
    """
    if words[0].casefold() not in _CONDITIONS or not following or following[0][1] or not following[0][0]:
        return False
    last = [word.casefold() for word in before.split()]
    asked = _numeric(last[-1]) or not _ASKS.isdisjoint(last[-ASKED_WITHIN:])
    first = following[0][0][0].casefold()
    told = words[0].casefold() == "if" and first in _SPEAKERS
    return not asked and len(last) >= SHORTEST_SENTENCE and (first in _ASKS or told)


def ends(text: str) -> bool:
    """Whether it ends with the mark of a sentence's end."""
    return text.rstrip("\"')").endswith((".", "?", "!"))


def is_typed(texts: Iterable[str]) -> bool:
    """Whether somebody wrote these words or clauses: no recogniser ends a sentence."""
    return any(map(ends, texts))


def _goes_on(words: list[str]) -> bool:
    """Whether a clause of speech belongs to the one before it."""
    first = words[0].casefold().strip(",")
    begun = first in OPENS or words[0][:1].isupper() or not first[:1].isalpha()
    return first in _GOING_ON or not begun or _numeric(" ".join(words))


def _waits(before: str) -> bool:
    """Whether its last word waits for the next."""
    last = [word.casefold().strip(",") for word in before.split()[-2:]]
    carried = len(last) == 2 and last[0] in _CARRIED and last[1] == "on"
    return bool(last) and last[-1] in DANGLING and not carried


def _numeric(text: str) -> bool:
    """Whether it is a number and nothing else."""
    return any(mark.isdigit() for mark in text) and not any(mark.isalpha() for mark in text)


def _without_asides(words: list[str]) -> list[str]:
    """The words of a piece of speech without those that only lead up to it or away from it."""
    kept = list(words)
    if all(word.casefold() in _ASIDES for word in kept):
        return []
    while len(kept) > 1 and kept[-1].casefold() in _ASIDES - {"right", "well", "now"}:
        kept.pop()
    return kept[1:] if len(kept) > 1 and kept[0].casefold() == "oh" and kept[1] in ("hi", "hello") else kept


def _finished(text: str, typed: bool) -> str:
    text = text.rstrip(MARKS)
    text = text[:1].upper() + text[1:]
    asks = not typed and _asks(text.casefold().split())
    return text if ends(text) else f"{text}{'?' if asks else '.'}"


def _asks(words: list[str]) -> bool:
    """Whether a sentence of speech is a question, by its first words."""
    first, second = [*words, "", ""][:2]
    asked = first in _QUESTIONS and second in _ASKED_FIRST and words[:3] != ["how", "are", "you"]
    return asked or (first in _ASKED_FIRST and second in _ASKED_OF)
