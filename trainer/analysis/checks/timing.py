"""What the clock says. Every check here needs times and does not apply without them."""

from __future__ import annotations

from trainer.analysis.call import Call
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, measured

QUICK_S, STALLED_S = 0.7, 3.0
"""First sound this soon is quick; later than that has stalled (peers.md 2b)."""
POUNCE_S, LONG_PAUSE_S = 0.3, 2.0
"""After an objection: sooner pounces, later stalls (peers.md 2b)."""
PICK_UP_S = 14.0
"""The third ring of a telephone that rings every six seconds (peers.md 2b)."""


def length(call: Call) -> Decision:
    """Whether the message is as long as the guide's band wants."""
    seconds = call.turns[0].spoken_s if call.turns else None
    if seconds is None:
        return NOT_APPLICABLE
    band = call.thresholds.length_s
    return measured(
        band.near_from <= seconds <= band.near_to,
        seconds,
        f"{band.good_from:g}-{band.good_to:g} s",
        near=not band.good_from <= seconds <= band.good_to,
    )


def under_ten(call: Call) -> Decision:
    """Whether it is all said in under ten seconds."""
    seconds = call.turns[0].spoken_s if call.turns else None
    if seconds is None:
        return NOT_APPLICABLE
    limit = call.thresholds.under_s
    return measured(seconds < limit, seconds, f"under {limit:g} s", near=seconds > 0.9 * limit)


def quick_pick_up(call: Call) -> Decision:
    """Whether the phone was answered by the third ring."""
    waits = [turn.turn.timing.pick_up_s for turn in call.turns if turn.turn.timing.pick_up_s is not None]
    return measured(waits[0] <= PICK_UP_S, waits[0], f"{PICK_UP_S:g} s or less") if waits else NOT_APPLICABLE


def quick_first_word(call: Call) -> Decision:
    """Whether the first sound after the caller's opening line comes at once."""
    waits = _latencies(call, "opening")
    if not waits:
        return NOT_APPLICABLE
    limit = call.thresholds.first_word_s
    return measured(waits[0] <= limit, waits[0], f"{limit:g} s or less", near=waits[0] > QUICK_S)


def pause_after_objection(call: Call) -> Decision:
    """Whether a breath is taken after an objection, and no more than a breath."""
    waits = _latencies(call, "objection")
    if not waits:
        return NOT_APPLICABLE
    worst = max(waits, key=lambda wait: max(POUNCE_S - wait, wait - LONG_PAUSE_S))
    return measured(POUNCE_S <= worst <= LONG_PAUSE_S, worst, f"{POUNCE_S:g}-{LONG_PAUSE_S:g} s")


def _latencies(call: Call, after: str) -> list[float]:
    """Seconds to the first sound of the turns that answer such a line."""
    timings = [turn.turn.timing for turn in call.turns if turn.turn.timing.after == after]
    return [timing.first_word_latency_s for timing in timings if timing.first_word_latency_s is not None]


def within_limit(call: Call) -> Decision:
    """Whether every turn stays within the guide's limit; the worst decides."""
    lengths = [seconds for turn in call.turns if (seconds := turn.spoken_s) is not None]
    if not lengths:
        return NOT_APPLICABLE
    longest, limit = max(lengths), call.thresholds
    return measured(
        longest <= limit.turn_near_s,
        longest,
        f"{limit.turn_limit_s:g} s or less, at most {limit.turn_near_s:g} s",
        near=longest > limit.turn_limit_s,
    )


def _words(seconds: float, count: int = 10) -> dict[str, object]:
    """A request member: `count` words spread over `seconds`."""
    step = seconds / count
    return {
        "words": [
            {"word": "hello", "start": index * step, "end": (index + 1) * step} for index in range(count)
        ]
    }


def _turn(**timing: object) -> dict[str, object]:
    return {"turns": [{"text": "hello", "timing": timing}]}


CHECKS = (
    Check(
        "length",
        "Length",
        frozenset({"voicemail"}),
        "Met when the message lasts as long as the guide wants; near its edges it is amber.",
        "Say who, why and the number, and stop.",
        ("ours",),
        length,
        (
            Example("met", more=_words(24.0)),
            Example("missed", more=_words(58.0)),
            Example("not-applicable", "hello"),
        ),
    ),
    Check(
        "under-ten",
        "Under 10 seconds",
        frozenset({"elevator"}),
        "Met when everything is said in under 10 seconds.",
        "Cut it to who you are and what you do.",
        ("001",),
        under_ten,
        (
            Example("met", more=_words(8.0)),
            Example("missed", more=_words(10.0)),
            Example("not-applicable", "hello"),
        ),
    ),
    Check(
        "quick-pick-up",
        "Picked up in time",
        frozenset({"callback"}),
        "Met when you answer by the third ring.",
        "Answer by the third ring; they rarely ring twice.",
        ("ours",),
        quick_pick_up,
        (
            Example("met", more=_turn(pick_up_s=6.0)),
            Example("missed", more=_turn(pick_up_s=21.0)),
            Example("not-applicable", "hello"),
        ),
    ),
    Check(
        "quick-first-word",
        "A quick first word",
        frozenset({"callback"}),
        "Met when you start to speak within 1.2 seconds of the end of their opening line.",
        "Have your first sentence ready: their name and yours.",
        ("004",),
        quick_first_word,
        (
            Example("met", more=_turn(first_word_latency_s=0.5, after="opening")),
            Example("missed", more=_turn(first_word_latency_s=2.5, after="opening")),
            Example("not-applicable", more=_turn(first_word_latency_s=0.1, after="objection")),
        ),
    ),
    Check(
        "pause-after-objection",
        "A breath after an objection",
        frozenset({"callback"}),
        "Met when you wait between 0.3 and 2 seconds after an objection.",
        "Take one breath before you answer an objection.",
        ("ours",),
        pause_after_objection,
        (
            Example("met", more=_turn(first_word_latency_s=0.9, after="objection")),
            Example("missed", more=_turn(first_word_latency_s=0.1, after="objection")),
            Example("not-applicable", more=_turn(first_word_latency_s=0.9, after="opening")),
        ),
    ),
    Check(
        "within-limit",
        "Short turns",
        frozenset({"callback"}),
        "Met when none of your turns is longer than the guide's limit.",
        "Say one thing, then let them speak.",
        ("ours",),
        within_limit,
        (
            Example("met", more=_words(20.0)),
            Example("missed", more=_words(50.0)),
            Example("not-applicable", "hello"),
        ),
    ),
)
