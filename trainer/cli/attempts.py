"""`ringback attempts`: the history."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from trainer.cli import carrying
from trainer.cli.carrying import done, opened
from trainer.errors import BadInput


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("attempts", parents=[common], help="the history")
    does = parser.add_subparsers(metavar="ACTION")
    parser.set_defaults(run=_list, words="")
    does.add_parser("list", parents=[common], help="all of them, newest first").set_defaults(
        run=_list, words=""
    )
    search = does.add_parser("search", parents=[common], help="by words said or names")
    search.add_argument("words", metavar="WORDS", nargs="+")
    search.set_defaults(run=_list)
    show = does.add_parser("show", parents=[common], help="one of them")
    show.add_argument("id", metavar="ID")
    show.add_argument("--events", action="store_true", help="all that happened in the call, with times")
    show.set_defaults(run=_show)
    carrying.add(does, common)
    delete = does.add_parser("delete", parents=[common], help="with their audio")
    delete.add_argument("ids", metavar="ID", nargs="*")
    delete.add_argument("--all", action="store_true", dest="everything")
    delete.set_defaults(run=_delete)


def _list(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.cli.printing import plain, print_json

    words = " ".join(args.words) if isinstance(args.words, list) else args.words
    with opened(args) as store:
        rows = store.rows(words)
    if args.json:
        print_json([asdict(row) for row in rows])
        return 0
    for row in rows:
        met = f"{row.headline.met} of {row.headline.of} met" if row.headline else row.state
        seconds = f"{row.seconds:5.1f} s" if row.seconds is not None else "      -"
        print(f"{row.id}  {row.started_utc[:16]}  {row.kind:<10} {seconds}  {met:<16} {plain(row.prospect)}")
    if not rows:
        print("No attempts yet." if not words else "No attempt has these words.", file=sys.stderr)
    return 0


def _show(args: argparse.Namespace) -> int:
    from trainer.cli.attempt_json import attempt_json
    from trainer.cli.printing import attempt_text, print_json

    with opened(args) as store:
        attempt = store.attempt(args.id)
    if args.json:
        print_json(attempt_json(attempt))
    elif args.events:
        from trainer.cli.happened import events_text

        print(events_text(attempt))
    else:
        print(attempt_text(attempt))
    return 0


def _delete(args: argparse.Namespace) -> int:
    if bool(args.ids) == args.everything:
        raise BadInput("Say which attempts to delete:", "their ids, or --all.")
    with opened(args) as store:
        ids = [row.id for row in store.rows()] if args.everything else [store.attempt(i).id for i in args.ids]
        store.delete(ids)
        if args.everything:
            store.forget_points()
            store.forget_scripts()
    done(args, f"Deleted {len(ids)} with their audio.", {"deleted": ids})
    return 0
