"""What the message that was left said, told again to who calls back, and what troubles them, said to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from trainer.analysis import errands
from trainer.analysis.language.asks import CALL_BACK, OTHER
from trainer.analysis.language.clauses import clauses
from trainer.analysis.language.courtesies import brief
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.openers import WEAK
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.selling import COMPANY, PRODUCT
from trainer.analysis.language.speech import PHONE, normalise
from trainer.records import Context

SHORTEST_REASON = 4
"""Words below which a sentence of a message tells no reason."""
LONGEST_REASON = 32
"""Words above which nobody would repeat it on the telephone."""
LONGEST_PROMISE = 16
"""Words of a promise that are repeated."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_ALREADY_A_REASON = re.compile(
    r"(?:i(?:'m| am| was|'ve been)? (?:calling|ringing|phoning|called|rang)(?: you)?"
    r"|the reason (?:for my call|i(?:'m| am)? call\w*|i rang) is)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"\b(?:tell|show|give|read) you ((?:what|which|who|where|why|how|when) [^.!?,;]+)", re.I
)
_IN_SO_LONG = re.compile(r" in \w+ (?:seconds?|minutes?)\b.*", re.I)
_NO_REASON = Phrases(
    {
        "other": [
            "(this is|my name is|its NAME|thanks|thank you|please|again|hello|hi|hey|bye|cheers|my number)"
        ]
    }
)
_GOES_ON = word_set("and or but so because which who that when if where how what why in on for of at")
_JOINTS = frozenset({"because", "about", "to", "with", "regarding", "on", "for"})
_NOTHING_TO_TELL = (CALL_BACK, WEAK, COMPANY, PRODUCT)
"""What asks, checks in, boasts or sells is no reason to tell again."""
_PRAISED = re.compile(
    r"\b(?:bought|buys|loves?|loved|uses|used|purchased|swears by|recommends?|happy with)\b", re.I
)
"""What a referrer bought or praises is their pitch, and not why anybody calls."""
_SENT = re.compile(
    r"\b(?:asked|told|suggested|wanted|said) (?:that )?(?:me to|i|we) (?:should )?"
    r"(?:call|ring|phone|talk|speak)(?: you| to you)?[.!]?$",
    re.I,
)
"""Who had them call, which is no reason by itself ("Karl asked me to call")."""
_JOINED = re.compile(r"^(?:so|and|but|anyway|well|also|because),? ", re.I)
_HESITATION = re.compile(r"\b(?:um|uh|uhm|er|erm)\b,?\s*", re.I)
_SOMEBODY_ELSE = word_set("he she they his her their it its that")
"""Words that begin a sentence about somebody whom the sentence before named."""
_ACQUAINTED = re.compile(r"(?:i (?:got|have) your name|we met (?:\S+ ?){1,4}[.!?]?$)", re.I)
"""How they know each other, which is no reason where the message gives another."""
_PLAIN_WORD = re.compile(r"[a-z]{3,}")
VERB_WITHIN = 8
"""Among so many first words a sentence has its verb."""
_VERBS = word_set(
    """is are was were am has have had can could will would may might must need needs do does did don't
    doesn't didn't isn't aren't wasn't won't can't haven't hasn't came come comes went go goes found
    find noticed saw see met said says told tell thinks thought asked asks wants wanted reckons
    reckon think know knows got get gets gave put puts cut cuts let made make makes took take sent
    spoke talked heard read ran runs left lost pay pays paid spend spends close closes closed drove
    shows wrap charge charges leave leaves fall falls open opens end ends start starts move moves
    cost costs change changes rise rises rose drop drops keep keeps hold holds work works look looks
    stand stands stop stops begin begins"""
)
_COUNTED = word_set(
    "a an the one two three four five six seven eight nine ten eleven twelve twenty some those"
)
"""Words with which a thing is named."""
_CONTRACTED = word_set("it's there's that's he's she's here's what's who's")
_ASKED_FIRST = word_set("is are was were do does did have has can could would will shall")
_AFTER_OBJECT = word_set("a an the for at by to in on with and or but than from of as")
"""Words before which "her" is who it happens to, not whose it is."""


