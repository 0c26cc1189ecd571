"""What is in it for them: their concern, something of use, and a reason to call."""

from __future__ import annotations

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import Check, Decision, Example, faint, met, missed
from trainer.analysis.language.asks import OTHER
from trainer.analysis.language.concerns import CONCERN
from trainer.analysis.language.findings import FINDING
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.offers import CURIOSITY, EXCHANGE, LEAD, RECOMMENDED, VALUE
from trainer.analysis.language.own_side import OWN_SIDE
from trainer.analysis.language.speech import plain
from trainer.analysis.language.topics import content
from trainer.analysis.language.worries import WORRY
from trainer.records import Kind

RECOMMENDS_WITHIN = 10
"""Words around the referrer's name in which they recommend the talk."""
_BIDS = word_set("offer offers buy purchase sell refinance")


def _concerns(call: Call) -> list[Span]:
    """Where a worry or an outcome of theirs is spoken of."""
    found = call.without(
        [*call.spans(CONCERN, "concern"), *call.spans(WORRY, "concern")],
        # "two minutes no more" is no worry of theirs
        [*call.spans(CONCERN, "veto"), *call.spans(WORRY, "veto"), *call.quick],
        spare_longer=True,
    )
    return sorted(
        [*found, *_known_concern(call), *call.spans(LEAD)], key=lambda span: (span.turn, span.first)
    )


def _known_concern(call: Call) -> list[Span]:
    """Where words of the concern that the scenario names are said."""
    concern = plain(call.context.prospect_concern or "").split()
    wanted = {word for word in concern if len(word) > 4 and content(word)}
    return [
        Span(turn.index, index, index)
        for turn in call.turns
        for index, token in enumerate(turn.speech.tokens)
        if token.text in wanted
    ]


def _values(call: Call) -> list[Span]:
    """Where something for them is promised, or begun; somebody who may buy from them counts."""
    given = call.without(
        [*call.spans(VALUE, "value"), *call.spans(EXCHANGE, "given")], call.spans(VALUE, "veto")
    )
    found = call.without(call.spans(FINDING, "value"), call.spans(FINDING, "veto"))
    return [*call.without([*given, *found], call.spans(OWN_SIDE)), *call.spans(LEAD)]


def their_concern(call: Call) -> Decision:
    """Whether something that keeps THEM awake is spoken of."""
    spans = _concerns(call)
    return met(call, spans) if spans else missed(call)


def value_for_them(call: Call) -> Decision:
    """Whether they get something apart from the chance to buy."""
    told = call.without(
        [*call.spans(FINDING, "told"), *call.spans(EXCHANGE, "told")],
        [*call.spans(FINDING, "veto"), *call.spans(OWN_SIDE)],
    )
    spans = sorted([*_values(call), *told], key=lambda span: (span.turn, span.first))
    return met(call, spans) if spans else missed(call)


def reason_to_call(call: Call) -> Decision:
    """Whether something of use to them is still missing that the call will give."""
    told = call.without(call.spans(CURIOSITY, "told"), call.spans(CURIOSITY, "on-the-call"))
    told += call.without(call.spans(OTHER, "web-site"), call.spans(OTHER, "own-site"))
    exchanged = call.without(call.spans(EXCHANGE, "given", "explained", "observed"), call.spans(OWN_SIDE))
    held_back = [] if told else [*_open(call), *exchanged, *_values(call)]
    spans = sorted([*_recommendations(call), *held_back], key=lambda span: (span.turn, span.first))
    return met(call, spans) if spans else missed(call)


def _open(call: Call) -> list[Span]:
    """Where something is named and left for the call."""
    left = [*call.spans(CURIOSITY, "open"), *call.spans(FINDING, "open")]
    open_ends = call.without(left, [*call.spans(FINDING, "veto"), *call.spans(OWN_SIDE)])
    return open_ends + [span for span in call.spans(FINDING, "asset") if not _bids(call, span.turn)]


def _bids(call: Call, turn: int) -> bool:
    """Whether an offer is made, so that a call about what they own is just about buying it."""
    return not _BIDS.isdisjoint(call.turns[turn].speech.present)


def _recommendations(call: Call) -> list[Span]:
    """Where the referrer is said to recommend the talk."""
    return [
        Span(span.turn, min(span.first, mention.first), max(span.last, mention.last))
        for span in call.spans(RECOMMENDED)
        for mention in call.turns[span.turn].referrers
        if abs(span.first - mention.first) <= RECOMMENDS_WITHIN
    ]


_VOICEMAIL: frozenset[Kind] = frozenset({"voicemail"})
_SPOKEN: frozenset[Kind] = frozenset({"voicemail", "callback"})

CHECKS = (
    Check(
        "their-concern",
        "Their concern",
        _SPOKEN,
        "Met when you speak of what keeps them awake: profit, customers, people, time, costs, family.",
        "Find one worry of theirs before you call, and speak of that.",
        ("000",),
        their_concern,
        (
            Example(
                "met",
                "you may be paying twice for the same freight invoices every month is costing you money",
            ),
            Example("missed", "we grew our profit by ten percent please call me back"),
            Example("unsure", more=faint("i do not know what this is about")),
        ),
    ),
    Check(
        "for-them",
        "What they get",
        frozenset({"elevator"}),
        "Met when you say what your work does for the listener.",
        "Add what they get from it: more of something they want, or less of a worry.",
        ("000", "001"),
        their_concern,
        (
            Example(
                "met",
                "i check freight invoices so that carriers never overcharge you and you keep your margins",
            ),
            Example("missed", "i am nadia and i sell software"),
            Example("unsure", more=faint("i do not know what this is about")),
        ),
    ),
    Check(
        "value-for-them",
        "Something for them",
        _VOICEMAIL,
        "Met when you give or promise something useful apart from buying: a tip, an idea, a lead, a figure.",
        "Bring one thing that helps them even if they never buy.",
        ("000", "003"),
        value_for_them,
        (
            Example("met", "i have an idea about your second warehouse"),
            Example("missed", "please call me back on 0113 496 0107"),
            Example("unsure", more=faint("i do not know what this is about")),
        ),
    ),
    Check(
        "reason-to-call",
        "A reason to call",
        _VOICEMAIL,
        "Met when something of use to them is still missing that the call will give.",
        "Hold one useful thing back and say that you will tell it when they call.",
        ("002", "000"),
        reason_to_call,
        (
            Example("met", "i noticed something on your last invoices call me and i will explain"),
            Example("missed", "i am calling about our services please call me back"),
            Example("unsure", more=faint("i do not know what this is about")),
        ),
    ),
)
