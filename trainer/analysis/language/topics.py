"""Whether a thought is spoken of, in other words too: content words, their stems and everyday synonyms."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.speech import HESITATIONS, Speech, plain

ENOUGH = 0.6
"""Share of a thought's content words that must be heard for it to count as spoken of."""
ALIKE = 0.92
"""Jaro-Winkler similarity from which two longer stems are the same word misheard."""

_STOP = word_set(
    """a about after again all also am an and any are as at be because been before being but by can could
    did do does doing for from get give got had has have he her here him his how i id if ill im in
    into is it its ive just know let like make may me might more most my no not now of off on one or
    our out over own please say shall she should so some such tell than thank thanks that thats the
    their them then there these they this those to too up us very was we well were weve what when
    where which who will with would you your youre"""
) | HESITATIONS  # fmt: skip
_SYNONYMS = (
    "call ring phone telephone", "save cut reduce lower trim shave", "cost price expense spend charge fee",
    "customer client account buyer", "invoice bill billing", "quick brief short fast", "idea tip suggestion thought",
    "show explain demonstrate walk", "meet meeting appointment visit", "staff employee people team worker",
    "problem issue trouble error mistake", "find notice spot discover see", "company firm business",
    "number figure amount", "email mail", "free complimentary", "week month quarter", "carrier haulier shipper freight",
    "twice double duplicate", "owner manager director", "house home property", "worry concern fear", "help support",
    "recommend suggest refer", "happy excited thrilled pleased delighted", "money cash dollars pounds", "send post forward",
)  # fmt: skip
_GROUP_OF = {word: group.split()[0] for group in _SYNONYMS for word in group.split()}


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without its commonest endings, or the first of its group of synonyms."""
    if word in _GROUP_OF:
        return _GROUP_OF[word]
    bare = word
    for ending in ("ingly", "ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    if len(bare) > 3 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    bare = bare.rstrip("ey") if len(bare) > 4 else bare
    return _GROUP_OF.get(bare, _GROUP_OF.get(bare + "e", bare))


def content(text: str) -> tuple[str, ...]:
    """The stems of the words of `text` that carry meaning, each once."""
    return tuple(dict.fromkeys(stem(word) for word in plain(text).split() if word not in _STOP))


def spoken_of(thought: str, speech: Speech) -> list[int]:
    """Tokens at which words of `thought` are said; empty where fewer than `ENOUGH` of them are."""
    wanted = content(thought)
    heard = [
        (index, stem(token.text)) for index, token in enumerate(speech.tokens) if token.text not in _STOP
    ]
    found: dict[str, int] = {}
    for word in wanted:
        place = next((index for index, other in heard if same(word, other)), None)
        if place is not None:
            found[word] = place
    return sorted(found.values()) if wanted and len(found) >= ENOUGH * len(wanted) else []


def same(word: str, other: str) -> bool:
    """Whether two stems are one word, perhaps misheard."""
    if word == other:
        return True
    return min(len(word), len(other)) >= 5 and JaroWinkler.similarity(word, other) >= ALIKE
