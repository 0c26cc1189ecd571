"""PortAudio as the `sounddevice` module shows it, by a script: what is plugged in, and what happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

BUSY = "Error opening RawInputStream: Device unavailable [PaErrorCode -9985]"


class PortAudioError(Exception):
    """As raised by sounddevice."""


@dataclass
class Plugged:
    """A microphone. PortAudio sees it from the next `_initialize` on."""

    name: str
    rate: int = 48_000
    channels: int = 1
    busy: bool = False


@dataclass
class ScriptedPortAudio:
    """Stands in for the module; `plugged` may change at any time, what PortAudio lists does not."""

    plugged: list[Plugged] = field(default_factory=list)
    streams: list[ScriptedStream] = field(default_factory=list)
    PortAudioError = PortAudioError

    def __post_init__(self) -> None:
        self._listed = list(self.plugged)
        self.default = SimpleNamespace(device={"input": 0, "output": -1})

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "Scripted"}]

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {
                "index": index, "name": one.name, "hostapi": 0, "default_samplerate": float(one.rate),
                "max_input_channels": one.channels, "max_output_channels": 0,
            }
            for index, one in enumerate(self._listed)
        ]  # fmt: skip

    def check_input_settings(self, **settings: Any) -> None:
        """As many channels as the device has, like drivers that refuse everything else."""
        if settings["channels"] != self._listed[settings["device"]].channels:
            raise PortAudioError("Invalid number of channels [PaErrorCode -9998]")

    def RawInputStream(self, **options: Any) -> ScriptedStream:  # noqa: N802 - sounddevice's name
        device = self._listed[options["device"]]
        if device.busy or device not in self.plugged:
            raise PortAudioError(BUSY)
        self.streams.append(ScriptedStream(device, options["callback"], options["finished_callback"]))
        return self.streams[-1]

    def _terminate(self) -> None:
        assert not any(stream.is_open for stream in self.streams), "this would cut off a take"

    def _initialize(self) -> None:
        self._listed = list(self.plugged)


@dataclass
class ScriptedStream:
    """An open stream; the test says what is heard."""

    device: Plugged
    callback: Callable[..., None]
    finished: Callable[[], None]
    is_open: bool = True

    def start(self) -> None:
        """Nothing comes by itself."""

    def say(self, seconds: float, value: int = 1000, *, overflow: bool = False) -> None:
        """One block in which every sample is `value`."""
        block = np.full(round(seconds * self.device.rate) * self.device.channels, value, np.int16)
        status = SimpleNamespace(input_overflow=overflow)
        try:
            self.callback(block.tobytes(), len(block), None, status)
        except Exception:  # sounddevice prints it, PortAudio ends the stream
            self.finished()

    def abort(self) -> None:
        """A vanished device cannot be stopped."""
        if self.device.name == "gone":
            raise PortAudioError("Unanticipated host error [PaErrorCode -9999]")

    def close(self) -> None:
        self.is_open = False
