"""`ringback due`: what to practise next, and why."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from trainer.practice.due import DueItem
    from trainer.records import Scenario


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("due", parents=[common], help="what to practise next and why")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is due; nothing due is no failure."""
    import contextlib
    from datetime import datetime

    from trainer.cli.printing import print_json
    from trainer.history.store import Store
    from trainer.own_scenarios import library_of
    from trainer.practice.due import due_today
    from trainer.practice.due_words import due_words
    from trainer.settings import load

    today = datetime.now().astimezone().date()
    library = library_of(args.data_dir)
    with contextlib.closing(Store.open(args.data_dir)) as store:
        history, put_off = store.measured(), store.put_off_on(today.isoformat())
    new_a_day = load(args.data_dir)[0].new_a_day
    due = due_today(history, library.scenarios, today, new_a_day=new_a_day, not_today=put_off)
    lines = [_line(item, library.scenario(item.scenario_id), today) for item in due.items]
    if args.json:
        next_day = due.next_day.isoformat() if due.next_day else None
        print_json({"today": today.isoformat(), "minutes": due.minutes, "due": lines, "next_day": next_day})
        return 0
    print(due_words(due))
    for line in lines:
        print(f"  {line['scenario']:<34} {line['kind']:<12} {line['minutes']} min  {line['says']}")
    if lines:
        print(f"Begin with: ringback practise {lines[0]['scenario']}")
    return 0


def _line(item: DueItem, scenario: Scenario, today: date) -> dict[str, Any]:
    from trainer.analysis.checks import all_checks
    from trainer.practice.due_words import why_words

    def title_of(check: str) -> str:
        known = all_checks().get(check)
        return known.title if known else check

    return {
        "scenario": item.scenario_id,
        "kind": item.kind,
        "prospect": scenario.prospect.name,
        "why": item.why,
        "says": why_words(item, today, title_of),
        "last_day": item.last_day.isoformat() if item.last_day else None,
        "days_over": item.days_over,
        "weak": item.weak,
        "minutes": item.minutes,
    }
