"""The power goes in whatever the program does. More cuts: `benchmarks/power_cut.py`."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.faults.disk import Disk, Step
from tests.faults.power_cuts import cut_many

CUTS = 30


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
@pytest.mark.timeout(600)
def test_nothing_that_was_promised_is_lost(tmp_path: Path) -> None:
    tally = cut_many(tmp_path, CUTS, seed=11)
    assert tally.broken == []
    assert tally.cuts == CUTS
    assert tally.takes


def possible(tmp_path: Path, *steps: Step) -> list[dict[str, bytes]]:
    """The different things that a cut after these steps may leave, in an empty folder."""
    begun = tmp_path / "begun"
    begun.mkdir()
    disk, found = Disk(begun), list[dict[str, bytes]]()
    for step in steps:
        disk.take(step)
    for number in range(100):
        left = tmp_path / str(number)
        disk.leave(left, random.Random(number), in_order=False)
        files = {path.relative_to(left).as_posix(): path.read_bytes() for path in left.rglob("*.*")}
        if files not in found:
            found.append(files)
    return found


def test_a_cut_tears_what_was_not_synced(tmp_path: Path) -> None:
    new, data = Step("create", "a.db"), bytes([7]) * 1024
    found = possible(tmp_path, new, Step("write", "a.db", data=data), Step("sync", ""))
    assert {one["a.db"] for one in found} == {b"", data, data[:512], bytes(512) + data[:512]}


def test_what_was_synced_stays(tmp_path: Path) -> None:
    new = [Step("create", "a.db"), Step("write", "a.db", data=b"old"), Step("sync", "a.db"), Step("sync", "")]
    assert possible(tmp_path, *new) == [{"a.db": b"old"}]


def test_a_rename_is_as_before_or_as_after_until_its_folder_is_synced(tmp_path: Path) -> None:
    new = [Step("create", "a.db"), Step("write", "a.db", data=b"old"), Step("sync", "a.db"), Step("sync", "")]
    moved = Step("rename", "a.db", "b.db")
    found = possible(tmp_path, *new, moved)
    assert sorted(map(list, found)) == [["a.db"], ["b.db"]]
