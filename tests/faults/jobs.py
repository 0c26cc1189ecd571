"""What the program does to its files, one job after the other, and what may be there afterwards.

Each job works in a home of its own: `data` is the data folder, beside it lie a history and a pack to import.
"""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from sqlite_utils import Database

import trainer
from tests.trainer.examples import scenario
from tests.trainer.packs.own import good, listed, zipped
from tests.trainer.packs.own import scenario as own_scenario
from trainer.audio.takes import repair
from trainer.cli import main
from trainer.guides import load_guides
from trainer.history import columns
from trainer.history.archive import write_archive
from trainer.history.audio_files import compare
from trainer.history.backups import backups, whole
from trainer.history.database import FILE_NAME
from trainer.history.mending import open_or_mend
from trainer.history.migrations import STEPS, migrate
from trainer.history.recovery import recover
from trainer.history.store import Store
from trainer.judging import judge_stored
from trainer.own_scenarios import apply, own_folder, settle
from trainer.recording import Recording
from trainer.records import Context, Dispute, Seller, Take, Transcript, Word
from trainer.settings import load as load_settings
from trainer.store_thread import StoreThread

TODAY = date(2026, 11, 22)
DAMAGED = "damaged"
"""A file in a home whose history was damaged before the job."""
BLOCK = np.full(1600, 7, dtype=np.int16)
SAID = tuple(
    Word(word=word) for word in ["hello", "dana", "this", "is", "sam", "please", "call", "me", "back"]
)

Picture = dict[str, Any]
"""All that can be seen of a home after the next start, ready to be compared."""


@dataclass(frozen=True)
class Job:
    """One thing to do."""

    run: Callable[[Path], int]
    """Does it in a home and returns the command line's status; a `WorldError` or `OSError` may come out."""
    old: bool = False
    """It begins with a history of the first version."""
    damaged: bool = False
    """It begins with a damaged history and a backup."""


def prepare(home: Path, *, old: bool = False, damaged: bool = False) -> None:
    """Make the home in which jobs begin."""
    data = home / "data"
    if old:
        old_history(data)
    else:
        _practise(data, "A1")
        _practise(data, "A2")
        with closing(Store.open(data)) as store:
            store.back_up("daily", TODAY)
        apply(own_folder(data), {"own-b.toml": own_scenario("own-b").encode(), **_sounds()})
        assert _cli("profile", "set", "name=Sam")(home) == 0
    if damaged:
        (data / FILE_NAME).write_bytes(b"SQLite format 3\0" + bytes(8192))
        (home / DAMAGED).touch()
    _practise(home / "other", "B1")
    with closing(Store.open(home / "other")) as store:
        items = [store.carried("B1")]
        write_archive(home / "in.zip", items, 1, home / "other", lambda _done, _total: None)
    (home / "pack.zip").write_bytes(zipped(listed(good())))


