"""Records to column values and back. Reading is strict: a stored record is whole or it is refused."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import Any, Literal, TypeVar

from trainer.records import (
    Attempt,
    CallEvent,
    Context,
    Correct,
    Dispute,
    Feedback,
    MyPoints,
    OwnMessage,
    Prediction,
    Revision,
    Scenario,
    Seller,
    Take,
    Timing,
    Transcript,
    Undo,
)
from trainer.strict import read

T = TypeVar("T")
Row = dict[str, Any]
"""Column name -> value."""

_REVISIONS: dict[str, type[Revision]] = {"correct": Correct, "dispute": Dispute, "undo": Undo}
_TAKE_JSON = ("speech", "level")


def as_data(record: Any) -> Any:
    """A record as dicts, lists and plain values that JSON can hold; NaN and infinity become None."""
    return _plain(dataclasses.asdict(record))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, str):
        return plain_text(value)
    return value


def plain_text(text: str) -> str:
    """`text` as UTF-8 can hold it (half a surrogate pair becomes "?")."""
    return text.encode("utf-8", "replace").decode("utf-8")


def to_json(record: Any) -> str:
    """A record, or a tuple of them, as JSON text."""
    data = [as_data(item) for item in record] if isinstance(record, tuple) else as_data(record)
    return json.dumps(data, ensure_ascii=False, allow_nan=False)


def from_json(record: type[T], text: str) -> T:
    """The record in JSON `text`.

    Raises:
        ValueError: it is not JSON, or does not fit (`strict.Unreadable`).
    """
    return read(record, json.loads(text))


# --------------------------------------------------------------------------- to columns


def attempt_row(attempt: Attempt) -> Row:
    """Columns of `attempts`; `sequence` is the database's to give."""
    scenario = attempt.scenario
    texts = {
        "id": attempt.id, "started_utc": attempt.started_utc, "state": attempt.state,
        "group_id": attempt.group, "kind": scenario.kind, "scenario_id": scenario.id,
        "title": scenario.title, "prospect_id": scenario.prospect.id, "prospect": scenario.prospect.name,
        "company": scenario.prospect.company, "guide": attempt.guide, "note": attempt.note,
        "sitting": attempt.sitting,
    }  # fmt: skip
    return {
        **_plain(texts),
        "utc_offset_min": attempt.utc_offset_min,
        "scenario": to_json(scenario),
        "seller": to_json(attempt.seller),
        "context": to_json(attempt.context),
        "prediction": to_json(attempt.prediction) if attempt.prediction else None,
        "own_message": to_json(attempt.own_message) if attempt.own_message else None,
        "points": to_json(attempt.points) if attempt.points else None,
        "from_files": int(attempt.from_files),
    }


def timing_row(timing: Timing) -> Row:
    """Columns of `turns` that hold the times."""
    return {
        "pick_up_s": timing.pick_up_s,
        "first_word_latency_s": timing.first_word_latency_s,
        "answers": timing.after,
    }


def take_row(attempt_id: str, take: Take) -> Row:
    """Columns of `takes`."""
    data: Row = as_data(take)
    return {**data, **{name: json.dumps(data[name]) for name in _TAKE_JSON}, "attempt": attempt_id}


def transcript_row(take_id: str, transcript: Transcript) -> Row:
    """Columns of `transcripts`; `said` is what the search looks through."""
    return {
        "take": take_id,
        "engine": transcript.engine,
        "words": to_json(transcript.words),
        "said": plain_text(transcript.text),
    }


def event_row(attempt_id: str, event: CallEvent) -> Row:
    """Columns of `events`."""
    return {"attempt": attempt_id, **as_data(event)}


def revision_row(attempt_id: str, revision: Revision) -> Row:
    """Columns of `revisions`; corrected words can be searched for like those heard."""
    kind = next(name for name, record in _REVISIONS.items() if isinstance(revision, record))
    said = " ".join(revision.words) if isinstance(revision, Correct) else ""
    return {"attempt": attempt_id, "kind": kind, "revision": to_json(revision), "said": plain_text(said)}


def judgement_row(feedback: Feedback) -> Row:
    """Columns of `judgements` that follow from the feedback."""
    return {
        "met": feedback.headline.met,
        "decided": feedback.headline.of,
        "unsure": feedback.headline.unsure,
        "seconds": feedback.seconds,
        "fix": feedback.fix.check if feedback.fix else None,
        "length_state": _length_state(feedback),
        "feedback": to_json(feedback),
    }


def _length_state(feedback: Feedback) -> Literal["met", "near", "missed"] | None:
    for finding in feedback.findings:
        if finding.check == "length":
            if finding.outcome == "met":
                return "near" if finding.near else "met"
            return "missed" if finding.outcome == "missed" else None
    return None


# --------------------------------------------------------------------------- from columns


def snapshots(row: Row) -> tuple[Scenario, Seller, Context]:
    """What an attempt was made with.

    Raises:
        ValueError: unreadable.
    """
    return (
        from_json(Scenario, row["scenario"]),
        from_json(Seller, row["seller"]),
        from_json(Context, row["context"]),
    )


def prediction_of(row: Row) -> Prediction | None:
    """What was guessed, from a row of `attempts`.

    Raises:
        ValueError: unreadable.
    """
    return from_json(Prediction, row["prediction"]) if row["prediction"] else None


def own_message_of(row: Row) -> OwnMessage | None:
    """The message that was answered, from a row of `attempts`.

    Raises:
        ValueError: unreadable.
    """
    return from_json(OwnMessage, row["own_message"]) if row["own_message"] else None


def points_of(row: Row) -> MyPoints | None:
    """What was prepared, from a row of `attempts` or of `points`.

    Raises:
        ValueError: unreadable.
    """
    return from_json(MyPoints, row["points"]) if row["points"] else None


def timing_of(row: Row) -> Timing:
    """The times in a row of `turns`."""
    return Timing(
        pick_up_s=row["pick_up_s"], first_word_latency_s=row["first_word_latency_s"], after=row["answers"]
    )


def take_of(row: Row) -> Take:
    """A row of `takes`.

    Raises:
        ValueError: unreadable.
    """
    data = {field.name: row[field.name] for field in dataclasses.fields(Take)}
    return read(Take, {**data, **{name: json.loads(data[name]) for name in _TAKE_JSON}})


def transcript_of(row: Row) -> Transcript:
    """A row of `transcripts`.

    Raises:
        ValueError: unreadable.
    """
    return read(Transcript, {"engine": row["engine"], "words": json.loads(row["words"])})


def event_of(row: Row) -> CallEvent:
    """A row of `events`."""
    return CallEvent(at_s=row["at_s"], name=row["name"], detail=row["detail"])


def revision_of(row: Row) -> Revision:
    """A row of `revisions`.

    Raises:
        ValueError: unreadable.
    """
    if row["kind"] not in _REVISIONS:
        raise ValueError(f"there is no revision called '{row['kind']}'")
    return from_json(_REVISIONS[row["kind"]], row["revision"])
