"""Which words of the transcript carry a mark, taken from the findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trainer.records import Evidence, Feedback, Finding
from ui.models.spoken import WordAt


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Words by the mark they carry."""

    fix: frozenset[WordAt] = frozenset()
    """What the one fix is about: filled and underlined."""
    missed: frozenset[WordAt] = frozenset()
    """What counted misses are about: underlined."""
    fillers: frozenset[WordAt] = frozenset()
    """Thinly outlined."""


def marks(feedback: Feedback | None, delivery_marks: bool) -> Marks:
    """The marks of `feedback`; `delivery_marks` False (a setting) leaves the fillers alone."""
    if feedback is None:
        return Marks()
    fix = feedback.fix.check if feedback.fix else None
    missed = [f for f in feedback.findings if f.counted and f.outcome == "missed" and not f.disputed]
    return Marks(
        fix=_words(f for f in missed if f.check == fix),
        missed=_words(missed),
        fillers=_words(f for f in feedback.findings if f.check == "fillers" and delivery_marks),
    )


def finding_of(feedback: Feedback, check: str) -> Finding | None:
    """What `check` found."""
    return next((finding for finding in feedback.findings if finding.check == check), None)


def _words(findings: Iterable[Finding]) -> frozenset[WordAt]:
    return frozenset(
        (span.turn, index) for finding in findings for span in finding.evidence for index in _indexes(span)
    )


def _indexes(span: Evidence) -> range:
    return range(span.first_word, span.last_word + 1)
