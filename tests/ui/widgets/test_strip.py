from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from trainer.records import Band, Clause, Word
from ui.models.spoken import Spoken, spoken
from ui.widgets import strip_layout as layout
from ui.widgets.envelope import STEPS_A_SECOND, envelope, loudest_between
from ui.widgets.strip import Strip
from ui.widgets.strip_paint import facts_within, lane_facts

BAND = Band(near_from=8.0, good_from=15.0, good_to=30.0, near_to=50.0)


def message() -> tuple[Spoken, ...]:
    return spoken(sample.voicemail())


def blocks_of(turns: tuple[Spoken, ...]) -> tuple[layout.Block, ...]:
    return layout.lay_blocks(turns, layout.lay_lanes(turns))


def clause(part: str, start: float, end: float, first: int, last: int) -> Clause:
    return Clause(
        turn=0, part=part, quote="", first_word=first, last_word=last, start_s=start, end_s=end
    )  # fmt: skip


def test_every_clause_is_a_block_and_half_a_second_of_silence_too():
    blocks = blocks_of(message())
    assert [block.part for block in blocks if block.part] == [part for part, *_ in sample.SAID]
    silences = [block for block in blocks if block.part is None]
    assert [(round(s.begin_s, 2), round(s.end_s, 2)) for s in silences] == [(12.6, 13.3)]


def test_a_short_pause_belongs_to_the_clause_before_it_but_not_to_its_seconds():
    first = blocks_of(message())[0]
    assert first.end_s == pytest.approx(0.95)
    assert first.seconds == pytest.approx(0.75)


def test_a_long_wait_before_the_first_word_is_drawn():
    turn = Spoken(
        turn=0,
        title="",
        take=sample.take(0, 5.0),
        words=(Word(word="hi"),),
        clauses=(clause("greeting", 2.5, 3, 0, 0),),
    )
    silence = blocks_of((turn,))[0]
    assert (silence.part, silence.begin_s, silence.end_s) == (None, 0.0, 2.5)


def test_the_axis_ends_at_32_seconds_or_two_after_the_take():
    short = layout.lay_lanes(message())
    assert layout.axis_end_s(short) == 32.0
    long = Spoken(turn=0, title="", take=sample.take(0, 44.0), words=())
    assert layout.axis_end_s(layout.lay_lanes((long,))) == 46.0


def test_the_turns_of_a_call_back_follow_each_other_on_one_axis():
    turns = spoken(sample.call_back())
    lanes = layout.lay_lanes(turns)
    assert lanes[1].begin_s > lanes[0].seconds
    assert layout.moment_at(lanes, lanes[1].begin_s + 2.0) == (1, pytest.approx(2.0))
    assert layout.moment_at(lanes, lanes[0].seconds + 0.1) is None
    assert layout.place_of(lanes, 1, 2.0) == pytest.approx(lanes[1].begin_s + 2.0)
    assert lane_facts(lanes[1]) == "12.3 s, first word after 0.9 s"


def test_a_turn_that_is_too_narrow_for_its_facts_leaves_them_out_whole():
    lane = layout.lay_lanes(spoken(sample.call_back()))[1]
    shown = [facts_within(lane, len, room) for room in (40.0, 10.0, 3.0, -5.0)]
    assert shown == [lane_facts(lane), "12.3 s", "", ""]


def test_labels_are_full_then_short_then_left_out():
    ask = next(block for block in blocks_of(message()) if block.part == "second-ask")

    def measure(text: str) -> float:
        return 7.0 * len(text)

    assert layout.label_inside(ask, 120, measure) == "second ask"
    assert layout.label_inside(ask, 70, measure) == "2nd ask"
    assert layout.label_inside(ask, 30, measure) == ""


def test_words_under_the_axis_give_way_to_the_marks():
    taken = [(0.0, 20.0), (50.0, 80.0)]
    assert layout.free_of(taken, 0, 200, 25) == 20.0
    assert layout.free_of(taken, 0, 200, 40) == 80.0
    assert layout.free_of(taken, 0, 100, 40) is None


