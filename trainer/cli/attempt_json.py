"""The JSON of an attempt (docs/command-line.md): `practise --json` and `attempts show --json`."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from trainer.cli.readiness import readiness_json
from trainer.contract import feedback_json
from trainer.practice.device_delay import delay_of
from trainer.records import Attempt, OwnMessage, Turn


def attempt_json(attempt: Attempt) -> dict[str, Any]:
    """Everything about an attempt; audio paths are relative to the data folder."""
    return {
        "attempt": attempt.id,
        "started": attempt.started_utc,
        "state": attempt.state,
        "scenario": attempt.scenario.id,
        "kind": attempt.scenario.kind,
        "engine": attempt.engine,
        "seller": asdict(attempt.seller),
        "turns": [_turn(turn) for turn in attempt.turns],
        "events": [asdict(event) for event in attempt.events],
        "feedback": feedback_json(attempt.feedback) if attempt.feedback else None,
        "readiness": readiness_json(attempt),
        "device_delay": _delay(attempt),
        "prediction": asdict(attempt.prediction) if attempt.prediction else None,
        "own_message": _own_message(attempt.own_message),
        "points": asdict(attempt.points) if attempt.points else None,
        "dropped_ms": sum(turn.take.dropped_ms for turn in attempt.turns if turn.take),
        "note": attempt.note,
    }


def _delay(attempt: Attempt) -> dict[str, float] | None:
    delay = delay_of(attempt)
    return {"seconds": delay.delay_s, "uncertainty": delay.uncertainty_s} if delay else None


def _own_message(message: OwnMessage | None) -> dict[str, Any] | None:
    if message is None:
        return None
    return {
        "attempt": message.attempt,
        "audio": message.take.path,
        "text": message.said,
        "played": {"text": message.snippet, "start": message.start_s, "end": message.end_s},
    }


def _turn(turn: Turn) -> dict[str, Any]:
    take, heard = turn.take, turn.transcript
    return {
        "prompt": turn.prompt_id,
        "audio": take.path if take else None,
        "seconds": round(take.seconds, 3) if take else None,
        "speech_seconds": round(sum(s.end_s - s.start_s for s in take.speech), 3) if take else None,
        "first_word_latency": take.first_word_latency_s if take else None,
        "words": [
            {"word": word.word, "start": word.start_s, "end": word.end_s, "confidence": word.confidence}
            for word in (heard.words if heard else ())
        ],
        "text": heard.text if heard else "",
    }
