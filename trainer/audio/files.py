"""Sound files: the answers that a user hands in, and the prompts and tones that the product ships."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from trainer.audio import Pcm, Sound
from trainer.errors import BadInput
from trainer.records import SAMPLE_RATE

LONGEST_ANSWER_S = 600.0
"""Longer than any reply on the telephone; keeps a mistaken file from filling the memory."""
LONGEST_PROMPT_S = 300.0
"""Longer than any mailbox speaks."""
RATES_HZ = range(4_000, 384_001)
"""Sample rates that a recording of speech can have."""
FORMATS = frozenset({"WAV", "WAVEX", "RF64", "W64", "AIFF", "AU", "CAF", "FLAC", "OGG", "MP3"})
"""libsndfile's names of the formats in which people keep recordings."""

_BLOCK = 65_536
"""Values decoded at a time."""
_OTHER_FILE = "Use a WAV, FLAC, OGG or MP3 file."

Samples = npt.NDArray[np.float32]


def read_answer(path: Path) -> Pcm:
    """A recording of any rate, width and number of channels as 16 kHz mono samples.

    A file that was cut off is used as far as it goes.

    Raises:
        BadInput: the file is missing, empty, no sound, damaged, or longer than 10 minutes. A long one is
            refused before it is decoded.
    """
    with _opened(path) as file:
        if file.frames > LONGEST_ANSWER_S * file.samplerate:
            raise _too_long(path, file.frames / file.samplerate, LONGEST_ANSWER_S)
        pcm = _to_int16(_resampled(_mono_blocks(path, file), file.samplerate))
    if not len(pcm):
        raise BadInput(f"{path} holds no sound.", "Record it again.")
    return pcm


def load_sound(path: Path) -> Sound:
    """A prompt or tone at its own rate, named after its file.

    Raises:
        BadInput: the file is missing, empty, no sound, damaged, or longer than 10 minutes.
    """
    with _opened(path) as file:
        pcm = _to_int16(_mono_blocks(path, file))
        rate = int(file.samplerate)
    if not len(pcm):
        raise BadInput(f"{path} holds no sound.", _OTHER_FILE)
    return Sound(path.name, pcm, rate)


def check_prompt(path: Path) -> None:
    """Make sure that a sound which somebody else made can be played as a prompt; quick, whatever it holds.

    Raises:
        BadInput: it is missing, no sound, damaged at its beginning, or longer than 5 minutes.
    """
    with _opened(path) as file:
        if file.frames > LONGEST_PROMPT_S * file.samplerate:
            raise _too_long(path, file.frames / file.samplerate, LONGEST_PROMPT_S)
        first = next(_mono_blocks(path, file), None)
    if first is None:
        raise BadInput(f"{path} holds no sound.", _OTHER_FILE)


def _opened(path: Path) -> soundfile.SoundFile:
    """The file, known to be sound of a sensible rate."""
    _check_readable(path)
    try:
        file = soundfile.SoundFile(path)
    except (soundfile.SoundFileError, TypeError):  # TypeError: a name that ends in ".raw"
        raise BadInput(f"{path} is no sound file, or it is damaged.", _OTHER_FILE) from None
    if file.format not in FORMATS or file.samplerate not in RATES_HZ:
        file.close()
        raise BadInput(f"{path} is not a recording that can be used ({file.samplerate} Hz).", _OTHER_FILE)
    return file


def _check_readable(path: Path) -> None:
    try:
        if path.is_dir():
            raise BadInput(f"{path} is a folder.", "Name a sound file in it.")
        if not path.exists():
            raise BadInput(f"{path} does not exist.", "Check the name and the folder.")
        if not path.is_file():  # a pipe or device would never end
            raise BadInput(f"{path} is not an ordinary file.", _OTHER_FILE)
        with path.open("rb") as file:
            if not file.read(1):
                raise BadInput(f"{path} is empty (0 bytes).", "Record it again.")
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read ({error.strerror or error}).", "Check that you may open it."
        ) from error


def _mono_blocks(path: Path, file: soundfile.SoundFile) -> Iterator[Samples]:
    """The decoded file in blocks, downmixed. Counts as it goes, because a header may understate."""
    frames, most = 0, LONGEST_ANSWER_S * file.samplerate
    while True:
        try:
            block = file.read(max(1, _BLOCK // file.channels), dtype="float32", always_2d=True)
        except soundfile.SoundFileError:
            return  # cut off or damaged from here on: what came before is used
        if not len(block):
            return
        frames += len(block)
        if frames > most:
            raise _too_long(path, frames / file.samplerate, LONGEST_ANSWER_S)
        if not np.isfinite(block).all():
            raise BadInput(f"{path} is damaged: it holds values that are no sound (NaN).", "Export it again.")
        yield block.mean(axis=1, dtype=np.float32)


def _resampled(blocks: Iterator[Samples], rate: int) -> Iterator[Samples]:
    if rate == SAMPLE_RATE:
        yield from blocks
        return
    stream = soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32")
    for block in blocks:
        yield stream.resample_chunk(block)
    yield stream.resample_chunk(np.zeros(0, np.float32), last=True)


def _to_int16(blocks: Iterator[Samples]) -> Pcm:
    """Blocks of -1..1 as one array; what is louder is limited."""
    parts = [np.clip(np.rint(block * 32768), -32768, 32767).astype(np.int16) for block in blocks]
    return np.concatenate([np.zeros(0, np.int16), *parts])


def _too_long(path: Path, seconds: float, most_s: float) -> BadInput:
    return BadInput(
        f"{path} is too long ({seconds / 60:.0f} minutes; at most {most_s / 60:.0f}).",
        "Cut out the reply and use that.",
    )
