"""What is fuzzed: each target takes any bytes and may refuse them only with a sentence for the user.

Seeds are files that ship and, below `corpus/`, inputs that once got through. `benchmarks/fuzz.py` runs the
targets for as long as wanted, `test_fuzz.py` for some seconds each.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.trainer.packs.own import good, listed, zipped
from trainer.audio.files import check_prompt, load_sound, read_answer
from trainer.contract import judge_line
from trainer.errors import WorldError
from trainer.guides import load_guides, read_guide
from trainer.own_scenarios import own_folder
from trainer.packs import import_pack
from trainer.paths import ASSETS, GUIDES, SCENARIOS
from trainer.records import Scenario
from trainer.scenarios import Library, load_library, read_scenario
from trainer.settings import FILE_NAME, Settings
from trainer.settings import load as load_settings

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


# --------------------------------------------------------------------------- the doors


def _scenario(data: bytes, folder: Path) -> None:
    path = folder / "voicemail-cold-furniture.toml"
    path.write_bytes(data)
    scenario = read_scenario(path, _library())
    assert isinstance(scenario, Scenario)
    assert math.isfinite(scenario.max_seconds)


def _guide(data: bytes, folder: Path) -> None:
    path = folder / "earn.toml"
    path.write_bytes(data)
    read_guide(path)


def _settings(data: bytes, folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(data)
    loaded, lost = load_settings(folder)
    assert isinstance(loaded, Settings)
    if lost:
        raise WorldError(lost[0])


def _sound(data: bytes, folder: Path) -> None:
    path = folder / "answer.wav"
    path.write_bytes(data)
    refusals = []
    for use in (check_prompt, load_sound, read_answer):
        try:
            use(path)  # type: ignore[operator]
        except WorldError as refusal:
            refusals.append(refusal)
    if refusals:
        raise refusals[0]


def _judge(data: bytes, _folder: Path) -> None:
    result = judge_line(data.decode("utf-8", errors="replace"), _guides(), None)
    json.dumps(result, allow_nan=False)
    if "error" in result:
        raise WorldError(str(result["error"]))


def _pack(data: bytes, folder: Path) -> None:
    inner = folder / "inner"
    own = own_folder(inner)
    pack = folder / "pack.zip"
    pack.write_bytes(data)
    try:
        import_pack(pack, load_library(extra=own), own, check_prompt, "keep-both")
    finally:
        assert {path.name for path in folder.iterdir()} == {"inner", "pack.zip"}
        left = [path for path in own.rglob("*") if path.name != ".lock"]
        assert not [path for path in left if path.name.startswith(".")], left
        for path in sorted((*left, own / ".lock"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


_KNOWN: dict[str, object] = {}


def _library() -> Library:
    library = _KNOWN.setdefault("library", load_library())
    assert isinstance(library, Library)
    return library


def _guides() -> dict[str, object]:
    return _KNOWN.setdefault("guides", load_guides())  # type: ignore[return-value]


def _read(paths: Sequence[Path]) -> list[bytes]:
    return [path.read_bytes() for path in paths]


def _requests() -> list[bytes]:
    words = [
        {"word": "hello", "start": 0.1, "end": 0.4, "confidence": 0.9},
        {"word": "dana", "start": 0.5, "end": 1},
    ]
    requests = [
        {"id": "1", "kind": "voicemail", "text": "hello dana call me on oh one one three four nine six"},
        {"id": "2", "kind": "elevator", "words": words, "context": {"caller_name": "Sam", "heard_as": {}}},
        {"id": "3", "kind": "callback",
         "turns": [{"words": words, "caller_line": "Hello?", "timing": {"pick_up_s": 2.5}}],
         "context": {"phone_number": "0113 496 0107", "region": "GB", "can_talk": False},
         "revisions": [{"correct": {"turn": 0, "first_word": 0, "last_word": 1, "words": ["hi"]}},
                       {"undo": 1}]},
        {"id": "4", "kind": "leave-or-not", "text": "it is a lead",
         "context": {"facts": ["good-lead"], "decision": "leave", "reason": "a lead"}},
    ]  # fmt: skip
    return [json.dumps(request).encode() for request in requests]


TARGETS = {
    "scenarios": Target(lambda: _read(sorted(SCENARIOS.glob("*.toml"))[::8]), _scenario),
    "guides": Target(lambda: _read(sorted(GUIDES.glob("*.toml"))), _guide),
    "settings": Target(
        lambda: [b"{}", b'{"patience_s": 1.2, "profile": {"id": "me", "name": "A"}}'], _settings
    ),
    "sounds": Target(
        lambda: _read([ASSETS / "tones" / "beep.flac", ASSETS / "samples" / "ready-callback.ogg"]), _sound
    ),
    "judge": Target(_requests, _judge),
    "packs": Target(lambda: [zipped(listed(good()))], _pack),
}
"""Name -> target."""
