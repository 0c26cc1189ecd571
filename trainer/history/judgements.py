"""The part of the store that keeps judgements, each by what it depended on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from trainer.history import columns, listing, reading
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.records import Attempt, Feedback, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement on its way into the history."""

    attempt_id: str
    guide: str
    """Id of the guide that the attempt is judged by from now on."""
    guide_hash: str
    judge_version: str
    feedback: Feedback


class Judgements(Door):
    """Kept by transcripts, revisions, the guide's hash and the judge's version; the newest is shown."""

    def save_feedback(
        self, attempt_id: str, feedback: Feedback, *, guide_hash: str, judge_version: str
    ) -> None:
        """Store a judgement of the attempt as it now is. The newest is the one shown.

        Judging the same again replaces it; what depends on anything else stands beside it.
        """
        with self._changing(attempt_id):
            self._save(attempt_id, feedback, guide_hash, judge_version)

    def save_all(self, judged: Sequence[Judged]) -> None:
        """Store several judgements and the guides they are by, in one transaction.

        Raises:
            UnknownName: one of the attempts does not exist; nothing was stored.
        """
        with writing(self._db, self._path):
            for one in judged:
                sequence = self._require(one.attempt_id)
                self._db.table("attempts").update(sequence, {"guide": one.guide})
                self._save(one.attempt_id, one.feedback, one.guide_hash, one.judge_version)
                listing.refresh(self._db, sequence)

    def to_judge(self, attempt_id: str) -> Attempt:
        """The attempt without its judgement, which takes almost as long to read as all the rest.

        Raises:
            UnknownName: there is none.
        """
        with one_moment(self._db, self._path):
            self._require(attempt_id)
            return reading.attempt_with(self._db, attempt_id, judged=False)

    def is_judged(self, attempt_id: str, *, guide_hash: str, judge_version: str) -> bool:
        """Whether the newest judgement is of the attempt as it now is, by this guide and this judge."""
        with one_moment(self._db, self._path):
            key = self._key(attempt_id, guide_hash, judge_version)
            newest = "SELECT * FROM judgements WHERE attempt = ? ORDER BY position DESC LIMIT 1"
            return any(
                all(row[name] == value for name, value in key.items())
                for row in self._db.query(newest, [attempt_id])
            )

    def newest_feedback(self, kinds: Sequence[Kind], limit: int) -> list[Feedback]:
        """The judgements of the newest takes of these kinds that somebody spoke, newest first.

        Answers from files are left out, and judgements that cannot be read: they are only a cache.
        """
        marks = ", ".join("?" * len(kinds))
        newest = f"""
            SELECT j.feedback FROM lines l JOIN measures m USING (sequence) JOIN judgements j
                ON j.position = (SELECT max(position) FROM judgements WHERE attempt = l.id)
            WHERE l.state = 'judged' AND NOT m.from_files AND l.kind IN ({marks})
            ORDER BY l.sequence DESC LIMIT ?"""
        with one_moment(self._db, self._path):
            texts = [text for (text,) in self._db.execute(newest, [*kinds, limit])]
        found = []
        for text in texts:
            with suppress(ValueError):
                found.append(columns.from_json(Feedback, text))
        return found

    def _save(self, attempt_id: str, feedback: Feedback, guide_hash: str, judge_version: str) -> None:
        key = self._key(attempt_id, guide_hash, judge_version)
        table = self._db.table("judgements")
        table.delete_where(" AND ".join(f"{name} = :{name}" for name in key), key)
        table.insert({**key, **columns.judgement_row(feedback)})

    def _key(self, attempt_id: str, guide_hash: str, judge_version: str) -> dict[str, Any]:
        return {
            "attempt": attempt_id,
            "transcripts_sha256": self._transcripts_sha256(attempt_id),
            "revisions": self._db.table("revisions").count_where("attempt = ?", [attempt_id]),
            "guide_hash": guide_hash,
            "judge_version": judge_version,
        }

    def _transcripts_sha256(self, attempt_id: str) -> str:
        heard = self._db.execute(
            "SELECT x.take, x.engine, x.words FROM transcripts x JOIN takes t ON t.id = x.take"
            " WHERE t.attempt = ? ORDER BY x.position",
            [attempt_id],
        )
        return sha256(repr(heard.fetchall()).encode()).hexdigest()
