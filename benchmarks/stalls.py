"""The longest time that the window does not answer, while somebody does everything with it.

    python benchmarks/stalls.py [--attempts 1000] [--where]

The real window (QT_QPA_PLATFORM=offscreen), worker, store and recogniser's process over a history of that
many attempts; only speaker and microphone are scripted. A timer of 1 ms is the heartbeat. Beside the time on
the clock stands how much of it the window's own thread computed in its worst stretch: a machine that others
keep busy stretches the first and not the second. `--where` prints where the thread stood in each gap of over
60 ms.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from benchmarks.history import filled  # noqa: E402
from benchmarks.machine import facts, print_table  # noqa: E402
from tests.fakes import FakeMicrophone, FakePlayer, blocks_of  # noqa: E402
from trainer import events  # noqa: E402
from trainer.audio.files import read_answer  # noqa: E402
from trainer.paths import ASSETS  # noqa: E402
from trainer.records import Seller  # noqa: E402
from trainer.worker import Worker  # noqa: E402
from ui import app as program  # noqa: E402
from ui import screens, theme  # noqa: E402
from ui.ahead import Ahead  # noqa: E402
from ui.bridge import Bridge  # noqa: E402
from ui.main_window import MainWindow  # noqa: E402
from ui.screens.history import HistoryScreen  # noqa: E402
from ui.screens.settings import PLACES  # noqa: E402

VOICEMAIL, CALL_BACK = "voicemail-referral-logistics", "callback-hurried-logistics"
SPOKEN_S = 5.0
LIMIT_S = 120.0
GAP_S = 0.06
PROMISED_MS = 100


def stay(ms: int) -> None:
    """Let the window go on, as it does by itself: QTest.qWait would keep the interpreter from all others."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class Heart:
    """Beats on the window's thread; remembers the longest gap between two beats."""

    def __init__(self, where: bool) -> None:
        self.gap_ms = self.own_ms = 0.0
        self._beat_s, self._own_s = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._over = threading.Event()
        if where:
            threading.Thread(target=self._watch, daemon=True).start()

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.gap_ms = max(self.gap_ms, 1000 * (now - self._beat_s))
        self.own_ms = max(self.own_ms, 1000 * (own - self._own_s))
        self._beat_s, self._own_s = now, own

    def worst_of(self, work: Callable[[], object]) -> tuple[float, float]:
        """Longest gap while `work` went on, and most that the thread computed in one, in milliseconds."""
        stay(50)
        self.gap_ms = self.own_ms = 0.0
        work()
        stay(200)
        return self.gap_ms, self.own_ms

    def stop(self) -> None:
        """No longer watch: once nobody waits in the event loop, a beat that does not come means nothing."""
        self._timer.stop()
        self._over.set()

    def _watch(self) -> None:
        """Print where the window's thread stands when it has not beaten for a while."""
        window, told = threading.main_thread().ident, 0.0
        while not self._over.wait(0.01):
            if time.perf_counter() - self._beat_s > GAP_S and told != self._beat_s:
                told = self._beat_s
                # Not kept in a name: a painter in there must end with its painting.
                stack = traceback.format_stack(sys._current_frames().get(window or 0))
                print("".join(stack[-6:]), file=sys.stderr)


