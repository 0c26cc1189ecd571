"""Speech that is stored nowhere, in a file for as long as an engine reads it."""

from __future__ import annotations

import shutil
import tempfile
import time
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

from trainer.errors import WorldError
from trainer.records import SAMPLE_RATE

PREFIX = "ringback-heard-"
STALE_S = 3600.0
"""A copy that is older was left by a program that was killed: nothing is heard for so long."""


@contextmanager
def private_copy(pcm: npt.NDArray[np.int16]) -> Iterator[Path]:
    """`pcm`, shape (n,) at 16 kHz, as a WAV file in a folder that only the user can read; it goes afterwards.

    Raises:
        WorldError: there is no place for temporary files.
    """
    try:
        private = tempfile.TemporaryDirectory(prefix=PREFIX)  # mode 0700
    except OSError as error:
        raise WorldError(
            f"There is no folder for temporary files that can be written ({error.strerror}).",
            "Free some space, or name another folder in TMPDIR (on Windows: TEMP).",
        ) from error
    with private as folder:
        path = Path(folder) / "take.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(pcm.astype("<i2").tobytes())
        yield path


def sweep() -> None:
    """Remove the copies that killed programs have left; what cannot be looked at stays."""
    try:
        left = [one for one in Path(tempfile.gettempdir()).glob(f"{PREFIX}*") if _age_s(one) > STALE_S]
    except OSError:  # no such folder, or it goes meanwhile
        return
    for one in left:
        shutil.rmtree(one, ignore_errors=True)


def _age_s(path: Path) -> float:
    return time.time() - path.lstat().st_mtime
