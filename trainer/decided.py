"""What the user did in a call, as the judge is told of it: from an attempt's events into its context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from trainer.facts import Decision
from trainer.records import CallEvent, Context

TOLD = ("dialled", "key", "way", "reached", "try", "met", "read", "moved-on")
"""Names of the events that tell what was done (docs/command-line.md); the rest is what the line did."""


def with_events(context: Context, events: Iterable[CallEvent]) -> Context:
    """`context` with the decision, the chosen reason and what was done, as far as `events` tell of them.

    Whoever has marked that they cannot talk is judged as if the scenario said so.
    """
    happened = tuple(events)
    decided = _last(happened, "decided")
    return replace(
        context,
        decision=next((one for one in get_args(Decision) if one == decided), context.decision),
        reason=_last(happened, "reason") or context.reason,
        can_talk=context.can_talk and _last(happened, "cannot-talk") is None,
        events=tuple(f"{event.name}: {event.detail}" for event in happened if event.name in TOLD),
    )


def _last(events: tuple[CallEvent, ...], name: str) -> str | None:
    return next((event.detail for event in reversed(events) if event.name == name), None)
