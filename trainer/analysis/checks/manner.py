"""How it opens and closes, and whether it promises to be quick."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import Check, Decision, Example, met, missed
from trainer.analysis.language.openers import WEAK
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.speech import Token
from trainer.records import Kind

CLOSING_TOKENS = 16
"""How far back the last two sentences reach (label guide: friendly_close)."""
BRIEF_MINUTES = 10
"""A call of up to ten minutes is quick (label guide: promises_brevity)."""

_BRIEF = Phrases(
    {
        "brief": [
            "(quick|brief|short|fast|speedy) ~1 (call|call back|chat|conversation|question|questions|talk|phone call|ring|word|discussion|catch up|rundown|one|convo)",
            "(keep|make|be|being|promise) ~2 (it|this|that|things) ~1 (brief|short|quick|simple and quick)",
            "(ill|i will|well|we will|it will|itll|promise to) be (very |really |super )?(brief|quick|short)",
            "(wont|will not|not going to|not|dont want to) (take|keep|waste|need|use|hold) ~3 (long|much of your time|your time|more than a|up much|up a lot|up your)",
            "(wont|will not) (be|take) (long|a minute|a moment|more than)",
            "(only|just|literally) ~2 (takes|take|needs|need|taking) ~2 (a|couple|few|one) ~2 (minute|minutes|seconds|moment|moments|second)",
            "(takes|take|in|for|need) (only |just |about |under |less than )?(a|one|two|a couple|a couple of|a few) (minute|minutes|moments|seconds) (of your time|to explain|to share|to tell|to go|to answer|tops|or less|or so|and)",
            "(couple|few) (of )?(quick )?(minutes|minute|seconds) (of your time|to explain|to share|to tell|to see|to chat|to talk|on the phone|is all|tops)",
            "(quick|brief|short) ~1 (on the phone|over the phone)",
        ],
        "minutes": ["(NUM|one) (or NUM |to NUM )?(minute|minutes|min|mins|seconds|second)"],
    }
)  # fmt: skip

_CLOSE = Phrases(
    {
        "thanks": ["(thanks|thank|thankyou|cheers|ta|appreciate|appreciated|much obliged|grateful)"],
        "forward": [
            "(looking|look) ~1 forward",
            "(cant|cannot|can not) wait to",
            "(hope|hoping|excited|eager|pleasure|love|happy) to (hear|talk|speak|connect|chat|catch|speaking|hearing)",
            "(talk|speak|chat|see you|catch you|talk to you|speak to you|talk with you|speak with you|catch up) ~3 (soon|later|then|shortly|{day})",
        ],
        "wish": [
            "(have|enjoy) (a|an|your|the|yourself) ~4 (day|one|week|weekend|evening|afternoon|morning|night|rest|holiday|time|year)",
            "(take care|best of luck|good luck|all the best|best wishes|kind regards|best regards|bye|goodbye|bye bye|be well|stay safe|stay well|god bless|have fun|until then|wishing you|wish you|hope you|hope your|enjoy the)",
        ],
    },
    day="monday|tuesday|wednesday|thursday|friday|tomorrow",
)  # fmt: skip


def promises_brevity(call: Call) -> Decision:
    """Whether the call is promised to be quick."""
    spans = call.spans(_BRIEF, "brief")
    for turn, hit in call.hits(_BRIEF):
        if hit.label == "minutes" and _short(turn.speech.tokens, hit.first, hit.last):
            spans.append(Span(turn.index, hit.first, hit.last))
    return met(call, spans[:1]) if spans else missed(call)


def _short(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the minutes (or seconds) named here are few enough."""
    span = tokens[first : last + 1]
    values = [token.number.value for token in span if token.number] or [1]
    return span[-1].text.startswith("sec") or values[-1] <= BRIEF_MINUTES


def friendly_close(call: Call) -> Decision:
    """Whether the last words thank, look forward or wish well."""
    for turn in reversed(call.turns):
        tokens = len(turn.speech.tokens)
        if tokens:
            hit = _CLOSE.first(turn.speech, max(0, tokens - CLOSING_TOKENS))
            return met(call, [Span(turn.index, hit.first, hit.last)]) if hit else missed(call)
    return missed(call)


OPENING_TOKENS = 26
"""The first two sentences after greeting and name (label guide: weak_opener)."""


def strong_opening(call: Call) -> Decision:
    """Whether it does not open with earlier tries, checking in or an apology."""
    if not call.turns:
        return missed(call)
    turn = call.turns[0]
    end = min(OPENING_TOKENS, len(turn.speech.tokens))
    hits = list(WEAK.find(turn.speech, 0, end))
    weak = [Span(turn.index, hit.first, hit.last) for hit in hits if hit.label == "weak"]
    fair = [Span(turn.index, hit.first, hit.last) for hit in hits if hit.label == "fair"]
    weak = call.without(weak, fair)
    return missed(call, weak[:1]) if weak else met(call)


_VOICEMAIL: frozenset[Kind] = frozenset({"voicemail"})

CHECKS = (
    Check(
        "strong-opening", "A strong opening", _VOICEMAIL,
        "Met unless you open with checking in, earlier tries, a bare follow-up or an apology.",
        "Open with the reason of the call, not with the calls before it.",
        ("ours",), strong_opening,
        (
            Example("met", "hi owen nadia from tallis i noticed something on your invoices"),
            Example("missed", "hi owen nadia from tallis just checking in again"),
        ),
    ),
    Check(
        "promises-brevity", "Promises a quick call", _VOICEMAIL,
        "Met when you say that the call will be short: ten minutes at most.",
        "Tell them how little time the call takes.",
        ("002",), promises_brevity,
        (
            Example("met", "it is a quick call two minutes and you will know"),
            Example("missed", "i would need about twenty minutes of your time"),
        ),
    ),
    Check(
        "friendly-close", "A friendly close", _VOICEMAIL,
        "Met when your last words thank them, look forward to the call or wish them well.",
        "End warmly: thank them, or look forward to the call.",
        ("002",), friendly_close,
        (
            Example("met", "call me on 0113 496 0107 looking forward to it"),
            Example("missed", "call me on 0113 496 0107"),
        ),
    ),
)  # fmt: skip
