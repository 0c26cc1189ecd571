"""`ui.shelf_services.Shelf` by the real rules on the test's data folder, with everything done at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from trainer.own_scenarios import FOLDER
from trainer.scenarios import Library, load_library
from trainer.worker.shelf import Shelf


class AtOnce(Executor):
    """Does what is submitted before it returns; while `held`, only when `let_go` is called."""

    def __init__(self) -> None:
        self.held = False
        self._waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()

        def run() -> None:
            try:
                done.set_result(work(*args, **kwargs))
            except Exception as error:
                done.set_exception(error)

        if self.held:
            self._waiting.append(run)
        else:
            run()
        return done

    def let_go(self) -> None:
        self.held = False
        while self._waiting:
            self._waiting.pop(0)()


class FakeShelf(Shelf):
    """`changed` is told the library after each change; tests hold work back by `thread.held`."""

    def __init__(self, data_dir: Path, guides: Collection[str], changed: Callable[[Library], None]) -> None:
        self.thread = AtOnce()
        own = data_dir / FOLDER

        def now() -> Library:
            return load_library(extra=own)

        super().__init__(
            own=own, library=now, read_again=lambda: changed(now()), guides=guides, thread=self.thread
        )
