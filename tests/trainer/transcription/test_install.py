"""A model is installed whole or not at all, and nothing is written outside its folder."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.trainer.transcription.model_zips import FILES, NAME, model_folder, model_zip, zip_of
from trainer.errors import BadInput, WorldError
from trainer.paths import ROOT
from trainer.transcription import install
from trainer.transcription.install import import_from
from trainer.transcription.models import FOLDER


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


def saved(tmp_path: Path, data: bytes, name: str = "model.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def left_in(data_dir: Path) -> list[str]:
    """Everything below the folder of models."""
    return [path.name for path in (data_dir / FOLDER).rglob("*")]


def top_of(data_dir: Path) -> list[str]:
    return sorted(path.name for path in (data_dir / FOLDER).iterdir())


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_zip_with_a_top_folder_takes_its_name(tmp_path: Path, data_dir: Path) -> None:
    assert import_from(saved(tmp_path, model_zip()), data_dir) == NAME
    assert files_of(data_dir / FOLDER / NAME) == FILES
    assert top_of(data_dir) == [NAME]


def test_a_flat_zip_takes_the_name_of_the_file(tmp_path: Path, data_dir: Path) -> None:
    assert import_from(saved(tmp_path, model_zip(""), "my-model.zip"), data_dir) == "my-model"
    assert files_of(data_dir / FOLDER / "my-model") == FILES


def test_a_folder_is_copied(tmp_path: Path, data_dir: Path) -> None:
    source = model_folder(tmp_path / "a-model")
    assert import_from(source, data_dir) == "a-model"
    assert files_of(data_dir / FOLDER / "a-model") == files_of(source) == FILES


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_only_the_user_may_read_it(tmp_path: Path, data_dir: Path) -> None:
    import_from(saved(tmp_path, model_zip()), data_dir)
    for path in [data_dir, *data_dir.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_model_that_is_there_is_not_overwritten(tmp_path: Path, data_dir: Path) -> None:
    path = saved(tmp_path, model_zip())
    import_from(path, data_dir)
    with pytest.raises(BadInput, match=f"ringback model remove {NAME}"):
        import_from(path, data_dir)
    assert files_of(data_dir / FOLDER / NAME) == FILES


def test_an_incomplete_folder_in_its_place_is_replaced(tmp_path: Path, data_dir: Path) -> None:
    (data_dir / FOLDER / NAME / "am").mkdir(parents=True)
    import_from(saved(tmp_path, model_zip()), data_dir)
    assert files_of(data_dir / FOLDER / NAME) == FILES


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{NAME}/graph/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def encrypted() -> bytes:
    """A zip whose entry says that it is encrypted (bit 0 of its flags, in both of its headers)."""
    data = bytearray(zip_of({f"{NAME}/am/final.mdl": b"x"}))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + place] |= 1
    return bytes(data)


GOOD = {f"{NAME}/{name}": data for name, data in FILES.items()}
HOSTILE = {
    "parent": (zip_of({**GOOD, f"{NAME}/../../../escaped": b"x"}), "leads out"),
    "absolute": (zip_of({**GOOD, "/tmp/escaped": b"x"}), "leads out"),
    "drive": (zip_of({**GOOD, "C:/escaped": b"x"}), "leads out"),
    "backslash": (zip_of({**GOOD, "..\\escaped": b"x"}), "leads out"),
    "share": (zip_of({**GOOD, "\\\\host\\share\\escaped": b"x"}), "leads out"),
    "link": (zip_of({**GOOD, link(): b"/etc/passwd"}), "link or a special file"),
    "bell": (zip_of({**GOOD, f"{NAME}/a\x07b": b"x"}), "cannot be shown"),
    "turned": (zip_of({**GOOD, f"{NAME}/a\u202eb": b"x"}), "cannot be shown"),
    "case": (zip_of({**GOOD, f"{NAME}/AM/FINAL.MDL": b"x"}), "there twice"),
    "encrypted": (encrypted(), "encrypted"),
    "bomb": (zip_of({**GOOD, f"{NAME}/zeros": bytes(200 * 2**20)}), "far more"),
    "many": (zip_of({**GOOD, **{f"{NAME}/{n}": b"" for n in range(2001)}}), "more than 2000 files"),
    "no model": (zip_of({"readme.txt": b"hello"}), "no complete Vosk speech model"),
    "two models": (zip_of({**GOOD, "other/am/final.mdl": b"x"}), "no complete Vosk speech model"),
    "no zip": (b"<html>sign in</html>", "not a zip file"),
    "cut": (model_zip()[:-200], "not a zip file"),
    "hidden name": (zip_of({f".{NAME}/{name}": data for name, data in FILES.items()}), "no name for a model"),
}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_zip_that_is_not_to_be_trusted_leaves_nothing(hostile: str, tmp_path: Path, data_dir: Path) -> None:
    data, reason = HOSTILE[hostile]
    path = saved(tmp_path, data)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BadInput, match=reason):
        import_from(path, data_dir)
    assert left_in(data_dir) == []
    assert sorted(set(tmp_path.rglob("*")) - set(before)) in ([], [data_dir, data_dir / FOLDER])


def test_a_damaged_entry_leaves_nothing(tmp_path: Path, data_dir: Path) -> None:
    data = bytearray(model_zip())
    data[1000] ^= 0xFF
    with pytest.raises(BadInput, match="not a zip file that can be read"):
        import_from(saved(tmp_path, bytes(data)), data_dir)
    assert left_in(data_dir) == []


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize(
    "make", [lambda path: path.symlink_to("/etc/passwd"), os.mkfifo], ids=["link", "pipe"]
)
def test_a_folder_with_links_or_pipes_is_refused(make: object, tmp_path: Path, data_dir: Path) -> None:
    source = model_folder(tmp_path / "a-model")
    make(source / "graph" / "odd")  # type: ignore[operator]
    with pytest.raises(BadInput, match="link or a special file"):
        import_from(source, data_dir)
    assert left_in(data_dir) == []


def test_what_is_no_model_is_refused_by_name(tmp_path: Path, data_dir: Path) -> None:
    with pytest.raises(BadInput, match="There is no file or folder"):
        import_from(tmp_path / "nothing", data_dir)
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="empty holds no complete"):
        import_from(tmp_path / "empty", data_dir)


def test_what_killed_installs_left_is_swept_but_not_what_is_at_work(tmp_path: Path, data_dir: Path) -> None:
    for name in ("old.partial", "young.partial"):
        (data_dir / FOLDER / name).mkdir(parents=True)
    os.utime(data_dir / FOLDER / "old.partial", (0, 0))
    import_from(saved(tmp_path, model_zip()), data_dir)
    assert top_of(data_dir) == [NAME, "young.partial"]


@pytest.mark.skipif(os.name != "posix", reason="resource limits")
def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path, data_dir: Path) -> None:
    path = saved(tmp_path, model_zip())
    code = (
        "import resource, sys; from pathlib import Path;"
        "from trainer.transcription.install import import_from;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "import_from(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    command = [sys.executable, "-c", code, str(path), str(data_dir)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "WorldError: The model could not be installed (File too large)" in run.stderr
    assert left_in(data_dir) == []


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(WorldError, match="cannot be written"):
        import_from(saved(tmp_path, model_zip()), tmp_path / "data")


def test_limits_leave_room_for_the_largest_model_that_is_published() -> None:
    assert install.LIMITS.bytes > 2.7e9
