"""Attempts as lines of CSV that a spreadsheet can open without running anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainer.records import SAMPLE_RATE, Attempt
from trainer.spreadsheet import Cell, line

_COLUMNS = (
    "id", "started_utc", "utc_offset_min", "state", "kind", "scenario", "title", "prospect", "company",
    "guide", "engine", "seconds", "met", "of", "unsure", "fix", "first_word_latency_s", "words", "note",
    "tags", "favourite",
)  # fmt: skip


def csv_lines(attempts: Iterable[Attempt]) -> Iterator[str]:
    """A heading, then one line an attempt, each with its end of line; times in seconds.

    Write them with `spreadsheet.ENCODING` and newline="". Words are as heard; `seconds` is the length of the
    recordings where nothing has been judged; commas part the tags.
    """
    yield line(_COLUMNS)
    for attempt in attempts:
        cells = _cells(attempt)
        yield line([cells[name] for name in _COLUMNS])


def _cells(attempt: Attempt) -> dict[str, Cell]:
    feedback, scenario = attempt.feedback, attempt.scenario
    headline = feedback.headline if feedback else None
    takes = [turn.take for turn in attempt.turns if turn.take]
    first = attempt.turns[0].timing.first_word_latency_s if attempt.turns else None
    return {
        "id": attempt.id,
        "started_utc": attempt.started_utc,
        "utc_offset_min": attempt.utc_offset_min,
        "state": attempt.state,
        "kind": scenario.kind,
        "scenario": scenario.id,
        "title": scenario.title,
        "prospect": scenario.prospect.name,
        "company": scenario.prospect.company,
        "guide": attempt.guide,
        "engine": attempt.engine,
        "seconds": feedback.seconds if feedback else sum(take.frames for take in takes) / SAMPLE_RATE,
        "met": headline.met if headline else None,
        "of": headline.of if headline else None,
        "unsure": headline.unsure if headline else None,
        "fix": feedback.fix.check if feedback and feedback.fix else None,
        "first_word_latency_s": takes[0].first_word_latency_s if first is None and takes else first,
        "words": " / ".join(turn.transcript.text for turn in attempt.turns if turn.transcript),
        "note": attempt.note,
        "tags": ", ".join(attempt.tags),
        "favourite": "yes" if attempt.favourite else "no",
    }
