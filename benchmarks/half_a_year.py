"""Half a year of somebody's practice in a data folder, the same for the same seed.

They begin wordy, sell too early and say the number once; month by month they do so less often. Everything is
judged by the real judge and stored through the store. Recordings (a murmur in the rhythm of the words) are
written for the newest attempts only.

python benchmarks/half_a_year.py DATA_DIR [--attempts 420] [--audio 24] [--seed 1] [--until 2026-11-22]
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from ulid import ULID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from trainer.analysis import JUDGE_VERSION, judge
from trainer.audio.takes import TakeWriter
from trainer.audio.voice_activity import level_of
from trainer.guides import guide_for, guide_hash, load_guides
from trainer.history.carried import Carried, Judgement
from trainer.history.store import Store
from trainer.judging import context_of, request_of
from trainer.records import (
    SAMPLE_RATE,
    Attempt,
    CallEvent,
    Feedback,
    Prediction,
    Scenario,
    Span,
    Take,
    Timing,
    Transcript,
    Turn,
    Word,
)
from trainer.scenarios import load_library

DAYS = 182
KINDS = ("voicemail", "callback", "elevator")
SELLING = (
    "We are the market leader and our product saves everybody a great deal of money.",
    "I would love to book half an hour on Tuesday to show you everything that we offer.",
    "You can also find all of it on our web site, or I can send you an e-mail.",
)
NOTES = ("slower next time", "good pause before the number", "the reason came too late", "one to keep")
TAGS = ("best", "for my coach", "with headset")
FIRST_ENGINE, LATER_ENGINE = "embedded", "vosk:vosk-model-en-us-0.22-lgraph"
WORD_S, LEAD_S = 0.38, 0.6


def half_a_year(
    attempts: int,
    seed: int,
    until: date,
    first_sequence: int = 1,
    audio: int = 0,
    data_dir: Path | None = None,
) -> Iterator[Carried]:
    """So many attempts over the half year that ends with `until`, oldest first.

    The last `audio` of them are also written as sound below `data_dir`.
    """
    dice = random.Random(seed)
    moments = sorted(dice.random() for _ in range(attempts))
    for number, moment in enumerate(moments):
        wants_sound = data_dir if attempts - number <= audio else None
        yield _one(dice, first_sequence + number, moment, until, wants_sound)


def _one(dice: random.Random, sequence: int, share: float, until: date, sound: Path | None) -> Carried:
    day = datetime(until.year, until.month, until.day, 9, tzinfo=UTC) - timedelta(days=DAYS * (1 - share))
    started = day.replace(hour=dice.choice((8, 9, 9, 12, 16, 17)), minute=dice.randrange(60))
    scenario = dice.choice(_scenarios())
    answer = dice.choice(scenario.model_answers)
    seller = load_sellers()[scenario.seller]
    said = tuple(_as_learner(dice, text, share) for text in answer.says)
    engine = FIRST_ENGINE if share < 0.5 else LATER_ENGINE
    attempt = Attempt(
        id=str(ULID.from_bytes(int(started.timestamp() * 1000).to_bytes(6, "big") + dice.randbytes(10))),
        sequence=sequence,
        started_utc=started.strftime("%Y-%m-%dT%H:%M:%SZ"),
        utc_offset_min=0,
        state=dice.choices(("judged", "abandoned", "missed-ring"), (94, 4, 2))[0],
        scenario=scenario,
        seller=seller,
        context=context_of(scenario, seller),
        guide=answer.guide,
        note=dice.choice(NOTES) if dice.random() < 0.06 else "",
        tags=(dice.choice(TAGS),) if dice.random() < 0.08 else (),
        favourite=dice.random() < 0.05,
    )
    if attempt.state != "judged":
        return Carried(attempt=attempt)
    turns = tuple(_turn(dice, attempt, index, text, engine, sound) for index, text in enumerate(said))
    feedback = _judged(scenario.id, answer.guide, said)
    length = feedback.seconds or 0.0
    guessed = Prediction(seconds=round(length * dice.uniform(0.8 - 0.2 * (1 - share), 1.15)), ready="nearly")
    attempt = dataclasses.replace(
        attempt,
        turns=turns,
        events=(CallEvent(at_s=0.0, name="answered"), CallEvent(at_s=length + 2, name="hang-up")),
        prediction=guessed if dice.random() < 0.6 else None,
    )
    judgement = Judgement(
        transcripts_sha256=sha256(repr(said).encode()).hexdigest(), revisions=0,
        guide_hash=_guide_hash(answer.guide, scenario.kind), judge_version=JUDGE_VERSION,
        feedback=dataclasses.replace(feedback, id=attempt.id),
    )  # fmt: skip
    return Carried(attempt=attempt, judgements=(judgement,))


def _as_learner(dice: random.Random, text: str, share: float) -> str:
    """The model answer with the faults of somebody who has practised for `share` of the half year."""
    sentences = re.split(r"(?<=[.?!])\s+", text)
    fault = 0.75 - 0.6 * share
    if dice.random() < fault:
        sentences.insert(max(1, len(sentences) - 2), dice.choice(SELLING))
    if dice.random() < fault and len(sentences) > 3:
        del sentences[-1 if dice.random() < 0.5 else -2]
    if dice.random() < fault:
        sentences[0] = f"Um, {sentences[0]}"
    return " ".join(sentences)


def _turn(
    dice: random.Random, attempt: Attempt, index: int, text: str, engine: str, sound: Path | None
) -> Turn:
    words = _words(text)
    latency = round(dice.uniform(0.4, 1.6), 2)
    prompt = attempt.scenario.prompts[min(index, len(attempt.scenario.prompts) - 1)]
    end_s = words[-1].end_s or LEAD_S
    take = Take(
        id=f"{attempt.id}-{index}", turn=index, purpose="answer",
        path=f"takes/{attempt.id}/{attempt.id}-{index}.wav", frames=round((end_s + 0.5) * SAMPLE_RATE),
        sha256=sha256(text.encode()).hexdigest(), speech=(Span(start_s=LEAD_S, end_s=end_s),),
        first_word_latency_s=latency,
    )  # fmt: skip
    if sound:
        take = _recorded(sound, take, words)
    return Turn(
        index=index, prompt_id=prompt.id, caller_line=prompt.text,
        timing=Timing(first_word_latency_s=latency),
        takes=(take,), transcripts={take.id: (Transcript(engine=engine, words=words),)},
    )  # fmt: skip


def _recorded(data_dir: Path, take: Take, words: tuple[Word, ...]) -> Take:
    """Write a murmur in the rhythm of the words."""
    pcm = np.zeros(take.frames, np.int16)
    for word in words:
        begin, end = (round((at or 0.0) * SAMPLE_RATE) for at in (word.start_s, word.end_s))
        time = np.arange(end - begin) / SAMPLE_RATE
        pitch = 110 + 6 * (len(word.word) % 9)
        tone = sum(np.sin(2 * np.pi * pitch * partial * time) / partial for partial in (1, 2, 3, 4))
        pcm[begin:end] = (2600 * tone * np.hanning(end - begin)).astype(np.int16)
    file = TakeWriter(data_dir / take.path)
    file.append(pcm)
    return dataclasses.replace(take, sha256=file.close(), level=level_of(pcm, take.speech))


def _words(text: str) -> tuple[Word, ...]:
    plain = re.sub(r"[^\w' ]", "", text.lower().replace("-", " ")).split()
    return tuple(
        Word(word=word, start_s=round(LEAD_S + i * WORD_S, 2), end_s=round(LEAD_S + i * WORD_S + 0.34, 2),
             confidence=0.94)
        for i, word in enumerate(plain)
    )  # fmt: skip


@cache
def _judged(scenario_id: str, guide_id: str, said: tuple[str, ...]) -> Feedback:
    """What the judge says; once for each wording, so that a hundred thousand attempts take minutes."""
    scenario = next(one for one in _scenarios() if one.id == scenario_id)
    seller = load_sellers()[scenario.seller]
    turns = tuple(
        Turn(index=index, prompt_id=None, caller_line=None, timing=Timing(first_word_latency_s=0.8),
             takes=(Take(id=str(index), turn=index, purpose="answer", path="takes/x.wav"),),
             transcripts={str(index): (Transcript(engine=FIRST_ENGINE, words=_words(text)),)})
        for index, text in enumerate(said)
    )  # fmt: skip
    attempt = Attempt(
        id="x", sequence=0, started_utc="", utc_offset_min=0, state="judged", scenario=scenario,
        seller=seller, context=context_of(scenario, seller), guide=guide_id, turns=turns,
    )  # fmt: skip
    guide, handed_over_from = guide_for(load_guides(), guide_id, scenario.kind)
    request = dataclasses.replace(
        request_of(attempt),
        turns=tuple(dataclasses.replace(turn, voiced=None) for turn in request_of(attempt).turns),
    )
    return judge(request, guide, handed_over_from=handed_over_from)


@cache
def _guide_hash(guide_id: str, kind: str) -> str:
    return guide_hash(guide_for(load_guides(), guide_id, kind)[0])  # type: ignore[arg-type]


@cache
def _scenarios() -> tuple[Scenario, ...]:
    ours = (one for one in load_library().scenarios if one.kind in KINDS and one.model_answers)
    return tuple(sorted(ours, key=lambda one: one.id))


@cache
def load_sellers():  # type: ignore[no-untyped-def]
    return load_library().sellers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--attempts", type=int, default=420)
    parser.add_argument("--audio", type=int, default=24, help="write recordings for the newest N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--until", type=date.fromisoformat, default=datetime.now(UTC).date())
    args = parser.parse_args()
    with closing(Store.open(args.data_dir)) as store:
        year = half_a_year(args.attempts, args.seed, args.until, audio=args.audio, data_dir=args.data_dir)
        print(f"{store.restore(year)} attempts in {args.data_dir}")


if __name__ == "__main__":
    main()
