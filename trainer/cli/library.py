"""`ringback scenarios`: the library."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("scenarios", parents=[common], help="what there is to practise")
    does = parser.add_subparsers(metavar="ACTION")
    parser.set_defaults(run=_list)
    does.add_parser("list", parents=[common], help="all of them").set_defaults(run=_list)
    show = does.add_parser("show", parents=[common], help="one of them")
    show.add_argument("id", metavar="ID")
    show.set_defaults(run=_show)
    check = does.add_parser("check", parents=[common], help="all mistakes of a file or folder")
    check.add_argument("path", metavar="PATH", type=Path)
    check.set_defaults(run=_check)
    take_in = does.add_parser("import", parents=[common], help="take in a pack of scenarios")
    take_in.add_argument("pack", metavar="FILE.zip", type=Path)
    take_in.add_argument(
        "--on-clash",
        choices=("skip", "keep-both", "replace"),
        default="skip",
        help="where an id is taken by a different scenario (default: skip); shipped ones are never replaced",
    )
    take_in.set_defaults(run=_import)
    export = does.add_parser("export", parents=[common], help="put scenarios and their sounds into a pack")
    what = export.add_mutually_exclusive_group(required=True)
    what.add_argument("ids", metavar="ID", nargs="*", default=[])
    what.add_argument("--own", action="store_true", help="all of your own")
    what.add_argument("--all", action="store_true", help="the whole library")
    export.add_argument("-o", "--output", metavar="FILE.zip", type=Path, required=True)
    export.set_defaults(run=_export)
    remove = does.add_parser("remove", parents=[common], help="remove scenarios of your own")
    remove.add_argument("ids", metavar="ID", nargs="+")
    remove.set_defaults(run=_remove)


def _library(args: argparse.Namespace) -> Any:
    from trainer.own_scenarios import FOLDER, library_of, settle

    settle(args.data_dir / FOLDER)
    return library_of(args.data_dir)


def _list(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json, say

    library = _library(args)
    if args.json:
        print_json(
            [
                {
                    "id": scenario.id,
                    "kind": scenario.kind,
                    "title": scenario.title,
                    "industry": scenario.industry,
                    "situation": scenario.situation,
                    "difficulty": scenario.difficulty,
                    "prospect": scenario.prospect.name,
                    "trains": scenario.trains,
                }
                for scenario in library.scenarios
            ]
        )
    else:
        for scenario in library.scenarios:
            print(f"{scenario.id:<28} {scenario.kind:<10} {scenario.title:<38} {scenario.trains}")
    for mistakes in library.broken:
        say(str(mistakes))
    return 1 if library.broken else 0


def _show(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.cli.printing import print_json

    scenario = _library(args).scenario(args.id)
    if args.json:
        print_json(asdict(scenario))
        return 0
    person = scenario.prospect
    print(f"{scenario.title} ({scenario.kind}, {scenario.situation}, {scenario.industry})")
    print(f"Trains: {scenario.trains} Difficulty {scenario.difficulty} of 3.")
    print(", ".join(part for part in (person.name, person.role, person.company) if part))
    for line in scenario.you_know:
        print(f"  - {line}")
    for prompt in scenario.prompts:
        print(f'They say: "{prompt.text}"')
    for answer in scenario.model_answers:
        print(f'What good sounds like to "{answer.guide}":')
        for text in answer.says:
            print(f'  "{text}"')
    return 0


def _check(args: argparse.Namespace) -> int:
    from trainer.errors import BadInput, Mistakes
    from trainer.guides import load_guides
    from trainer.scenarios import read_scenario

    if not args.path.exists():
        raise BadInput(f"{args.path} is not there.", "Name a scenario file (.toml) or a folder of them.")
    paths = sorted(args.path.glob("*.toml")) if args.path.is_dir() else [args.path]
    if not paths:
        raise BadInput(f"{args.path} holds no .toml files.", "Name a folder with scenario files.")
    library, checked = _library(args), []
    guides = load_guides(args.data_dir / "guides", on_broken=lambda _: None)
    for path in paths:
        try:
            read_scenario(path, library, guides)
            checked.append({"file": str(path), "ok": True, "mistakes": []})
        except Mistakes as mistakes:
            checked.append({"file": str(path), "ok": False, "mistakes": mistakes.mistakes})
    _print_checked(checked, as_json=args.json)
    return 0 if all(file["ok"] for file in checked) else 1


def _import(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.audio.files import check_prompt
    from trainer.cli.printing import print_json
    from trainer.own_scenarios import own_folder
    from trainer.packs import import_pack

    own = own_folder(args.data_dir)
    done = import_pack(args.pack, _library(args), own, check_prompt, args.on_clash)
    if args.json:
        print_json(asdict(done))
        return 0
    for what, ids in (("Added", done.added), ("Replaced", done.replaced)):
        if ids:
            print(f"{what}: {', '.join(ids)}")
    if done.skipped:
        print(f"Left out, because they are here already: {', '.join(done.skipped)}")
    return 0


def _export(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.errors import BadInput
    from trainer.own_scenarios import FOLDER, own_ids
    from trainer.packs import export_pack

    library = _library(args)
    own = own_ids(args.data_dir / FOLDER)
    chosen = args.ids or [one.id for one in library.scenarios if args.all or one.id in own]
    if not chosen:
        raise BadInput("You have no scenarios of your own.", "Name others by id, or export --all.")
    ids = export_pack(library, chosen, args.output)
    if args.json:
        print_json({"pack": str(args.output), "scenarios": list(ids)})
    else:
        print(f"{args.output} holds {', '.join(ids)}.")
    return 0


def _remove(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.own_changes import remove
    from trainer.own_scenarios import own_folder

    done = remove(_library(args), args.ids, own_folder(args.data_dir))
    _library(args)  # so that what is kept of the library for the next start holds no word of them
    if args.json:
        print_json({"removed": args.ids, "no_longer_follow": list(done.unfollowing)})
        return 0
    print(f"Removed: {', '.join(args.ids)}")
    if done.unfollowing:
        print(f"Kept, following nothing that was removed: {', '.join(done.unfollowing)}")
    return 0


def _print_checked(checked: list[dict[str, Any]], *, as_json: bool) -> None:
    from trainer.cli.printing import print_json

    if as_json:
        print_json(checked)
        return
    for file in checked:
        for line in file["mistakes"] or ["fine."]:
            print(f"{file['file']}: {line}")
