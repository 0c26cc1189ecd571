"""Fetching, importing, choosing and removing speech models, wherever it was begun."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.keeper import not_saved
from ui.models.phrasing import engine_title
from ui.services import Services

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Engines

Busy = Literal["", "fetching", "importing", "removing"]


class ModelControl(QObject):
    """One at a time is worked on. Welcome and Settings share one (`shared`), so that a download begun in
    the one is seen in the other.

    Signals:
        changed: `busy`, `message` or `engines` have changed.
        progressed: bytes done and bytes in all (0: not known) of the download.
    """

    changed = Signal()
    progressed = Signal(int, int)
    _came = Signal(int, int)

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__(bridge)
        # Not `services.models`: asking for it loads the sound library, for which Welcome does not wait.
        self._services, self._bridge = services, bridge
        self._job: _Job | None = None
        self.busy: Busy = ""
        self.message = ""
        """How the last piece of work ended; "" while there is nothing to say."""
        self.engines: Engines | None = None
        """What can hear English here; None until it has been looked for."""
        self._looks = 0
        self._ending: Callable[[Engines], str] | None = None
        self._came.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Look for engines; nothing waits for the answer."""
        self._looks += 1
        self._bridge.when_done(self._services.models.look(), self._on_engines, self._on_unseen)

    @Slot()
    def fetch(self) -> None:
        """Fetch the small English model, from where it stopped if it had begun."""
        self._begin("fetching")
        self._bridge.when_done(self._services.models.fetch(self._came.emit), *self._new_job(self._installed))

    @Slot()
    def cancel_fetch(self) -> None:
        """Stop the download; what has come is kept."""
        self._job = None
        self._services.models.cancel_fetch()
        self._end("Stopped. What has come so far is kept; fetch again to go on from there.")

    @Slot(str)
    def import_from(self, path: str) -> None:
        """Install the model in this zip or folder."""
        self._begin("importing")
        self._bridge.when_done(self._services.models.import_from(Path(path)), *self._new_job(self._installed))

    def remove(self, engine: str) -> None:
        """Delete the model of `engine`."""
        self._begin("removing")
        self._bridge.when_done(self._services.models.remove(engine), *self._new_job(self._removed))

    def choose(self, engine: str | None) -> None:
        """Use `engine` from now on; None: the best one here."""
        try:
            self._services.models.choose(engine)
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
        self.look()

    def _new_job(self, done: Callable[[Any], None]) -> tuple[Callable[[Any], None], Callable[..., None]]:
        self._job = _Job(done, self._failed)
        return self._job.done, self._job.failed

    def _begin(self, busy: Busy) -> None:
        self.busy, self.message = busy, ""
        self.changed.emit()

    def _end(self, message: str) -> None:
        self.busy, self.message = "", message
        self.changed.emit()

    def _installed(self, engine: str) -> None:
        self._ending = partial(_arrival, engine)
        self.look()

    def _removed(self, _nothing: None) -> None:
        self._ending = _removal
        self.look()

    def _failed(self, sentence: str) -> None:
        self._end(sentence)

    def _on_engines(self, engines: Engines) -> None:
        self._looks -= 1
        if self._looks:  # a newer look is on its way and knows better
            return
        self.engines = engines
        ending, self._ending = self._ending, None
        if ending:
            self.busy, self.message = "", ending(engines)
        self.changed.emit()

    def _on_unseen(self, error: Exception) -> None:
        self._looks -= 1
        if not isinstance(error, OSError):
            raise error
        self._end(f"The speech models could not be looked at: {error}")

    @Slot(int, int)
    def _on_progress(self, done: int, in_all: int) -> None:
        if self.busy == "fetching":
            self.progressed.emit(done, in_all)


def _arrival(engine: str, engines: Engines) -> str:
    """What to say of a model that has been installed."""
    title = engine_title(engine)
    if engine == engines.in_force:
        return f"{title} is here and hears you from now on."
    if engine in engines.here:
        return f"{title} is here. Choose it to use it."
    return f"{title} is here, but it knows no English, so it is not used."


def _removal(_engines: Engines) -> str:
    return "The model is removed from this computer."


class _Job:
    """One piece of work. The bridge holds it weakly, so the answer to one that was given up goes nowhere."""

    def __init__(self, done: Callable[[Any], None], failed: Callable[[str], None]) -> None:
        self._done, self._failed = done, failed

    def done(self, result: Any) -> None:
        self._done(result)

    def failed(self, error: Exception) -> None:
        if not isinstance(error, WorldError | OSError):
            raise error
        self._failed(str(error))


def shared(services: Services, bridge: Bridge) -> ModelControl:
    """The window's one control: it lives as long as the bridge."""
    return bridge.findChild(ModelControl) or ModelControl(services, bridge)
