"""The screens, one file each, found by scanning this folder.

A screen module declares

    TITLE = "History"          # the word on the rail and of the page
    ICON = "history"           # a name in assets/icons
    ORDER = 30                 # place on the rail; None: not on it, and the rail is hidden while it shows
    def build(services, bridge, navigate) -> Screen

and is known by its file's name ("history"). Adding a screen is adding a file here. The three constants are
read from the file's text and the module is imported at the screen's first visit, because what all screens
together import would keep the window from opening.
"""

from __future__ import annotations

import ast
import importlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.services import Services

if TYPE_CHECKING:
    from ui.bridge import Bridge


MISSED = "missed:"
"""Before the id of a check: what History is entered with to show only the takes that missed it."""
_FIRST_BODY = re.compile(r"^(?:class|def|@)", re.MULTILINE)


class Navigate(Protocol):
    """How a screen asks for another one."""

    def __call__(self, screen: str, subject: str | None = None) -> None:
        """Show `screen`; `subject`: a scenario's id for "call", an attempt's for "feedback".

        Raises:
            KeyError: there is no such screen.
        """


class Screen(QWidget):
    """A page in the window's stack.

    Signals:
        changed: what the keys mean here has changed (another state of a call); they rest for a moment.
        named: what it shows now is not what its place on the rail says, but this; "": it is.
    """

    changed = Signal()
    named = Signal(str)
    closing = False
    """Whether it is left because the window closes."""

    def enter(self, subject: str | None) -> None:
        """It is shown now (each time); `subject` as given to `Navigate`. Gives the focus to its action."""

    def leave(self) -> None:
        """Another screen is shown now; stop what only matters here (sounds, timers)."""

    def follows(self, attempt_id: str) -> bool:
        """Whether it shows this call, which is on."""
        return False

    def escape(self) -> bool:
        """Esc was pressed and nothing inside took it; True if the screen did something about it."""
        return False


@dataclass(frozen=True, slots=True)
class Place:
    """A screen that exists. `order` None: it is not on the rail."""

    name: str
    title: str
    icon: str
    order: int | None

    def build(self, services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
        """A new page; imports its module."""
        screen: Screen = self._module().build(services, bridge, navigate)
        return screen

    def load(self) -> None:
        """Import its module, so that its first visit is quick."""
        self._module()

    def _module(self) -> Any:
        return importlib.import_module(f"{__name__}.{self.name}")


def find() -> dict[str, Place]:
    """Every screen by name, those on the rail first and in its order."""
    folder = Path(__file__).parent
    places = [_read(path) for path in sorted(folder.glob("*.py")) if not path.name.startswith("_")]
    last = max((place.order or 0 for place in places), default=0) + 1
    return {place.name: place for place in sorted(places, key=lambda place: place.order or last)}


def _read(path: Path) -> Place:
    """The constants of a screen's module, without importing it.

    They stand above the first class and function; parsing what is below them would take ten times as long.
    """
    constants: dict[str, Any] = {}
    head = _FIRST_BODY.split(path.read_text(encoding="utf-8"), maxsplit=1)[0]
    for statement in ast.parse(head).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names = {target.id for target in targets if isinstance(target, ast.Name)}
            for name in names & {"TITLE", "ICON", "ORDER"}:
                constants[name] = ast.literal_eval(statement.value)
    return Place(path.stem, constants["TITLE"], constants["ICON"], constants["ORDER"])
