"""Which of several goes at one reply is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from trainer.records import Attempt, Feedback, Take, Turn


def goes_of(attempt: Attempt) -> tuple[Take, ...]:
    """The goes at an elevator speech in the order in which they were made; fewer than two are none."""
    takes = attempt.turns[0].takes if attempt.scenario.kind == "elevator" and attempt.turns else ()
    goes = tuple(take for take in takes if take.purpose == "answer")
    return goes if len(goes) > 1 else ()


def with_go(attempt: Attempt, go: Take) -> Attempt:
    """`attempt` as if `go` were the only one."""
    turn: Turn = replace(attempt.turns[0], takes=(go,))
    return replace(attempt, turns=(turn, *attempt.turns[1:]))


def best_go(judged: Mapping[str, Feedback]) -> str:
    """Id of the best of the goes (take id -> its judgement, in order).

    Best is the one that meets most of what the guide counts; of two as good, the shorter, then the later.
    """

    def merit(take_id: str) -> tuple[int, float]:
        feedback = judged[take_id]
        length_s = feedback.seconds if feedback.seconds is not None else float("inf")
        return feedback.headline.met, -length_s

    return max(reversed(list(judged)), key=merit)
