"""The part of the store that keeps the user's own scripts, every version of each.

While the user works on a script its newest version is written over and over, so that nothing is lost when
the program ends; the next time they come to it, a new version begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlite_utils import Database

from trainer.errors import BadInput, UnknownName
from trainer.history.columns import Row, plain_text
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.history.erase import erase_from_all_copies
from trainer.history.script_rows import script_of, version_of, version_row
from trainer.records import LONGEST_SCRIPT, Script, ScriptKind, ScriptVersion

LONGEST_NAME = 80
"""Characters."""
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")

_NEWEST = """
    SELECT s.id, s.kind, s.prospect_id, s.prospect, s.name, v.number, v.saved_utc, v.utc_offset_min, v.text,
        v.points
    FROM scripts s JOIN script_versions v ON v.script = s.id
        AND v.number = (SELECT max(number) FROM script_versions WHERE script = s.id)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedScript:
    """A script on its way between two histories."""

    script: Script
    """With its newest version."""
    before: tuple[ScriptVersion, ...] = ()
    """Its earlier versions, oldest first."""


class Scripts(Door):
    """The user's own scripts."""

    def scripts(self) -> list[Script]:
        """All scripts: those for one prospect by name, then those for anyone; oldest first among equals."""
        order = "ORDER BY s.prospect_id IS NULL, s.prospect COLLATE NOCASE, s.kind DESC, s.rowid"
        with one_moment(self._db, self._path):
            return [script_of(row) for row in self._db.query(f"{_NEWEST} WHERE NOT s.hidden {order}")]

    def script(self, script_id: str) -> Script:
        """One script.

        Raises:
            UnknownName: there is none with exactly this id.
        """
        with one_moment(self._db, self._path):
            return self._script(script_id)

    def script_for(self, prospect_id: str, kind: ScriptKind) -> Script | None:
        """The script in force for a call of this kind with this prospect; None when there is none.

        That is the one last practised with them, unless one of theirs was written or changed since; else the
        newest of theirs, else of those for anyone.
        """
        fits = "WHERE NOT s.hidden AND s.kind = ?1 AND (s.prospect_id IS NULL OR s.prospect_id = ?2)"
        practised = "SELECT script FROM practised_scripts WHERE kind = ?1 AND prospect_id = ?2"
        first = f"ORDER BY s.id = ({practised}) DESC, s.prospect_id IS NULL, s.touched DESC LIMIT 1"
        with one_moment(self._db, self._path):
            found = list(self._db.query(f"{_NEWEST} {fits} {first}", [kind, prospect_id]))
        return script_of(found[0]) if found else None

    def script_versions(self, script_id: str) -> list[ScriptVersion]:
        """All versions, newest first.

        Raises:
            UnknownName: there is no such script.
        """
        with one_moment(self._db, self._path):
            self._script(script_id)
            return list(reversed(_versions(self._db, script_id)))

    def add_script(self, script: Script) -> Script:
        """Keep a new script.

        Raises:
            BadInput: its text or name is too long.
        """
        with writing(self._db, self._path):
            _insert(self._db, CarriedScript(script=script))
            return _worked_on(self._db, self._script(script.id))

    def save_script(self, script_id: str, version: ScriptVersion, *, anew: bool) -> Script:
        """Keep what the script says now; its number is the store's to give.

        `anew`: as a new version, the one before stays; else in place of the newest. A version that says the
        same as the one before it is none.

        Raises:
            UnknownName: there is no such script.
            BadInput: the text is too long.
        """
        _refuse_long(version)
        with writing(self._db, self._path):
            number = self._script(script_id).version.number + int(anew)
            before = [one for one in _versions(self._db, script_id) if one.number < number]
            self._db.execute(
                "DELETE FROM script_versions WHERE script = ? AND number = ?", [script_id, number]
            )
            if not before or not _says_the_same(before[-1], version):
                self._db.table("script_versions").insert(version_row(script_id, number, version))
            return _worked_on(self._db, self._script(script_id))

    def rename_script(self, script_id: str, name: str) -> Script:
        """Call it something else; "": by whom and what it is for.

        Raises:
            UnknownName: there is no such script.
            BadInput: the name is too long.
        """
        tidy = _tidy(name)
        with writing(self._db, self._path):
            self._script(script_id)
            self._db.execute("UPDATE scripts SET name = ? WHERE id = ?", [tidy, script_id])
            return self._script(script_id)

    def practise_script(self, script_id: str, prospect_id: str) -> Script:
        """It is practised with this prospect now, so it is the one in force for them.

        Raises:
            UnknownName: there is no such script.
        """
        with writing(self._db, self._path):
            script = self._script(script_id)
            row = [prospect_id, script.kind, script_id]
            self._db.execute("INSERT OR REPLACE INTO practised_scripts VALUES (?, ?, ?)", row)
            _touch(self._db, script_id)
        return script

    # ------------------------------------------------------------------- on the way out

    def hide_scripts(self, script_ids: Sequence[str], hidden: bool = True) -> None:
        """Let these be in no list, as if deleted, or (`hidden` False) take that back."""
        with writing(self._db, self._path):
            for script_id in script_ids:
                self._db.execute("UPDATE scripts SET hidden = ? WHERE id = ?", [int(hidden), script_id])

    def hidden_scripts(self) -> list[str]:
        """Ids of scripts that were hidden and not yet deleted."""
        with one_moment(self._db, self._path):
            return [str(found) for (found,) in self._db.execute("SELECT id FROM scripts WHERE hidden")]

    def delete_scripts(self, script_ids: Sequence[str]) -> None:
        """Delete scripts with all their versions, here and in every copy of the history (`erase`).

        Raises:
            StoreError: a copy can be neither rewritten nor removed; nothing was deleted here.
        """
        if not script_ids:
            return  # and copies that cannot be read stay
        erase_from_all_copies(self.data_dir, lambda db: _forget(db, script_ids))
        with writing(self._db, self._path):
            _forget(self._db, script_ids)

    def forget_scripts(self) -> None:
        """Delete all scripts, hidden ones too.

        Raises:
            StoreError: a copy can be neither rewritten nor removed; nothing was deleted here.
        """
        with one_moment(self._db, self._path):
            ids = [str(found) for (found,) in self._db.execute("SELECT id FROM scripts")]
        self.delete_scripts(ids)

    # ------------------------------------------------------------------- inside

    def _script(self, script_id: str) -> Script:
        for row in self._db.query(f"{_NEWEST} WHERE s.id = ?", [script_id]):
            return script_of(row)
        raise UnknownName("script", script_id, [], "It may have been deleted.")


