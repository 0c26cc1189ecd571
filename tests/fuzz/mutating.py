"""Mutations of files, met by a door that may refuse them only with a sentence for the user."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from trainer.errors import WorldError

try:
    import resource
except ImportError:  # Windows: memory is not measured there
    resource = None  # type: ignore[assignment]

CORPUS = Path(__file__).parent / "corpus"
SLOWEST_S = 2.0
MOST_BYTES = 200 * 2**20
_TOKENS = (
    *(b"", b"\0", b"\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\xff", b"-1", b"1e400", b"nan", b"9" * 5000),
    *(b'"', b"'", b"[" * 2000, b"{", b"}", b"=", b",", b"\r\n", b"null", b"true", b"../", b"\\"),
    *(b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"fLaC", b"OggS", b"RIFF", "\u202e".encode()),
)
"""What breaks readers of text, of numbers and of files."""


@dataclass(frozen=True)
class Target:
    """One door through which strange bytes come in."""

    seeds: Callable[[], Sequence[bytes]]
    meet: Callable[[bytes, Path], None]
    """Takes the bytes and an empty folder; raises for everything that is a bug."""


@dataclass
class Run:
    """What a run of a target saw."""

    inputs: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    grown_bytes: int = 0


def fuzz(target: Target, name: str, folder: Path, seconds: float, number: int = 0) -> Run:
    """Meet mutations of the target's seeds for about `seconds`.

    Raises:
        AssertionError: an input took too long or too much memory, or wrote outside its folder.
        Exception: whatever an input brought out; Hypothesis has made that input as small as it could.
    """
    run, ends = Run(), time.monotonic() + seconds
    seeds = [*target.seeds(), *(path.read_bytes() for path in sorted((CORPUS / name).glob("*")))]
    for data in seeds:
        _meet(target, data, folder, run)
    while time.monotonic() < ends:
        _round(target, seeds, folder, run, number)
        number += 1
    return run


def _round(target: Target, seeds: Sequence[bytes], folder: Path, run: Run, number: int) -> None:
    @seed(number)
    @settings(max_examples=50, deadline=None, database=None, print_blob=True,
              phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(mutations(seeds))
    def meets(data: bytes) -> None:
        _meet(target, data, folder, run)

    meets()


def mutations(seeds: Sequence[bytes]) -> SearchStrategy[bytes]:
    """One of the seeds with a few stretches replaced by other bytes, or cut short."""
    edit = st.tuples(
        st.floats(0, 1),
        st.integers(0, 64),
        st.one_of(st.sampled_from(_TOKENS), st.binary(max_size=8)),
    )
    return st.tuples(st.sampled_from(seeds), st.lists(edit, max_size=4), st.floats(0.2, 1.6)).map(_edited)


def _edited(drawn: tuple[bytes, list[tuple[float, int, bytes]], float]) -> bytes:
    data, edits, keep = drawn
    for where, length, new in edits:
        place = int(where * len(data))
        data = data[:place] + new + data[place + length :]
    return data[: int(len(data) * min(1.0, keep))]


def _meet(target: Target, data: bytes, folder: Path, run: Run) -> None:
    run.inputs += 1
    before, began = _memory(), time.process_time()
    try:
        target.meet(data, folder)
    except WorldError as refusal:
        run.refused += bool(str(refusal).strip())
    took_s, grown = time.process_time() - began, _memory() - before
    run.slowest_s, run.grown_bytes = max(run.slowest_s, took_s), max(run.grown_bytes, grown)
    assert took_s < SLOWEST_S, f"took {took_s:.1f} s"
    assert grown < MOST_BYTES, f"took {grown / 2**20:.0f} MB"


def _memory() -> int:
    """Largest size so far, in bytes."""
    if resource is None:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
