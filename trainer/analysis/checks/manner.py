"""How it opens and closes, and whether it promises to be quick."""

from __future__ import annotations

from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.checks import Check, Decision, Example, faint, met, missed
from trainer.analysis.language.courtesies import CLOSE
from trainer.analysis.language.findings import FINDING
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.offers import VALUE
from trainer.analysis.language.openers import WEAK
from trainer.analysis.language.requests import REQUEST
from trainer.records import Kind

CLOSING_TOKENS = 16
"""How far back the last two sentences reach (label guide: friendly_close)."""


def promises_brevity(call: Call) -> Decision:
    """Whether the call is promised to be quick."""
    return met(call, call.quick) if call.quick else missed(call)


def friendly_close(call: Call) -> Decision:
    """Whether the last words thank, look forward or wish well."""
    for turn in reversed(call.turns):
        tokens = len(turn.speech.tokens)
        if tokens:
            hits = CLOSE.find(turn.named, max(0, tokens - CLOSING_TOKENS))
            spans = [Span(turn.index, hit.first, hit.last) for hit in hits]
            # "Adiós" ends an English message warmly; of one in Spanish nothing can be told.
            return met(call, spans) if spans and call.has_words else missed(call)
    return missed(call)


OPENING_TOKENS = 12
"""Words after greeting and name in which earlier tries, apologies and the like open a message.

The label guide (weak_opener) has the first two sentences; but further on such words are as often part of the
reason of the call, in read and unread messages alike.
"""
SECOND_SENTENCE_TOKENS = 23
"""Words in which checking in, touching base and the like do, and in which a new reason still mends it."""
NAMED_WITHIN = 14
"""A name before this token belongs to the greeting."""
_JOINTS = word_set("and but because so i im ive we weve were theres")
"""Words with which a new clause begins; without one, what follows is only what the earlier try was about."""


def strong_opening(call: Call) -> Decision:
    """Whether it does not open with earlier tries, checking in or an apology."""
    if not call.turns:
        return missed(call)
    turn = call.turns[0]
    end, further = _opening_end(turn, OPENING_TOKENS), _opening_end(turn, SECOND_SENTENCE_TOKENS)
    hits = [*WEAK.find(turn.named, 0, further), *(hit for hit in turn.hits(REQUEST) if hit.last < end)]
    weak = [
        Span(turn.index, hit.first, hit.last)
        for hit in hits
        if hit.label == "checking" or (hit.label == "weak" and hit.last < end)
    ]
    fair = [Span(turn.index, hit.first, hit.last) for hit in hits if hit.label == "fair"]
    weak = [] if any(hit.label == "farewell" for hit in hits) else call.without(weak, fair)
    idle = [Span(turn.index, hit.first, hit.last) for hit in hits if hit.label in ("checking", "weak")]
    if weak and _has_reason(call, weak[0], idle, further):
        return met(call)
    return missed(call, weak[:1]) if weak else met(call)


def _opening_end(turn: Heard, words: int) -> int:
    """The token after so many words, which begin after the caller's name where they give it at once."""
    named = [name.last + 1 for name in turn.own_names if name.last < NAMED_WITHIN]
    return min(max([0, *named]) + words, len(turn.speech.tokens))


def _has_reason(call: Call, weak: Span, idle: list[Span], end: int) -> bool:
    """Whether a clause after the weak one, still within the opening, holds something of use to them.

    What is itself `idle` is none ("to see whether you had any thoughts on it").
    """
    turn = call.turns[0]
    useful = call.without(
        [*call.spans(VALUE, "value", turns=[turn]), *call.spans(FINDING, "value", "open", turns=[turn])],
        [*call.spans(VALUE, "veto", turns=[turn]), *call.spans(FINDING, "veto", turns=[turn]), *idle],
    )
    texts = [token.text for token in turn.speech.tokens]
    return any(
        weak.last < span.first < end and not _JOINTS.isdisjoint(texts[weak.last + 1 : span.first + 1])
        for span in useful
    )


_VOICEMAIL: frozenset[Kind] = frozenset({"voicemail"})

CHECKS = (
    Check(
        "strong-opening",
        "A strong opening",
        _VOICEMAIL,
        "Met unless you open with checking in, earlier tries, a bare follow-up or an apology.",
        "Open with the reason of the call, not with the calls before it.",
        ("ours",),
        strong_opening,
        (
            Example("met", "hi owen nadia from tallis i noticed something on your invoices"),
            Example("missed", "hi owen nadia from tallis just checking in again"),
            Example("unsure", more=faint("it was good of them to say so")),
            Example("not-applicable"),
        ),
    ),
    Check(
        "promises-brevity",
        "Promises a quick call",
        _VOICEMAIL,
        "Met when you say that the call will be short: ten minutes at most.",
        "Tell them how little time the call takes.",
        ("002",),
        promises_brevity,
        (
            Example("met", "it is a quick call two minutes and you will know"),
            Example("missed", "i would need about twenty minutes of your time"),
            Example("unsure", more=faint("it was good of them to say so")),
        ),
    ),
    Check(
        "friendly-close",
        "A friendly close",
        _VOICEMAIL,
        "Met when your last words thank them, look forward to the call or wish them well.",
        "End warmly: thank them, or look forward to the call.",
        ("002",),
        friendly_close,
        (
            Example("met", "call me on 0113 496 0107 looking forward to it"),
            Example("missed", "call me on 0113 496 0107"),
            Example("unsure", more=faint("it was good of them to say so")),
        ),
    ),
)
