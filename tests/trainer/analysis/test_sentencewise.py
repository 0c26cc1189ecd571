"""Of a typed sentence nothing is left that nobody would say."""

from __future__ import annotations

import pytest

from trainer.analysis.sentencewise import refers_back, settled
from trainer.records import Clause


def clauses(*quotes: str) -> tuple[Clause, ...]:
    return tuple(
        Clause(turn=0, part="reason", quote=quote, first_word=at, last_word=at)
        for at, quote in enumerate(quotes)
    )


@pytest.mark.parametrize(
    ("said", "cut", "goes"),
    [
        # A part that nothing parts from the rest takes the rest with it.
        (("I noticed that your lorries", "which we would paint for nothing", "something."), {1}, {0, 1, 2}),
        (("Our lorries are the cheapest.", "Two loads were charged twice."), {0}, {0}),
        (("Two loads were charged twice,", "and our lorries are the cheapest."), {1}, {1}),
        # What stands after a colon was announced by what goes.
        (("We paint lorries in three ways:", "by brush, by roller or by spray."), {0}, {0, 1}),
    ],
)
def test_a_sentence_stays_whole_or_can_still_be_said(
    said: tuple[str, ...], cut: set[int], goes: set[int]
) -> None:
    every = clauses(*said)
    blamed = {every[at] for at in cut}
    assert settled(every, blamed, blamed) == {every[at] for at in goes}


def test_what_was_only_cut_along_stays() -> None:
    every = clauses("Two loads on your bill", "were charged twice.")
    assert settled(every, {every[1]}, set()) == set()


@pytest.mark.parametrize(
    ("second", "points"),
    [("There's another one.", True), ("They are late.", True), ("Your bill is late.", False)],
)
def test_a_sentence_that_points_at_what_goes_is_found(second: str, points: bool) -> None:
    every = clauses("Our lorries are the cheapest.", second)
    assert refers_back(every, {every[0]}) == points
