"""Pace, fillers, pauses, restarts and level: shown, never counted (guidance.md, Delivery)."""

from __future__ import annotations

from itertools import pairwise

from trainer.analysis import delivery
from trainer.analysis.call import Call
from trainer.analysis.checks import (
    NOT_APPLICABLE,
    Check,
    Decision,
    Example,
    faint,
    hardly_heard,
    measured,
    met,
    missed,
)
from trainer.records import Kind

SLOW, FAST = 120, 165
"""Words a minute between which pace needs no remark (peers.md 2c)."""
ENOUGH_S = 60.0
"""Seconds of speech below which a rate means nothing (peers.md 2c)."""
CLUSTER_S = 3.0
"""Two fillers within so many seconds are heard as searching (peers.md 2e)."""
CLIPPED_SHARE, QUIET_DBFS, LOUD_DBFS = 0.001, -40.0, -6.0
"""Level: more samples at full scale distort; speech below QUIET or above LOUD is hard to hear."""


def pace(call: Call) -> Decision:
    """Words a minute of speech; n/a under 60 s, where its value is only shown."""
    seconds = sum(delivery.speech_seconds(turn) for turn in call.turns)
    words = sum(len(turn.turn.words) for turn in call.turns)
    if seconds <= 0 or not words:
        return NOT_APPLICABLE
    value = round(60 * words / seconds)
    wanted = f"{SLOW}-{FAST} words a minute"
    if seconds < ENOUGH_S:
        return Decision("not-applicable", value=value, wanted=wanted)
    return (
        met(call, value=value, wanted=wanted)
        if SLOW <= value <= FAST
        else missed(call, value=value, wanted=wanted)
    )


def fillers(call: Call) -> Decision:
    """How many fillers; missed only for two close together."""
    if not call.has_words:
        return NOT_APPLICABLE
    found = [filler for turn in call.turns for filler in delivery.fillers(turn)]
    spans = [filler.span for filler in found if filler.span]
    timed = [(filler.turn, filler.start_s) for filler in found if filler.start_s is not None]
    close = any(
        turn == after and later - start <= CLUSTER_S for (turn, start), (after, later) in pairwise(timed)
    )
    probable = sum(filler.probable for filler in found)
    value, wanted = len(found), "no two within 3 s" + (f"; {probable} probable" if probable else "")
    return (
        missed(call, spans, value=value, wanted=wanted)
        if close
        else met(call, spans, value=value, wanted=wanted)
    )


def pauses(call: Call) -> Decision:
    """Whether no pause over 1.2 s falls inside a clause."""
    if not any(delivery.has_times(turn) for turn in call.turns):
        return NOT_APPLICABLE
    inside = [span for turn in call.turns for span in delivery.long_pauses(turn)]
    value, wanted = len(inside), "0 inside a sentence"
    return (
        missed(call, inside, value=value, wanted=wanted) if inside else met(call, value=value, wanted=wanted)
    )


def restarts(call: Call) -> Decision:
    """Whether at most one word or phrase is started over."""
    if not call.has_words:
        return NOT_APPLICABLE
    found = [span for turn in call.turns for span in delivery.restarts(turn)]
    value, wanted = len(found), "1 or fewer"
    return (
        missed(call, found, value=value, wanted=wanted)
        if len(found) > 1
        else met(call, found, value=value, wanted=wanted)
    )


def level(call: Call) -> Decision:
    """Whether the take is neither too quiet nor distorted."""
    levels = [
        turn.turn.level for turn in call.turns if turn.turn.level and turn.turn.level.speech_dbfs is not None
    ]
    if not levels:
        return NOT_APPLICABLE
    quietest = min(one.speech_dbfs for one in levels if one.speech_dbfs is not None)
    clipped = max(one.clipped_share for one in levels)
    good = clipped <= CLIPPED_SHARE and QUIET_DBFS <= quietest <= LOUD_DBFS
    return measured(good, quietest, f"{QUIET_DBFS:g} to {LOUD_DBFS:g} dB, not clipped")


_SPOKEN: frozenset[Kind] = frozenset({"voicemail", "callback", "elevator", "get-through"})


def _timed(*words: tuple[str, float, float]) -> dict[str, object]:
    return {"words": [{"word": word, "start": start, "end": end} for word, start, end in words]}


def _steady(seconds: float, a_minute: int) -> dict[str, object]:
    step = 60 / a_minute
    words = ["please", "call", "me", "back", "on", "this", "line"]
    places = range(int(seconds / step))
    return _timed(*((words[index % len(words)], index * step, (index + 1) * step) for index in places))


_CALL_ME = (("please", 0, 0.4), ("call", 0.5, 0.8), ("me", 0.8, 1.0))

CHECKS = (
    Check(
        "pace",
        "Pace",
        _SPOKEN,
        "Between 120 and 165 words a minute. Under 60 seconds of speech it is only shown.",
        "Let the important words have more time.",
        ("ours",),
        pace,
        (
            Example("met", more=_steady(65, 140)),
            Example("missed", more=_steady(65, 220)),
            Example("not-applicable", more=_steady(20, 220)),
            Example("unsure", more=hardly_heard(_steady(65, 140))),
        ),
    ),
    Check(
        "fillers",
        "Fillers",
        _SPOKEN,
        "Met unless two fillers come within 3 seconds. A few do no harm.",
        "Breathe where you would say um.",
        ("ours",),
        fillers,
        (
            Example("met", "hello um this is nadia"),
            Example(
                "missed",
                more=_timed(("hello", 0, 0.4), ("um", 0.5, 0.8), ("this", 0.9, 1.0), ("uh", 1.1, 1.5)),
            ),
            Example("not-applicable"),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "pauses",
        "Pauses",
        _SPOKEN,
        "Met when no pause of more than 1.2 seconds falls inside a sentence.",
        "Pause between sentences instead of inside them.",
        ("ours",),
        pauses,
        (
            Example("met", more=_timed(*_CALL_ME)),
            Example("missed", more=_timed(("please", 0, 0.4), ("call", 2.5, 2.8), ("me", 2.8, 3.0))),
            Example("not-applicable", "please call me"),
            Example("unsure", more=hardly_heard(_timed(*_CALL_ME))),
        ),
    ),
    Check(
        "restarts",
        "Restarts",
        _SPOKEN,
        "Met when at most one word or phrase is started over.",
        "Finish the sentence you are in; nobody knows what you meant to say.",
        ("ours",),
        restarts,
        (
            Example("met", "hello this is nadia i i have some news"),
            Example("missed", "hello this is this is nadia i have i have some some news"),
            Example("not-applicable"),
            Example("unsure", more=faint("yes that is what it was about")),
        ),
    ),
    Check(
        "level",
        "Level",
        _SPOKEN,
        "Met when you are neither too quiet nor so loud that the sound distorts.",
        "Bring the microphone a hand's width from your mouth and try again.",
        ("ours",),
        level,
        (
            Example("met", more={"level": {"speech_dbfs": -22.0, "peak_dbfs": -6.0, "clipped_share": 0.0}}),
            Example(
                "missed", more={"level": {"speech_dbfs": -52.0, "peak_dbfs": -40.0, "clipped_share": 0.0}}
            ),
            Example("not-applicable", "hello"),
        ),
    ),
)
