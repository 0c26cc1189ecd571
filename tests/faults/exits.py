"""Start the window, bring it into a state, end it, and look at what is left of it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.virtual_sound import VirtualSound
from trainer import settings
from trainer.paths import ASSETS, ROOT
from ui.app import WELCOME_DONE

WAYS = ("close", "SIGTERM", "log out")
LONGEST_S = 3.0
"""From the word to the end of the process."""
REACHED = "reached\n"
REACHED_WITHIN_S = 120.0
GIVEN_UP_S = 30.0
SOUND_SYSTEM = "ALSA lib"
"""Says by itself that a busy machine has made it wait."""
SPEECH = ASSETS / "samples" / "good-voicemail.ogg"


@dataclass(frozen=True, slots=True)
class Exit:
    """How one visit ended."""

    state: str
    way: str
    seconds: float
    problems: tuple[str, ...]
    """What should not be, in words; the time is judged by whoever has a quiet machine."""


def visit(state: str, way: str, env: Mapping[str, str], rest_s: float = 0.0) -> Exit:
    """One visit, in a data folder of its own; it ends so long after its state was reached."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        settings.save(data, settings.Settings(welcome_step=WELCOME_DONE, predict=False))
        command = [sys.executable, "-m", "tests.faults.visit", str(data), state]
        with subprocess.Popen(
            command, cwd=folder, env={**env, "PYTHONPATH": str(ROOT)}, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            _allow_cores(process.pid)
            seconds, problems = _end(process, way, rest_s)
        problems += [f"{path.name} is left" for path in Path(folder).glob("core*")]
        return Exit(state, way, seconds, tuple(problems))


def _end(process: subprocess.Popen[str], way: str, rest_s: float) -> tuple[float, list[str]]:
    assert process.stdin is not None
    assert process.stdout is not None
    late = threading.Timer(REACHED_WITHIN_S, process.kill)
    late.start()
    word = process.stdout.readline()
    late.cancel()
    time.sleep(rest_s)
    family = [*below(process.pid)]
    begun = time.monotonic()
    if word and way == "SIGTERM":
        process.send_signal(signal.SIGTERM)
    elif word:
        process.stdin.write(f"{way}\n")
    try:
        _, said = process.communicate(timeout=GIVEN_UP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        _, said = process.communicate()
    seconds = time.monotonic() - begun
    problems = [] if word == REACHED else [f"the state was not reached; {word.strip()}"]
    if process.returncode != 0:
        problems.append(f"status {process.returncode}")
    said = "\n".join(line for line in said.splitlines() if not line.startswith(SOUND_SYSTEM))
    if said:
        problems.append(f"it said {said!r}")
    problems += [f"child {child} is left" for child in family if Path(f"/proc/{child}").exists()]
    return seconds, problems


def below(process: int) -> Iterator[int]:
    """Its children, and theirs, by their numbers."""
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from below(int(child))


def _allow_cores(process: int) -> None:
    # From outside: code between fork and exec may hang in a program that has threads, as several visits have.
    most = resource.prlimit(process, resource.RLIMIT_CORE)[1]
    resource.prlimit(process, resource.RLIMIT_CORE, (most, most))


@contextmanager
def somebody_speaks(sound: VirtualSound) -> Iterator[None]:
    """Over and over into the microphone, as long as the block lasts."""
    over = threading.Event()

    def speak() -> None:
        while not over.is_set():
            speaking = sound.speak(SPEECH, wait=False)
            while speaking.poll() is None and not over.wait(0.1):
                pass
            speaking.terminate()
            speaking.wait()

    thread = threading.Thread(target=speak, name="speaker")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def environment(sound: VirtualSound) -> dict[str, str]:
    """Private sound, no screen needed, Python as a person runs it."""
    env = {**os.environ, **sound.env, "QT_QPA_PLATFORM": "offscreen"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env
