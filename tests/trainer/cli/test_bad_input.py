"""Whatever is handed in: a clear sentence, the right exit status, and nothing that was kept is lost."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from tests.trainer.cli.conftest import ANSWER, Ringback
from trainer.audio.files import read_answer
from trainer.paths import ASSETS, ROOT
from trainer.records import SAMPLE_RATE

VOICEMAIL, CALLBACK = "voicemail-referral-logistics", "callback-hurried-logistics"
QUICK = pytest.mark.usefixtures("_quick_engine")
PRACTISE = ("practise", VOICEMAIL, "--as", "sam-reyes", "--engine", "embedded")
SCENARIO = """\
id = "my-voicemail"
kind = "voicemail"
title = "A title"
industry = "bakery"
situation = "cold"
seller = "sam-reyes"
trains = "Something."
difficulty = 1

[prospect]
id = "ann-lee"
name = "Ann Lee"

[[prompts]]
id = "greeting"
text = "Leave a message."
audio = "voices/voicemail-referral-logistics-greeting.ogg"
voice = "mine"
"""


# --------------------------------------------------------------------------- answer files


@pytest.fixture(scope="module")
def spoken() -> np.ndarray:
    """Six seconds of an answer, 16 kHz."""
    return read_answer(ANSWER)[: 6 * SAMPLE_RATE]


@pytest.mark.parametrize(
    ("rate", "channels", "subtype"),
    [(8_000, 1, "PCM_U8"), (48_000, 1, "FLOAT"), (44_100, 2, "PCM_16"), (96_000, 1, "PCM_24")],
)
@QUICK
def test_an_answer_of_any_rate_width_and_channels_is_practised(
    ringback: Ringback, tmp_path: Path, spoken: np.ndarray, rate: int, channels: int,
    subtype: str,
) -> None:  # fmt: skip
    import soxr

    path = tmp_path / "answer.wav"
    samples = soxr.resample(spoken.astype(np.float32) / 32768, SAMPLE_RATE, rate)
    soundfile.write(path, np.repeat(samples[:, None], channels, axis=1), rate, subtype=subtype)
    done = ringback(*PRACTISE, "--answer", path, "--json")
    assert done.status == 0, done.err
    (turn,) = done.json["turns"]
    assert turn["seconds"] == pytest.approx(6.0, abs=0.15)
    assert turn["speech_seconds"] > 3.0
    kept, rate = soundfile.read(tmp_path / "data" / turn["audio"])
    assert (rate, kept.ndim) == (SAMPLE_RATE, 1)


@QUICK
def test_an_answer_that_was_cut_off_is_used_as_far_as_it_goes(
    ringback: Ringback, tmp_path: Path, spoken: np.ndarray
) -> None:
    path = tmp_path / "answer.wav"
    soundfile.write(path, spoken, SAMPLE_RATE)
    os.truncate(path, 44 + 2 * 3 * SAMPLE_RATE + 1)
    done = ringback(*PRACTISE, "--answer", path, "--json")
    assert done.status == 0, done.err
    assert done.json["turns"][0]["seconds"] == pytest.approx(3.0, abs=0.15)


def ten_hours(path: Path) -> None:
    size = 36_000 * SAMPLE_RATE * 2
    form = struct.pack("<HHIIHH", 1, 1, SAMPLE_RATE, 2 * SAMPLE_RATE, 2, 16)
    path.write_bytes(
        b"RIFF"
        + struct.pack("<I", size + 36)
        + b"WAVEfmt \x10\0\0\0"
        + form
        + b"data"
        + struct.pack("<I", size)
    )
    os.truncate(path, 44 + size)  # sparse: takes no room


BAD_ANSWERS = {
    "missing": (lambda path: None, "does not exist"),
    "empty": (lambda path: path.touch(), "is empty (0 bytes)"),
    "no sound": (lambda path: path.write_text("hello, I am a text"), "is no sound file"),
    "no frames": (lambda path: soundfile.write(path, np.zeros(0), SAMPLE_RATE), "holds no sound"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "ten hours": (ten_hours, "is too long (600 minutes; at most 10)"),
}


@pytest.mark.parametrize("what", BAD_ANSWERS)
@QUICK
def test_an_answer_that_cannot_be_used_is_refused_and_nothing_is_stored(
    ringback: Ringback, tmp_path: Path, what: str
) -> None:
    make, says = BAD_ANSWERS[what]
    make(tmp_path / "answer.wav")
    done = ringback(*PRACTISE, "--answer", tmp_path / "answer.wav", "--json")
    assert done.status == 1
    assert says in done.err
    assert "answer.wav" in done.err
    assert not done.out
    assert ringback("attempts", "--json").json == []


@QUICK
def test_an_answer_of_nothing_but_zeros_is_set_aside_with_the_reason(
    ringback: Ringback, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "answer.wav", np.zeros(3 * SAMPLE_RATE), SAMPLE_RATE)
    done = ringback(*PRACTISE, "--answer", tmp_path / "answer.wav", "--json")
    assert done.status == 1
    assert done.json["state"] == "set-aside"
    assert "nothing but silence" in done.json["note"]
    assert [row["state"] for row in ringback("attempts", "--json").json] == ["set-aside"]


@QUICK
def test_more_answers_than_replies_are_refused(ringback: Ringback) -> None:
    done = ringback(*PRACTISE, "--answer", ANSWER, "--answer", ANSWER)
    assert done.status == 1
    assert "2 answers but this scenario listens once" in done.err
    assert ringback("attempts", "--json").json == []


# --------------------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("practise", "voicemail-referal-logistic"), f"Did you mean {VOICEMAIL}"),
        (("practise", VOICEMAIL, "--as", "sam-rayes"), "Did you mean sam-reyes?"),
        (("practise", VOICEMAIL, "--guide", "sel-the-cal"), "Did you mean sell-the-call"),
        (("practise", VOICEMAIL, "--engine", "embeded"), "Did you mean embedded?"),
        (("scenarios", "show", "callback-hurried"), f"Did you mean {CALLBACK}"),
        (("guides", "show", "be-redy"), "Did you mean be-ready?"),
        (("judge", "no-file.json", "--guide", "intro"), "Did you mean introduce?"),
        (("transcribe", ANSWER, "--engine", "whisper"), "There are: embedded, vosk."),
        (("profile", "set", "nmae=Ada"), "Did you mean 'name'?"),
        (("model", "remove", "vosk-model-xx"), "There is no model called 'vosk-model-xx'"),
        (("model", "fetch", "vosk-model-small-en"), "vosk-model-small-en-us-0.15"),
        (("attempts", "show", "01XYZ"), "`ringback attempts list` shows them"),
        (("attempts", "delete", "01XYZ"), "`ringback attempts list` shows them"),
    ],
    ids=lambda value: " ".join(map(str, value[:2])) if isinstance(value, tuple) else "",
)
@QUICK
def test_a_name_that_does_not_exist_is_answered_with_those_that_do(
    ringback: Ringback, command: tuple[str | Path, ...], says: str
) -> None:
    answer = ("--answer", ANSWER) if command[0] == "practise" else ()
    done = ringback(*command, *answer)
    assert done.status == 1
    assert says in done.err
    assert not done.out
    assert ringback("attempts", "--json").json == []


# --------------------------------------------------------------------------- scenario files


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's own scenario file, which is right."""
    folder = tmp_path / "data" / "scenarios"
    folder.mkdir(parents=True)
    path = folder / "my-voicemail.toml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('title = "A title"', 'title = "A title', "line 3"),
        ('title = "A title"', 'titel = "A title"', "title"),
        ('industry = "bakery"\n', "", "industry"),
        ("-greeting.ogg", "-greting.ogg", "-greting.ogg"),
    ],
    ids=["syntax", "unknown key", "missing key", "missing audio"],
)
def test_a_broken_scenario_is_named_by_file_line_and_key_and_the_rest_goes_on(
    ringback: Ringback, own: Path, old: str, new: str, says: str
) -> None:
    assert ringback("scenarios", "check", own).status == 0
    own.write_text(SCENARIO.replace(old, new), encoding="utf-8")
    checked = ringback("scenarios", "check", own)
    assert checked.status == 1
    assert says in checked.out
    assert str(own) in checked.out
    listed = ringback("scenarios", "--json")
    assert listed.status == 1
    assert says in listed.err
    ids = [scenario["id"] for scenario in listed.json]
    assert VOICEMAIL in ids
    assert "my-voicemail" not in ids


