"""Half a year of somebody's practice in a data folder, the same for the same seed.

Sam Reyes practises in sittings of a few calls (what gets better and what does not: `learner.py`). Everything
is judged by the real judge and stored through the store. Recordings (a murmur in the rhythm of the words) are
written for the newest attempts and for the best of each call under each guide.

python benchmarks/half_a_year.py DATA_DIR [--attempts 420] [--audio 40] [--seed 1] [--until 2026-11-22]
"""

from __future__ import annotations

import argparse
import dataclasses
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from ulid import ULID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.learner import LEAD_S, Said, first_word_s, said_by_learner, words_of
from trainer import settings
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
)
from trainer.scenarios import Library, load_library

DAYS = 182
KINDS = ("voicemail", "callback", "elevator")
SELLER = "sam-reyes"
"""Whose calls are practised; the profile is theirs."""
NOTES = ("slower next time", "good pause before the number", "the reason came too late", "one to keep")
TAGS = ("best", "for my coach", "with headset")
FIRST_ENGINE, LATER_ENGINE = "embedded", "vosk:vosk-model-en-us-0.22-lgraph"
CHANGED_ENGINE = 0.25
"""Share of the half year after which another engine hears."""
SITTING = 4
"""Calls in a sitting, on average."""
WELCOME_STEPS = 4
"""All are done, so that the window opens on Today."""


def half_a_year(attempts: int, seed: int, until: date, first_sequence: int = 1) -> Iterator[Carried]:
    """So many attempts over the half year before `until`, oldest first, without recordings."""
    dice = random.Random(seed)
    for number, started in enumerate(_moments(dice, attempts, until)):
        yield _one(dice, first_sequence + number, started, _share(started, until))


def _moments(dice: random.Random, attempts: int, until: date) -> list[datetime]:
    """When the attempts begin, in order: several minutes apart in a sitting, the last one on the eve."""
    midnight, moments = datetime(until.year, until.month, until.day, tzinfo=UTC), list[datetime]()
    while len(moments) < attempts:
        days = 1 if not moments else dice.randint(1, DAYS)
        at = midnight + timedelta(
            days=-days, hours=dice.choice((8, 8, 9, 12, 16)), minutes=dice.randrange(50)
        )
        for _ in range(min(dice.randint(1, 2 * SITTING - 1), attempts - len(moments))):
            moments.append(at)
            at += timedelta(minutes=dice.randint(2, 5), seconds=dice.randrange(60))
    return sorted(moments)


def _share(started: datetime, until: date) -> float:
    """How much of the half year has passed, 0-1."""
    return 1 - min(1.0, (until - started.date()).days / DAYS)


def _one(dice: random.Random, sequence: int, started: datetime, share: float) -> Carried:
    scenario = dice.choice(_scenarios())
    answer = dice.choice(scenario.model_answers)
    seller = _library().sellers[SELLER]
    said = tuple(said_by_learner(dice, text, share) for text in answer.says)
    latency_s = first_word_s(dice, share)
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
    engine = FIRST_ENGINE if share < CHANGED_ENGINE else LATER_ENGINE
    turns = tuple(_turn(attempt, index, one, engine, latency_s) for index, one in enumerate(said))
    feedback = _judged(scenario.id, answer.guide, said, latency_s)
    length = feedback.seconds or 0.0
    guessed = Prediction(seconds=round(length * dice.uniform(0.4 + 0.5 * share, 1.25)), ready="nearly")
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


def _turn(attempt: Attempt, index: int, said: Said, engine: str, latency_s: float) -> Turn:
    words = words_of(said)
    prompt = attempt.scenario.prompts[min(index, len(attempt.scenario.prompts) - 1)]
    end_s = words[-1].end_s or LEAD_S
    take = Take(
        id=f"{attempt.id}-{index}", turn=index, purpose="answer",
        path=f"takes/{attempt.id}/{attempt.id}-{index}.wav", frames=round((end_s + 0.5) * SAMPLE_RATE),
        sha256=sha256(said.text.encode()).hexdigest(), speech=(Span(start_s=LEAD_S, end_s=end_s),),
        first_word_latency_s=latency_s,
    )  # fmt: skip
    return Turn(
        index=index, prompt_id=prompt.id, caller_line=prompt.text,
        timing=Timing(first_word_latency_s=latency_s),
        takes=(take,), transcripts={take.id: (Transcript(engine=engine, words=words),)},
    )  # fmt: skip


# --------------------------------------------------------------------------- judging and recording


