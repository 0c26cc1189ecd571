"""Half a year of practice behind Today, Progress, a thread and the end of a sitting, for `photograph.py`."""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer

from benchmarks.half_a_year import half_a_year
from trainer.history.store import Store
from trainer.practice.phone_test import ITEMS, PREFIX
from trainer.practice.skills import SKILLS
from trainer.records import Attempt, AttemptRow, Measured

ATTEMPTS = 420


@cache
def practised() -> tuple[tuple[Measured, ...], tuple[Attempt, ...], tuple[AttemptRow, ...]]:
    """All attempts in brief, the thread with one prospect, and the lines of History."""
    today = datetime.now().date()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        store.restore(half_a_year(ATTEMPTS, 1, today))
        history = store.measured()
        prospects = [one.prospect_id for one in history if one.kind == "callback"]
        busiest = max(set(prospects), key=prospects.count)
        thread, _ = store.thread(busiest, 12)
        rows = store.rows()
    # They guess closer and closer; the last of today is still theirs to make.
    return tuple(_guessing(history)), tuple(thread), tuple(rows)


def _guessing(history: list[Measured]) -> list[Measured]:
    def closer(number: int, one: Measured) -> Measured:
        if one.guess_s is None or one.seconds is None:
            return one
        off = (one.guess_s - one.seconds) * (1.5 - number / len(history))
        aim: Literal["yes", "no"] = "yes" if number % 3 or "one-ask" in one.met else "no"
        return replace(one, guess_s=one.seconds + off - 1.5, aim=aim, aim_kept="one-ask" in one.met)

    return [closer(number, one) for number, one in enumerate(history)]


def _with_half_a_year(stage: Any) -> None:
    history, thread, _ = practised()
    stage.services.practice.history = list(history)
    stage.services.practice.threads = {thread[0].scenario.prospect.id: list(thread)}


def today(stage: Any) -> None:
    _with_half_a_year(stage)
    stage.window.go("today")


def sitting_on(stage: Any) -> None:
    today(stage)
    among = [scenario.id for scenario in stage.services.scenarios]
    stage.services.practice.begin_sitting(10, datetime.now().date(), among)
    stage.window.go("today")


def progress(stage: Any) -> None:
    _with_half_a_year(stage)
    stage.window.go("progress")


def progress_end(stage: Any) -> None:
    progress(stage)
    _settle()
    bar = stage.window.screen_shown()._content.verticalScrollBar()
    bar.setValue(bar.maximum())


def history(stage: Any) -> None:
    _with_half_a_year(stage)
    rows = practised()[2]
    stage.services.browsing.lines = lambda: rows
    stage.window.go("history")


def history_all(stage: Any) -> None:
    history(stage)
    _settle()
    stage.window.screen_shown().view.selectAll()


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()


def thread(stage: Any) -> None:
    _with_half_a_year(stage)
    stage.window.go("thread", next(iter(stage.services.practice.threads)))


def sitting(stage: Any) -> None:
    _with_half_a_year(stage)
    history = stage.services.practice.history
    history[-6:] = [replace(one, sitting="now") for one in history[-6:]]
    stage.window.go("sitting", "now")


def phone_test(stage: Any) -> None:
    """Once a month, and more is shown each time."""
    checks = [checks[0] for checks in SKILLS.values()]
    stage.services.practice.history = [
        Measured(
            sequence=100 * month + place, id=f"{month}-{place}", day=f"2026-{month:02d}-03", state="judged",
            kind="voicemail", scenario_id=item, prospect_id=item, judge="4", sitting=f"{PREFIX}{month}",
            met=tuple(check for at, check in enumerate(checks) if (place + at) % 8 < month - 3),
            missed=tuple(check for at, check in enumerate(checks) if (place + at) % 8 >= month - 3),
        )
        for month in range(5, 12)
        for place, item in enumerate(ITEMS)
    ]  # fmt: skip
    stage.window.go("phone_test")


PRACTICE_SCENES = {
    "today-due": today, "sitting-on": sitting_on, "progress": progress,
    "progress-end": progress_end, "thread": thread, "sitting": sitting,
    "history": history, "history-all": history_all, "phone-test": phone_test,
}  # fmt: skip
