"""What Today, Progress, a thread and a sitting may ask for."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before the scheduler is loaded
    from trainer.practice.due import Due
    from trainer.practice.phone_test import Run
    from trainer.practice.report import Report
    from trainer.practice.sitting import Closing, Sitting
    from trainer.records import Attempt, Measured, MyPoints, Prepared, Scenario


class Practice(Protocol):
    """What to practise, and what came of it. `today` is the date on the wall."""

    def due(self, today: date, among: Collection[str]) -> Future[Due]:
        """What of the scenarios with these ids to practise today."""

    def not_today(self, scenario_id: str, today: date) -> Future[None]:
        """Leave this one out until tomorrow."""

    def measured(self, today: date) -> Future[list[Measured]]:
        """Every attempt in brief, in order of sequence, on a day that can be believed."""

    def progress(self, today: date, *, pool_all: bool) -> Future[Report]:
        """What Progress tells: of the takes heard and judged like the newest, or of all."""

    def thread(self, prospect_id: str) -> Future[tuple[list[Attempt], int]]:
        """The newest attempts with one prospect, oldest first, and how many there are in all."""

    def prepared(self, scenario: Scenario) -> Future[Prepared]:
        """What the user has prepared for a call of `scenario`: own points, else those of their script."""

    def keep_points(self, prospect_id: str, points: MyPoints) -> Future[None]:
        """Keep these for the prospect; empty ones are deleted, in every copy of the history too."""

    def points_kept(self) -> Future[int]:
        """For how many prospects something is prepared."""

    def forget_points(self) -> Future[None]:
        """Delete what is prepared for anybody, in every copy of the history too."""

    def begin_sitting(self, minutes: int, today: date, among: Collection[str]) -> Future[Sitting]:
        """Begin a sitting of about so many minutes; attempts belong to it until `end_sitting`."""

    def phone_tests(self, today: date) -> Future[list[Run]]:
        """All phone tests, newest first."""

    def begin_phone_test(self) -> Future[Sitting]:
        """Take up the phone test that was left, or begin a new one; a sitting without an end by the clock."""

    def sitting(self) -> Sitting | None:
        """The sitting that is on."""

    def end_sitting(self) -> None:
        """The sitting is over."""

    def closing(self, sitting_id: str) -> Future[Closing]:
        """What came of a sitting."""
