"""Time band, level and ring: what they say at which value."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from trainer.records import Band
from ui.widgets.level import SEGMENTS, LevelMeter, judge_level, lit_segments
from ui.widgets.ring_mark import RingMark
from ui.widgets.time_band import TimeBand, word_at, zones

VOICEMAIL = Band(near_from=8.0, good_from=15.0, good_to=30.0, near_to=50.0)
ELEVATOR = Band(near_from=0.0, good_from=0.0, good_to=9.0, near_to=10.0)


@pytest.mark.parametrize(
    ("seconds", "word"),
    [(0.0, ""), (14.9, ""), (15.0, "good length"), (30.0, "long"), (50.0, "too long"), (90.0, "too long")],
)
def test_the_word_follows_the_guide_s_band(seconds: float, word: str) -> None:
    assert word_at(VOICEMAIL, seconds) == word


def test_zones_meet_and_end_beyond_the_longest() -> None:
    for band in (VOICEMAIL, ELEVATOR):
        found = zones(band)
        assert found[0].start_s == 0
        assert found[-1].end_s > band.near_to
        assert all(one.end_s == other.start_s for one, other in pairwise(found))


def test_an_elevator_speech_is_good_from_the_start() -> None:
    assert [zone.word for zone in zones(ELEVATOR)] == ["good length", "long", "too long"]


def test_the_band_is_read_aloud(qtbot: QtBot) -> None:
    band = TimeBand()
    qtbot.addWidget(band)
    band.set_band(VOICEMAIL)
    assert band.accessibleDescription() == "good length from 15 s, long from 30 s, too long from 50 s"
    band.set_seconds(70.0)
    band.resize(400, 64)
    assert not band.grab().isNull()


@pytest.mark.parametrize(
    ("dbfs", "lit"), [(-90.0, 0), (-60.0, 0), (-30.0, 14), (0.0, SEGMENTS), (3.0, SEGMENTS)]
)
def test_segments_follow_the_level(dbfs: float, lit: int) -> None:
    assert lit_segments(dbfs) == lit


@pytest.mark.parametrize(
    ("dbfs", "state"), [(-40.0, "near"), (-36.0, "met"), (-3.0, "met"), (-2.9, "missed")]
)
def test_the_word_comes_from_the_loudest_of_two_seconds(dbfs: float, state: str) -> None:
    assert judge_level(dbfs)[0] == state


def test_a_pause_between_words_is_not_too_quiet(qtbot: QtBot) -> None:
    meter = LevelMeter()
    qtbot.addWidget(meter)
    assert meter.word() == ""
    for _ in range(20):
        meter.add(-20.0)
    for _ in range(20):
        meter.add(-80.0)
    assert meter.word() == "Good level"
    for _ in range(40):
        meter.add(-80.0)
    assert meter.word() == "Too quiet"
    meter.add(-80.0, speaking=False)
    assert meter.word() == "", "who is to listen is not told to speak up"
    for _ in range(40):
        meter.add(-80.0)
    assert meter.word() == "Too quiet"
    meter.clear()
    assert meter.word() == ""


@pytest.mark.parametrize("less", [False, True])
def test_the_ring_stands_still_where_less_motion_is_wanted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, less: bool
) -> None:
    monkeypatch.setattr("ui.theme.wants_less_motion", lambda: less)
    mark = RingMark()
    qtbot.addWidget(mark)
    mark.show()
    assert mark.moving is not less
    mark.hide()
    assert not mark.moving
