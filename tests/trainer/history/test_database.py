"""Opening: what is created, what is refused, and that whatever is refused stays as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.trainer.history.examples import begin, whole
from trainer.errors import StoreError, WorldError
from trainer.history import database
from trainer.history.database import FILE_NAME, fold
from trainer.history.store import Store
from trainer.paths import ROOT

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists, not in bits")


def filled(data_dir: Path) -> Path:
    with closing(Store.open(data_dir)) as store:
        for n in range(20):
            whole(store, f"A{n:03}", "hello dana it is sam " * 50)
    return data_dir / FILE_NAME


def begin_many(store: Store) -> None:
    for n in range(100):
        begin(store, f"B{n:03}")


def refused(data_dir: Path) -> str:
    """The message with which the history is refused; its file must not change."""
    path = data_dir / FILE_NAME
    before = path.read_bytes()
    with pytest.raises(StoreError) as refusal:
        Store.open(data_dir)
    assert path.read_bytes() == before
    assert sorted(item.name for item in data_dir.iterdir() if item.is_file()) == [FILE_NAME]
    assert refusal.value.mend
    return str(refusal.value)


# --------------------------------------------------------------------------- a new one


def test_a_new_history_makes_its_folder_and_leaves_nothing_half_made(data_dir: Path) -> None:
    Store.open(data_dir / "deep" / "down").close()
    assert [path.name for path in (data_dir / "deep" / "down").iterdir()] == [FILE_NAME]


@POSIX
def test_only_this_user_may_look_inside(store: Store, data_dir: Path) -> None:
    whole(store, "A1")
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE((data_dir / FILE_NAME).stat().st_mode) == 0o600


@POSIX
def test_an_open_folder_is_closed_to_others(data_dir: Path) -> None:
    filled(data_dir).chmod(0o644)
    data_dir.chmod(0o755)
    Store.open(data_dir).close()
    assert stat.S_IMODE(data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE((data_dir / FILE_NAME).stat().st_mode) == 0o600


def test_it_is_set_up_to_survive_power_cuts_and_to_forget(store: Store) -> None:
    setting = lambda name: store._db.execute(f"PRAGMA {name}").fetchone()[0]  # noqa: E731
    assert setting("journal_mode") == "delete"
    assert setting("synchronous") == 3, "EXTRA"
    assert setting("secure_delete") == 1
    assert setting("foreign_keys") == 1
    assert setting("busy_timeout") == 5000


def test_of_many_first_starts_none_loses_what_another_stored(data_dir: Path) -> None:
    data_dir.mkdir()
    code = (
        "import sys; from pathlib import Path; from tests.trainer.history.examples import begin;"
        "from trainer.history.store import Store;"
        "store = Store.open(Path(sys.argv[1])); begin(store, sys.argv[2]); store.close()"
    )
    starts = [
        subprocess.Popen([sys.executable, "-c", code, str(data_dir), f"A{n}"], cwd=ROOT) for n in range(4)
    ]
    assert [start.wait() for start in starts] == [0] * 4
    with closing(Store.open(data_dir)) as store:
        assert sorted(row.id for row in store.rows()) == ["A0", "A1", "A2", "A3"]
    assert [path.name for path in data_dir.iterdir()] == [FILE_NAME]


def test_a_file_system_without_links_will_do(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    Store.open(data_dir).close()
    assert [path.name for path in data_dir.iterdir()] == [FILE_NAME]


# --------------------------------------------------------------------------- damage


@pytest.mark.parametrize(
    "content", [b"", b"hello, I am a text file\n" * 100, b"\0" * 8192, b"SQLite format 3\0", b"x"]
)
def test_what_is_no_database_is_refused_untouched(data_dir: Path, content: bytes) -> None:
    data_dir.mkdir()
    (data_dir / FILE_NAME).write_bytes(content)
    message = refused(data_dir)
    assert "damaged or not a database" in message
    assert str(data_dir / FILE_NAME) in message
    assert "begin a new history" in message


def test_a_database_of_another_program_is_refused_untouched(data_dir: Path) -> None:
    data_dir.mkdir()
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    assert "not one that Ringback made" in refused(data_dir)


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _without_last_page(content: bytes) -> bytes:
    return content[:-4096]


def _zeroed_header(content: bytes) -> bytes:
    return bytes(100) + content[100:]


def _zeroed_second_page(content: bytes) -> bytes:
    return content[:4096] + bytes(4096) + content[8192:]


@pytest.mark.parametrize("damage", [_half, _without_last_page, _zeroed_header, _zeroed_second_page])
def test_a_damaged_database_is_refused_untouched_and_audio_with_it(data_dir: Path, damage: object) -> None:
    path = filled(data_dir)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert "damaged" in refused(data_dir)
    assert len(list(data_dir.rglob("*.wav"))) == 20


def test_flipped_bytes_never_end_in_anything_but_a_plain_error(data_dir: Path) -> None:
    path = filled(data_dir)
    whole_file = path.read_bytes()
    chance = random.Random(7)
    refusals = 0
    for _ in range(60):
        content = bytearray(whole_file)
        for place in chance.sample(range(len(content)), 16):
            content[place] ^= chance.randrange(1, 256)
        path.write_bytes(content)
        try:
            with closing(Store.open(data_dir)) as store:
                for row in store.rows():
                    store.attempt(row.id)
                store.rows("dana")
        except WorldError:  # a row may also have lost its name
            refusals += 1
    assert refusals, "the bytes were not flipped at all"


def test_text_that_is_no_utf8_is_shown_and_the_rest_with_it(store: Store) -> None:
    whole(store, "A1")
    for table in ("attempts", "lines"):
        store._db.execute(f"UPDATE {table} SET note = CAST(x'41ff42' AS TEXT)")
    assert store.rows()[0].note == store.attempt("A1").note == "A\N{REPLACEMENT CHARACTER}B"


def test_one_damaged_attempt_does_not_hide_the_others(store: Store) -> None:
    for name in ("GOOD", "SICK"):
        whole(store, name, state="waiting")
    store._db.execute("UPDATE attempts SET scenario = '{' WHERE id = 'SICK'")
    assert len(store.rows()) == 2
    assert [attempt.id for attempt in store.waiting()] == ["GOOD"]
    with pytest.raises(StoreError, match="SICK is damaged"):
        store.attempt("SICK")


def test_a_damaged_judgement_is_only_a_cache(store: Store) -> None:
    whole(store, "A1")
    store._db.execute("UPDATE judgements SET feedback = '{\"id\": 3}'")
    assert store.attempt("A1").feedback is None


def test_a_row_that_leads_out_of_the_data_folder_deletes_nothing(store: Store, data_dir: Path) -> None:
    outside = data_dir.parent / "precious.txt"
    outside.write_text("keep me")
    whole(store, "A1")
    for path in ("../precious.txt", str(outside), "takes/../../precious.txt", FILE_NAME):
        store._db.execute("UPDATE takes SET path = ?", [path])
        with pytest.raises(StoreError, match="outside the data folder"):
            store.delete(["A1"])
    assert outside.read_text() == "keep me"
    assert len(store.rows()) == 1


# --------------------------------------------------------------------------- the world


def test_a_full_disk_is_said_and_what_was_stored_stays(store: Store) -> None:
    whole(store, "A1")
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="is full") as full:
        begin_many(store)
    assert "Free some space" in full.value.mend
    stored = [row.id for row in store.rows()]
    store.close()
    with closing(Store.open(store.data_dir)) as again:
        assert [row.id for row in again.rows()] == stored
        assert again.problems() == []


def test_a_database_that_another_program_keeps_busy(store: Store, data_dir: Path) -> None:
    store._db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(data_dir / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program has kept"):
            begin(store, "A1")
        other.rollback()
    assert begin(store, "A1").sequence == 1


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreError, match="it is a file, not a folder"):
        Store.open(tmp_path / "data")
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path / "data" / "below")


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that an ordinary user can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


# Root may write everywhere: be somebody else then. Only after the imports, which may lie in root's home.
_READ_ONLY = """
import os
import sys
from pathlib import Path
from tests.trainer.history.examples import begin
from trainer.errors import StoreError
from trainer.history.store import Store

