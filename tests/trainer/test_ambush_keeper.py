from __future__ import annotations

import json
import logging
import os
import random
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.trainer.examples import scenario
from trainer.ambush_keeper import DAMAGED, FILE_NAME, AmbushKeeper
from trainer.practice.ambush import SNOOZE_S, Diary, Today, Within
from trainer.settings import AmbushRules

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
RULES = AmbushRules()
CALL_BACK = scenario("callback")


def keeper(folder: Path, seed: int = 1) -> AmbushKeeper:
    return AmbushKeeper(folder, random.Random(seed))


def test_what_is_armed_survives_a_restart_and_rings_at_its_moment(tmp_path: Path) -> None:
    assert keeper(tmp_path).arm(Within(minutes=40), NOON, RULES) is None
    later = keeper(tmp_path)
    assert later.notices == []
    armed = later.diary.armed
    assert armed is not None
    moment = datetime.fromtimestamp(armed.moment_utc_s, UTC)
    assert later.verdict(moment - timedelta(seconds=1), RULES, busy=False) == "wait"
    assert later.verdict(moment, RULES, busy=True) == "wait"
    assert later.verdict(moment, RULES, busy=False) == "ring"


def test_nothing_armed_waits(tmp_path: Path) -> None:
    assert keeper(tmp_path).verdict(NOON, RULES, busy=False) == "wait"
    assert not (tmp_path / FILE_NAME).exists()


def test_a_refusal_changes_nothing(tmp_path: Path) -> None:
    one = keeper(tmp_path)
    assert one.arm(Today(from_min=540, until_min=600), NOON, RULES) == "no-time-left"
    assert one.diary == Diary()


def test_a_day_of_ring_snooze_ring_miss_and_call_back(tmp_path: Path) -> None:
    one = keeper(tmp_path)
    one.arm(Within(minutes=20), NOON, RULES)
    one.rung(CALL_BACK, NOON)
    one.snooze(CALL_BACK, NOON)
    again = NOON + timedelta(seconds=SNOOZE_S)
    one = keeper(tmp_path)
    assert one.verdict(again, RULES, busy=False) == "ring"
    assert one.caller([CALL_BACK]) == CALL_BACK
    one.rung(CALL_BACK, again)
    one.missed(CALL_BACK, again)
    after = keeper(tmp_path).diary
    assert (after.rings, after.armed) == (1, None)
    assert after.missed is not None
    one.called_back()
    assert keeper(tmp_path).diary.missed is None


def test_arming_anew_and_disarming(tmp_path: Path) -> None:
    one = keeper(tmp_path)
    one.missed(CALL_BACK, NOON)
    one.arm(Within(minutes=2), NOON, RULES)
    assert one.diary.missed is None
    one.disarm()
    assert keeper(tmp_path).diary.armed is None


def test_the_user_is_told_of_the_tray_once(tmp_path: Path) -> None:
    keeper(tmp_path).told_of_tray()
    assert keeper(tmp_path).diary.told_of_tray


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"armed": {"from_utc_s": 1, "until_utc_s": 2, "moment_utc_s": NaN}}',
        b'{"armed": {"from_utc_s": 1, "until_utc_s": 2}}',
        b'{"rings": "three"}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_not_armed_and_said_once(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(raw)
    first = keeper(tmp_path)
    assert (first.diary, first.notices) == (Diary(), [DAMAGED])
    assert keeper(tmp_path).notices == []


def test_the_moment_is_private_and_in_no_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        one = keeper(tmp_path / "data")
        one.arm(Within(minutes=40), NOON, RULES)
        one.verdict(NOON, RULES, busy=False)
    assert caplog.text == ""
    path = tmp_path / "data" / FILE_NAME
    assert json.loads(path.read_text("utf-8"))["armed"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_told_and_the_window_stays_open_until_the_end(
    tmp_path: Path,
) -> None:
    in_the_way = tmp_path / "data"
    one = keeper(in_the_way)
    in_the_way.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match="data"):
        one.arm(Within(minutes=2), NOON, RULES)
    assert one.diary.armed is not None
