"""Where clauses begin, without punctuation: at the words with which people begin them."""

from __future__ import annotations

from collections.abc import Collection

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.speech import NAME, NUM, PHONE, Speech

_STARTS = Phrases(
    {
        "start": [
            "(this is|my name is|my names|its)",
            "(im|i am|ive|i have|ill|i will|id|i would|i|we|were|weve|well|wed) (calling|ringing|phoning|reaching|following|leaving|wanted|want|saw|noticed|read|heard|understand|know|have|had|got|was|would|could|think|thought|believe|can|help|work|specialize|specialise|offer|provide|do|did|just|really|recently|spoke|talked|met|gave|sent|left|appreciate|hope|look|promise|love|like|only|also|will|help|are|were|found|came)",
            "(please|thanks|thank you|again|once again|looking forward|talk soon|cheers|anyway|basically|actually|look|so|but|because|if|when|otherwise|however|therefore)",
            "(and|or|so|but|then) (i|im|ill|id|ive|we|well|weve|wed|you|youll|he|she|they|it|thats|if|please|call|give|text|email|shoot|the|our|my|asked|wanted|send|drop|visit|see|book|check|reply|look|just|you can|we can|have|feel|hit|ring|stop|come)",
            "(call|ring|phone|give|shoot|hit|return|text|drop|reach|buzz) (me|us|my)",
            "(my|our|the|that) ~2 (number|line|cell|mobile|email|website|site) ~2 (is|again)",
            "(you|your|youve|youre) (can|could|may|will|asked|mentioned|said|were|are|recently|just|left|filled|requested)",
            "(have a|take care|bye|hope|have an|enjoy)",
            "(he|she|they) (said|asked|suggested|recommended|mentioned|thought|told|was|is|were|wanted|loves|loved|bought|agrees)",
            "(many|most|some|other|companies|businesses|people) (of|companies|businesses|people|are|have|like|in)",
            "(which|who|what) (means|is|are|would)",
            "(hi|hello|hey|good morning|good afternoon|good evening)",
            "(NAME NAME|NAME|she|he|they)( also| recently| just| actually| really| both)? (said|suggested|recommended|asked|thought|told|mentioned|agrees|offers|offer|provides|bought|purchased|loves|has|was|is|are|have|recently|wanted|gave|helps)",
            "(your|a|my|our) ~2 (friend|colleague|client|customer|neighbor|neighbour|name|company|team) ~3 (said|suggested|recommended|asked|thought|told|mentioned|came|is|was|gave)",
            "(next|last|this) (week|month|year)",
            "(within|in) (NUM|two|a couple of) (minutes|minute)",
            "(my|our) ~1 (number|line|cell|mobile|website|site|email|web) ",
            "(check|visit|see|look|shoot|drop|send|text|email) (us|me|out|our|my|at|an|a)",
            "(could|can|would|will) you (please )?(call|ring|phone|give|let|text|email|drop|send|return)",
            "(many|kind|so many) thanks",
            "(do|just) (visit|call|ring|phone|come|have|let|take|email)",
            "good (day|morning|afternoon|evening) to",
            "(whenever|once|until) you",
            "(or|and) just (email|text|call|ring|drop|send|shoot|visit|reply)",
            "(from|in|for) NUM (years|months|weeks)",
            "(thats|it is|there is|theres|there are|there has|heres|here is)",
        ]
    }
)


_OPENING = word_set("hi hello hey good day morning afternoon evening there dear yes NAME")
_LEANING = word_set("you to just kindly do also i we can could please would will and or but so always ever")
"""Words that a verb after them belongs to."""
_SUBJECTS = word_set("i we im ive ill id weve wed theres itll he she they theyre")
_BEFORE_SUBJECT = _LEANING | word_set(
    """that what when if because where who how as than which information something thing things one way time say
    said think know hope thought like once before after until whether why whatever all everything reason sure
    told idea again whenever while since though although anything nothing and or then see than guess bet lead
    person people quote proposal letter link brochure sorry might may shall must house home property message call email note until wish believe realize hear heard"""
)
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
    starts = {
        hit.first for hit in _STARTS.find(speech) if not hit.first or texts[hit.first - 1] not in _LEANING
    }
    starts |= {
        index
        for index, text in enumerate(texts)
        if text == PHONE and index and texts[index - 1] not in _BEFORE_NUMBER
    }
    starts |= {
        index
        for index, text in enumerate(texts)
        if text in _SUBJECTS and index and texts[index - 1] not in _BEFORE_SUBJECT
    }
    greeted = next((index for index, text in enumerate(texts) if text not in _OPENING), 0)
    within = 0 < greeted <= 6 and texts[greeted] not in _AFTER_NAME and texts[greeted - 1] != "good"
    starts |= {greeted} if within else set()
    apart = {index for index in starts if index - 1 not in starts - {greeted} or texts[index - 1] == PHONE}
    return ({0} | apart) if speech.tokens else set()


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
