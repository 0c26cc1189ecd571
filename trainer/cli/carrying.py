"""`ringback attempts export|import|judge`: the history taken elsewhere, taken back, judged again."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from trainer.errors import BadInput


def add(does: Any, common: argparse.ArgumentParser) -> None:
    """Add the actions."""
    export = does.add_parser("export", parents=[common], help="to a file")
    export.add_argument("ids", metavar="ID", nargs="*", help="only these")
    export.add_argument("--format", choices=("json", "csv", "html"), default="json")
    export.add_argument("-o", "--output", metavar="PATH", type=Path, required=True)
    export.set_defaults(run=_export)
    bring = does.add_parser("import", parents=[common], help="take back what was exported to a .zip")
    bring.add_argument("path", metavar="PATH", type=Path)
    bring.set_defaults(run=_import)
    judge = does.add_parser("judge", parents=[common], help="judge all of them again")
    judge.add_argument("--all", action="store_true", dest="everything", required=True)
    judge.add_argument("--guide", metavar="G", help="by this guide; otherwise each by its own")
    judge.set_defaults(run=_judge)


@contextlib.contextmanager
def opened(args: argparse.Namespace) -> Iterator[Any]:
    """The history of the data folder in force.

    Raises:
        StoreError: it cannot be used.
    """
    from trainer.history.store import Store

    with contextlib.closing(Store.open(args.data_dir)) as store:
        yield store


def done(args: argparse.Namespace, sentence: str, document: dict[str, Any]) -> None:
    """Say what was done, where there is no other result: in words, or as JSON."""
    from trainer.cli.printing import print_json, say

    if args.json:
        print_json(document)
    else:
        say(sentence)


def _export(args: argparse.Namespace) -> int:
    with opened(args) as store:
        ids = [store.attempt(name).id for name in args.ids] or None
        if args.format == "html":
            return _page(args, store, ids)
        if args.format == "json" and args.output.suffix.lower() == ".zip":
            return _archive(args, store, ids)
        if args.format == "csv":
            from trainer.spreadsheet import ENCODING

            text, encoding = "".join(store.export_csv(ids)), ENCODING
        else:
            text, encoding = json.dumps(list(store.export_json(ids)), ensure_ascii=False, indent=2), "utf-8"
    _replace(args.output, text.encode(encoding))
    done(args, f"Wrote {args.output}.", {"written": str(args.output)})
    return 0


def _archive(args: argparse.Namespace, store: Any, ids: list[str] | None) -> int:
    from dataclasses import replace

    from trainer.history.archive import readable, write_archive
    from trainer.history.besides import Besides

    _refuse_folder(args.output)
    chosen, unreadable = ids or store.to_export(), list[str]()
    with _bar(args, "exporting") as on_progress:
        items = readable(chosen, store.carried, unreadable)
        besides = Besides() if ids else store.besides()
        wrote = write_archive(args.output, items, len(chosen), store.data_dir, on_progress, besides)
    wrote = replace(wrote, unreadable=tuple(unreadable))
    left = f" Not in it: {len(wrote.left_out)} recordings that are gone or changed." if wrote.left_out else ""
    left += f" Not in it: {len(unreadable)} attempts that cannot be read." if unreadable else ""
    said = f"Wrote {wrote.attempts} attempts and {wrote.recordings} recordings to {args.output}.{left}"
    document = {
        "written": str(args.output), "attempts": wrote.attempts, "recordings": wrote.recordings,
        "left_out": list(wrote.left_out), "unreadable": list(wrote.unreadable),
    }  # fmt: skip
    done(args, said, document)
    return 0


def _page(args: argparse.Namespace, store: Any, ids: list[str] | None) -> int:
    if ids is None or len(ids) != 1:
        raise BadInput(
            "A page holds one attempt.", "Name its id: ringback attempts export --format html ID …"
        )
    from trainer.guides import load_guides
    from trainer.pages.writing import page_of

    guides = load_guides(args.data_dir / "guides", lambda _: None)
    _replace(args.output, page_of(store.attempt(ids[0]), args.data_dir, guides).encode())
    done(args, f"Wrote {args.output}.", {"written": str(args.output)})
    return 0


def _import(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.history.arriving import read_archive

    if not args.path.is_file():
        raise BadInput(f"{args.path} is not a file.", "Name the .zip that `attempts export` wrote.")
    with opened(args) as store, _bar(args, "importing") as on_progress:
        came = read_archive(args.path, store.data_dir, store, on_progress)
    said = f"Took over {came.attempts} attempts with {came.recordings} recordings."
    said += f" {came.skipped} were here already." if came.skipped else ""
    said += f" {came.without_recording} recordings are not in the file." if came.without_recording else ""
    done(args, said, asdict(came))
    return 0


def _judge(args: argparse.Namespace) -> int:
    from trainer.guides import load_guides
    from trainer.rejudging import judge_all

    guides = load_guides(args.data_dir / "guides", lambda _: None)
    with opened(args) as store, _bar(args, "judging") as on_progress:
        anew = judge_all(lambda work: work(store), guides, args.guide, on_progress)
    done(args, f"Judged {anew} attempts anew.", {"judged": anew})
    return 0


@contextlib.contextmanager
def _bar(args: argparse.Namespace, doing: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr, where that is a terminal and nobody asked for JSON."""
    from tqdm import tqdm

    hidden = args.json or not sys.stderr.isatty()
    tqdm.monitor_interval = 0  # its thread would outlive the command, and a bar that is fed needs none
    with tqdm(desc=doing, unit=" attempts", leave=False, disable=hidden, file=sys.__stderr__) as bar:

        def on_progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield on_progress


def _replace(path: Path, data: bytes) -> None:
    """All or nothing: a failed export leaves what was there."""
    from trainer.paths import write_private

    _refuse_folder(path)
    write_private(path, data)


def _refuse_folder(path: Path) -> None:
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise BadInput(f"{path} cannot be written.", "Name a file in a folder that you may write to.")
