"""Revisions of a take, and reading it by another guide or with another engine; what changed is said."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from trainer.analysis.revisions import in_force
from trainer.errors import WorldError
from trainer.records import Attempt, Correct, Engines, Revision, Undo
from ui.bridge import Bridge
from ui.models import reread_words
from ui.models.phrasing import engine_title
from ui.models.spoken import Spoken, WordAt, spoken
from ui.services import Services
from ui.widgets.button import Button
from ui.widgets.feedback_page import FeedbackPage


class RereadControl(QObject):
    """Follows the take that is on show.

    Signals:
        shown: the `Attempt` as it is now.
        wording: whether the words are shown as first heard (no corrections) from now on.
    """

    shown = Signal(object)
    wording = Signal(bool)

    def __init__(self, page: FeedbackPage, services: Services, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._services, self._bridge = page, services, bridge
        self._attempt: Attempt | None = None
        self._before: Attempt | None = None
        self._revision: Revision | None = None
        self.heard_otherwise: frozenset[WordAt] = frozenset()
        """Words of the take on show that another engine has just heard as others."""
        page.read_by.clicked.connect(self._offer_guides)
        page.heard_by.clicked.connect(self._ask_engines)
        page.as_heard.toggled.connect(self.wording)
        page.reread.chosen.connect(self._go_back)

    def follow(self, attempt: Attempt | None) -> None:
        """This is on show from now on."""
        page = self._page
        another = attempt is None or self._attempt is None or attempt.id != self._attempt.id
        if another:
            self.heard_otherwise = frozenset()
            self._before = self._revision = None
            page.reread.tell("")
        self._attempt = attempt
        judged = attempt is not None and attempt.feedback is not None
        page.read_by.setVisible(judged and len(self.guides()) > 1)
        recorded = attempt is not None and any(turn.take and turn.take.frames for turn in attempt.turns)
        page.heard_by.setVisible(judged and recorded)
        corrected = attempt is not None and any(
            isinstance(one, Correct) for one in in_force(attempt.revisions)
        )
        page.as_heard.setVisible(corrected)
        if another or not corrected:
            page.as_heard.blockSignals(True)  # who follows shows the words anyway
            page.as_heard.setChecked(False)
            page.as_heard.blockSignals(False)

    def guides(self) -> dict[str, str]:
        """Id -> title of the guides that have a list for this kind of call."""
        if self._attempt is None:
            return {}
        scenario = self._attempt.scenario
        kind = "elevator" if scenario.picks_up else scenario.kind
        records = self._services.guide_records
        return {one: title for one, title in self._services.guides.items() if kind in records[one].counts}

    def read_by(self, guide: str) -> None:
        """Judge the take by this guide."""
        if self._attempt is not None:
            self._await(self._services.review.judge_with(self._attempt.id, guide))

    def hear_by(self, engine: str) -> None:
        """Have the take heard by this engine."""
        if self._attempt is not None:
            self._page.heard_by.setEnabled(False)
            self._page.reread.tell(f"{engine_title(engine)} is listening to this take.")
            self._await(self._services.review.hear_with(self._attempt.id, engine))

    def revise(self, revision: Revision) -> None:
        """Correct, dispute or take back."""
        if isinstance(revision, Correct) and self._page.as_heard.isChecked():
            self._page.reread.tell("These are the words as heard. Press “As heard” again to correct more.")
        elif self._attempt is not None:
            self._await(self._services.review.revise(self._attempt.id, revision), revision)

    @Slot()
    def undo(self) -> None:
        """Take the last revision back."""
        if self._attempt is not None and in_force(self._attempt.revisions):
            self.revise(Undo())

    def as_first_heard(self) -> tuple[Spoken, ...]:
        """The turns with the words as the engine heard them; clauses belong to the corrected ones."""
        return spoken(replace(self._attempt, revisions=(), feedback=None)) if self._attempt else ()

    def _await(self, done: Future[Attempt], revision: Revision | None = None) -> None:
        self._before, self._revision = self._attempt, revision
        self._bridge.when_done(done, self._on_done, self._on_failed)

    def _on_done(self, attempt: Attempt) -> None:
        before = self._before
        self._page.heard_by.setEnabled(True)
        if before is None or self._attempt is None or attempt.id != self._attempt.id:
            return
        other_ears = before.engine != attempt.engine
        self.heard_otherwise = reread_words.heard_otherwise(before, attempt) if other_ears else frozenset()
        self.shown.emit(attempt)
        self._page.reread.tell(self._sentence(before, attempt), self._way_back(before, attempt))

    def _on_failed(self, error: Exception) -> None:
        self._page.heard_by.setEnabled(True)
        if not isinstance(error, WorldError | OSError):
            raise error
        self._before = None
        self._page.reread.tell(str(error))

    def _sentence(self, before: Attempt, after: Attempt) -> str:
        if self._revision is not None:
            return reread_words.revised(before, after, self._revision)
        if before.engine != after.engine or before.feedback is None or after.feedback is None:
            return reread_words.by_engine(before, after)
        if before.guide == after.guide:
            return reread_words.by_engine(before, after)
        return reread_words.by_guide(before.feedback, after.feedback, self._services.guides)

    def _way_back(self, before: Attempt, after: Attempt) -> str:
        if self._revision is not None:
            return "" if isinstance(self._revision, Undo) else "Undo"
        if before.engine != after.engine:
            return f"Back to {engine_title(before.engine)}" if before.engine else ""
        return f"Back to {self._services.guides.get(before.guide, before.guide)}"

    @Slot()
    def _go_back(self) -> None:
        before, now = self._before, self._attempt
        if before is None or now is None:
            return
        if self._revision is not None:
            self.undo()
        elif before.engine != now.engine and before.engine:
            self.hear_by(before.engine)
        else:
            self.read_by(before.guide)

    @Slot()
    def _offer_guides(self) -> None:
        if self._attempt is None or self._attempt.feedback is None:
            return
        menu = QMenu(self._page)
        for guide, title in self.guides().items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(guide == self._attempt.feedback.guide)
            action.setData(guide)
        menu.triggered.connect(lambda action: self.read_by(action.data()))
        _pop_up(menu, self._page.read_by)

    @Slot()
    def _ask_engines(self) -> None:
        self._bridge.when_done(self._services.models.look(), self._offer_engines)

    def _offer_engines(self, engines: Engines) -> None:
        if self._attempt is None:
            return
        menu = QMenu(self._page)
        for engine in engines.here:
            action = menu.addAction(engine_title(engine))
            action.setCheckable(True)
            action.setChecked(engine == self._attempt.engine)
            action.setData(engine)
        if not engines.here:
            menu.addAction("No speech model is installed").setEnabled(False)
        menu.triggered.connect(lambda action: self.hear_by(action.data()))
        _pop_up(menu, self._page.heard_by)


def _pop_up(menu: QMenu, button: Button) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))
