"""The shape of the database, as the steps that led to it. Steps are only ever added, never edited.

The tables follow house terms: attempt > turn > take > transcript; events and revisions are append-only; a
judgement is a cache that can always be computed again. Whole records are kept as JSON text; a value has a
column of its own where SQL lists, filters or sorts by it. `position` columns keep the order of writing, so
that nothing depends on a clock.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from trainer.errors import DamagedHistory, StoreError

Step = Callable[[Database], None]


def m001_attempts(db: Database) -> None:
    """The first shape."""
    db.executescript("""
        CREATE TABLE attempts (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            started_utc TEXT NOT NULL,
            utc_offset_min INTEGER NOT NULL,
            state TEXT NOT NULL,
            group_id TEXT,
            kind TEXT NOT NULL,
            scenario_id TEXT NOT NULL,
            title TEXT NOT NULL,
            prospect_id TEXT NOT NULL,
            prospect TEXT NOT NULL,
            company TEXT,
            guide TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            scenario TEXT NOT NULL,
            seller TEXT NOT NULL,
            context TEXT NOT NULL
        ) STRICT;
        CREATE TABLE turns (
            attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
            turn INTEGER NOT NULL,
            prompt_id TEXT,
            caller_line TEXT,
            pick_up_s REAL,
            first_word_latency_s REAL,
            answers TEXT,
            PRIMARY KEY (attempt, turn)
        ) STRICT;
        CREATE TABLE takes (
            position INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            attempt TEXT NOT NULL,
            turn INTEGER NOT NULL,
            purpose TEXT NOT NULL,
            path TEXT NOT NULL,
            frames INTEGER NOT NULL,
            sha256 TEXT,
            dropped_ms INTEGER NOT NULL,
            speech TEXT NOT NULL,
            first_word_latency_s REAL,
            level TEXT NOT NULL,
            FOREIGN KEY (attempt, turn) REFERENCES turns (attempt, turn) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX takes_of_turn ON takes (attempt, turn, purpose);
        CREATE TABLE transcripts (
            position INTEGER PRIMARY KEY,
            take TEXT NOT NULL REFERENCES takes (id) ON DELETE CASCADE,
            engine TEXT NOT NULL,
            words TEXT NOT NULL,
            said TEXT NOT NULL,
            UNIQUE (take, engine)
        ) STRICT;
        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
            at_s REAL NOT NULL,
            name TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX events_of_attempt ON events (attempt);
        CREATE TABLE revisions (
            position INTEGER PRIMARY KEY,
            attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            revision TEXT NOT NULL,
            said TEXT NOT NULL
        ) STRICT;
        CREATE INDEX revisions_of_attempt ON revisions (attempt);
        CREATE TABLE judgements (
            position INTEGER PRIMARY KEY,
            attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
            transcripts_sha256 TEXT NOT NULL,
            revisions INTEGER NOT NULL,
            guide_hash TEXT NOT NULL,
            judge_version TEXT NOT NULL,
            met INTEGER NOT NULL,
            decided INTEGER NOT NULL,
            unsure INTEGER NOT NULL,
            seconds REAL,
            fix TEXT,
            length_state TEXT,
            feedback TEXT NOT NULL,
            UNIQUE (attempt, transcripts_sha256, revisions, guide_hash, judge_version)
        ) STRICT;
    """)


def m002_predictions(db: Database) -> None:
    """What the user guessed before the feedback; NULL where nothing was."""
    db.execute("ALTER TABLE attempts ADD COLUMN prediction TEXT")


def m003_model_answers(db: Database) -> None:
    """Scenarios as they were practised have model answers by guide, and a difficulty."""
    usual = {"callback": "be-ready", "elevator": "introduce"}
    for (sequence,) in db.execute("SELECT sequence FROM attempts").fetchall():
        (text,) = db.execute("SELECT scenario FROM attempts WHERE sequence = ?", (sequence,)).fetchone()
        try:
            scenario = json.loads(text)
            answer = scenario.pop("model_answer", None)
            guide = scenario.get("guide") or usual.get(scenario["kind"], "sell-the-call")
        except (ValueError, TypeError, KeyError, AttributeError):
            continue  # damaged before; what reads it says so
        scenario["model_answers"] = [{"guide": guide, "says": [answer]}] if answer else []
        scenario["difficulty"] = 2  # nobody said; the middle
        changed = json.dumps(scenario, ensure_ascii=False)
        db.execute("UPDATE attempts SET scenario = ? WHERE sequence = ?", (changed, sequence))


def m004_lines(db: Database) -> None:
    """Favourites and tags, attempts on their way out, and slim lines with the words that find them.

    The lines are made when the store opens (`listing`), because they follow from the other tables.
    """
    for column in ("favourite", "hidden", "listed"):
        db.execute(f"ALTER TABLE attempts ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    db.executescript("""
        CREATE INDEX attempts_not_listed ON attempts (sequence) WHERE listed = 0;
        CREATE INDEX attempts_hidden ON attempts (sequence) WHERE hidden = 1;
        CREATE TABLE tags (
            attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
            tag TEXT NOT NULL,
            PRIMARY KEY (attempt, tag)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX attempts_of_tag ON tags (tag);
        CREATE TABLE lines (
            sequence INTEGER PRIMARY KEY REFERENCES attempts (sequence) ON DELETE CASCADE,
            id TEXT NOT NULL,
            started_utc TEXT NOT NULL,
            utc_offset_min INTEGER NOT NULL,
            day TEXT NOT NULL,
            state TEXT NOT NULL,
            kind TEXT NOT NULL,
            scenario_id TEXT NOT NULL,
            title TEXT NOT NULL,
            prospect_id TEXT NOT NULL,
            prospect TEXT NOT NULL,
            company TEXT,
            who TEXT NOT NULL,
            guide TEXT NOT NULL,
            note TEXT NOT NULL,
            favourite INTEGER NOT NULL,
            tags TEXT NOT NULL,
            engine TEXT,
            seconds REAL,
            met INTEGER,
            decided INTEGER,
            unsure INTEGER,
            fix TEXT,
            length_state TEXT,
            first_word_latency_s REAL
        ) STRICT;
        CREATE TABLE misses (
            check_id TEXT NOT NULL,
            sequence INTEGER NOT NULL REFERENCES lines (sequence) ON DELETE CASCADE,
            PRIMARY KEY (check_id, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX misses_of_line ON misses (sequence);
        CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE occurrences (
            word INTEGER NOT NULL REFERENCES vocabulary (id),
            sequence INTEGER NOT NULL REFERENCES attempts (sequence) ON DELETE CASCADE,
            PRIMARY KEY (word, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX words_of_attempt ON occurrences (sequence);
    """)


def m005_own_messages(db: Database) -> None:
    """The message that a call back answers; NULL where the user had left none."""
    db.execute("ALTER TABLE attempts ADD COLUMN own_message TEXT")


def m006_measures(db: Database) -> None:
    """Attempts in brief; where an attempt's answers came from, its sitting, and what was put off for a day.

    The rows are made with the lines, which are therefore all made anew.
    """
    db.execute("ALTER TABLE attempts ADD COLUMN sitting TEXT")
    db.execute("ALTER TABLE attempts ADD COLUMN from_files INTEGER NOT NULL DEFAULT 0")
    db.execute("UPDATE attempts SET listed = 0")
    db.executescript("""
        CREATE TABLE measures (
            sequence INTEGER PRIMARY KEY REFERENCES lines (sequence) ON DELETE CASCADE,
            judge TEXT,
            met TEXT NOT NULL,
            missed TEXT NOT NULL,
            seconds REAL,
            guess_s REAL,
            words INTEGER NOT NULL,
            fillers INTEGER NOT NULL,
            from_files INTEGER NOT NULL,
            sitting TEXT,
            moved_on INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE put_off (scenario_id TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """)


def m007_points(db: Database) -> None:
    """What the user has prepared for each prospect, and for an attempt what it was then; NULL: nothing."""
    db.execute("ALTER TABLE attempts ADD COLUMN points TEXT")
    db.execute(
        "CREATE TABLE points (prospect_id TEXT PRIMARY KEY, points TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


def m008_scripts(db: Database) -> None:
    """The user's own scripts with their versions (no prospect: for anyone), and which one was practised."""
    db.executescript("""
        CREATE TABLE scripts (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL,
            prospect_id TEXT,
            prospect TEXT NOT NULL,
            name TEXT NOT NULL,
            touched INTEGER NOT NULL,
            hidden INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE script_versions (
            script TEXT NOT NULL REFERENCES scripts (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            text TEXT NOT NULL,
            points TEXT NOT NULL,
            saved_utc TEXT NOT NULL,
            utc_offset_min INTEGER NOT NULL,
            PRIMARY KEY (script, number)
        ) STRICT;
        CREATE TABLE practised_scripts (
            prospect_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            script TEXT NOT NULL REFERENCES scripts (id) ON DELETE CASCADE,
            PRIMARY KEY (prospect_id, kind)
        ) STRICT, WITHOUT ROWID;
    """)


def m009_broken_off(db: Database) -> None:
    """What ended a call before its end; the lines of calls that did not come to theirs are made anew."""
    db.execute("ALTER TABLE lines ADD COLUMN broken_off TEXT")
    db.execute("UPDATE attempts SET listed = 0 WHERE state = 'abandoned'")


def m010_aims(db: Database) -> None:
    """What was guessed of the call's one aim, among the attempts in brief."""
    for column in ("aim", "aim_check"):
        db.execute(f"ALTER TABLE measures ADD COLUMN {column} TEXT")
    db.execute("""
        UPDATE measures SET aim = a.prediction ->> '$.aim', aim_check = a.prediction ->> '$.aim_check'
            FROM attempts a WHERE a.sequence = measures.sequence AND json_valid(a.prediction)
    """)


def m011_aims_kept(db: Database) -> None:
    """Whether the call's one aim was kept to, whichever guide was in force; made with the lines."""
    db.execute("ALTER TABLE measures DROP COLUMN aim_check")
    db.execute("ALTER TABLE measures ADD COLUMN aim_kept INTEGER")
    guessed = "SELECT sequence FROM measures WHERE aim IS NOT NULL"
    db.execute(f"UPDATE attempts SET listed = 0 WHERE sequence IN ({guessed})")


STEPS: tuple[Step, ...] = (
    m001_attempts, m002_predictions, m003_model_answers, m004_lines, m005_own_messages, m006_measures,
    m007_points, m008_scripts, m009_broken_off, m010_aims, m011_aims_kept,
)  # fmt: skip
"""In order. The data version of a database is the number of steps that made it (`PRAGMA user_version`)."""


def refuse_newer(db: Database, steps: Sequence[Step] = STEPS) -> None:
    """Read only: make sure that this program knows everything that has been done to the database.

    sqlite-utils ignores steps that it does not know, and would go on writing into a shape it misreads.

    Raises:
        StoreError: a newer Ringback wrote it (both data versions are named), or another program did.
    """
    applied = {step.name for step in _migrations(steps).applied(db)}
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > len(steps) or applied - {step.__name__ for step in steps}:
        raise StoreError(
            "Your history was written by a newer Ringback"
            f" (data version {max(version, len(applied))}; this one knows up to {len(steps)}).",
            "Start the newer Ringback, or choose another data folder. Nothing was changed.",
        )
    if not applied:
        raise DamagedHistory(
            "The history database is not one that Ringback made, or its list of versions is gone.",
            "Move the file elsewhere to begin a new history, or put a copy of yours back in its place."
            " Nothing was changed.",
        )


def behind(db: Database, steps: Sequence[Step] = STEPS) -> bool:
    """Whether steps are missing."""
    return bool(_migrations(steps).pending(db))


def migrate(db: Database, steps: Sequence[Step] = STEPS) -> None:
    """Apply the steps that are missing: all of them or, when one fails, none.

    Raises:
        sqlite3.Error: a step failed; the database is as it was.
    """
    if not behind(db, steps):
        return
    migrations = _migrations(steps)
    # Immediate, so that of two programs that start at once the second finds the work done.
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _migrations(steps: Sequence[Step]) -> Migrations:
    migrations = Migrations("ringback")
    for step in steps:
        migrations()(step)
    return migrations
