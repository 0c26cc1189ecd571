"""Fills the card that says what to do, from the newest take that missed the check."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from trainer.errors import WorldError
from trainer.practice.report import Report
from trainer.records import Attempt
from ui.bridge import Bridge
from ui.models.advice_words import advice_words
from ui.services import Services
from ui.widgets.advice_card import AdviceCard


class ProgressAdvice(QObject):
    """Of several checks it tells of the one that is missed most."""

    def __init__(self, services: Services, bridge: Bridge, card: AdviceCard, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._card = services, bridge, card
        self.check: str | None = None
        """What is told of; None: nothing is missed."""
        self._attempt: str | None = None

    def show_for(self, report: Report, checks: Sequence[str]) -> None:
        """Tell of the most missed of these."""
        self.check = _most_missed(report, checks)
        self._attempt = None
        if self.check is None:
            self._card.hide()
            return
        self._tell(None)
        missed = (one.id for one in reversed(report.weeks.takes) if self.check in one.missed)
        self._attempt = next(missed, None)
        if self._attempt:
            found = self._services.review.attempt(self._attempt)
            self._bridge.when_done(found, self._tell, self._on_gone)

    def _tell(self, attempt: Attempt | None) -> None:
        if self.check is None or (attempt and attempt.id != self._attempt):
            return  # another check has been chosen since
        findings = attempt.feedback.findings if attempt and attempt.feedback else ()
        finding = next((one for one in findings if one.check == self.check), None)
        self._card.show_advice(advice_words(self.check, finding, self._services.articles))

    def _on_gone(self, error: Exception) -> None:
        """Deleted since; the advice stands without what was found."""
        if not isinstance(error, WorldError):
            raise error


def _most_missed(report: Report, checks: Sequence[str]) -> str | None:
    """The report has the most missed check first."""
    missed = (one for one in report.checks if one.change.now and one.change.now.value < 1)
    return next((one.name for one in missed if one.name in checks), None)
