"""Real sound without a sound card: a private PulseAudio whose speaker can be heard and microphone spoken to.

    with virtual_sound() as sound:
        subprocess.Popen([...], env=sound.env)
        with sound.record_speaker() as heard:
            sound.speak(Path("answer.wav"))
        heard.pcm  # 16 kHz mono int16 of what came out of the speaker

PortAudio reads its devices when it is first imported, so what is under test runs in a process of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

RATE = 16_000
PROGRAMS = ("pulseaudio", "pactl", "paplay", "parec")


def available() -> bool:
    """Whether PulseAudio and its tools are installed."""
    return all(shutil.which(program) for program in PROGRAMS)


@dataclass
class HeardSound:
    """What was heard so far. `began_s` is the monotonic time of the first sample."""

    began_s: float = 0.0
    chunks: list[bytes] = field(default_factory=list)

    @property
    def pcm(self) -> npt.NDArray[np.int16]:
        """16 kHz mono samples."""
        data = b"".join(self.chunks)
        return np.frombuffer(data[: len(data) // 2 * 2], np.int16)


@dataclass
class VirtualSound:
    """A running private PulseAudio; `env` makes a program use it."""

    env: dict[str, str]

    def pactl(self, *arguments: str) -> str:
        """Run `pactl` and return what it prints."""
        done = subprocess.run(["pactl", *arguments], env=self.env, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def speak(self, wav: Path, *, wait: bool = True) -> subprocess.Popen[bytes]:
        """Say the file into the microphone; by default until it has been said."""
        speaking = subprocess.Popen(["paplay", "--device=mic", "--latency-msec=100", str(wav)], env=self.env)
        if wait:
            assert speaking.wait(timeout=120) == 0
        return speaking

    def unplug(self, sink: str) -> None:
        """Remove "speaker" or "mic", as pulling the plug would."""
        for line in self.pactl("list", "short", "modules").splitlines():
            number, module, *arguments = line.split("\t")
            if module == "module-null-sink" and f"sink_name={sink}" in " ".join(arguments):
                self.pactl("unload-module", number)

    def loop_back(self) -> None:
        """From now on the microphone hears the speaker."""
        self.pactl("set-default-source", "speaker.monitor")

    def record_speaker(self) -> AbstractContextManager[HeardSound]:
        """Hear what the program plays. Recording really runs when the block begins."""
        return self.record("speaker.monitor")

    @contextmanager
    def record(self, source: str) -> Iterator[HeardSound]:
        """Hear what passes through a source, for instance "virtmic" beside the program."""
        heard = HeardSound()
        command = ["parec", f"--device={source}", f"--rate={RATE}", "--channels=1", "--format=s16le",
                   "--latency-msec=20", "--raw"]  # fmt: skip
        recorder = subprocess.Popen(command, env=self.env, stdout=subprocess.PIPE, bufsize=0)
        assert recorder.stdout is not None
        heard.chunks.append(recorder.stdout.read(2))
        heard.began_s = time.monotonic()
        reader = threading.Thread(target=_drain, args=(recorder, heard))
        reader.start()
        try:
            yield heard
            time.sleep(0.2)  # what is on its way through the recorder
        finally:
            recorder.terminate()
            reader.join()
            recorder.wait()
            recorder.stdout.close()


def _drain(recorder: subprocess.Popen[bytes], heard: HeardSound) -> None:
    assert recorder.stdout is not None
    while chunk := recorder.stdout.read(4096):  # without a buffer: what has come by now
        heard.chunks.append(chunk)


@contextmanager
def virtual_sound() -> Iterator[VirtualSound]:
    """Start a private PulseAudio with the null sinks "speaker" and "mic"; it ends with the block."""
    with tempfile.TemporaryDirectory(prefix="sound") as folder:
        env = _environment(Path(folder))
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
             "--disallow-exit", "--realtime=no", "--high-priority=yes", "--log-level=error",
             "-L", f"module-native-protocol-unix auth-anonymous=1 socket={folder}/native",
             "-L", "module-null-sink sink_name=speaker",
             "-L", "module-null-sink sink_name=mic",
             "-L", "module-remap-source source_name=virtmic master=mic.monitor"],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            sound = VirtualSound(env)
            _wait_until_ready(sound, server)
            sound.pactl("set-default-sink", "speaker")
            sound.pactl("set-default-source", "virtmic")
            yield sound
        finally:
            server.terminate()
            server.wait(timeout=10)


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_SERVER": f"unix:{folder}/native",
    }


def _wait_until_ready(sound: VirtualSound, server: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + 10
    while True:
        try:
            sound.pactl("info")
            return
        except subprocess.CalledProcessError:
            assert server.poll() is None, "pulseaudio ended at once"
            assert time.monotonic() < give_up, "pulseaudio does not answer"
            time.sleep(0.05)
