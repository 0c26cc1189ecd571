"""The best of several goes: most met, then shortest, then the latest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.trainer.history.examples import feedback
from trainer.practice.goes import best_go
from trainer.records import Feedback


def judged(met: int, seconds: float | None) -> Feedback:
    return replace(feedback(met=met), seconds=seconds)


@pytest.mark.parametrize(
    ("goes", "best"),
    [
        ([(3, 9.0), (4, 12.0), (2, 5.0)], 1),
        ([(4, 9.0), (4, 8.0), (4, 8.5)], 1),
        ([(4, 8.0), (4, 8.0)], 1),
        ([(4, None), (4, 30.0)], 1),
        ([(0, None)], 0),
    ],
)
def test_the_best_go(goes: list[tuple[int, float | None]], best: int) -> None:
    assert best_go({str(place): judged(*go) for place, go in enumerate(goes)}) == str(best)
