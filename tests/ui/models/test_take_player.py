from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeListening
from tests.ui.sample_feedback import take
from ui.models.take_player import Stretch, TakePlayer


class Watcher:
    def __init__(self, player: TakePlayer) -> None:
        self.places: list[tuple[int, float]] = []
        self.threads: list[threading.Thread] = []
        self.stops = 0
        player.moved.connect(self.on_moved)
        player.stopped.connect(self.on_stopped)

    def on_moved(self, turn: int, seconds: float) -> None:
        self.places.append((turn, seconds))
        self.threads.append(threading.current_thread())

    def on_stopped(self) -> None:
        self.stops += 1


def from_another_thread(listening: FakeListening, seconds: float | None) -> None:
    assert listening.on_position is not None
    thread = threading.Thread(target=listening.on_position, args=(seconds,))
    thread.start()
    thread.join()


def test_positions_from_any_thread_arrive_on_the_gui_thread_and_move_on_between(qtbot: QtBot):
    listening = FakeListening()
    player = TakePlayer(listening)
    watcher = Watcher(player)
    player.play([Stretch(0, take(0, 10.0), 2.0)])
    assert listening.asked == [("play_take", "take-0", 2.0, None)]
    from_another_thread(listening, 2.5)
    qtbot.waitUntil(lambda: watcher.places[-1][1] > 2.5)
    assert set(watcher.threads) == {threading.main_thread()}
    from_another_thread(listening, None)
    qtbot.waitUntil(lambda: watcher.stops == 1)
    assert not player.playing


def test_the_turns_are_played_one_after_another(qtbot: QtBot):
    listening = FakeListening()
    player = TakePlayer(listening)
    player.play([Stretch(0, take(0, 3.0), 1.0), Stretch(1, take(1, 5.0), 0.0)])
    from_another_thread(listening, None)
    qtbot.waitUntil(lambda: listening.asked[-1] == ("play_take", "take-1", 0.0, None))
    assert player.playing


def test_a_late_report_of_what_was_stopped_moves_nothing(qtbot: QtBot):
    listening = FakeListening()
    player = TakePlayer(listening)
    player.play([Stretch(0, take(0, 3.0), 0.0)])
    old = listening.on_position
    player.play([Stretch(1, take(1, 5.0), 0.0)])
    assert old is not None
    old(None)
    listening.on_position(1.0)
    watcher = Watcher(player)
    qtbot.waitUntil(lambda: bool(watcher.places))
    assert player.playing
    assert watcher.places[-1][0] == 1


def test_the_needle_never_leaves_the_stretch(qtbot: QtBot):
    listening = FakeListening()
    player = TakePlayer(listening)
    watcher = Watcher(player)
    player.play([Stretch(0, take(0, 10.0), 2.0, 2.4)])
    listening.on_position(2.39)
    qtbot.waitUntil(lambda: (0, 2.4) in watcher.places)
    assert max(place for _, place in watcher.places) == 2.4


def test_stopping_silences_once(qtbot: QtBot):
    listening = FakeListening()
    player = TakePlayer(listening)
    watcher = Watcher(player)
    player.play([Stretch(0, take(0, 3.0), 0.0)])
    player.stop()
    player.stop()
    assert listening.asked[-1] == ("stop",)
    assert [one for one in listening.asked if one == ("stop",)] == [("stop",)]
    assert watcher.stops == 1
