"""The real player and microphone over the real PortAudio, on virtual devices."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from tests.trainer.audio import live
from tests.virtual_sound import RATE, VirtualSound
from trainer.paths import ROOT

PROGRAM = Path(live.__file__)


@contextmanager
def running(sound: VirtualSound, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, str(PROGRAM), *arguments],
        env={**sound.env, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        yield child
        assert child.wait(timeout=60) == 0


def result_of(sound: VirtualSound, *arguments: str) -> Any:
    with running(sound, *arguments) as child:
        output, _ = child.communicate(timeout=90)
    return json.loads(output.splitlines()[-1])


def place_of(piece: np.ndarray, pcm: np.ndarray) -> int:
    """Index in `pcm` at which `piece` sounds, by correlation; it must stand out."""
    size = 1 << (len(pcm) + len(piece)).bit_length()
    spectrum = np.fft.rfft(pcm, size) * np.conj(np.fft.rfft(piece, size))
    match = np.fft.irfft(spectrum, size)[: len(pcm)]
    assert match.max() > 0.5 * float(np.dot(piece, piece)), "the sound was not heard"
    return int(match.argmax())


def at_16_khz(pcm: np.ndarray) -> np.ndarray:
    import soxr

    return soxr.resample(pcm.astype(np.float64), live.RATE, RATE)


def test_prompts_are_heard_from_their_first_sample_and_without_a_gap(sound: VirtualSound) -> None:
    with sound.record_speaker() as heard:
        reports = result_of(sound, "play_two")
    assert reports == [["1", "started"], ["1", "ended"], ["2", "started"], ["2", "ended"]]
    pcm = heard.pcm.astype(np.float64)
    begin = RATE // 20  # 50 ms
    one, two = at_16_khz(live.noise(1.0, 1)), at_16_khz(live.noise(1.0, 2))
    first = place_of(one[:begin], pcm)
    assert abs(place_of(one[-begin:], pcm) - first - (RATE - begin)) <= 16
    assert abs(place_of(two[:begin], pcm) - first - RATE) <= RATE // 100
    assert abs(place_of(two[-begin:], pcm) - first - (2 * RATE - begin)) <= RATE // 100


def test_times_agree_with_the_capture_clock_and_a_stop_is_heard_at_once(sound: VirtualSound) -> None:
    sound.loop_back()
    result = result_of(sound, "loop_back")
    assert statistics.median(map(abs, result["start_errors_s"])) <= 0.02
    assert statistics.median(result["stop_s"]) <= 0.05
    assert result["dropped_ms"] == 0


def test_all_that_is_said_is_captured(sound: VirtualSound, tmp_path: Path) -> None:
    said = at_16_khz(live.noise(8.0, 3))
    soundfile.write(tmp_path / "said.wav", said.astype(np.int16), RATE)
    with running(sound, "record", str(tmp_path / "heard.npy")) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "listening\n"
        sound.speak(tmp_path / "said.wav")
        time.sleep(0.5)
        child.stdin.close()
        result = json.loads(child.stdout.readline())
    assert result == {"dropped_ms": 0, "reports": []}
    heard = np.load(tmp_path / "heard.npy").astype(np.float64)
    piece = RATE // 20
    first = place_of(said[:piece], heard)
    for second in (1.0, 4.0, 7.9):
        start = round(second * RATE)
        assert abs(place_of(said[start : start + piece], heard) - first - start) <= 16


def test_a_microphone_that_vanishes_is_said_and_what_came_is_kept(sound: VirtualSound) -> None:
    with running(sound, "lose_microphone") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "listening\n"
        time.sleep(0.5)
        sound.unplug("mic")
        result = json.loads(child.stdout.readline())
    *moved, lost = result["messages"]
    assert "The microphone vanished" in lost
    assert all(
        "Only what this computer plays" in one for one in moved
    )  # the server tries the speaker's monitor
    assert result["heard_s"] > 0.3


def test_a_microphone_that_falls_silent_is_said(sound: VirtualSound) -> None:
    with running(sound, "lose_microphone") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "listening\n"
        sound.pactl("suspend-source", "virtmic", "1")
        result = json.loads(child.stdout.readline())
    assert "The microphone vanished" in result["messages"][0]


def moved_to_a_laptop(sound: VirtualSound, folder: Path, move: Callable[[], object]) -> list[str]:
    """What is told when `move` makes the sound server record from another microphone, which is heard then."""
    said = at_16_khz(live.noise(2.0, 4))
    soundfile.write(folder / "said.wav", said.astype(np.int16), RATE)
    sound.pactl("load-module", "module-null-sink", "sink_name=second")
    laptop = ["source_name=laptop", "master=second.monitor", "source_properties=device.description=Tragbar-Ä"]
    sound.pactl("load-module", "module-remap-source", *laptop)
    # Somebody records from it already: a null sink that was idle takes seconds to begin.
    with sound.record("laptop"), running(sound, "record", str(folder / "heard.npy")) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "listening\n"
        time.sleep(1.0)
        move()
        play = ["paplay", "--device=second", "--latency-msec=100", str(folder / "said.wav")]
        subprocess.run(play, env=sound.env, check=True)
        time.sleep(0.5)
        child.stdin.close()
        result = json.loads(child.stdout.readline())
    heard = np.load(folder / "heard.npy").astype(np.float64)
    place_of(said[RATE : RATE + RATE // 20], heard)
    told: list[str] = result["reports"]
    return told


MOVED = ["""DeviceReplaced(message="The microphone is now 'Tragbar-Ä'; the recording goes on.")"""]


def test_a_microphone_that_the_sound_server_moves_goes_on_and_is_said(
    sound: VirtualSound, tmp_path: Path
) -> None:
    def move() -> None:
        streams = [line.split("\t") for line in sound.pactl("list", "short", "source-outputs").splitlines()]
        (ours,) = (stream[0] for stream in streams if stream[4] == "s16le 1ch 44100Hz")
        sound.pactl("move-source-output", ours, "laptop")

    assert moved_to_a_laptop(sound, tmp_path, move) == MOVED


def test_a_microphone_that_is_pulled_out_beside_another_goes_on_with_that_and_is_said(
    sound: VirtualSound, tmp_path: Path
) -> None:
    assert moved_to_a_laptop(sound, tmp_path, lambda: sound.unplug("mic")) == MOVED


def test_a_speaker_that_vanishes_is_said(sound: VirtualSound) -> None:
    with running(sound, "lose_speaker") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "playing\n"
        sound.unplug("mic")  # or the server would move the sound there
        sound.unplug("speaker")
        messages = json.loads(child.stdout.readline())
    assert len(messages) == 1
    assert "speaker" in messages[0]


def test_a_speaker_that_takes_no_sound_is_said(sound: VirtualSound) -> None:
    with running(sound, "lose_speaker") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "playing\n"
        sound.pactl("suspend-sink", "speaker", "1")
        messages = json.loads(child.stdout.readline())
    assert messages == ["The speaker takes no sound. Connect it again or choose another one."]


def test_without_a_sound_server_both_say_so(sound: VirtualSound) -> None:
    nowhere = VirtualSound({**sound.env, "PULSE_SERVER": "unix:/nowhere/native"})
    microphone, speaker = result_of(nowhere, "no_sound")
    assert "microphone" in microphone
    assert "speaker" in speaker


def test_a_device_that_is_not_connected_is_replaced_and_said(sound: VirtualSound) -> None:
    result = result_of(sound, "replaced_and_refreshed")
    assert any(m == "'Headset' is not connected; using 'pulse' as microphone." for m in result["messages"])
    assert any(m == "'Headset' is not connected; using 'pulse' as speaker." for m in result["messages"])
    assert result["refreshed"] == [False, False, True]  # only while no stream is open
    assert "pulse" in result["inputs"]
