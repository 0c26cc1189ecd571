from __future__ import annotations

import threading
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from trainer.errors import DeviceError
from trainer.events import CoreEvent, Dialling, LibraryChanged, TimeSpent
from ui.bridge import Bridge


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: set[bool] = set()

    def take(self, what: object) -> None:
        self.got.append(what)
        self.threads.add(QThread.currentThread() is self.thread())


def test_events_of_another_thread_arrive_in_order_on_the_gui_thread(qtbot: QtBot, bridge: Bridge) -> None:
    receiver = Receiver()
    bridge.core_event.connect(receiver.take)
    sent: list[CoreEvent] = [Dialling(attempt_id="a")]
    sent += [TimeSpent(attempt_id="a", seconds=tenth / 10) for tenth in range(200)]

    speaker = threading.Thread(target=lambda: [bridge.post(event) for event in sent])
    speaker.start()
    speaker.join()

    assert receiver.got == []  # queued: nothing runs on the sender's thread
    qtbot.waitUntil(lambda: len(receiver.got) == len(sent))
    assert receiver.got == sent
    assert receiver.threads == {True}


def test_a_result_is_brought_to_the_gui_thread(qtbot: QtBot, bridge: Bridge) -> None:
    receiver, future = Receiver(), Future()
    bridge.when_done(future, receiver.take)

    worker = threading.Thread(target=future.set_result, args=(7,))
    worker.start()
    worker.join()

    qtbot.waitUntil(lambda: receiver.got == [7])
    assert receiver.threads == {True}


def test_a_failure_of_the_world_becomes_trouble(qtbot: QtBot, bridge: Bridge) -> None:
    receiver, future = Receiver(), Future()
    bridge.trouble.connect(receiver.take)
    bridge.when_done(future, receiver.take)

    future.set_exception(DeviceError("The microphone is gone.", "Plug it in."))

    qtbot.waitUntil(lambda: receiver.got == ["The microphone is gone. Plug it in."])


def test_a_failure_goes_to_who_asked_for_it(qtbot: QtBot, bridge: Bridge) -> None:
    receiver, other, future = Receiver(), Receiver(), Future()
    error = DeviceError("No.")
    bridge.when_done(future, other.take, receiver.take)

    future.set_exception(error)

    qtbot.waitUntil(lambda: receiver.got == [error])
    assert other.got == []


def test_our_own_mistake_is_raised_where_it_is_reported(qtbot: QtBot, bridge: Bridge) -> None:
    receiver, future = Receiver(), Future()
    bridge.when_done(future, receiver.take)

    with qtbot.captureExceptions() as raised:
        future.set_exception(ZeroDivisionError())
        qtbot.waitUntil(lambda: len(raised) == 1)

    assert raised[0][0] is ZeroDivisionError


@pytest.mark.parametrize("settle", ["result", "cancel"])
def test_nobody_is_called_who_is_gone_or_no_longer_wants_it(
    qtbot: QtBot, bridge: Bridge, settle: str
) -> None:
    receiver, future = Receiver(), Future()
    got = receiver.got
    bridge.when_done(future, receiver.take)

    if settle == "result":
        del receiver
        future.set_result(1)
    else:
        future.cancel()

    after = Future()
    last = Receiver()
    bridge.when_done(after, last.take)
    after.set_result(2)
    qtbot.waitUntil(lambda: last.got == [2])
    assert got == []


def test_a_result_for_a_widget_that_qt_has_deleted_reaches_nobody(qtbot: QtBot, bridge: Bridge) -> None:
    receiver, future = Receiver(), Future()
    bridge.when_done(future, receiver.take)
    delete(receiver)
    future.set_result(7)
    later = Receiver()
    done: Future = Future()
    done.set_result(8)
    bridge.when_done(done, later.take)
    qtbot.waitUntil(lambda: later.got == [8])
    assert receiver.got == []


def test_a_changed_library_has_an_announcement_of_its_own(qtbot: QtBot, bridge: Bridge) -> None:
    seen: list[object] = []
    bridge.core_event.connect(seen.append)
    with qtbot.waitSignal(bridge.library_changed):
        bridge.post(LibraryChanged(attempt_id=""))
    assert seen == []
