"""How often the judge agrees with the labels when the messages are spoken, heard and then judged.

    python benchmarks/through_sound.py FOLDER [--engine E] [--conditions clean,room] [--data-dir DIR]
                                       [--disagreements]

FOLDER is what tools/say_messages.py writes: 30 of our own messages in ten voices. Each goes the whole way of
`ringback practise`: a scenario made of the message's context, the call on its virtual clock, take, voice
activity, recogniser, judge, history. "room" is the same recordings with a small room's reverberation
(0.35 s), hum and hiss 18 dB below the speech, and a level that drifts by 8 dB about a quiet middle. The
tables are those of judge_accuracy.py; the first is the same messages as text, the most that sound can reach.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from judge_accuracy import Verdict, feedback_of, table, truths  # noqa: E402

from trainer.audio import Pcm  # noqa: E402
from trainer.audio.files import read_answer  # noqa: E402
from trainer.guides import load_guides  # noqa: E402
from trainer.records import SAMPLE_RATE, Attempt, Branch, Feedback, Person, Prompt, Scenario, Seller  # noqa: E402
from trainer.rigs.scripted import Step  # noqa: E402
from trainer.worker import Worker  # noqa: E402
from trainer.worker.casting import Casting, pick_guide  # noqa: E402

SEED = 20261122
LINE = "tones/beep.flac"
"""What the caller "says" here; the judge knows the caller's words from the message."""
REVERB_S, DIRECT_TO_REVERB = 0.35, 0.6
"""Time in which the reverberation falls by 60 dB, and its size beside the direct sound (1)."""
NOISE_DB, QUIETER_DB, DRIFT_DB, DRIFT_S = -18.0, -10.0, 4.0, 7.0


def room(pcm: Pcm, draw: np.random.Generator) -> Pcm:
    """`pcm` as from across a desk in a small, noisy room."""
    dry = pcm.astype(np.float64) / 32768
    times = np.arange(int(REVERB_S * SAMPLE_RATE)) / SAMPLE_RATE
    tail = draw.standard_normal(len(times)) * 10 ** (-3 * times / REVERB_S)
    echo = np.convolve(dry, tail / np.sqrt(np.sum(tail**2)))[: len(dry)]
    wet = dry + DIRECT_TO_REVERB * echo
    loud = np.sqrt(np.mean(wet[np.abs(wet) > 0.01] ** 2))
    at_s = np.arange(len(wet)) / SAMPLE_RATE
    level = QUIETER_DB + DRIFT_DB * np.sin(2 * np.pi * at_s / DRIFT_S + draw.uniform(0, 6))
    noisy = wet * 10 ** (level / 20) + noise(len(wet), draw) * loud * 10 ** ((NOISE_DB + QUIETER_DB) / 20)
    return (np.clip(noisy, -1, 1) * 32767).astype(np.int16)


def noise(samples: int, draw: np.random.Generator) -> npt.NDArray[np.float64]:
    """Pink noise with a 100 Hz hum, root mean square 1."""
    spectrum = np.fft.rfft(draw.standard_normal(samples))
    spectrum /= np.sqrt(np.maximum(1, np.arange(len(spectrum))))
    pink = np.fft.irfft(spectrum, samples)
    hum = np.sin(2 * np.pi * 100 * np.arange(samples) / SAMPLE_RATE)
    mixed = pink / np.std(pink) + 0.5 * hum
    return mixed / float(np.std(mixed))


def casting_of(row: dict[str, Any], guides: Any) -> Casting:
    """A scenario and a seller with what the message's context says."""
    known = row["context"]
    lines = [turn for turn in row.get("turns") or () if turn["caller_line"]]
    scenario = Scenario(
        id=row["id"],
        kind=row["kind"],
        title=row["id"],
        industry="any",
        situation=known["situation"],
        prospect=Person(
            id=row["id"],
            name=known.get("prospect_name") or "",
            company=known.get("prospect_company"),
            concern=known.get("prospect_concern"),
        ),
        prompts=tuple(prompt_of(line, place, len(lines)) for place, line in enumerate(lines or [{}])),
        seller="me",
        trains="the judge",
        difficulty=1,
        referrer=known.get("referrer"),
        default_message=known.get("message_left"),
        max_seconds=180,
    )
    seller = Seller(
        id="me",
        name=known.get("caller_name") or "",
        company=known.get("caller_company"),
        number=known.get("phone_number"),
        region=known.get("region") or "GB",
    )
    return Casting(scenario, seller, pick_guide(guides, None, scenario))


