"""`ui.practice_services.Practice` over attempts in memory, by the real rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from datetime import date

from trainer.practice.calendar_days import steadied
from trainer.practice.due import Due, DueItem, due_today, sitting_of
from trainer.practice.phone_test import ITEMS, PREFIX, Run, runs, unfinished
from trainer.practice.report import Report, report_of
from trainer.practice.sitting import Closing, Sitting, closing_of
from trainer.records import Attempt, KeyPoint, Measured, MyPoints, Prepared, Scenario


def finished(result: object) -> Future:
    """A future that is done already."""
    future: Future = Future()
    future.set_result(result)
    return future


class FakePractice:
    """`history` is what was practised, `threads` what a thread holds."""

    def __init__(self, scenarios: Callable[[], Sequence[Scenario]]) -> None:
        self._scenarios = scenarios
        self.history: list[Measured] = []
        self.threads: dict[str, list[Attempt]] = {}
        self.put_off: set[str] = set()
        self.points: dict[str, MyPoints] = {}
        self.script: tuple[KeyPoint, ...] = ()
        """Key points of the script that is in force for everybody."""
        self.on: Sitting | None = None
        self.asked: list[tuple[object, ...]] = []

    def due(self, today: date, among: Collection[str]) -> Future[Due]:
        self.asked.append(("due", today))
        return finished(due_today(self.history, self._chosen(among), today, not_today=self.put_off))

    def not_today(self, scenario_id: str, today: date) -> Future[None]:
        self.put_off.add(scenario_id)
        return finished(None)

    def measured(self, today: date) -> Future[list[Measured]]:
        return finished(steadied(self.history, today))

    def progress(self, today: date, *, pool_all: bool) -> Future[Report]:
        return finished(report_of(self.history, today, pool_all=pool_all))

    def thread(self, prospect_id: str) -> Future[tuple[list[Attempt], int]]:
        attempts = self.threads.get(prospect_id, [])
        return finished((attempts, len(attempts)))

    def prepared(self, scenario: Scenario) -> Future[Prepared]:
        points = self.points.get(scenario.prospect.id, MyPoints())
        return finished(Prepared(points=points, script=() if any(points.points()) else self.script))

    def keep_points(self, prospect_id: str, points: MyPoints) -> Future[None]:
        self.points[prospect_id] = points
        return finished(None)

    def points_kept(self) -> Future[int]:
        return finished(sum(not points.empty for points in self.points.values()))

    def forget_points(self) -> Future[None]:
        self.points.clear()
        return finished(None)

    def begin_sitting(self, minutes: int, today: date, among: Collection[str]) -> Future[Sitting]:
        plan = sitting_of(self.history, self._chosen(among), today, minutes, not_today=self.put_off)
        self.on = Sitting(id="sitting-1", minutes=minutes, plan=plan)
        return finished(self.on)

    def phone_tests(self, today: date) -> Future[list[Run]]:
        return finished(runs(steadied(self.history, today)))

    def begin_phone_test(self) -> Future[Sitting]:
        kinds = {one.id: one.kind for one in self._scenarios()}
        run = unfinished(self.history)
        left = run.left if run else ITEMS
        plan = tuple(DueItem(scenario_id=item, kind=kinds[item], why="ahead") for item in left)
        self.on = Sitting(id=run.id if run else f"{PREFIX}1", minutes=0, plan=plan)
        return finished(self.on)

    def sitting(self) -> Sitting | None:
        return self.on

    def end_sitting(self) -> None:
        self.on = None

    def closing(self, sitting_id: str) -> Future[Closing]:
        return finished(closing_of(self.history, sitting_id))

    def _chosen(self, among: Collection[str]) -> list[Scenario]:
        return [one for one in self._scenarios() if one.id in among]
