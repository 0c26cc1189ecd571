"""What History may ask for, besides `ui.services.Review`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before the history is loaded
    from trainer.history.archive import Exported
    from trainer.history.arriving import Imported
    from trainer.history.backups import Backup
    from trainer.history.mends import Mended
    from trainer.records import AttemptChoices, AttemptFilter, AttemptRow


class Browsing(Protocol):
    """Attempts as History shows them."""

    def find(self, wanted: AttemptFilter, offset: int = 0, limit: int = -1) -> Future[list[AttemptRow]]:
        """The attempts that fit, in the order asked for: `limit` of them from `offset` on, -1 for all."""

    def ids(self, wanted: AttemptFilter) -> Future[list[str]]:
        """Ids of all attempts that fit, in the order asked for."""

    def count(self, wanted: AttemptFilter) -> Future[int]:
        """How many attempts fit."""

    def choices(self) -> Future[AttemptChoices]:
        """What there is to filter by."""

    def without_sound(self, attempt_ids: list[str]) -> Future[frozenset[str]]:
        """Which of these have a recording that is no longer there; one without any is none of them."""

    def set_note(self, attempt_id: str, note: str) -> Future[None]:
        """Replace the user's own note; "" removes it."""

    def set_tags(self, attempt_id: str, tags: Iterable[str]) -> Future[None]:
        """Replace the tags; the future raises BadInput for one that is too long."""

    def set_favourite(self, attempt_id: str, favourite: bool) -> Future[None]:
        """Mark it as a favourite, or no longer."""

    def hide(self, attempt_ids: list[str]) -> Future[None]:
        """Let these be in no list, as if deleted."""

    def show_again(self, attempt_ids: list[str]) -> Future[None]:
        """Take `hide` back."""


class Carrying(Protocol):
    """Long work on many attempts, one piece at a time, and files that are written beside it.

    `on_progress(done, in all)` is called from another thread. The future raises `Cancelled` after `cancel`.
    """

    @property
    def working(self) -> bool:
        """Whether an export, an import or judging again is under way; the program's end stops it."""

    def export(
        self, path: Path, attempt_ids: list[str] | None, on_progress: Callable[[int, int], None]
    ) -> Future[Exported]:
        """Write these attempts (None: all) with their recordings to a zip."""

    def export_page(self, path: Path, attempt_id: str) -> Future[None]:
        """Write one attempt as a page for any browser; the program's end waits for it."""

    def import_from(self, path: Path, on_progress: Callable[[int, int], None]) -> Future[Imported]:
        """Take over what is in such a zip and not here yet."""

    def judge_all(self, guide: str | None, on_progress: Callable[[int, int], None]) -> Future[int]:
        """Judge all heard attempts again, by `guide` or each by its own; how many judgements are new."""

    def write(self, path: Path, content: Callable[[], bytes]) -> Future[None]:
        """Write to a file what `content`, called on another thread, gives; the program's end waits for it.

        The future may raise OSError.
        """

    def backups(self) -> Future[list[Backup]]:
        """Copies of the history, newest first."""

    def put_back(self, backup: Backup) -> Future[None]:
        """Replace the history by this copy; what is replaced is copied before."""

    def mend(self) -> Future[list[Mended]]:
        """Make the lists and the recordings agree again: what was done, and what could not be.

        No call may be running.
        """

    def cancel(self) -> None:
        """Stop what is running."""
