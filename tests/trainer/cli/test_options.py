"""What holds for every command: common options, one JSON document, exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.trainer.cli.conftest import ANSWER, Ringback
from trainer.cli import COMMANDS, VERSION
from trainer.paths import GUIDES, ROOT, SCENARIOS

VOICEMAIL = "voicemail-referral-logistics"
REQUEST = {"id": "x1", "kind": "voicemail", "text": "hello dana call me back", "context": {}}


# --------------------------------------------------------------------------- common options


@pytest.mark.parametrize("before", [True, False])
def test_common_options_stand_before_or_after_the_command(
    ringback: Ringback, tmp_path: Path, before: bool
) -> None:
    common = ("--json", "--data-dir", tmp_path / "elsewhere")
    change = ("profile", "set", "name=Ada Quill")
    done = ringback(*common, *change) if before else ringback(*change, *common)
    assert done.status == 0, done.err
    assert done.json["name"] == "Ada Quill"
    assert (tmp_path / "elsewhere" / "settings.json").is_file()
    assert not (tmp_path / "data").exists()


def test_a_command_loads_its_own_group_alone(tmp_path: Path) -> None:
    code = "import sys; from trainer.cli import main; main(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "guides", "list", "--data-dir", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = {name for name in done.stdout.splitlines()[-1].split() if name.startswith("trainer.")}
    assert "trainer.cli.judging" in loaded
    assert not {"trainer.cli.practise", "trainer.cli.retake", "trainer.cli.attempts"} & loaded


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_found_in_the_group_that_is_named(ringback: Ringback, command: str) -> None:
    alone, with_all = ringback(command, "-h"), ringback("--no-such-option", command, "-h")
    assert alone.status == with_all.status == 0
    assert alone.out == with_all.out


def test_common_options_stand_between_a_command_and_its_action(ringback: Ringback) -> None:
    assert ringback("attempts", "--json", "list").json == []


def test_the_data_folder_of_the_environment_gives_way_to_the_option(
    ringback: Ringback, tmp_path: Path
) -> None:
    ringback("profile", "set", "name=Of the environment")
    ringback("profile", "set", "name=Of the option", "--data-dir", tmp_path / "other")
    assert ringback("profile", "--json").json["name"] == "Of the environment"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_the_window_is_asked_for_without_loading_the_commands(tmp_path: Path) -> None:
    code = (
        "import sys; from trainer.cli import main; status = main(['--data-dir', sys.argv[1]]);"
        " print([name for name in sys.modules if name.startswith('trainer.cli.')]); sys.exit(status)"
    )
    without = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    without.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, env=without, check=False
    )
    assert done.returncode == 3, done.stderr  # there is no display, which is found out after this
    assert done.stdout.strip() == "['trainer.cli.terminal']"


@pytest.mark.parametrize("wrong", [("--data-dir",), ("--jason",), ("--json=1",)])
def test_wrong_options_without_a_command_are_met_with_the_whole_usage(
    ringback: Ringback, wrong: tuple[str, ...]
) -> None:
    done = ringback(*wrong)
    assert done.status == 2
    assert "COMMAND" in done.err


# --------------------------------------------------------------------------- one JSON document


@pytest.mark.parametrize(
    "command",
    [
        ("scenarios",),
        ("scenarios", "list"),
        ("scenarios", "show", VOICEMAIL),
        ("scenarios", "check", SCENARIOS),
        ("guides",),
        ("guides", "show", "sell-the-call"),
        ("guides", "check", GUIDES / "be-ready.toml"),
        ("profile",),
        ("profile", "set", "company=Tallis"),
        ("attempts",),
        ("attempts", "search", "second"),
        ("attempts", "show", "ID"),
        ("attempts", "export", "-o", "FILE"),
        ("attempts", "export", "--format", "csv", "-o", "FILE"),
        ("attempts", "delete", "ID"),
        ("attempts", "delete", "--all"),
        ("model",),
        ("transcribe", ANSWER, "--engine", "embedded"),
    ],
    ids=lambda command: " ".join(str(part).rpartition("/")[2] for part in command),
)
def test_a_command_with_json_prints_one_document_and_nothing_else(
    ringback: Ringback, practised: dict[str, Any], tmp_path: Path, command: tuple[str | Path, ...]
) -> None:
    known = {"ID": practised["attempt"], "FILE": tmp_path / "attempts.out"}
    done = ringback(*(known.get(str(part), part) for part in command), "--json")
    assert done.status == 0, done.err
    assert isinstance(done.json, dict | list)
    assert not done.err


def test_the_doctors_document_is_one_even_where_something_is_wrong(ringback: Ringback) -> None:
    done = ringback("doctor", "--json")
    assert done.status == (0 if done.json["ok"] else 1)
    assert {"History", "Data folder", "Engine in force"} <= {item["name"] for item in done.json["items"]}


def test_without_json_the_same_is_told_in_words(ringback: Ringback, practised: dict[str, Any]) -> None:
    for command in (
        ("attempts",),
        ("scenarios",),
        ("guides",),
        ("profile",),
        ("attempts", "delete", "--all"),
    ):
        done = ringback(*command)
        assert done.status == 0
        assert done.out + done.err
        assert not (done.out + done.err).lstrip().startswith(("{", "["))


# --------------------------------------------------------------------------- exit statuses


def test_no_command_of_this_name_is_wrong_usage(ringback: Ringback) -> None:
    done = ringback("practize", VOICEMAIL)
    assert done.status == 2
    assert "practise" in done.err
    assert not done.out


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("sing", "'sing' is not a step"),
        ("say", "'say' needs a value"),
        ("key=12a", "telephone keys are 0-9"),
        ("wait=forever", "give seconds from 0 to 600"),
        ("wait=nan", "give seconds from 0 to 600"),
        ("wait=-1", "give seconds from 0 to 600"),
    ],
)
def test_a_step_that_is_none_is_wrong_usage(ringback: Ringback, step: str, says: str) -> None:
    done = ringback("practise", VOICEMAIL, "--step", step)
    assert done.status == 2
    assert says in done.err


def test_what_the_user_must_provide_is_status_3_with_the_command_that_helps(
    ringback: Ringback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.transcription.whisper_engine.available", lambda: False)
    monkeypatch.setattr("trainer.transcription.models.usual_places", list)
    monkeypatch.delenv("VOSK_MODEL_PATH", raising=False)
    for command in (
        ("practise", VOICEMAIL, "--answer", ANSWER),
        ("transcribe", ANSWER),
        ("transcribe", ANSWER, "--engine", "vosk"),
        ("model", "status"),
    ):
        done = ringback(*command)
        assert done.status == 3, command
        assert "ringback model fetch" in done.err
    assert ringback("attempts", "--json").json == []


@pytest.mark.logs_errors
def test_a_mistake_of_ours_is_status_70_and_its_traceback_goes_to_the_log(
    ringback: Ringback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("secret words of the user")

    monkeypatch.setattr("trainer.own_scenarios.load_library", broken)
    done = ringback("scenarios", "--json")
    assert done.status == 70
    assert not done.out
    assert done.err.count("\n") == 1
    log = (tmp_path / "data" / "logs" / "ringback.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "in broken" in log
    assert "secret words" not in log


# --------------------------------------------------------------------------- as a program of its own


def program(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "trainer", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_python_m_trainer_is_ringback() -> None:
    out, err = program("--version").communicate(timeout=60)
    assert out.decode().strip() == f"ringback {VERSION}"
    assert not err


def test_a_reader_that_goes_away_is_nobodys_mistake() -> None:
    with program("scenarios", "--json") as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


def test_requests_come_on_stdin_and_results_line_by_line(tmp_path: Path) -> None:
    lines = [json.dumps(REQUEST), "no json", json.dumps(REQUEST | {"id": "x2"})]
    with program("judge", "--batch", stdin=subprocess.PIPE) as running:
        out, err = running.communicate("\n".join(lines).encode(), timeout=60)
    results = [json.loads(line) for line in out.splitlines()]
    assert [result["id"] for result in results] == ["x1", None, "x2"]
    assert "error" in results[1]
    assert running.returncode == 1
    assert not err


def test_a_terminal_that_knows_no_unicode_gets_the_text_anyway(tmp_path: Path) -> None:
    path = tmp_path / "request.json"
    path.write_text(json.dumps(REQUEST | {"text": "héllo … call me back"}), encoding="utf-8")
    with program("judge", str(path), env=os.environ | {"PYTHONIOENCODING": "ascii"}) as running:
        out, err = running.communicate(timeout=60)
    assert running.returncode == 0, err
    assert b"h\\xe9llo" in out


def test_a_wrong_guide_of_the_users_stops_neither_judging_nor_listing(
    ringback: Ringback, tmp_path: Path
) -> None:
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "mine.toml").write_text('id = "mine"')
    request = tmp_path / "request.json"
    request.write_text('{"id": "x", "kind": "voicemail", "text": "hi dana"}')
    judged = ringback("judge", request, "--data-dir", tmp_path)
    assert judged.status == 0
    assert judged.json["guide"] == "sell-the-call"
    assert "mine.toml" in judged.err
    listed = ringback("guides", "--data-dir", tmp_path)
    assert listed.status == 1
    assert "sell-the-call" in listed.out
    assert "mine.toml" in listed.err
