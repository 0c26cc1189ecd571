"""What a call back is about: the words of the message said again, or the answer to who asks."""

from __future__ import annotations

import re

from trainer.analysis.call import Call, Span
from trainer.analysis.language.reasons import REASON
from trainer.analysis.language.replies import STUMBLE
from trainer.analysis.language.topics import content, same, stem

_ASKS_WHAT = re.compile(
    r"\bwhat(?:'s| is| was| did| have| has| were)? (?:\w+ ){0,4}"
    r"(?:find|found|see|saw|notice|noticed|about|wrong|matter|happened|happening|news|problem|call|calling)"
)
"""How whoever calls back asks what it is about."""
_NO_TOPIC = frozenset(
    content(
        """call back done two three five ten minute second moment today tomorrow number hear hi hello hey
        please thank short quick brief version"""
    )
)
"""What messages and call backs share whatever they are about."""


def answers(call: Call) -> list[Span]:
    """Where it is said what it is about to a caller who asks just that ("what did you find?")."""
    return [
        span
        for turn in call.turns
        if _ASKS_WHAT.search((turn.turn.caller_line or "").casefold())
        for span in call.without(
            call.spans(REASON, "answer", turns=[turn]), call.spans(STUMBLE, turns=[turn])
        )
    ]


def shared_with(call: Call, text: str) -> list[Span]:
    """Where content words of `text` are said again, each once."""
    names = " ".join(
        filter(None, (call.context.caller_name, call.context.caller_company, call.context.prospect_name))
    )
    wanted = set(content(text)) - set(content(names)) - _NO_TOPIC
    found: dict[str, Span] = {}
    for turn in call.turns:
        for index, token in enumerate(turn.named.tokens):
            word = stem(token.text)
            match = next((one for one in wanted if same(one, word)), None)
            if match:
                found.setdefault(match, Span(turn.index, index, index))
    return sorted(found.values(), key=lambda span: (span.turn, span.first))
