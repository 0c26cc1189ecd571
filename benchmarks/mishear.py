"""Corrupt words as a recogniser does (sound-alikes, lost words, blurred endings), each with a confidence.

The confidences are an assumption, not a measurement: of what it heard right an engine is nearly always sure,
of what it heard wrong it is anything between unsure and fairly sure.
"""

from __future__ import annotations

import random

CONFUSIONS = dict(
    pair.split("=")
    for pair in """
    this=the; is=his; its=it; it's=its; i'm=i am; i'll=all; call=cool; calling=calling a; called=cold;
    back=bag; me=we; you=u; your=you're; we=will; our=are; are=our; for=four; to=two; two=to; four=for;
    eight=ate; oh=o; one=won; five=fife; six=sex; nine=line; three=free; and=an; an=and; the=a; a=the;
    in=and; on=in; at=that; with=whit; from=form; name=named; hi=i; hello=hallo; hey=a; thanks=thinks;
    thank=think; would=wood; know=no; no=know; some=sum; right=write; week=weak; meet=meat; new=knew;
    by=buy; site=sight; sales=sails; save=safe; help=held; helped=held; great=grate; quick=quit; email=e
    mail; number=numb; again=a gain; about=a bout; soon=son; idea=i dear; hear=here; here=hear;
    their=there; there=their; have=of; has=as; had=add; please=police; minutes=minute; minute=minutes;
    can=can't; could=good; give=gave; reach=rich; team=teen; cost=costs; costs=cost; lead=lid;
    leads=leaves; interested=interest it; saw=so; so=saw; if=is; that=the; just=just a; us=as
    """.replace("\n    ", " ")
    .strip()
    .split("; ")
)
"""Word=what is heard for it."""
SMALL = {"a", "an", "the", "to", "of", "and", "in", "on", "at", "is", "it", "i", "so", "or", "for"}


SURE = (0.85, 1.0)
HESITANT = (0.4, 0.85)
HESITANT_SHARE = 0.05
"""Share of the words heard right of which the engine is not sure either."""
MISTAKEN = (0.2, 0.9)
"""Confidence in words heard wrong."""


def mishear(text: str, share: float, seed: str) -> list[tuple[str, float]]:
    """`text` (spoken form) with about `share` (0-1) of its words wrong, each with a confidence (0-1).

    The same for the same seed.
    """
    draw, doubt = random.Random(f"{seed}/{share}"), random.Random(f"{seed}/{share}/doubt")
    heard: list[tuple[str, float]] = []
    for word in text.split():
        if draw.random() >= share:
            between = HESITANT if doubt.random() < HESITANT_SHARE else SURE
            heard.append((word, doubt.uniform(*between)))
        else:
            heard.extend((one, doubt.uniform(*MISTAKEN)) for one in _wrong(word, draw))
    return heard


def _wrong(word: str, draw: random.Random) -> list[str]:
    if word in SMALL and draw.random() < 0.5:
        return []
    if word in CONFUSIONS:
        return CONFUSIONS[word].split()
    if len(word) > 4 and draw.random() < 0.7:
        return [_blurred(word, draw)]
    return [] if draw.random() < 0.5 else [word, draw.choice(("the", "a", "uh", "and"))]


def _blurred(word: str, draw: random.Random) -> str:
    """One sound of the word wrong, or its ending lost."""
    swaps = dict(zip("bpdtgkmnsvfaeiou", "pbtdkgnmzfveieao", strict=True))
    if draw.random() < 0.3:
        return word[:-1]
    place = draw.randrange(1, len(word))
    return word[:place] + swaps.get(word[place], "") + word[place + 1 :]
