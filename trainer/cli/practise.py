"""`ringback practise`: one whole attempt, from files or live."""

from __future__ import annotations

import argparse
import contextlib
import queue
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli.conversation import KEYS, Conversation, read_enter
from trainer.practice.phone_test import PHONE_TEST
from trainer.practice.round import LONGEST_LIMIT_S, MOST_CALLS, MOST_MINUTES, SHORTEST_LIMIT_S, USUAL
from trainer.records import SELLING, Attempt

if TYPE_CHECKING:
    from trainer.events import CoreEvent
    from trainer.practice.phone_test import Run
    from trainer.worker import Worker

STEPS = (
    "say=FILE, key=DIGITS, wait=SECONDS, dial=before|hours|after, selling=call-back|meeting, leave, hang-up, "
    "move-on, cannot-talk"
)
_PLAIN = ("leave", "hang-up", "move-on", "cannot-talk")
_WITH_VALUE = ("say", "key", "wait", "dial", "selling")
LONGEST_WAIT_S = 60 * 24 * 3600
"""Two months: the most that a wait between two tries may be; on the line the rig allows far less."""


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "practise", aliases=["practice"], parents=[common], help="one attempt, from files or live"
    )
    parser.add_argument(
        "scenario",
        metavar="SCENARIO",
        nargs="?",
        help="its id (see: ringback scenarios), or phone-test for the next call of that",
    )
    parser.add_argument(
        "--step", action="append", default=[], metavar="S", dest="steps", type=_step, help=STEPS
    )
    parser.add_argument(
        "--answer", action="append", metavar="FILE", dest="steps", type=_say, help="short for --step say=FILE"
    )
    parser.add_argument("--as", dest="seller", metavar="SELLER", help="speak as this shipped seller")
    parser.add_argument("--guide", metavar="G", help="judge by this guide")
    parser.add_argument("--engine", metavar="E", help="vosk, vosk:NAME or embedded")
    parser.add_argument(
        "--round", type=_number(1, MOST_CALLS), metavar="K", help="K call backs when they like, live"
    )
    parser.add_argument(
        "--minutes", type=_number(1, MOST_MINUTES), default=USUAL.minutes, metavar="M", help="of a round (10)"
    )
    parser.add_argument(
        "--limit", type=_number(SHORTEST_LIMIT_S, LONGEST_LIMIT_S), default=USUAL.limit_s, metavar="S",
        help="longest answer in a round, in seconds (20)",
    )  # fmt: skip
    parser.set_defaults(run=run, wrong=parser.error)


def _number(least: int, most: int) -> Callable[[str], int]:
    """Whole numbers from `least` to `most`."""

    def read(value: str) -> int:
        if not value.isdecimal() or not least <= int(value) <= most:
            raise argparse.ArgumentTypeError(f"{value}: give a whole number from {least} to {most}")
        return int(value)

    return read


def _say(value: str) -> tuple[str, str]:
    return ("say", value)


def _step(value: str) -> tuple[str, str]:
    what, _, argument = value.partition("=")
    if what in _WITH_VALUE and not argument:
        raise argparse.ArgumentTypeError(f"'{what}' needs a value: {STEPS}")
    if what not in (*_WITH_VALUE, *_PLAIN):
        raise argparse.ArgumentTypeError(f"'{value}' is not a step; there are: {STEPS}")
    if what == "wait":
        try:
            if not 0 <= float(argument) <= LONGEST_WAIT_S:
                raise ValueError
        except ValueError:
            raise argparse.ArgumentTypeError(
                f"wait={argument}: give seconds from 0 to 600, or more between two tries"
            ) from None
    if what == "key" and set(argument) - set(KEYS):
        raise argparse.ArgumentTypeError(f"key={argument}: telephone keys are 0-9, * and #")
    if what == "dial" and argument not in ("before", "hours", "after"):
        raise argparse.ArgumentTypeError(f"dial={argument}: the times to call are before, hours and after")
    if what == "selling" and argument not in SELLING:
        raise argparse.ArgumentTypeError(f"selling={argument}: one sells the {' or the '.join(SELLING)}")
    return (what, argument)


