"""What History asks for, over lines in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from trainer.history.archive import Exported
from trainer.history.arriving import Imported
from trainer.history.backups import Backup
from trainer.history.mends import Mended
from trainer.records import AttemptChoices, AttemptFilter, AttemptRow


def settled(result: object) -> Future:
    """A future that is done already."""
    future: Future = Future()
    future.set_result(result)
    return future


class FakeBrowsing:
    """`lines` gives what there is, in any order; marks and hiding are remembered over them."""

    def __init__(self, lines: Callable[[], Iterable[AttemptRow]]) -> None:
        self.lines = lines
        self.asked: list[tuple[object, ...]] = []
        self.hidden: set[str] = set()
        self.marks: dict[str, dict[str, object]] = {}
        self.missed: dict[str, tuple[str, ...]] = {}
        """Check -> ids of attempts that miss it."""
        self.silent: frozenset[str] = frozenset()
        """Ids of attempts whose recording is gone."""

    def find(self, wanted: AttemptFilter, offset: int = 0, limit: int = -1) -> Future[list[AttemptRow]]:
        self.asked.append(("find", wanted, offset))
        found = self._found(wanted)
        return settled(found[offset:] if limit < 0 else found[offset : offset + limit])

    def ids(self, wanted: AttemptFilter) -> Future[list[str]]:
        return settled([row.id for row in self._found(wanted)])

    def count(self, wanted: AttemptFilter) -> Future[int]:
        return settled(len(self._found(wanted)))

    def choices(self) -> Future[AttemptChoices]:
        rows = self._found(AttemptFilter())
        return settled(
            AttemptChoices(
                scenarios={row.scenario_id: row.title for row in rows},
                prospects={row.prospect_id: row.prospect for row in rows},
                missed=tuple(self.missed),
                months=tuple(sorted({f"{row.started_utc[:7]}-01" for row in rows}, reverse=True)),
                tags=tuple(sorted({tag for row in rows for tag in row.tags})),
            )
        )

    def without_sound(self, attempt_ids: list[str]) -> Future[frozenset[str]]:
        return settled(frozenset(attempt_ids) & self.silent)

    def set_note(self, attempt_id: str, note: str) -> Future[None]:
        return self._mark(attempt_id, note=note)

    def set_tags(self, attempt_id: str, tags: Iterable[str]) -> Future[None]:
        return self._mark(attempt_id, tags=tuple(tags))

    def set_favourite(self, attempt_id: str, favourite: bool) -> Future[None]:
        return self._mark(attempt_id, favourite=favourite)

    def hide(self, attempt_ids: list[str]) -> Future[None]:
        self.asked.append(("hide", *attempt_ids))
        self.hidden |= set(attempt_ids)
        return settled(None)

    def show_again(self, attempt_ids: list[str]) -> Future[None]:
        self.asked.append(("show_again", *attempt_ids))
        self.hidden -= set(attempt_ids)
        return settled(None)

    def _mark(self, attempt_id: str, **mark: object) -> Future[None]:
        self.asked.append(("mark", attempt_id, mark))
        self.marks.setdefault(attempt_id, {}).update(mark)
        return settled(None)

    def _found(self, wanted: AttemptFilter) -> list[AttemptRow]:
        rows = [replace(row, **self.marks.get(row.id, {})) for row in self.lines()]
        keys = {
            "when": lambda row: row.sequence,
            "who": lambda row: row.prospect.casefold(),
            "kind": lambda row: row.kind,
            "time": lambda row: row.seconds or 0.0,
            "met": lambda row: row.headline.met / row.headline.of if row.headline else 0.0,
        }
        rows.sort(key=keys[wanted.order], reverse=not wanted.rising)
        return [row for row in rows if row.id not in self.hidden and self._fits(row, wanted)]

    def _guide_of(self, attempt_id: str) -> str | None:
        return next((row.guide for row in self.lines() if row.id == attempt_id), None)

    def _fits(self, row: AttemptRow, wanted: AttemptFilter) -> bool:
        named = f"{row.prospect} {row.title} {row.company} {row.note} {' '.join(row.tags)}".lower()
        return (
            all(word in named for word in wanted.words.lower().split())
            and (not wanted.kinds or row.kind in wanted.kinds)
            and wanted.prospect_id in (None, row.prospect_id)
            and (wanted.judged_like is None or row.guide == self._guide_of(wanted.judged_like))
            and wanted.scenario_id in (None, row.scenario_id)
            and (wanted.first_day is None or row.started_utc[:10] >= wanted.first_day)
            and (wanted.missed is None or row.id in self.missed[wanted.missed])
            and (wanted.tag is None or wanted.tag in row.tags)
            and (not wanted.favourite or row.favourite)
        )


class FakeCarrying:
    """Long work that the test ends: `work` is the future, `on_progress` what counts on."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.copies: tuple[Backup, ...] = ()
        self.work: Future = Future()
        self.working = False
        self.on_progress: Callable[[int, int], None] = lambda done, total: None

    def export(
        self, path: Path, attempt_ids: list[str] | None, on_progress: Callable[[int, int], None]
    ) -> Future[Exported]:
        return self._begin(("export", path, attempt_ids), on_progress)

    def export_page(self, path: Path, attempt_id: str) -> Future[None]:
        return self._begin(("export_page", path, attempt_id), self.on_progress)

    def import_from(self, path: Path, on_progress: Callable[[int, int], None]) -> Future[Imported]:
        return self._begin(("import_from", path), on_progress)

    def judge_all(self, guide: str | None, on_progress: Callable[[int, int], None]) -> Future[int]:
        return self._begin(("judge_all", guide), on_progress)

    def write(self, path: Path, content: Callable[[], bytes]) -> Future[None]:
        written: Future[None] = Future()
        try:
            path.write_bytes(content())
        except OSError as error:
            written.set_exception(error)
        else:
            written.set_result(None)
        return written

    def backups(self) -> Future[list[Backup]]:
        listed: Future[list[Backup]] = Future()
        listed.set_result(list(self.copies))
        return listed

    def put_back(self, backup: Backup) -> Future[None]:
        return self._begin(("put_back", backup), self.on_progress)

    def mend(self) -> Future[list[Mended]]:
        return self._begin(("mend",), self.on_progress)

    def cancel(self) -> None:
        self.asked.append(("cancel",))

    def _begin(self, asked: tuple[object, ...], on_progress: Callable[[int, int], None]) -> Future:
        self.asked.append(asked)
        self.work, self.on_progress = Future(), on_progress
        return self.work
