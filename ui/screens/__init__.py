"""The screens, one file each, found by scanning this folder.

A screen module declares

    TITLE = "History"          # the word on the rail and of the page
    ICON = "history"           # a name in assets/icons
    ORDER = 30                 # place on the rail; None: not on it, and the rail is hidden while it shows
    def build(services, bridge, navigate) -> Screen

and is known by its file's name ("history"). It is built at its first visit, so a module must not import
anything slow at its top. Adding a screen is adding a file here.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.services import Services

if TYPE_CHECKING:
    from ui.bridge import Bridge


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
    """

    changed = Signal()

    def enter(self, subject: str | None) -> None:
        """It is shown now (each time); `subject` as given to `Navigate`. Gives the focus to its action."""

    def leave(self) -> None:
        """Another screen is shown now; stop what only matters here (sounds, timers)."""

    def escape(self) -> bool:
        """Esc was pressed and nothing inside took it; True if the screen did something about it."""
        return False


class ScreenModule(Protocol):
    """What a module in this folder offers."""

    TITLE: str
    ICON: str
    ORDER: int | None

    def build(self, services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
        """A new page."""


def find() -> dict[str, ScreenModule]:
    """Every screen by name, those on the rail first and in its order."""
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    modules = {
        name: cast("ScreenModule", importlib.import_module(f"{__name__}.{name}"))
        for name in names
        if not name.startswith("_")
    }
    return dict(
        sorted(modules.items(), key=lambda item: (item[1].ORDER is None, item[1].ORDER or 0, item[0]))
    )
