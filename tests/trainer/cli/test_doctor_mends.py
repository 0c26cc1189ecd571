"""`ringback doctor --mend`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.trainer.cli.conftest import Ringback
from tests.trainer.history.examples import whole, write_wav
from trainer.history.database import FILE_NAME
from trainer.history.recovery import RECORDING_LOCK
from trainer.history.store import Store


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with closing(Store.open(folder)) as store:
        whole(store, "A1")
    return folder


def mended(ringback: Ringback, data: Path) -> list[dict[str, Any]]:
    done: list[dict[str, Any]] = ringback("doctor", "--mend", "--json", "--data-dir", data).json["mended"]
    return done


def test_what_was_done_and_what_was_left_is_printed(ringback: Ringback, data: Path) -> None:
    write_wav(data / "takes" / "LOST" / "LOST-0.wav", seconds=3)
    (data / "takes" / "A1" / "A1-take-0.wav").unlink()
    done = ringback("doctor", "--mend", "--data-dir", data)
    assert "Mended: Recordings of no attempt, 3 s, are listed in History now" in done.out
    assert "Left: The recording takes/A1/A1-take-0.wav is gone." in done.out
    assert "x Recordings: gone: 1" in done.out, "it looks afterwards"
    assert done.status == 1


def test_as_json(ringback: Ringback, data: Path) -> None:
    write_wav(data / "takes" / "LOST" / "LOST-0.wav")
    (one,) = mended(ringback, data)
    assert (one["what"], one["done"]) == ("adopted", True)
    assert mended(ringback, data) == []
    assert "mended" not in ringback("doctor", "--json", "--data-dir", data).json


def test_a_damaged_history_is_put_back(ringback: Ringback, data: Path) -> None:
    (data / FILE_NAME).write_bytes(b"no database at all")
    found = mended(ringback, data)
    assert [one["what"] for one in found] == ["history", "adopted"], "its recordings are listed again"


def test_without_a_history_nothing_is_made(ringback: Ringback, tmp_path: Path) -> None:
    assert mended(ringback, tmp_path / "none") == []
    assert not (tmp_path / "none").exists()


def test_nothing_is_mended_under_an_open_window(ringback: Ringback, data: Path) -> None:
    write_wav(data / "takes" / "LOST" / "LOST-0.wav")
    with FileLock(data / RECORDING_LOCK):
        done = ringback("doctor", "--mend", "--data-dir", data)
    assert done.status == 1
    assert "Close it first" in done.err
    assert mended(ringback, data)[0]["what"] == "adopted"
