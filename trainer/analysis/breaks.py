"""Where clauses begin in a turn: by its words, by stops and pauses, and by names and findings."""

from __future__ import annotations

from collections.abc import Collection

from trainer.analysis.call import Heard
from trainer.analysis.language.clauses import PAUSE_S, clauses
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.names import TITLES
from trainer.analysis.language.speech import PHONE
from trainer.records import Part

Parts = dict[tuple[int, int], set[Part]]
"""Turn and word -> the parts that the word plays."""

GREETINGS = word_set(
    "hi hello hey good day morning afternoon evening there dear yes hiya howdy howya yo gday bonjour aye"
)
EARLY_TOKENS = 6
"""How far a greeting reaches."""

_INTRODUCES = word_set("from with at of for here")
_LEADS_TO_A_NAME = word_set("is its im am name names thats again for from with to and on at ask")
_GOES_ON_FROM_A_NAME = word_set(
    """from with at of here calling again over speaking in on and or to for about is was has had have are
    who which that ringing phoning back s sir madam maam this"""
)
"""Words after somebody's name or firm that still say who it is, or of which it is the subject."""
_BELONGS_TO_AN_ASK = word_set(
    """to you and but or so please just kindly if when that then can could would will may might do i we us me
    the a an your my feel let tell know wonder ask see about id wed ill well im were who what where how why
    which all cant cannot dont wont didnt couldnt wouldnt shouldnt not never"""
)
"""Words that a request or a question after them goes on from."""
_INVERTED = word_set("shall can could should would will do does is are")
_ASKED_OF = word_set("i we you it that there")
_JOINS_AN_ASK = word_set("or and so but")
"""Words with which a question begins that goes on from what is offered ("… where to look | or shall we")."""
_BEGINS_NO_ASK = word_set("by has")
"""Words of a request with which none begins ("the council | has to open it")."""
_NEW_SUBJECT = word_set(
    "the our we were weve well i im ive this my a an your you there here most many some companies people"
)
"""Words after the firm's name that begin something new."""
_A_THING = word_set("the that this a an your those these")
DESCRIBED_WITHIN = 8
"""Words within which the firm follows of which somebody is the agent or the manager."""
_REFERS = word_set(
    """said says suggested recommended asked told mentioned gave thought reckons reckoned put passed wanted
    referred"""
)
_BEFORE_A_REFERRER = word_set(
    """that and because when as what buddy friend colleague cousin brother sister neighbour neighbor client
    partner boss"""
)
_OURSELVES = word_set("our we were weve well")
"""Subjects of selling, as tokens are written: without apostrophes."""
_WITH_A_NUMBER = word_set("extension ext option today tomorrow tonight now anytime please direct")
"""Words after a number that say when or how to dial it."""
_BIDS_THEM = word_set(
    """come visit go grab book schedule check look see sign drop stop swing send text email fill join meet
    pick register reserve can could would will shall may lets"""
)
"""Words with which one asks for something."""
_KINDS_OF_CALL = word_set("phone quick short brief")
WELCOME_TOKENS = 3
"""Words from which a welcome is one, and no mere name."""
_WITH_A_WELCOME = word_set("back me us so very much soon quickly again today sir madam")
_GOES_ON_FROM_A_WELCOME = word_set(
    "about on to for with regarding because the my your this that and from at in"
)
_ENDS = (".", "?", "!", ":", ";")
FAREWELL_TOKENS = 5
"""How long before the end of a turn a farewell begins."""
_WISHED = word_set("best love regards")
_BEFORE_A_WISH_TO_DO = word_set("i id we wed would its is the just really be was")
NO_PERSON = word_set(
    """be hear see talk speak chat show know help meet get have learn pick tell call ring phone reach try
    catch text discuss find come do go send work buy ask leave start book look"""
)
"""Words after "love to" or "best to" that say what to do, and whom to greet no more."""
FAREWELLS = word_set(
    "hwyl ciao adios adiós tschüss tschuss slán slan arrivederci sayonara toodle toodleoo laters"
)
"""Goodbyes that people say in the middle of English, from Wales to the west coast."""
_SAYS_IT = word_set("say said says the a is at")


