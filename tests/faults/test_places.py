"""Where the data lies: a folder that goes away, strange names, and no place for temporary files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from tests.faults.jobs import JOBS, picture, prepare
from tests.faults.starts import start_at_once
from tests.trainer.test_session import VOICEMAIL, babble, from_files, rig
from trainer.errors import StoreError, WorldError
from trainer.history.audio_files import audio_path
from trainer.paths import ASSETS, ROOT
from trainer.records import Dispute
from trainer.rigs.scripted import Step
from trainer.settings import Settings

STRANGE = "Übung mit Leerzeichen, 电话 и звонок 📞 'quoted' %s {0} #1"
LONG = "x" * 80
"""Four of it make a path longer than the 260 characters that some systems allow."""
DEEP = Path(LONG, LONG, LONG, LONG)


@pytest.fixture(params=[Path(STRANGE), DEEP], ids=["strange", "long"])
def place(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder in which nothing is yet."""
    folder: Path = tmp_path / request.param
    try:
        folder.mkdir(parents=True)
    except OSError:
        pytest.skip("this file system has no such names")
    return folder


def do(name: str, home: Path) -> int:
    """One job, told to nobody."""
    job = JOBS[name]
    prepare(home, old=job.old, damaged=job.damaged)
    return job.run(home)


@pytest.mark.parametrize("job", JOBS)
def test_every_job_is_done_in_any_place(job: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert do(job, place) == 0
    assert picture(place)["attempts"]


def test_the_window_opens_in_any_place(place: Path) -> None:
    outcome = start_at_once(place / "data", 2)
    assert (outcome.windows, outcome.statuses, outcome.last) == (1, (0,), 0), outcome.said


@pytest.mark.slow
def test_a_reply_in_any_place_is_heard(place: Path) -> None:
    answer = place / "answer.ogg"
    shutil.copyfile(ASSETS / "samples" / "good-voicemail.ogg", answer)
    command = [sys.executable, "-m", "trainer", "practise", VOICEMAIL, "--answer", str(answer)]
    more = ["--engine", "embedded", "--json", "--data-dir", str(place / "data")]
    ran = subprocess.run([*command, *more], cwd=ROOT, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(ran.stdout)
    assert "call me back" in result["turns"][0]["text"]
    assert (place / "data" / result["turns"][0]["audio"]).is_file()


@pytest.mark.parametrize("job", JOBS)
def test_no_job_needs_a_folder_for_temporary_files(
    job: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    assert do(job, tmp_path / "home") == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps folders whose files are open")
def test_a_data_folder_that_goes_away_costs_sentences_and_nothing_else(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with rig(data) as made:
        worker = made.worker
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(3.0)))
        take = attempt.turns[0].take
        assert take
        shutil.rmtree(data)
        tries: list[Callable[[], Future[Any]]] = [
            lambda: worker.review.revise(attempt.id, Dispute(check="number")),
            lambda: worker.review.pcm(take),
            lambda: worker.review.delete([attempt.id]),
            lambda: worker.carrying.import_from(tmp_path / "none.zip", lambda _done, _total: None),
            lambda: worker.calls.from_files(
                worker.cast(VOICEMAIL, "sam-reyes"), [Step("say", pcm=babble(1.0))]
            ),
        ]
        for attempted in tries:
            error = attempted().exception(timeout=30)
            assert isinstance(error, WorldError | OSError), error
        with pytest.raises(StoreError, match="has gone while it was open"):
            worker.browsing.set_note(attempt.id, "again").result()
        worker.save_settings(Settings())
    assert not audio_path(data, take.path).exists()
