"""`ringback profile`: who you are."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from typing import Any

from trainer.errors import BadInput

KEYS = {
    "name": "name",
    "company": "company",
    "does": "does",
    "number": "number",
    "region": "region",
    "own_limit": "own_limit",
    "heard_as": "heard_as",
}


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("profile", parents=[common], help="who you are")
    does = parser.add_subparsers(metavar="ACTION")
    parser.set_defaults(run=_show)
    does.add_parser("show", parents=[common], help="what is kept").set_defaults(run=_show)
    change = does.add_parser("set", parents=[common], help="change it")
    change.add_argument("pairs", nargs="+", metavar="KEY=VALUE", help=", ".join(KEYS))
    change.set_defaults(run=_set)


def _show(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.settings import load

    profile = asdict(load(args.data_dir)[0].profile)
    profile.pop("id")
    if args.json:
        print_json(profile)
    else:
        for key, value in profile.items():
            print(f"{key:<10} {value if value not in (None, '', {}) else '(not set)'}")
        if not profile["number"]:
            print("Without a number, 'number right' cannot be checked.")
    return 0


def _set(args: argparse.Namespace) -> int:
    from trainer.settings import load, save
    from trainer.strict import did_you_mean

    settings, _ = load(args.data_dir)
    changes: dict[str, Any] = {}
    for pair in args.pairs:
        key, equals, value = pair.partition("=")
        if not equals or key not in KEYS:
            raise BadInput(f"'{pair}' is not KEY=VALUE with a known key.{did_you_mean(key, KEYS)}", _known())
        changes[KEYS[key]] = _value(key, value.strip())
    save(args.data_dir, replace(settings, profile=replace(settings.profile, **changes)))
    return _show(args)


def _value(key: str, value: str) -> Any:
    if key == "own_limit":
        if not value.isdigit() or not 1 <= int(value) <= 99:
            raise BadInput(f"own_limit={value}: give a whole number from 1 to 99.")
        return int(value)
    if key == "heard_as":
        return _heard_as(value)
    if key == "region":
        if not (len(value) == 2 and value.isalpha()):
            raise BadInput(f"region={value}: give a two-letter country, for instance GB or US.")
        return value.upper()
    if key == "number" and value and not any(char.isdigit() for char in value):
        raise BadInput(f"number={value}: a telephone number has digits.")
    return value if value or key == "name" else None


def _heard_as(value: str) -> dict[str, tuple[str, ...]]:
    """JSON: {name: [spellings]}."""
    try:
        table = json.loads(value or "{}")
        return {
            str(name): tuple(str(spelling) for spelling in spellings) for name, spellings in table.items()
        }
    except (ValueError, AttributeError, TypeError):
        raise BadInput(
            "heard_as must be JSON,", 'for instance heard_as=\'{"Fieldline": ["field line"]}\'.'
        ) from None


def _known() -> str:
    return f"Keys: {', '.join(KEYS)}."
