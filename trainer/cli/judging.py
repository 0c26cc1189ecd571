"""`ringback judge` and `ringback guides`: text in, checks out; no audio, no store, no engine."""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from trainer.errors import Mistakes, UnknownName


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    judge = commands.add_parser("judge", parents=[common], help="judge a text (JSON in, JSON out)")
    judge.add_argument(
        "file", metavar="FILE", nargs="?", default="-", help="a JSON request; - or nothing: stdin"
    )
    judge.add_argument("--batch", action="store_true", help="one request a line, one result a line")
    judge.add_argument("--guide", metavar="G", default=None)
    judge.set_defaults(run=_judge)

    guides = commands.add_parser("guides", parents=[common], help="the guides")
    does = guides.add_subparsers(metavar="ACTION")
    guides.set_defaults(run=_list)
    does.add_parser("list", parents=[common], help="all of them").set_defaults(run=_list)
    show = does.add_parser("show", parents=[common], help="what one counts")
    show.add_argument("id", metavar="ID")
    show.set_defaults(run=_show)
    check = does.add_parser("check", parents=[common], help="all mistakes of a guide file")
    check.add_argument("path", metavar="PATH", type=Path)
    check.set_defaults(run=_check)


def _judge(args: argparse.Namespace) -> int:
    with _collecting_nothing():
        from trainer.contract import judge_line, judge_lines
        from trainer.guides import load_guides

        guides = load_guides(args.data_dir / "guides", _tell)
        if args.guide and args.guide not in guides:
            raise UnknownName("guide", args.guide, list(guides))
        if not args.batch:
            with _source(args.file) as source:
                text = source.read().decode("utf-8", errors="replace")
            result = judge_line(text, guides, args.guide)
            if "error" in result:
                print(f"ringback: {args.file}: {result['error']}", file=sys.stderr)
            print(json.dumps(result, ensure_ascii=False, allow_nan=False, indent=2))
            return int("error" in result)
    failed = False
    with _source(args.file) as source:
        lines = (line.decode("utf-8", errors="replace") for line in source)
        for result in judge_lines(lines, guides, args.guide):
            failed |= "error" in result
            print(json.dumps(result, ensure_ascii=False, allow_nan=False))
    return int(failed)


def _source(file: str) -> contextlib.AbstractContextManager[BinaryIO]:
    """The file, or standard input, which stays open."""
    return contextlib.nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb")


@contextlib.contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Without the garbage collector: nearly all that is loaded stays, and to look it through again and again
    takes a fourteenth of the time until one message is judged."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _list(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.guides import load_guides

    broken: list[Mistakes] = []
    guides = load_guides(args.data_dir / "guides", broken.append).values()
    if args.json:
        print_json([{"id": guide.id, "title": guide.title, "stance": guide.stance} for guide in guides])
    else:
        for guide in guides:
            print(f"{guide.id:<20} {guide.title}. {guide.stance}")
    for mistakes in broken:
        _tell(mistakes)
    return 1 if broken else 0


def _show(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.cli.printing import print_json
    from trainer.guides import load_guides

    guides = load_guides(args.data_dir / "guides", _tell)
    if args.id not in guides:
        raise UnknownName("guide", args.id, list(guides))
    guide = guides[args.id]
    if args.json:
        print_json(asdict(guide))
    else:
        print(guide_text(guide))
    return 0


def guide_text(guide: Any) -> str:
    """What a guide counts, kind by kind, with its advice."""
    from trainer.analysis.checks import all_checks

    checks = all_checks()
    lines = [f"{guide.title} ({guide.author})", guide.stance]
    for kind, counted in guide.counts.items():
        lines += ["", kind]
        for rule in counted:
            title = checks[rule.check].title if rule.check in checks else rule.check
            lines.append(f"  {rule.check:<24} {title}")
    return "\n".join(lines)


def _check(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.guides import read_guide

    guide = read_guide(args.path)
    if args.json:
        print_json({"file": str(args.path), "guide": guide.id, "ok": True})
    else:
        print(f"{args.path}: the guide '{guide.id}' is fine.")
    return 0


def _tell(mistakes: Mistakes) -> None:
    """A guide of the user's was left out."""
    print(mistakes, file=sys.stderr)
