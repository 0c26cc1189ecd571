"""The history in one zip: it comes back as it left, and nothing in a strange zip is believed."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.trainer.history.examples import whole
from tests.trainer.history.test_moving import rich
from trainer.errors import BadInput, Cancelled
from trainer.history.archive import ATTEMPTS, BESIDES, MANIFEST, TABLE, Exported, readable, write_archive
from trainer.history.arriving import Imported, read_archive, remove_leftovers
from trainer.history.backups import BACKUPS
from trainer.history.store import Store
from trainer.records import MyPoints

Entries = dict[str, bytes]


def no_progress(_done: int, _total: int) -> None:
    pass


def export(store: Store, path: Path) -> Exported:
    ids = store.to_export()
    return write_archive(path, map(store.carried, ids), len(ids), store.data_dir, no_progress)


def import_into(data_dir: Path, path: Path) -> Imported:
    with closing(Store.open(data_dir)) as store:
        return read_archive(path, data_dir, store, no_progress)


def files_of(data_dir: Path) -> dict[str, bytes]:
    """But for copies, which may be made before anything is refused."""
    return {
        path.relative_to(data_dir).as_posix(): path.read_bytes()
        for path in sorted(data_dir.rglob("*"))
        if path.is_file() and BACKUPS not in path.parts and not path.name.endswith(".lock")
    }


@pytest.fixture
def archive(store: Store, tmp_path: Path) -> Path:
    """Three attempts with something in every table; one recording is gone, one was changed."""
    for name in ("A1", "A2", "A3"):
        rich(store, name)
    (store.data_dir / "takes/A2/A2-take-0.wav").unlink()
    (store.data_dir / "takes/A3/A3-take-0.wav").write_bytes(b"RIFF nothing")
    path = tmp_path / "history.zip"
    done = export(store, path)
    assert (done.attempts, done.recordings, len(done.left_out)) == (3, 1, 5)
    return path


def entries(path: Path) -> Entries:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, contents: Entries) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return path


def with_lines(contents: Entries, change: Callable[[list[dict[str, Any]]], None]) -> Entries:
    """The archive with other attempts, its manifest made to fit."""
    lines = [json.loads(line) for line in contents[ATTEMPTS].splitlines()]
    change(lines)
    text = "".join(json.dumps(line) + "\n" for line in lines).encode()
    manifest = {
        **json.loads(contents[MANIFEST]), "sha256": sha256(text).hexdigest(), "attempts": len(lines),
    }  # fmt: skip
    return {**contents, ATTEMPTS: text, MANIFEST: json.dumps(manifest).encode()}


def test_everything_comes_back_into_an_empty_folder(store: Store, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    done = import_into(other, archive)
    assert done == Imported(attempts=3, skipped=0, recordings=1, without_recording=5)
    with closing(Store.open(other)) as back:
        for attempt_id in store.to_export():
            assert back.carried(attempt_id) == store.carried(attempt_id)
        assert back.rows() == store.rows()
        assert back.problems() == []
    assert (other / "takes/A1/A1-take-0.wav").read_bytes() == (
        store.data_dir / "takes/A1/A1-take-0.wav"
    ).read_bytes()
    assert not list(other.glob(".arriving-*"))
    again = tmp_path / "again.zip"
    with closing(Store.open(other)) as back:
        export(back, again)
    assert entries(again)[ATTEMPTS] == entries(archive)[ATTEMPTS]


def test_points_travel_with_the_whole_history_and_replace_none(store: Store, tmp_path: Path) -> None:
    whole(store, "A1")
    store.keep_points("dana", MyPoints(why="two bills", must=("why",)))
    store.keep_points("ruth", MyPoints(idea="count pallets"))
    path, other = tmp_path / "history.zip", tmp_path / "other"
    write_archive(path, [store.carried("A1")], 1, store.data_dir, no_progress, store.besides())
    with closing(Store.open(other)) as there:
        there.keep_points("ruth", MyPoints(who="mine stays"))
    import_into(other, path)
    with closing(Store.open(other)) as there:
        assert there.all_points() == {"dana": store.points("dana"), "ruth": MyPoints(who="mine stays")}


def nonsense(contents: Entries) -> Entries:
    return {**contents, BESIDES: b'{"points": {"dana": {"why": 7}}}'}


def no_json(contents: Entries) -> Entries:
    return {**contents, BESIDES: b"points"}


@pytest.mark.parametrize("spoil", [nonsense, no_json])
def test_what_is_besides_the_attempts_is_not_believed_either(
    archive: Path, tmp_path: Path, spoil: Callable[[Entries], Entries]
) -> None:
    strange = write(tmp_path / "strange.zip", spoil(entries(archive)))
    other = tmp_path / "other"
    with pytest.raises(BadInput, match=r"besides\.json"):
        import_into(other, strange)
    with closing(Store.open(other)) as there:
        assert there.rows() == []


def test_what_is_here_already_is_skipped_and_counted(store: Store, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with closing(Store.open(other)) as there:
        whole(there, "A1", "mine stays")
    assert import_into(other, archive) == Imported(attempts=2, skipped=1, recordings=0, without_recording=4)
    assert import_into(other, archive) == Imported(attempts=0, skipped=3, recordings=0, without_recording=0)
    with closing(Store.open(other)) as there:
        assert there.attempt("A1").turns[0].transcript.text == "mine stays"  # type: ignore[union-attr]


def test_the_table_is_safe_to_open(archive: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(entries(archive)[TABLE].decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == ["A1", "A2", "A3"]
    assert rows[0]["note"] == "'=1+1 «note»"
    assert rows[0]["met"] == "4"


def test_an_export_is_private_and_not_inside_the_data_folder(store: Store, archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600
    with pytest.raises(BadInput, match="outside the data folder"):
        export(store, store.data_dir / "takes" / "all.zip")


def test_a_cancelled_export_leaves_what_was_there(store: Store, archive: Path) -> None:
    before = archive.read_bytes()

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        write_archive(archive, map(store.carried, store.to_export()), 3, store.data_dir, stop)
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.iterdir() if path.name.startswith(".")] == []


def test_a_damaged_attempt_does_not_keep_the_others_here(store: Store) -> None:
    whole(store, "A1")
    whole(store, "SICK")
    store._db.execute("UPDATE attempts SET scenario = '{' WHERE id = 'SICK'")
    left_out: list[str] = []
    found = list(readable(["A1", "SICK", "GONE"], store.carried, left_out))
    assert ([item.attempt.id for item in found], left_out) == (["A1"], ["SICK", "GONE"])


def test_an_empty_history_travels_too(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "empty.zip")
    assert import_into(tmp_path / "other", tmp_path / "empty.zip").attempts == 0


@pytest.mark.parametrize("stop_at", range(1, 8))
def test_a_cancelled_import_changes_nothing(archive: Path, tmp_path: Path, stop_at: int) -> None:
    other = tmp_path / "other"
    with closing(Store.open(other)) as there:
        whole(there, "MINE")
        before = files_of(other)
        calls = []

        def stop(_done: int, _total: int) -> None:
            calls.append(1)
            if len(calls) == stop_at:
                raise Cancelled("Stopped.")

        if stop_at > 4:  # three attempts and one recording
            read_archive(archive, other, there, stop)
            return
        with pytest.raises(Cancelled):
            read_archive(archive, other, there, stop)
    assert files_of(other) == before


def test_an_import_that_breaks_off_at_the_last_step_changes_nothing(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with closing(Store.open(other)) as there:
        before = files_of(other)
        (other / "takes").write_text("in the way")
        with pytest.raises(OSError, match="takes"):
            read_archive(archive, other, there, no_progress)
        assert there.rows() == []
        (other / "takes").unlink()
    assert files_of(other) == before


def test_what_a_killed_import_left_is_removed_and_what_is_listed_stays(store: Store) -> None:
    whole(store, "A1")
    kept = store.attempt("A1").turns[0].takes[0].path
    orphan = store.data_dir / "takes/B1/B1.wav"
    orphan.parent.mkdir()
    orphan.write_bytes(b"RIFF")
    stage = store.data_dir / ".arriving-x"
    stage.mkdir()
    (stage / "half.wav").write_bytes(b"RIFF")
    (stage / "moves.json").write_text(json.dumps([kept, "takes/B1/B1.wav"]))
    remove_leftovers(store.data_dir, lambda: {take.path for take in store.takes()})
    assert not orphan.exists()
    assert not stage.exists()
    assert (store.data_dir / kept).exists()


def _edit(path: str, value: Any) -> Callable[[Entries], Entries]:
    """Change one value of the second attempt, by its dotted place."""

    def change(lines: list[dict[str, Any]]) -> None:
        *places, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        target: Any = lines[1]
        for place in places:
            target = target[place]
        target[last] = value

    return lambda contents: with_lines(contents, change)


def _manifest(**changed: Any) -> Callable[[Entries], Entries]:
    return lambda contents: {
        **contents, MANIFEST: json.dumps({**json.loads(contents[MANIFEST]), **changed}).encode(),
    }  # fmt: skip


def _without(name: str) -> Callable[[Entries], Entries]:
    return lambda contents: {key: data for key, data in contents.items() if key != name}


def _more(name: str) -> Callable[[Entries], Entries]:
    return lambda contents: {**contents, name: b"RIFF"}


TAKE = "attempt.turns.0.takes.0"
HOSTILE = {
    "no manifest": (_without(MANIFEST), "not a history"),
    "no attempts": (_without(ATTEMPTS), "not a history"),
    "another format": (_manifest(format="other"), "not a history"),
    "a manifest that is a list": (lambda all_: {**all_, MANIFEST: b"[]"}, "not a history"),
    "a manifest that is no JSON": (lambda all_: {**all_, MANIFEST: b"{"}, "is not JSON"),
    "a newer format": (_manifest(version=2), "newer Ringback"),
    "newer data": (_manifest(data_version=999), "data version 999; this one knows up to"),
    "no count": (_manifest(attempts="3"), "does not say its attempts"),
    "a wrong count": (_manifest(attempts=2), "lists 2 attempts and holds 3"),
    "changed attempts": (lambda all_: {**all_, ATTEMPTS: all_[ATTEMPTS] + b"\n"}, "damaged or was changed"),
    "an escape": (_more("../evil.wav"), "does not belong"),
    "an escape inside": (_more("takes/../../evil.wav"), "does not belong"),
    "an absolute path": (_more("/etc/evil.wav"), "does not belong"),
    "a drive": (_more("C:/evil.wav"), "does not belong"),
    "backslashes": (_more("takes\\..\\evil.wav"), "does not belong"),
    "a reserved ending": (_more("takes/A1/evil.exe"), "does not belong"),
    "control characters": (_more("takes/A1/a\x1b[2J.wav"), "does not belong"),
    "writing direction": (_more("takes/A1/a\u202evaw.wav"), "does not belong"),
    "case twice": (_more("takes/a1/a1-TAKE-0.wav"), "twice"),
    "another recording": (
        lambda all_: {**all_, "takes/A1/A1-take-0.wav": b"RIFF other"}, "not the recording that was exported",
    ),
    "an unknown field": (_edit("attempt.colour", "red"), "line 2: attempt.colour"),
    "a wrong type": (_edit("attempt.note", 5), "line 2: attempt.note"),
    "an unknown state": (_edit("attempt.state", "gone"), "line 2: attempt.state"),
    "still recording": (_edit("attempt.state", "recording"), "still being recorded"),
    "an id with a path": (_edit("attempt.id", "../x"), "an id is not one of ours"),
    "a take elsewhere": (_edit(f"{TAKE}.path", "takes/../x/y.wav"), "a recording lies where none may"),
    "a take outside": (_edit(f"{TAKE}.path", "/etc/passwd"), "a recording lies where none may"),
    "the same take path": (_edit(f"{TAKE}.path", "takes/A1/A1-take-0.wav"), "another recording is called"),
    "the same take": (_edit(f"{TAKE}.id", "A1-take-0"), "do not belong together"),
    "the same attempt": (_edit("attempt.id", "A1"), "has 'A1' twice"),
    "the same sequence": (_edit("attempt.sequence", 1), "has '1' twice"),
    "a negative sequence": (_edit("attempt.sequence", -4), "place in time"),
    "an endless number": (_edit(f"{TAKE}.frames", 10**30), "length cannot be"),
    "an endless count": (_edit(f"{TAKE}.dropped_ms", 10**30), "contradicts itself"),
    "another turn": (_edit(f"{TAKE}.turn", 7), "another turn"),
    "a time that is none": (_edit("attempt.started_utc", "yesterday"), "time cannot be read"),
    "a judgement twice": (
        lambda all_: with_lines(all_, lambda lines: lines[0]["judgements"].append(lines[0]["judgements"][0])),
        "contradicts itself",
    ),
    "deep JSON": (
        lambda all_: {
            **all_, ATTEMPTS: (deep := b"[" * 100_000 + b"\n"),
            MANIFEST: json.dumps(
                {**json.loads(all_[MANIFEST]), "sha256": sha256(deep).hexdigest(), "attempts": 1}
            ).encode(),
        },
        "line 1 is not JSON",
    ),
    "not a number": (
        lambda all_: {
            **all_, ATTEMPTS: b"NaN\n",
            MANIFEST: json.dumps(
                {**json.loads(all_[MANIFEST]), "sha256": sha256(b"NaN\n").hexdigest(), "attempts": 1}
            ).encode(),
        },
        "line 1 is not JSON",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_strange_archive_is_refused_with_the_reason_and_nothing_changes(
    archive: Path, tmp_path: Path, name: str
) -> None:
    change, reason = HOSTILE[name]
    strange = write(tmp_path / "strange.zip", change(entries(archive)))
    other = tmp_path / "other"
    with closing(Store.open(other)) as there:
        whole(there, "MINE")
        before = files_of(other)
        with pytest.raises(BadInput) as refusal:
            read_archive(strange, other, there, no_progress)
    assert reason in str(refusal.value)
    assert files_of(other) == before
    assert not (tmp_path / "evil.wav").exists()


def _link(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("takes/A1/link.wav")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")


def _twice(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(ATTEMPTS, "{}")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    """One byte of the attempts, so that its check sum does not hold."""
    data = bytearray(path.read_bytes())
    at = data.index(ATTEMPTS.encode()) + len(ATTEMPTS) + 200
    data[at] ^= 0xFF
    path.write_bytes(data)


def _text(path: Path) -> None:
    path.write_text("PK? no")


def _packed_otherwise(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("takes/A1/x.wav", b"RIFF", compress_type=zipfile.ZIP_LZMA)


def _encrypted(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_link, "is a link"),
        (_twice, "twice"),
        (_cut, "not a zip file"),
        (_flip, "zip file|damaged"),
        (_text, "not a zip file"),
        (_packed_otherwise, "packed in an unusual way"),
        (_encrypted, "is encrypted"),
    ],
)
def test_a_spoilt_zip_is_refused_and_nothing_changes(
    archive: Path, tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    spoil(archive)
    other = tmp_path / "other"
    with closing(Store.open(other)) as there:
        before = files_of(other)
        with pytest.raises(BadInput, match=reason):
            read_archive(archive, other, there, no_progress)
    assert files_of(other) == before


def test_an_archive_larger_than_the_disk_is_refused(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = dataclasses.make_dataclass("usage", ["free"])
    monkeypatch.setattr("trainer.history.untrusted.shutil.disk_usage", lambda _: usage(free=1000))
    with pytest.raises(BadInput, match="the disk has less"):
        import_into(tmp_path / "other", archive)
