"""What becomes of an attempt whose takes nothing can hear."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeRecogniser
from tests.trainer.history.examples import PROMPT, begin, take_of
from trainer import events
from trainer.errors import RecogniserError
from trainer.guides import load_guides
from trainer.records import Attempt
from trainer.store_thread import StoreThread
from trainer.transcription import HearingFailed
from trainer.worker.hearings import Hearings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StoreThread]:
    with closing(StoreThread(tmp_path / "data")) as made:
        yield made


def kept(store: StoreThread) -> Attempt:
    def keep(history: Any) -> Attempt:
        begin(history, "A123")
        history.begin_turn("A123", 0, prompt_id=PROMPT.id, caller_line=None)
        history.begin_take("A123", take_of("A123"))
        history.set_state("A123", "waiting")
        attempt: Attempt = history.attempt("A123")
        return attempt

    return store.do(keep).result()


@pytest.mark.parametrize(("again", "state"), [(False, "waiting"), (True, "set-aside")])
def test_a_take_of_which_the_engine_dies_twice_is_set_aside(
    store: StoreThread, tmp_path: Path, again: bool, state: str
) -> None:
    said: list[events.CoreEvent] = []
    hearings, attempt, waiter = Hearings(store, load_guides(), said.append), kept(store), Future[Attempt]()
    silent = FakeRecogniser(lambda _: None, ["unheard"], slow=True)
    hearings.hear_again(silent, tmp_path / "data", attempt, waiter)
    hearings.handle(HearingFailed(take_of("A123").id, "The engine died.", again))
    assert store.do(lambda history: history.attempt("A123").state).result() == state
    assert isinstance(waiter.exception(), RecogniserError)
    (told,) = said
    assert isinstance(told, events.AttemptWaiting)
    assert told.message == "The engine died."
