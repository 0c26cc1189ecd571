"""Half a year of practice behind Today, Progress, a thread and the end of a sitting, for `photograph.py`."""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.half_a_year import half_a_year
from trainer.history.store import Store
from trainer.records import Attempt, Measured

ATTEMPTS = 420
PROSPECT = "dana-whitfield"


@cache
def practised() -> tuple[tuple[Measured, ...], tuple[Attempt, ...]]:
    """All attempts in brief, and the thread with one prospect."""
    today = datetime.now().date()
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        store.restore(half_a_year(ATTEMPTS, 1, today))
        history = store.measured()
        prospects = [one.prospect_id for one in history if one.kind == "callback"]
        busiest = max(set(prospects), key=prospects.count)
        thread, _ = store.thread(busiest, 12)
    # They guess closer and closer; the last of today is still theirs to make.
    return tuple(_guessing(history)), tuple(thread)


def _guessing(history: list[Measured]) -> list[Measured]:
    def closer(number: int, one: Measured) -> Measured:
        if one.guess_s is None or one.seconds is None:
            return one
        off = (one.guess_s - one.seconds) * (1 - number / len(history)) * 1.6
        return replace(one, guess_s=one.seconds + off - 1.5)

    return [closer(number, one) for number, one in enumerate(history)]
