"""Sound devices: list, choose, open, refresh. A device is remembered by name and host API, never by index.

PortAudio freezes its list at start-up and shifts the indexes when something is plugged in, and looking
afresh kills every open stream; so all streams are opened and closed here, under one lock, and `refresh`
waits until none is open.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from trainer.errors import DeviceError
from trainer.settings import DeviceName

Direction = Literal["input", "output"]

SOUND_SERVERS = ("pulse", "pipewire", "default")
"""ALSA names that follow the user's own choice of device, best first. The list order of PortAudio on Linux
may put HDMI before them (python-sounddevice issue 572)."""

_WORDS = {"input": "microphone", "output": "speaker"}
_lock = threading.RLock()
_open_streams: set[int] = set()


@dataclass(frozen=True, slots=True)
class Device:
    """A device as PortAudio lists it now. `index` holds only until the next `refresh`."""

    index: int
    name: DeviceName
    rate: int
    """Native samples a second: PortAudio does not resample, so streams open at this rate."""
    channels: int


def portaudio() -> Any:
    """The sounddevice module. Imported late: its import starts PortAudio, which may block or fail.

    Raises:
        DeviceError: the PortAudio library is not installed.
    """
    with _lock:
        try:
            import sounddevice
        except OSError:
            mend = (
                "Install it with: sudo apt install libportaudio2" if sys.platform.startswith("linux")
                else "Run the set-up again: python run.py"
            )  # fmt: skip
            raise DeviceError("The sound library PortAudio is not installed.", mend) from None
        return sounddevice


def inputs() -> list[DeviceName]:
    """Names of all microphones.

    Raises:
        DeviceError: PortAudio is missing.
    """
    return [device.name for device in _listed("input")]


def outputs() -> list[DeviceName]:
    """Names of all speakers.

    Raises:
        DeviceError: PortAudio is missing.
    """
    return [device.name for device in _listed("output")]


def find(direction: Direction, wanted: DeviceName | None) -> tuple[Device, str]:
    """The `wanted` device, or the system's own when it is None or not connected.

    The second value is "" or a sentence that says which device is used instead of the wanted one.

    Raises:
        DeviceError: there is no device of this kind, or PortAudio is missing.
    """
    devices = _listed(direction)
    if not devices:
        word = _WORDS[direction]
        raise DeviceError(f"There is no {word}.", f"Connect a {word} or headset and try again.")
    if wanted is None:
        return _preferred(direction, devices), ""
    for device in devices:
        if device.name == wanted:
            return device, ""
    instead = _preferred(direction, devices)
    notice = f"'{wanted.name}' is not connected; using '{instead.name.name}' as {_WORDS[direction]}."
    return instead, notice


def refresh() -> bool:
    """Look for devices afresh; False when a stream is open, which this would cut off.

    Raises:
        DeviceError: PortAudio is missing.
    """
    sounddevice = portaudio()
    with _lock:
        if _open_streams:
            return False
        sounddevice._terminate()  # no public way: python-sounddevice issue 125
        sounddevice._initialize()
        return True


def open_input(
    device: Device, channels: int, callback: Callable[..., None], finished: Callable[[], None]
) -> Any:
    """A running int16 input stream that calls `callback` for each block and `finished` when it ends.

    Raises:
        DeviceError: the device is busy, gone or refused.
    """
    return _open(
        "input", device, channels=channels, callback=callback, finished_callback=finished, latency="high"
    )


def open_output(device: Device, channels: int, latency_s: float) -> Any:
    """A running int16 output stream for blocking writes.

    Raises:
        DeviceError: the device is busy, gone or refused.
    """
    return _open("output", device, channels=channels, latency=latency_s)


def close(stream: Any) -> None:
    """Drop what the device has not played yet and release it. Never raises: the device may be gone."""
    sounddevice = portaudio()
    with _lock:
        for release in (stream.abort, stream.close):
            with suppress(sounddevice.PortAudioError):  # a vanished device cannot be stopped
                release()
        _open_streams.discard(id(stream))


def channels_for(direction: Direction, device: Device) -> int:
    """One channel where the device has it, else two, else all: some drivers refuse what is not native."""
    sounddevice = portaudio()
    check = sounddevice.check_input_settings if direction == "input" else sounddevice.check_output_settings
    for channels in (1, 2):
        if channels <= device.channels:
            try:
                check(device=device.index, channels=channels, dtype="int16", samplerate=device.rate)
            except (sounddevice.PortAudioError, ValueError):
                continue
            return channels
    return device.channels


def plain_words(direction: Direction, error: Exception) -> DeviceError:
    """What went wrong with a device, said for the person who has to mend it."""
    word, text = _WORDS[direction], str(error)
    if "-9985" in text or "-9993" in text:
        return DeviceError(f"The {word} is busy.", "Close the other program that uses it and try again.")
    if "-9999" in text and direction == "input" and sys.platform == "win32":
        return DeviceError(
            "Windows does not let Ringback use the microphone.",
            "Turn it on under Settings > Privacy > Microphone.",
        )
    code = re.search(r"-9\d{3}", text)
    return DeviceError(
        f"The {word} cannot be used{f' (error {code[0]})' if code else ''}.",
        "Connect it again or choose another one in Settings.",
    )


def _open(direction: Direction, device: Device, **options: Any) -> Any:
    sounddevice = portaudio()
    kind = sounddevice.RawInputStream if direction == "input" else sounddevice.RawOutputStream
    with _lock:
        try:
            stream = kind(device=device.index, samplerate=device.rate, dtype="int16", **options)
        except (sounddevice.PortAudioError, ValueError) as error:
            raise plain_words(direction, error) from error
        try:
            stream.start()
        except sounddevice.PortAudioError as error:
            stream.close()
            raise plain_words(direction, error) from error
        _open_streams.add(id(stream))
        return stream


def _listed(direction: Direction) -> list[Device]:
    sounddevice = portaudio()
    with _lock:
        apis = [api["name"] for api in sounddevice.query_hostapis()]
        return [
            Device(
                index=found["index"],
                name=DeviceName(name=found["name"], host_api=apis[found["hostapi"]]),
                rate=round(found["default_samplerate"]),
                channels=found[f"max_{direction}_channels"],
            )
            for found in sounddevice.query_devices()
            if found[f"max_{direction}_channels"] > 0
        ]


def _preferred(direction: Direction, devices: list[Device]) -> Device:
    """The system's own device; on Linux the sound server, which follows the desktop's setting."""
    if sys.platform.startswith("linux"):
        for name in SOUND_SERVERS:
            for device in devices:
                if device.name.name == name:
                    return device
    index = portaudio().default.device[direction]
    return next((device for device in devices if device.index == index), devices[0])