if os.geteuid() == 0:
    os.setuid(65534)
folder = Path(sys.argv[1])
try:
    Store.open(folder / "new")
except StoreError as error:
    print(error)
store = Store.open(folder / "old")
print([row.id for row in store.rows()])
try:
    begin(store, "B1")
except StoreError as error:
    print(error)
store.close()
"""


@POSIX
def test_a_read_only_folder_can_be_looked_at_and_says_why_nothing_is_stored(shared_folder: Path) -> None:
    with closing(Store.open(shared_folder / "old")) as store:
        begin(store, "A1")
    (shared_folder / "old" / FILE_NAME).chmod(0o444)
    (shared_folder / "old").chmod(0o555)
    shared_folder.chmod(0o555)
    run = subprocess.run(
        [sys.executable, "-c", _READ_ONLY, str(shared_folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    (shared_folder / "old").chmod(0o700)
    assert run.stderr == ""
    new, rows, write = run.stdout.splitlines()
    assert "cannot be used (Permission denied)" in new
    assert "--data-dir" in new
    assert rows == "['A1']"
    assert "cannot be written; this was not stored" in write


def test_our_own_mistakes_are_not_dressed_up_as_the_worlds(store: Store) -> None:
    begin(store, "A1")
    with pytest.raises(sqlite3.IntegrityError):
        begin(store, "A1")
    assert len(store.rows()) == 1


def test_a_reader_in_another_process_is_not_disturbed_by_a_writer(store: Store, data_dir: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from trainer.history.store import Store\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "for _ in range(20):\n"
        "    for row in store.rows(): assert store.attempt(row.id).scenario.title\n"
        "store.close()"
    )
    reader = subprocess.Popen([sys.executable, "-c", code, str(data_dir)], cwd=ROOT)
    n = 0
    while reader.poll() is None:
        begin(store, f"A{n:03}")
        n += 1
        time.sleep(0.05)  # as seldom as people do things; without it a slow disk leaves the reader no gap
    assert n
    assert reader.wait() == 0
    assert len(store.rows()) == n


def test_fold() -> None:
    assert fold("Émile STRASSE") == "emile strasse"
    assert fold("straße") == "strasse"
    assert fold(None) == ""
    assert database.BUSY_TIMEOUT_S == 5.0
