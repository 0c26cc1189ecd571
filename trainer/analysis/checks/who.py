"""Who is calling whom: names, company, trade."""

from __future__ import annotations

from trainer.analysis.call import DOUBT, Call, Span
from trainer.analysis.checks import (
    NOT_APPLICABLE,
    Check,
    Decision,
    Example,
    believed,
    faint,
    met,
    missed,
    unsure,
)
from trainer.analysis.language.asks import ADDRESS
from trainer.analysis.language.names import TAUGHT, Mention
from trainer.analysis.language.phrases import Phrases

OPENING_TOKENS = 12
"""How far the opening words reach (label guide: "in the opening words")."""
APART_TOKENS = 4
"""Two mentions of a name are two places when at least so many words lie between them."""
ADDRESS_TOKENS = 8
"""Within so many words an address for e-mail is spelled, which begins with a name that is not said as one."""

_INTRODUCED = Phrases(
    {
        "slot": [
            "(this is|my name is|name is|my names) ~1 (with|from|calling|here|at|again)",
            "(my name is|my names)",
        ]
    }
)


def _spans(mentions: list[tuple[int, Mention]]) -> list[Span]:
    return [Span(turn, mention.first, mention.last) for turn, mention in mentions]


def _own_names(call: Call) -> list[tuple[int, Mention]]:
    early = call.turns[:2] if call.kind == "callback" else call.turns
    return [
        (turn.index, mention)
        for turn in early
        for mention in turn.own_names
        if not ADDRESS.first(
            turn.speech, mention.first, min(mention.last + ADDRESS_TOKENS, len(turn.speech.tokens))
        )
    ]


def _named(call: Call, mentions: list[tuple[int, Mention]]) -> Decision:
    """Met by the mention that is surest, the earliest of equals; unsure where even that is doubtful."""
    best = max(mentions, key=lambda one: one[1].confidence)
    decision = met(call, _spans([best]), best[1].confidence)
    return believed(call, decision) if best[1].confidence >= TAUGHT else decision


def own_name(call: Call) -> Decision:
    """Whether the caller's own first or full name is said."""
    if not call.context.caller_name:
        return NOT_APPLICABLE
    mentions = _own_names(call)
    if not mentions:
        introduced = call.spans(_INTRODUCED)
        return unsure(introduced) if introduced and not _only_company(call) else missed(call)
    return _named(call, mentions)


def _only_company(call: Call) -> bool:
    return any(name.confidence >= DOUBT for turn in call.turns for name in turn.companies)


def own_name_twice(call: Call) -> Decision:
    """Whether it is said at two separate places."""
    if not call.context.caller_name:
        return NOT_APPLICABLE
    places: list[tuple[int, Mention]] = []
    for turn, mention in _own_names(call):
        if not places or turn != places[-1][0] or mention.first - places[-1][1].last > APART_TOKENS:
            places.append((turn, mention))
    if not places:  # what `own-name` says
        return NOT_APPLICABLE
    spans = _spans(places)
    if len(places) < 2:
        return missed(call, spans, value=len(places), wanted="2 or more")
    return met(
        call,
        spans,
        sorted(mention.confidence for _, mention in places)[-2],
        value=len(places),
        wanted="2 or more",
    )


def company(call: Call) -> Decision:
    """Whether the caller's company is named."""
    if not call.context.caller_company:
        return NOT_APPLICABLE
    mentions = [(turn.index, mention) for turn in call.turns for mention in turn.companies]
    if not mentions:
        return missed(call)
    return _named(call, mentions)


def greets_by_name(call: Call) -> Decision:
    """Whether the prospect is addressed by name in the opening words."""
    if not call.context.prospect_name:
        return NOT_APPLICABLE
    if not call.turns:
        return missed(call)
    opening = [(0, mention) for mention in call.turns[0].prospects if mention.first < OPENING_TOKENS]
    if not opening:
        return missed(call)
    return _named(call, opening)


def names_referrer(call: Call) -> Decision:
    """Whether the person who recommended the talk is named."""
    if not call.context.referrer:
        return NOT_APPLICABLE
    mentions = [(turn.index, mention) for turn in call.turns for mention in turn.referrers]
    if not mentions:
        return missed(call)
    return _named(call, mentions)


_ME = {
    "caller_name": "Nadia Farrow",
    "caller_company": "Tallis Freight",
    "prospect_name": "Owen",
    "referrer": "Ruth Kemp",
}

CHECKS = (
    Check(
        "own-name",
        "Your name",
        frozenset({"voicemail", "callback", "elevator"}),
        "Met when you say your own first or full name.",
        "Say your name early, so that they know who wants to talk to them.",
        ("002", "001"),
        own_name,
        (
            Example("met", "hi owen nadia farrow here with tallis freight", _ME),
            Example("missed", "hi owen please call me on 0113 496 0107", _ME),
            Example("unsure", "hi owen this is madly from the freight people", _ME),
            Example("not-applicable", "hi owen this is nadia"),
        ),
    ),
    Check(
        "own-name-twice",
        "Your name twice",
        frozenset({"voicemail"}),
        "Met when you say your name at two separate places. Does not apply where you do not say it.",
        "Say your name again at the end, beside the number.",
        ("002",),
        own_name_twice,
        (
            Example(
                "met", "hi owen its nadia i have some news for you call me again that is nadia farrow", _ME
            ),
            Example("missed", "hi owen its nadia farrow i have some news for you call me", _ME),
            Example("not-applicable", "this is nadia and again nadia"),
            Example("not-applicable", "hi owen please call me on 0113 496 0107", _ME),
            Example("unsure", context=_ME, more=faint("its nadja farrow call me that is nadja farrow")),
        ),
    ),
    Check(
        "company",
        "Your company",
        frozenset({"voicemail"}),
        "Met when you name your company. Does not apply when your profile has none.",
        "Name your company once, beside your own name.",
        ("002",),
        company,
        (
            Example("met", "this is nadia with tallis freight", _ME),
            Example("missed", "this is nadia please call me back", _ME),
            Example("not-applicable", "this is nadia with tallis freight", {"caller_name": "Nadia"}),
            Example("unsure", context=_ME, more=faint("hello it is me from the north")),
        ),
    ),
    Check(
        "greets-by-name",
        "Their name first",
        frozenset({"voicemail"}),
        "Met when you address them by name in your opening words.",
        "Open with their name.",
        ("002",),
        greets_by_name,
        (
            Example("met", "good morning owen this is nadia", _ME),
            Example(
                "missed", "good morning this is nadia i have some news for you please call me back owen", _ME
            ),
            Example("not-applicable", "good morning owen this is nadia"),
            Example("unsure", context=_ME, more=faint("hello it is me from the north")),
        ),
    ),
    Check(
        "names-referrer",
        "Who sent you",
        frozenset({"voicemail"}),
        "Met when you name the person who recommended that you talk. Does not apply without one.",
        "Name the person whom you both know; it is the best reason to call back that you have.",
        ("002",),
        names_referrer,
        (
            Example("met", "hi owen ruth kemp suggested that we talk", _ME),
            Example("missed", "hi owen a friend suggested that we talk", _ME),
            Example("not-applicable", "hi owen ruth kemp suggested that we talk"),
            Example("unsure", context=_ME, more=faint("hello it is me from the north")),
        ),
    ),
)
