"""The command line: everything the window can do to an attempt, without a screen or a sound device.

`docs/command-line.md` lists commands and exit statuses. One module a group of commands, each with
`add(commands, common)`; they import what they need inside, so that `ringback judge` starts fast.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import logging
import os
import sys
from collections.abc import Sequence

from trainer.cli.terminal import literal_output
from trainer.display import display
from trainer.errors import BadInput, DeviceError, WorldError
from trainer.paths import data_dir

VERSION = "0.1.0"
COMMANDS = {
    "practise": "practise", "practice": "practise", "retake": "retake", "transcribe": "hearing",
    "model": "hearing", "doctor": "doctoring", "judge": "judging", "guides": "judging",
    "scenarios": "library", "profile": "profile", "attempts": "attempts", "due": "due",
}  # fmt: skip
"""Command -> module of its group. Only the one asked for is loaded: all of them take as long as the judge."""
GROUPS = tuple(dict.fromkeys(COMMANDS.values()))
BUG = 70
"""Exit status for our own mistakes (EX_SOFTWARE of sysexits.h)."""

# What the user must know is said in words; without a handler, Python prints the log's lines between them.
logging.getLogger("trainer").addHandler(logging.NullHandler())


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status. Messages go to stderr, results to stdout."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    with literal_output():
        return _main(argv)


def _main(argv: Sequence[str] | None) -> int:
    args = _parsed(sys.argv[1:] if argv is None else argv)
    args.json = getattr(args, "json", False)
    args.data_dir = data_dir(getattr(args, "data_dir", None))
    try:
        if args.data_dir.exists() and not args.data_dir.is_dir():
            raise BadInput(f"{args.data_dir} is a file, not a folder.", "Name a folder with --data-dir.")
        status = args.run(args) if "run" in args else _window(args)
        sys.stdout.flush()
    except WorldError as error:
        print(f"ringback: {error}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # The reader has gone (`ringback … | head`): that is no mistake of anybody's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        print(f"ringback: {_plain(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception:
        return _bug(args)
    return int(status)


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for. The window opens without the commands, and a command without the others: loading
    them takes a tenth of a start."""
    window = argparse.ArgumentParser(parents=[_window_options()], add_help=False, exit_on_error=False)
    try:
        args, unknown = window.parse_known_args(argv)
    except argparse.ArgumentError:
        unknown = list(argv)  # the other parser says it with the whole usage
    if not unknown:
        return args
    asked = COMMANDS.get(unknown[0])
    return _parser(GROUPS if asked is None else (asked,)).parse_args(argv)


def _common_options() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data-dir", metavar="DIR", help="keep everything under DIR (also RINGBACK_DATA_DIR)"
    )
    common.add_argument("--json", action="store_true", help="print one JSON document on stdout")
    return common


def _window_options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False, parents=[_common_options()])
    options.add_argument(
        "--measure-start", action="store_true", help="open the window, print how long it took, and exit"
    )
    return options


def _parser(groups: Sequence[str]) -> argparse.ArgumentParser:
    common = _common_options()
    parser = argparse.ArgumentParser(
        prog="ringback",
        parents=[_window_options()],
        description="Practise voicemail messages and surprise call backs. No command: opens the window.",
        epilog="Exit status: 0 done, 1 unusable input, 2 wrong usage, 3 something is missing, 70 our bug.",
    )
    parser.add_argument("--version", action="version", version=f"ringback {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for group in groups:
        importlib.import_module(f"trainer.cli.{group}").add(commands, common)
    return parser


def _window(args: argparse.Namespace) -> int:
    if display() is None:  # Qt would end the process with a page of its own words
        raise DeviceError(
            "There is no display, so the window cannot open.",
            "Start it on a desktop (DISPLAY or WAYLAND_DISPLAY is not set), or practise here (ringback -h).",
        )
    # Nearly all that is built until the window can be used stays: looking it through again and again for what
    # does not would take a twelfth of that time. `ui.start` turns it on again.
    gc.disable()
    from ui.app import run

    status: int = run(args.data_dir, measure_start=args.measure_start)
    return status


def _plain(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{where}. Check the place, its permissions and the free space."


def _bug(args: argparse.Namespace) -> int:
    """Traceback to the log, one line to the user."""
    from trainer import log_file

    name = log_file.write_traceback(args.data_dir)
    print(f"ringback: our own mistake, not yours. Details are in {name}.", file=sys.stderr)
    return BUG