class Desk:
    """The window with a seller in front of it."""

    def __init__(self, folder: Path, attempts: int) -> None:
        self.folder = filled(folder / "data", attempts)
        self.seen: list[Any] = []
        self.bridge = Bridge()
        self.bridge.core_event.connect(self.seen.append)
        said = blocks_of(read_answer(ASSETS / "samples" / "good-voicemail.ogg"))
        self.worker = Worker(
            self.folder,
            self.bridge.post,
            make_player=lambda sink, _: FakePlayer(sink),
            make_microphone=lambda sink, _: FakeMicrophone(sink, said * 20, live=True),
            engine="embedded",
        )
        self.worker.settings = dataclasses.replace(
            self.worker.settings, profile=Seller(id="me", name="Sam Reyes"), welcome_step=4, predict=False
        )
        self.worker.open()
        sys.setswitchinterval(program.GIVE_WAY_S)
        self.window = MainWindow(self.worker, self.bridge, screens.find())
        self.window.resize(1280, 800)
        self.window.show()
        self.window.go("today")

    def go_ahead(self) -> None:
        """What a start does behind the window: the speech model, the judge, the screens wanted next."""
        self.until(self.worker.open_in_background().done)
        ahead = Ahead(self.window.build, self.window.places, self.window)
        ahead.finished.connect(self.worker.rehearse_in_background)
        ahead.start()
        stay(6000)

    def until(self, holds: Callable[[], object]) -> None:
        """Let the window go on until `holds`."""
        give_up = time.monotonic() + LIMIT_S
        while not holds():
            stay(5)
            if time.monotonic() > give_up:
                raise TimeoutError(f"nothing after {LIMIT_S:.0f} s")

    def until_seen(self, kind: type) -> None:
        """Let it go on until such an event has come."""
        self.until(lambda: any(isinstance(event, kind) for event in self.seen))

    def record(self) -> None:
        """Call, and speak for some seconds."""
        self.seen.clear()
        self.window.go("call", VOICEMAIL)
        self.until(
            lambda: any(isinstance(one, events.TimeSpent) and one.seconds > SPOKEN_S for one in self.seen)
        )

    def hear_and_judge(self) -> None:
        """Hang up, wait for the judgement and read it."""
        self.worker.calls.hang_up()
        self.until_seen(events.AttemptJudged)
        self.until(lambda: self.window.screen_name == "feedback")

    def lose_the_recogniser(self) -> None:
        """Hang up, and see the speech engine die over the take."""
        recogniser: Any = self.worker.open().recogniser()
        self.until(lambda: recogniser.child_pid)
        self.worker.calls.hang_up()
        os.kill(recogniser.child_pid, 9)
        self.until(
            lambda: any(isinstance(one, events.AttemptWaiting | events.AttemptJudged) for one in self.seen)
        )

    def ring(self) -> None:
        """A call back, left while it rings."""
        self.window.go("call", CALL_BACK)
        stay(1500)
        self.window.go("today")
        self.worker.calls.leave()

    def look_round(self) -> None:
        """Every screen that opens by itself."""
        for name in ("history", "progress", "scenarios", "scripts", "today", "history", "today"):
            self.window.go(name)
            stay(700)

    def look_at_settings(self) -> None:
        """Every section of Settings."""
        for place in PLACES:
            self.window.go("settings", place.name)
            stay(500)

    def search(self) -> None:
        """Type in History, and scroll."""
        self.window.go("history")
        history = self.window.screen_shown()
        assert isinstance(history, HistoryScreen)
        stay(1000)
        for letter in "number again":
            QTest.keyClicks(history.filters.search, letter)
            stay(60)
        stay(500)
        history.filters.clear()
        for _ in range(20):
            history.view.scrollToBottom()
            stay(50)

    def export(self) -> None:
        """The whole history."""
        self.until(self.worker.carrying.export(self.folder.parent / "all.zip", None, _ignore).done)

    def import_it(self) -> None:
        """The same, all of it deleted before."""
        path, carrying = self.folder.parent / "all.zip", self.worker.carrying
        self.until(carrying.import_from(path, _ignore).done)

    def delete_all(self) -> None:
        """Everything."""
        ids = [row.id for row in self.worker.review.rows().result()]
        self.until(self.worker.review.delete(ids).done)

    def close(self) -> None:
        self.window.close()
        self.worker.close()


def _ignore(_done: int, _total: int) -> None:
    pass


def main() -> None:
    """Do everything and print the longest gap of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--attempts", type=int, default=1000)
    parser.add_argument("--where", action="store_true", help="print where the window stood in each long gap")
    arguments = parser.parse_args()
    app = QApplication([])
    theme.apply("light")
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), arguments.attempts)
        heart = Heart(arguments.where)
        steps = {
            "behind the start": desk.go_ahead, "looking round": desk.look_round,
            "Settings": desk.look_at_settings, "record": desk.record,
            "hear and judge": desk.hear_and_judge, "record again": desk.record,
            "the recogniser crashes": desk.lose_the_recogniser, "ring": desk.ring, "search": desk.search,
            "export": desk.export, "delete all": desk.delete_all, "import": desk.import_it,
            "looking round again": desk.look_round,
        }  # fmt: skip
        found = {}
        for name, step in steps.items():
            if arguments.where:
                print(f"--- {name}", file=sys.stderr)
            found[name] = heart.worst_of(step)
        heart.stop()
        desk.close()
    print_table("Machine", facts())
    rows = {name: f"{gap:.0f} ms; {own:.0f} ms of its own" for name, (gap, own) in found.items()}
    print_table(f"Longest time without an answer, {arguments.attempts} attempts", rows)
    app.quit()
    sys.exit(any(own > PROMISED_MS for _, own in found.values()))


if __name__ == "__main__":
    main()
