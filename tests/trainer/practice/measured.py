"""Measured attempts for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from trainer.records import Measured

TODAY = date(2026, 11, 20)
"""A Friday."""


def one(number: int = 1, **changes: Any) -> Measured:
    """A judged voicemail of today that meets three checks of four."""
    usual: dict[str, Any] = {
        "sequence": number, "id": f"a{number}", "day": TODAY.isoformat(), "state": "judged",
        "kind": "voicemail", "scenario_id": "vm", "prospect_id": "dana", "engine": "embedded", "judge": "1",
        "met": ("own-name", "number", "company"), "missed": ("one-ask",), "seconds": 20.0, "words": 50,
    }  # fmt: skip
    return Measured(**{**usual, **changes})


def day(ago: int) -> str:
    """So many days before today."""
    return (TODAY - timedelta(days=ago)).isoformat()


CHECKS = ("one-ask", "own-name", "number", "length", "pace", "of-another-version")


@st.composite
def histories(draw: st.DrawFn) -> list[Measured]:
    """Any history: clocks that jump, nothing decided, no seconds, all states."""
    made = []
    for number in range(draw(st.integers(0, 30))):
        sides = draw(st.lists(st.sampled_from(("met", "missed", "neither")), min_size=6, max_size=6))
        made.append(
            one(
                number,
                day=draw(
                    st.sampled_from((day(0), day(1), day(9), day(60), "2031-01-01", "1970-01-01", "odd"))
                ),
                state=draw(st.sampled_from(("judged", "judged", "abandoned", "missed-ring", "waiting"))),
                scenario_id=draw(st.sampled_from(("vm", "vm2", "cb", "lift"))),
                prospect_id=draw(st.sampled_from(("dana", "ruth"))),
                engine=draw(st.sampled_from((None, "embedded", "vosk:a"))),
                judge=draw(st.sampled_from((None, "1", "2"))),
                met=tuple(c for c, side in zip(CHECKS, sides, strict=True) if side == "met"),
                missed=tuple(c for c, side in zip(CHECKS, sides, strict=True) if side == "missed"),
                seconds=draw(st.none() | st.floats(0, 300)),
                guess_s=draw(st.none() | st.floats(0, 300)),
                aim=draw(st.sampled_from((None, "yes", "no", "not-sure"))),
                aim_kept=draw(st.none() | st.booleans()),
                words=draw(st.integers(0, 200)),
                fillers=draw(st.integers(0, 9)),
                first_word_latency_s=draw(st.none() | st.floats(-1, 9)),
                from_files=draw(st.booleans()),
                sitting=draw(st.sampled_from((None, "s"))),
                moved_on=draw(st.booleans()),
            )
        )
    return made
