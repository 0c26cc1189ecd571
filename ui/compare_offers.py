"""Looks up which takes of a call can be chosen on Compare, and which have lost their recording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from trainer.practice.best import best, share_met
from trainer.records import Attempt, AttemptFilter, AttemptRow
from ui.bridge import Bridge
from ui.models.take_compare import BEST, BEST_HEARD, FIRST, LATEST
from ui.services import Services


class CompareOffers(QObject):
    """The first and the latest take of a call, and the best one under the guide of the take looked at.

    Signals:
        found: they are known.
        heard: which of the takes that were asked for have lost their recording is known.
    """

    found = Signal()
    heard = Signal()

    def __init__(self, services: Services, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._browsing, self._bridge = services.browsing, bridge
        self._rows: list[AttemptRow] = []
        self.named: dict[str, str] = {}
        """ "First", "Best" (or "Best to hear"), "Latest" -> attempt id."""
        self.silent: frozenset[str] = frozenset()
        """Ids of the takes whose recording is gone, of those that were asked for."""

    def look(self, attempt: Attempt) -> None:
        """Look up what the call of this attempt has to offer."""
        self.named, self.silent, self._rows = {}, frozenset(), []
        of_call = AttemptFilter(scenario_id=attempt.scenario.id, states=("judged",))
        like = replace(of_call, judged_like=attempt.id)
        # The store answers in this order.
        self._bridge.when_done(self._browsing.find(replace(of_call, rising=True), 0, 1), self._on_first)
        self._bridge.when_done(self._browsing.find(of_call, 0, 1), self._on_latest)
        self._bridge.when_done(self._browsing.find(like), self._on_alike)

    def listen_for(self, attempt_ids: Iterable[str]) -> None:
        """Look up which of these have lost their recording."""
        wanted = list(dict.fromkeys((*attempt_ids, *self.named.values())))
        self._bridge.when_done(self._browsing.without_sound(wanted), self._on_heard)

    def other_than(self, attempt_id: str) -> str | None:
        """What this take is held against unless the user chooses: the best that can be heard."""
        others = [self.named[name] for name in (BEST, BEST_HEARD, FIRST, LATEST) if name in self.named]
        others = [one for one in others if one != attempt_id]
        return min(others, key=lambda one: one in self.silent, default=None)

    def _on_first(self, rows: list[AttemptRow]) -> None:
        self._offer(FIRST, rows)

    def _on_latest(self, rows: list[AttemptRow]) -> None:
        self._offer(LATEST, rows)

    def _offer(self, name: str, rows: list[AttemptRow]) -> None:
        if rows:
            self.named[name] = rows[0].id

    def _on_alike(self, rows: list[AttemptRow]) -> None:
        self._rows = rows
        wanted = list(dict.fromkeys((*(row.id for row in rows), *self.named.values())))
        self._bridge.when_done(self._browsing.without_sound(wanted), self._on_all_known)

    def _on_all_known(self, silent: frozenset[str]) -> None:
        self.silent = silent
        found = best(self._rows, silent)
        if found is not None:
            latest = self.named.pop(LATEST, found.id)
            above = best(self._rows)
            role = BEST_HEARD if above and share_met(above) > share_met(found) else BEST
            self.named |= {role: found.id, LATEST: latest}
        self.found.emit()

    def _on_heard(self, silent: frozenset[str]) -> None:
        self.silent = silent
        self.heard.emit()
