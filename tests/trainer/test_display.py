from __future__ import annotations

from pathlib import Path

import pytest

from trainer.cli import main
from trainer.display import VARIABLES, display


@pytest.fixture
def _bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_bare_linux")
def test_linux_has_the_display_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert display() is None
    monkeypatch.setenv("DISPLAY", ":7")
    assert display() == "DISPLAY=:7"
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert display() == "QT_QPA_PLATFORM=offscreen"


@pytest.mark.usefixtures("_bare_linux")
def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert display() == "the system's own"


@pytest.mark.usefixtures("_bare_linux")
def test_a_window_that_cannot_open_is_said_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(tmp_path / "data")]) == 3
    said = capsys.readouterr()
    assert "There is no display" in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_a_file_in_the_place_of_the_data_folder_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "data"
    place.write_text("not a folder")
    for command in (["doctor"], ["profile", "set", "name=Ada"], ["attempts"]):
        assert main([*command, "--data-dir", str(place)]) == 1
        assert "is a file, not a folder" in capsys.readouterr().err
    assert place.read_text() == "not a folder"
