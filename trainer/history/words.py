"""The words by which attempts are found: a vocabulary, and in which attempts each of its words occurs.

Ordinary tables and no full-text index: SQLite's keeps deleted words until it is rewritten (its own
`secure-delete` needs 3.42), and it finds no letters in the middle of a word. What is deleted here is
overwritten like every other row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from trainer.history.columns import plain_text
from trainer.history.database import fold

_COMMON = 20_000
"""Occurrences from which on it is quicker to walk through the attempts than to collect those that fit."""

_SAID = """
    SELECT title FROM attempts WHERE sequence = ?1
    UNION ALL SELECT prospect FROM attempts WHERE sequence = ?1
    UNION ALL SELECT company FROM attempts WHERE sequence = ?1
    UNION ALL SELECT note FROM attempts WHERE sequence = ?1
    UNION ALL SELECT g.tag FROM attempts a JOIN tags g ON g.attempt = a.id WHERE a.sequence = ?1
    UNION ALL SELECT v.said FROM attempts a JOIN revisions v ON v.attempt = a.id WHERE a.sequence = ?1
    UNION ALL SELECT x.said FROM attempts a JOIN takes t ON t.attempt = a.id
        JOIN transcripts x ON x.take = t.id WHERE a.sequence = ?1
"""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL about `l.sequence`, and the values of its marks."""

    sql: str
    values: tuple[str, ...] = ()


NOTHING = Condition("false")


def note_words(db: Database, sequence: int) -> None:
    """Make the words of an attempt those by which it is found; call it inside the transaction."""
    texts = [text for (text,) in db.execute(_SAID, [sequence]).fetchall()]
    wanted = {word for text in texts for word in _words_of(text)}
    kept = dict(
        db.execute(
            "SELECT v.word, v.id FROM occurrences o JOIN vocabulary v ON v.id = o.word WHERE o.sequence = ?",
            [sequence],
        ).fetchall()
    )
    _add(db, sequence, wanted - kept.keys())
    _remove(db, sequence, [kept[word] for word in kept.keys() - wanted])


def forget_words(db: Database, sequence: int) -> None:
    """Let an attempt be found by nothing; words that no other attempt has are deleted."""
    found = db.execute("SELECT word FROM occurrences WHERE sequence = ?", [sequence]).fetchall()
    _remove(db, sequence, [number for (number,) in found])


def _add(db: Database, sequence: int, words: Iterable[str]) -> None:
    listed = json.dumps(sorted(words))
    db.execute("INSERT OR IGNORE INTO vocabulary (word) SELECT value FROM json_each(?)", [listed])
    db.execute(
        "INSERT INTO occurrences (word, sequence)"
        " SELECT v.id, ? FROM json_each(?) j JOIN vocabulary v ON v.word = j.value",
        [sequence, listed],
    )


def _remove(db: Database, sequence: int, numbers: Sequence[int]) -> None:
    gone = json.dumps(list(numbers))
    db.execute(
        "DELETE FROM occurrences WHERE sequence = ? AND word IN (SELECT value FROM json_each(?))",
        [sequence, gone],
    )
    db.execute(
        "DELETE FROM vocabulary WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.word = vocabulary.id)",
        [gone],
    )


def condition(db: Database, search: str) -> Condition:
    """What must hold for an attempt in which each word of `search` occurs, be it inside another word."""
    parts, values = [], []
    for term in _words_of(plain_text(search)):
        numbers = _numbers(db, term)
        if not numbers:
            return NOTHING
        listed = json.dumps(numbers)
        parts.append(_ONE_BY_ONE if _is_common(db, listed) else _COLLECTED)
        values.append(listed)
    return Condition(" AND ".join(parts) or "true", tuple(values))


def _words_of(text: str | None) -> list[str]:
    """What stands between white space; SQLite would end a text at a NUL."""
    return fold(text).replace("\0", " ").split()


_COLLECTED = """l.sequence IN (
    SELECT o.sequence FROM occurrences o WHERE o.word IN (SELECT value FROM json_each(?)))"""
# The "+" keeps SQLite from looking up each of a thousand words; an attempt has only some eighty.
_ONE_BY_ONE = """EXISTS (SELECT 1 FROM occurrences o
    WHERE o.sequence = l.sequence AND +o.word IN (SELECT value FROM json_each(?)))"""


def _numbers(db: Database, term: str) -> list[int]:
    """Words that hold `term`. `instr` knows no wildcards: "100%" and "a_b" are found as they are written."""
    found = db.execute("SELECT id FROM vocabulary WHERE instr(word, ?)", [term]).fetchall()
    return [number for (number,) in found]


def _is_common(db: Database, numbers: str) -> bool:
    count = """SELECT count(*) FROM (SELECT 1 FROM occurrences
        WHERE word IN (SELECT value FROM json_each(?)) LIMIT ?)"""
    return bool(db.execute(count, [numbers, _COMMON]).fetchone()[0] == _COMMON)
