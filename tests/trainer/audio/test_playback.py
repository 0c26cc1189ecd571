"""The player's decisions, on a fake device: which output, which sound, what is reported."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from trainer.audio import Played, PlayFailed, Sound, devices, playback
from trainer.audio.devices import Device
from trainer.audio.playback import SpeakerPlayer
from trainer.errors import DeviceError
from trainer.settings import DeviceName

RATE = 16_000
SPEAKER, BELL = (DeviceName(name=name, host_api="ALSA") for name in ("speaker", "bell"))


class FakeStream:
    """Takes everything at ten times the pace of real sound."""

    write_available = 1_000_000

    def __init__(self, device: Device, latency: float, *, runs_dry: bool) -> None:
        self.device, self.latency, self.runs_dry = device, latency, runs_dry
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> bool:
        time.sleep(0.001)
        self.written.append(data)
        return self.runs_dry

    def pcm(self) -> np.ndarray:
        return np.frombuffer(b"".join(self.written), np.int16)


class Bench:
    """A player on fake devices, with everything it opened and reported."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.streams: list[FakeStream] = []
        self.asked_s: list[float] = []
        self.latency = 0.03
        self.broken = self.busy = False
        self.reports: queue.SimpleQueue[Any] = queue.SimpleQueue()
        monkeypatch.setattr(devices, "portaudio", lambda: type("Fake", (), {"PortAudioError": OSError}))
        monkeypatch.setattr(devices, "find", self.find)
        monkeypatch.setattr(devices, "channels_for", lambda *_: 1)
        monkeypatch.setattr(devices, "open_output", self.open)
        monkeypatch.setattr(devices, "close", lambda stream: setattr(stream, "closed", True))
        self.telephone = False
        self.player = SpeakerPlayer(self.reports.put, lambda: SPEAKER, lambda: BELL, lambda: self.telephone)

    def find(self, _direction: str, wanted: DeviceName | None) -> tuple[Device, str]:
        if self.broken:
            raise DeviceError("There is no speaker.", "Connect one.")
        return Device(0, wanted or SPEAKER, RATE, 1), ""

    def open(self, device: Device, _channels: int, latency_s: float) -> FakeStream:
        self.asked_s.append(latency_s)
        self.streams.append(FakeStream(device, self.latency, runs_dry=self.busy))
        return self.streams[-1]

    def next_reports(self, count: int) -> list[tuple[str, str]]:
        found = [self.reports.get(timeout=10) for _ in range(count)]
        return [(r.tag, r.what if isinstance(r, Played) else r.message) for r in found]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    made = Bench(monkeypatch)
    yield made
    made.player.close()


def tone(hz: float = 1000, seconds: float = 0.3, *, over_the_line: bool = False) -> Sound:
    n = np.arange(round(RATE * seconds))
    pcm = (9000 * np.sin(2 * np.pi * hz * n / RATE)).astype(np.int16)
    return Sound("tone", pcm, RATE, over_the_line)


def test_silence_primes_a_new_stream_before_the_first_sound(bench: Bench) -> None:
    bench.player.play(tone(), "a")
    assert bench.next_reports(2) == [("a", "started"), ("a", "ended")]
    first = int(np.flatnonzero(bench.streams[0].pcm())[0])
    assert first / RATE >= bench.latency + playback.PRIME_S - playback.PIECE_S


def test_the_phone_rings_on_its_own_output(bench: Bench) -> None:
    bench.player.play(tone(), "ring", ring=True)
    bench.player.play(tone(), "line")
    bench.next_reports(4)
    assert [stream.device.name for stream in bench.streams] == [BELL, SPEAKER]
    assert bench.streams[0].closed


@pytest.mark.parametrize(("over_the_line", "ring"), [(True, False), (False, False), (True, True)])
def test_only_what_comes_over_the_line_sounds_like_a_telephone(
    bench: Bench, over_the_line: bool, ring: bool
) -> None:
    bench.telephone = True
    bench.player.play(tone(100, over_the_line=over_the_line), "a", ring=ring)
    bench.next_reports(2)
    loud = int(np.abs(bench.streams[0].pcm()).max()) > 2000
    assert loud is (ring or not over_the_line)


def test_stopping_cuts_what_plays_and_forgets_what_waits(bench: Bench) -> None:
    bench.player.play(tone(seconds=60), "long")
    bench.player.play(tone(), "waiting")
    assert bench.next_reports(1) == [("long", "started")]
    bench.player.stop()
    bench.player.play(tone(), "after")
    assert bench.next_reports(3) == [("long", "stopped"), ("after", "started"), ("after", "ended")]
    assert len(bench.streams) == 1  # the stream went on: restarting would cost the next sound up to 2 s


def test_a_device_with_a_long_buffer_is_cut_off_instead(bench: Bench) -> None:
    bench.latency = 0.2
    bench.player.play(tone(seconds=60), "long")
    bench.next_reports(1)
    bench.player.stop()
    assert bench.next_reports(1) == [("long", "stopped")]
    assert [stream.closed for stream in bench.streams] == [True, False]


def test_after_a_sound_with_holes_the_next_goes_through_a_long_buffer(bench: Bench) -> None:
    bench.busy = True
    for tag in ("first", "second", "third"):
        bench.player.play(tone(), tag)
    assert bench.next_reports(6)[-1] == ("third", "ended")
    assert bench.asked_s == [0.03, 0.2]


def test_a_sound_that_cannot_be_played_is_said_and_the_next_one_is_tried(bench: Bench) -> None:
    bench.broken = True
    bench.player.play(tone(), "a")
    assert isinstance(failed := bench.reports.get(timeout=10), PlayFailed)
    assert failed == PlayFailed("a", "There is no speaker. Connect one.")
    bench.broken = False
    bench.player.play(tone(), "b")
    assert bench.next_reports(2) == [("b", "started"), ("b", "ended")]


def test_a_sound_of_no_length_begins_and_ends(bench: Bench) -> None:
    bench.player.play(Sound("nothing", np.zeros(0, np.int16), RATE), "a")
    assert bench.next_reports(2) == [("a", "started"), ("a", "ended")]


def test_an_idle_stream_is_closed_and_opened_again_when_needed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playback, "IDLE_S", 0.01)
    bench.player.play(tone(), "a")
    bench.next_reports(2)
    give_up = time.monotonic() + 10
    while not bench.streams[0].closed and time.monotonic() < give_up:
        time.sleep(0.01)
    assert bench.streams[0].closed
    bench.player.play(tone(), "b")
    assert bench.next_reports(2) == [("b", "started"), ("b", "ended")]


def test_releasing_lets_go_of_the_device_before_it_returns(bench: Bench) -> None:
    bench.player.play(tone(seconds=60), "long")
    bench.next_reports(1)
    bench.player.release()
    assert bench.streams[0].closed
