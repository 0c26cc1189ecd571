"""Choosing among devices, with a fake of what sounddevice tells."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest

from trainer.audio import devices
from trainer.errors import DeviceError
from trainer.settings import DeviceName


class FakePortAudio:
    """As much of the sounddevice module as choosing needs."""

    class PortAudioError(Exception):
        pass

    def __init__(self, *names: str, inputs: int = 2, outputs: int = 2, mono: bool = True) -> None:
        self.names, self.inputs, self.outputs, self.mono = names, inputs, outputs, mono
        self.default = type("Default", (), {"device": {"input": 0, "output": 0}})
        self.initialised = 0

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "ALSA"}, {"name": "JACK"}]

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {
                "name": name.split("@")[0],
                "index": index,
                "hostapi": 1 if "@JACK" in name else 0,
                "default_samplerate": 44100.0,
                "max_input_channels": self.inputs,
                "max_output_channels": self.outputs,
            }
            for index, name in enumerate(self.names)
        ]

    def check_input_settings(self, *, channels: int, **_: Any) -> None:
        if channels == 1 and not self.mono:
            raise self.PortAudioError("Invalid number of channels [PaErrorCode -9998]")

    def _terminate(self) -> None:
        self.initialised -= 1

    def _initialize(self) -> None:
        self.initialised += 1


def use(fake: FakePortAudio, monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    monkeypatch.setattr(devices, "portaudio", lambda: fake)
    return fake


def test_linux_prefers_the_sound_server_to_the_first_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    use(FakePortAudio("HDMI 0", "default", "pulse"), monkeypatch)
    device, notice = devices.find("output", None)
    assert (device.name.name, device.rate, notice) == ("pulse", 44100, "")


def test_elsewhere_the_systems_default_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    use(FakePortAudio("Built-in", "default"), monkeypatch)
    assert devices.find("input", None)[0].name.name == "Built-in"


def test_a_device_is_found_by_name_and_host_api(monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakePortAudio("Headset", "Headset@JACK"), monkeypatch)
    assert devices.find("input", DeviceName(name="Headset", host_api="JACK"))[0].index == 1


def test_a_device_that_is_gone_is_replaced_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakePortAudio("pulse"), monkeypatch)
    device, notice = devices.find("input", DeviceName(name="Headset", host_api="ALSA"))
    assert device.name.name == "pulse"
    assert notice == "'Headset' is not connected; using 'pulse' as microphone."


def test_no_microphone_is_said_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakePortAudio("pulse", inputs=0), monkeypatch)
    assert devices.inputs() == []
    assert devices.outputs() == [DeviceName(name="pulse", host_api="ALSA")]
    with pytest.raises(DeviceError, match=r"no microphone\. Connect a microphone"):
        devices.find("input", None)


def test_a_device_that_refuses_mono_is_opened_in_stereo(monkeypatch: pytest.MonkeyPatch) -> None:
    use(FakePortAudio("Interface", mono=False), monkeypatch)
    device, _ = devices.find("input", None)
    assert devices.channels_for("input", device) == 2


def test_without_portaudio_the_mend_is_one_line_to_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    real_import = builtins.__import__

    def without(name: str, *arguments: Any, **more: Any) -> Any:
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
        return real_import(name, *arguments, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(DeviceError, match="sudo apt install libportaudio2"):
        devices.find("input", None)


@pytest.mark.parametrize(
    ("code", "platform", "words"),
    [
        ("Device unavailable [PaErrorCode -9985]", "linux", "is busy"),
        ("Unanticipated host error [PaErrorCode -9999]: 'x' [MME error 1]", "win32", "Privacy"),
        ("Unanticipated host error [PaErrorCode -9999]", "linux", r"cannot be used \(error -9999\)"),
    ],
)
def test_portaudios_codes_become_plain_words(
    code: str, platform: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert devices.plain_words("input", FakePortAudio.PortAudioError(code)).args[0]
    with pytest.raises(DeviceError, match=words):
        raise devices.plain_words("input", FakePortAudio.PortAudioError(code))
