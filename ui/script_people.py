"""For whom a script is, and with whom it is practised."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from trainer.errors import WorldError
from trainer.records import Person, Script, ScriptKind
from trainer.scripts.choice import prospects
from ui.bridge import Bridge
from ui.models.script_words import KIND_NAMES
from ui.screens import Navigate
from ui.services import Services
from ui.widgets.script_page import ScriptPage
from ui.widgets.who_dialog import WhoDialog


class ScriptPeople(QObject):
    """Asks in a dialog over the page.

    Signals:
        new_wanted: the kind of a new script, and a `Person` or None for anyone.
    """

    new_wanted = Signal(str, object)

    def __init__(
        self, services: Services, bridge: Bridge, navigate: Navigate, page: ScriptPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._navigate, self._page = services, bridge, navigate, page
        self._script: Script | None = None
        page.notice.chosen.connect(self._ask_with_whom)

    def practise(self, script: Script) -> None:
        """Start a call in which this script fits; for anyone's, ask with whom."""
        self._script = script
        if script.prospect_id:
            self._begin_with(script.prospect_id)
        else:
            self._ask_with_whom()

    @Slot()
    def ask_for_whom(self) -> None:
        """Ask whom a new script is for."""
        self._ask("Whom is it for?", "Begin", KIND_NAMES, self.new_wanted.emit, anyone=True)

    @Slot()
    def _ask_with_whom(self) -> None:
        if self._script:
            kinds = {self._script.kind: KIND_NAMES[self._script.kind]}
            self._ask("With whom?", "Practise", kinds, self._on_with_whom, anyone=False)

    @Slot(str, object)
    def _on_with_whom(self, _kind: str, person: Person) -> None:
        self._begin_with(person.id)

    def _begin_with(self, prospect_id: str) -> None:
        if self._script:
            done = self._services.scripts.practise(self._script.id, prospect_id)
            self._bridge.when_done(done, self._on_scenario, self._on_no_scenario)

    def _on_scenario(self, scenario_id: str) -> None:
        self._page.notice.tell("")
        self._navigate("call", scenario_id)

    def _on_no_scenario(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self._page.notice.tell(str(error), "Choose somebody")

    def _ask(
        self,
        title: str,
        action: str,
        kinds: dict[ScriptKind, str],
        then: Callable[..., None],
        *,
        anyone: bool,
    ) -> None:
        def people(kind: ScriptKind) -> list[Person]:
            return prospects(self._services.scenarios, kind)

        dialog = WhoDialog(title, action, kinds, people, self._page.window(), anyone=anyone)
        dialog.chosen.connect(then)
        dialog.open()
