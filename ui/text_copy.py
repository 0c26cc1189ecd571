"""Scenarios that no form can show: they are copied and edited as text files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from trainer.authoring.names import free_id
from trainer.errors import WorldError
from trainer.own_scenarios import FOLDER, own_ids
from trainer.records import Scenario
from ui.bridge import Bridge
from ui.documents import show_folder
from ui.models.phrasing import quoted
from ui.screens import Navigate
from ui.services import Services
from ui.widgets.call_notice import Choice

_TEXT = (
    "The call can go more ways than this form can show, so it is edited as text: {name}.toml in "
    "{folder}. Any text editor will do. scenarios/README.md explains each field, and "
    "“ringback scenarios check” says what is to be mended."
)


def copy_title(title: str) -> str:
    """What a copy is called, until it has a title of its own."""
    return f"{title} (copy)"


class TextCopy(QObject):
    """`ask` shows a title, a sentence and choices on the page."""

    def __init__(
        self,
        services: Services,
        bridge: Bridge,
        navigate: Navigate,
        ask: Callable[..., None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services, self._bridge, self._navigate, self._ask = services, bridge, navigate, ask
        self._copied = ""

    def open(self, scenario: Scenario, *, own: bool) -> None:
        """Say where the text of this `own` scenario is, or of the copy that is made of another."""
        if own:
            self._tell(scenario)
            return
        title = copy_title(scenario.title)
        taken = {one.id for one in self._services.scenarios} | own_ids(self._folder)
        self._copied = free_id(scenario.kind, title, taken)
        done = self._services.authoring.text(scenario.id, self._copied, title)
        self._bridge.when_done(done, self._save, self._tell_why_not)

    def _save(self, toml: bytes) -> None:
        done = self._services.shelf.save(self._copied, toml, {})
        self._bridge.when_done(done, self._tell, self._tell_why_not)

    def _tell(self, scenario: Scenario) -> None:
        self._ask(
            f"{quoted(scenario.title)} is a text file.",
            # A path has no spaces to break at; without these it would widen the page.
            _TEXT.format(name=scenario.id, folder=str(self._folder).replace("/", "/\u200b")),
            Choice("Show the folder", partial(show_folder, self._folder, self._bridge), "Enter"),
            Choice("Back to Scenarios", partial(self._navigate, "scenarios", scenario.id)),
        )

    def _tell_why_not(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        back = Choice("Back to Scenarios", partial(self._navigate, "scenarios"), "Enter")
        self._ask("It could not be copied.", str(error), back)

    @property
    def _folder(self) -> Path:
        return self._services.data_dir / FOLDER
