"""Corrupt words as a recogniser does: sound-alikes, dropped small words, blurred endings."""

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


def mishear(text: str, share: float, seed: str) -> str:
    """`text` (spoken form) with about `share` (0-1) of its words wrong; the same for the same seed."""
    draw = random.Random(f"{seed}/{share}")
    heard: list[str] = []
    for word in text.split():
        heard.extend([word] if draw.random() >= share else _wrong(word, draw))
    return " ".join(heard)


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
