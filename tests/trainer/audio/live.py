"""What the tests of real sound run in a process of its own: `python live.py NAME`, the result as JSON.

A process of its own because PortAudio reads the devices once, when it is first imported.
"""

from __future__ import annotations

import json
import queue
import sys
import time
from typing import Any

import numpy as np

from trainer.audio import Captured, CaptureFailed, Pcm, Played, PlayFailed, Sound, devices
from trainer.audio.capture import DeviceConverter, DeviceMicrophone
from trainer.audio.playback import SpeakerPlayer
from trainer.errors import DeviceError
from trainer.records import SAMPLE_RATE
from trainer.settings import DeviceName

RATE = 24_000


def noise(seconds: float, seed: int) -> Pcm:
    """Loud noise that no other seed resembles, so that any piece of it can be found again."""
    samples = np.random.default_rng(seed).normal(0, 6000, round(seconds * RATE))
    smooth = np.convolve(samples, np.ones(6) / 6, "same") * 2  # below 4 kHz, or resampling changes it
    return np.clip(smooth, -32767, 32767).astype(np.int16)


class Rig:
    """A player and a microphone whose reports arrive in one queue, as in the session."""

    def __init__(self, device: DeviceName | None = None) -> None:
        self.inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.player = SpeakerPlayer(self.inbox.put, lambda: device, lambda: None, lambda: False)
        self.microphone = DeviceMicrophone(self.inbox.put, lambda: device)
        self.converter: DeviceConverter | None = None
        self.parts: list[Pcm] = []
        self.reports: list[Any] = []

    def listen(self) -> None:
        self.converter = self.microphone.open()
        self.until(lambda: len(self.parts) > 0)

    def take(self, wait_s: float) -> None:
        """Take one item out of the inbox."""
        try:
            item = self.inbox.get(timeout=wait_s)
        except queue.Empty:
            return
        if isinstance(item, Captured):
            assert self.converter is not None
            self.parts.append(self.converter.convert(item))
        else:
            self.reports.append(item)

    def until(self, done: Any) -> None:
        give_up = time.monotonic() + 30
        while not done():
            assert time.monotonic() < give_up, f"waited in vain; so far {self.reports}"
            self.take(0.05)

    def run_for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.take(0.01)

    def until_played(self, tag: str, what: str) -> Played:
        def found() -> list[Played]:
            return [r for r in self.reports if isinstance(r, Played) and (r.tag, r.what) == (tag, what)]

        self.until(lambda: found() or any(isinstance(r, PlayFailed) for r in self.reports))
        return found()[0]

    def close(self) -> Pcm:
        self.microphone.close()
        while not self.inbox.empty():
            self.take(0)
        self.player.close()
        return np.concatenate([np.zeros(0, np.int16), *self.parts])


def play_two() -> Any:
    rig = Rig()
    for number in (1, 2):
        rig.player.play(Sound(f"noise {number}", noise(1.0, number), RATE), f"{number}")
    rig.until_played("2", "ended")
    time.sleep(0.3)
    rig.close()
    return [(report.tag, report.what) for report in rig.reports]


def loop_back() -> Any:
    """Play into one's own ear: where is each sound by the capture clock, and where really?"""
    rig = Rig()
    rig.listen()
    errors, stops = [], []
    for number in range(4):
        tag = str(number)
        rig.player.play(Sound(tag, np.tile(noise(1.0, 1), 5), RATE), tag)
        started = rig.until_played(tag, "started")
        rig.run_for(0.4 + 0.013 * number)
        asked_s = time.monotonic()
        rig.player.stop()
        rig.until_played(tag, "stopped")
        rig.run_for(0.4)
        pcm, converter = np.concatenate(rig.parts), rig.converter
        assert converter is not None
        loud = np.flatnonzero(np.abs(pcm.astype(int)) > 2000)
        first = int(loud[np.flatnonzero(np.diff(loud, prepend=-SAMPLE_RATE) > 3200)[-1]])
        errors.append((converter.arrival_to_sample(started.at_s) - first) / SAMPLE_RATE)
        stops.append((int(loud[-1]) - converter.arrival_to_sample(asked_s)) / SAMPLE_RATE)
    rig.close()
    return {"start_errors_s": errors, "stop_s": stops, "dropped_ms": converter.dropped_ms}


def record() -> Any:
    """Record until the standard input is closed; the samples go to the file named on the command line."""
    rig = Rig()
    rig.listen()
    print("listening", flush=True)
    stopped: list[bool] = []
    import threading

    threading.Thread(target=lambda: (sys.stdin.read(), stopped.append(True))).start()
    rig.until(lambda: stopped)
    pcm = rig.close()
    assert rig.converter is not None
    np.save(sys.argv[2], pcm)
    return {"dropped_ms": rig.converter.dropped_ms, "reports": [str(r) for r in rig.reports]}


def lose_microphone() -> Any:
    rig = Rig()
    rig.listen()
    print("listening", flush=True)
    rig.until(lambda: any(isinstance(report, CaptureFailed) for report in rig.reports))
    pcm = rig.close()
    return {"messages": [r.message for r in rig.reports], "heard_s": len(pcm) / SAMPLE_RATE}


def lose_speaker() -> Any:
    rig = Rig()
    rig.player.play(Sound("long", np.tile(noise(1.0, 1), 20), RATE), "long")
    rig.until_played("long", "started")
    print("playing", flush=True)
    rig.until(lambda: any(isinstance(report, PlayFailed) for report in rig.reports))
    rig.close()
    return [report.message for report in rig.reports if isinstance(report, PlayFailed)]


def no_sound() -> Any:
    """On a machine whose sound server is gone."""
    rig, said = Rig(), []
    try:
        rig.microphone.open()
    except DeviceError as error:
        said.append(str(error))
    rig.player.play(Sound("beep", noise(0.1, 1), RATE), "beep")
    rig.until(lambda: len(rig.reports) > 0)
    rig.close()
    return said + [report.message for report in rig.reports]


def replaced_and_refreshed() -> Any:
    rig = Rig(DeviceName(name="Headset", host_api="ALSA"))
    rig.listen()
    refreshed = [devices.refresh()]
    rig.microphone.close()
    rig.player.play(Sound("beep", noise(0.1, 1), RATE), "beep")
    rig.until_played("beep", "ended")
    refreshed.append(devices.refresh())
    rig.player.release()
    refreshed.append(devices.refresh())
    names = [name.name for name in devices.inputs()]
    rig.player.play(Sound("beep", noise(0.1, 1), RATE), "again")
    rig.until_played("again", "ended")
    rig.close()
    messages = [report.message for report in rig.reports if not isinstance(report, Played)]
    return {"messages": messages, "refreshed": refreshed, "inputs": names}


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]]()))
