"""Step 1: scenario files become `Scenario` records.

`scenarios/README.md` documents every field. A file's mistakes are all found at once, each with its line, its
key and the nearest name that would do. A library with a broken file still opens: the file is left out and
listed in `Library.broken`.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

from trainer.errors import BadInput, Mistakes, UnknownName
from trainer.paths import ASSETS, SCENARIOS
from trainer.records import Kind, Prompt, Scenario, Seller
from trainer.strict import Problem, Unreadable, did_you_mean, read
from trainer.toml_lines import line_of, split_error

Record = TypeVar("Record", Scenario, Seller)

KINDS: tuple[Kind, ...] = get_args(Kind)
"""All kinds of practice, in the order in which they are shown."""
SPOKEN_FIRST: frozenset[Kind] = frozenset(
    {"voicemail", "callback", "elevator", "leave-or-not", "get-through"}
)
"""Kinds in which the other side says something, so that a scenario needs a prompt."""
SHORTEST_S, LONGEST_S = 5.0, 300.0
"""Bounds of `max_seconds`: under 5 s nobody can say who they are, over 300 s no mailbox listens (ours)."""
MAX_BYTES = 256 * 1024
"""A larger file is no scenario; refused unread."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
            UnknownName: there is none; carries the nearest ids.
        """
        for scenario in self.scenarios:
            if scenario.id == scenario_id:
                return scenario
        raise UnknownName("scenario", scenario_id, [scenario.id for scenario in self.scenarios])

    def seller(self, seller_id: str) -> Seller:
        """The shipped seller of that id.

        Raises:
            UnknownName: there is none; carries the nearest ids.
        """
        if seller_id in self.sellers:
            return self.sellers[seller_id]
        raise UnknownName("seller", seller_id, list(self.sellers))

    def sound_path(self, sound: str) -> Path:
        """The file of a sound as drills name it: a tone ("dial", "ring-back", "ring", "beep") or a prompt's.

        Raises:
            BadInput: no such file in the audio folders.
        """
        return sound_path(sound, self.audio_folders)


def sound_path(sound: str, folders: Iterable[Path] = (ASSETS,)) -> Path:
    """`Library.sound_path` for these folders; the first folder that has the file wins.

    Raises:
        BadInput: no such file, or a path that leads out of its folder.
    """
    relative = sound if "/" in sound else f"tones/{sound}.flac"
    for folder in folders:
        path = (folder / relative).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return path
    raise BadInput(f"The sound file {relative} is not there.", "Put it back, or install Ringback again.")


def load_library(folder: Path = SCENARIOS, extra: Path | None = None) -> Library:
    """The shipped scenarios of `folder` and the user's own of `extra` (skipped while it does not exist).

    Audio of `extra` scenarios is looked for below `extra` itself, then among the shipped sounds. Nothing is
    raised for a broken file: it is left out and listed in `broken`.
    """
    broken: list[Mistakes] = []
    sellers: dict[str, Seller] = {}
    for path in _files(folder / "sellers", extra and extra / "sellers"):
        try:
            seller = read_seller(path)
        except Mistakes as error:
            broken.append(error)
        else:
            sellers.setdefault(seller.id, seller)
    audio = (ASSETS, *([extra] if extra else []))
    drafts: list[_Draft] = []
    for path in _files(folder, extra):
        try:
            drafts.append(_draft(path, audio))
        except Mistakes as error:
            broken.append(error)
    good = list(_without_broken(drafts, sellers, broken))
    good.sort(key=lambda scenario: (KINDS.index(scenario.kind), scenario.id))
    return Library(tuple(good), sellers, tuple(broken), audio)


def read_scenario(path: Path, library: Library | None = None) -> Scenario:
    """The scenario in the file `path`. With a `library`, its seller and `follows` are looked up there too.

    Raises:
        Mistakes: with every mistake, each with line, key and the nearest name that would do.
    """
    folders = library.audio_folders if library else (ASSETS,)
    draft = _draft(path, (*folders, path.parent))
    if library:
        known = {scenario.id: scenario for scenario in library.scenarios}
        _refuse(path, draft.text, _cross_problems(draft.scenario, known, library.sellers))
    return draft.scenario


def read_seller(path: Path) -> Seller:
    """The seller in the file `path`.

    Raises:
        Mistakes: with every mistake.
    """
    text, seller = _parse(path, Seller)
    problems = [*_id_problems(seller.id, path)]
    if not seller.name.strip():
        problems.append(Problem("name", "must say who speaks."))
    if not re.fullmatch(r"[A-Z]{2}", seller.region):
        problems.append(Problem("region", f"must be a country's two capital letters, not '{seller.region}'."))
    _refuse(path, text, problems)
    return seller


# --------------------------------------------------------------------------- reading one file


@dataclass(frozen=True, slots=True)
class _Draft:
    """A scenario that is right by itself; what it says about others is not checked yet."""

    path: Path
    text: str
    scenario: Scenario


def _files(*folders: Path | None) -> Iterator[Path]:
    for folder in folders:
        if folder:
            yield from sorted(folder.glob("*.toml"))


def _draft(path: Path, audio: tuple[Path, ...]) -> _Draft:
    text, scenario = _parse(path, Scenario)
    # An id in the same folder names its file, so a wrong one is a mistake of this file alone.
    _refuse(path, text, _own_problems(scenario, path, audio))
    if scenario.model_answer:
        scenario = dataclasses.replace(scenario, model_answer=" ".join(scenario.model_answer.split()))
    return _Draft(path, text, scenario)


def _parse(path: Path, record: type[Record]) -> tuple[str, Record]:
    text = _text(path)
    try:
        return text, read(record, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line, what = split_error(error)
        place = f"line {line}" if line else "its end"
        raise Mistakes(path, [f"{place}: this is not TOML: {what[:1].lower()}{what[1:]}."]) from None
    except Unreadable as error:
        raise _mistakes(path, text, error.problems) from None
    except RecursionError:
        raise Mistakes(path, ["line 1: is nested too deeply to be a scenario."]) from None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Mistakes(path, [f"is larger than {MAX_BYTES // 1024} KB; a scenario is a page of text."])
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistakes(path, [f"is not UTF-8 text (byte {error.start}). Save it as UTF-8."]) from None
    except FileNotFoundError:
        raise Mistakes(path, ["there is no such file."]) from None
    except OSError as error:
        raise Mistakes(path, [f"cannot be read ({error.strerror})."]) from None


def _refuse(path: Path, text: str, problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise _mistakes(path, text, found)


def _mistakes(path: Path, text: str, problems: Iterable[Problem]) -> Mistakes:
    placed = sorted((line_of(text, problem.where), str(problem)) for problem in problems)
    return Mistakes(path, [f"line {line}, {what}" for line, what in placed])


# --------------------------------------------------------------------------- what types cannot say


def _id_problems(identifier: str, path: Path) -> Iterator[Problem]:
    if not _ID.fullmatch(identifier):
        yield Problem("id", f"must be small letters, digits and single hyphens, not '{identifier}'.")
    elif identifier != path.stem:
        yield Problem("id", f"must be the file's name, '{path.stem}', not '{identifier}'.")


def _own_problems(scenario: Scenario, path: Path, audio: tuple[Path, ...]) -> Iterator[Problem]:
    """What is wrong with a scenario by itself."""
    yield from _id_problems(scenario.id, path)
    for key in ("title", "industry", "trains"):
        if not getattr(scenario, key).strip():
            yield Problem(key, "must not be empty.")
    if not SHORTEST_S <= scenario.max_seconds <= LONGEST_S:
        yield Problem(
            "max_seconds",
            f"must be {SHORTEST_S:.0f} to {LONGEST_S:.0f} seconds, not {scenario.max_seconds:g}.",
        )
    if scenario.situation == "referral" and not scenario.referrer:
        yield Problem("referrer", "is missing: a referral names who gave you the name.")
    yield from _kind_problems(scenario)
    yield from _prompt_problems(scenario.prompts, audio)


def _kind_problems(scenario: Scenario) -> Iterator[Problem]:
    if scenario.kind in SPOKEN_FIRST and not scenario.prompts:
        yield Problem("prompts", f"must hold at least one line: in a {scenario.kind} somebody speaks to you.")
    if scenario.kind != "callback":
        for key in ("follows", "default_message"):
            if getattr(scenario, key):
                yield Problem(key, f"belongs to call backs only; this is a {scenario.kind}.")
    elif not scenario.default_message:
        yield Problem("default_message", "is missing: a call back answers a message that was left.")


def _prompt_problems(prompts: tuple[Prompt, ...], audio: tuple[Path, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, prompt in enumerate(prompts):
        place = f"prompts.{index}"
        if not prompt.text.strip():
            yield Problem(f"{place}.text", "must say what is spoken.")
        if prompt.id in seen:
            yield Problem(f"{place}.id", f"'{prompt.id}' is already the id of another line.")
        seen.add(prompt.id)
        yield from _audio_problems(f"{place}.audio", prompt.audio, audio)


def _audio_problems(place: str, audio: str, folders: tuple[Path, ...]) -> Iterator[Problem]:
    if "\\" in audio or Path(audio).is_absolute() or ".." in Path(audio).parts:
        yield Problem(place, f"must be a path below the audio folder with forward slashes, not '{audio}'.")
        return
    if any(_inside(folder, audio) for folder in folders):
        return
    hint = did_you_mean(audio, _sounds_beside(folders, audio))
    yield Problem(place, f"there is no sound file '{audio}'.{hint}")


def _inside(folder: Path, relative: str) -> bool:
    """Whether the file exists and no link leads out of `folder`."""
    path = (folder / relative).resolve()
    return path.is_file() and path.is_relative_to(folder.resolve())


def _sounds_beside(folders: tuple[Path, ...], audio: str) -> list[str]:
    parent = Path(audio).parent
    return [
        (parent / path.name).as_posix()
        for folder in folders
        for path in (folder / parent).glob("*.*")
        if path.is_file()
    ]


# --------------------------------------------------------------------------- what files say about each other


def _without_broken(
    drafts: list[_Draft], sellers: Mapping[str, Seller], broken: list[Mistakes]
) -> Iterator[Scenario]:
    """The scenarios whose words about others hold; the mistakes of the rest are added to `broken`."""
    first: dict[str, _Draft] = {}
    for draft in drafts:
        first.setdefault(draft.scenario.id, draft)
    known = {name: draft.scenario for name, draft in first.items()}
    for draft in drafts:
        owner = first[draft.scenario.id]
        problems = [*_cross_problems(draft.scenario, known, sellers)]
        if owner is not draft:
            problems.append(Problem("id", f"'{draft.scenario.id}' is already the id of {owner.path}."))
        try:
            _refuse(draft.path, draft.text, problems)
        except Mistakes as error:
            broken.append(error)
        else:
            yield draft.scenario


def _cross_problems(
    scenario: Scenario, known: Mapping[str, Scenario], sellers: Mapping[str, Seller]
) -> Iterator[Problem]:
    """What a scenario says about sellers and other scenarios that is not so."""
    if scenario.seller not in sellers:
        yield Problem(
            "seller", f"there is no seller '{scenario.seller}'.{did_you_mean(scenario.seller, sellers)}"
        )
    voicemails = [name for name, other in known.items() if other.kind == "voicemail"]
    for name in scenario.follows:
        other = known.get(name)
        if other is None:
            yield Problem("follows", f"there is no scenario '{name}'.{did_you_mean(name, voicemails)}")
        elif other.kind != "voicemail":
            yield Problem("follows", f"'{name}' is a {other.kind}; a call back follows voicemails.")
        elif other.prospect.id != scenario.prospect.id:
            yield Problem(
                "follows",
                f"'{name}' is a message to '{other.prospect.id}', not to '{scenario.prospect.id}'.",
            )
