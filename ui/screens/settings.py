"""Settings: who you are, sound and hearing, whose advice counts, looks, privacy, about."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.bridge import Bridge
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.settings_sections import Section
from ui.settings_sections.about import About
from ui.settings_sections.ambush import Ambush
from ui.settings_sections.backups import Backups
from ui.settings_sections.delivery import Delivery
from ui.settings_sections.guidance import Guidance
from ui.settings_sections.look import Look
from ui.settings_sections.me import Me
from ui.settings_sections.practice import Practice
from ui.settings_sections.privacy import Privacy
from ui.settings_sections.sound import Sound
from ui.widgets.label import Label
from ui.widgets.section_list import SectionList

TITLE = "Settings"
ICON = "sliders-horizontal"
ORDER = 90


class Place(NamedTuple):
    """A section: what `Navigate`'s subject calls it, how it is listed, and how it is made."""

    name: str
    title: str
    icon: str
    make: Callable[[Services, Bridge], Section]


PLACES = (
    Place("me", "Me", "user", Me),
    Place("sound", "Sound and hearing", "mic", Sound),
    Place("guidance", "Guidance", "book-open", Guidance),
    Place("practice", "Practice", "calendar-check", Practice),
    Place("ambush", "Ambush", "bell", Ambush),
    Place("look", "Look", "contrast", Look),
    Place("delivery", "Feedback", "activity", Delivery),
    Place("privacy", "Privacy", "lock", Privacy),
    Place("backups", "Backups", "history", Backups),
    Place("about", "About", "info", About),
)


class Settings(Screen):
    """A list of sections, and the chosen one beside it; each is built when it is first looked at."""

    def __init__(self, services: Services, bridge: Bridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._built: dict[int, Section] = {}
        self._areas: dict[int, QScrollArea] = {}
        self._here: int | None = None
        self._stack = QStackedWidget()
        self._list = SectionList([(place.title, place.icon) for place in PLACES])
        self._list.chosen.connect(self._choose)
        self._columns = QHBoxLayout()
        self._columns.addWidget(self._list)
        self._columns.addWidget(self._stack, 1)
        self._page = QVBoxLayout(self)
        self._page.setSpacing(14)
        self._page.addWidget(Label(TITLE, 28, 600))
        self._page.addLayout(self._columns, 1)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self._built[self._here or 0]

    def enter(self, subject: str | None) -> None:
        """Show a section: `subject` is its name ("sound"); None: where one was last."""
        names = [place.name for place in PLACES]
        self._show(names.index(subject) if subject in names else self._here or 0)
        main = self.section.main()
        if main and main.isEnabled():
            main.setFocus()
        else:
            self._list.take_focus()

    def leave(self) -> None:
        """Let the section keep what is half typed."""
        if self._here is not None:
            self.section.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller margins where the window is narrow."""
        super().resizeEvent(event)
        side = theme.page_margin(self.window().width())
        self._columns.setSpacing(side - 8)
        self._page.setContentsMargins(side, 18, side - 4, 0)

    @Slot(int)
    def _choose(self, place: int) -> None:
        if place != self._here:
            self.leave()
            self._show(place)
            self.changed.emit()

    def _show(self, place: int) -> None:
        if place not in self._built:
            section = self._built[place] = PLACES[place].make(self._services, self._bridge)
            self._areas[place] = _scrolling(section)
            self._stack.addWidget(self._areas[place])
        self._here = place
        self._list.show_chosen(place)
        self._stack.setCurrentWidget(self._areas[place])
        self._built[place].enter()


def _scrolling(section: Section) -> QScrollArea:
    page = QWidget()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(4, 4, 4, 20)  # room for the focus ring
    column.addWidget(section)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


def build(services: Services, bridge: Bridge, _navigate: Navigate) -> Screen:
    """The page."""
    return Settings(services, bridge)
