"""Where clauses begin, without punctuation: at the words with which people begin them."""

from __future__ import annotations

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
            "(thats|it is|there is|theres|there are|there has|heres|here is)",
        ]
    }
)


def clause_starts(speech: Speech) -> set[int]:
    """Token indexes at which a clause begins; 0 is one of them where there are tokens."""
    starts = {hit.first for hit in _STARTS.find(speech)}
    merged = {index for index in starts if index - 1 not in starts}
    return ({0} | merged) if speech.tokens else set()


def clauses(speech: Speech) -> list[tuple[int, int]]:
    """The clauses as inclusive token indexes; together they cover every token once."""
    starts = sorted(clause_starts(speech))
    ends = [start - 1 for start in starts[1:]] + [len(speech.tokens) - 1]
    return list(zip(starts, ends, strict=True)) if starts else []
