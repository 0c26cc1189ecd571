"""Which words of the transcript carry a mark, taken from the findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trainer.records import Evidence, Feedback, Finding, Word
from ui.models.spoken import Spoken, WordAt

_APART_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Words by the mark they carry."""

    fix: frozenset[WordAt] = frozenset()
    """What the one fix is about: filled and underlined."""
    missed: frozenset[WordAt] = frozenset()
    """What counted misses are about: underlined."""
    fillers: frozenset[WordAt] = frozenset()
    """Thinly outlined."""
    differing: frozenset[WordAt] = frozenset()
    """What another engine heard otherwise: underlined in the accent."""


def marks(feedback: Feedback | None, turns: Sequence[Spoken], delivery_marks: bool) -> Marks:
    """The marks of `feedback`; `delivery_marks` False (a setting) leaves the fillers alone."""
    if feedback is None:
        return Marks()
    fix = feedback.fix.check if feedback.fix else None
    missed = [f for f in feedback.findings if f.counted and f.outcome == "missed" and not f.disputed]
    return Marks(
        fix=_words((f for f in missed if f.check == fix), turns),
        missed=_words(missed, turns),
        fillers=_words((f for f in feedback.findings if f.check == "fillers" and delivery_marks), turns),
    )


def joined(evidence: Sequence[Evidence], turns: Sequence[Spoken]) -> tuple[Evidence, ...]:
    """Spans that overlap, or lie at most two words apart, as one: a person reads and hears them as one."""
    made: list[Evidence] = []
    for span in sorted(evidence, key=lambda one: (one.turn, one.first_word)):
        before = made[-1] if made else None
        near = before and before.turn == span.turn and span.first_word - before.last_word <= _APART_WORDS + 1
        words = _words_of(turns, span.turn)
        if before is None or not near or span.last_word >= len(words):
            made.append(span)
        elif span.last_word > before.last_word:
            said = (word.word for word in words[before.first_word : span.last_word + 1])
            made[-1] = replace(before, quote=" ".join(said), last_word=span.last_word, end_s=span.end_s)
    return tuple(made)


def finding_of(feedback: Feedback, check: str) -> Finding | None:
    """What `check` found."""
    return next((finding for finding in feedback.findings if finding.check == check), None)


def _words(findings: Iterable[Finding], turns: Sequence[Spoken]) -> frozenset[WordAt]:
    return frozenset(
        (span.turn, index)
        for finding in findings
        for span in joined(finding.evidence, turns)
        for index in range(span.first_word, span.last_word + 1)
    )


def _words_of(turns: Sequence[Spoken], turn: int) -> tuple[Word, ...]:
    return next((spoken.words for spoken in turns if spoken.turn == turn), ())
