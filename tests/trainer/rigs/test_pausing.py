"""A paused call: no time passes in it, nothing is recorded, and what was being said is said to its end."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeMicrophone, FakePlayer, blocks_of, silence
from tests.trainer.test_session import VOICEMAIL, Rig, babble, rig, samples_of
from trainer import events
from trainer.audio import Played, Sound
from trainer.cli.happened import events_text
from trainer.rigs import Sounded
from trainer.rigs.live import LiveRig
from trainer.rigs.pausing import HeldClock, HeldSound

GAPS = st.lists(st.tuples(st.floats(0.0, 5.0), st.floats(0.0, 5.0)), max_size=5)


@given(gaps=GAPS, then=st.floats(0.0, 9.0))
def test_the_calls_clock_knows_only_what_was_not_paused(gaps: list[tuple[float, float]], then: float) -> None:
    clock, now, ran = HeldClock(100.0), 100.0, 0.0
    for runs, stands in gaps:
        now, ran = now + runs, ran + runs
        clock.hold(now)
        assert clock.call_s(now + stands) == pytest.approx(ran)
        now += stands
        assert clock.go_on(now) == pytest.approx(stands)
    assert clock.call_s(now + then) == pytest.approx(ran + then)
    assert clock.call_s(clock.monotonic_s(ran + then)) == pytest.approx(ran + then)


@given(gaps=st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=5), block=st.integers(1, 40))
def test_the_samples_of_pauses_are_left_out_and_the_rest_numbered_without_a_gap(
    gaps: list[tuple[int, int]], block: int
) -> None:
    sound, at = HeldSound(), 0
    paused = np.zeros(0, dtype=bool)
    for runs, stands in gaps:
        sound.hold(at + runs)
        at += runs + stands
        sound.go_on(at)
        paused = np.concatenate([paused, np.zeros(runs, bool), np.ones(stands, bool)])
    every = np.arange(at + 30, dtype=np.int16)
    wanted = every[~np.concatenate([paused, np.zeros(30, bool)])]
    got: list[int] = []
    for first in range(0, len(every), block):
        kept = sound.kept(every[first : first + block], first)
        assert not len(kept) or sound.number(first) == len(got)
        got += kept.tolist()
    assert got == wanted.tolist()


def test_a_line_that_was_cut_goes_on_where_it_was_and_begins_only_once() -> None:
    told: list[object] = []
    player = FakePlayer(told.append, hold=True)
    line = LiveRig(player, FakeMicrophone(told.append))
    line.open()
    line.play("line", Sound("line", np.zeros(16_000 * 60, dtype=np.int16), 16_000), ring=False)
    line.play("beep", Sound("beep", np.zeros(800, dtype=np.int16), 16_000), ring=False)
    line.wait("limit", 60.0)
    (began,) = told
    assert isinstance(began, Played)
    assert line.translate(replace(began, at_s=began.at_s - 20.0)) is not None  # heard for 20 s
    line.pause()
    held_s = line.now_s()
    assert (line.paused, line.seconds_to_timer(), line.due()) == (True, None, [])
    time.sleep(0.02)
    assert line.now_s() == held_s
    assert [line.translate(one) for one in told] == [None, None]  # the old part says no more
    told.clear()
    assert line.go_on() >= 0.02
    assert [sound.name for _, sound in player.queued] == ["line", "beep"]
    assert player.queued[0][1].seconds == pytest.approx(40.0, abs=1.0)
    assert [line.translate(one) for one in told] == [None]
    player.end_sound()
    ended, begins = (line.translate(one) for one in told[1:])
    assert isinstance(ended, Sounded)
    assert isinstance(begins, Sounded)
    assert (ended.tag, ended.what, begins.tag, begins.what) == ("line", "ended", "beep", "started")


def allowed(made: Rig, *, may_pause: bool) -> None:
    made.worker.settings = replace(made.worker.settings, may_pause=may_pause)


def test_nothing_of_a_pause_is_in_the_take_and_the_attempt_says_so(tmp_path: Path) -> None:
    before, meanwhile, after = babble(1.0), silence(2.0) + 999, babble(0.5)
    with rig(tmp_path) as made:
        allowed(made, may_pause=True)
        made.microphone._clock = time.monotonic
        made.worker.calls.start(VOICEMAIL)
        made.until(events.YourTurn)
        made.settle()
        hear(made, before)
        made.worker.calls.pause()
        made.until(events.CallPaused)
        made.worker.calls.press("#")  # the call stands still
        hear(made, meanwhile.astype(np.int16))
        made.worker.calls.go_on()
        made.until(events.CallResumed)
        hear(made, after)
        made.worker.calls.hang_up()
        attempt = made.until(events.AttemptJudged).attempt
    happened = [event.name for event in attempt.events]
    assert happened.index("paused") < happened.index("resumed") < happened.index("hang-up")
    assert "key" not in happened
    assert "You pause the call." in events_text(attempt)
    assert 999 not in samples_of(tmp_path, attempt)[:-1600]


def test_hanging_up_ends_a_paused_call_and_without_leave_none_is_paused(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.start(VOICEMAIL)
        made.until(events.YourTurn)
        made.worker.calls.pause()
        made.settle()
        assert made.worker.calls._rig
        assert not made.worker.calls._rig.paused
        allowed(made, may_pause=True)
        made.worker.calls.pause()
        made.until(events.CallPaused)
        made.worker.calls.hang_up()
        made.until(events.CallEnded)


def hear(made: Rig, pcm: np.ndarray) -> None:
    """Deliver this as it would arrive: its last block now."""
    made.microphone.script = blocks_of(pcm)  # type: ignore[assignment]
    made.microphone.deliver(len(made.microphone.script))
    made.settle()
