"""Takes played outside a call: where the sound is, and at another speed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.fakes import FakePlayer, VirtualClock, silence
from trainer.audio import Played
from trainer.audio.takes import TakeWriter
from trainer.records import SAMPLE_RATE, Take
from trainer.worker.listening import Listening


class Desk:
    """Listening whose posted work the test runs itself, so that nothing depends on timing."""

    def __init__(self, folder: Path) -> None:
        self.clock = VirtualClock(50.0)
        self.posted: list[Callable[[], None]] = []
        self.player = FakePlayer(sink=self._take_in, clock=self.clock, hold=True)
        self.told: list[str] = []
        self.places: list[float | None] = []
        self.listening = Listening(
            post=self.posted.append, data_dir=folder, player=self.player, microphone=None,  # type: ignore[arg-type]
            load_sound=lambda _: None, engine=lambda: None, tell=lambda _: None,  # type: ignore[arg-type, return-value]
            tell_not_played=self.told.append, clock=self.clock,
        )  # fmt: skip

    def _take_in(self, item: object) -> None:
        self.posted.append(lambda: self.listening.take_in(item))

    def run(self) -> None:
        """All that is posted, and what that posts; and what is worked out aside."""
        while self.posted:
            self.posted.pop(0)()
            self.listening._aside.submit(lambda: None).result(timeout=10)

    def wait(self, seconds: float) -> None:
        """Time passes, and the session's thread wakes when it is due."""
        self.clock.advance(seconds)
        if self.listening.seconds_to_timer() == 0.0:
            self.listening.wake()


@pytest.fixture
def take(tmp_path: Path) -> Take:
    writer = TakeWriter(tmp_path / "audio" / "t.wav")
    writer.append(silence(4.0))
    writer.close()
    return Take(id="t", turn=0, purpose="answer", path="audio/t.wav", frames=4 * SAMPLE_RATE)


@contextmanager
def desk(folder: Path) -> Iterator[Desk]:
    made = Desk(folder)
    try:
        yield made
    finally:
        made.listening.close()


def test_it_is_told_all_along_where_the_sound_is(tmp_path: Path, take: Take) -> None:
    with desk(tmp_path) as made:
        made.listening.play_take(take, 1.0, 3.0, made.places.append)
        assert made.listening.seconds_to_timer() is None, "nothing is heard yet"
        made.run()
        for _ in range(3):
            made.wait(0.1)
        assert made.places == pytest.approx([1.0, 1.1, 1.2, 1.3])
        made.wait(0.01)
        assert len(made.places) == 4, "not more often than ten times a second"
        made.player.end_sound()
        made.run()
    assert made.places[-1] is None


def test_the_place_never_runs_past_the_end(tmp_path: Path, take: Take) -> None:
    with desk(tmp_path) as made:
        made.listening.play_take(take, 1.0, 1.5, made.places.append)
        made.run()
        made.wait(3.0)
    assert made.places == [1.0, 1.5]


def test_a_sound_that_is_heard_later_than_it_is_handed_over(tmp_path: Path, take: Take) -> None:
    with desk(tmp_path) as made:
        made.listening.play_take(take, 0.0, None, made.places.append)
        made.posted.pop(0)()
        tag, _, _ = made.player.played[0]
        made.listening.take_in(Played(tag, "started", made.clock() + 0.3))
        made.wait(0.2)
        made.wait(0.3)
    assert made.places == pytest.approx([0.0, 0.2])


@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5])
def test_at_another_speed_the_places_are_those_of_the_take(tmp_path: Path, take: Take, speed: float) -> None:
    with desk(tmp_path) as made:
        made.listening.play_take(take, 1.0, 3.0, made.places.append, speed)
        made.run()
        ((_, sound, _),) = made.player.played
        assert len(sound.pcm) == pytest.approx(2.0 * SAMPLE_RATE / speed, abs=2)
        assert sound.rate == SAMPLE_RATE, "a higher rate would be a higher voice"
        made.wait(0.4)
        made.wait(20.0)
    assert made.places == pytest.approx([1.0, 1.0 + 0.4 * speed, 3.0], abs=1e-3)


def test_what_was_stopped_while_it_was_stretched_is_not_played(tmp_path: Path, take: Take) -> None:
    with desk(tmp_path) as made:
        made.listening.play_take(take, 0.0, None, made.places.append, 0.75)
        made.posted.pop(0)()
        made.listening.stop()
        made.listening._aside.submit(lambda: None).result(timeout=10)
        made.posted.sort(key=lambda work: "_stretch" in work.__qualname__)
        made.run()
    assert made.player.played == []
    assert made.places == [None]


def test_a_recording_that_is_gone_is_told(tmp_path: Path, take: Take) -> None:
    (tmp_path / "audio" / "t.wav").unlink()
    with desk(tmp_path) as made:
        made.listening.play_take(take, 0.0, None, made.places.append, 1.25)
        made.run()
    assert made.places == [None]
    assert made.told[0].startswith("This take cannot be played.")
    assert made.player.played == []
