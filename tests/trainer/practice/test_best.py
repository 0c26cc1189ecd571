"""Which take of a call is the best."""

from __future__ import annotations

from typing import Any

from trainer.practice.best import best
from trainer.records import AttemptRow, Headline


def row(attempt_id: str, met: int, of: int, *, sequence: int = 1, **more: Any) -> AttemptRow:
    given: dict[str, Any] = {
        "id": attempt_id, "sequence": sequence, "started_utc": "2026-11-22T09:00:00Z", "utc_offset_min": 0,
        "state": "judged", "kind": "voicemail", "scenario_id": "one", "title": "One", "prospect_id": "dana",
        "prospect": "Dana", "company": "", "guide": "earn", "engine": None, "seconds": 20.0,
        "headline": Headline(met=met, of=of, unsure=0), "fix": None, "length_state": "met",
        "first_word_latency_s": None, "note": "", "tags": (), "favourite": False,
    }  # fmt: skip
    return AttemptRow(**{**given, **more})


def best_id(*rows: AttemptRow, gone: tuple[str, ...] = ()) -> str | None:
    found = best(rows, gone)
    return found.id if found else None


def test_the_largest_share_is_the_best_and_of_equals_the_newest() -> None:
    assert best_id(row("a", 18, 20), row("b", 5, 5), row("c", 10, 20)) == "b"
    assert best_id(row("a", 18, 20, sequence=2), row("b", 18, 20, sequence=7)) == "b"


def test_a_take_of_a_wrong_length_is_not_the_best() -> None:
    short = row("short", 5, 5, length_state="missed")
    assert best_id(short, row("whole", 19, 20)) == "whole"
    assert best_id(short) == "short"


def test_one_that_can_be_heard_is_preferred() -> None:
    assert best_id(row("a", 20, 20), row("b", 12, 20), gone=("a",)) == "b"
    assert best_id(row("a", 20, 20), gone=("a",)) == "a"


def test_without_a_judgement_there_is_no_best() -> None:
    assert best_id() is None
    assert best_id(row("a", 0, 0)) is None
    assert best_id(row("b", 0, 0, headline=None)) is None
