"""What is fuzzed: each target takes any bytes and may refuse them only with a sentence for the user.

Seeds are files that ship and, below `corpus/`, inputs that once got through. `benchmarks/fuzz.py` runs the
targets for as long as wanted, `test_fuzz.py` for some seconds each.
"""

from __future__ import annotations

import dataclasses
import io
import json
import math
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from tests.fuzz.mutating import Target
from tests.trainer.history.examples import whole
from tests.trainer.packs.own import good, listed, zipped
from trainer.audio.files import check_prompt, load_sound, read_answer
from trainer.contract import judge_line
from trainer.errors import WorldError
from trainer.guides import load_guides, read_guide
from trainer.history.archive import ATTEMPTS, FORMAT, MANIFEST, VERSION, write_archive
from trainer.history.arriving import LOCK, read_archive
from trainer.history.migrations import STEPS
from trainer.history.store import Store
from trainer.own_scenarios import own_folder
from trainer.packs import import_pack
from trainer.paths import ASSETS, GUIDES, SCENARIOS
from trainer.records import MyPoints, Scenario, Transcript
from trainer.scenarios import Library, load_library, read_scenario
from trainer.settings import FILE_NAME, Settings
from trainer.settings import load as load_settings
from trainer.transcription.replies import AllWords, NoReply, read_reply


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


def _reply(data: bytes, _folder: Path) -> None:
    try:
        reply = read_reply(data)
    except NoReply as error:
        raise WorldError(str(error)) from error
    if isinstance(reply, AllWords):
        heard = Transcript(engine="embedded", words=reply.words)
        json.dumps([dataclasses.asdict(heard), heard.text], allow_nan=False)


def _archive(data: bytes, folder: Path) -> None:
    path, inner = folder / "all.zip", folder / "inner"
    path.write_bytes(data)
    with closing(Store.open(inner)) as store:
        before = _below(inner)
        try:
            read_archive(path, inner, store, lambda _done, _total: None)
        except WorldError:
            assert _below(inner) == before, "a refusal changes nothing"
            raise
        finally:
            assert {one.name for one in folder.iterdir()} == {"all.zip", "inner"}
            assert store.problems() == []
            store.delete(sorted(store.here()))


def _attempts(data: bytes, folder: Path) -> None:
    """The lines of an archive that is whole round them, as somebody with a grudge would make it."""
    manifest = {
        "format": FORMAT, "version": VERSION, "data_version": len(STEPS), "attempts": data.count(b"\n"),
        "recordings": 0, "sha256": sha256(data).hexdigest(),
    }  # fmt: skip
    sealed = io.BytesIO()
    with zipfile.ZipFile(sealed, "w") as archive:
        archive.writestr(MANIFEST, json.dumps(manifest))
        archive.writestr(ATTEMPTS, data)
    _archive(sealed.getvalue(), folder)


def _below(folder: Path) -> set[Path]:
    return {one for one in folder.rglob("*") if one.name != LOCK}


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


def _replies() -> list[bytes]:
    words = [["hello", 0.12, 0.48, 0.97], ["dana", None, None, None]]
    replies: list[dict[str, object]] = [
        {"streams": True, "load_s": 0.4}, {"text": "hello"}, {"text": None}, {"failed": "why"}, {},
        {"words": words, "decode_s": 0.3},
    ]  # fmt: skip
    return [json.dumps(reply).encode() for reply in replies]


def _archives() -> list[bytes]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Store.open(folder / "data")) as store:
            for number in (1, 2):
                whole(store, f"AAAA{number}")
            store.keep_points("dana", MyPoints(why="a reason"))
            items = (store.carried(one) for one in store.to_export())
            out, quiet = folder / "all.zip", lambda _done, _total: None
            write_archive(out, items, 2, folder / "data", quiet, store.besides())
        data = out.read_bytes()
        with zipfile.ZipFile(out) as packed, zipfile.ZipFile(folder / "plain.zip", "w") as plain:
            for entry in packed.namelist():  # stored, so that mutations reach what is inside
                plain.writestr(entry, packed.read(entry))
        return [data, (folder / "plain.zip").read_bytes()]


def _lines_of_archives() -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(_archives()[1])) as archive:
        return [archive.read(ATTEMPTS)]


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
    "replies": Target(_replies, _reply),
    "archives": Target(_archives, _archive),
    "attempts": Target(_lines_of_archives, _attempts),
    "packs": Target(lambda: [zipped(listed(good()))], _pack),
}
"""Name -> target."""
