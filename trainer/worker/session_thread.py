"""The session's thread: one inbox for sound, the recogniser's answers and what the user does."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import Protocol

from trainer.log_file import details

log = logging.getLogger(__name__)


class Listener(Protocol):
    """Somebody who wants what arrives in the inbox."""

    def take_in(self, item: object) -> None:
        """Called for every item, on the session's thread; what is not for it is passed over."""

    def seconds_to_timer(self) -> float | None:
        """How long nothing will be due; None when nothing is waited for."""

    def wake(self) -> None:
        """Called when that time has passed."""


class SessionThread:
    """Runs posted work and hands everything else to the listeners, one item at a time."""

    def __init__(self, on_bug: Callable[[BaseException], None]) -> None:
        """`on_bug` hears of exceptions that escaped: our own mistakes. The thread goes on after one."""
        self.inbox: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.listeners: list[Listener] = []
        self._on_bug = on_bug
        self._thread = threading.Thread(target=self._run, name="session")

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def post(self, work: Callable[[], None]) -> None:
        """Run `work` on the session's thread, in order."""
        self.inbox.put(work)

    def close(self) -> None:
        """Finish what is in the inbox, then end the thread."""
        self.inbox.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while True:
            waits = [listener.seconds_to_timer() for listener in self.listeners]
            try:
                item = self.inbox.get(timeout=min((w for w in waits if w is not None), default=None))
            except queue.Empty:
                self._guard(self._wake)
                continue
            if item is None:
                return
            self._guard(partial(self._take_in, item))

    def _take_in(self, item: object) -> None:
        if callable(item):
            item()
            return
        for listener in self.listeners:
            listener.take_in(item)
        self._wake()

    def _wake(self) -> None:
        for listener in self.listeners:
            if listener.seconds_to_timer() == 0.0:
                listener.wake()

    def _guard(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            log.error("session thread\n%s", details(error))  # no values: they may be spoken words
            self._on_bug(error)