def prompt_of(turn: dict[str, Any], place: int, of: int) -> Prompt:
    follows = (Branch(to=f"line-{place + 1}"),) if place + 1 < of else ()
    objection = (turn.get("timing") or {}).get("after") == "objection"
    text = turn.get("caller_line") or ""
    return Prompt(id=f"line-{place}", text=text, audio=LINE, voice="", objection=objection, branches=follows)


def practised(worker: Worker, row: dict[str, Any], folder: Path, condition: str) -> Attempt:
    draw = np.random.default_rng(SEED)
    answers = [read_answer(folder / file) for file in row["files"]]
    heard = [room(pcm, draw) if condition == "room" else pcm for pcm in answers]
    casting = casting_of(row, worker.guide_records)
    return worker.calls.from_files(casting, [Step("say", pcm=pcm) for pcm in heard]).result()


def verdicts_of(row: dict[str, Any], feedback: Feedback) -> list[Verdict]:
    findings = {finding.check: finding for finding in feedback.findings}
    return [
        Verdict(
            row["id"],
            row.get("voice", ""),
            label,
            check,
            truth,
            findings[check].outcome,
            " / ".join(evidence.quote for evidence in findings[check].evidence),
        )
        for label, check, truth in truths(row)
    ]


def show_lost(
    rows: list[dict[str, Any]], text: list[Verdict], sound: list[Verdict], words: dict[str, str]
) -> None:
    """What was right on text and is not through sound."""
    right = {(verdict.message, verdict.label) for verdict in text if verdict.right}
    for row in rows:
        lost = [one for one in sound if one.message == row["id"] and (one.message, one.label) in right]
        lost = [one for one in lost if not one.right]
        if lost:
            print(f"\n{row['id']} ({row['voice']}), heard: {words[row['id']]}")
        for one in lost:
            print(f"    {one.label}: label {one.truth}, judge {one.outcome} because of: {one.quotes}")


def words_of(attempt: Attempt) -> str:
    return " / ".join(turn.transcript.text for turn in attempt.turns if turn.transcript)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", default="embedded")
    parser.add_argument("--conditions", default="clean,room")
    parser.add_argument("--data-dir", type=Path, help="keep the attempts here")
    parser.add_argument("--disagreements", action="store_true", help="list what sound loses, with the words")
    args = parser.parse_args()
    lines = (args.folder / "messages.jsonl").read_text("utf-8").splitlines()
    rows, guides = [json.loads(line) for line in lines], load_guides()
    voices = len({row["voice"] for row in rows})
    print(f"{len(rows)} messages in {voices} voices, {args.engine}")
    text = [one for row in rows for one in verdicts_of(row, feedback_of(row, "text", guides))]
    table(text, "as text", intervals=True)
    with tempfile.TemporaryDirectory() as scratch:
        worker = Worker(args.data_dir or Path(scratch), lambda _: None, engine=args.engine)
        try:
            for condition in args.conditions.split(","):
                attempts = {row["id"]: practised(worker, row, args.folder, condition) for row in rows}
                sound = [one for row in rows for one in verdicts_of(row, _feedback(attempts[row["id"]]))]
                table(sound, f"through sound, {condition}", intervals=True)
                if args.disagreements:
                    heard = {message: words_of(attempt) for message, attempt in attempts.items()}
                    show_lost(rows, text, sound, heard)
        finally:
            worker.close()


def _feedback(attempt: Attempt) -> Feedback:
    if attempt.feedback is None:
        raise SystemExit(f"{attempt.scenario.id} was not judged: {attempt.state} {attempt.note}")
    return attempt.feedback


if __name__ == "__main__":
    main()
