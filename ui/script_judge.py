"""Judges a script as it is written: after a short rest of the hands, one judgement at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from trainer.errors import WorldError
from trainer.records import Script
from trainer.scripts.checking import Checked
from trainer.scripts.pace import Pace
from ui.bridge import Bridge
from ui.script_services import Scripts

REST_MS = 120
"""Longer than the time between two letters of one who types fast, shorter than anybody waits for."""


class ScriptJudge(QObject):
    """Signals:
    judged: a text and its `Checked`; only of the script and text that are shown now.
    failed: why it cannot be judged.
    """

    judged = Signal(str, object)
    failed = Signal(str)

    def __init__(self, scripts: Scripts, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts, self._bridge = scripts, bridge
        self._script: Script | None = None
        self._text, self._pace = "", Pace()
        self._asked: tuple[str, str] | None = None
        """Script and text that are being judged."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._ask)

    def follow(self, script: Script, text: str, pace: Pace) -> None:
        """Judge this script, at once."""
        self._script, self._text, self._pace = script, text, pace
        self._ask()

    def changed(self, text: str) -> None:
        """It says this now."""
        self._text = text
        self._timer.start()

    @Slot()
    def _ask(self) -> None:
        """Begin a judgement, unless one is on; that one's end begins the next."""
        self._timer.stop()
        if self._script is None or self._asked is not None:
            return
        self._asked = self._script.id, self._text
        done = self._scripts.check(self._script, self._text, self._pace)
        self._bridge.when_done(done, self._on_judged, self._on_failed)

    def _on_judged(self, checked: Checked) -> None:
        asked, self._asked = self._asked, None
        if self._script is None or asked is None:
            return
        if asked == (self._script.id, self._text):
            self.judged.emit(self._text, checked)
        elif not self._timer.isActive():
            self._ask()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        if not isinstance(error, WorldError):
            raise error
        self.failed.emit(str(error))
