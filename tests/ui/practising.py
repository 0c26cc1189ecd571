"""Somebody who practises in the real window: presses what it shows, hears sounds out, speaks.

Behind the window works the real `Worker`; only the devices and the recogniser are fakes. The microphone keeps
the pace of a real one; what is played takes no time: it is heard out when there is nothing else to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import FakeMicrophone, FakePlayer, FakeRecogniser, blocks_of
from tests.trainer.test_session import babble
from trainer import settings
from trainer.audio import Sink
from trainer.records import Attempt
from trainer.settings import Settings
from trainer.worker import Worker
from ui import screens
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.models.page_words import headline

LONGEST_MS = 60_000
"""Nothing that is waited for takes so long, on however busy a machine."""
SAID_S = 0.6


@dataclass
class Person:
    """Before the window `window`, at a telephone whose other end is `worker`'s."""

    qtbot: QtBot
    window: MainWindow
    worker: Worker
    player: FakePlayer
    microphone: FakeMicrophone

    def press(self, words: str) -> None:
        """Press the button that says `words`, as soon as it can be; what plays before is heard out."""
        self._until(lambda: self._button(words) is not None, f"a button “{words}”")
        button = self._button(words)
        assert button
        button.click()
        self._settle()

    def say(self) -> None:
        """Speak for a moment."""
        self.microphone.script = blocks_of(babble(SAID_S))
        self._until(lambda: not self.microphone.script, "the end of what is said", hearing=False)

    def reply(self, done: str = "I am done") -> None:
        """When it is the user's turn, speak and end it with the button `done`."""
        self._until(lambda: self._button(done) is not None, f"a turn, with “{done}”")
        self.say()
        self.press(done)
        self._until(lambda: self._button(done) is None, "the end of the turn", hearing=False)

    def talk(self) -> None:
        """Reply to whatever is said until the other side has hung up and the judgement is there."""
        while not self._at_feedback():
            self._until(lambda: self._at_feedback() or self._button("I am done") is not None, "a turn")
            if not self._at_feedback():
                self.reply()

    def end_the_call(self) -> None:
        """Wait until the call is over, and hang up on somebody who waits for more."""
        over = ("Leave it at that", "I am done")
        self._until(lambda: self._at_feedback() or any(map(self._button, over)), "the end of the call")
        if self._button("I am done"):
            self.press("Hang up")

    def read_feedback(self) -> Attempt:
        """Wait for the page with the judgement; returns the attempt, whose headline it shows."""
        self._until(self._at_feedback, "the feedback")
        attempt = self.worker.review.latest().result(timeout=20)
        assert attempt
        met, _ = headline(attempt)
        self._until(lambda: met in self._labels(), f"“{met}”")
        return attempt

    # ------------------------------------------------------------------ looking, and hearing

    def _at_feedback(self) -> bool:
        return self.window.windowTitle() == "Last take - Ringback"

    def _button(self, words: str) -> QAbstractButton | None:
        """What can be pressed now and says `words`, to the eye or to the ear."""
        buttons = self.window.screen_shown().findChildren(QAbstractButton)
        usable = (one for one in buttons if one.isVisible() and one.isEnabled())
        return next((one for one in usable if words in (one.text(), one.accessibleName())), None)

    def _until(self, seen: Callable[[], bool], what: str, *, hearing: bool = True) -> None:
        """Wait until it is `seen`; while it is not, one sound after the other is heard out, if `hearing`."""
        self._settle()

        def look() -> None:
            if not seen():
                if hearing:
                    self._hear()
                self._settle()
            assert seen(), f"waited for {what}; there is {self._shown()}"

        self.qtbot.waitUntil(look, timeout=LONGEST_MS)

    def _hear(self) -> None:
        """The sound that plays, if there is one, ends."""
        self._on_session(lambda: self.player.end_sound() if self.player.queued else None)

    def _settle(self) -> None:
        """The session has dealt with everything so far, and the window shows it."""
        self._on_session(lambda: None)
        QApplication.processEvents()

    def _on_session(self, work: Callable[[], None]) -> None:
        done: Future[None] = Future()

        def do() -> None:
            work()
            done.set_result(None)

        self.worker.calls._post(do)
        done.result(timeout=20)

    def _labels(self) -> set[str]:
        labels = self.window.screen_shown().findChildren(QLabel)
        return {one.text() for one in labels if one.isVisible()}

    def _shown(self) -> str:
        buttons = self.window.screen_shown().findChildren(QAbstractButton)
        return f"{self.window.windowTitle()}: {[one.text() for one in buttons if one.isVisible()]}"


@contextmanager
def practising(
    qtbot: QtBot, folder: Path, hears: Sequence[str] = ("",), chosen: Settings | None = None
) -> Iterator[Person]:
    """Somebody before a new window; `hears`: what the recogniser makes of each reply, the last of all others.

    `chosen`: the settings, else those of somebody who wants neither a guess nor a countdown and ends a reply
    with a key.
    """
    settings.save(folder, chosen or Settings(predict=False, countdown=False, patience_s=None, welcome_step=4))
    bridge = Bridge()
    devices: list[FakePlayer | FakeMicrophone] = []

    def player(sink: Sink, _: Worker) -> FakePlayer:
        devices.append(FakePlayer(sink, hold=True))
        return devices[0]

    def microphone(sink: Sink, _: Worker) -> FakeMicrophone:
        devices.append(FakeMicrophone(sink, live=True))
        return devices[1]

    worker = Worker(
        folder,
        bridge.post,
        make_player=player,
        make_microphone=microphone,
        make_recogniser=lambda _, sink: FakeRecogniser(sink, list(hears)),
        engine="embedded",
    )
    with closing(worker):
        worker.open()
        window = MainWindow(worker, bridge, screens.find())
        window.go("today")
        window.show()
        qtbot.waitExposed(window)
        yield Person(qtbot, window, worker, *devices)
        window.close()
        window.deleteLater()  # before the services, as the program does: it asks nothing of them any more
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
