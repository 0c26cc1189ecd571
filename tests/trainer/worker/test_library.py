"""How a worker comes by the library: at once, or the user's own once a window is painted."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.fakes import FakeMicrophone, FakePlayer, FakeRecogniser
from tests.trainer.packs.own import good
from tests.trainer.test_session import rig
from trainer import events, judging
from trainer.own_scenarios import CACHE, library_of
from trainer.paths import SCENARIOS
from trainer.records import Guide, Scenario
from trainer.scenarios import load_library
from trainer.worker import Worker

SHIPPED = {path.stem for path in SCENARIOS.glob("*.toml")}


def put_own(data_dir: Path) -> None:
    """A scenario of the user's own, as it lies in the data folder."""
    for place, data in good().items():
        path = data_dir / "scenarios" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def ids(worker: Worker) -> set[str]:
    return {one.id for one in worker.scenarios}


@contextmanager
def behind(data_dir: Path) -> Iterator[tuple[Worker, queue.SimpleQueue[events.CoreEvent]]]:
    """A worker as the window has it, and what it announces."""
    told: queue.SimpleQueue[events.CoreEvent] = queue.SimpleQueue()
    worker = Worker(
        data_dir,
        told.put,
        make_player=lambda sink, _: FakePlayer(sink),
        make_microphone=lambda sink, _: FakeMicrophone(sink),
        make_recogniser=lambda _, sink: FakeRecogniser(sink, ["hello"]),
        engine="embedded",
        own_later=True,
    )
    with closing(worker):
        yield worker, told


def changes(told: queue.SimpleQueue[events.CoreEvent]) -> int:
    everything = [told.get() for _ in range(told.qsize())]
    return sum(isinstance(one, events.LibraryChanged) for one in everything)


def test_own_scenarios_are_there_at_once(tmp_path: Path) -> None:
    put_own(tmp_path)
    with rig(tmp_path) as made:
        assert ids(made.worker) == SHIPPED | {"mine"}


def test_own_scenarios_left_for_later_come_behind_the_window_and_are_told(tmp_path: Path) -> None:
    put_own(tmp_path)
    with behind(tmp_path) as (worker, told):
        assert ids(worker) == SHIPPED
        worker.open_in_background().result()
        assert ids(worker) == SHIPPED | {"mine"}
        assert changes(told) == 1


def test_a_library_that_stays_as_it_was_is_not_told(tmp_path: Path) -> None:
    with behind(tmp_path) as (worker, told):
        assert ids(worker) == SHIPPED
        worker.open_in_background().result()
        assert ids(worker) == SHIPPED
        assert changes(told) == 0


def test_a_change_before_they_are_read_loses_none_of_them(tmp_path: Path) -> None:
    put_own(tmp_path)
    with behind(tmp_path) as (worker, told):
        assert ids(worker) == SHIPPED
        worker.read_library_again()
        worker.open_in_background().result()
        assert ids(worker) == SHIPPED | {"mine"}
        assert changes(told) == 1


def test_the_judge_is_rehearsed_on_what_ships_however_many_there_are_of_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsed: queue.SimpleQueue[set[str]] = queue.SimpleQueue()

    def rehearse(
        scenarios: Iterable[Scenario], _guides: dict[str, Guide], enough: Callable[[], bool]
    ) -> None:
        rehearsed.put({one.id for one in scenarios})

    monkeypatch.setattr(judging, "rehearse", rehearse)
    put_own(tmp_path)
    with behind(tmp_path) as (worker, _):
        worker.open_in_background().result()
        assert rehearsed.empty(), "the window has its screens to build first"
        worker.rehearse_in_background()
        assert rehearsed.get(timeout=30) == SHIPPED


def test_who_asks_for_a_seller_does_not_wait_for_the_library(tmp_path: Path) -> None:
    with behind(tmp_path) as (worker, _):
        assert worker.sellers == load_library().sellers
        assert not (tmp_path / CACHE).exists()


def test_looking_at_the_library_makes_no_data_folder(tmp_path: Path) -> None:
    library_of(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_removed_scenario_leaves_no_word_in_the_cache(tmp_path: Path) -> None:
    put_own(tmp_path)
    with rig(tmp_path) as made:
        assert "mine" in ids(made.worker)
        assert b"Mine" in (tmp_path / CACHE / "own").read_bytes()
        made.worker.shelf.remove(["mine"]).result()
        assert b"Mine" not in (tmp_path / CACHE / "own").read_bytes()