@cache
def _judged(scenario_id: str, guide_id: str, said: tuple[Said, ...], latency_s: float) -> Feedback:
    """What the judge says; once for each wording, so that a hundred thousand attempts take minutes."""
    scenario = next(one for one in _scenarios() if one.id == scenario_id)
    seller = _library().sellers[SELLER]
    attempt = Attempt(
        id="x", sequence=0, started_utc="", utc_offset_min=0, state="judged", scenario=scenario,
        seller=seller, context=context_of(scenario, seller), guide=guide_id,
    )  # fmt: skip
    turns = tuple(_turn(attempt, index, one, FIRST_ENGINE, latency_s) for index, one in enumerate(said))
    guide, handed_over_from = guide_for(load_guides(), guide_id, scenario.kind)
    request = request_of(dataclasses.replace(attempt, turns=turns))
    # The murmur has no silences of its own; the pauses are those between the words.
    unvoiced = tuple(dataclasses.replace(turn, voiced=None) for turn in request.turns)
    return judge(dataclasses.replace(request, turns=unvoiced), guide, handed_over_from=handed_over_from)


def wants_sound(year: Sequence[Carried], newest: int) -> frozenset[str]:
    """Ids of the newest attempts and of the best of each call under each guide."""
    judged = [one for one in year if one.judgements]
    best: dict[tuple[str, str], Carried] = {}
    for one in judged:
        kept = best.setdefault((one.attempt.scenario.id, one.attempt.guide or ""), one)
        if _share_met(one) >= _share_met(kept):
            best[one.attempt.scenario.id, one.attempt.guide or ""] = one
    return frozenset(one.attempt.id for one in (*judged[len(judged) - newest :], *best.values()))


def _share_met(one: Carried) -> float:
    counts = one.judgements[-1].feedback.headline
    return counts.met / counts.of if counts.of else 0.0


def recorded(data_dir: Path, one: Carried) -> Carried:
    """The same with a recording of every turn below `data_dir`."""
    turns = tuple(
        dataclasses.replace(
            turn,
            takes=tuple(_murmured(data_dir, take, turn.transcripts[take.id][0]) for take in turn.takes),
        )
        for turn in one.attempt.turns
    )
    return dataclasses.replace(one, attempt=dataclasses.replace(one.attempt, turns=turns))


def _murmured(data_dir: Path, take: Take, heard: Transcript) -> Take:
    """Write a murmur in the rhythm of the words."""
    pcm = np.zeros(take.frames, np.int16)
    for word in heard.words:
        begin, end = (round((at or 0.0) * SAMPLE_RATE) for at in (word.start_s, word.end_s))
        time = np.arange(end - begin) / SAMPLE_RATE
        pitch = 110 + 6 * (len(word.word) % 9)
        tone = sum(np.sin(2 * np.pi * pitch * partial * time) / partial for partial in (1, 2, 3, 4))
        pcm[begin:end] = (2600 * tone * np.hanning(end - begin)).astype(np.int16)
    file = TakeWriter(data_dir / take.path)
    file.append(pcm)
    return dataclasses.replace(take, sha256=file.close(), level=level_of(pcm, take.speech))


@cache
def _guide_hash(guide_id: str, kind: str) -> str:
    return guide_hash(guide_for(load_guides(), guide_id, kind)[0])  # type: ignore[arg-type]


@cache
def _scenarios() -> tuple[Scenario, ...]:
    ours = (one for one in _library().scenarios if one.kind in KINDS and one.model_answers)
    return tuple(sorted((one for one in ours if one.seller == SELLER), key=lambda one: one.id))


@cache
def _library() -> Library:
    return load_library()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--attempts", type=int, default=420)
    parser.add_argument("--audio", type=int, default=40, help="write recordings for the newest N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--until", type=date.fromisoformat, default=datetime.now(UTC).date())
    args = parser.parse_args()
    with closing(Store.open(args.data_dir)) as store:
        year = list(half_a_year(args.attempts, args.seed, args.until))
        heard = wants_sound(year, args.audio) if args.audio else frozenset()
        stored = (recorded(args.data_dir, one) if one.attempt.id in heard else one for one in year)
        print(f"{store.restore(stored)} attempts in {args.data_dir}, {len(heard)} with recordings")
    profile = dataclasses.replace(_library().sellers[SELLER], id="me")
    settings.save(args.data_dir, settings.Settings(profile=profile, welcome_step=WELCOME_STEPS))


if __name__ == "__main__":
    main()
