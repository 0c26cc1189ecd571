"""Attempts as a session would store them."""

from __future__ import annotations

import wave
from pathlib import Path

from trainer.history.store import Store
from trainer.paths import file_sha256
from trainer.records import (
    SAMPLE_RATE,
    Attempt,
    AttemptState,
    Context,
    Counts,
    Evidence,
    Feedback,
    Finding,
    Fix,
    Headline,
    Level,
    Person,
    Prompt,
    Scenario,
    Seller,
    Span,
    Take,
    Transcript,
    Word,
)

PROMPT = Prompt(id="greeting", text="Please leave a message.", audio="voices/x.ogg", voice="x", mood="calm")
SCENARIO = Scenario(
    id="vm-cold-freight", kind="voicemail", title="A cold call to a freight office", industry="freight",
    situation="cold", prospect=Person(id="dana", name="Dana Okafor", company="Northline", role="buyer"),
    prompts=(PROMPT,), seller="sam-reyes", trains="The number twice.", difficulty=1,
    you_know=("They ship daily.",), tags=("a", "b"),
)  # fmt: skip
SELLER = Seller(
    id="sam-reyes", name="Sam Reyes", number="0113 496 0107", heard_as={"Reyes": ("rays", "race")}
)


def transcript(text: str, engine: str = "embedded") -> Transcript:
    words = (
        Word(word=word, start_s=i / 2, end_s=i / 2 + 0.4, confidence=0.9)
        for i, word in enumerate(text.split())
    )
    return Transcript(engine=engine, words=tuple(words))


def feedback(met: int = 3, fix: str | None = "one-ask", length: Finding | None = None) -> Feedback:
    findings = [
        Finding(
            check="number-twice", outcome="met", confidence=0.98, counted=True, value=2, wanted="2 or more",
            evidence=(Evidence(turn=0, quote="oh one", first_word=1, last_word=2, start_s=0.5, end_s=1.4),),
            source=("002",),
        )
    ]  # fmt: skip
    return Feedback(
        id="x", guide="sell-the-call", headline=Headline(met=met, of=5, unsure=1),
        findings=tuple(findings + ([length] if length else [])), ribbon=(), ribbon_sentence="",
        fix=Fix(check=fix, advice="Ask once.", seconds_saved=2.5) if fix else None,
        counts=Counts(words=5, fillers=0, restarts=1), seconds=12.25,
    )  # fmt: skip


def begin(
    store: Store, attempt_id: str, scenario: Scenario = SCENARIO, started_utc: str = "2026-11-22T00:20:00Z"
) -> Attempt:
    return store.begin_attempt(
        id=attempt_id, scenario=scenario, seller=SELLER, context=Context(caller_name="Sam Reyes"),
        guide="sell-the-call", started_utc=started_utc, utc_offset_min=60,
    )  # fmt: skip


def take_of(attempt_id: str, turn: int = 0, name: str = "") -> Take:
    take_id = name or f"{attempt_id}-take-{turn}"
    return Take(id=take_id, turn=turn, purpose="answer", path=f"takes/{attempt_id}/{take_id}.wav")


def write_wav(path: Path, seconds: float = 0.5) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(b"\1\0" * round(seconds * SAMPLE_RATE))


def whole(
    store: Store, attempt_id: str, said: str = "hello dana", *, state: AttemptState = "judged",
    scenario: Scenario = SCENARIO, engine: str = "embedded",
) -> Attempt:  # fmt: skip
    """One attempt with one turn, its audio on disk, heard and judged."""
    begin(store, attempt_id, scenario)
    store.begin_turn(attempt_id, 0, prompt_id=PROMPT.id, caller_line=PROMPT.text)
    take = take_of(attempt_id)
    store.begin_take(attempt_id, take)
    path = store.data_dir / take.path
    write_wav(path)
    store.finish_take(
        attempt_id,
        Take(
            id=take.id, turn=0, purpose="answer", path=take.path, frames=8000, sha256=file_sha256(path),
            dropped_ms=20, speech=(Span(start_s=0.1, end_s=0.4),), first_word_latency_s=0.1,
            level=Level(speech_dbfs=-22.5, peak_dbfs=-3.0, clipped_share=0.0),
        ),
    )  # fmt: skip
    store.add_transcript(take.id, transcript(said, engine))
    store.save_feedback(attempt_id, feedback(), guide_hash="g1", judge_version="1")
    store.set_state(attempt_id, state)
    return store.attempt(attempt_id)
