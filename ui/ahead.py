"""Screens that are made before anybody asks for them, behind a window that can be used already."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from ui import screens

REST_MS = 60
"""Between two screens, so that the window answers whatever has come meanwhile."""
_FIRST = ("call", "feedback")
"""Where a start leads soonest; after them what is on the rail."""
_LAST = ("edit_scenario",)
"""What takes longest to build."""


class Ahead(QObject):
    """Imports all screens on a thread, then builds those that are wanted soon, one in a turn of the loop.

    Building a page takes as long as filling and painting it: a first visit then takes half as long.
    """

    def __init__(
        self, build: Callable[[str], None], places: Mapping[str, screens.Place], parent: QObject
    ) -> None:
        """`build` makes the screen of this name, unless it is there; `places`: all screens by name."""
        super().__init__(parent)
        rail = [name for name, place in places.items() if place.order is not None]
        wanted = dict.fromkeys(name for name in (*_FIRST, *rail, *_LAST) if name in places)
        self._build, self._left = build, deque(wanted)
        names = list(dict.fromkeys((*wanted, *places)))
        self._importing = threading.Thread(target=screens.load, args=[names], name="screens")
        self._timer = QTimer(self)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """From now on, until all are built."""
        self._importing.start()
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        if self._importing.is_alive():
            return  # building would import on this thread, and wait for what is half imported there
        if self._left:
            self._build(self._left.popleft())
        else:
            self._timer.stop()
