"""Leave messages in the real window on virtual devices, and note when what happened; for other benchmarks.

`leave` starts this module as a process of its own on a private screen and sound card, speaks into its
microphone when it asks for that, and returns what it noted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from machine import peak_mb  # noqa: E402
from recording import engine  # noqa: E402
from screen import screen  # noqa: E402

from tests.virtual_sound import VirtualSound, virtual_sound  # noqa: E402
from trainer.audio.files import read_answer  # noqa: E402
from trainer.records import SAMPLE_RATE  # noqa: E402

SCENARIO = "voicemail-referral-logistics"
KOREAN = ("tests/data/korean.ogg",)
ENGLISH = ("assets/samples/good-voicemail.ogg", "assets/samples/ready-callback.ogg")
STEPS = ("line closed", "words here", "judged", "painted")
"""What follows hanging up, in order."""


@dataclass(frozen=True)
class Left:
    """What was noted of each message: milliseconds from hanging up to each of STEPS, the engine's own last
    step ("engine", ms), and the peak memory so far of the "window" and of the "recogniser" (MB)."""

    messages: list[dict[str, float]]
    takes: list[Path]
    """The recordings, in order."""


@contextmanager
def leave(folder: Path, engine_name: str, seconds: float, count: int) -> Iterator[Left]:
    """Leave `count` messages of `seconds` each; `folder` holds the data until the block ends."""
    said, data = folder / "said.wav", folder / "data"
    soundfile.write(said, speech(engine_name, seconds + 2), SAMPLE_RATE)
    command = [sys.executable, __file__, engine_name, str(seconds), str(count), str(data)]
    with virtual_sound() as sound, screen() as env:
        env |= {name: value for name, value in sound.env.items() if "PULSE" in name or "XDG" in name}
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as window:
            messages = [_speak(window, sound, said) for _ in range(count)]
    takes = sorted((data / "takes").rglob("*.wav"), key=lambda path: path.stat().st_mtime)
    yield Left(messages, takes)


def speech(engine_name: str, seconds: float) -> np.ndarray:
    """So much speech in a language that the engine knows."""
    files = KOREAN if engine_name == "korean" else ENGLISH
    return np.resize(np.concatenate([read_answer(ROOT / name) for name in files]), int(seconds * SAMPLE_RATE))


def _speak(window: subprocess.Popen[str], sound: VirtualSound, said: Path) -> dict[str, float]:
    assert window.stdout is not None
    assert window.stdout.readline() == "speak\n"
    speaking = sound.speak(said, wait=False)
    noted: dict[str, float] = json.loads(window.stdout.readline())
    speaking.terminate()
    speaking.wait()
    return noted


# --------------------------------------------------------------------------- the process with the window


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("engine")
    parser.add_argument("seconds", type=float)
    parser.add_argument("count", type=int)
    parser.add_argument("data", type=Path)
    in_the_window(parser.parse_args())


def in_the_window(args: argparse.Namespace) -> None:
    """Build what `ui.app` builds, with an engine that may know no English, and leave the messages."""
    from PySide6.QtCore import QEvent, QObject, QTimer, Signal
    from PySide6.QtWidgets import QApplication

    from trainer import events
    from trainer.records import Attempt
    from trainer.settings import Settings, save
    from trainer.transcription import EngineReady, Heard
    from trainer.transcription.recogniser import ChildRecogniser
    from trainer.worker import Worker
    from ui import theme
    from ui.app import WELCOME_DONE, open_window
    from ui.bridge import Bridge
    from ui.start import Start
    from ui.widgets.button import Button

    class Caller(QObject):
        """Hangs up when enough was said, and sees the feedback being painted."""

        ready = Signal()

        def __init__(self) -> None:
            super().__init__()
            self.left = args.count
            self.at: dict[str, float] = {}
            self.recogniser: ChildRecogniser | None = None
            self.engine_s = 0.0
            self.judged: Attempt | None = None
            self.ready.connect(self.call)

        def make_recogniser(self, _: Any, sink: Any) -> ChildRecogniser:
            def tell(item: object) -> None:
                if isinstance(item, Heard):
                    self.engine_s = item.decode_s
                    self.note("words here")
                elif isinstance(item, EngineReady):
                    self.ready.emit()
                sink(item)

            self.recogniser = ChildRecogniser(engine(args.engine), tell)
            return self.recogniser

        def note(self, step: str) -> None:
            self.at.setdefault(step, time.monotonic())

        def call(self) -> None:
            self.at.clear()
            window.go("call", SCENARIO)

        def follow(self, event: events.CoreEvent) -> None:
            match event:
                case events.YourTurn():
                    print("speak", flush=True)
                case events.TimeSpent(seconds=spent) if spent >= args.seconds and not self.at:
                    self.hang_up()
                case events.CallEnded():
                    self.note("line closed")
                case events.AttemptJudged(attempt=attempt):
                    self.judged = attempt
                    self.note("judged")
                case events.Trouble() | events.AttemptWaiting():
                    print(event.message, file=sys.stderr)

        def hang_up(self) -> None:
            self.note("hung up")
            buttons = window.screen_shown().findChildren(Button)
            next(button for button in buttons if button.key == "Space" and button.isVisible()).click()

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            if event.type() == QEvent.Type.Paint and "judged" in self.at and "painting" not in self.at:
                shown = window.screen_shown()
                if window.screen_name == "feedback" and shown.attempt == self.judged:  # type: ignore[attr-defined]
                    self.note("painting")
                    # The turn of the event loop after the first paint of a part: then all of it is painted.
                    QTimer.singleShot(0, self, self.painted)
            return False

        def painted(self) -> None:
            self.note("painted")
            assert self.recogniser is not None
            noted = {step: 1000 * (self.at[step] - self.at["hung up"]) for step in STEPS}
            memory = {"window": peak_mb(), "recogniser": peak_mb(self.recogniser.child_pid)}
            print(json.dumps(noted | {"engine": 1000 * self.engine_s} | memory), flush=True)
            self.left -= 1
            QTimer.singleShot(1000, self, self.call if self.left else window.close)

    # Without the guess, for which the feedback would wait.
    save(args.data, Settings(welcome_step=WELCOME_DONE, predict=False, countdown=False))
    app, bridge, caller = QApplication(sys.argv[:1]), Bridge(), Caller()
    start = Start(bridge, measure=False)
    worker = Worker(args.data, bridge.post, make_recogniser=caller.make_recogniser, engine="embedded")
    theme.apply("light")
    window = open_window(worker, bridge)
    bridge.core_event.connect(caller.follow)
    app.installEventFilter(caller)
    start.follow(window, worker)
    app.exec()
    worker.close()


if __name__ == "__main__":
    main()
