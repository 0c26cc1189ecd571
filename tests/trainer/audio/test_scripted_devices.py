"""The real microphone over a scripted PortAudio: devices come, go, lie and refuse."""

from __future__ import annotations

import queue
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import numpy as np
import pytest

from tests.trainer.audio.scripted_portaudio import Plugged, ScriptedPortAudio
from trainer.audio import Captured, CaptureFailed, DeviceReplaced, Pcm, devices
from trainer.audio.capture import DeviceConverter, DeviceMicrophone
from trainer.audio.source_watch import SourceWatch
from trainer.errors import DeviceError
from trainer.records import SAMPLE_RATE
from trainer.settings import DeviceName

PATIENCE_S = 10.0


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> ScriptedPortAudio:
    scripted = ScriptedPortAudio([Plugged("built-in")])
    monkeypatch.setitem(sys.modules, "sounddevice", scripted)
    return scripted


class Desk:
    """A microphone with what it reported."""

    def __init__(self, portaudio: ScriptedPortAudio) -> None:
        self.portaudio = portaudio
        self.inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.chosen: DeviceName | None = None
        self.microphone = DeviceMicrophone(self.inbox.put, lambda: self.chosen)

    def listen(self) -> DeviceConverter:
        return self.microphone.open()

    def say(self, seconds: float, **how: Any) -> None:
        self.portaudio.streams[-1].say(seconds, **how)

    def heard(self, converter: DeviceConverter) -> Pcm:
        """All that has come, as samples of the take."""
        parts = [np.zeros(0, np.int16)]
        while not self.inbox.empty():
            item = self.inbox.get()
            if isinstance(item, Captured):
                parts.append(converter.convert(item))
        return np.concatenate(parts)

    def told(self, kind: type) -> Any:
        """The next report of this kind; captured blocks before it are dropped."""
        while True:
            item = self.inbox.get(timeout=PATIENCE_S)
            if isinstance(item, kind):
                return item

    def close(self) -> None:
        self.microphone.close()


@pytest.fixture
def desk(portaudio: ScriptedPortAudio) -> Iterator[Desk]:
    with closing(Desk(portaudio)) as made:
        yield made


def test_without_a_microphone_the_reason_and_the_mend_are_said(desk: Desk) -> None:
    desk.portaudio.plugged.clear()
    devices.refresh()
    with pytest.raises(DeviceError, match=r"There is no microphone\. Connect a microphone"):
        desk.listen()


def test_a_microphone_pulled_out_is_said_and_another_works_without_a_restart(desk: Desk) -> None:
    converter = desk.listen()
    desk.say(0.5)
    kept = desk.heard(converter)
    desk.portaudio.plugged[:] = [Plugged("headset", rate=16_000)]
    assert "vanished" in desk.told(CaptureFailed).message
    assert len(kept) / SAMPLE_RATE == pytest.approx(0.5, abs=0.05)
    desk.microphone.close()
    assert devices.refresh()
    again = desk.listen()
    desk.say(0.5)
    assert len(desk.heard(again)) == SAMPLE_RATE // 2


def test_a_device_that_cannot_be_stopped_can_be_left(desk: Desk) -> None:
    desk.portaudio.plugged[:] = [Plugged("gone")]
    devices.refresh()
    desk.listen()
    desk.say(0.1)
    desk.microphone.close()
    assert devices.refresh(), "no stream counts as open any more"


def test_a_headset_that_connects_in_a_take_changes_nothing_until_it_is_over(desk: Desk) -> None:
    converter = desk.listen()
    desk.say(0.2)
    desk.portaudio.plugged.insert(0, Plugged("headset"))
    assert not devices.refresh(), "this would cut off the take"
    desk.say(0.2)
    assert len(desk.heard(converter)) / SAMPLE_RATE == pytest.approx(0.4, abs=0.05)
    desk.microphone.close()
    assert devices.refresh()
    assert [name.name for name in devices.inputs()] == ["headset", "built-in"]


def test_the_chosen_device_is_found_by_name_though_its_place_moved(desk: Desk) -> None:
    desk.chosen = DeviceName(name="built-in", host_api="Scripted")
    desk.portaudio.plugged.insert(0, Plugged("headset"))
    devices.refresh()
    desk.listen()
    assert desk.portaudio.streams[-1].device.name == "built-in"
    desk.microphone.close()
    desk.portaudio.plugged.pop()
    devices.refresh()
    desk.listen()
    assert "'built-in' is not connected; using 'headset'" in desk.told(DeviceReplaced).message


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100, 48_000, 96_000])
def test_another_rate_in_the_next_take_keeps_its_length(desk: Desk, rate: int) -> None:
    first = desk.listen()
    desk.say(0.5)
    desk.heard(first)
    desk.microphone.close()
    desk.portaudio.plugged[:] = [Plugged("built-in", rate=rate, channels=2)]
    devices.refresh()
    converter = desk.listen()
    for _ in range(100):
        desk.say(0.1)
    assert len(desk.heard(converter)) / SAMPLE_RATE == pytest.approx(10.0, rel=0.005)


def test_a_callback_that_fails_ends_the_take_with_a_word(portaudio: ScriptedPortAudio) -> None:
    reports: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def sink(item: object) -> None:
        if isinstance(item, Captured) and item.overflowed:
            raise ValueError("no room")
        reports.put(item)

    with closing(DeviceMicrophone(sink, lambda: None)) as microphone:
        microphone.open()
        portaudio.streams[-1].say(0.1)
        portaudio.streams[-1].say(0.1, overflow=True)
        assert isinstance(reports.get(timeout=PATIENCE_S), Captured)
        assert "vanished" in reports.get(timeout=PATIENCE_S).message


def test_a_busy_microphone_is_said_and_works_once_it_is_free(desk: Desk) -> None:
    desk.portaudio.plugged[0].busy = True
    with pytest.raises(DeviceError, match=r"The microphone is busy\. Close the other program"):
        desk.listen()
    desk.portaudio.plugged[0].busy = False
    converter = desk.listen()
    desk.say(0.5)
    assert len(desk.heard(converter)) > 0


def test_opening_and_closing_at_once_leaves_no_stream(desk: Desk) -> None:
    for _ in range(5):
        desk.listen()
        desk.microphone.close()
        desk.microphone.close()
    assert not any(stream.is_open for stream in desk.portaudio.streams)
    assert devices.refresh()


def test_a_microphone_that_cannot_be_opened_leaves_nothing_that_waits_for_it(
    portaudio: ScriptedPortAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child that watches the sound server would else keep the program from its end."""
    followed: list[str] = []
    monkeypatch.setattr(devices, "SOUND_SERVERS", frozenset({"built-in"}))
    monkeypatch.setattr(SourceWatch, "start", lambda _: followed.append("start"))
    monkeypatch.setattr(SourceWatch, "stop", lambda _: followed.append("stop"))

    def broken(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(devices, "open_input", broken)
    with pytest.raises(MemoryError):
        Desk(portaudio).listen()
    assert followed[-2:] == ["start", "stop"]
