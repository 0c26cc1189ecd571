"""Step 1: scenario files become `Scenario` records.

`scenarios/README.md` documents every field. A file's mistakes are all found at once, each with its line, its
key and the nearest name that would do. A library with a broken file still opens: the file is left out and
listed in `Library.broken`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar

from trainer.errors import BadInput, Mistakes, UnknownName
from trainer.parsed_files import ParsedFiles
from trainer.paths import ASSETS, SCENARIOS
from trainer.records import Scenario, Seller
from trainer.scenario_rules import (
    KINDS,
    Data,
    inside,
    problems_with_others,
    scenario_problems,
    seller_problems,
)
from trainer.strict import Problem, Unreadable, read
from trainer.toml_lines import line_of, load

Record = TypeVar("Record", Scenario, Seller)

HOME = "GB"
"""The country whose telephone tones are used where nothing else is known."""


@dataclass(frozen=True, slots=True)
class Library:
    """All scenarios and sellers that could be read, and what is wrong with the files that could not."""

    scenarios: tuple[Scenario, ...]
    """By kind (`KINDS`), then by id."""
    sellers: dict[str, Seller]
    broken: tuple[Mistakes, ...] = ()
    audio_folders: tuple[Path, ...] = (ASSETS,)
    """Folders in which sounds are looked for, in this order."""

    def scenario(self, scenario_id: str) -> Scenario:
        """The scenario of that id.

        Raises:
            Mistakes: its file, or a folder of scenarios, could not be read.
            UnknownName: there is none; carries the nearest ids.
        """
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        for mistakes in self.broken:
            if mistakes.path.stem == scenario_id or not mistakes.path.suffix:
                raise mistakes
        raise UnknownName("scenario", scenario_id, [scenario.id for scenario in self.scenarios])

    def seller(self, seller_id: str) -> Seller:
        """The seller of that id.

        Raises:
            UnknownName: there is none; carries the nearest ids.
        """
        if seller_id in self.sellers:
            return self.sellers[seller_id]
        raise UnknownName("seller", seller_id, list(self.sellers))

    def sound_path(self, sound: str, region: str = HOME) -> Path:
        """The file of a sound as drills name it: a tone ("dial", "ring-back", "ring", "beep") or a prompt's.

        A tone is that of the country `region` (two letters) if its network has one of its own here.

        Raises:
            BadInput: there is no such file in `audio_folders`.
        """
        names = (
            [sound]
            if PurePosixPath(sound).suffix
            else [f"tones/{region.lower()}/{sound}.flac", f"tones/{sound}.flac"]
        )
        for relative in names:
            for folder in self.audio_folders:
                if path := inside(folder, relative):
                    return path
        raise BadInput(f"The sound file {names[-1]} is not there.", "Put it back, or install Ringback again.")


def load_library(folder: Path = SCENARIOS, extra: Path | None = None, kept: Path | None = None) -> Library:
    """The shipped scenarios of `folder` and the user's own of `extra` (which need not exist).

    Sounds of `extra` scenarios may lie below `extra` or among the shipped ones. Nothing is raised for a
    broken file: it is left out and listed in `broken`. Where both have the same id, the shipped one stays.
    `kept`: a folder for what saves time at the next start (`trainer.parsed_files`); None: nothing is kept.
    """
    broken: list[Mistakes] = []
    folders = [folder, *([extra] if extra else [])]
    audio = (ASSETS, *(each for each in folders if each != SCENARIOS))
    drafts: list[_Draft[Scenario]] = []
    sellers: dict[str, Seller] = {}
    for each in folders:
        parsed = ParsedFiles(kept / ("shipped" if each == SCENARIOS else "own") if kept else None)
        sellers = _sellers(each / "sellers", parsed, broken) | sellers
        drafts += [_scenario_draft(path, audio, parsed) for path in _files(each, broken)]
        parsed.keep()
    first: dict[str, _Draft[Scenario]] = {}
    for draft in drafts:
        first.setdefault(draft.path.stem, draft)
    known = {name: draft.record for name, draft in first.items()}
    good = []
    for draft in drafts:
        problems = [*_twice(draft, first), *problems_with_others(draft.data, known, sellers)]
        try:
            good.append(draft.finished(problems))
        except Mistakes as mistakes:
            broken.append(mistakes)
    good.sort(key=lambda scenario: (KINDS.index(scenario.kind), scenario.id))
    return Library(tuple(good), sellers, tuple(broken), audio)


def read_scenario(path: Path, library: Library | None = None, guides: Collection[str] = ()) -> Scenario:
    """The scenario in the file `path`.

    With a `library`, its seller and what it follows are looked up there, and among the files beside it.
    With the ids of `guides`, those that it names must be among them.
    Sounds may lie in the library's folders or below the file's own.

    Raises:
        Mistakes: with every mistake, each with line, key and the nearest name that would do.
    """
    audio = (*(library.audio_folders if library else (ASSETS,)), path.parent)
    parsed = ParsedFiles()
    draft = _scenario_draft(path, audio, parsed)
    if library is None:
        return draft.finished()
    known: dict[str, Scenario | None] = {scenario.id: scenario for scenario in library.scenarios}
    problems = tuple(problems_with_others(draft.data, known, library.sellers, guides))
    if problems:  # perhaps what it follows is not in the library yet, but beside it
        beside = (_scenario_draft(file, audio, parsed) for file in _files(path.parent, []) if file != path)
        known = {each.path.stem: each.record for each in beside} | known
        problems = tuple(problems_with_others(draft.data, known, library.sellers, guides))
    return draft.finished(problems)


def shipped_sellers() -> dict[str, Seller]:
    """The sellers that ship, by id, for those who need no scenario yet."""
    return _sellers(SCENARIOS / "sellers", ParsedFiles(), [])


def read_seller(path: Path) -> Seller:
    """The seller in the file `path`.

    Raises:
        Mistakes: with every mistake.
    """
    return _seller_draft(path, ParsedFiles()).finished()


# --------------------------------------------------------------------------- one file


@dataclass(frozen=True, slots=True)
class _Draft(Generic[Record]):
    """A file that has been read, with the mistakes found so far; `record` is None if it cannot be one."""

    path: Path
    data: Mapping[str, Any] = field(default_factory=dict)
    record: Record | None = None
    problems: tuple[Problem, ...] = ()
    unreadable: Mistakes | None = None
    """Not even TOML: nothing else can be said about it."""

    def finished(self, more: Iterable[Problem] = ()) -> Record:
        """The record.

        Raises:
            Mistakes: with all `problems` and `more`, in the order of their lines.
        """
        if self.unreadable:
            raise self.unreadable
        problems = (*self.problems, *more)
        if self.record is None or problems:
            text, _ = load(self.path)
            placed = sorted((line_of(text, problem.where), str(problem)) for problem in problems)
            raise Mistakes(self.path, [f"line {line}, {what}" for line, what in placed])
        return self.record


def _draft(
    path: Path, record: type[Record], rules: Callable[[Data], Iterable[Problem]], parsed: ParsedFiles
) -> _Draft[Record]:
    """Read the file; whatever is wrong with it is kept in the draft."""
    try:
        data = parsed.load(path)
    except Mistakes as mistakes:
        return _Draft(path, unreadable=mistakes)
    problems = tuple(rules(data))
    try:
        return _Draft(path, data, read(record, data), problems)
    except Unreadable as unreadable:
        return _Draft(path, data, None, unreadable.problems + problems)


def _scenario_draft(path: Path, audio: tuple[Path, ...], parsed: ParsedFiles) -> _Draft[Scenario]:
    return _draft(path, Scenario, lambda data: scenario_problems(data, path.stem, audio), parsed)


def _seller_draft(path: Path, parsed: ParsedFiles) -> _Draft[Seller]:
    return _draft(path, Seller, lambda data: seller_problems(data, path.stem), parsed)


# --------------------------------------------------------------------------- all files


def _files(folder: Path, broken: list[Mistakes]) -> list[Path]:
    """The files in `folder`, if it is there. That it cannot be read is added to `broken`; a glob hides it."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        why = f"the folder cannot be read ({error.strerror}). Check the disk, and that you may read it."
        broken.append(Mistakes(folder, [why]))
        return []


def _sellers(folder: Path, parsed: ParsedFiles, broken: list[Mistakes]) -> dict[str, Seller]:
    """All sellers by id. Mistakes are added to `broken`."""
    sellers: dict[str, Seller] = {}
    for path in _files(folder, broken):
        try:
            seller = _seller_draft(path, parsed).finished()
        except Mistakes as mistakes:
            broken.append(mistakes)
        else:
            sellers[seller.id] = seller
    return sellers


def _twice(draft: _Draft[Scenario], first: Mapping[str, _Draft[Scenario]]) -> Iterator[Problem]:
    """The mistake of a file whose name, and so its id, another file has already."""
    owner = first[draft.path.stem]
    if owner is not draft:
        yield Problem("id", f"'{draft.path.stem}' is already the id of {owner.path}.")