def test_all_mistakes_of_a_file_are_one_document(ringback: Ringback, own: Path) -> None:
    own.write_text(SCENARIO.replace("title", "titel").replace('"cold"', '"icy"'), encoding="utf-8")
    done = ringback("scenarios", "check", own.parent, "--json")
    assert done.status == 1
    (file,) = done.json
    assert not file["ok"]
    assert len(file["mistakes"]) >= 2


# --------------------------------------------------------------------------- profile


@QUICK
def test_without_a_number_the_right_number_is_not_judged_and_the_user_is_told(ringback: Ringback) -> None:
    told = ringback("profile", "set", "name=Ada Quill", "company=Tallis")
    assert "Without a number" in told.out
    practise = ("practise", VOICEMAIL, "--engine", "embedded", "--answer", ANSWER)
    done = ringback(*practise)
    assert done.status == 0, done.err
    assert "could not be checked" in done.out
    assert "ringback profile set number=" in done.out
    checks = {check["id"]: check for check in ringback(*practise, "--json").json["feedback"]["checks"]}
    assert checks["number-right"]["outcome"] == "not-applicable"
    ringback("profile", "set", "number=0113 496 0107")
    assert "could not be checked" not in ringback(*practise).out


# --------------------------------------------------------------------------- the data folder


def test_a_database_that_is_none_is_left_alone_until_somebody_practises(
    ringback: Ringback, practised: dict[str, Any], tmp_path: Path
) -> None:
    database = tmp_path / "data" / "ringback.db"
    database.write_bytes(b"hello, I am a text " * 100)
    for command in (("attempts",), ("attempts", "delete", "--all")):
        done = ringback(*command)
        assert done.status == 1
        assert "damaged or not a database" in done.err
        assert str(database) in done.err
    assert database.read_bytes() == b"hello, I am a text " * 100
    done = ringback(*PRACTISE, "--answer", ANSWER)
    assert done.status == 0
    assert "The history was damaged." in done.err
    aside = tmp_path / "data" / "ringback-damaged-1.db"
    assert aside.name in done.err
    assert aside.read_bytes() == b"hello, I am a text " * 100
    assert (tmp_path / "data" / practised["turns"][-1]["audio"]).is_file()


