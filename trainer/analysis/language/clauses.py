"""Where clauses begin, without punctuation: at the words with which people begin them."""

from __future__ import annotations

from collections.abc import Collection

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.speech import Speech

_STARTS = Phrases(
    {
        "start": [
            "(this is|my name is|my names|its)",
            "(im|i am|ive|i have|ill|i will|id|i would|i|we|were|weve|well|wed) (calling|ringing|phoning|reaching|following|leaving|wanted|want|saw|noticed|read|heard|understand|know|have|had|got|was|would|could|think|thought|believe|can|help|work|specialize|specialise|offer|provide|do|did|just|really|recently|spoke|talked|met|gave|sent|left|appreciate|hope|look|promise|love|like|only|also|will|help|are|were|found|came)",
            "(please|thanks|thank you|again|once again|looking forward|talk soon|cheers|anyway|basically|actually|look|so|but|because|if|when|otherwise|however|therefore)",
            "(and|or|so|but|then) (i|im|ill|id|ive|we|well|weve|wed|you|youll|he|she|they|it|thats|if|please|call|give|text|email|shoot|the|our|my|asked|wanted)",
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
            "(thats|it is|there is|theres|there are|there has|heres|here is)",
        ]
    }
)


_OPENING = word_set("hi hello hey good morning afternoon evening there dear yes NAME")
PAUSE_S = 0.6
"""A silence this long parts clauses (the most natural pause at punctuation, peers.md 2c)."""


def clause_starts(speech: Speech) -> set[int]:
    """Token indexes at which a clause begins, by its words alone; 0 is one of them where there are tokens.

    `speech` is best given with names as `NAME`.
    """
    starts = {hit.first for hit in _STARTS.find(speech)}
    greeted = next((index for index, token in enumerate(speech.tokens) if token.text not in _OPENING), 0)
    starts |= {greeted} if 0 < greeted <= 6 else set()
    apart = {index for index in starts if index - 1 not in starts or index == greeted}
    return ({0} | apart) if speech.tokens else set()


def clauses(speech: Speech, breaks: Collection[int] = ()) -> list[tuple[int, int]]:
    """The clauses as inclusive token indexes; together they cover every token once.

    `breaks` are tokens at which a clause begins for another reason: a full stop or a pause before them.
    """
    starts = sorted(clause_starts(speech) | {index for index in breaks if 0 <= index < len(speech.tokens)})
    ends = [start - 1 for start in starts[1:]] + [len(speech.tokens) - 1]
    return list(zip(starts, ends, strict=True)) if starts else []
