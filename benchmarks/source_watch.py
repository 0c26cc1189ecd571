"""Does it cost sound to see whether the sound server moves the microphone, and how soon is a move said?

    python benchmarks/source_watch.py [--takes 8] [--seconds 20] [--busy 2]

Takes of noise through a virtual microphone (PulseAudio), in turns with `pactl` at hand and without it, beside
endless loops. Loss is the device's own word, and the sound itself: pieces of it must lie as far apart as in
what PulseAudio's own recorder takes from the same microphone. Then the recording is moved to another source
and back.
"""

from __future__ import annotations

import argparse
import json
import queue
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from machine import facts, print_table  # noqa: E402
from recording import busy_machine  # noqa: E402

from tests.virtual_sound import VirtualSound, virtual_sound  # noqa: E402
from trainer.audio import Captured, DeviceReplaced, Pcm  # noqa: E402
from trainer.audio.capture import DeviceMicrophone  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402

PIECE = SAMPLE_RATE // 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--takes", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--busy", type=int, default=2, help="endless loops beside it")
    parser.add_argument("--record-to", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.record_to:
        print(json.dumps(record(args.record_to, args.seconds)), flush=True)
        return
    with tempfile.TemporaryDirectory() as folder, virtual_sound() as sound, busy_machine(args.busy):
        said = np.random.default_rng(5).normal(0, 6000, round(args.seconds * SAMPLE_RATE)).astype(np.int16)
        soundfile.write(Path(folder, "said.wav"), said, SAMPLE_RATE)
        takes = [(way, *take(sound, Path(folder), said, way)) for way in ("with", "without") * args.takes]
        said_after_s = move(sound, Path(folder), args.takes)
    print_table("Machine", facts())
    for way in ("with", "without"):
        print_table(f"{args.takes} takes of {args.seconds:g} s, {way} pactl", {
            "overflows said by the device": [result["overflows"] for one, result, _ in takes if one == way],
            "lost by the device's word, ms": [result["dropped_ms"] for one, result, _ in takes if one == way],
            "furthest piece from its place, ms": [round(off, 1) for one, _, off in takes if one == way],
        })  # fmt: skip
    median_s, longest_s = statistics.median(said_after_s), max(said_after_s)
    print_table(
        "Moves", {f"{len(said_after_s)} moves, said after": f"{median_s:.2f} s, {longest_s:.2f} s at most"}
    )


# --------------------------------------------------------------------------- the process that records


def record(path: Path, seconds: float) -> dict[str, Any]:
    """Record for `seconds` of sound; what was told of the devices is printed with its time as it comes."""
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
    microphone = DeviceMicrophone(inbox.put, lambda: None)
    converter = microphone.open()
    parts: list[Pcm] = []
    overflows = 0
    while sum(map(len, parts)) < seconds * SAMPLE_RATE:
        item = inbox.get(timeout=10)
        if isinstance(item, DeviceReplaced):
            print(json.dumps({"told_s": time.monotonic()}), flush=True)
        if not isinstance(item, Captured):
            continue
        if not parts:
            print("recording", flush=True)
        overflows += item.overflowed
        parts.append(converter.convert(item))
    microphone.close()
    np.save(path, np.concatenate(parts))
    return {"overflows": overflows, "dropped_ms": converter.dropped_ms}


@contextmanager
def recorder(sound: VirtualSound, path: Path, seconds: float, way: str) -> Iterator[subprocess.Popen[str]]:
    env = sound.env if way == "with" else {**sound.env, "PATH": ""}
    command = [sys.executable, __file__, "--seconds", str(seconds), "--record-to", str(path)]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as running:
        assert said_by(running) == "recording\n"
        yield running


def said_by(recording: subprocess.Popen[str]) -> str:
    assert recording.stdout is not None
    return recording.stdout.readline()


# --------------------------------------------------------------------------- the process that measures


def take(sound: VirtualSound, folder: Path, said: Pcm, way: str) -> tuple[dict[str, Any], float]:
    """What the device said, and by how much (ms) the furthest piece of the sound is out of its place."""
    path = folder / "take.npy"
    with recorder(sound, path, len(said) / SAMPLE_RATE + 2, way) as running:
        with sound.record("virtmic") as reference:
            sound.speak(folder / "said.wav")
        result = json.loads(said_by(running))
    ours, theirs = places(said, np.load(path)), places(said, reference.pcm)
    return result, max(abs((a - ours[0]) - (b - theirs[0])) for a, b in zip(ours, theirs, strict=True)) / 16


def places(said: Pcm, heard: Pcm) -> list[int]:
    """Where the beginning of each second of it was heard, by correlation."""
    size = 1 << (len(heard) + PIECE).bit_length()
    spectrum = np.fft.rfft(heard.astype(np.float64), size)
    pieces = (said[start : start + PIECE].astype(np.float64) for start in range(0, len(said), SAMPLE_RATE))
    matches = (np.fft.irfft(spectrum * np.conj(np.fft.rfft(piece, size)), size) for piece in pieces)
    return [int(match[: len(heard)].argmax()) for match in matches]


def move(sound: VirtualSound, folder: Path, times: int) -> list[float]:
    """Seconds from each move to its report."""
    sound.pactl("load-module", "module-null-sink", "sink_name=second")
    after_s: list[float] = []
    # Somebody records from both already: a null sink that was idle takes seconds to begin.
    with (
        sound.record("virtmic"),
        sound.record("second.monitor"),
        recorder(sound, folder / "moved.npy", times * 2 + 4, "with") as running,
    ):
        time.sleep(1)
        listed = json.loads(sound.pactl("--format=json", "list", "source-outputs"))
        ours = next(
            one["index"]
            for one in listed
            if one["properties"].get("application.process.id") == str(running.pid)
        )
        for number in range(times):
            asked_s = time.monotonic()
            sound.pactl("move-source-output", str(ours), ("second.monitor", "virtmic")[number % 2])
            after_s.append(json.loads(said_by(running))["told_s"] - asked_s)
        said_by(running)  # its result, at its end
    return after_s


if __name__ == "__main__":
    main()
