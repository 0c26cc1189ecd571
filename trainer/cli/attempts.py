"""`ringback attempts`: the history."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
    show.set_defaults(run=_show)
    export = does.add_parser("export", parents=[common], help="to a file")
    export.add_argument("--format", choices=("json", "csv"), default="json")
    export.add_argument("-o", "--output", metavar="PATH", type=Path, required=True)
    export.set_defaults(run=_export)
    delete = does.add_parser("delete", parents=[common], help="with their audio")
    delete.add_argument("ids", metavar="ID", nargs="*")
    delete.add_argument("--all", action="store_true", dest="everything")
    delete.set_defaults(run=_delete)


@contextlib.contextmanager
def _store(args: argparse.Namespace) -> Iterator[Any]:
    from trainer.history.store import Store

    with contextlib.closing(Store.open(args.data_dir)) as store:
        yield store


def _list(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.cli.printing import plain, print_json

    words = " ".join(args.words) if isinstance(args.words, list) else args.words
    with _store(args) as store:
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

    with _store(args) as store:
        attempt = store.attempt(args.id)
    if args.json:
        print_json(attempt_json(attempt))
    else:
        print(attempt_text(attempt))
    return 0


def _export(args: argparse.Namespace) -> int:
    with _store(args) as store:
        if args.format == "csv":
            text, encoding = "".join(store.export_csv()), "utf-8-sig"
        else:
            text, encoding = json.dumps(list(store.export_json()), ensure_ascii=False, indent=2), "utf-8"
    _replace(args.output, text.encode(encoding))
    _done(args, f"Wrote {args.output}.", {"written": str(args.output)})
    return 0


def _replace(path: Path, data: bytes) -> None:
    """All or nothing: a failed export leaves what was there."""
    from trainer.paths import write_private

    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise BadInput(f"{path} cannot be written.", "Name a file in a folder that you may write to.")
    write_private(path, data)


def _delete(args: argparse.Namespace) -> int:
    if bool(args.ids) == args.everything:
        raise BadInput("Say which attempts to delete:", "their ids, or --all.")
    with _store(args) as store:
        ids = [row.id for row in store.rows()] if args.everything else [store.attempt(i).id for i in args.ids]
        store.delete(ids)
    _done(args, f"Deleted {len(ids)} with their audio.", {"deleted": ids})
    return 0


def _done(args: argparse.Namespace, sentence: str, document: dict[str, Any]) -> None:
    """Say what was done, where there is no other result: in words, or as JSON."""
    from trainer.cli.printing import print_json, say

    if args.json:
        print_json(document)
    else:
        say(sentence)