def reason(context: Context) -> str:
    """Why they were called, in one sentence: as the message had it, else what troubles them.

    Empty where neither is known.
    """
    pieces = _pieces(_HESITATION.sub("", context.message_left or ""))
    told = errands.told(pieces, context.referrer) or _told(context, pieces)
    return told or concern(context, "I called about")


def concern(context: Context, lead: str = "I am calling about") -> str:
    """What keeps them awake, as one says it to them; empty where it is not known."""
    return f"{lead} {yours(context.prospect_concern)}." if context.prospect_concern else ""


def question(context: Context) -> str:
    """What invites them to talk; empty where nothing is known to ask about."""
    known = context.prospect_concern or ""
    if not known:
        return ""
    if known.startswith(("how", "what")):
        return f"What do you do about {yours(known)}?"
    return f"How do you deal with {yours(known)}?"


def promise(context: Context) -> str:
    """The beginning of what the message promised; empty where it promised nothing in such words."""
    found = _PROMISED.search(context.message_left or "")
    words = " ".join(_IN_SO_LONG.sub("", found[1]).split()[:LONGEST_PROMISE]) if found else ""
    return f"I promised to tell you {words}: …" if words else ""


def _told(context: Context, said: Iterable[str]) -> str:
    """The reason that the message gave, as one tells it to who calls back; empty where none stands alone."""
    theirs = [re.escape(word) for word in (context.prospect_name or "").split()]
    called = re.compile(rf"^(?:(?:{'|'.join(theirs)})\.?\s?)+,\s*", re.I) if theirs else None
    mine = set(_PLAIN_WORD.findall((context.caller_name or "").casefold()))
    pieces = [
        piece
        for piece in (
            _JOINED.sub("", _after_who(piece, mine, context.caller_company or ""))
            for piece in (called.sub("", one) if called else one for one in said)
            if piece
        )
        if SHORTEST_REASON <= len(piece.split()) <= LONGEST_REASON
        and plain_word(piece.split()[0]) not in _SOMEBODY_ELSE
        and not _other(piece)
    ]
    people = set(_PLAIN_WORD.findall(f"{context.referrer or ''} {context.prospect_name or ''}".casefold()))
    best = next((piece for piece in pieces if not _ACQUAINTED.match(piece)), next(iter(pieces), ""))
    return _because(best, people) if best else ""


def _after_who(piece: str, mine: Set[str], firm: str) -> str:
    """What follows the caller's own name and company, which people say in one breath with the reason.

    A word of the company's name alone is none ("I dived on your moorings", from Orr Moorings).
    """
    words = piece.split()
    named = [at for at, word in enumerate(words) if not mine.isdisjoint(_PLAIN_WORD.findall(word.casefold()))]
    whole = [plain_word(word) for word in firm.split()]
    said = [plain_word(word) for word in words]
    named += [
        at + len(whole) - 1
        for at in range(len(words) - len(whole) + 1)
        if whole and said[at : at + len(whole)] == whole
    ]
    return " ".join(words[max(named) + 1 :]) if named else piece


def _pieces(message: str) -> list[str]:
    """Its sentences; without punctuation its clauses, with what goes on from each."""
    if any(mark in message for mark in ".!?"):
        return _SENTENCE_END.split(message.strip())
    words = message.split()
    speech = normalise(words)
    pieces: list[list[str]] = []
    for first, last in clauses(speech):
        start, end = speech.words_of(first, last)
        said = words[start : end + 1]
        if pieces and (said[0] in _GOES_ON or pieces[-1][-1] in _GOES_ON):
            pieces[-1] += said
        else:
            pieces.append(said)
    return [" ".join(piece) for piece in pieces]


