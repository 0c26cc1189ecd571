"""The only input stream and the only audio callback; and what turns its blocks into 16 kHz mono.

The callback copies the block to the sink and returns: it runs on PortAudio's own thread, where anything
slower loses sound. Everything else happens in `DeviceConverter`, on the thread that reads the sink.
"""

from __future__ import annotations

import math
import statistics
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np
import soxr

from trainer.audio import Captured, CaptureFailed, DeviceReplaced, Pcm, Sink, devices
from trainer.audio.source_watch import SourceWatch
from trainer.records import SAMPLE_RATE
from trainer.settings import DeviceName

FIRST_BLOCK_S = 4.0
"""Deadline for the first block; up to 2 s were measured with PulseAudio."""
SILENT_S = 0.8
"""A running microphone that delivers no block for this long has gone: it is to be said within a second."""
BUSY_SILENT_S = 4.0
"""The same on a machine that is too busy to wake whoever waits: blocks come late there too."""
WATCH_S = 0.1
LATE_S = 0.1
"""Lateness of the watch, since the last block, from which the machine counts as busy."""
LAST_BLOCK_S = 0.05
"""How long closing waits for the block that was under way; blocks come every 10 ms or so."""
CLOCK_BLOCKS = 50
"""Blocks over whose median the capture clock runs: the first ones are up to 0.7 s wrong (measured)."""
QUIETEST_DBFS = -90.0


def peak_dbfs(pcm: Pcm) -> float:
    """Level of the loudest sample in decibels below full scale: 0 is the loudest possible, -90 silence."""
    peak = int(np.abs(pcm.astype(np.int32)).max(initial=0))
    return max(QUIETEST_DBFS, 20 * math.log10(peak / 32768)) if peak else QUIETEST_DBFS


class DeviceConverter:
    """The real `Converter`: int16 blocks of `channels` interleaved channels at `rate` samples a second."""

    def __init__(self, rate: int, channels: int) -> None:
        self._rate = rate
        self._channels = channels
        self._resampler = None if rate == SAMPLE_RATE else soxr.ResampleStream(rate, SAMPLE_RATE, 1, "int16")
        self._frames = 0
        self._starts: deque[float] = deque(maxlen=CLOCK_BLOCKS)
        """When the first sample was heard, as each of the latest blocks would have it."""
        self._start_before_loss: float | None = None
        self._lost_s = 0.0

    def convert(self, captured: Captured) -> Pcm:
        """The next 16 kHz mono samples, in place; the resampler holds back the last 40 ms at most."""
        if captured.overflowed:
            self._begin_loss()
        block = np.frombuffer(captured.data, np.int16).reshape(-1, self._channels)
        self._frames += len(block)
        self._starts.append(captured.arrived_s - self._frames / self._rate)
        mono = block[:, 0] if self._channels == 1 else block.mean(axis=1).astype(np.int16)
        if self._resampler is None:
            return mono.copy()
        pcm: Pcm = self._resampler.resample_chunk(mono)
        return pcm

    def arrival_to_sample(self, monotonic_s: float) -> int:
        """Index of the 16 kHz sample that was heard at `monotonic_s`, never below 0.

        Within 10 ms once 50 blocks have come; before that a guess.
        """
        if not self._starts:
            return 0
        return max(0, round((monotonic_s - statistics.median(self._starts)) * SAMPLE_RATE))

    @property
    def dropped_ms(self) -> int:
        """Milliseconds lost to overflow so far: by how much the clock moved at each loss."""
        return round((self._lost_s + self._current_loss_s()) * 1000)

    def _begin_loss(self) -> None:
        """Blocks after a loss run by a later clock: measure it afresh and remember the old one."""
        if not self._starts:
            return  # lost before the first block: nothing of the reply
        self._lost_s += self._current_loss_s()
        self._start_before_loss = statistics.median(self._starts)
        self._starts.clear()

    def _current_loss_s(self) -> float:
        if self._start_before_loss is None or not self._starts:
            return 0.0
        return max(0.0, statistics.median(self._starts) - self._start_before_loss)


class DeviceMicrophone:
    """The real `Microphone`. Besides `Captured`, `CaptureFailed` and `DeviceReplaced` reach `sink`."""

    def __init__(self, sink: Sink, device: Callable[[], DeviceName | None]) -> None:
        self._sink = sink
        self._device = device
        self._stream: Any = None
        self._watch: _Watch | None = None
        self._source = SourceWatch(sink)

    def open(self) -> DeviceConverter:
        """Open the chosen device; the first block may take 2 s to come.

        Raises:
            DeviceError: there is no microphone, it is busy, or the system refuses it.
        """
        self.close()
        device, notice = devices.find("input", self._device())
        channels = devices.channels_for("input", device)
        watch = _Watch(self._sink)
        try:
            if device.name.name in devices.SOUND_SERVERS:
                self._source.start()
            self._stream = devices.open_input(device, channels, _callback(self._sink, watch), watch.ended.set)
            watch.start()
            self._watch = watch
            self._source.follow()
        except BaseException:
            self.close()  # a child that waits for its end would keep the whole program
            raise
        if notice:
            self._sink(DeviceReplaced(notice))
        return DeviceConverter(device.rate, channels)

    def close(self) -> None:
        """Close it; the last blocks reach the sink before this returns. Closing twice does nothing."""
        stream, watch = self._stream, self._watch
        self._stream = self._watch = None
        if watch is not None:
            watch.wait_for_block()
            watch.stop()
        self._source.stop()
        if stream is not None:
            devices.close(stream)


def silence_allowed(late_s: float) -> float:
    """Seconds without a block after which a microphone has gone, where the watch was late by `late_s`."""
    return SILENT_S if late_s < LATE_S else BUSY_SILENT_S


def _callback(sink: Sink, watch: _Watch) -> Callable[..., None]:
    """The audio callback: copy, hand over, return."""

    def on_block(data: Any, _frames: int, _times: Any, status: Any) -> None:
        now = time.monotonic()
        sink(Captured(bytes(data), now, status.input_overflow))
        watch.last_block_s = now

    return on_block


class _Watch:
    """Sees that blocks keep coming; a device that vanishes does not tell."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.last_block_s: float | None = None
        self.ended = threading.Event()
        """Set by PortAudio when the stream is over, whatever the cause."""
        self._stopped = threading.Event()
        self._opened_s = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="microphone watch", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the watching; after this nothing is reported."""
        self._stopped.set()
        self._thread.join()

    def wait_for_block(self) -> None:
        """Wait a moment for the block that was under way."""
        before, give_up = self.last_block_s, time.monotonic() + LAST_BLOCK_S
        while self.last_block_s == before and time.monotonic() < give_up:
            time.sleep(0.002)

    def _run(self) -> None:
        woken_s, late_s, block_s = time.monotonic(), 0.0, self.last_block_s
        while not self._stopped.wait(WATCH_S):
            now = time.monotonic()
            late_s = now - woken_s - WATCH_S + (late_s if self.last_block_s == block_s else 0.0)
            woken_s, block_s = now, self.last_block_s
            message = self._trouble(now, late_s)
            if message:
                self._sink(CaptureFailed(message))
                return

    def _trouble(self, now: float, late_s: float) -> str:
        """What is wrong, "" if nothing is; the watch has been late by `late_s` since the last block."""
        if self.last_block_s is None:
            if now - self._opened_s > FIRST_BLOCK_S:
                return "The microphone delivers no sound. Connect it again or choose another one in Settings."
        elif self.ended.is_set() or now - self.last_block_s > silence_allowed(late_s):
            return (
                "The microphone vanished. What was said so far is kept; connect it again or choose another."
            )
        return ""
