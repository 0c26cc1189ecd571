"""From when a reply is late, or early, is counted."""

from __future__ import annotations

import pytest

from trainer.recording import latency
from trainer.records import Span


def spans(*pairs: tuple[float, float]) -> tuple[Span, ...]:
    return tuple(Span(start_s=start, end_s=end) for start, end in pairs)


@pytest.mark.parametrize(
    ("speech", "lead_s", "latency_s"),
    [
        ((), 0.0, None),
        (((0.5, 2.0),), 0.0, 0.5),
        (((0.2, 2.0),), 0.5, -0.3),
        (((0.2, 0.4), (3.0, 4.0)), 1.0, 2.0),
        (((0.2, 0.4), (0.5, 0.8)), 1.0, -0.5),
    ],
)
def test_latency_counts_from_the_turn_and_not_from_what_was_said_before_it(
    speech: tuple[tuple[float, float], ...], lead_s: float, latency_s: float | None
) -> None:
    assert latency(spans(*speech), lead_s) == (None if latency_s is None else pytest.approx(latency_s))
