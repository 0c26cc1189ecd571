"""`ringback doctor`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.history.mends import Mended


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    doctor = commands.add_parser("doctor", parents=[common], help="what is wrong here and how to mend it")
    doctor.add_argument("--mend", action="store_true", help="mend first what can be mended, then look")
    doctor.set_defaults(run=_doctor)


def _doctor(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from trainer.cli.printing import print_json
    from trainer.doctor import examine
    from trainer.settings import load

    mended = _mend(args.data_dir) if args.mend else None
    items = examine(args.data_dir, *load(args.data_dir))
    if args.json:
        document = {"ok": all(item.ok for item in items), "items": [asdict(item) for item in items]}
        print_json(document if mended is None else document | {"mended": [asdict(one) for one in mended]})
    else:
        if mended is not None:
            print("\n".join([*map(_line, mended), ""]) if mended else "There was nothing to mend.\n")
        for item in items:
            print(f"{'+' if item.ok else 'x'} {item.name}: {item.detail}")
            if item.mend:
                print(f"    {item.mend}")
    return 0 if all(item.ok for item in items) else 1


def _line(one: Mended) -> str:
    return f"{'Mended' if one.done else 'Left'}: {one.detail}"


def _mend(data_dir: Path) -> list[Mended]:
    """Mend the data folder, which no other program may have open.

    Raises:
        BadInput: one has, or an import is running.
        StoreError: the history cannot be used.
    """
    from contextlib import closing

    from filelock import FileLock, Timeout

    from trainer.audio.measuring import measured
    from trainer.audio.takes import repair
    from trainer.errors import BadInput
    from trainer.history.audio_files import FOLDER
    from trainer.history.database import FILE_NAME
    from trainer.history.mending import open_or_mend
    from trainer.history.mends import Mended, mend_lock, mend_recordings, mend_what_was_left
    from trainer.history.recovery import RECORDING_LOCK

    if not (data_dir / FILE_NAME).exists() and not (data_dir / FOLDER).is_dir():
        return []
    try:
        with FileLock(data_dir / RECORDING_LOCK, timeout=0, mode=0o600):
            store, damage = open_or_mend(data_dir)
            with closing(store):
                found = [Mended(what="history", done=True, detail=damage)] if damage else []
                found += mend_lock(data_dir)
                found += mend_what_was_left(store, data_dir, repair, measured)
                return found + mend_recordings(lambda work: work(store), data_dir, repair, measured)
    except Timeout as error:
        raise BadInput(
            f"Ringback is open with {data_dir}.", "Close it first, or mend in its Settings, under Backups."
        ) from error
