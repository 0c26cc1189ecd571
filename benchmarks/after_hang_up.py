"""How long from hanging up to the feedback on the screen, beside the engine's own time?

    python benchmarks/after_hang_up.py [--seconds 30] [--runs 5] [--engine korean|embedded|PATH]

The real window on a private screen, the real call on virtual devices (PulseAudio): a message of that length
is said into the microphone, the hang-up button pressed, and the time taken until the feedback has been
painted. Side by side: what the engine said that its last step took (Vosk's FinalResult, Whisper's decoding),
and what the same engine needs for the same recording with nothing else in its process. PATH: of another
Vosk model.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from leave_messages import STEPS, Left, leave  # noqa: E402
from machine import facts, print_table  # noqa: E402
from recording import engine  # noqa: E402

from trainer.audio.takes import read_take  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402

WANTED_MS = 150.0
"""Most that everything but the engine may take."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--engine", default="embedded")
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        print(alone_ms(args.alone, args.engine))
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        leave(Path(folder), args.engine, args.seconds, args.runs) as left,
    ):
        command = [sys.executable, __file__, "--engine", args.engine, "--alone"]
        alone = [
            float(subprocess.run([*command, take], check=True, capture_output=True, text=True).stdout)
            for take in left.takes
        ]
    print_table("Machine", facts())
    report(args, left, alone)


def alone_ms(take: Path, engine_name: str) -> float:
    """What the bare engine needs after the last sample of this recording, milliseconds."""
    pcm, choice = read_take(take), engine(engine_name)
    if choice.module.endswith("vosk_engine"):
        return _vosk_ms(pcm, choice.model_dir)
    return _whisper_ms(pcm, choice.model_dir)


def _vosk_ms(pcm: np.ndarray, model_dir: Path) -> float:
    import vosk

    from trainer.transcription.vosk_engine import PIECE_FRAMES

    vosk.SetLogLevel(-1)
    recogniser = vosk.KaldiRecognizer(vosk.Model(str(model_dir)), SAMPLE_RATE)
    recogniser.SetWords(True)
    for start in range(0, len(pcm), PIECE_FRAMES):
        recogniser.AcceptWaveform(pcm[start : start + PIECE_FRAMES].tobytes())
    begun = time.perf_counter()
    recogniser.FinalResult()
    return 1000 * (time.perf_counter() - begun)


def _whisper_ms(pcm: np.ndarray, model_dir: Path) -> float:
    from faster_whisper import WhisperModel

    from trainer.transcription.whisper_engine import PROMPT, THREADS

    model = WhisperModel(str(model_dir), device="cpu", compute_type="int8", cpu_threads=THREADS)
    options = {
        "beam_size": 1,
        "temperature": 0.0,
        "word_timestamps": True,
        "condition_on_previous_text": False,
    }
    begun = time.perf_counter()
    segments, _ = model.transcribe(
        pcm.astype(np.float32) / 32768, language="en", initial_prompt=PROMPT, **options
    )
    list(segments)
    return 1000 * (time.perf_counter() - begun)


def report(args: argparse.Namespace, left: Left, alone: list[float]) -> None:
    def median(values: list[float]) -> str:
        return f"{statistics.median(values):.0f} ms ({min(values):.0f} to {max(values):.0f})"

    rest = [each["painted"] - each["engine"] for each in left.messages]
    rows = {"messages": f"{len(rest)} of {args.seconds:g} s, engine {args.engine}"}
    rows |= {f"hang up to {step}": median([each[step] for each in left.messages]) for step in STEPS}
    rows["the engine's own last step"] = median([each["engine"] for each in left.messages])
    rows["the bare engine on the same recordings"] = median(alone)
    rows["everything else"] = f"{median(rest)}; at most {WANTED_MS:g} ms is wanted"
    rows["everything else, the very first message"] = f"{rest[0]:.0f} ms"
    print_table("After hanging up", rows)


if __name__ == "__main__":
    main()
