"""Where clauses begin, without punctuation: at the words with which people begin them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.speech import NAME, NUM, PHONE, Speech

_STARTS = Phrases(
    {
        "start": [
            "(this is|my name is|my names|its)",
            "(im|i am|ive|i have|ill|i will|id|i would|i|we|were|weve|well|wed) (calling|ringing|phoning|reaching|following|leaving|wanted|want|saw|noticed|read|heard|understand|know|have|had|got|was|would|could|think|thought|believe|can|help|work|specialize|specialise|offer|provide|do|did|just|really|recently|spoke|talked|met|gave|sent|left|appreciate|hope|look|promise|love|like|only|also|will|help|are|were|found|came)",
            "kindly (call|ring|phone|revert|return|reply|contact|send|let|give|do|get|confirm)",
            "(please|thanks|thank you|thanking|looking forward|talk soon|cheers|anyway|basically|actually|look|but|because|if|when|otherwise|however|therefore)",
            "so(?! (much|many|kindly))",
            "(again|once again|once more) (this|its|im|i am|my|thats|that is|the|call|NAME|PHONE|NUM)",
            "(and|or|so|but|then) (i|im|ill|id|ive|we|were|well|weve|wed|you|youll|youre|he|hes|she|shes|they|theyre|it|its|thats|theres|if|please|call|phone|give|text|email|shoot|the|our|my|asked|wanted|send|drop|visit|book|register|sign|check|reply|look|just|you can|we can|have|feel|hit|ring|stop|come|leave)",
            "(call|ring|phone|give|shoot|hit|return|text|drop|reach|buzz) (me|us|my)",
            "(call|ring|phone|text) (now|today|back|on|at|NUM|PHONE)",
            "(my|our|the|that) ~2 (number|line|cell|mobile|email|website|site) ~2 (is|again)",
            "(you|your|youve|youre) (can|could|may|will|asked|mentioned|said|told|were|are|recently|just|left|filled|requested)",
            "have (a|an) ~1 (day|one|week|weekend|evening|afternoon|morning|night|time|rest|summer|holiday|christmas)",
            "(im|i am|its|it is|thats|that is) (on |at )?PHONE",
            "(take care|bye|goodbye|hope|enjoy|all the best|best wishes|kind regards|talk to you|speak to you|speak soon)",
            "(he|she|they) (said|asked|suggested|recommended|mentioned|thought|told|was|is|were|wanted|loves|loved|bought|agrees)",
            "(many|most|some|other|companies|businesses|people) (of|companies|businesses|people|are|have|like|in)",
            "(which|who|what) (means|is|are|would)",
            "(hi|hello|hey|good morning|good afternoon|good evening)",
            "(NAME NAME|NAME|she|he|they)( also| recently| just| actually| really| both)? (said|suggested|recommended|asked|thought|told|mentioned|agrees|offers|offer|provides|bought|purchased|loves|has|was|is|are|have|recently|wanted|gave|helps)",
            "(your|a|my|our) ~2 (friend|colleague|client|customer|neighbor|neighbour|name|company|team) ~3 (said|suggested|recommended|asked|thought|told|mentioned|came|is|was|gave)",
            "(next|last|this) (week|month|year) (i|we|im|were|ill|well|you|youll|he|she|they|theres|our|the)",
            "(within|in) (NUM|two|a couple of) (minutes|minute)",
            "(my|our) ~1 (number|line|cell|mobile|website|site|email|web) ",
            "(check|visit|see|look|shoot|drop|send|text|email) (us|me|out|our|my|at|an|a)",
            "(could|can|would|will) you (please )?(call|ring|phone|give|let|text|email|drop|send|return)",
            "(many|kind|so many) thanks",
            "(do|just) (visit|call|ring|phone|come|have|let|take|email)",
            "good (day|morning|afternoon|evening) to",
            "(my|our) (numbers|mobiles|cells|lines)",
            "let (me|us) know (?!(that|on|at)\\b)\\S+",
            "tell (me|us) (what|which|who|the|your|about|how|when|where)",
            "(whenever|once|until) you",
            "(or|and) just (email|text|call|ring|drop|send|shoot|visit|reply)",
            "(from|in|for) NUM (years|months|weeks) (now|i|ive|we|weve|our|the)",
            "(thats|it is|there is|theres|there are|there has|heres|here is)",
            "it (closes|closed|expires|ends|starts|costs|comes|goes|says|shows|turns)",
            "dont (send|pay|sign|wait|worry|let|forget|hesitate|buy|throw|listen)",
            "let (me|us) (tell|show|explain|read|give)",
        ]
    }
)


_OPENING = word_set("hi hello hey good day morning afternoon evening there dear yes NAME")
_LEANING = word_set(
    "you to just kindly do also i we can could please would will and or but so always ever maybe perhaps possibly"
)
"""Words that a verb after them belongs to."""
_A_CALL = word_set("a an the my your this our quick return short phone one any last missed first next cold")
"""Words after which "call" or "look" is a thing."""
_TAKES_CLAUSE = word_set(
    """that what when if because where who how which than before after until till whether why once while
    since although though see hope think thought know guess bet believe suppose wish said says say told tells
    sure realise realize afraid glad hoping like suggested suggests recommended recommends reckoned reckons proposed whoever whatever however wherever
    whenever whichever"""
)
"""Words whose clause begins with them or before them, not at the subject that follows."""
_JOINTS = word_set("and or but then so")
_TO_CALL = word_set("call ring phone text")
_NAMES_A_FIRM = word_set("from with at of for by to and or in on here")
_PRONOUNS = word_set(
    "i im ive ill id we were weve well wed you youve youre he she they it its thats theres theyre"
)
_GIVES_YOU = word_set("tell telling show showing give giving send sending")
_BEINGS = word_set("is was")
ONE_OFFER_WITHIN = 8
"""Words within which somebody asks leave to do two things."""
_ASKS_LEAVE = frozenset(
    (first, second) for first in ("can", "could", "may", "shall", "should") for second in ("i", "we")
)
_BEFORE_IF = _LEANING | word_set(
    "even only easier ask asks asked tell told know see wonder wondering find hear sure matter not"
)
_FUTURE = word_set("itll")
_BEFORE_FUTURE = word_set("all what that as than how")
"""What begins a clause wherever it stands."""
_PREPOSITIONS = word_set("with of in on at for from to by about")
_COURTESIES = word_set("thanks cheers bye goodbye")
_BEFORE_COURTESY = word_set("and so but or just")
_QUANTITIES = word_set("half all both most part none two three")
"""Words after which "its" owns something ("half its kitchen")."""
_ASKED_FIRST = word_set("did do does are was were had have can could would will shall should")
"""Verbs that stand before their subject in a question ("what did I call you about")."""
_QUESTION_WORDS = word_set("what where when why how who which")
_CROWDS = word_set("most many some other companies businesses people")
_BEFORE_A_CROWD = word_set(
    "NUM local small large big other most many some these those all busy young older own few more the"
)
"""Words that a noun after them belongs to ("about eighty people", "local businesses")."""
_MADE = word_set("sent left gave give wrote mentioned made built promised found put shared")
_HANDED = word_set("showed told gave give sent shared mentioned promised emailed mailed texted posted")
"""What is done with any thing that somebody is given or told of."""
_ADVERBS = word_set("just also already only have had never once")
_SAYS_THE_NUMBER = word_set("its im thats")
_BEFORE_A_POSSESSION = word_set("got have has had on at with is by take note save keep of from in for your")
_BEING = word_set("being been are is was were youre not be")
"""Words after which "so" says how much ("thank you for being so patient")."""
_BEFORE_HAVING = word_set("last ever never they people who all")
_HELLOS = word_set("hi hello hey")
_BEFORE_A_THING = word_set("the a an your our this that new in of say saying said")
_HI_WHAT = word_set("vis viz res fi tech")
"""What "hi" is the beginning of ("the hi vis standard")."""
_THINGS = word_set(
    """proposal quote letter link brochure message email note guide report invoice card list page
    voicemail text estimate sample"""
)
"""What somebody sends or leaves: "the proposal I sent" is one clause."""
_SUBJECTS = word_set("i we im ive ill id weve wed theres itll he she they theyre hes shes theyve theyll")
_BEFORE_SUBJECT = _LEANING | word_set(
    """that what when if because where who how as than which information something thing things one way time say
    said think know hope thought like once before after until whether why whatever all everything reason sure
    told idea again whenever while since though although anything nothing and or then see than guess bet lead
    person people quote proposal letter link brochure sorry might may shall must house home property message call email note until wish believe realize hear heard
    rather suggested suggests recommended recommends reckoned reckons proposed hoping wondering like"""
)
_SHORT = word_set("quick brief")
_AFTER_SHORT = (
    _JOINTS | _PREPOSITIONS | word_set("because i as call question chat word if when promise PHONE")
)
"""Words that go on from "I'll be quick"."""
_ONE_THING = word_set("a an one two some the theres")
ONE_THING_WITHIN = 8
"""Words within which a thing was named of which more is told."""
_HANDED_TO = word_set("me us him her them have got has had")
"""Words after which "your name" is what somebody gave or has."""
_WHOM = word_set("house home property lead person people")
"""Nouns that are often told of at once ("the house I saw"), but not with what is to come ("home | I'll …")."""
_TO_COME = word_set("ill im")
_WHICH = word_set("which whose")
_AFTER_NAME = word_set("from with at here of calling again over speaking in")
_BEFORE_NUMBER = word_set(
    "on at is me us to number call ring dial again thats or its NAME PHONE back phone bell it"
)
_NEW = word_set("thanks thank please hi hello hey bye anyway PHONE")
PAUSE_S = 0.6
"""A silence this long parts clauses (the most natural pause at punctuation, peers.md 2c)."""


def clause_starts(speech: Speech) -> set[int]:
    """Token indexes at which a clause begins, by its words alone; 0 is one of them where there are tokens.

    `speech` is best given with names as `NAME`.
    """
    texts = [token.text for token in speech.tokens]
    starts = {hit.first for hit in _STARTS.find(speech) if not hit.first or not _goes_on(texts, hit.first)}
    starts |= {
        index
        for index, text in enumerate(texts)
        if text == PHONE and index and texts[index - 1] not in _BEFORE_NUMBER
    }
    starts |= {
        index
        for index, text in enumerate(texts)
        if (text in _SUBJECTS and index and _begins_with_subject(texts, index))
        or (text in _FUTURE and index and texts[index - 1] not in _BEFORE_FUTURE)
    }
    starts |= {
        index
        for index in range(2, len(texts))
        if texts[index - 2] == "be" and texts[index - 1] in _SHORT and texts[index] not in _AFTER_SHORT
    }
    greeted = next((index for index, text in enumerate(texts) if text not in _OPENING), 0)
    subject = any(texts[start] == NAME for start in starts if start < greeted)  # "Hi. Ruth Kemp bought it"
    after_name = texts[greeted] in _AFTER_NAME or texts[greeted - 1] == "good" if greeted else True
    within = 0 < greeted <= 6 and not after_name and not subject
    starts |= {greeted} if within else set()
    greeted_last = greeted if within and greeted > 1 else 0  # "Mr Doyle hi | the man is": "hi" is no clause
    apart = {
        index
        for index in starts
        if index - 1 not in starts - {greeted} or index == greeted_last or texts[index - 1] == PHONE
    }
    return ({0} | apart) if speech.tokens else set()


def _begins_with_subject(texts: list[str], index: int) -> bool:
    """Whether the subject at `index` begins a clause."""
    before, earlier = texts[index - 1], texts[index - 2] if index > 1 else ""
    if (before in _ASKED_FIRST and earlier in _QUESTION_WORDS) or _belongs_to_a_thing(texts, index):
        return False
    if earlier in _WHICH or (texts[index] in _TO_COME and before in _WHOM):
        return earlier not in _WHICH  # "which phrase they object to"
    return before not in _BEFORE_SUBJECT or (before == "you" and earlier in _PREPOSITIONS)


def _belongs_to_a_thing(texts: list[str], index: int) -> bool:
    """Whether the subject at `index` says what was done with the thing before it ("a trick I showed him")."""
    verb = next((text for text in texts[index + 1 : index + 3] if text not in _ADVERBS), "")
    if texts[index - 1] in _THINGS:
        return verb in _MADE
    return verb in _HANDED and texts[index - 2 : index - 1] in (["a"], ["an"], ["the"], ["some"])


def _goes_on(texts: list[str], index: int) -> bool:
    """Whether the word before says that no clause begins here, though it begins like one."""
    before, here = texts[index - 1], texts[index]
    following = texts[index + 1] if index + 1 < len(texts) else ""
    if here in _TO_CALL:
        for_you = (
            before == "you" and index > 1 and texts[index - 2] in _PREPOSITIONS
        )  # "better for you | call"
        return (before in _LEANING and not for_you) or before in _A_CALL or before == "ill"
    if here == "have":
        return before in _LEANING or before in _BEFORE_HAVING
    if here in _HELLOS:
        return before in _BEFORE_A_THING or following in _HI_WHAT
    if here == NAME:
        return next((text for text in reversed(texts[:index]) if text != NAME), "") in _NAMES_A_FIRM
    if here in _COURTESIES:
        return before in _BEFORE_COURTESY
    if here in _CROWDS:
        return before in _BEFORE_A_CROWD or before in _PREPOSITIONS or before in _LEANING
    if here == "its" and before in _QUANTITIES:
        return True
    if here in ("my", "our"):
        return before in _LEANING - {"you"} or before in _BEFORE_A_POSSESSION
    if here == "so" and before in _BEING:
        return True
    if here in _SAYS_THE_NUMBER and PHONE in texts[index + 1 : index + 3]:
        return False
    if here in _JOINTS:
        two_calls = before in _TO_CALL and following in _TO_CALL
        return before in _JOINTS or two_calls or _is_one_offer(texts, index)
    if here == "you" and before in _GIVES_YOU:
        return True
    if here == "it" and before == "here" and following in _BEINGS:  # "here it is in one breath"
        return texts[index - 2 : index - 1] != [NAME]
    if here in ("could", "can", "would", "will"):
        return before in _LEANING and before != "you"
    if here == "look":
        return before in _LEANING or before in _A_CALL or following == "like"
    if here == "dont":
        return before in _PRONOUNS or before in _LEANING
    if here == "your" and before in _HANDED_TO:
        return True
    if here in ("if", "when"):
        found_out = before == "out" and texts[index - 2 : index - 1] in (["find"], ["found"], ["figure"])
        return before in _BEFORE_IF or found_out
    if here == "thats" and following.endswith("ing"):  # "one sentence that's costing you calls"
        return not _ONE_THING.isdisjoint(texts[max(0, index - ONE_THING_WITHIN) : index])
    if here in ("its", "next", "last", "this") and before in _PREPOSITIONS:
        return True
    if here in _PRONOUNS and before in _HANDED_TO and texts[index - 2 : index - 1] in (["tells"], ["told"]):
        return True
    if here in _PRONOUNS:
        return before in _TAKES_CLAUSE or before in _LEANING or _belongs_to_a_thing(texts, index)
    return before in _LEANING


def _is_one_offer(texts: list[str], index: int) -> bool:
    """Whether a verb is joined to the one that is asked leave for ("can I drive over and look at it with you")."""
    if texts[index + 1 : index + 2] not in (["look"], ["check"], ["leave"], ["drop"], ["come"], ["stop"]):
        return False
    before = texts[max(0, index - ONE_OFFER_WITHIN) : index]
    asked = any(pair in _ASKS_LEAVE for pair in pairwise(before))
    return asked and texts[index + 2 : index + 3] not in (["me"], ["us"], ["out"])


def sentence_starts(speech: Speech) -> set[int]:
    """Token indexes at which something new is said for certain: a number, a courtesy, a new subject."""
    texts = [token.text for token in speech.tokens]
    return {
        index
        for index, text in enumerate(texts)
        if text in _NEW
        or (text in _SUBJECTS and index and texts[index - 1] not in _BEFORE_SUBJECT)
        or (text == NUM and index and texts[index - 1] == NAME)
    }


def clauses(speech: Speech, breaks: Collection[int] = ()) -> list[tuple[int, int]]:
    """The clauses as inclusive token indexes; together they cover every token once.

    `breaks` are tokens at which a clause begins for another reason: a full stop or a pause before them.
    """
    starts = sorted(clause_starts(speech) | {index for index in breaks if 0 <= index < len(speech.tokens)})
    ends = [start - 1 for start in starts[1:]] + [len(speech.tokens) - 1]
    return list(zip(starts, ends, strict=True)) if starts else []
