"""Making rows and recordings agree again: what can be mended is, and the rest is said.

Nothing is deleted here but what the user had deleted before. A recording that no attempt knows becomes an
attempt of its own, set aside, so that it can be played, kept or deleted in History.
"""

from __future__ import annotations

import os
import re
import socket
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from ulid import ULID

from trainer.errors import WorldError
from trainer.history.arriving import STAGE, alone
from trainer.history.audio_files import FOLDER, audio_path, compare
from trainer.history.carried import Carried
from trainer.history.recovery import Measure, Repair, recover
from trainer.history.store import Store
from trainer.history.untrusted import ID, RECORDING
from trainer.paths import file_sha256, make_private_dir, sync_folder
from trainer.records import Attempt, Context, Person, Scenario, Seller, Take, Turn

WINDOW_LOCK = "window.lock"
"""The window's own; `ui.single_instance` writes it."""

FOUND = Scenario(
    id="found-recording", kind="voicemail", title="A recording found in the data folder", industry="",
    situation="cold", prospect=Person(id="found-recording", name="Unknown"), prompts=(), seller="unknown",
    trains="", difficulty=1,
)  # fmt: skip
"""Stands for the scenario of an attempt whose row is lost: nobody knows what was practised."""

What = Literal[
    "history", "cut-short", "torn", "deletion", "import", "lock",
    "put-back", "missing", "changed", "adopted", "foreign",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One thing that was not as it should be."""

    what: What
    done: bool
    """Whether it is mended; else `detail` says what stays and what the user may do."""
    detail: str


Ask = Callable[[Callable[[Store], Any]], Any]
"""Runs work on the thread that owns the store and gives its result."""


def mend_what_was_left(store: Store, data_dir: Path, repair: Repair, measure: Measure) -> list[Mended]:
    """Finish what an end of the program has cut short (`recovery.recover`), and say what that was.

    The caller makes sure that no other program has this folder open.

    Raises:
        StoreError: the history cannot be read or written.
    """
    deleted = len(store.hidden()) + len(store.hidden_scripts())
    cut_short, torn = store.unfinished(), [take for _, take in store.torn_takes()]
    staged = next(data_dir.glob(f"{STAGE}*"), None)
    recover(store, data_dir, repair, measure)
    still_torn = {take.id for _, take in store.torn_takes()}
    found = [
        Mended(what="cut-short", done=True, detail=f"'{attempt.scenario.title}' was cut short. It is listed.")
        for attempt in cut_short
    ]
    found += [_torn(take, mended=take.id not in still_torn) for take in torn]
    if deleted:
        entries = "entry" if deleted == 1 else "entries"
        found.append(Mended(what="deletion", done=True, detail=f"Finished deleting {deleted} {entries}."))
    if staged:
        gone = not staged.exists()
        detail = "Removed what an import had left half done." if gone else f"{staged} could not be removed."
        found.append(Mended(what="import", done=gone, detail=detail))
    return found


def mend_recordings(ask: Ask, data_dir: Path, repair: Repair, measure: Measure) -> list[Mended]:
    """Put recordings that were moved back, list those of no attempt, and name what is gone or changed.

    `ask` is called briefly and often: reading the recordings, which takes long, does not keep the store busy.

    Raises:
        BadInput: an import is running.
        StoreError: the history cannot be read or written.
        OSError: a recording cannot be read or moved.
    """
    with alone(data_dir):
        return _mend_recordings(ask, data_dir, lambda path, take: measure(path, _whole(path, take, repair)))


def _mend_recordings(ask: Ask, data_dir: Path, measured: Measure) -> list[Mended]:
    takes: list[Take] = ask(lambda store: store.takes())
    report = compare(data_dir, takes)
    checksums = {take.path: take.sha256 for take in takes}
    # Asked again: a call that began meanwhile has stored its take's row before the file was there.
    known = {take.path for take in ask(lambda store: store.takes())}
    loose = {file_sha256(data_dir / name): name for name in report.unlisted if name not in known}
    found: list[Mended] = []
    for name in report.missing:
        stray = loose.pop(checksums[name] or "", None)
        found.append(_put_back(data_dir, stray, name) if stray else _gone(name))
    found += [_changed(name) for name in report.changed]
    strays = [name for name in report.unlisted if name not in known and (data_dir / name).is_file()]
    return found + _adopt(ask, data_dir, strays, measured)


def mend_lock(data_dir: Path) -> list[Mended]:
    """Take away the lock of a window whose process is gone. (It blocks no start; it is only litter.)"""
    lock = data_dir / WINDOW_LOCK
    if os.name != "posix" or not lock.is_file():  # elsewhere a process cannot be asked for without harm
        return []
    pid, _, host, *_ = (*lock.read_text("utf-8", "replace").splitlines(), "", "", "")
    if host != socket.gethostname() or not re.fullmatch(r"[1-9]\d{0,9}", pid) or _runs(int(pid)):
        return []
    lock.unlink(missing_ok=True)
    return [Mended(what="lock", done=True, detail="Removed the lock of a window that is gone.")]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


# --------------------------------------------------------------------------- what is said


def _torn(take: Take, *, mended: bool) -> Mended:
    if mended:
        return Mended(what="torn", done=True, detail=f"The recording {take.path} was made whole.")
    said = f"The recording {take.path} could not be made whole. It was left as it is."
    return Mended(what="torn", done=False, detail=said)


def _gone(name: str) -> Mended:
    said = (
        f"The recording {name} is gone. Its attempt stays, with what was heard; put a copy of the file back."
    )
    return Mended(what="missing", done=False, detail=said)


def _changed(name: str) -> Mended:
    said = f"The recording {name} has been changed since it was made. Put the original back from a copy."
    return Mended(what="changed", done=False, detail=said)


# --------------------------------------------------------------------------- what is done


def _put_back(data_dir: Path, stray: str, name: str) -> Mended:
    """Move the recording with the right checksum to where its attempt looks for it."""
    source, target = data_dir / stray, audio_path(data_dir, name)
    make_private_dir(target.parent)
    source.replace(target)
    for folder in {source.parent, target.parent}:
        sync_folder(folder)
    return Mended(
        what="put-back", done=True, detail=f"The recording {name} was found as {stray} and put back."
    )


def _whole(path: Path, take: Take, repair: Repair) -> Take:
    frames = repair(path)
    return replace(take, frames=frames, sha256=file_sha256(path))


def _adopt(ask: Ask, data_dir: Path, strays: Sequence[str], measured: Measure) -> list[Mended]:
    """Make an attempt of each folder of recordings that no attempt knows."""
    taken: set[str] = ask(lambda store: store.here() | {take.id for take in store.takes()})
    folders: dict[PurePosixPath, list[str]] = defaultdict(list)
    for name in strays:
        folders[PurePosixPath(name).parent].append(name)
    attempts: list[Attempt] = []
    found: list[Mended] = []
    for folder, names in sorted(folders.items()):
        takes = list(_takes_in(data_dir, names, taken, measured, found))
        if takes:
            attempts.append(_attempt(data_dir, folder, takes, taken, len(attempts) + 1))
    if attempts:
        ask(lambda store: store.restore([Carried(attempt=attempt) for attempt in attempts]))
    return found + [_adopted(attempt) for attempt in attempts]


def _takes_in(
    data_dir: Path, names: Sequence[str], taken: set[str], measured: Measure, found: list[Mended]
) -> Iterator[Take]:
    """A take a file, in the order of their names, as a call stores them; others are named in `found`."""
    turn = 0
    for name in sorted(names):
        if RECORDING.fullmatch(name):
            take = Take(id=_free(Path(name).stem, taken), turn=turn, purpose="answer", path=name)
            try:
                yield measured(data_dir / name, take)
            except WorldError:  # no recording of ours
                pass
            else:
                turn += 1
                continue
        said = f"{name} is no recording that Ringback made. It was left as it is."
        found.append(Mended(what="foreign", done=False, detail=said))


def _attempt(
    data_dir: Path, folder: PurePosixPath, takes: Sequence[Take], taken: set[str], sequence: int
) -> Attempt:
    began = datetime.fromtimestamp((data_dir / takes[0].path).stat().st_mtime).astimezone()
    offset = began.utcoffset()
    return Attempt(
        id=_free(folder.name if folder.name != FOLDER else "", taken),
        sequence=sequence,
        started_utc=datetime.fromtimestamp(began.timestamp(), tz=UTC).isoformat(timespec="milliseconds"),
        utc_offset_min=round(offset.total_seconds() / 60) if offset else 0,
        state="set-aside",
        scenario=FOUND,
        seller=Seller(id="unknown"),
        context=Context(),
        guide="sell-the-call",
        turns=tuple(Turn(index=take.turn, prompt_id=None, caller_line=None, takes=(take,)) for take in takes),
    )


def _adopted(attempt: Attempt) -> Mended:
    takes = [take for turn in attempt.turns for take in turn.takes]
    seconds = sum(take.seconds for take in takes)
    said = f"Recordings of no attempt, {seconds:.0f} s, are listed in History now ({takes[0].path})."
    return Mended(what="adopted", done=True, detail=said)


def _free(name: str, taken: set[str]) -> str:
    """`name` as an id, or a new one where that cannot be or is taken; it is taken from now on."""
    chosen = name if ID.fullmatch(name) and name not in taken else str(ULID())
    taken.add(chosen)
    return chosen