def test_a_data_folder_that_is_a_file_is_said(ringback: Ringback, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    for command in (("attempts",), ("profile", "set", "name=Ada")):
        done = ringback(*command)
        assert done.status == 1
        assert str(tmp_path / "data") in done.err


PREPARED = """
import codecs, importlib, os, resource, signal, sys
from trainer.cli import GROUPS, main
for name in (*(f"cli.{group}" for group in GROUPS), "cli.printing", "history.store", "worker.machinery"):
    importlib.import_module(f"trainer.{name}")
codecs.lookup("utf-8-sig")  # read from Python's own folder when first used
from trainer.transcription import engines, whisper_engine
engines._EMBEDDED_MODULE = "tests.trainer.cli.counting_engine"
whisper_engine.available = lambda: True
whisper_engine.model_dir = lambda: os.curdir
"""
SOMEBODY_ELSE = "if os.geteuid() == 0: os.setuid(65534)\n"
"""Root may write everywhere. Only after the imports, which may lie in root's home."""
NO_ROOM = (
    "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))\n"
)
"""A limit on the size of files stands in for a full disk: writes fall short, then fail."""


def prepared(how: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """`ringback` in a process of its own, prepared to meet trouble."""
    code = f"{PREPARED}{how}sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that an ordinary user can reach, unlike pytest's own, and not write to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        yield Path(name)
        Path(name).chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
@pytest.mark.parametrize(
    "command", [(*PRACTISE, "--answer", ANSWER), ("attempts",), ("profile", "set", "name=Ada")]
)
def test_a_folder_that_cannot_be_written_is_said(
    shared_folder: Path, command: tuple[str | Path, ...]
) -> None:
    done = prepared(SOMEBODY_ELSE, *command, "--data-dir", shared_folder / "data")
    assert done.returncode == 1
    assert "Permission denied" in done.stderr
    assert str(shared_folder) in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits")
@pytest.mark.parametrize("room", [0, 30_000])
def test_a_disk_without_room_for_the_history_is_said(tmp_path: Path, room: int) -> None:
    done = prepared(NO_ROOM.format(room), *PRACTISE, "--answer", ANSWER)
    assert done.returncode == 1
    assert "free space" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits")
def test_a_disk_that_fills_up_under_a_take_keeps_what_was_written(ringback: Ringback, tmp_path: Path) -> None:
    done = prepared(NO_ROOM.format(200_000), *PRACTISE, "--answer", ASSETS / "samples" / "good-voicemail.ogg")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    (row,) = ringback("attempts", "--json").json
    assert row["state"] != "judged"
    (take,) = (tmp_path / "data" / "takes" / row["id"]).iterdir()
    assert len(read_answer(take)) == (200_000 - 44) // 2