def _touch(db: Database, script_id: str) -> None:
    latest = "SELECT max(touched) + 1 FROM scripts"
    db.execute(f"UPDATE scripts SET touched = ({latest}) WHERE id = ?", [script_id])


def _worked_on(db: Database, script: Script) -> Script:
    """It was written or changed: of those for its prospect it is the one in force."""
    _touch(db, script.id)
    mine = [script.prospect_id, script.kind]
    db.execute("DELETE FROM practised_scripts WHERE prospect_id = ? AND kind = ?", mine)
    return script


def all_scripts(db: Database) -> list[CarriedScript]:
    """All scripts with all their versions, oldest first; hidden ones are as good as deleted."""
    newest = [script_of(row) for row in db.query(f"{_NEWEST} WHERE NOT s.hidden ORDER BY s.rowid")]
    return [CarriedScript(script=one, before=tuple(_versions(db, one.id)[:-1])) for one in newest]


def put_scripts(db: Database, carried: Iterable[CarriedScript]) -> int:
    """Insert those that are not here yet, by id; returns how many. Call it inside the transaction.

    Raises:
        BadInput: one is too long, or of no form that a script of ours has.
        sqlite3.IntegrityError: its versions contradict each other.
    """
    number = 0
    for one in carried:
        _refuse_strange(one)
        if not db.execute("SELECT 1 FROM scripts WHERE id = ?", [one.script.id]).fetchone():
            _insert(db, one)
            number += 1
    return number


def _forget(db: Database, script_ids: Sequence[str]) -> None:
    """Delete the rows; in a copy from before there were scripts there is nothing to delete."""
    if "scripts" in db.table_names():
        for script_id in script_ids:
            db.execute("DELETE FROM scripts WHERE id = ?", [script_id])


def _insert(db: Database, carried: CarriedScript) -> None:
    script = carried.script
    versions = (*carried.before, script.version)
    for version in versions:
        _refuse_long(version)
    (latest,) = db.execute("SELECT coalesce(max(touched), 0) + 1 FROM scripts").fetchone()
    row: Row = {
        "id": script.id, "kind": script.kind, "prospect_id": script.prospect_id,
        "prospect": plain_text(script.prospect), "name": _tidy(script.name), "touched": latest,
    }  # fmt: skip
    db.table("scripts").insert(row)
    db.table("script_versions").insert_all(version_row(script.id, one.number, one) for one in versions)


def _versions(db: Database, script_id: str) -> list[ScriptVersion]:
    """Oldest first."""
    rows = db.table("script_versions").rows_where("script = ?", [script_id], order_by="number")
    return [version_of(row) for row in rows]


def _says_the_same(one: ScriptVersion, other: ScriptVersion) -> bool:
    return (one.text, one.points) == (other.text, other.points)


def _refuse_strange(carried: CarriedScript) -> None:
    """What strict reading cannot tell of a script that somebody hands over."""
    versions = (*carried.before, carried.script.version)
    numbers = [one.number for one in versions]
    rising = all(0 < one < after < 2**53 for one, after in pairwise([*numbers, numbers[-1] + 1]))
    if not _ID.fullmatch(carried.script.id) or not rising or not all(map(_is_timed, versions)):
        raise BadInput(f"The script {carried.script.id[:64]!a} is not one that Ringback made.")


def _is_timed(version: ScriptVersion) -> bool:
    try:
        datetime.fromisoformat(version.saved_utc)
    except ValueError:
        return False
    return abs(version.utc_offset_min) <= 24 * 60


def _refuse_long(version: ScriptVersion) -> None:
    if len(version.text) > LONGEST_SCRIPT:
        raise BadInput("This script is too long.", f"Keep it under {LONGEST_SCRIPT:,} characters.")


def _tidy(name: str) -> str:
    """`name` on one line.

    Raises:
        BadInput: it is too long.
    """
    tidy = " ".join(plain_text(name).split())
    if len(tidy) > LONGEST_NAME:
        raise BadInput("This name is too long.", f"Use at most {LONGEST_NAME} characters.")
    return tidy