def clauses_of(turn: Heard, claimed: Parts, asked: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The turn's clauses as inclusive token indexes.

    `claimed` is what findings say of the words; `asked` are turn and word at which somebody begins to ask.
    """
    breaks = _ends(turn) | _introductions(turn) | _pitches(turn, claimed) | _asks(turn, asked)
    breaks |= (
        _referrers(turn)
        | _farewell(turn)
        | _beside_numbers(turn)
        | _after_a_welcome(turn, claimed)
        | _other_asks(turn, claimed)
    )
    return clauses(turn.named, breaks)


def _ends(turn: Heard) -> set[int]:
    """Tokens before which there is a full stop (typed text) or a pause (spoken)."""
    breaks = set()
    for index in range(1, len(turn.speech.tokens)):
        before, token = turn.speech.tokens[index - 1], turn.speech.tokens[index]
        if before.last_word == token.first_word:
            continue
        end, start = turn.end_s(index - 1), turn.start_s(index)
        paused = end is not None and start is not None and start - end >= PAUSE_S
        ends = turn.turn.words[before.last_word].word.endswith(_ENDS)
        if paused or (ends and before.text not in TITLES):  # "Mr." ends no sentence
            breaks.add(index)
    return breaks


def _introductions(turn: Heard) -> set[int]:
    """Tokens at which somebody says who they are, and at which they have said it."""
    first = {name.first for name in turn.own_names[:1] if _after_greeting(turn, name.first)}
    again = {name.first for name in turn.own_names if _text(turn, name.first - 1) == PHONE}
    again |= {
        name.first
        for name in turn.own_names
        if _text(turn, name.last + 1) == PHONE and _text(turn, name.first - 1) not in _LEADS_TO_A_NAME
    }
    named = {name.last for name in turn.own_names} | {
        firm.last
        for firm in turn.companies
        if _text(turn, firm.first - 1) in _INTRODUCES
        or any(name.last == firm.first - 1 for name in turn.own_names)
    }
    after_firm = {firm.last + 1 for firm in turn.companies}
    inside = {index for one in (*turn.own_names, *turn.companies) for index in range(one.first, one.last + 1)}
    said = {
        last + 1
        for last in named
        if last + 1 not in inside
        and _text(turn, last + 1) not in _GOES_ON_FROM_A_NAME
        and not _is_what_they_are(turn, last + 1)
    }
    said |= {
        last + 1 for last in named if _text(turn, last + 1) == "for" and _text(turn, last + 2) in _A_THING
    }
    return first | again | said | {place for place in after_firm if _text(turn, place) in _NEW_SUBJECT}


def _is_what_they_are(turn: Heard, place: int) -> bool:
    """Whether what they are at their firm follows ("Karen Oglesby, your estate agent with Oglesby Homes")."""
    firms = {firm.first for firm in turn.companies if _text(turn, firm.first - 1) in _INTRODUCES}
    return _text(turn, place) in _A_THING and not firms.isdisjoint(range(place, place + DESCRIBED_WITHIN))


def _referrers(turn: Heard) -> set[int]:
    """Tokens at which it is said who sent the caller ("… Acceleration | Beth Coleman suggested I call")."""
    return {
        name.first
        for name in turn.referrers
        if name.first
        and _text(turn, name.last + 1) in _REFERS
        and _text(turn, name.first - 1) not in _BEFORE_A_REFERRER
    }


def _pitches(turn: Heard, claimed: Parts) -> set[int]:
    """Tokens at which selling begins with a subject of its own ("from Tallis Freight | our boxes are")."""
    return {
        index
        for index, token in enumerate(turn.speech.tokens)
        if token.text in _OURSELVES
        and "selling" in claimed.get((turn.index, token.first_word), ())
        and "selling" not in claimed.get((turn.index, token.first_word - 1), ())
    }


def _asks(turn: Heard, asked: Collection[tuple[int, int]]) -> set[int]:
    """Tokens at which something is asked for ("they went elsewhere | give me a ring")."""
    begun = {
        index
        for index, token in enumerate(turn.speech.tokens)
        if (turn.index, token.first_word) in asked and token.text not in _BEGINS_NO_ASK
    }
    joined = {
        index - 1
        for index in begun
        if _text(turn, index) in _INVERTED
        and _text(turn, index + 1) in _ASKED_OF
        and _text(turn, index - 1) in _JOINS_AN_ASK
    }
    return joined | {
        index
        for index in begun
        if _text(turn, index - 1) not in _BELONGS_TO_AN_ASK and not _last_word(turn, index)
    }


def _last_word(turn: Heard, index: int) -> bool:
    """Whether the token ends a typed sentence, so that it asks with what is before it ("is she right?")."""
    return turn.turn.words[turn.speech.tokens[index].last_word].word.endswith(_ENDS)


def _beside_numbers(turn: Heard) -> set[int]:
    """Tokens right after a number to dial, and numbers right after "a phone call", which asks for none."""
    after = {
        index + 1
        for index, _ in turn.phones
        if index + 1 < len(turn.speech.tokens) and _text(turn, index + 1) not in _WITH_A_NUMBER
    }
    return after | {
        index
        for index, _ in turn.phones
        if _text(turn, index - 1) == "call" and _text(turn, index - 2) in _KINDS_OF_CALL
    }


def _other_asks(turn: Heard, claimed: Parts) -> set[int]:
    """Tokens at which something else is asked for ("dealer in the state | come on down")."""
    return {
        index
        for index, token in enumerate(turn.speech.tokens)
        if index
        and token.text in _BIDS_THEM
        and "second-ask" in claimed.get((turn.index, token.first_word), ())
        and "second-ask" not in claimed.get((turn.index, token.first_word - 1), ())
        and _text(turn, index - 1) not in _BELONGS_TO_AN_ASK
    }


def _after_a_welcome(turn: Heard, claimed: Parts) -> set[int]:
    """Tokens at which whoever called back has been welcomed ("thank you for ringing | yes I called")."""
    tokens = turn.named.tokens
    theirs = {index for name in turn.prospects for index in range(name.first, name.last + 1)}
    welcomed = ["greeting" in claimed.get((turn.index, token.first_word), ()) for token in tokens]
    breaks = set()
    for index in range(WELCOME_TOKENS, len(tokens)):
        if all(welcomed[index - WELCOME_TOKENS : index]) and not welcomed[index]:
            place = index
            while place < len(tokens) and (place in theirs or tokens[place].text in _WITH_A_WELCOME):
                place += 1
            if place < len(tokens) and tokens[place].text not in _GOES_ON_FROM_A_WELCOME:
                breaks.add(place)
    return breaks


def _farewell(turn: Heard) -> set[int]:
    """Tokens at which a turn ends with a good wish to one of theirs, or a farewell in another language."""
    tokens = turn.speech.tokens
    ends = range(max(1, len(tokens) - FAREWELL_TOKENS), len(tokens))
    return {
        index
        for index in ends
        if (
            tokens[index].text in _WISHED
            and _text(turn, index + 1) == "to"
            and _text(turn, index + 2) not in NO_PERSON
            and _text(turn, index - 1) not in _BEFORE_A_WISH_TO_DO
        )
        or (tokens[index].text in FAREWELLS and _text(turn, index - 1) not in _SAYS_IT)
    }


def _text(turn: Heard, place: int) -> str:
    return turn.speech.tokens[place].text if 0 <= place < len(turn.speech.tokens) else ""


def _after_greeting(turn: Heard, place: int) -> bool:
    """Whether nothing but a greeting and the prospect's name stands before this token.

    In whatever language they are greeted: what stands before their name and the caller's greets.
    """
    theirs = {index for name in turn.prospects for index in range(name.first, name.last + 1)}
    if 0 < place <= EARLY_TOKENS and place - 1 in theirs:
        return True
    greeting = (index in theirs or _text(turn, index) in GREETINGS | TITLES for index in range(place))
    return 0 < place <= EARLY_TOKENS and all(greeting)
