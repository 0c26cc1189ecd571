"""`ringback practise --round K`: a few call backs when they like, live, and one sheet of timings."""

from __future__ import annotations

import argparse
import contextlib
import queue
import random
import sys
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainer.cli.conversation import Conversation, Happened, read_enter
from trainer.cli.practise import worker_with_engine
from trainer.errors import BadInput
from trainer.practice.round import COLUMNS, Round, Sheet, callers, moments, next_ring, sheet

if TYPE_CHECKING:
    from trainer.records import Attempt, Scenario
    from trainer.worker import Worker

HEADS = {
    "pick-up": "picked up", "first-sound": "first word", "name": "name", "reason": "reason",
    "next-step": "next step",
}  # fmt: skip
_NAME_WIDTH, _COLUMN_WIDTH = 24, 12


def run_round(args: argparse.Namespace) -> int:
    """Hold the round and print its sheet; 130 where it was ended early.

    Raises:
        BadInput: there is no call back to practise.
        DeviceError: there is no microphone.
        WorldError: a call could not be held, or nothing could hear it.
    """
    plan = Round(calls=args.round, minutes=args.minutes, limit_s=args.limit)
    attempts = _hold(args, plan)
    print_sheet(plan, sheet(attempts), as_json=args.json)
    return 0 if len(attempts) == plan.calls else 130


def print_sheet(plan: Round, made: Sheet, *, as_json: bool) -> None:
    """One document, or a table."""
    from trainer.cli.printing import print_json

    if as_json:
        print_json(sheet_json(plan, made))
    else:
        for line in sheet_lines(plan, made):
            print(line)


def sheet_lines(plan: Round, made: Sheet) -> list[str]:
    """The sheet as a table in text."""
    title = f"A round of {plan.calls} calls in {plan.minutes} minutes, answers up to {plan.limit_s} s"
    lines = [title, "", _row("", [HEADS[column] for column in COLUMNS])]
    for line in made.lines:
        times = [_seconds(part.seconds if part else None) for part in line.parts]
        missed = line.attempt.state == "missed-ring"
        lines.append(_row(line.attempt.scenario.prospect.name, ["missed"] if missed else times))
    return [*lines, _row("In the middle", [_seconds(seconds) for seconds in made.middle])]


def sheet_json(plan: Round, made: Sheet) -> dict[str, Any]:
    """The sheet as docs/command-line.md describes it; times in seconds."""
    return {
        "calls": plan.calls,
        "minutes": plan.minutes,
        "limit": plan.limit_s,
        "sheet": [
            {
                "attempt": line.attempt.id,
                "scenario": line.attempt.scenario.id,
                "prospect": line.attempt.scenario.prospect.name,
                "state": line.attempt.state,
                "times": _times([part.seconds if part else None for part in line.parts]),
            }
            for line in made.lines
        ],
        "middle": _times(made.middle),
    }


def _times(seconds: Sequence[float | None]) -> dict[str, float | None]:
    rounded = (None if each is None else round(each, 3) for each in seconds)
    return dict(zip(COLUMNS, rounded, strict=True))


def _row(name: str, cells: Sequence[str]) -> str:
    beginning = f"{name:<{_NAME_WIDTH}.{_NAME_WIDTH}}"
    return (beginning + "".join(f"{cell:>{_COLUMN_WIDTH}}" for cell in cells)).rstrip()


def _seconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.1f} s"


# --------------------------------------------------------------------------- live


def _hold(args: argparse.Namespace, plan: Round) -> list[Attempt]:
    """The attempts of the round, in order; fewer where Ctrl-C has ended it."""
    from trainer.audio import devices

    happened: queue.SimpleQueue[Any] = queue.SimpleQueue()
    worker = worker_with_engine(args, happened.put)
    with contextlib.closing(worker):
        rng = random.SystemRandom()
        drawn = callers(worker.scenarios, plan, rng)
        if not drawn:
            raise BadInput("There is no call back among the scenarios.", "See: ringback scenarios")
        devices.find("input", worker.settings.input_device)  # before anything is stored
        worker.recover()
        threading.Thread(target=read_enter, args=(happened,), daemon=True).start()
        _tell(f"{plan.calls} calls in {plan.minutes} minutes. Your phone rings when it likes.")
        _tell("Ctrl-C between two calls ends the round.")
        return RoundOfCalls(args, worker, happened).hold(drawn, moments(plan, rng))


class RoundOfCalls:
    """One call after the other, with the gaps between them."""

    def __init__(self, args: argparse.Namespace, worker: Worker, happened: Happened) -> None:
        self._args, self._worker, self._happened = args, worker, happened
        self._began_s = time.monotonic()

    def hold(self, drawn: Sequence[Scenario], moments_s: Sequence[float]) -> list[Attempt]:
        """All calls, or those before Ctrl-C."""
        attempts: list[Attempt] = []
        ended_s: float | None = None
        for scenario, moment_s in zip(drawn, moments_s, strict=True):
            if not self._wait_until(next_ring(moment_s, ended_s)):
                break
            attempt = self._call(scenario)
            if attempt is None:
                break
            attempts.append(attempt)
            ended_s = time.monotonic() - self._began_s
        return attempts

    def _wait_until(self, moment_s: float) -> bool:
        """Pass the time until then; what is typed meanwhile is for nobody. False: Ctrl-C."""
        try:
            while (left_s := self._began_s + moment_s - time.monotonic()) > 0:
                with contextlib.suppress(queue.Empty):
                    self._happened.get(timeout=min(left_s, 0.2))
        except KeyboardInterrupt:
            return False
        return True

    def _call(self, scenario: Scenario) -> Attempt | None:
        casting = self._worker.cast(scenario.id, self._args.seller, self._args.guide)
        self._worker.calls.begin(casting.limited(scenario.max_seconds))
        return Conversation(self._worker, self._happened).hold()


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
