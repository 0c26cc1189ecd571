"""Get through: whether somebody was reached, what was asked of whoever answered, and how."""

from __future__ import annotations

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, faint, met, missed, unsure
from trainer.analysis.course import course
from trainer.analysis.language.gatekeeping import ASKS, COURTESY
from trainer.analysis.language.negation import denied
from trainer.analysis.language.proof import JUSTIFICATION
from trainer.analysis.language.selling import COMPANY, PRODUCT
from trainer.records import Kind, Sold
from trainer.ways import WAYS

ASKS_FOR_LIVE = ("page", "live", "schedule")
"""A page, the schedule, or how to reach them live (guidance.md section 3)."""
ENOUGH_WAYS = 2
ONLY_BY_TIME = frozenset({"before-gatekeeper", "after-gatekeeper"})
"""Ways on which nobody stands before the person."""
_REACHED = {
    "person": "the person", "slot": "a booked slot", "schedule": "their times", "fact": "a useful fact",
    "mailbox": "a mailbox", "dead-end": "nobody",
}  # fmt: skip


def _talked(call: Call) -> bool:
    """Whether any turn was the user's: with nobody to talk to there is nobody to be polite to."""
    return any(turn.turn.words or turn.turn.voiced for turn in call.turns)


def reached_a_person(call: Call) -> Decision:
    """Whether the person was reached, or a fact that helps to reach them."""
    happened = course(call.context.events)
    wanted = "the person, or a useful fact"
    if not happened.known:
        return unsure(confidence=0.0, wanted=wanted)
    value = _REACHED[happened.reached or "dead-end"]
    return Decision("met" if happened.got_through else "missed", value=value, wanted=wanted)


def asked_for_live(call: Call) -> Decision:
    """Whether a page, the schedule, or a way to reach them live was asked for."""
    spans = call.spans(ASKS, *ASKS_FOR_LIVE)
    if spans:
        return met(call, spans[:2])
    happened = course(call.context.events)
    nobody_between = happened.reached == "person" and set(happened.ways) <= ONLY_BY_TIME
    return NOT_APPLICABLE if nobody_between or not _talked(call) else missed(call)


def courteous(call: Call) -> Decision:
    """Whether whoever answered was spoken to politely."""
    if not _talked(call):
        return NOT_APPLICABLE
    rude = call.spans(COURTESY, "rude")
    if rude:
        return missed(call, rude[:2])
    polite = call.spans(COURTESY, "polite")
    return met(call, polite[:2]) if polite else missed(call)


def tried_another_way(call: Call) -> Decision:
    """Whether, when the first way failed, another of the article's ten was tried."""
    happened = course(call.context.events)
    # Once somebody is reached by the only way that was taken, what was asked there is no second one.
    spoken = {} if happened.got_through else _ways_in_words(call)
    ways = tuple(dict.fromkeys((*happened.ways, *spoken)))
    value = ", then ".join(WAYS[way].title for way in ways) or None
    wanted = "a second way"
    if len(ways) >= ENOUGH_WAYS:
        return Decision("met", spans=tuple(spoken.values()), value=value, wanted=wanted)
    if happened.got_through:
        return NOT_APPLICABLE
    if not happened.known:
        return unsure(confidence=0.0, value=value, wanted=wanted)
    return Decision("missed", value=value, wanted=wanted)


def _ways_in_words(call: Call) -> dict[str, Span]:
    """The ways that were taken by asking, each with where it was first asked.

    To have somebody paged is part of the first way, pressing 0 (article 003).
    """
    found: dict[str, Span] = {}
    for turn in call.turns:
        for hit in turn.hits(ASKS):
            way = {"live": "ask-live", "page": "operator"}.get(hit.label, hit.label)
            found.setdefault(way, Span(turn.index, hit.first, hit.last))
    return found


