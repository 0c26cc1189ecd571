"""The durable recording: a plain WAV file that is on disk as it is spoken and survives a crash.

The header goes first, with sizes that say "until the end of the file"; samples are appended unbuffered;
the true sizes are filled in at the end. A file that never got there is made whole by `repair`. Nothing but
such an unfinished file is ever changed (the rule is Audacity's and OBS's: what is intact stays as it is).
"""

from __future__ import annotations

import errno
import os
import struct
from pathlib import Path

import numpy as np

from trainer.audio import Pcm
from trainer.errors import BadInput, StoreError
from trainer.paths import file_sha256, make_private_dir, sync_folder
from trainer.records import SAMPLE_RATE

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_UNTIL_END = 0xFFFFFFFF
"""Size in the header of an unfinished file; players read such a file to its end."""
_FRAME = 2
"""Bytes a frame: mono int16."""


class TakeWriter:
    """Writes one take. `append` and `close` on one thread; `sync` on any, because it waits for the disk."""

    def __init__(self, path: Path) -> None:
        """Create the file (mode 0600, its folder 0700) with its header, and make both survive a power cut.

        Raises:
            StoreError: the folder cannot be written, the disk is full, or the file exists already.
        """
        self.path = path
        self._bytes = 0
        try:
            make_private_dir(path.parent, lasting=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            self._file = open(os.open(path, flags, 0o600), "r+b", buffering=0)  # noqa: SIM115, PTH123
            try:
                self._write(_header(_UNTIL_END))
                os.fsync(self._file.fileno())
                sync_folder(path.parent)
            except OSError:
                self._file.close()
                raise
        except OSError as error:
            raise _cannot_write(path, error) from error

    @property
    def frames(self) -> int:
        """Whole frames on disk so far."""
        return self._bytes // _FRAME

    def append(self, pcm: Pcm) -> None:
        """Hand the samples to the system at once: a crash of the program loses none of them.

        Raises:
            StoreError: the disk is full or gone; what was written before stays readable.
        """
        data = memoryview(pcm.astype("<i2", copy=False).tobytes())
        try:
            while data:
                written = self._write(data)
                self._bytes += written
                data = data[written:]
        except OSError as error:
            raise _cannot_write(self.path, error) from error

    def sync(self) -> None:
        """Wait until what was appended survives a power cut. Works from any thread, also after close.

        Raises:
            StoreError: the disk failed. Do not try again: the system may have thrown the data away.
        """
        try:
            # A descriptor of its own: the writer's may be closed by its thread meanwhile.
            descriptor = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _cannot_write(self.path, error) from error

    def close(self) -> str:
        """Fill in the true sizes and close; returns the SHA-256 of the file's bytes, in hexadecimal.

        It does not wait for the disk: `sync` afterwards, before anything is stored that relies on the bytes.

        Raises:
            StoreError: the disk is gone; `repair` makes the file whole later.
        """
        try:
            with self._file:
                _finalise(self._file.fileno(), self.frames)
            return file_sha256(self.path)
        except OSError as error:
            raise _cannot_write(self.path, error) from error

    def _write(self, data: bytes | memoryview) -> int:
        """One unbuffered write; returns how many bytes it took."""
        return self._file.write(data) or 0


def repair(path: Path) -> int:
    """Make an unfinished take whole and return its length in frames; any other file stays byte for byte.

    Raises:
        BadInput: it is not a take (16 kHz mono 16-bit WAV); it was left as it is.
        OSError: it cannot be read or written.
    """
    with path.open("rb") as file:
        start = file.read(_HEADER.size)
        size = os.fstat(file.fileno()).st_size
    unfinished = _header(_UNTIL_END)
    if len(start) < _HEADER.size and unfinished.startswith(start):
        frames = 0  # ended before the header was complete
    elif start == unfinished:
        frames = (size - _HEADER.size) // _FRAME
    else:
        return _frames_in(path, start, size)
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        _finalise(descriptor, frames)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return frames


def read_take(path: Path, start_s: float = 0.0, end_s: float | None = None) -> Pcm:
    """The samples from `start_s` to `end_s` (seconds; None: the end), also of a take still being recorded.

    Raises:
        BadInput: the file is missing or is not a take.
    """
    try:
        with path.open("rb") as file:
            frames = _frames_in(path, file.read(_HEADER.size), os.fstat(file.fileno()).st_size)
            first = min(frames, max(0, round(start_s * SAMPLE_RATE)))
            last = frames if end_s is None else min(frames, max(first, round(end_s * SAMPLE_RATE)))
            file.seek(_HEADER.size + first * _FRAME)
            return np.frombuffer(file.read((last - first) * _FRAME), "<i2").astype(np.int16)
    except OSError as error:
        raise BadInput(
            f"The recording {path} cannot be read ({error.strerror or error}).",
            "If you moved or deleted it, put it back or delete the attempt.",
        ) from error


def _header(data_bytes: int) -> bytes:
    riff_bytes = _UNTIL_END if data_bytes == _UNTIL_END else _HEADER.size - 8 + data_bytes
    layout = (16, 1, 1, SAMPLE_RATE, SAMPLE_RATE * _FRAME, _FRAME, 8 * _FRAME)  # PCM, mono
    return _HEADER.pack(b"RIFF", riff_bytes, b"WAVE", b"fmt ", *layout, b"data", data_bytes)


def _finalise(descriptor: int, frames: int) -> None:
    """Cut off a torn last frame and write the true sizes."""
    os.ftruncate(descriptor, _HEADER.size + frames * _FRAME)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, _header(frames * _FRAME))


def _frames_in(path: Path, start: bytes, size: int) -> int:
    """Frames that a take of `size` bytes with header `start` really holds."""
    data_bytes = _HEADER.unpack(start)[-1] if len(start) == _HEADER.size else 0
    if start != _header(data_bytes):
        raise BadInput(f"{path} is not a recording made by Ringback.", "It was left as it is.")
    return int(min(data_bytes, size - _HEADER.size) // _FRAME)


def _cannot_write(path: Path, error: OSError) -> StoreError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreError(
            f"The disk is full; the recording {path} ends here.",
            "Make room and practise again. What was recorded before is kept.",
        )
    return StoreError(
        f"The recording {path} cannot be written ({error.strerror or error}).",
        "Check that the data folder exists and that you may write to it.",
    )
