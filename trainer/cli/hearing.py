"""`ringback transcribe` and `ringback model`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    transcribe = commands.add_parser("transcribe", parents=[common], help="words with times and confidence")
    transcribe.add_argument("file", metavar="FILE", type=Path)
    transcribe.add_argument("--engine", metavar="E", help="vosk, vosk:NAME or embedded")
    transcribe.set_defaults(run=_transcribe)

    model = commands.add_parser("model", parents=[common], help="speech models")
    does = model.add_subparsers(metavar="ACTION")
    model.set_defaults(run=_status)
    does.add_parser("status", parents=[common], help="what is installed and in force").set_defaults(
        run=_status
    )
    fetch = does.add_parser("fetch", parents=[common], help="fetch an English model")
    fetch.add_argument("name", metavar="NAME", nargs="?", help="default: the small one")
    fetch.set_defaults(run=_fetch)
    imported = does.add_parser("import", parents=[common], help="install a model from a zip or folder")
    imported.add_argument("path", metavar="FILE-or-FOLDER", type=Path)
    imported.set_defaults(run=_import)
    remove = does.add_parser("remove", parents=[common], help="remove an installed model")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(run=_remove)


def _transcribe(args: argparse.Namespace) -> int:
    from trainer.audio.files import read_answer
    from trainer.cli.printing import plain, print_json
    from trainer.settings import load
    from trainer.transcription.engines import engine_in_force
    from trainer.transcription.models import installed
    from trainer.transcription.recogniser import transcribe_pcm

    setting = args.engine or load(args.data_dir)[0].engine
    pcm = read_answer(args.file)
    heard = transcribe_pcm(pcm, engine_in_force(setting, installed(args.data_dir)))
    if args.json:
        words = [
            {"word": word.word, "start": word.start_s, "end": word.end_s, "confidence": word.confidence}
            for word in heard.words
        ]
        print_json({"file": str(args.file), "engine": heard.engine, "text": heard.text, "words": words})
    else:
        for word in heard.words:
            confidence = f"{word.confidence:.2f}" if word.confidence is not None else "   -"
            print(f"{word.start_s or 0:7.2f} {word.end_s or 0:7.2f}  {confidence}  {plain(word.word)}")
        print(f"Heard by {heard.engine}.", file=sys.stderr)
    return 0


def _status(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.errors import ModelMissing
    from trainer.settings import load
    from trainer.transcription.engines import available, engine_in_force
    from trainer.transcription.models import installed

    models = installed(args.data_dir)
    missing: ModelMissing | None = None
    in_force = None
    try:
        in_force = engine_in_force(load(args.data_dir)[0].engine, models).name
    except ModelMissing as error:
        missing = error
    if args.json:
        listed = [
            {"name": model.name, "path": str(model.path), "bytes": model.size_bytes, "english": model.english}
            for model in models
        ]
        print_json({"in_force": in_force, "engines": [c.name for c in available(models)], "models": listed})
    else:
        for model in models:
            language = "English" if model.english else "not English"
            print(f"vosk:{model.name}  {model.size_bytes / 1e6:.0f} MB  {language}  {model.path}")
        for choice in available(models):
            if not choice.name.startswith("vosk"):
                print(f"{choice.name}  comes with Ringback")
        print(f"In force: {in_force or 'nothing'}")
    if missing:
        raise missing
    return 0


def _fetch(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.settings import load
    from trainer.transcription.download import DEFAULT, fetch, published

    mirror = load(args.data_dir)[0].mirror_url
    show = _Progress()
    try:
        name = fetch(args.data_dir, published(args.name or DEFAULT), mirror_url=mirror, on_progress=show)
    finally:
        show.end()
    if args.json:
        print_json({"installed": f"vosk:{name}"})
    else:
        print(f"Installed {name}. It is in force unless the settings name another engine.")
    return 0


def _import(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json
    from trainer.transcription.install import import_from
    from trainer.transcription.models import installed

    name = import_from(args.path, args.data_dir)
    english = next(model.english for model in installed(args.data_dir) if model.name == name)
    if args.json:
        print_json({"installed": f"vosk:{name}", "english": english})
    else:
        known = "" if english else " It does not know English, so it is used only when you name it."
        print(f"Installed {name}.{known}")
    return 0


def _remove(args: argparse.Namespace) -> int:
    from trainer.cli.printing import print_json, say
    from trainer.transcription.models import remove

    name = args.name.removeprefix("vosk:")
    remove(name, args.data_dir)
    if args.json:
        print_json({"removed": f"vosk:{name}"})
    else:
        say(f"Removed {name}.")
    return 0


class _Progress:
    """A progress bar on stderr when that is a terminal, and nothing otherwise."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            from tqdm import tqdm

            hidden = not sys.stderr.isatty()
            self._bar = tqdm(
                total=total,
                unit="B",
                unit_scale=True,
                unit_divisor=1000,
                disable=hidden,
                file=sys.__stderr__,
            )
        self._bar.update(done - self._bar.n)

    def end(self) -> None:
        """Leave the terminal tidy."""
        if self._bar is not None:
            self._bar.close()
