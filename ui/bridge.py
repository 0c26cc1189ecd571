"""The one way from the trainer's threads to the GUI thread.

Core events and results of futures may be announced on any thread; here each becomes one queued Qt signal,
so that slots run on the GUI thread, in the order of the announcements.
"""

from __future__ import annotations

import itertools
import logging
import weakref
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from trainer.errors import WorldError
from trainer.events import CoreEvent, LibraryChanged

T = TypeVar("T")
_log = logging.getLogger(__name__)

Done = Callable[[T], None]
Failed = Callable[[Exception], None]


class Bridge(QObject):
    """Lives on the GUI thread.

    Signals:
        core_event: a `trainer.events` record of the running call.
        trouble: a sentence for the message bar, with the mend.
        offered: a sentence for the message bar, the words of a button beside it, and what that calls.
        opened: the history is open, so that Today may ask what is due.
        ambush_changed: something was armed or disarmed, rang or was missed.
        library_changed: scenarios came, changed or went; `Services.scenarios` is as it is now.
    """

    core_event = Signal(object)
    trouble = Signal(str)
    ambush_changed = Signal()
    library_changed = Signal()
    opened = Signal()
    offered = Signal(str, str, object)
    _posted = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count()
        self._waiting: dict[int, tuple[Callable[[], Any], Callable[[], Any]]] = {}
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def post(self, event: CoreEvent) -> None:
        """Hand over an event; may be called from any thread and returns at once."""
        self._posted.emit(event)

    def when_done(self, future: Future[T], done: Done[T], failed: Failed | None = None) -> None:
        """Call `done` with the future's result on the GUI thread, or `failed` with its exception.

        Both must be bound methods: they are held weakly, so that a screen that is gone is not called.
        Without `failed`, a `WorldError` becomes `trouble`; any other exception is our bug and is raised on
        the GUI thread, where the application reports it.
        """
        number = next(self._numbers)
        self._waiting[number] = _weakly(done), _weakly(failed) if failed else _nothing
        future.add_done_callback(lambda settled: self._finished.emit(number, settled))

    @Slot(object)
    def _deliver(self, event: CoreEvent) -> None:
        if isinstance(event, LibraryChanged):
            self.library_changed.emit()
        else:
            self.core_event.emit(event)

    @Slot(int, object)
    def _settle(self, number: int, future: Future[Any]) -> None:
        done, failed = (_if_alive(find()) for find in self._waiting.pop(number))
        try:
            result = future.result()
        except CancelledError:
            return
        except Exception as error:
            self._fail(error, failed)
            return
        if done is not None:
            done(result)

    def _fail(self, error: Exception, failed: Failed | None) -> None:
        if failed is not None:
            failed(error)
        elif isinstance(error, WorldError):
            _log.warning("%s", error)
            self.trouble.emit(str(error))
        else:
            raise error


def _weakly(method: Callable[..., None]) -> Callable[[], Callable[..., None] | None]:
    return weakref.WeakMethod(method)


def _if_alive(method: Callable[..., None] | None) -> Callable[..., None] | None:
    """None for a method of a widget that Qt has deleted while Python still holds it."""
    owner = getattr(method, "__self__", None)
    return None if isinstance(owner, QObject) and not isValid(owner) else method


def _nothing() -> None:
    return None
