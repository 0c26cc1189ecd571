"""What holds the whole together, beside the import-linter contracts in pyproject.toml."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from trainer.analysis.checks import Check, all_checks
from trainer.guides import read_guide
from trainer.paths import ASSETS, GUIDES, SCENARIOS
from trainer.scenarios import load_library
from ui import screens

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "lock").glob("*.txt"))
DOORS = {
    "PySide6": "ui/",
    "faster_whisper": "trainer/transcription/whisper_engine.py",
    "fsrs": "trainer/practice/schedule.py",
    "sounddevice": "trainer/audio/",
    "sqlite_utils": "trainer/history/",
    "vosk": "trainer/transcription/vosk_engine.py",
}
"""Library -> the one file or package that may import it."""


# --------------------------------------------------------------------------- the tree


@pytest.mark.parametrize("name", ["pyproject.toml", "trainer", "ui", "scenarios", "assets", "tests"])
def test_top_level(name: str) -> None:
    assert (ROOT / name).exists()


def test_continuous_integration_runs_what_a_person_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec python3 run.py test"]


# --------------------------------------------------------------------------- dependencies


@pytest.mark.parametrize("name", ["PySide6-Essentials", "sounddevice", "vosk", "sqlite-utils"])
def test_declares(name: str) -> None:
    assert name in {Requirement(text).name for text in PROJECT["project"]["dependencies"]}


def _imports(file: Path) -> Iterator[str]:
    """Top-level names of the packages that `file` imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("library", DOORS)
def test_one_door(library: str) -> None:
    files = [file for top in ("trainer", "ui") for file in (ROOT / top).rglob("*.py")]
    importers = [file.relative_to(ROOT).as_posix() for file in files if library in _imports(file)]
    assert importers, f"nothing imports {library}"
    assert [name for name in importers if not name.startswith(DOORS[library])] == []


# --------------------------------------------------------------------------- locks


def _pins(lock: Path) -> dict[str, set[str]]:
    """Package -> its pinned versions (more than one where systems or Pythons differ)."""
    pins: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock.read_text("utf-8"), re.MULTILINE
    ):
        pins.setdefault(canonicalize_name(name), set()).add(version)
    return pins


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_is_pins_with_hashes_and_names_no_index(lock: Path) -> None:
    requirements = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    wrong = [
        text
        for text in requirements
        if not re.fullmatch(r"[\w.-]+==\S+( ; [^\\]+)?( \\\n +--hash=sha256:[0-9a-f]{64})+", text)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("lock", "extras"), [("app", []), ("embedded", ["embedded"]), ("test", ["embedded", "test"])]
)
def test_lock_holds_what_the_project_declares(lock: str, extras: list[str]) -> None:
    pins = _pins(ROOT / "lock" / f"{lock}.txt")
    declared = list(PROJECT["project"]["dependencies"])
    declared += [text for extra in extras for text in PROJECT["project"]["optional-dependencies"][extra]]
    for requirement in map(Requirement, declared):
        versions = pins.get(canonicalize_name(requirement.name), set())
        assert any(requirement.specifier.contains(version) for version in versions), str(requirement)


def test_each_lock_holds_the_smaller_one() -> None:
    build, app, embedded, test = (
        _pins(ROOT / "lock" / f"{name}.txt") for name in ("build", "app", "embedded", "test")
    )
    assert app.items() <= embedded.items() <= test.items()
    assert build.items() <= test.items()


# --------------------------------------------------------------------------- one place to touch: each opens


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_check_says_what_it_is_and_shows_it(check: Check) -> None:
    assert check.title
    assert check.explain
    assert check.source
    assert {"met", "missed"} <= {example.outcome for example in check.examples}


@pytest.mark.parametrize("path", sorted(GUIDES.glob("*.toml")), ids=lambda path: path.stem)
def test_guide_says_what_it_is_and_what_it_counts(path: Path) -> None:
    guide = read_guide(path)
    assert guide.id == path.stem
    assert guide.title
    assert guide.stance
    assert any(guide.counts.values())


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_scenario_says_what_it_is_and_what_good_sounds_like(path: Path) -> None:
    library = load_library()
    scenario = library.scenario(path.stem)
    assert scenario.title
    assert scenario.trains
    assert scenario.model_answers
    assert all(library.sound_path(prompt.audio).is_file() for prompt in scenario.prompts)


@pytest.mark.parametrize("name", sorted(screens.find()))
def test_screen_says_what_it_is(name: str) -> None:
    screen = screens.find()[name]
    assert screen.title
    assert (ASSETS / "icons" / f"{screen.icon}.svg").is_file()
    assert callable(screen.build)
