"""Long work on the history from the window: it counts on, can be stopped, and ends in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from trainer.errors import WorldError
from ui.bridge import Bridge
from ui.models.carry_words import exported_words, imported_words, judged_words
from ui.services import Services

if TYPE_CHECKING:  # the window opens before the history is loaded
    from trainer.history.archive import Exported
    from trainer.history.arriving import Imported

_LOOK_MS = 100


class CarryControl(QObject):
    """One piece of work at a time.

    Signals:
        began: what is being done, in a few words.
        progressed: (attempts done, attempts in all).
        ended: how it ended, in a sentence; after `brought` or `judged` the lists are different.
        brought: attempts were imported.
        judged: attempts were judged again.
    """

    began = Signal(str)
    progressed = Signal(int, int)
    ended = Signal(str)
    brought = Signal()
    judged = Signal()

    def __init__(self, services: Services, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._carrying, self._bridge = services.carrying, bridge
        self._counted = (0, 0)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._tell_progress)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._look.isActive()

    def export(self, attempt_ids: list[str] | None, path: str) -> None:
        """Write these (None: all) to a zip."""
        self._begin("Exporting")
        self._bridge.when_done(
            self._carrying.export(Path(path), attempt_ids, self._count), self._on_exported, self._on_failed
        )

    def export_page(self, attempt_id: str, path: str) -> None:
        """Write one attempt as a page."""
        self._begin("Writing the page")
        self._bridge.when_done(
            self._carrying.export_page(Path(path), attempt_id), self._on_page, self._on_failed
        )

    def import_from(self, path: str) -> None:
        """Take over what is in a zip and not here yet."""
        self._begin("Importing")
        self._bridge.when_done(
            self._carrying.import_from(Path(path), self._count), self._on_imported, self._on_failed
        )

    def judge_all(self, guide: str | None) -> None:
        """Judge all attempts again."""
        self._begin("Judging")
        self._bridge.when_done(self._carrying.judge_all(guide, self._count), self._on_judged, self._on_failed)

    @Slot()
    def cancel(self) -> None:
        """Stop."""
        self._carrying.cancel()

    # ------------------------------------------------------------------ how it ends

    def _on_exported(self, wrote: Exported) -> None:
        self._end(exported_words(wrote))

    def _on_page(self, _nothing: None) -> None:
        self._end("The page is written. It opens in any browser.")

    def _on_imported(self, came: Imported) -> None:
        self._end(imported_words(came))
        self.brought.emit()

    def _on_judged(self, anew: int) -> None:
        self._end(judged_words(anew))
        self.judged.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end(str(error) if isinstance(error, WorldError | OSError) else "")
        if not isinstance(error, WorldError | OSError):
            raise error

    # ------------------------------------------------------------------ inside

    def _begin(self, words: str) -> None:
        self._counted = (0, 0)
        self._look.start()
        self.began.emit(words)

    def _count(self, done: int, in_all: int) -> None:
        """Called from another thread: the timer looks at it."""
        self._counted = (done, in_all)

    @Slot()
    def _tell_progress(self) -> None:
        self.progressed.emit(*self._counted)

    def _end(self, sentence: str) -> None:
        self._look.stop()
        self.ended.emit(sentence)
