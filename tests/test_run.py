"""`run.py`, run as a person does, in a copy whose `.venv` is a stand-in; nothing is fetched here."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-ins are shell scripts")

STAND_IN = """#!/bin/sh
[ "$1" = model ] && { echo "no host" >&2; exit 1; }
[ "$1" = boom ] && exit 70
echo "ringback $*"
"""


def load(root: Path) -> ModuleType:
    """`run.py` of the checkout at `root`, as a module."""
    spec = importlib.util.spec_from_file_location("run_under_test", root / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a path with spaces, set up at level "app", whose `ringback` says what it was told."""
    root = tmp_path / "a folder with spaces"
    for name in ("run.py", "pyproject.toml", "tools/suite.py", "tools/system_packages.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    shutil.copytree(ROOT / "lock", root / "lock")
    shutil.copytree(ROOT / "assets" / "samples", root / "assets" / "samples")
    write_script(root / ".venv/bin/ringback", STAND_IN)
    write_script(root / ".venv/bin/python", '#!/bin/sh\necho "python $*"; exit 9\n')
    run = load(root)
    run.write_note({**run.wanted_note(), "level": "app", "model": "not reached"})
    return root


def start(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python run.py ARGUMENTS` from another folder."""
    return subprocess.run(
        [sys.executable, str(checkout / "run.py"), *arguments],
        cwd="/",
        env={**os.environ, "DISPLAY": ":0", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


# --------------------------------------------------------------------------- which Python


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_takes_the_supported_pythons(minor: int) -> None:
    assert load(ROOT).refusal(3, minor) == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14), (4, 0)])
def test_refuses_others_with_a_mend(version: tuple[int, int]) -> None:
    refusal = load(ROOT).refusal(*version)
    assert refusal.startswith("Ringback needs Python 3.11, 3.12 or 3.13; this is")
    assert refusal.endswith(("run.py", "run this with it."))


def test_an_old_python_can_read_far_enough_to_refuse() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


# --------------------------------------------------------------------------- the command line


def test_what_follows_two_dashes_is_passed_on() -> None:
    options, passed = load(ROOT).parse(["--no-model", "--", "judge", "--batch", "--", "-"])
    assert options.no_model
    assert not options.task
    assert passed == ["judge", "--batch", "--", "-"]


def test_what_follows_test_goes_to_pytest() -> None:
    options, _ = load(ROOT).parse(["test", "tests/ui", "-k", "call", "--", "-x"])
    assert options.pytest_arguments == ["tests/ui", "-k", "call", "-x"]


def test_what_has_not_passed_is_named_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    assert load(ROOT).verdict(["first", "last"], []) == 1
    assert capsys.readouterr().err == "Not passed: first; last\n"


def test_flows_that_could_not_run_are_no_silent_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert load(ROOT).verdict([], [("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb")]) == 3
    assert "some tests did not run" in capsys.readouterr().out


# --------------------------------------------------------------------------- when something is set up


def test_only_a_finished_setup_that_is_large_enough_counts(checkout: Path) -> None:
    run = load(checkout)
    wanted = run.wanted_note()
    assert run.is_set_up({**wanted, "level": "test"}, wanted, "app")
    assert not run.is_set_up({**wanted, "level": "app"}, wanted, "embedded")
    assert not run.is_set_up({}, wanted, "app")
    assert not run.is_set_up({**wanted, "level": "app", "packages": "older"}, wanted, "app")
    assert not run.is_set_up({**wanted, "level": "app", "python": "other"}, wanted, "app")
    Path(run.tool("python")).unlink()
    assert not run.is_set_up({**wanted, "level": "app"}, wanted, "app")


@pytest.mark.parametrize("name", ["pyproject.toml", "lock/test.txt"])
def test_a_changed_lock_or_project_is_set_up_anew(checkout: Path, name: str) -> None:
    run = load(checkout)
    before = run.wanted_note()
    (checkout / name).write_text("changed", encoding="utf-8")
    assert run.wanted_note()["packages"] != before["packages"]
    assert run.wanted_note()["python"] == before["python"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"level": "app"'])
def test_a_damaged_note_means_not_set_up(checkout: Path, text: str) -> None:
    run = load(checkout)
    run.NOTE.write_text(text, encoding="utf-8")
    assert run.read_note() == {}


@posix
def test_an_environment_that_is_not_ours_is_left_as_it_is_and_the_mend_said(checkout: Path) -> None:
    run = load(checkout)
    run.NOTE.unlink()
    before = sorted(run.VENV.rglob("*"))
    done = start(checkout, "--no-embedded", "--no-model")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{run.VENV} was not made by run.py, so it is left as it is. Rename or remove it, then start again.\n"
    )
    assert sorted(run.VENV.rglob("*")) == before


def test_our_own_is_emptied_but_for_the_note_and_stays_ours(checkout: Path) -> None:
    run = load(checkout)
    (run.VENV / "lib").symlink_to(checkout / "lock", target_is_directory=True)
    for _ in range(2):  # a setup that was cut short here is ours as well
        run.empty_environment()
        assert list(run.VENV.iterdir()) == [run.NOTE]
        assert run.read_note() == {}
    assert (checkout / "lock" / "app.txt").exists(), "what a link leads to is not ours"


def test_where_there_is_no_environment_a_place_for_one_is_made(checkout: Path) -> None:
    run = load(checkout)
    shutil.rmtree(run.VENV)
    run.empty_environment()
    assert list(run.VENV.iterdir()) == [run.NOTE]


# --------------------------------------------------------------------------- starting


@posix
def test_a_second_start_is_quiet_and_passes_everything_on(checkout: Path) -> None:
    done = start(checkout, "--no-embedded", "--", "practise", "a b", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "ringback practise a b --json\n"


@posix
def test_the_programs_status_is_handed_back(checkout: Path) -> None:
    assert start(checkout, "--no-embedded", "--", "boom").returncode == 70


@posix
def test_a_model_that_cannot_be_fetched_is_said_once_and_not_tried_again(checkout: Path) -> None:
    run = load(checkout)
    run.write_note({**run.read_note(), "model": None})
    first = start(checkout, "--no-embedded")
    assert "Until it is here nothing can hear you" in first.stdout
    assert "python3 run.py -- model fetch" in first.stdout
    assert first.stdout.splitlines()[-1] == "ringback "
    assert json.loads(run.NOTE.read_text(encoding="utf-8"))["model"] == "not reached"
    assert "model" not in start(checkout, "--no-embedded").stdout


@posix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_without_a_display_the_demonstration_runs_in_a_folder_that_is_removed(checkout: Path) -> None:
    write_script(checkout / ".venv/bin/python", "#!/bin/sh\necho /nowhere/models\n")
    done = start(checkout, "--no-embedded", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 0, done.stderr
    said, folder, ran = done.stdout.splitlines()
    assert said == "There is no display, so here is the demonstration in the terminal instead."
    words = ran.split(" --")
    assert words[0].startswith("ringback practise voicemail-")
    assert Path(words[1].removeprefix("answer ")).is_file()
    assert words[2] == "as sam-reyes"
    temporary = words[3].removeprefix("data-dir ")
    assert temporary in folder
    assert not Path(temporary).exists()


# --------------------------------------------------------------------------- system packages


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """`tools/system_packages.py` on a Linux that lacks one library; `tmp_path/bin` is its PATH."""
    packages = load(ROOT).system_packages
    monkeypatch.setattr(packages, "LIBRARIES", {"libabsent.so.9": ("libabsent9", "absent", "absent")})
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    (tmp_path / "bin").mkdir()
    return packages


def test_an_absent_library_is_named_by_its_package(system: ModuleType) -> None:
    assert system.missing_libraries() == [("libabsent9", "absent", "absent")]


def test_other_systems_need_no_packages(system: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system.missing_libraries() == system.missing_tools() == []


@posix
@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt-get", "apt-get update && {sudo}apt-get install -y --no-install-recommends libabsent9 xvfb"),
        ("dnf", "dnf install -y absent xorg-x11-server-Xvfb"),
        ("pacman", "pacman -S --needed absent xorg-server-xvfb"),
        ("none", "install what your system calls: libabsent9 xvfb"),
    ],
)
def test_the_line_to_paste(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, manager: str, line: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    write_script(tmp_path / "bin" / manager, "#!/bin/sh\n")
    sudo = "" if system.is_root() else "sudo "
    expected = line.format(sudo=sudo) if manager == "none" else sudo + line.format(sudo=sudo)
    assert system.paste_line([*system.missing_libraries(), system.TOOLS["Xvfb"]]) == expected


@posix
def test_apt_updates_first_and_asks_nothing(system: ModuleType, tmp_path: Path) -> None:
    log = tmp_path / "apt.log"
    write_script(tmp_path / "bin/apt-get", f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> "{log}"\n')
    system.install(system.missing_libraries())
    assert log.read_text(encoding="utf-8").splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install -y --no-install-recommends libabsent9",
    ]


def test_without_the_right_to_install_it_stops_with_the_line(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = load(ROOT)
    monkeypatch.setattr(system, "is_root", lambda: False)
    with pytest.raises(run.Stop, match=r"(?s)Paste this line.*libabsent9") as stop:
        run.ensure_system(False)
    assert stop.value.status == 3
