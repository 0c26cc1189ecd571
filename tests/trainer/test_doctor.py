from __future__ import annotations

import importlib.metadata
import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.trainer.history.examples import whole, write_wav
from trainer import display, doctor
from trainer.audio import devices
from trainer.doctor import DoctorItem, examine
from trainer.errors import DeviceError
from trainer.history.database import FILE_NAME
from trainer.history.store import Store
from trainer.settings import DeviceName, Settings

DEFAULTS = Settings()
HEADSET = DeviceName(name="Headset", host_api="ALSA")
BUILT_IN = devices.Device(0, DeviceName(name="Built-in", host_api="ALSA"), 48_000, 2)


def found(_: devices.Direction, wanted: DeviceName | None) -> tuple[devices.Device, str]:
    if wanted is None:
        return BUILT_IN, ""
    return BUILT_IN, f"'{wanted.name}' is not connected; using 'Built-in'."


@pytest.fixture(autouse=True)
def _sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with one sound device, whatever this one has."""
    monkeypatch.setattr(devices, "find", found)
    library = SimpleNamespace(get_portaudio_version=lambda: (1246976, "PortAudio V19.7.0"))
    monkeypatch.setattr(devices, "portaudio", lambda: library)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """With three attempts in it."""
    with closing(Store.open(tmp_path / "data")) as store:
        for name in ("A1", "A2", "A3"):
            whole(store, name)
    return tmp_path / "data"


def examined(
    data_dir: Path, settings: Settings = DEFAULTS, lost: Sequence[str] = ()
) -> dict[str, DoctorItem]:
    items = examine(data_dir, settings, lost)
    assert len({item.name for item in items}) == len(items)
    for item in items:
        assert item.detail
        assert not (item.ok and item.mend), "nothing to mend where all is well"
    return {item.name: item for item in items}


def test_a_machine_on_which_all_is_well(data_dir: Path) -> None:
    items = examined(data_dir, Settings(engine="embedded"))
    assert [name for name, item in items.items() if not item.ok and name != "Libraries"] == []
    assert "Python 3" in items["Program"].detail
    assert f"sqlite-utils {importlib.metadata.version('sqlite-utils')}" in items["Libraries"].detail
    assert items["Sound library"].detail == "PortAudio V19.7.0"
    assert items["Microphone"].detail == "Built-in (ALSA, 48000 Hz, channels: 2)"
    assert items["Engine in force"].detail.startswith("embedded. Tested on Linux")
    assert items["History"].detail == "attempts: 3; no damage found"
    assert items["Heard here"].detail == "embedded (recordings: 3)"
    assert items["Recordings"].detail == "files: 3; all are as they were stored"


def test_a_first_start_makes_nothing(tmp_path: Path) -> None:
    items = examined(tmp_path / "none" / "yet")
    assert items["History"].detail == "nothing practised yet"
    assert items["Data folder"].ok
    assert not (tmp_path / "none").exists()


def test_no_sound_at_all_does_not_stop_the_rest(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(*_: object) -> None:
        raise DeviceError("The sound library PortAudio is not installed.", "Install it with: apt")

    monkeypatch.setattr(devices, "find", absent)
    monkeypatch.setattr(devices, "portaudio", absent)
    items = examined(data_dir)
    for name in ("Sound library", "Microphone", "Speaker"):
        assert (items[name].ok, items[name].mend) == (False, "Install it with: apt")
    assert items["History"].ok


def test_a_chosen_device_that_is_not_connected(data_dir: Path) -> None:
    items = examined(data_dir, Settings(input_device=HEADSET, ring_device=HEADSET))
    assert not items["Microphone"].ok
    assert items["Microphone"].detail == "'Headset' is not connected; using 'Built-in'."
    assert not items["Ring on"].ok
    assert items["Speaker"].ok


def test_an_engine_that_does_not_exist_is_named_with_a_near_one(data_dir: Path) -> None:
    item = examined(data_dir, Settings(engine="embeded"))["Engine in force"]
    assert not item.ok
    assert "Did you mean embedded" in item.mend


def test_a_missing_library(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_REQUIRED", ("numpy", "no-such-library"))
    item = examined(data_dir)["Libraries"]
    assert not item.ok
    assert "no-such-library not installed" in item.detail
    assert "run.py" in item.mend


@pytest.mark.parametrize(
    ("variables", "detail"),
    [
        ({"DISPLAY": ":7"}, "DISPLAY=:7"),
        ({"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-0"}, "WAYLAND_DISPLAY=wayland-0"),
        ({}, "none: the window cannot open here, the command line works"),
    ],
)
def test_the_display(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], detail: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in display.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert examined(data_dir)["Display"].detail == detail


def test_settings_that_were_lost_are_said(data_dir: Path) -> None:
    item = examined(data_dir, lost=["Settings: 'theme' could not be read and is back to its default."])[
        "Settings"
    ]
    assert not item.ok
    assert "'theme'" in item.detail
    assert "settings.json.bad" in item.mend


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists, not in bits")
def test_a_folder_that_others_can_open(data_dir: Path) -> None:
    data_dir.chmod(0o755)
    item = examined(data_dir)["Data folder"]
    assert "can be opened by other users (mode 0755)" in item.detail
    assert "chmod 700" in item.mend


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    assert "cannot be written" in examined(tmp_path / "data")["Data folder"].detail


def test_a_disk_that_is_nearly_full(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=doctor.LEAST_FREE_BYTES - 1))
    item = examined(data_dir)["Free space"]
    assert (item.ok, item.detail) == (False, "50 MB")
    assert item.mend == "Free at least 50 MB before you record."


def test_a_damaged_database(data_dir: Path) -> None:
    (data_dir / FILE_NAME).write_bytes(b"")
    items = examined(data_dir)
    assert "damaged" in items["History"].detail
    assert items["History"].mend
    assert "Recordings" not in items


def test_a_row_that_belongs_to_nothing(data_dir: Path) -> None:
    with closing(Store.open(data_dir)) as store:
        store._db.execute("PRAGMA foreign_keys = OFF")
        store._db.execute("DELETE FROM attempts WHERE id = 'A1'")
    item = examined(data_dir)["History"]
    assert not item.ok
    assert "a row of turns belongs to nothing" in item.detail


def test_recordings_that_are_gone_changed_or_unknown(data_dir: Path) -> None:
    (data_dir / "takes/A1/A1-take-0.wav").unlink()
    write_wav(data_dir / "takes/A2/A2-take-0.wav", seconds=2)
    for n in range(5):
        write_wav(data_dir / f"takes/stray-{n}.wav")
    item = examined(data_dir)["Recordings"]
    assert not item.ok
    assert item.detail == (
        "gone: 1 (takes/A1/A1-take-0.wav); changed: 1 (takes/A2/A2-take-0.wav);"
        " of no attempt: 5 (takes/stray-0.wav, takes/stray-1.wav, takes/stray-2.wav, …)"
    )


def test_recordings_of_no_attempt_are_said_but_are_no_damage(data_dir: Path) -> None:
    write_wav(data_dir / "takes" / "stray.wav")
    item = examined(data_dir)["Recordings"]
    assert (item.ok, item.detail) == (True, "of no attempt: 1 (takes/stray.wav)")
