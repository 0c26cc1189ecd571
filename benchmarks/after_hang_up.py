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
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from machine import facts, print_table  # noqa: E402
from recording import engine  # noqa: E402
from screen import screen  # noqa: E402

from tests.virtual_sound import VirtualSound, virtual_sound  # noqa: E402
from trainer.audio.files import read_answer  # noqa: E402
from trainer.audio.takes import read_take  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402
from trainer.transcription.vosk_engine import PIECE_FRAMES  # noqa: E402

SCENARIO = "voicemail-referral-logistics"
WANTED_MS = 150.0
"""Most that everything but the engine may take."""
SPEECH = {"korean": ["tests/data/korean.ogg"],
          "embedded": ["assets/samples/good-voicemail.ogg", "assets/samples/ready-callback.ogg"]}  # fmt: skip
STEPS = ("line closed", "words here", "judged", "painted")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--engine", default="embedded")
    parser.add_argument("--data-dir", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        print(json.dumps(alone_ms(args.alone, args.engine)))
    elif args.data_dir:
        in_the_window(args.data_dir, args.engine, args.seconds, args.runs)
    else:
        measure(args.engine, args.seconds, args.runs)


# --------------------------------------------------------------------------- the process that measures


def measure(engine_name: str, seconds: float, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder, virtual_sound() as sound, screen() as env:
        said = Path(folder, "said.wav")
        soundfile.write(said, speech(engine_name, seconds + 2), SAMPLE_RATE)
        command = [sys.executable, __file__, "--engine", engine_name, "--seconds", str(seconds),
                   "--runs", str(runs)]  # fmt: skip
        program = subprocess.Popen(
            [*command, "--data-dir", f"{folder}/data"],
            env={**env, **sound.env, "DISPLAY": env["DISPLAY"]}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        with program:
            rounds = [one_round(program, sound, said) for _ in range(runs)]
        takes = sorted(Path(folder, "data", "takes").rglob("*.wav"), key=lambda path: path.stat().st_mtime)
        alone = [json.loads(subprocess.run([*command, "--alone", str(take)], check=True, capture_output=True,
                                           text=True).stdout) for take in takes]  # fmt: skip
    print_table("Machine", facts())
    report(engine_name, seconds, rounds, alone)


def one_round(program: subprocess.Popen[str], sound: VirtualSound, said: Path) -> dict[str, float]:
    """Speak when asked to; what the window measured."""
    assert program.stdout is not None
    assert program.stdout.readline() == "speak\n"
    speaking = sound.speak(said, wait=False)
    times: dict[str, float] = json.loads(program.stdout.readline())
    speaking.terminate()
    speaking.wait()
    return times


def speech(engine_name: str, seconds: float) -> np.ndarray:
    """So much speech in a language that the engine knows."""
    files = SPEECH.get(engine_name, SPEECH["embedded"])
    return np.resize(np.concatenate([read_answer(ROOT / name) for name in files]), int(seconds * SAMPLE_RATE))


def alone_ms(take: Path, engine_name: str) -> float:
    """What the bare engine needs after the last sample of this recording, milliseconds."""
    pcm, choice = read_take(take), engine(engine_name)
    if choice.module.endswith("vosk_engine"):
        import vosk

        vosk.SetLogLevel(-1)
        recogniser = vosk.KaldiRecognizer(vosk.Model(str(choice.model_dir)), SAMPLE_RATE)
        recogniser.SetWords(True)
        for start in range(0, len(pcm), PIECE_FRAMES):
            recogniser.AcceptWaveform(pcm[start : start + PIECE_FRAMES].tobytes())
        begun = time.perf_counter()
        recogniser.FinalResult()
    else:
        from faster_whisper import WhisperModel

        from trainer.transcription.whisper_engine import PROMPT, THREADS

        model = WhisperModel(str(choice.model_dir), device="cpu", compute_type="int8", cpu_threads=THREADS)
        begun = time.perf_counter()
        segments, _ = model.transcribe(pcm.astype(np.float32) / 32768, language="en", beam_size=1,
                                       temperature=0.0, word_timestamps=True, initial_prompt=PROMPT,
                                       condition_on_previous_text=False)  # fmt: skip
        list(segments)
    return 1000 * (time.perf_counter() - begun)


def report(engine_name: str, seconds: float, rounds: list[dict[str, float]], alone: list[float]) -> None:
    def median(name: str) -> str:
        values = [each[name] for each in rounds]
        return f"{statistics.median(values):.0f} ms ({min(values):.0f} to {max(values):.0f})"

    for each in rounds:
        each["everything else"] = each["painted"] - each["engine"]
    rows = {"message": f"{seconds:g} s, engine {engine_name}, {len(rounds)} messages"}
    rows |= {f"hang up to {step}": median(step) for step in STEPS}
    rows["the engine's own last step"] = median("engine")
    rows["the bare engine on the same recordings"] = f"{statistics.median(alone):.0f} ms"
    rows["everything else"] = f"{median('everything else')}; at most {WANTED_MS:g} ms is wanted"
    rows["everything else, the very first message"] = f"{rounds[0]['everything else']:.0f} ms"
    print_table("After hanging up", rows)


# --------------------------------------------------------------------------- the process with the window


def in_the_window(data: Path, engine_name: str, seconds: float, runs: int) -> None:
    """Leave `runs` messages in the real window; one line of times for each."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from trainer import events
    from trainer.settings import Settings, save
    from trainer.transcription import EngineReady, Heard
    from trainer.transcription.recogniser import ChildRecogniser
    from trainer.worker import Worker
    from ui import theme
    from ui.app import WELCOME_DONE, open_window
    from ui.bridge import Bridge
    from ui.widgets.button import Button

    save(data, Settings(welcome_step=WELCOME_DONE))
    times: dict[str, float] = {}
    left = [runs]

    def note(step: str) -> None:
        times.setdefault(step, time.monotonic())

    def recogniser(_: Any, sink: Any) -> ChildRecogniser:
        def tell(item: object) -> None:
            if isinstance(item, Heard):
                note("words here")
                times["engine"] = item.decode_s
            elif isinstance(item, EngineReady):
                QTimer.singleShot(0, window, call)
            sink(item)

        return ChildRecogniser(engine(engine_name), tell)

    def follow(event: events.CoreEvent) -> None:
        match event:
            case events.YourTurn():
                print("speak", flush=True)
            case events.TimeSpent(seconds=spent) if spent >= seconds and "hung up" not in times:
                note("hung up")
                buttons = window.screen_shown().findChildren(Button)
                next(button for button in buttons if button.key == "Space" and button.isVisible()).click()
            case events.CallEnded():
                note("line closed")
            case events.AttemptJudged():
                note("judged")
            case events.Trouble() | events.AttemptWaiting():
                print(event.message, file=sys.stderr)

    def call() -> None:
        times.clear()
        window.go("call", SCENARIO)

    def tell_times() -> None:
        begun = times["hung up"]
        print(json.dumps({step: 1000 * (times[step] - begun) for step in STEPS}
                         | {"engine": 1000 * times["engine"]}), flush=True)  # fmt: skip
        left[0] -= 1
        QTimer.singleShot(1000, window, call if left[0] else window.close)

    class Painting(QObject):
        """Sees the first paint of the judged take."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            shown = event.type() == QEvent.Type.Paint and "judged" in times and "painted" not in times
            if shown and window.screen_name == "feedback" and window.screen_shown().attempt:  # type: ignore[attr-defined]
                times["painted"] = 0.0
                QTimer.singleShot(0, window, painted)
            return False

    def painted() -> None:
        times["painted"] = time.monotonic()
        tell_times()

    app, bridge, painting = QApplication(sys.argv[:1]), Bridge(), Painting()
    app.installEventFilter(painting)
    worker = Worker(data, bridge.post, make_recogniser=recogniser, engine="embedded")
    theme.apply("light")
    window = open_window(worker, bridge)
    bridge.core_event.connect(follow)
    worker.open_in_background()
    app.exec()
    worker.close()


if __name__ == "__main__":
    main()
