"""Screens that are made before anybody asks for them, behind a window that can be used already."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui import screens

REST_MS = 40
"""Between two steps, so that the window answers whatever has come meanwhile."""
_FIRST = ("call", "feedback")
"""Where a start leads soonest; after them what is on the rail."""
_LAST = ("edit_scenario",)
"""What takes longest to build."""


class Ahead(QObject):
    """Imports all screens and builds those that are wanted soon, a step in a turn of the event loop.

    Building a page takes as long as filling and painting it: a first visit then takes half as long. All of it
    happens on the window's thread: Qt's classes are made when they are named first, and with two threads that
    name them the program has crashed. Signals: `finished`, when all are built.
    """

    finished = Signal()

    def __init__(
        self, build: Callable[[str], None], places: Mapping[str, screens.Place], parent: QObject
    ) -> None:
        """`build` makes the screen of this name, unless it is there; `places`: all screens by name."""
        super().__init__(parent)
        rail = [name for name, place in places.items() if place.order is not None]
        built = list(dict.fromkeys(name for name in (*_FIRST, *rail, *_LAST) if name in places))
        self._steps: deque[Callable[[], None]] = deque()
        for name in built:
            self._steps += [places[name].load, partial(build, name)]
        self._steps += [place.load for name, place in places.items() if name not in built]
        self._timer = QTimer(self)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """From now on, until all are built."""
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        if self._steps:
            self._steps.popleft()()
        else:
            self._timer.stop()
            self.finished.emit()