def _other(piece: str) -> bool:
    """Whether it greets, names, asks, thanks, checks in, sells, promises to be quick or holds a number."""
    speech = normalise(piece.split())
    begins = any(hit.first == 0 for hit in _NO_REASON.find(speech))
    numbered = any(token.text == PHONE for token in speech.tokens)
    found = any(hit.label != "veto" for family in _NOTHING_TO_TELL for hit in family.find(speech))
    found = (
        found or any(hit.label == "appointment" for hit in OTHER.find(speech)) or bool(_SENT.search(piece))
    )
    praised = bool(_PRAISED.search(piece))
    return begins or numbered or found or praised or bool(brief(speech))


def _because(piece: str, people: Set[str]) -> str:
    """What the message said as the reason of the call, whatever way it put it."""
    rest = _ALREADY_A_REASON.sub("", piece, count=1)
    joined = rest != piece and plain_word(rest.split()[0]) in _JOINTS
    if not joined and not _tells(rest):
        return (
            f"I called about {sentence(_small(rest.rstrip('.!'), people), small=True)}"
            if _names_theirs(rest)
            else ""
        )
    told = re.sub(r"\bi\b", "I", sentence(_small(rest, people), small=True))
    return f"I called {told}" if joined else f"I called because {told}"


def _names_theirs(text: str) -> bool:
    """Whether it only names a thing of theirs ("Eleven trucks waiting at your dock.")."""
    words = [plain_word(word) for word in text.split()]
    asks = text.endswith("?") or "," in text
    return words[0] in _COUNTED and "your" in words[1:] and not asks and _VERBS.isdisjoint(words)


def _tells(text: str) -> bool:
    """Whether it goes on from "because": a subject, then a verb, and no question or heading before them."""
    words = text.split()
    if text.endswith("?") or plain_word(words[0]) in _ASKED_FIRST:
        return False
    for word in words[:VERB_WITHIN]:
        bare = plain_word(word)
        if bare in _VERBS or bare.endswith(("'m", "'ve", "'ll", "'d", "'re", "ed")) or bare in _CONTRACTED:
            return True
        if word.endswith((",", ":", ";")):
            return False
    return False


def _small(text: str, people: Set[str]) -> str:
    """`text` without the capital of a sentence; "I" and names keep theirs."""
    first, _, rest = text.partition(" ")
    kept = plain_word(first).split("'")[0] in {"i", *people} or rest[:1].isupper()
    return text if kept else f"{first.lower()} {rest}"


def plain_word(word: str) -> str:
    """The word without its marks, in small letters."""
    return word.casefold().strip(".,!?…-")


def sentence(text: str, *, small: bool = False) -> str:
    """`text` with a capital (unless it goes on a sentence) and an end; empty stays empty."""
    text = text.strip().rstrip(",;:")
    if not text:
        return ""
    return (text if small else text[:1].upper() + text[1:]) + ("" if text[-1] in ".?!…" else ".")


def yours(text: str) -> str:
    """What is said of somebody, said to them: "paying for her pallets" -> "paying for your pallets"."""
    said: list[str] = []
    words = text.split()
    for at, word in enumerate(words):
        bare = plain_word(word)
        tail = word[len(word.rstrip(".,!?;:")) :]
        following = plain_word(words[at + 1]) if at + 1 < len(words) else ""
        if bare in ("he", "she"):
            said.append("you")
        elif at and plain_word(words[at - 1]) in ("he", "she"):
            said.append(_second_person(bare) + tail)
        elif bare == "his" or (bare == "her" and not tail and following not in {"", *_AFTER_OBJECT}):
            said.append("your")
        elif bare in ("her", "him"):
            said.append(f"you{tail}")
        else:
            said.append(word)
    return " ".join(said)


def _second_person(verb: str) -> str:
    """ "does" -> "do", "falls" -> "fall", "can" as it is."""
    irregular = {"does": "do", "has": "have", "is": "are", "was": "were", "goes": "go"}
    if verb in irregular:
        return irregular[verb]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb
