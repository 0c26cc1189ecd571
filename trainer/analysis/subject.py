"""What a call back is about: the words of the message said again, or the answer to who asks."""

from __future__ import annotations

import re

from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.language.earlier import EARLIER
from trainer.analysis.language.reasons import REASON
from trainer.analysis.language.replies import AVOIDING, DEFERRAL, STUMBLE
from trainer.analysis.language.topics import content, same, stem

_ASKS_WHAT = re.compile(
    r"\b(?:what|whats|which|who|whos|why|whyd|how(?! are you| is it going)|about (?:my|our|the|a|an))\b"
)
"""How whoever calls back asks what it is about, or names it ("you called about my lot")."""
_SPEAKS_OF_THE_CALL = re.compile(
    r"\b(?:call|called|calling|rang|ring|phone|phoned|tried|missed|message|voicemail|after me|after us)\b"
)
"""How whoever calls back speaks of the call that they return, and asks nothing."""
_NO_TOPIC = frozenset(
    content(
        """call back done two three five ten minute second moment today tomorrow number hear hi hello hey
        please thank short quick brief version"""
    )
)
"""What messages and call backs share whatever they are about."""

TOLD_AFTER = 3
"""Words that follow where something is handed over, at the least."""


def answers(call: Call) -> list[Span]:
    """Where it is said what it is about.

    To a caller who asks just that ("what did you find?") more counts than to one who only speaks of the call
    ("you rang me": "it's the combine"). Nothing is answered where the talk is put off or led elsewhere.
    """
    return [span for turn in call.turns if turn.turn.caller_line for span in _told(call, turn)]


def _told(call: Call, turn: Heard) -> list[Span]:
    here = [turn]
    if call.spans(AVOIDING, turns=here) or call.spans(DEFERRAL, "busy", "back", turns=here):
        return []
    line = (turn.turn.caller_line or "").casefold().replace("'", "").replace("\u2019", "")
    asked = _ASKS_WHAT.search(line)
    if not asked and not _SPEAKS_OF_THE_CALL.search(line):
        return []
    told = call.spans(EARLIER, "named", turns=here)
    if asked:
        told += [*call.spans(REASON, "answer", turns=here), *call.spans(EARLIER, "told", turns=here)]
    empty = [*call.spans(STUMBLE, turns=here), *call.spans(EARLIER, "pleasantry", turns=here)]
    return call.without(told, empty)


def handed_over(call: Call) -> list[Span]:
    """Where what the message kept back is handed over by its name ("Here's the thought. Your guard …").

    Each with the first words of what is told; with nothing told after it, nothing is handed over.
    """
    kept_back = _topics(call, call.context.message_left or "")
    found = []
    for turn in call.turns[1:] or call.turns:
        empty = call.spans(AVOIDING, turns=[turn]) or call.spans(STUMBLE, turns=[turn])
        tokens = turn.speech.tokens
        for span in () if empty else call.spans(REASON, "handed", turns=[turn]):
            named = {stem(token.text) for token in tokens[span.first : span.last + 1]}
            if not named.isdisjoint(kept_back) and span.last + TOLD_AFTER < len(tokens):
                found += [span, Span(turn.index, span.last + 1, span.last + TOLD_AFTER)]
    return found


def _topics(call: Call, text: str) -> set[str]:
    """The stems of the words of `text` that say what it is about."""
    names = " ".join(
        filter(None, (call.context.caller_name, call.context.caller_company, call.context.prospect_name))
    )
    return set(content(text)) - set(content(names)) - _NO_TOPIC


def shared_with(call: Call, text: str) -> list[Span]:
    """Where content words of `text` are said again, each once."""
    wanted = _topics(call, text)
    found: dict[str, Span] = {}
    for turn in call.turns:
        for index, token in enumerate(turn.named.tokens):
            word = stem(token.text)
            match = next((one for one in wanted if same(one, word)), None)
            if match:
                found.setdefault(match, Span(turn.index, index, index))
    return sorted(found.values(), key=lambda span: (span.turn, span.first))
