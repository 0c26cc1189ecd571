#!/usr/bin/env python3
"""Set Ringback up in `.venv` beside this file and start it, or run its tests.

    python3 run.py                  set up what is missing, then open the window
    python3 run.py test [ARGS]      set up, then run every check and test; with ARGS only pytest, with ARGS
    python3 run.py -- ARGS          set up, then `ringback ARGS`

Standard library only. The syntax stays readable for older Pythons, so that they can print why they will
not do. What was set up is noted in `.venv/ringback-setup.json`; while that note fits, a start does nothing
but start.
"""

import argparse
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

OLDEST, NEWEST = (3, 11), (3, 13)


def refusal(major: int, minor: int) -> str:
    """Why this Python will not do, in one sentence and with the mend; "" when it will."""
    if OLDEST <= (major, minor) <= NEWEST:
        return ""
    names = [f"python3.{number}" for number in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = next((name for name in names if shutil.which(name)), None)
    mend = f"Run: {found} run.py" if found else "Install one of them and run this with it."
    return f"Ringback needs Python 3.11, 3.12 or 3.13; this is {major}.{minor}. {mend}"


if refusal(*sys.version_info[:2]):
    sys.exit(refusal(*sys.version_info[:2]))

from tools import suite, system_packages  # noqa: E402 - their syntax is too new for a Python that is refused

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
NOTE = VENV / "ringback-setup.json"
LEVELS = ("app", "embedded", "test")
"""What can be installed, each holding the one before; `lock/LEVEL.txt` lists it."""
DOWNLOAD_MB = {"app": 120, "embedded": 295, "test": 410}
"""Megabytes of wheels, measured for CPython 3.11 on Linux x86-64."""
MODEL_MB = 41
PROVIDE = 3
"""Exit status for "you must provide something", as in docs/command-line.md."""


class Stop(Exception):
    """Setting up cannot go on; the message says what to do."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


# --------------------------------------------------------------------------- system


def ensure_system(for_tests: bool) -> list[system_packages.Packages]:
    """Install what the system lacks where that is possible without asking, else stop with the line to paste.

    Returns what is still missing for the flows and the browser's tests, which only keeps those from running.

    Raises:
        Stop: a library is missing without which the program cannot run.
    """

    def missing() -> tuple[list[system_packages.Packages], list[system_packages.Packages]]:
        return system_packages.missing_libraries(), system_packages.missing_tools() if for_tests else []

    libraries, tools = missing()
    if libraries + tools and system_packages.can_install():
        print("Installing system packages:", *sorted({names[0] for names in libraries + tools}), flush=True)
        system_packages.install(libraries + tools)
        libraries, tools = missing()
    if libraries:
        line = system_packages.paste_line(libraries + tools)
        raise Stop(f"System libraries are missing. Paste this line, then start again:\n  {line}", PROVIDE)
    return tools


# --------------------------------------------------------------------------- .venv


def tool(name: str) -> str:
    """Path of a program in `.venv`."""
    folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return str(VENV / folder / (name + ending))


def child_environment(**more: str) -> dict[str, str]:
    """The environment for what is started here: settings that would lead Python or pip astray left out."""
    astray = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIRE_HASHES")
    return dict({key: value for key, value in os.environ.items() if key not in astray}, **more)


def base_python() -> str:
    """The Python that `.venv` is made with: this one, or the one behind the environment it runs in."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def wanted_note() -> dict[str, Any]:
    """What a finished setup of this checkout by this Python looks like, but for its level and model."""
    files = [ROOT / "pyproject.toml", *sorted((ROOT / "lock").glob("*.txt"))]
    packages = hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
    return {"python": [sys.version, base_python(), str(ROOT)], "packages": packages}


def read_note() -> dict[str, Any]:
    """The note of the last setup; {} when there is none that can be read."""
    try:
        note = json.loads(NOTE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def write_note(note: dict[str, Any]) -> None:
    """Replace the note in one step."""
    partial = NOTE.with_suffix(".partial")
    partial.write_text(json.dumps(note), encoding="utf-8")
    os.replace(partial, NOTE)


def is_set_up(note: dict[str, Any], wanted: dict[str, Any], level: str) -> bool:
    """Whether the setup that `note` tells of is finished and holds at least `level`."""
    done = note.get("level")
    return (
        done in LEVELS
        and LEVELS.index(done) >= LEVELS.index(level)
        and all(note.get(key) == value for key, value in wanted.items())
        and Path(tool("python")).exists()
    )


def set_up(level: str) -> None:
    """Bring `.venv` to `level`.

    A setup that was cut short leaves a note without a level: a package may be half there, so the next one
    begins with an empty `.venv`. So does one for another Python or another place.

    Raises:
        Stop: it did not work.
    """
    note, wanted = read_note(), wanted_note()
    if note.get("level") in LEVELS and LEVELS.index(note["level"]) > LEVELS.index(level):
        level = note["level"]
    keep = note.get("level") in LEVELS and note["python"] == wanted["python"] and _works(tool("python"))
    if not keep:
        empty_environment()
        print("Making .venv", flush=True)
        make_environment()
    write_note({})
    lock = ROOT / "lock"
    # `srt` comes as source only: with setuptools pinned first, nothing unpinned is fetched to build it.
    pip_install("--require-hashes", "-r", lock / "build.txt")
    pip_install("--require-hashes", "--no-build-isolation", "-r", lock / (level + ".txt"))
    pip_install("--no-deps", "--no-build-isolation", "-e", ROOT)
    write_note(dict(wanted, level=level, model=note.get("model")))


def leave_to_others() -> None:
    """Do nothing to a `.venv` that somebody else has made, and may need.

    Raises:
        Stop: it holds something, and no note.
    """
    if VENV.is_dir() and any(VENV.iterdir()) and not NOTE.exists():
        mend = "Rename or remove it, then start again."
        raise Stop(f"{VENV} was not made by run.py, so it is left as it is. {mend}")


def empty_environment() -> None:
    """Leave nothing in `.venv` but a note without a level, by which the next start knows it for ours.

    Raises:
        Stop: it could not be emptied.
    """
    try:
        VENV.mkdir(exist_ok=True)
        write_note({})
        for path in list(VENV.iterdir()):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != NOTE:
                path.unlink()
    except OSError as error:
        raise Stop(f"{VENV} could not be emptied: {error}") from error


def make_environment() -> None:
    """An environment with pip in the empty `.venv`.

    Raises:
        Stop: it could not be made; what Python says about it is in the message.
    """
    command = [base_python(), "-m", "venv", str(VENV)]
    made = subprocess.run(
        command, env=child_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if made.returncode:
        raise Stop(f"Making .venv did not work. Python says:\n{made.stdout[-1000:]}")


def _works(python: str) -> bool:
    try:
        return subprocess.call([python, "-c", "import pip"], env=child_environment()) == 0
    except OSError:
        return False


def pip_install(*arguments: str | Path) -> None:
    """`pip install ARGUMENTS` in `.venv`, one short line for each file that is fetched.

    Raises:
        Stop: pip gave up; its last lines are in the message.
    """
    command = [tool("python"), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += [str(argument) for argument in arguments]
    lines = []
    with subprocess.Popen(
        command, env=child_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace",
    ) as pip:  # fmt: skip
        for line in pip.stdout or ():
            lines.append(line)
            words = line.split()
            if words[:1] == ["Downloading"]:
                print("  {} {}".format(words[1].rsplit("/", 1)[-1], " ".join(words[2:])), flush=True)
    if pip.returncode:
        raise Stop("Installing did not work. pip says:\n{}".format("".join(lines[-12:])))


# --------------------------------------------------------------------------- speech model


def fetch_model(note: dict[str, Any]) -> None:
    """Fetch the English Vosk model through the program; a later start does not try again by itself."""
    print(f"Fetching the English speech model (about {MODEL_MB} MB)", flush=True)
    fetched = subprocess.call([tool("ringback"), "model", "fetch"], env=child_environment()) == 0
    if not fetched:
        without = (
            "Until it is here nothing can hear you"
            if note["level"] == "app"
            else "The embedded engine hears you"
        )
        print(
            f"The speech model is not here. {without}. To try again: python3 run.py -- model fetch",
            flush=True,
        )
    write_note(dict(note, model="fetched" if fetched else "not reached"))


# --------------------------------------------------------------------------- starting


def has_display() -> bool:
    """Whether a window can be shown. Only Linux can be without; there the two variables tell."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def start(arguments: list[str]) -> int:
    """Hand over to `ringback ARGUMENTS`; returns its exit status where handing over is not possible."""
    command, environment = [tool("ringback"), *arguments], child_environment()
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def demonstrate() -> int:
    """Run the poor voicemail sample in the terminal, in a data folder that is removed afterwards."""
    import tomllib

    assets = ROOT / "assets"
    with open(assets / "samples" / "samples.toml", "rb") as file:
        sample = next(one for one in tomllib.load(file)["samples"] if one["id"] == "poor-voicemail")
    with tempfile.TemporaryDirectory(prefix="ringback-") as folder:
        print("There is no display, so here is the demonstration in the terminal instead.")
        print(f"It is kept in the temporary folder {folder}, which is removed at the end.", flush=True)
        arguments = ["practise", sample["scenario"], "--answer", str(assets / sample["file"])]
        arguments += ["--as", sample["seller"], "--data-dir", folder]
        return subprocess.call([tool("ringback"), *arguments], env=child_environment(**model_path()))


def model_path() -> dict[str, str]:
    """What lets a start with another data folder find the models in the usual one."""
    ask = [tool("python"), "-c", "from trainer.paths import data_dir; print(data_dir() / 'models')"]
    models = subprocess.check_output(ask, env=child_environment(), encoding="utf-8").strip()
    return (
        {} if os.environ.get("VOSK_MODEL_PATH") or not Path(models).is_dir() else {"VOSK_MODEL_PATH": models}
    )


# --------------------------------------------------------------------------- tests


def verdict(not_passed: list[str], missing: list[system_packages.Packages]) -> int:
    """Exit status of `run.py test`: 1 when a step did not pass, 3 when some tests could not run."""
    if not_passed:
        print(f"Not passed: {'; '.join(not_passed)}", file=sys.stderr)
        return 1
    if missing:
        line = system_packages.paste_line(missing)
        print(f"What ran has passed, but some tests did not run. They need:\n  {line}")
        return PROVIDE
    return 0


# --------------------------------------------------------------------------- the command line


def parse(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Options, task, and what is passed on to `ringback` (after `--`) or pytest (after `test`)."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        prog="run.py",
        usage="python3 run.py [--no-embedded] [--no-model] [test [PYTEST ARGUMENTS] | -- ARGUMENTS]",
        description="Set Ringback up and start it. 'test' runs every check and test instead; "
        "what follows '--' is passed to ringback.",
    )
    parser.add_argument("--no-embedded", action="store_true", help="leave out the embedded speech engine")
    parser.add_argument("--no-model", action="store_true", help="do not fetch the English Vosk model")
    parser.add_argument("task", nargs="?", choices=["test"], help="run the whole test suite")
    parser.add_argument("pytest_arguments", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments[:split])
    if options.task and options.no_embedded:
        parser.error("the tests need the embedded engine")
    passed = arguments[split + 1 :]
    if options.task:
        options.pytest_arguments += passed
    return options, passed


def announce(level: str, model: bool) -> None:
    """Say what will be fetched, before anything is."""
    what = f"Python packages, about {DOWNLOAD_MB[level]} MB"
    what += f"; the English speech model, about {MODEL_MB} MB" if model else ""
    print(f"Setting up Ringback. To be fetched, where it is not here yet: {what}.", flush=True)


def run(arguments: list[str]) -> int:
    """Do what the command line says; returns the exit status."""
    options, passed = parse(arguments)
    testing = options.task == "test"
    level = "test" if testing else "app" if options.no_embedded else "embedded"
    ready = is_set_up(read_note(), wanted_note(), level)
    model = not (testing or options.no_model or read_note().get("model"))
    if not ready:
        leave_to_others()
        announce(level, model)
    missing = ensure_system(testing) if testing or not ready else []
    if not ready:
        set_up(level)
    if testing:
        tests = suite.Suite(ROOT, child_environment(QT_QPA_PLATFORM="offscreen"), tool)
        given = options.pytest_arguments
        done = tests.only(given) if given else tests.everything()
        return verdict([step.heading for step in done if not step.passed], missing)
    if model:
        fetch_model(read_note())
    return start(passed) if passed or has_display() else demonstrate()


def main(arguments: list[str]) -> int:
    """`run`, with every expected end as a sentence and an exit status."""
    try:
        return run(arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.status
    except subprocess.CalledProcessError as error:
        print(f"This did not work: {shlex.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
