"""A line held open on a virtual speaker that a virtual microphone hears, by the trainer's own devices."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from tests.virtual_sound import virtual_sound
from trainer.audio import Pcm, Sink
from trainer.audio.capture import DeviceMicrophone
from trainer.audio.playback import SpeakerPlayer
from trainer.records import SAMPLE_RATE
from trainer.rigs import MicrophoneFailed, RigEvent, Samples
from trainer.rigs.live import LiveRig

SETTLE_S = 2.0
"""So long the microphone's clock takes to be known."""
PLAY = "--play"
"""The option with which a benchmark is run in the loop; then it prints one JSON document."""


def in_a_loop(script: str, answers: int) -> Any:
    """Run `script` where its microphone hears its speaker, with `PLAY`; returns what it prints."""
    command = [sys.executable, script, PLAY, "--answers", str(answers)]
    with virtual_sound() as sound:  # PortAudio knows only the devices that were there when it was imported
        sound.loop_back()
        done = subprocess.run(command, env=sound.env, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def speaker(sink: Sink) -> SpeakerPlayer:
    """The system's own, without the sound of a telephone line."""
    return SpeakerPlayer(sink, lambda: None, ring_device=lambda: None, telephone=lambda: False)


class OpenLine:
    """`rig` plays and tells the time; `next` is what happens."""

    def __init__(self) -> None:
        self._inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._player = speaker(self._inbox.put)
        self.rig = LiveRig(self._player, DeviceMicrophone(self._inbox.put, lambda: None))
        self._heard: list[Pcm] = []
        self._samples = 0

    @property
    def heard(self) -> Pcm:
        """All samples so far."""
        return np.concatenate(self._heard)

    def next(self) -> RigEvent | None:
        """The next thing that happens, None for one that means nothing on this line."""
        event = self.rig.translate(self._inbox.get(timeout=10))
        if isinstance(event, MicrophoneFailed):
            raise SystemExit(event.message)
        if isinstance(event, Samples):
            self._heard.append(event.pcm)
            self._samples += len(event.pcm)
        return event

    def listen(self, seconds: float) -> None:
        """Let so much sound come in."""
        until = self._samples + round(seconds * SAMPLE_RATE)
        while self._samples < until:
            self.next()

    def close(self) -> None:
        """Let go of the devices."""
        self.rig.close()
        self._player.close()


@contextmanager
def open_line() -> Iterator[OpenLine]:
    """A line on which sound is heard, and whose clocks are known."""
    line = OpenLine()
    line.rig.open()
    try:
        line.listen(SETTLE_S)
        yield line
    finally:
        line.close()
