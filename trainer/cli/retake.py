"""`ringback retake ID`: what the one fix is about, said again, from a file or live."""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli.practise import worker_with_engine
from trainer.errors import BadInput

if TYPE_CHECKING:
    from concurrent.futures import Future

    from trainer.practice.retake import Place, Retaken
    from trainer.records import Attempt
    from trainer.worker import Worker

NOTHING_AGAIN = "There is nothing to say again in this attempt:"
WHY_NOTHING = "it has no fix, or its fix is about no one place. Practise the whole call again."


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "retake", parents=[common], help="say again what the one fix of an attempt is about"
    )
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--file", metavar="FILE", help="take it from this recording; without it, live")
    parser.add_argument("--engine", metavar="E", help="vosk, vosk:NAME or embedded")
    parser.set_defaults(run=run, scenario=None)


def run(args: argparse.Namespace) -> int:
    """Record, hear and print it beside what it stands for; the attempt's judgement stays as it is."""
    from trainer.cli.printing import print_json
    from trainer.retaking import retake_place

    with contextlib.closing(worker_with_engine(args, lambda _: None)) as worker:
        attempt = worker.review.attempt(args.id).result()
        place = retake_place(attempt)
        if place is None:
            raise BadInput(NOTHING_AGAIN, WHY_NOTHING)
        made = _recorded(worker, attempt, place, args.file).result()
    if made is None:
        return 130
    if args.json:
        print_json({"attempt": attempt.id, **retake_json(made)})
    else:
        print("\n".join(retake_lines(made)))
    return 0


def _recorded(worker: Worker, attempt: Attempt, place: Place, file: str | None) -> Future[Retaken | None]:
    """The retake on its way; live it ends with Enter, and Ctrl-C forgets it."""
    if file is not None:
        from trainer.audio.files import read_answer

        return worker.retakes.from_file(attempt.id, place, read_answer(Path(file)))
    made = worker.retakes.start(attempt.id, place)
    print("Speak after the beep. Enter when you are done, Ctrl-C forgets it.", file=sys.stderr, flush=True)
    try:
        if not made.done():  # without a microphone there is nothing to wait for
            sys.stdin.readline()
        worker.retakes.finish()
    except KeyboardInterrupt:
        worker.retakes.cancel()
    return made


def retake_json(made: Retaken) -> dict[str, Any]:
    """What was said before and now, and what the check would say of it (docs/command-line.md)."""
    return {
        "take": made.take.id,
        "audio": made.take.path,
        "check": made.place.check,
        "turn": made.place.turn,
        "outcome": made.outcome,
        "before": {"text": made.said_before, "seconds": round(made.before_s, 3)},
        "now": {"text": made.said, "seconds": round(made.seconds, 3)},
        "reply_seconds": {"before": round(made.reply_before_s, 3), "now": round(made.reply_s, 3)},
    }


def retake_lines(made: Retaken) -> list[str]:
    """The same to read."""
    from trainer.analysis.checks import all_checks
    from trainer.cli.printing import MARKS, WORDS, plain

    title = all_checks()[made.place.check].title
    return [
        f'Before ({made.before_s:.1f} s): "{plain(made.said_before)}"',
        f'Now    ({made.seconds:.1f} s): "{plain(made.said)}"',
        f"{MARKS[made.outcome]} {title}: {WORDS[made.outcome]} with the new part",
        f"The whole: {made.reply_before_s:.1f} s before, {made.reply_s:.1f} s now.",
    ]
