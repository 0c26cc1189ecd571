"""Any recording becomes 16 kHz mono; what is none is refused in plain words."""

from __future__ import annotations

import os
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile

from trainer.audio.files import load_sound, read_answer
from trainer.errors import BadInput
from trainer.paths import ASSETS
from trainer.records import SAMPLE_RATE


def tone(rate: int, seconds: float = 1.0, hz: float = 440.0) -> np.ndarray:
    return 0.5 * np.sin(2 * np.pi * hz * np.arange(round(rate * seconds)) / rate)


def loudest_hz(pcm: np.ndarray) -> float:
    return float(np.abs(np.fft.rfft(pcm)).argmax() * SAMPLE_RATE / len(pcm))


def riff(rate: int, channels: int, data: bytes, *, claimed: int | None = None, kind: int = 1) -> bytes:
    size = len(data) if claimed is None else claimed
    form = struct.pack("<HHIIHH", kind, channels, rate, rate * channels * 2 & 0xFFFFFFFF, 2, 16)
    return b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0" + form + b"data" + struct.pack("<I", size) + data


@pytest.mark.parametrize(
    ("suffix", "rate", "channels", "subtype"),
    [
        ("wav", 8_000, 1, "PCM_U8"),
        ("wav", 16_000, 1, "PCM_16"),
        ("wav", 22_050, 2, "PCM_24"),
        ("wav", 44_100, 2, "PCM_32"),
        ("wav", 48_000, 1, "FLOAT"),
        ("wav", 48_000, 6, "DOUBLE"),
        ("wav", 96_000, 2, "PCM_16"),
        ("wav", 192_000, 1, "PCM_16"),
        ("wav", 8_000, 1, "ALAW"),
        ("flac", 44_100, 2, "PCM_16"),
        ("ogg", 24_000, 1, "VORBIS"),
        ("ogg", 48_000, 1, "OPUS"),
        ("mp3", 44_100, 2, "MPEG_LAYER_III"),
    ],
)
def test_every_usual_kind_of_file_is_read(
    tmp_path: Path, suffix: str, rate: int, channels: int, subtype: str
) -> None:
    path = tmp_path / f"ünser answer.{suffix}"
    soundfile.write(path, np.repeat(tone(rate)[:, None], channels, axis=1), rate, subtype=subtype)
    pcm = read_answer(path)
    assert pcm.dtype == np.int16
    assert pcm.ndim == 1
    assert len(pcm) == pytest.approx(SAMPLE_RATE, abs=SAMPLE_RATE * (0.1 if suffix == "mp3" else 0.002))
    assert loudest_hz(pcm) == pytest.approx(440, abs=3)
    assert np.abs(pcm).max() == pytest.approx(16384, rel=0.1)


def test_what_is_16_khz_mono_already_is_not_touched(tmp_path: Path) -> None:
    pcm = np.random.default_rng(2).integers(-32768, 32767, 5000, dtype=np.int16)
    soundfile.write(tmp_path / "one.wav", pcm, SAMPLE_RATE, subtype="PCM_16")
    assert np.array_equal(read_answer(tmp_path / "one.wav"), pcm)


def test_a_renamed_file_is_read_by_what_it_is(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "one.mp3", tone(44_100), 44_100)
    (tmp_path / "one.mp3").rename(tmp_path / "one.wav")
    assert loudest_hz(read_answer(tmp_path / "one.wav")) == pytest.approx(440, abs=3)


def test_a_file_that_was_cut_off_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "cut.wav"
    path.write_bytes(riff(SAMPLE_RATE, 1, b"\1\0" * 4000, claimed=2_000_000))
    assert len(read_answer(path)) == 4000


def test_too_loud_floats_are_limited(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "loud.wav", np.full(800, 3.0), SAMPLE_RATE, subtype="FLOAT")
    assert set(read_answer(tmp_path / "loud.wav")) == {32767}


BAD = {
    "empty.wav": (b"", "0 bytes"),
    "no-frames.wav": (riff(16_000, 1, b""), "holds no sound"),
    "text.wav": (b"this is a text, no sound\n" * 40, "no sound file"),
    "text.mp3": (b"this is a text, no sound\n" * 400, "no sound"),
    "notes.raw": (b"\1\2\3\4" * 100, "no sound file"),
    "cut-in-header.wav": (riff(16_000, 1, b"\0\0" * 10)[:30], "no sound file"),
    "rate-0.wav": (riff(0, 1, b"\0\0" * 100), "rate-0"),
    "rate-1.wav": (riff(1, 1, b"\0\0" * 100), "1 Hz"),
    "rate-huge.wav": (riff(2**31, 1, b"\0\0" * 100), "rate-huge"),
    "no-channels.wav": (riff(16_000, 0, b"\0\0" * 100), "no sound file"),
    "many-channels.wav": (riff(16_000, 65_535, b"\0" * 65_535 * 4), "no sound file"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_recording_is_refused_with_its_name_and_the_mend(tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput, match=words) as caught:
        read_answer(tmp_path / name)
    assert name in caught.value.message
    assert caught.value.mend


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_values_that_are_no_sound_are_refused(tmp_path: Path, value: float) -> None:
    samples = tone(16_000)
    samples[700] = value
    soundfile.write(tmp_path / "nan.wav", samples, 16_000, subtype="FLOAT")
    with pytest.raises(BadInput, match="NaN"):
        read_answer(tmp_path / "nan.wav")


def test_missing_files_folders_and_pipes_are_told_apart(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")
    for name, words in {
        "gone.wav": "does not exist",
        ".": "is a folder",
        "pipe.wav": "ordinary file",
    }.items():
        with pytest.raises(BadInput, match=words):
            read_answer(tmp_path / name)


def test_a_ten_hour_file_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "ten-hours.wav"
    seconds = 36_000
    path.write_bytes(riff(8_000, 1, b"", claimed=seconds * 16_000))
    os.truncate(path, 44 + seconds * 16_000)  # sparse: takes no room
    tracemalloc.start()
    with pytest.raises(BadInput, match=r"600 minutes; at most 10"):
        read_answer(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_header_that_understates_does_not_open_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.audio.files.LONGEST_ANSWER_S", 0.5)
    soundfile.write(tmp_path / "long.wav", tone(16_000, 2.0), 16_000)
    with pytest.raises(BadInput, match="too long"):
        load_sound(tmp_path / "long.wav")


def test_shipped_tones_and_prompts_load_at_their_own_rate() -> None:
    paths = sorted(ASSETS.glob("*/*.ogg")) + sorted(ASSETS.glob("*/*.flac"))
    assert paths
    for path in paths:
        sound = load_sound(path)
        assert sound.name == path.name
        assert sound.rate in (16_000, 24_000, 44_100, 48_000)
        assert np.abs(sound.pcm).max() > 1000