def test_the_zones_are_the_guides_up_to_the_end_of_the_axis():
    found = layout.zones(BAND, 32.0)
    assert [(zone.begin_s, zone.end_s, zone.words) for zone in found] == [
        (0.0, 8.0, "too short"),
        (8.0, 15.0, "short"),
        (15.0, 30.0, "good length"),
        (30.0, 32.0, "getting long"),
    ]
    elevator = layout.zones(Band(near_from=0, good_from=0, good_to=10, near_to=12), 32.0)
    assert [zone.words for zone in elevator] == ["good length", "getting long", "too long"]


def test_the_ribbon_reads_as_a_sentence(qtbot: QtBot):
    strip = Strip()
    qtbot.addWidget(strip)
    strip.show_turns(message(), BAND, 26.3)
    assert strip.accessibleDescription() == (
        "Greeting 1 second, who I am 2, why 5, selling 5, silence 1, the ask 3, second ask 3, number 4, "
        "close 3; 26 seconds in all."
    )


def test_without_clauses_the_waveform_stands_alone(qtbot: QtBot):
    with_ribbon, alone = Strip(), Strip()
    for strip in (with_ribbon, alone):
        qtbot.addWidget(strip)
    with_ribbon.show_turns(message(), BAND, 26.3)
    alone.show_turns(spoken(sample.waiting()), BAND, None)
    assert alone.blocks == ()
    assert alone.sizeHint().height() < with_ribbon.sizeHint().height() - 60
    assert alone.accessibleDescription() == "27 seconds in all."


def test_a_click_on_a_clause_asks_for_it_and_one_below_for_the_place(qtbot: QtBot):
    strip = Strip()
    qtbot.addWidget(strip)
    strip.resize(1000, 160)
    strip.show_turns(message(), BAND, 26.3)
    strip.show()
    asked: list = []
    strip.clause_chosen.connect(asked.append)
    ask = next(block for block in strip.blocks if block.part == "ask")
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.block_center(ask).toPoint())
    assert asked == [ask]
    places: list = []
    strip.place_chosen.connect(lambda *place: places.append(place))
    below = strip.block_center(ask).toPoint()
    below.setY(100)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=below)
    assert places[0][0] == 0
    assert places[0][1] == pytest.approx((ask.begin_s + ask.end_s) / 2, abs=0.1)


def test_arrow_keys_step_by_word_and_with_shift_by_clause(qtbot: QtBot):
    strip = Strip()
    qtbot.addWidget(strip)
    steps: list = []
    strip.stepped.connect(lambda *step: steps.append(step))
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert steps == [(1, False), (-1, True)]


def test_it_is_painted_in_the_colours_of_its_clauses(qtbot: QtBot):
    strip = Strip()
    qtbot.addWidget(strip)
    strip.resize(1000, 160)
    turns = message()
    strip.show_turns(turns, BAND, 26.3)
    strip.show_wave(0, sample.speech(turns[0].words, 26.6))
    strip.show_place((0, 14.0))
    picture = strip.grab().toImage()
    scale = picture.devicePixelRatio()
    row = round(100 * scale)
    seen = {picture.pixelColor(x, row).name() for x in range(picture.width())}
    assert {"#356aa0", "#9a6500", "#a8412f", "#6858a0"} <= seen


def test_the_envelope_is_the_loudness_from_0_to_1():
    loud = envelope(sample.speech(sample.words_of(sample.SAID), 26.6))
    assert len(loud) == pytest.approx(26.6 * STEPS_A_SECOND, abs=1)
    assert loud.max() == pytest.approx(1.0)
    assert loudest_between(loud, 12.7, 13.2) == 0.0
    assert loudest_between(loud, 100.0, 101.0) == 0.0
    assert loudest_between(envelope(b""), 0.0, 1.0) == 0.0
    assert envelope(b"\x01\x00" * 1600).max() < 0.1
