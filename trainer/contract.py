"""The JSON of judge requests and results (docs/command-line.md): strict going in, finite coming out."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from trainer.analysis import judge
from trainer.check_ids import CHECK_IDS
from trainer.errors import BadInput
from trainer.guides import guide_for
from trainer.records import (
    Clause,
    Context,
    Correct,
    Dispute,
    Evidence,
    Feedback,
    Finding,
    Guide,
    JudgeRequest,
    Kind,
    Level,
    Revision,
    Span,
    SpokenTurn,
    Timing,
    Undo,
    Word,
)
from trainer.strict import Unreadable, did_you_mean, read

MAX_WORDS = 20_000
"""Words of one request. Nobody speaks for two hours; what is longer is not a message."""


# What `read` must know of a request. They live only until records are made of them; without what only records
# need (comparing, showing, freezing) each is made in a fifth of the time.


@dataclass(kw_only=True, repr=False, eq=False)
class _Word:
    """A word as given."""

    word: str
    start: float | None = None
    end: float | None = None
    confidence: float | None = None


@dataclass(kw_only=True, repr=False, eq=False)
class _Span:
    """A voiced stretch of a take, in seconds."""

    start: float
    end: float


@dataclass(kw_only=True, repr=False, eq=False)
class _Turn:
    """A turn as given."""

    text: str | None = None
    words: tuple[_Word, ...] | None = None
    caller_line: str | None = None
    timing: Timing | None = None
    voiced: tuple[_Span, ...] | None = None
    level: Level | None = None


@dataclass(kw_only=True, repr=False, eq=False)
class _Revision:
    """One of three things."""

    correct: Correct | None = None
    dispute: str | None = None
    undo: int | None = None


@dataclass(kw_only=True, repr=False, eq=False)
class _Request:
    """A request as given."""

    kind: Kind
    id: str | None = None
    text: str | None = None
    words: tuple[_Word, ...] | None = None
    voiced: tuple[_Span, ...] | None = None
    level: Level | None = None
    turns: tuple[_Turn, ...] | None = None
    context: Context | None = None
    revisions: tuple[_Revision, ...] | None = None


def read_request(data: object) -> JudgeRequest:
    """The request in a JSON object.

    Raises:
        BadInput: with every mistake, each naming its field.
    """
    if not isinstance(data, dict):
        raise BadInput('a request must be a JSON object, like {"kind": "voicemail", "text": "..."}.')
    try:
        wire = read(_Request, _without_nulls(data))
        revisions = tuple(_revision(index, item) for index, item in enumerate(wire.revisions or ()))
    except Unreadable as error:
        raise BadInput("; ".join(str(problem) for problem in error.problems)) from None
    if wire.kind not in CHECK_IDS:
        raise BadInput(f"kind: '{wire.kind}' is a set of calls; judge each by its own kind.")
    if wire.turns is not None and (wire.text is not None or wire.words is not None):
        raise BadInput("turns: give either 'turns' or 'text'/'words' at the top, not both.")
    top = _Turn(text=wire.text, words=wire.words, voiced=wire.voiced, level=wire.level)
    turns = tuple(map(_turn, wire.turns if wire.turns is not None else (top,)))
    if sum(len(turn.words) for turn in turns) > MAX_WORDS:
        raise BadInput(f"text: is longer than {MAX_WORDS} words.")
    _known_disputes(wire.kind, revisions)
    return JudgeRequest(
        id=wire.id, kind=wire.kind, turns=turns, context=wire.context or Context(), revisions=revisions
    )


def _without_nulls(data: dict[str, Any]) -> dict[str, Any]:
    """Members of the context that are null or blank are as good as missing."""
    context = data.get("context")
    if not isinstance(context, dict):
        return data
    return {**data, "context": {name: value for name, value in context.items() if not _blank(value)}}


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _revision(index: int, item: _Revision) -> Revision:
    given = [name for name in ("correct", "dispute", "undo") if getattr(item, name) is not None]
    if len(given) != 1:
        raise BadInput(f"revisions.{index}: must hold exactly one of 'correct', 'dispute' and 'undo'.")
    if item.correct is not None:
        return item.correct
    if item.dispute is not None:
        return Dispute(check=item.dispute)
    if (n := item.undo or 0) < 1:
        raise BadInput(f"revisions.{index}.undo: must be 1 or more, not {n}.")
    return Undo(n=n)


def _known_disputes(kind: Kind, revisions: Iterable[Revision]) -> None:
    """Refuse to dispute what no check of this kind is called."""
    for index, revision in enumerate(revisions):
        if isinstance(revision, Dispute) and revision.check not in CHECK_IDS[kind]:
            hint = did_you_mean(revision.check, CHECK_IDS[kind])
            raise BadInput(f"revisions.{index}.dispute: '{kind}' has no check '{revision.check}'.{hint}")


def _turn(turn: _Turn) -> SpokenTurn:
    """With words the text is ignored; a given word that holds a space is several words."""
    if turn.words is not None:
        words = tuple(part for word in turn.words for part in _parts(word))
    else:
        words = tuple(Word(word=word) for word in (turn.text or "").split())
    return SpokenTurn(
        words=words,
        caller_line=turn.caller_line,
        timing=turn.timing or Timing(),
        voiced=None if turn.voiced is None else tuple(_finite_spans(turn.voiced)),
        level=turn.level,
    )


def _parts(word: _Word) -> Iterator[Word]:
    for part in word.word.split():
        yield Word(word=part, start_s=word.start, end_s=word.end, confidence=word.confidence)


def _finite_spans(spans: Iterable[_Span]) -> Iterator[Span]:
    for span in spans:
        if math.isfinite(span.start) and math.isfinite(span.end) and 0 <= span.start <= span.end:
            yield Span(start_s=span.start, end_s=span.end)


# --------------------------------------------------------------------------- results


def feedback_json(feedback: Feedback) -> dict[str, Any]:
    """The result as JSON-ready members; every number in it is finite."""
    return {
        "id": feedback.id,
        "guide": feedback.guide,
        "handed_over_from": feedback.handed_over_from,
        "headline": asdict(feedback.headline),
        "checks": [_finding(finding) for finding in feedback.findings],
        "ribbon": [_clause(clause) for clause in feedback.ribbon],
        "ribbon_sentence": feedback.ribbon_sentence,
        "fix": asdict(feedback.fix) if feedback.fix else None,
        "counts": asdict(feedback.counts),
        "seconds": _number(feedback.seconds),
        "others": [asdict(opinion) for opinion in feedback.others],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.check,
        "outcome": finding.outcome,
        "near": finding.near,
        "counted": finding.counted,
        "confidence": _number(finding.confidence),
        "value": _number(finding.value) if isinstance(finding.value, float) else finding.value,
        "wanted": finding.wanted,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "sold": list(finding.sold) if finding.sold else None,
        "disputed": finding.disputed,
        "advice": finding.advice,
        "source": list(finding.source),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "turn": evidence.turn,
        "quote": evidence.quote,
        "first_word": evidence.first_word,
        "last_word": evidence.last_word,
        "start": _number(evidence.start_s),
        "end": _number(evidence.end_s),
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "turn": clause.turn,
        "part": clause.part,
        "quote": clause.quote,
        "first_word": clause.first_word,
        "last_word": clause.last_word,
        "start": _number(clause.start_s),
        "end": _number(clause.end_s),
    }


def _number(value: float | None) -> float | None:
    """Rounded to a millisecond (or a thousandth); None for what is no finite number."""
    return round(value, 3) if value is not None and math.isfinite(value) else None


# --------------------------------------------------------------------------- lines


def judge_line(text: str, guides: dict[str, Guide], default_guide: str | None = None) -> dict[str, Any]:
    """The result of one JSON request, or {"id": ..., "error": ...}; never raises on bad input.

    `default_guide` None: the guide that is usual for the kind.
    """
    identity: str | None = None
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"not a line of JSON ({error})."}
    if isinstance(data, dict) and isinstance(data.get("id"), str):
        identity = data["id"]
    try:
        request = read_request(data)
        guide, handed_over_from = guide_for(guides, default_guide, request.kind)
        return feedback_json(judge(request, guide, handed_over_from=handed_over_from))
    except BadInput as error:
        return {"id": identity, "error": str(error)}


def judge_lines(
    lines: Iterable[str], guides: dict[str, Guide], default_guide: str | None = None
) -> Iterator[dict[str, Any]]:
    """One result for each line that is not blank, in order."""
    for line in lines:
        if line.strip():
            yield judge_line(line, guides, default_guide)