def run(args: argparse.Namespace) -> int:
    """Practise, print what came of it, and tell by the status whether it could be judged."""
    if args.round:
        from trainer.cli.rounds import run_round

        if args.scenario or args.steps:
            args.wrong("a round is live, and calls whom it likes: give neither SCENARIO nor steps")
        return run_round(args)
    if not args.scenario:
        args.wrong("name a SCENARIO (see: ringback scenarios), or hold a --round")
    attempt, test = _from_files(args) if args.steps else _live(args)
    if attempt is None:
        return 130
    from trainer.cli.attempt_json import attempt_json
    from trainer.cli.phone_test import test_json, test_text
    from trainer.cli.printing import attempt_text, print_json

    if args.json:
        print_json({**attempt_json(attempt), **({"phone_test": test_json(test)} if test else {})})
    else:
        print(attempt_text(attempt))
        if test:
            print(test_text(test))
    return 0 if attempt.state == "judged" else 1


def _from_files(args: argparse.Namespace) -> tuple[Attempt, Run | None]:
    """The attempt, and how far the phone test is where it is one of its calls."""
    from trainer.audio.files import read_answer
    from trainer.rigs.scripted import Step

    steps = []
    for what, value in args.steps:
        match what:
            case "say":
                steps.append(Step("say", pcm=read_answer(Path(value))))
            case "key":
                steps.append(Step("key", keys=value))
            case "wait":
                steps.append(Step("wait", seconds=float(value)))
            case "dial":
                steps.append(Step("dial", when=value))
            case "selling":
                steps.append(Step("selling", sells=value))
            case "leave" | "hang-up" | "move-on" | "cannot-talk":
                steps.append(Step(what))
    worker = worker_with_engine(args, _tell_trouble)
    with contextlib.closing(worker):
        worker.recover()  # as the window does, so that what a crash has left is listed
        casting = worker.cast(_next_call(worker, args), args.seller, args.guide)
        attempt = worker.calls.from_files(casting, steps).result()
        return attempt, _test(worker, args)


def _next_call(worker: Worker, args: argparse.Namespace) -> str:
    """The scenario to practise: the one named, or the next call of the phone test."""
    if args.scenario != PHONE_TEST:
        return str(args.scenario)
    return worker.practice.begin_phone_test().result().plan[0].scenario_id


def _test(worker: Worker, args: argparse.Namespace) -> Run | None:
    """How far the phone test is now; None where nobody takes it."""
    if args.scenario != PHONE_TEST:
        return None
    return worker.practice.phone_tests(date.today()).result()[0]


def _tell_trouble(event: CoreEvent) -> None:
    """What was found and mended before the call; a call from files has its own errors."""
    from trainer.cli.printing import say
    from trainer.events import Trouble

    if isinstance(event, Trouble) and not event.attempt_id:
        say(event.message)


def worker_with_engine(args: argparse.Namespace, emit: Callable[[CoreEvent], None]) -> Worker:
    """A worker whose engine is known to exist, where the call needs one.

    Raises:
        ModelMissing, UnknownName: no such scenario or engine, or nothing that can hear English.
    """
    from trainer.drills import listens
    from trainer.own_scenarios import library_of
    from trainer.settings import load
    from trainer.transcription.engines import engine_in_force
    from trainer.transcription.models import installed
    from trainer.worker import Worker

    engine = args.engine
    library = library_of(args.data_dir)
    if args.scenario in (None, PHONE_TEST) or listens(library.scenario(args.scenario)):
        setting = engine or load(args.data_dir)[0].engine
        engine = engine_in_force(setting, installed(args.data_dir)).name
    worker = Worker(args.data_dir, emit, engine=engine)
    for notice in worker.notices:
        print(notice, file=sys.stderr)
    return worker


# --------------------------------------------------------------------------- live


def _live(args: argparse.Namespace) -> tuple[Attempt | None, Run | None]:
    """The call on the default devices: Enter answers and ends a turn, Ctrl-C hangs up, again leaves.

    Gives what `_from_files` gives; no attempt where the user has left it.

    Raises:
        DeviceError: there is no microphone.
        WorldError: the call could not be held, or nothing could hear it.
    """
    from trainer.audio import devices
    from trainer.drills import listens

    happened: queue.SimpleQueue[Any] = queue.SimpleQueue()
    worker = worker_with_engine(args, happened.put)
    with contextlib.closing(worker):
        casting = worker.cast(_next_call(worker, args), args.seller, args.guide)
        if listens(casting.scenario):
            devices.find("input", worker.settings.input_device)  # before anything is stored
        worker.recover()
        worker.calls.begin(casting)
        threading.Thread(target=read_enter, args=(happened,), daemon=True).start()
        return Conversation(worker, happened).hold(), _test(worker, args)
