"""`ringback due`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from tests.trainer.cli.conftest import Ringback
from trainer.history.store import Store
from trainer.paths import ROOT

DOCUMENT = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")


def test_a_first_start_is_offered_three_new_ones_and_told_how_to_begin(ringback: Ringback) -> None:
    done = ringback("due", "--json")
    assert (done.status, done.err) == (0, "")
    assert [line["why"] for line in done.json["due"]] == ["new-prospect"] * 3
    assert len({line["kind"] for line in done.json["due"]}) == 3
    printed = ringback("due").out
    assert printed.startswith("3 due, about ")
    assert "never called before" in printed
    assert f"ringback practise {done.json['due'][0]['scenario']}" in printed


def test_what_is_put_off_is_left_out(ringback: Ringback, tmp_path: Path) -> None:
    data_dir = tmp_path / "elsewhere"
    first = ringback("due", "--json", "--data-dir", data_dir).json
    with closing(Store.open(data_dir)) as store:
        store.put_off(first["due"][0]["scenario"], first["today"])
    again = ringback("due", "--json", "--data-dir", data_dir).json
    assert first["due"][0]["scenario"] not in {line["scenario"] for line in again["due"]}


def test_an_attempt_from_files_does_not_count(ringback: Ringback, practised: dict[str, Any]) -> None:
    assert ringback("due", "--json").json["next_day"] is None
    assert len(ringback("due", "--json").json["due"]) == 3


def test_how_many_new_ones_is_a_setting(ringback: Ringback, tmp_path: Path) -> None:
    data_dir = tmp_path / "set"
    data_dir.mkdir()
    (data_dir / "settings.json").write_text('{"new_a_day": 0}', encoding="utf-8")
    assert ringback("due", "--data-dir", data_dir).out == "Nothing is due.\n"


def test_every_member_is_documented(ringback: Ringback) -> None:
    shown = ringback("due", "--json").json
    names = {*shown, *shown["due"][0]}
    assert {name for name in names if f"`{name}`" not in DOCUMENT} == set()
    assert {f"`{why}`" in DOCUMENT for why in ("due", "new", "new-prospect", "after-moving-on")} == {True}
