"""The only output stream. One long-lived thread writes it in short pieces, so that a stop is heard at once.

The stream is fed with silence between sounds and kept open for a while: a stream that starts swallows
what it is given first (0.7 to 1.9 s were measured with PulseAudio), which would be a prompt's first words.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from trainer.audio import DeviceReplaced, Pcm, Played, PlayFailed, Sink, Sound, devices, line
from trainer.errors import DeviceError
from trainer.settings import DeviceName

PIECE_S = 0.01
BUFFER_S = 0.03
"""Asked of the device; with one piece it stays under the 50 ms within which a stop must be heard. Measured
with three busy processes on two cores: no underrun at 30 ms, one in 15 s at 20 ms."""
LONG_BUFFER_S = 0.2
"""Asked of the device once a sound had holes: on a machine that busy, 30 ms run dry between two pieces."""
MOST_HOLES = 1
"""More holes than this in one sound, and the next is played through the long buffer."""
LONGEST_BUFFER_S = 0.04
"""A device that insists on more is cut off on stop instead of left to run out."""
PRIME_S = 0.25
"""Silence that a newly opened stream must have consumed beyond its buffer before a sound begins."""
IDLE_S = 60.0
"""How long a silent stream is kept open, so that hearing one word after another starts at once."""
STALL_S = 5.0
"""A device that takes nothing for this long has gone; starting up was seen to take 2 s."""

ChosenDevice = Callable[[], DeviceName | None]


@dataclass(frozen=True, slots=True)
class _Order:
    sound: Sound
    tag: str
    ring: bool
    generation: int
    """Which `stop` it came after; an older one is forgotten."""


class SpeakerPlayer:
    """The real `Player`. Reports `Played`, `PlayFailed` and `DeviceReplaced` to `sink` from its own thread.

    A sound that was stopped before it began is forgotten without a report; one that cannot be played is
    reported as `PlayFailed` and the next is tried.
    """

    def __init__(
        self, sink: Sink, device: ChosenDevice, ring_device: ChosenDevice, telephone: Callable[[], bool]
    ) -> None:
        self._sink = sink
        self._device = device
        self._ring_device = ring_device
        self._telephone = telephone
        self._orders: queue.SimpleQueue[_Order | threading.Event | None] = queue.SimpleQueue()
        self._generation = 0
        self._output: _Output | None = None
        self._buffer_s = BUFFER_S
        self._thread = threading.Thread(target=self._run, name="player", daemon=True)
        self._thread.start()

    def play(self, sound: Sound, tag: str, *, ring: bool = False) -> None:
        """Queue `sound` after what is playing. `ring` sends it to the "ring on" output, if one is set."""
        self._orders.put(_Order(sound, tag, ring, self._generation))

    def stop(self) -> None:
        """Silence within 50 ms and forget what is queued."""
        self._generation += 1

    def release(self) -> None:
        """Stop and let go of the device, so that devices can be looked up afresh; playing opens it again."""
        self.stop()
        released = threading.Event()
        self._orders.put(released)
        released.wait(STALL_S + 1)

    def close(self) -> None:
        """Stop, release the device and end the thread."""
        self.stop()
        self._orders.put(None)
        self._thread.join(STALL_S + 1)

    def _run(self) -> None:
        while (order := self._next_order()) is not None:
            if isinstance(order, threading.Event):
                self._close_output()
                order.set()
            elif order.generation == self._generation:
                self._play_or_report(order)
        self._close_output()

    def _play_or_report(self, order: _Order) -> None:
        try:
            self._play(order)
        except DeviceError as error:
            self._close_output()
            self._sink(PlayFailed(order.tag, str(error)))

    def _next_order(self) -> _Order | threading.Event | None:
        """The next order; until it comes the open stream is fed with silence, at last closed."""
        idle_until = time.monotonic() + IDLE_S
        while self._output is not None:
            if not self._orders.empty():
                return self._orders.get()
            try:
                self._output.write_silence()
                idle = time.monotonic() > idle_until
            except DeviceError:
                idle = True  # nobody was listening; the next sound will say so
            if idle:
                self._close_output()
        return self._orders.get()

    def _play(self, order: _Order) -> None:
        output = self._output_for(order)
        output.prime(lambda: order.generation != self._generation)
        output.holes = 0
        through_telephone = order.sound.over_the_line and not order.ring and self._telephone()
        begun, heard_s = False, time.monotonic()
        for piece in line.pieces(
            order.sound, output.rate, piece_s=PIECE_S, through_telephone=through_telephone
        ):
            if order.generation != self._generation:
                heard_s = output.cut()
                if begun:
                    self._sink(Played(order.tag, "stopped", heard_s))
                return
            heard_s = output.write(piece)
            if not begun:
                self._sink(Played(order.tag, "started", heard_s - PIECE_S))
                begun = True
        if not begun:  # a sound of no length
            self._sink(Played(order.tag, "started", heard_s))
        self._sink(Played(order.tag, "ended", heard_s))
        if output.holes > MOST_HOLES:
            self._buffer_s = LONG_BUFFER_S

    def _output_for(self, order: _Order) -> _Output:
        """The open stream if it is the one wanted, else a new one."""
        wanted = (self._ring_device() if order.ring else None) or self._device()
        open_one = self._output
        if open_one is not None and (open_one.wanted, open_one.buffer_s) == (wanted, self._buffer_s):
            return open_one
        self._close_output()
        device, notice = devices.find("output", wanted)
        if notice:
            self._sink(DeviceReplaced(notice))
        self._output = _Output(device, wanted, self._buffer_s)
        return self._output

    def _close_output(self) -> None:
        if self._output is not None:
            self._output.close()
            self._output = None


class _Output:
    """An open output stream: mono pieces in, times at which they are heard out."""

    def __init__(self, device: devices.Device, wanted: DeviceName | None, buffer_s: float) -> None:
        self.wanted = wanted
        self.rate = device.rate
        self.holes = 0
        """How often the device had run dry when it was given a piece."""
        self.buffer_s = buffer_s
        self._device = device
        self._channels = devices.channels_for("output", device)
        self._silence = np.zeros(round(PIECE_S * device.rate), np.int16)
        self._stream: Any = None
        self._start()

    def _start(self) -> None:
        self._stream = devices.open_output(self._device, self._channels, self.buffer_s)
        self._running = False

    def prime(self, cancelled: Callable[[], bool]) -> None:
        """Feed silence to a new stream until it has really begun to consume, or `cancelled`.

        Raises:
            DeviceError: the device has gone.
        """
        if self._running:
            return
        for _ in range(round((self._stream.latency + PRIME_S) / PIECE_S)):
            if cancelled():
                return
            self.write_silence()
        self._running = True

    def write_silence(self) -> None:
        """One piece of silence.

        Raises:
            DeviceError: the device has gone.
        """
        self.write(self._silence)

    def write(self, piece: Pcm) -> float:
        """Hand over one piece; returns the monotonic time at which its last sample is heard.

        Raises:
            DeviceError: the device has gone.
        """
        error_type = devices.portaudio().PortAudioError
        give_up = time.monotonic() + STALL_S
        try:
            # Asking first keeps a dead device from holding this thread for ever inside a blocking write.
            while self._stream.write_available < len(piece):
                if time.monotonic() > give_up:
                    raise DeviceError(
                        "The speaker takes no sound.", "Connect it again or choose another one."
                    )
                time.sleep(PIECE_S / 4)
            self.holes += bool(self._stream.write(np.repeat(piece, self._channels).tobytes()))
            return time.monotonic() + float(self._stream.latency)
        except error_type as error:
            raise devices.plain_words("output", error) from error

    def cut(self) -> float:
        """Silence as soon as the device allows; returns the monotonic time at which it is heard.

        A short buffer is left to run out into silence, because restarting the stream would cost the next
        sound up to 2 s; a long one is thrown away.
        """
        now = time.monotonic()
        if self._stream.latency <= LONGEST_BUFFER_S:
            return now + float(self._stream.latency)
        devices.close(self._stream)
        self._start()
        return now

    def close(self) -> None:
        """Release the device."""
        devices.close(self._stream)
