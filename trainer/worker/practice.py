"""What to practise, sittings, progress and threads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from datetime import date

from ulid import ULID

from trainer.history.store import Store
from trainer.practice.calendar_days import steadied
from trainer.practice.due import Due, DueItem, due_today, sitting_of
from trainer.practice.phone_test import ITEMS, PREFIX, Run, runs, unfinished
from trainer.practice.report import Report, report_of
from trainer.practice.sitting import Closing, Sitting, closing_of
from trainer.records import Attempt, Measured, MyPoints, Prepared, Scenario
from trainer.store_thread import StoreThread
from trainer.worker.prepared import prepared_for

THREAD_LIMIT = 60
"""Attempts of one thread that are shown; nobody reads more."""


class Practice:
    """See `ui.practice_services.Practice`. Public methods may be called from any thread."""

    def __init__(
        self, store: StoreThread, scenarios: Callable[[], Sequence[Scenario]], new_a_day: Callable[[], int]
    ) -> None:
        self._store, self._scenarios, self._new_a_day = store, scenarios, new_a_day
        self._sitting: Sitting | None = None

    def due(self, today: date, among: Collection[str]) -> Future[Due]:
        """What of the scenarios with these ids to practise today."""
        scenarios, new_a_day = self._chosen(among), self._new_a_day()

        def found(store: Store) -> Due:
            put_off = store.put_off_on(today.isoformat())
            return due_today(store.measured(), scenarios, today, new_a_day=new_a_day, not_today=put_off)

        return self._store.do(found)

    def not_today(self, scenario_id: str, today: date) -> Future[None]:
        """Leave this one out until tomorrow."""
        return self._store.do(lambda store: store.put_off(scenario_id, today.isoformat()))

    def measured(self, today: date) -> Future[list[Measured]]:
        """Every attempt in brief, in order of sequence, on a day that can be believed."""
        return self._store.do(lambda store: steadied(store.measured(), today))

    def progress(self, today: date, *, pool_all: bool) -> Future[Report]:
        """What Progress tells: of the takes heard and judged like the newest, or of all."""
        return self._store.do(lambda store: report_of(store.measured(), today, pool_all=pool_all))

    def thread(self, prospect_id: str) -> Future[tuple[list[Attempt], int]]:
        """The newest attempts with one prospect, oldest first, and how many there are in all."""
        return self._store.do(lambda store: store.thread(prospect_id, THREAD_LIMIT))

    # ------------------------------------------------------------------ before a call

    def prepared(self, scenario: Scenario) -> Future[Prepared]:
        """What the user has prepared for a call of `scenario`."""
        return self._store.do(lambda store: prepared_for(store, scenario))

    def keep_points(self, prospect_id: str, points: MyPoints) -> Future[None]:
        """Keep these for the prospect; empty ones are deleted, in every copy of the history too."""
        return self._store.do(lambda store: store.keep_points(prospect_id, points))

    def points_kept(self) -> Future[int]:
        """For how many prospects something is prepared."""
        return self._store.do(lambda store: len(store.all_points()))

    def forget_points(self) -> Future[None]:
        """Delete what is prepared for anybody, in every copy of the history too."""
        return self._store.do(lambda store: store.forget_points())

    # ------------------------------------------------------------------ sittings

    def begin_sitting(self, minutes: int, today: date, among: Collection[str]) -> Future[Sitting]:
        """Begin a sitting of about so many minutes; attempts belong to it until `end_sitting`."""
        scenarios, new_a_day = self._chosen(among), self._new_a_day()

        def begun(store: Store) -> Sitting:
            put_off = store.put_off_on(today.isoformat())
            plan = sitting_of(
                store.measured(), scenarios, today, minutes, new_a_day=new_a_day, not_today=put_off
            )
            self._sitting = Sitting(id=str(ULID()), minutes=minutes, plan=plan)
            return self._sitting

        return self._store.do(begun)

    def phone_tests(self, today: date) -> Future[list[Run]]:
        """All phone tests, newest first."""
        return self._store.do(lambda store: runs(steadied(store.measured(), today)))

    def begin_phone_test(self) -> Future[Sitting]:
        """Take up the phone test that was left, or begin a new one; a sitting without an end by the clock."""
        kinds = {one.id: one.kind for one in self._scenarios()}

        def begun(store: Store) -> Sitting:
            run = unfinished(store.measured())
            left = run.left if run else ITEMS
            plan = tuple(
                DueItem(scenario_id=item, kind=kinds[item], why="ahead") for item in left if item in kinds
            )
            self._sitting = Sitting(id=run.id if run else f"{PREFIX}{ULID()}", minutes=0, plan=plan)
            return self._sitting

        return self._store.do(begun)

    def sitting(self) -> Sitting | None:
        """The sitting that is on."""
        return self._sitting

    def sitting_id(self) -> str | None:
        """Its id, for the attempts that are made now."""
        return self._sitting.id if self._sitting else None

    def end_sitting(self) -> None:
        """The sitting is over."""
        self._sitting = None

    def closing(self, sitting_id: str) -> Future[Closing]:
        """What came of a sitting."""
        return self._store.do(lambda store: closing_of(store.measured(), sitting_id))

    def _chosen(self, among: Collection[str]) -> list[Scenario]:
        return [one for one in self._scenarios() if one.id in among]
