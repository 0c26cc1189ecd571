"""`ringback attempts export|import|judge`: the history taken elsewhere, taken back, judged again."""

from __future__ import annotations

import json
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.trainer.cli.conftest import Ringback
from tests.trainer.history.examples import whole
from tests.trainer.history.test_scripts import script
from trainer.analysis import JUDGE_VERSION
from trainer.history.store import Store
from trainer.records import MyPoints


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of the commands, with two attempts."""
    folder = tmp_path / "data"
    with closing(Store.open(folder)) as store:
        for name in ("AAAA1", "BBBB2"):
            whole(store, name, "hello dana this is sam please call me")
    return folder


def test_the_whole_history_goes_out_and_comes_back(ringback: Ringback, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    out = ringback("attempts", "export", "-o", file, "--json")
    assert (out.status, out.json["attempts"], out.json["recordings"]) == (0, 2, 2)
    assert out.json["left_out"] == out.json["unreadable"] == []
    other = ("--data-dir", tmp_path / "other", "--json")
    came = ringback("attempts", "import", file, *other)
    assert came.json == {"attempts": 2, "skipped": 0, "recordings": 2, "without_recording": 0}
    assert ringback("attempts", "list", *other).json == ringback("attempts", "list", "--json").json
    assert ringback("attempts", "import", file, *other).json["skipped"] == 2
    said = ringback("attempts", "import", file, "--data-dir", tmp_path / "third").err
    assert said.strip() == "Took over 2 attempts with 2 recordings."


def test_points_go_along_and_are_deleted_with_all_attempts(
    ringback: Ringback, data: Path, tmp_path: Path
) -> None:
    points = MyPoints(why="two bills")
    with closing(Store.open(data)) as store:
        store.keep_points("dana", points)
        store.add_script(script())
    whole_history, one = tmp_path / "all.zip", tmp_path / "one.zip"
    ringback("attempts", "export", "-o", whole_history)
    ringback("attempts", "export", "AAAA1", "-o", one)
    assert "besides.json" not in zipfile.ZipFile(one).namelist()
    ringback("attempts", "import", whole_history, "--data-dir", tmp_path / "other")
    with closing(Store.open(tmp_path / "other")) as store:
        assert store.points("dana") == points
        assert store.scripts() == [script()]
    ringback("attempts", "delete", "AAAA1")
    with closing(Store.open(data)) as store:
        assert store.points("dana") == points
        assert store.scripts() == [script()]
    ringback("attempts", "delete", "--all")
    with closing(Store.open(data)) as store:
        assert store.all_points() == {}
        assert store.scripts() == []


def test_only_the_named_ones(ringback: Ringback, data: Path, tmp_path: Path) -> None:
    ringback("attempts", "export", "AAAA1", "-o", tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert len(archive.read("attempts.jsonl").splitlines()) == 1
    ringback("attempts", "export", "BBBB", "-o", tmp_path / "one.json")
    assert [one["id"] for one in json.loads((tmp_path / "one.json").read_text())] == ["BBBB2"]
    ringback("attempts", "export", "AAAA1", "--format", "csv", "-o", tmp_path / "one.csv")
    assert len((tmp_path / "one.csv").read_text(encoding="utf-8-sig").splitlines()) == 2
    missing = ringback("attempts", "export", "nobody", "-o", tmp_path / "none.zip")
    assert (missing.status, (tmp_path / "none.zip").exists()) == (1, False)


def test_one_attempt_becomes_a_page(ringback: Ringback, data: Path, tmp_path: Path) -> None:
    page = tmp_path / "take.html"
    assert ringback("attempts", "export", "--format", "html", "AAAA1", "-o", page).status == 0
    assert "data:audio/wav;base64," in page.read_text(encoding="utf-8")
    (data / "takes/AAAA1/AAAA1-take-0.wav").write_bytes(b"RIFF something else")
    ringback("attempts", "export", "--format", "html", "AAAA1", "-o", page)
    assert "is missing or is not what was recorded" in page.read_text(encoding="utf-8")
    for ids in ((), ("AAAA1", "BBBB2")):
        refused = ringback("attempts", "export", "--format", "html", *ids, "-o", page)
        assert refused.status == 1
        assert "A page holds one attempt." in refused.err


@pytest.mark.parametrize("name", ["", "no-folder/x.zip", "data/inside.zip"])
def test_an_export_that_has_no_place_is_refused(
    ringback: Ringback, data: Path, tmp_path: Path, name: str
) -> None:
    refused = ringback("attempts", "export", "-o", tmp_path / name)
    assert refused.status == 1
    assert refused.err.startswith("ringback: ")


def test_what_is_no_archive_is_refused_with_the_reason(
    ringback: Ringback, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.zip").write_text("no zip")
    refused = ringback("attempts", "import", tmp_path / "x.zip")
    assert (refused.status, "x.zip is not a zip file that can be read" in refused.err) == (1, True)
    gone = ringback("attempts", "import", tmp_path / "gone.zip")
    assert (gone.status, "is not a file" in gone.err) == (1, True)
    assert len(ringback("attempts", "list", "--json").json) == 2


def test_all_are_judged_again_once(ringback: Ringback, data: Path) -> None:
    assert ringback("attempts", "judge", "--all", "--json").json == {"judged": 2}
    assert ringback("attempts", "judge", "--all", "--json").json == {"judged": 0}
    said = ringback("attempts", "judge", "--all", "--guide", "earn").err
    assert said.strip() == "Judged 2 attempts anew."
    with closing(Store.open(data)) as store:
        attempt = store.attempt("AAAA1")
        assert attempt.guide == "earn"
        assert attempt.feedback is not None
        assert attempt.feedback.guide == "earn"
        versions = [one.judge_version for one in store.carried("AAAA1").judgements]
    assert versions == ["1", JUDGE_VERSION, JUDGE_VERSION], "the first one stays beside the new ones"


def test_a_guide_that_is_not_there_changes_nothing(ringback: Ringback, data: Path) -> None:
    refused = ringback("attempts", "judge", "--all", "--guide", "earm")
    assert (refused.status, "Did you mean earn?" in refused.err) == (1, True)
    assert ringback("attempts", "judge").status == 2
