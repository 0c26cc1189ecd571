"""Keeps a script while it is written: soon after every change, and at once when the user goes on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from trainer.errors import WorldError
from trainer.records import MarkedPoint, Script
from ui.bridge import Bridge
from ui.script_services import Scripts

_Words = tuple[str, tuple[MarkedPoint, ...]]

SAVE_MS = 500
"""Not restarted by the next letter: whoever types without a pause loses no more than this either."""


class ScriptKeeper(QObject):
    """One sitting at one script makes one version of it.

    Signals:
        saved: a `Script` as it is kept now.
        failed: why it could not be kept; it is tried again with the next change and at the end.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(self, scripts: Scripts, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts, self._bridge = scripts, bridge
        self._script: Script | None = None
        self._anew = True
        self._unsaved: _Words | None = None
        self._sent: tuple[str, _Words] = "", ("", ())
        """Script and words that were sent to be kept last."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.keep)
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.keep)

    def follow(self, script: Script | None) -> None:
        """Keep this one from now on; what was written of the one before is kept first."""
        self.keep()
        self._script = script
        # What was begun and left empty is no version to go back to.
        self._anew = script is not None and bool(script.text)

    def changed(self, text: str, points: tuple[MarkedPoint, ...]) -> None:
        """It says this now."""
        if self._script is not None:
            self._unsaved = text, points
            if not self._timer.isActive():
                self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keep what is not kept yet."""
        self._timer.stop()
        if self._script is None or self._unsaved is None:
            return
        self._sent, self._unsaved = (self._script.id, self._unsaved), None
        anew, self._anew = self._anew, False
        script_id, (text, points) = self._sent
        done = self._scripts.save(script_id, text, points, anew=anew)
        self._bridge.when_done(done, self._on_saved, self._on_failed)

    def _on_saved(self, script: Script) -> None:
        self.saved.emit(script)

    def _on_failed(self, error: Exception) -> None:
        # Nothing was written: the next time must not write over the version before.
        self._anew = True
        script_id, words = self._sent
        if self._script and self._script.id == script_id and self._unsaved is None:
            self._unsaved = words
        if not isinstance(error, WorldError):
            raise error
        self.failed.emit(str(error))
