from __future__ import annotations

import os
import stat
import tempfile
import time
import wave
from pathlib import Path

import numpy as np
import pytest

from trainer.transcription.private_copy import PREFIX, STALE_S, private_copy, sweep

PCM = np.arange(160, dtype=np.int16)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_only_the_user_can_read_it_and_afterwards_it_is_gone(temporary: Path) -> None:
    with private_copy(PCM) as path:
        with wave.open(str(path)) as file:
            assert file.getframerate() == 16_000
            assert np.array_equal(np.frombuffer(file.readframes(160), dtype="<i2"), PCM)
        if os.name == "posix":
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not list(temporary.iterdir())


def test_what_a_killed_program_left_goes_and_what_is_being_heard_stays(temporary: Path) -> None:
    left, in_use, of_others = (temporary / name for name in (f"{PREFIX}a", f"{PREFIX}b", "ringback"))
    long_ago = time.time() - STALE_S - 1
    for folder in (left, in_use, of_others):
        folder.mkdir()
        (folder / "take.wav").write_bytes(b"speech")
    for folder in (left, of_others):
        os.utime(folder, (long_ago, long_ago))
    sweep()
    assert {path.name for path in temporary.iterdir()} == {in_use.name, of_others.name}


def test_without_a_folder_for_temporary_files_there_is_nothing_to_sweep(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "gone"))
    sweep()
