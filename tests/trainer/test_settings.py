from __future__ import annotations

import dataclasses
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from trainer.records import Seller
from trainer.settings import FILE_NAME, DeviceName, Settings, load, save

CHOSEN = Settings(
    profile=Seller(id="me", name="Zoë", number="0113 496 0107", heard_as={"Zoë": ("zoey", "so we")}),
    input_device=DeviceName(name="Headset", host_api="ALSA"),
    engine="vosk:small",
    guide="be-ready",
    theme="dark",
    live_words=False,
    welcome_step=3,
)


def write(data_dir: Path, content: Any) -> None:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    (data_dir / FILE_NAME).write_bytes(raw)


def test_a_fresh_start_has_defaults_and_writes_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none") == (Settings(), [])
    assert not (tmp_path / "none").exists()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save(tmp_path / "new", CHOSEN)
    assert load(tmp_path / "new") == (CHOSEN, [])


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists, not in bits")
def test_settings_are_private(tmp_path: Path) -> None:
    save(tmp_path / "new", CHOSEN)
    assert stat.S_IMODE((tmp_path / "new" / FILE_NAME).stat().st_mode) == 0o600


def test_a_file_of_an_older_version_takes_defaults_for_what_it_lacks(tmp_path: Path) -> None:
    write(tmp_path, {"theme": "light"})
    assert load(tmp_path) == (Settings(theme="light"), [])


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b"3", b"\0" * 100, b"\xff\xfe", b'{"theme": "dark"', b"[" * 100_000],
)
def test_a_damaged_file_falls_back_to_defaults_and_is_kept(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, content)
    settings, lost = load(tmp_path)
    assert settings == Settings()
    (sentence,) = lost
    assert "damaged" in sentence
    assert (tmp_path / (FILE_NAME + ".bad")).read_bytes() == content


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "purple"), ("theme", None), ("live_words", "yes"), ("live_words", 1), ("engine", 7),
        ("engine", ["vosk"]), ("welcome_step", "1"), ("welcome_step", 1.5), ("input_device", "Headset"),
        ("input_device", {"name": "x"}), ("profile", {"name": "no id"}),
        ("profile", {"id": "me", "mood": "x"}), ("Theme", "dark"),
        ("colour", "red"), ("", 1), ("guide", {}), ("telephone_sound", float("nan")),
    ],
)  # fmt: skip
def test_a_bad_key_is_given_up_alone_and_named(tmp_path: Path, key: str, value: Any) -> None:
    good = {"ring_device": {"name": "Speaker", "host_api": "ALSA"}, "mirror_url": "https://example.org/m"}
    write(tmp_path, {**good, key: value})
    settings, lost = load(tmp_path)
    wanted = Settings(
        ring_device=DeviceName(name="Speaker", host_api="ALSA"), mirror_url="https://example.org/m"
    )
    assert settings == wanted
    assert lost == [f"Settings: '{key}' could not be read and is back to its default."]
    assert (tmp_path / (FILE_NAME + ".bad")).exists()


def test_a_file_that_cannot_be_read_is_not_taken_for_a_missing_one(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(IsADirectoryError):
        load(tmp_path)


def test_saving_after_a_damaged_file_heals_it(tmp_path: Path) -> None:
    write(tmp_path, b"{")
    settings, _ = load(tmp_path)
    save(tmp_path, dataclasses.replace(settings, theme="dark"))
    assert load(tmp_path) == (Settings(theme="dark"), [])


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from([field.name for field in dataclasses.fields(Settings)]) | st.text(), ANY_JSON
    )
)
def test_no_content_stops_the_program(tmp_path: Path, content: dict[str, Any]) -> None:
    write(tmp_path, content)
    settings, _ = load(tmp_path)
    save(tmp_path, settings)
    assert load(tmp_path) == (settings, [])
