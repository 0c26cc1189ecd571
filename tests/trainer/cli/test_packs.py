"""`ringback scenarios export|import|remove`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trainer.cli.conftest import Ringback
from tests.trainer.packs.own import call_back, good, put
from trainer.scenarios import load_library


@pytest.fixture
def home(tmp_path: Path) -> Path:
    put(tmp_path / "home" / "scenarios", {**good(), "my-call.toml": call_back("my-call", "mine").encode()})
    return tmp_path / "home"


def test_own_scenarios_go_out_and_come_in(ringback: Ringback, home: Path, tmp_path: Path) -> None:
    pack = tmp_path / "own.zip"
    out = ringback("scenarios", "export", "--own", "-o", pack, "--data-dir", home, "--json")
    assert out.json == {"pack": str(pack), "scenarios": ["mine", "my-call"]}
    there = ("--data-dir", tmp_path / "there", "--json")
    came = ringback("scenarios", "import", pack, *there)
    assert came.json == {"added": ["mine", "my-call"], "replaced": [], "skipped": []}
    assert ringback("scenarios", "import", pack, *there).json["skipped"] == ["mine", "my-call"]


def test_the_whole_library_is_more_than_ones_own(ringback: Ringback, home: Path, tmp_path: Path) -> None:
    out = ringback("scenarios", "export", "--all", "-o", tmp_path / "all.zip", "--data-dir", home, "--json")
    assert len(out.json["scenarios"]) == len(load_library().scenarios) + 2


def test_what_is_exported_is_named_one_way(ringback: Ringback, home: Path, tmp_path: Path) -> None:
    to = ("-o", tmp_path / "pack.zip", "--data-dir", home)
    assert ringback("scenarios", "export", *to).status == 2
    assert ringback("scenarios", "export", "mine", "--own", *to).status == 2
    nobody = ringback(
        "scenarios", "export", "--own", "-o", tmp_path / "x.zip", "--data-dir", tmp_path / "new"
    )
    assert nobody.status == 1
    assert "no scenarios of your own" in nobody.err
    assert not (tmp_path / "x.zip").exists()


def test_a_call_back_stays_when_what_it_answered_is_removed(ringback: Ringback, home: Path) -> None:
    done = ringback("scenarios", "remove", "mine", "--data-dir", home, "--json")
    assert b"/mine.toml" not in (home / "cache" / "own").read_bytes()
    assert done.json == {"removed": ["mine"], "no_longer_follow": ["my-call"]}
    left = ringback("scenarios", "show", "my-call", "--data-dir", home, "--json")
    assert left.json["follows"] == []