def warm_up(job: Job, home: Path) -> None:
    """Import whatever the job will import, so that no fault meets Python's own reading of modules."""
    for module in pkgutil.walk_packages(trainer.__path__, "trainer."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    if job.run is not _save:  # its detector of voices starts threads, which no fork inherits
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            job.run(home)
    elif (home / "data").is_dir():
        with closing(Store.open(home / "data")) as store:
            store.add_revision("A1", Dispute(check="one-ask"))
            judge_stored(store, "A1", GUIDES)


def picture(home: Path) -> Picture:
    """Start as the program does and look at everything.

    Raises:
        AssertionError: something is damaged.
    """
    data = home / "data"
    settle(data / "scenarios")
    store, mended = open_or_mend(data)
    with closing(store):
        recover(store, data, repair)
        assert store.problems() == []
        attempts = {row.id: _plain(columns.to_json(store.carried(row.id))) for row in store.rows()}
        sound = compare(data, store.takes())
    assert whole(data / FILE_NAME), "the database is damaged"
    if (home / DAMAGED).exists():
        assert list(data.glob("ringback-damaged-*.db")), "the damaged history is gone"
    else:
        assert not mended, mended
    assert not sound.missing, sound
    assert not sound.changed, sound
    assert not sound.unlisted, sound
    assert all(whole(copy.path) for copy in backups(data)), "a backup is damaged"
    settings, lost = load_settings(data)
    assert lost == []
    return {
        "attempts": attempts,
        "profile": settings.profile.name,
        "scenarios": _files(data / "scenarios"),
        "export": _members(home / "out.zip"),
        "table": (home / "out.csv").is_file() and (home / "out.csv").read_bytes().decode(),
    }


def allowed(name: str, seen: Picture, before: Picture, after: Picture) -> bool:
    """Whether a home may look like this when the job could not be done."""
    if name == "save":  # what was spoken is kept as far as it came
        others = {key: one for key, one in seen["attempts"].items() if key != "S1"}
        return {**seen, "attempts": others} == before
    return seen in (before, after)


def _cli(*arguments: str) -> Callable[[Path], int]:
    def run(home: Path) -> int:
        return main(["--data-dir", str(home / "data"), *(part.format(home=home) for part in arguments)])

    return run


def _save(home: Path) -> int:
    _practise(home / "data", "S1")
    return 0


def _practise(data: Path, attempt_id: str) -> None:
    """Record a reply; hear, judge and keep it."""
    store = StoreThread(data)
    try:
        store.do(
            lambda store: store.begin_attempt(
                id=attempt_id, scenario=scenario("voicemail"), seller=Seller(id="me", name="Sam Reyes"),
                context=Context(), guide="sell-the-call", started_utc="2026-11-22T00:00:00Z",
                utc_offset_min=0,
            )
        ).result()  # fmt: skip
        store.do(
            lambda store: store.begin_turn(attempt_id, 0, prompt_id="greeting", caller_line="Hi.")
        ).result()
        take = Take(id=f"{attempt_id}-t", turn=0, purpose="answer", path=f"takes/{attempt_id}/t.wav")
        recording = Recording(store, data, attempt_id, take, None)
        for _ in range(12):
            recording.add(BLOCK)
        recording.finish(dropped_ms=0)
        heard = Transcript(engine="embedded", words=SAID)
        store.do(lambda store: store.add_transcript(take.id, heard)).result()
        store.do(lambda store: judge_stored(store, attempt_id, GUIDES)).result()
    finally:
        store.close()


def _open(home: Path) -> int:
    Store.open(home / "data").close()
    return 0


def _mend(home: Path) -> int:
    open_or_mend(home / "data")[0].close()
    return 0


def _back_up(home: Path) -> int:
    with closing(Store.open(home / "data")) as store:
        store.back_up("daily", TODAY)
    return 0


def _put_back(home: Path) -> int:
    store = StoreThread(home / "data")
    try:
        store.put_back(backups(home / "data")[0].path, TODAY).result()
    finally:
        store.close()
    return 0


def _edit(home: Path) -> int:
    with closing(Store.open(home / "data")) as store:
        store.set_note("A1", "spoke too fast")
    return 0


def old_history(data: Path) -> None:
    """A history as the first version made it, with one attempt."""
    data.mkdir(parents=True)
    with closing(Database(data / FILE_NAME)) as db:
        migrate(db, STEPS[:1])
        row = {
            "id": "A1", "started_utc": "2026-11-22T00:00:00Z", "utc_offset_min": 0, "state": "judged",
            "kind": "voicemail", "scenario_id": "v", "title": "T", "prospect_id": "p", "prospect": "Dana",
            "guide": "earn", "scenario": columns.to_json(scenario("voicemail")),
            "seller": columns.to_json(Seller(id="me")), "context": columns.to_json(Context()),
        }  # fmt: skip
        db.table("attempts").insert(row)


def _sounds() -> dict[str, bytes]:
    return {place: data for place, data in good().items() if place != "mine.toml"}


def _plain(attempt: str) -> Any:
    """What was stored, but what the start measures anew in a take whose end was never stored."""
    measured = ("speech", "level", "first_word_latency_s")
    return json.loads(attempt, object_hook=lambda one: {k: v for k, v in one.items() if k not in measured})


def _files(folder: Path) -> dict[str, str]:
    """Place -> content of the own scenarios; what is hidden is none of them, and swept after an hour."""
    found = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        place.as_posix(): path.read_bytes().hex()
        for place, path in found.items()
        if not place.parts[0].startswith(".")
    }


def _members(path: Path) -> Sequence[str] | None:
    """Names in the exported zip; None without one.

    Raises:
        AssertionError: it is not whole.
    """
    if not path.exists():
        return None
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        assert archive.testzip() is None
        return sorted(archive.namelist())


GUIDES = load_guides()
JOBS = {
    "save": Job(_save),
    "edit": Job(_edit),
    "import": Job(_cli("attempts", "import", "{home}/in.zip")),
    "export": Job(_cli("attempts", "export", "-o", "{home}/out.zip")),
    "table": Job(_cli("attempts", "export", "--format", "csv", "-o", "{home}/out.csv")),
    "delete": Job(_cli("attempts", "delete", "A1")),
    "update": Job(_open, old=True),
    "mend": Job(_mend, damaged=True),
    "backup": Job(_back_up),
    "put back": Job(_put_back),
    "settings": Job(_cli("profile", "set", "name=Ada")),
    "take pack": Job(_cli("scenarios", "import", "{home}/pack.zip")),
    "remove scenario": Job(_cli("scenarios", "remove", "own-b")),
}