def did_not_pitch_the_gatekeeper(call: Call) -> Decision:
    """Whether nothing was sold to somebody who does not buy."""
    if not _talked(call):
        return NOT_APPLICABLE
    families = ((PRODUCT, "product"), (COMPANY, "company"), (JUSTIFICATION, "justification"))
    pitches: dict[Sold, list[Span]] = {}
    for phrases, label in families:
        spans = call.without(call.spans(phrases, label), call.spans(phrases, "veto"))
        spans = [one for one in spans if not denied(call.turns[one.turn].speech, one.first)]
        if spans:
            pitches[label] = spans  # type: ignore[index]  # the labels are things that can be sold
    if not pitches:
        return met(call)
    return missed(call, [span for spans in pitches.values() for span in spans], sold=tuple(pitches))


_KIND: frozenset[Kind] = frozenset({"get-through"})


def _after(*events: str) -> dict[str, object]:
    return {"events": list(events)}


CHECKS = (
    Check(
        "reached-a-person",
        "Reached somebody",
        _KIND,
        "Met when you reach the person, or a fact that helps: when they are in, or a slot in their diary.",
        "There is always another way: press 0, call early or late, or ask who knows their times.",
        ("003",),
        reached_a_person,
        (
            Example("met", "could you page him please", _after("key 0", "reached person")),
            Example("met", "when does she usually get in", _after("dialled hours", "reached schedule")),
            Example("missed", "thanks anyway", _after("dialled hours", "key 0", "reached mailbox")),
            Example("unsure", "could you page him please"),
        ),
    ),
    Check(
        "asked-for-live",
        "Asked for them live",
        _KIND,
        "Met when you ask for a page, for their times, or how to reach them live.",
        "Say that you would rather not go to voicemail, and ask for a page or for the time they are in.",
        ("003",),
        asked_for_live,
        (
            Example("met", "could you page tom for me please"),
            Example("met", "i would rather not have his voicemail how can i reach him live"),
            Example("met", "good morning what time does she usually arrive"),
            Example("met", "do you know when she is normally in"),
            Example("missed", "could i speak to tom please thanks i will leave a message"),
            Example("not-applicable", "good morning tom", _after("dialled before", "reached person")),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "courteous",
        "Polite to whoever answers",
        _KIND,
        "Met when you are polite to whoever answers, and never rude.",
        "Whoever answers decides how far you get. Ask, say please, and thank them.",
        ("003",),
        courteous,
        (
            Example("met", "good morning could you help me please"),
            Example("met", "i am hopeless with these menus would you be so kind"),
            Example("missed", "put me through to him immediately"),
            Example("missed", "please stop wasting my time"),
            Example("missed", "tom adeyemi"),
            Example("not-applicable", more={"turns": []}),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "tried-another-way",
        "Tried another way",
        _KIND,
        "Met when the first way fails and you try a second of the article's ten.",
        "When one way fails, take another: another hour, another department, another question.",
        ("003",),
        tried_another_way,
        (
            Example(
                "met",
                "thank you",
                _after("way operator", "reached mailbox", "dialled before", "way before-gatekeeper"),
            ),
            Example("met", "can you page him no then when does he usually arrive"),
            Example("missed", "thank you bye", _after("way operator", "reached mailbox")),
            Example("missed", "thank you bye", _after("pressed: 0", "reached: voicemail")),
            Example("not-applicable", "could you page him", _after("key 0", "reached person")),
            Example("unsure", "thank you bye"),
        ),
    ),
    Check(
        "did-not-pitch-the-gatekeeper",
        "Sold nothing on the way",
        _KIND,
        "Met when you sell nothing to somebody who does not buy. It is shown, never counted.",
        "Keep the offer for the person you are calling; ask whoever answers for help instead.",
        ("ours",),
        did_not_pitch_the_gatekeeper,
        (
            Example("met", "good morning could you tell me when tom usually gets in"),
            Example("missed", "our platform is the best and it will save you thirty percent"),
            Example("not-applicable", more={"turns": []}),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
)
