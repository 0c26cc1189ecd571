"""Attempts as History shows them: find, mark, hide."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future

from trainer.records import AttemptChoices, AttemptFilter, AttemptRow
from trainer.store_thread import StoreThread


class Browsing:
    """See `ui.history_services.Browsing`. Methods may be called from any thread."""

    def __init__(self, store: StoreThread) -> None:
        self._store = store

    def find(self, wanted: AttemptFilter, offset: int = 0, limit: int = -1) -> Future[list[AttemptRow]]:
        """The attempts that fit, in the order asked for: `limit` of them from `offset` on, -1 for all."""
        return self._store.do(lambda store: store.find(wanted, offset, limit))

    def ids(self, wanted: AttemptFilter) -> Future[list[str]]:
        """Ids of all attempts that fit, in the order asked for."""
        return self._store.do(lambda store: store.ids(wanted))

    def count(self, wanted: AttemptFilter) -> Future[int]:
        """How many attempts fit."""
        return self._store.do(lambda store: store.count(wanted))

    def choices(self) -> Future[AttemptChoices]:
        """What there is to filter by."""
        return self._store.do(lambda store: store.choices())

    def without_sound(self, attempt_ids: list[str]) -> Future[frozenset[str]]:
        """Which of these have a recording that is no longer there."""
        return self._store.do(lambda store: store.without_sound(attempt_ids))

    def set_note(self, attempt_id: str, note: str) -> Future[None]:
        """Replace the user's own note; "" removes it."""
        return self._store.do(lambda store: store.set_note(attempt_id, note))

    def set_tags(self, attempt_id: str, tags: Iterable[str]) -> Future[None]:
        """Replace the tags; the future raises BadInput for one that is too long."""
        kept = tuple(tags)
        return self._store.do(lambda store: store.set_tags(attempt_id, kept))

    def set_favourite(self, attempt_id: str, favourite: bool) -> Future[None]:
        """Mark it as a favourite, or no longer."""
        return self._store.do(lambda store: store.set_favourite(attempt_id, favourite))

    def hide(self, attempt_ids: list[str]) -> Future[None]:
        """Let these be in no list, as if deleted."""
        return self._store.do(lambda store: store.hide(attempt_ids))

    def show_again(self, attempt_ids: list[str]) -> Future[None]:
        """Take `hide` back."""
        return self._store.do(lambda store: store.show_again(attempt_ids))
