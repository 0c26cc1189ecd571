from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer import parsed_files
from trainer.errors import Mistakes
from trainer.parsed_files import SETTLED_NS, ParsedFiles
from trainer.paths import SCENARIOS
from trainer.scenarios import load_library

LONG_AGO_NS = 10**18


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "files"
    made.mkdir()
    write(made / "one.toml", 'says = "one"')
    write(made / "two.toml", 'says = "two"')
    return made


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "data" / "cache" / "files"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Names of the files that were really parsed, in order."""
    names: list[str] = []

    def load(path: Path) -> tuple[str, dict[str, Any]]:
        names.append(path.name)
        return really(path)

    really = parsed_files.load
    monkeypatch.setattr(parsed_files, "load", load)
    return names


def write(path: Path, text: str, changed_ns: int = LONG_AGO_NS) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(changed_ns, changed_ns))


def start(folder: Path, kept: Path) -> dict[str, Any]:
    """What one start of the program reads, long after whatever happened before it."""
    files = ParsedFiles(kept)
    said = {path.name: files.load(path) for path in sorted(folder.glob("*.toml"))}
    files.keep()
    if kept.is_file():
        later = max(kept.stat().st_mtime_ns, *(p.stat().st_ctime_ns for p in folder.iterdir()))
        os.utime(kept, ns=(later + SETTLED_NS + 1,) * 2)
    return {name: dict(data) for name, data in said.items()}


def test_what_has_not_changed_is_parsed_once(folder: Path, kept: Path, parsed: list[str]) -> None:
    said = start(folder, kept)
    assert said == {"one.toml": {"says": "one"}, "two.toml": {"says": "two"}}
    assert start(folder, kept) == said
    assert parsed == ["one.toml", "two.toml"]


def test_an_edited_file_is_parsed_again_and_only_that(folder: Path, kept: Path, parsed: list[str]) -> None:
    start(folder, kept)
    write(folder / "one.toml", 'says = "eno"', LONG_AGO_NS + 1)
    assert start(folder, kept)["one.toml"] == {"says": "eno"}
    start(folder, kept)
    assert parsed == ["one.toml", "two.toml", "one.toml"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere no time tells of it")
def test_a_file_put_there_with_the_old_size_and_time_is_parsed_again(folder: Path, kept: Path) -> None:
    start(folder, kept)
    write(folder / "one.toml", 'says = "eno"')
    assert start(folder, kept)["one.toml"] == {"says": "eno"}


def test_an_added_file_is_read_and_a_removed_one_leaves_nothing_behind(folder: Path, kept: Path) -> None:
    start(folder, kept)
    write(folder / "three.toml", 'says = "three"')
    (folder / "two.toml").unlink()
    assert start(folder, kept) == {"one.toml": {"says": "one"}, "three.toml": {"says": "three"}}
    assert b"two" not in kept.read_bytes()
    (folder / "three.toml").unlink()
    start(folder, kept)
    assert b"three" not in kept.read_bytes()


def test_nothing_is_written_when_nothing_has_changed(folder: Path, kept: Path) -> None:
    start(folder, kept)
    before = kept.stat()
    start(folder, kept)
    assert kept.stat().st_ino == before.st_ino


def test_a_file_that_changed_just_before_it_was_noted_is_parsed_once_more(
    folder: Path, kept: Path, parsed: list[str]
) -> None:
    start(folder, kept)
    changed_ns = max((folder / "one.toml").stat().st_ctime_ns, LONG_AGO_NS)
    os.utime(kept, ns=(changed_ns + SETTLED_NS // 2,) * 2)
    start(folder, kept)
    assert parsed.count("one.toml") == 2


def damaged(whole: bytes) -> dict[str, bytes]:
    head, _, body = whole.partition(b"\n")
    return {
        "empty": b"",
        "cut off": whole[:-9],
        "only a head": head + b"\n",
        "a letter changed": whole.replace(b'"one"', b'"wrong"'),
        "another format": whole.replace(b"files 1 ", b"files 0 ", 1),
        "no text": os.urandom(400),
        "zeros, as a power cut leaves them": bytes(len(whole)),
        "twice": whole + whole,
        "body alone": body,
    }


@pytest.mark.parametrize("how", damaged(b"\n"))
def test_a_damaged_or_foreign_cache_is_not_used_and_written_anew(
    how: str, folder: Path, kept: Path, parsed: list[str]
) -> None:
    said = start(folder, kept)
    whole = kept.read_bytes()
    kept.write_bytes(damaged(whole)[how])
    assert start(folder, kept) == said
    assert len(parsed) == 4
    assert kept.read_bytes() == whole


@pytest.mark.parametrize(
    "line",
    [
        b"null", b"[]", b"{}", b"[1, [1, 2, 3], {}]", b'["a", null, {}]', b'["a", [1, 2], {}]',
        b'["a", ["x", 2, 3], {}]', b'["a", [1, 2, 3], []]', b'["a", [1e999, 2, 3], {}]', b"not json",
        b"[" * 100_000, b"\xff",
    ],
)  # fmt: skip
def test_a_cache_with_the_right_sum_over_anything_else_is_not_used(
    line: bytes, folder: Path, kept: Path
) -> None:
    said = start(folder, kept)
    kept.write_bytes(parsed_files._head(line) + line)
    assert start(folder, kept) == said


def test_it_is_readable_by_its_user_alone(folder: Path, kept: Path) -> None:
    start(folder, kept)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_where_nothing_can_be_written_the_files_are_read_all_the_same(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file, where the folder should be")
    assert start(folder, tmp_path / "in the way" / "files")["one.toml"] == {"says": "one"}


def test_what_is_no_toml_is_told_at_every_start_and_not_kept(folder: Path, kept: Path) -> None:
    write(folder / "one.toml", "says = ")
    for _ in range(2):
        files = ParsedFiles(kept)
        with pytest.raises(Mistakes):
            files.load(folder / "one.toml")
        files.load(folder / "two.toml")
        files.keep()
    assert b"one" not in kept.read_bytes()


@pytest.mark.parametrize("says", ["2026-11-22", "{" + "a." * 20_000 + "a = 1}"])
def test_a_file_that_says_what_no_field_holds_is_read_as_ever(says: str, folder: Path, kept: Path) -> None:
    write(folder / "one.toml", f"says = {says}")
    first = start(folder, kept)["one.toml"]["says"]
    assert type(start(folder, kept)["one.toml"]["says"]) is type(first)
    assert b"one.toml" not in kept.read_bytes()


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=20)
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(said=st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), VALUES, max_size=5))
def test_whatever_a_file_says_it_says_the_second_time(said: dict[str, Any], folder: Path, kept: Path) -> None:
    write(folder / "one.toml", tomli_w.dumps(said))
    shutil.rmtree(kept.parent, ignore_errors=True)
    first = start(folder, kept)["one.toml"]
    assert repr(start(folder, kept)["one.toml"]) == repr(first)  # 1, 1.0 and true are equal, but not alike


def test_the_shipped_library_is_the_same_from_its_cache(tmp_path: Path, parsed: list[str]) -> None:
    plain = load_library()
    first = load_library(kept=tmp_path)
    files = len(parsed) // 2
    later_ns = max(path.stat().st_ctime_ns for path in SCENARIOS.rglob("*.toml")) + 2 * SETTLED_NS
    os.utime(tmp_path / "shipped", ns=(later_ns, later_ns))
    again = load_library(kept=tmp_path)
    assert plain == first == again
    assert len(parsed) == 2 * files
