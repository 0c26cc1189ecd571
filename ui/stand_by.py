"""What waits behind the window: the tray's icon, and the ambush with what is due for it.

Nothing of it is seen at the start, so it is imported and built when the window can be used already.
"""

from __future__ import annotations

from trainer.worker import Worker
from ui import tray
from ui.ambush_control import AmbushControl
from ui.background import Background
from ui.bridge import Bridge
from ui.due_queue import DueNow
from ui.main_window import MainWindow


class StandBy:
    """Build it before the services open: it looks from then on."""

    def __init__(self, worker: Worker, bridge: Bridge, window: MainWindow) -> None:
        self._background = Background(worker, bridge, window, tray.available())
        self._due = DueNow(worker, bridge)
        self._ambush = AmbushControl(worker, bridge, window, is_due=self._due.is_due)
        bridge.opened.connect(self._ambush.start)

    def close(self) -> None:
        """Look no more, and take the icon away."""
        self._ambush.close()
        self._background.close()
