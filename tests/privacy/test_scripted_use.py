"""A user's day in a process of its own: who can read its files, whom it connects to, where the words are."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.privacy.canary_engine import CANARY
from tests.privacy.watched import TO_A_NETWORK, Day, live_a_day, places_of_words, rid_of_everything

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of files, and strace, are of POSIX systems")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return live_a_day(tmp_path_factory.mktemp("day"))


def test_nobody_else_can_read_the_folder_or_a_file_in_it(day: Day) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [day.data, *day.data.rglob("*")]}
    assert {str(path): oct(mode) for path, mode in modes.items() if mode & 0o077} == {}
    names = {path.name for path in modes}
    assert names >= {"settings.json", "ringback.db", "window.ini", "ringback.log", "mine.toml"}


def test_nothing_connects_to_a_network(day: Day) -> None:
    if day.trace is None:
        pytest.skip("strace is not installed")
    assert day.families()["AF_UNIX"] or day.families() == {}
    assert day.reached() == []


def test_the_watch_would_see_it() -> None:
    seen = '7 connect(9, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.1")}, 16) = -1'
    assert TO_A_NETWORK.search(seen)
    assert not TO_A_NETWORK.search('7 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0')


def test_no_word_is_in_the_log_though_a_mistake_of_ours_held_it(day: Day) -> None:
    logs = list((day.data / "logs").iterdir())
    assert any(b"in break_down\nRuntimeError" in log.read_bytes() for log in logs)
    assert not any(CANARY.encode() in log.read_bytes() for log in logs)


def test_once_deleted_the_words_are_nowhere(day: Day, tmp_path: Path) -> None:
    data = tmp_path / "copy"
    shutil.copytree(day.data, data)
    before = {Path(place).relative_to(data).parts[0] for place in places_of_words(data)}
    assert before >= {"ringback.db", "backups", "drafts", "scenarios"}, "they were there before"
    rid_of_everything(data)
    assert places_of_words(data) == []
    assert not [path for path in data.rglob("*") if path.suffix in (".wav", ".flac", ".ogg")]
