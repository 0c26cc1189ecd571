from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from trainer.paths import ROOT, data_dir, make_private_dir, write_private

POSIX = pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists, not in bits")


def test_the_data_folder_is_the_chosen_one_then_the_variable_then_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBACK_DATA_DIR", str(tmp_path / "variable"))
    assert data_dir(tmp_path / "chosen") == tmp_path / "chosen"
    assert data_dir() == data_dir("") == tmp_path / "variable"
    monkeypatch.delenv("RINGBACK_DATA_DIR")
    assert data_dir().name == "Ringback"
    assert ROOT not in data_dir().parents


def test_asking_for_the_data_folder_makes_nothing(tmp_path: Path) -> None:
    data_dir(tmp_path / "x")
    assert not (tmp_path / "x").exists()


def test_a_data_folder_may_be_relative_or_in_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_dir("here") == tmp_path / "here"
    assert data_dir("~/here") == Path.home() / "here"


@POSIX
def test_private_folders_and_files_are_this_users_only(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_private_dir(folder)
    make_private_dir(folder)
    write_private(folder / "file", b"secret")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "file").stat().st_mode) == 0o600


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    write_private(tmp_path / "file", b"old")
    write_private(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    write_private(tmp_path / "file", b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_private(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
