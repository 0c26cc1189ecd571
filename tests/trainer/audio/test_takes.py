"""The take is on disk as it is spoken, whole after a crash, and untouched when intact."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.audio.takes import TakeWriter, read_take, repair
from trainer.errors import BadInput, StoreError
from trainer.records import SAMPLE_RATE

NOISE = np.random.default_rng(1).integers(-3000, 3000, SAMPLE_RATE, dtype=np.int16)


def written(path: Path, pcm: np.ndarray = NOISE) -> str:
    writer = TakeWriter(path)
    for start in range(0, len(pcm), 1600):
        writer.append(pcm[start : start + 1600])
    return writer.close()


def test_a_finished_take_is_a_plain_private_wav_file(tmp_path: Path) -> None:
    path = tmp_path / "takes" / "one.wav"
    sha256 = written(path)
    pcm, rate = soundfile.read(path, dtype="int16")
    assert rate == SAMPLE_RATE
    assert np.array_equal(pcm, NOISE)
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_appended_sound_is_in_the_file_at_once_and_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    writer = TakeWriter(path)
    writer.append(NOISE[:160])
    assert path.stat().st_size == 44 + 320
    assert np.array_equal(read_take(path), NOISE[:160])
    assert writer.frames == 160
    writer.close()
    writer.sync()


def test_a_part_is_read_by_its_seconds(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    written(path)
    assert np.array_equal(read_take(path, 0.25, 0.5), NOISE[4000:8000])
    assert np.array_equal(read_take(path, 0.9, 5.0), NOISE[14400:])
    assert len(read_take(path, 3.0, 2.0)) == 0


KILLED = """
import os, sys, numpy as np
from pathlib import Path
from trainer.audio.takes import TakeWriter
writer = TakeWriter(Path(sys.argv[1]))
for n in range(10_000):
    writer.append(np.full(160, n, np.int16))
    print(n, flush=True)
"""


def test_a_killed_take_holds_all_that_was_handed_over(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    child = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child.stdout:
        said = [child.stdout.readline() for _ in range(50)]
        child.send_signal(signal.SIGKILL)
        last = int((said + child.stdout.read().splitlines())[-1])
    child.wait()
    frames = repair(path)
    pcm, _ = soundfile.read(path, dtype="int16")
    assert frames == len(pcm) >= (last + 1) * 160
    assert pcm[last * 160] == last


@settings(deadline=None)
@given(cut=st.integers(0, 1044))
def test_an_unfinished_file_cut_anywhere_becomes_whole(
    cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("cut") / "one.wav"
    writer = TakeWriter(path)
    writer.append(NOISE[:500])
    os.truncate(path, cut)
    frames = repair(path)
    assert frames == max(0, cut - 44) // 2
    assert np.array_equal(read_take(path), NOISE[:frames])
    assert soundfile.info(path).frames == frames
    whole = path.read_bytes()
    assert repair(path) == frames
    assert path.read_bytes() == whole
    writer._file.close()


def test_an_intact_take_stays_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    written(path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert repair(path) == SAMPLE_RATE
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    "content", [b"not a sound", b"RIFF\xff\xff\xff\xffWAVEjunk" + bytes(60), b"\0" * 100]
)
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.wav"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"one\.wav"):
        repair(path)
    assert path.read_bytes() == content


def test_a_missing_take_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"gone\.wav cannot be read"):
        read_take(tmp_path / "gone.wav")


def test_a_full_disk_keeps_what_was_written(tmp_path: Path) -> None:
    """A file size limit stands in for a full disk: writes fall short, then fail."""
    path = tmp_path / "one.wav"
    writer = TakeWriter(path)
    writer.append(NOISE[:1000])
    old, ignored = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (44 + 2501, old[1]))
    try:
        with pytest.raises(StoreError, match=r"one\.wav"):
            writer.append(NOISE[1000:2000])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    writer.close()
    assert np.array_equal(read_take(path), NOISE[:1250])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_no_room_is_named_as_such(tmp_path: Path) -> None:
    writer = TakeWriter(tmp_path / "one.wav")
    writer.close()
    writer._file = open("/dev/full", "wb", buffering=0)  # noqa: SIM115, PTH123
    with pytest.raises(StoreError, match="The disk is full"), writer._file:
        writer.append(NOISE)


def test_a_folder_that_cannot_be_made_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("a file where the folder should be")
    with pytest.raises(StoreError, match="cannot be written"):
        TakeWriter(tmp_path / "takes" / "one.wav")


def test_an_existing_take_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    written(path)
    with pytest.raises(StoreError, match="exists"):
        TakeWriter(path)
    assert repair(path) == SAMPLE_RATE
