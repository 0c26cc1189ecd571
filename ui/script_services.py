"""What the screens may ask for about the user's own scripts."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window opens before the judge is loaded
    from trainer.records import MarkedPoint, Person, Script, ScriptKind, ScriptVersion
    from trainer.scripts.checking import Checked
    from trainer.scripts.pace import Pace


class Scripts(Protocol):
    """Scripts with their versions. Futures of a script that is gone raise UnknownName."""

    def all(self) -> Future[list[Script]]:
        """All of them: those for one prospect by name, then those for anyone."""

    def pace(self) -> Future[Pace]:
        """How fast the user speaks, from their newest takes."""

    def new(self, kind: ScriptKind, prospect: Person | None) -> Future[Script]:
        """Begin an empty one; `prospect` None: for anyone."""

    def from_attempt(self, attempt_id: str) -> Future[Script]:
        """A script of what was said in this attempt, for its prospect."""

    def duplicate(self, script_id: str) -> Future[Script]:
        """The same again, without its earlier versions."""

    def save(self, script_id: str, text: str, points: Sequence[MarkedPoint], *, anew: bool) -> Future[Script]:
        """Keep what it says now: as a new version (`anew`), or in place of the newest.

        The future raises BadInput for a text that is too long.
        """

    def rename(self, script_id: str, name: str) -> Future[Script]:
        """Call it something else; "": by whom it is for. The future raises BadInput for a long name."""

    def versions(self, script_id: str) -> Future[list[ScriptVersion]]:
        """All versions, newest first."""

    def hide(self, script_ids: list[str]) -> Future[None]:
        """Let these be in no list, as if deleted."""

    def show_again(self, script_ids: list[str]) -> Future[None]:
        """Take `hide` back."""

    def delete(self, script_ids: list[str]) -> Future[None]:
        """Delete these with all their versions, in the copies of the history too."""

    def forget_all(self) -> Future[None]:
        """Delete all scripts with all their versions, in the copies of the history too."""

    def check(self, script: Script, text: str, pace: Pace) -> Future[Checked]:
        """What the guide in force finds in `text`, were it said at this pace in the place of `script`."""

    def practise(self, script_id: str, prospect_id: str) -> Future[str]:
        """Put it in force with this prospect; has the id of the scenario to practise it in.

        The future raises BadInput where there is no such call with them.
        """
