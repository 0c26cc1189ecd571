"""The window: a rail, a stack of screens, the message bar and the keys. No logic of practice."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.events import AttemptJudged, AttemptWaiting, CallEnded, CoreEvent, NotPlayed, Trouble
from trainer.records import Kind
from ui.bridge import Bridge
from ui.key_guard import KeyGuard
from ui.pause_bar import PauseBar
from ui.screens import Place, Screen
from ui.services import Services
from ui.sitting_bar import SittingBar
from ui.widgets.button import Button
from ui.widgets.focus import FocusRing
from ui.widgets.key_sheet import KeySheet
from ui.widgets.message_bar import MessageBar
from ui.widgets.rail import Rail

WINDOW_STATE_FILE = "window.ini"
CALL_SCREENS: dict[Kind, str] = {
    "leave-or-not": "leave_or_not", "get-through": "get_through", "draw-the-line": "draw_the_line",
}  # fmt: skip
"""Kinds of call that have a screen of their own; all others are held on "call"."""
_REMOVED = "That scenario was removed. What you have practised with it is in History."
_KEY_NAMES = {
    Qt.Key.Key_Space: "Space", Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
}  # fmt: skip


class MainWindow(QWidget):
    """Shows one screen at a time; each is built at its first visit, or before it (`ui.ahead`).

    `clock` gives monotonic seconds (for `KeyGuard`).

    Signals:
        first_painted: once, when the window paints for the first time.
        closed: the window is closed, and the program with it.
    """

    first_painted = Signal()
    closed = Signal()

    def __init__(
        self,
        services: Services,
        bridge: Bridge,
        screens: Mapping[str, Place],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Ringback")
        self.setMinimumSize(720, 520)
        self._services, self._bridge, self._places = services, bridge, screens
        self._built: dict[str, Screen] = {}
        self._name = ""
        self._guard = KeyGuard(clock, self)
        self._guarded = self._painted = False
        self._of_page = ""
        self.may_close: Callable[[], bool] = lambda: True
        """Asked before it closes; who says no has seen to it in another way."""
        # Connected before any screen is, so that it sees which screen an event met.
        bridge.core_event.connect(self._on_event)
        bridge.trouble.connect(self.tell)
        bridge.offered.connect(self._offer)
        self._lay_out()
        self._restore()

    @property
    def places(self) -> Mapping[str, Place]:
        """All screens that exist, by name."""
        return self._places

    @property
    def screen_name(self) -> str:
        """The name of the screen that is shown."""
        return self._name

    def screen_shown(self) -> Screen:
        """The screen that is shown."""
        return self._built[self._name]

    def go(self, screen: str, subject: str | None = None) -> None:
        """Show `screen` (see `ui.screens.Navigate`).

        Raises:
            KeyError: there is no such screen.
        """
        called = subject if screen == "call" else None
        found = self._call_screen(subject) if screen == "call" else screen
        if found is None:
            self.tell(_REMOVED)
            return
        screen = found
        place = self._places[screen]
        if self._name:
            self.screen_shown().leave()
        self._withdraw()
        self.build(screen)
        self._name = screen
        self._rail.setVisible(place.order is not None)
        self._rail.choose(screen)
        self._stack.setCurrentWidget(self._built[screen])
        self._guard.restart()
        self.setWindowTitle(f"{place.title} - Ringback")
        self._built[screen].enter(subject)
        self._sitting.settle(place.order is not None, called)

    def _call_screen(self, scenario_id: str | None) -> str | None:
        """The screen that holds a call of this scenario; None when it is no longer in the library."""
        scenario = next((one for one in self._services.scenarios if one.id == scenario_id), None)
        return CALL_SCREENS.get(scenario.kind, "call") if scenario else None

    def build(self, screen: str) -> None:
        """Make a screen, unless it is there; otherwise its first visit does.

        Raises:
            KeyError: there is no such screen.
        """
        if screen not in self._built:
            page = self._places[screen].build(self._services, self._bridge, self.go)
            page.changed.connect(partial(self._rest_keys, page))
            page.named.connect(partial(self._name_page, page))
            self._built[screen] = page
            self._stack.addWidget(page)

    def _rest_keys(self, page: Screen) -> None:
        """The keys of this page mean something else now; that is no concern of another that is shown."""
        if page is self.screen_shown():
            self._guard.restart()

    def _name_page(self, page: Screen, title: str) -> None:
        """Another title than its place has, and no place lit for it."""
        if page is self.screen_shown():
            self.setWindowTitle(f"{title or self._places[self._name].title} - Ringback")
            self._rail.choose("" if title else self._name)

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a sentence in the message bar."""
        self.messages.tell(sentence)

    def _withdraw(self) -> None:
        """Take back what was said of a take on the page that is left."""
        if self.messages.text == self._of_page:
            self.messages.hide()

    def _offer(self, sentence: str, action: str, act: Callable[[], None]) -> None:
        self.messages.tell(sentence, action, act)

    def sizeHint(self) -> QSize:
        """The size at the very first start."""
        return QSize(1280, 800)

    def showEvent(self, event: QShowEvent) -> None:
        """The native window exists now: guard its keys."""
        super().showEvent(event)
        if not self._guarded:
            self.windowHandle().installEventFilter(self._guard)
            self._guarded = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time; the ground itself is painted by the style."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()
            QTimer.singleShot(0, self, self._ring_the_focus)

    @Slot()
    def _ring_the_focus(self) -> None:
        # After the first painting: what Qt makes for it takes a thirtieth of the start.
        self._ring = FocusRing(self)

    @Slot()
    def come_forward(self) -> None:
        """Be seen: out of the task bar, in front, with the focus."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing inside wanted: the button that shows it, Esc, or the key sheet."""
        name = _KEY_NAMES.get(Qt.Key(event.key()), event.text().upper())
        button = self._button_for(name)
        if button:
            button.click()
        elif name == "Esc":
            self.screen_shown().escape()
        elif name == "?":
            self.show_keys()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size; leave the screen as if another were shown, unless it may not close."""
        self._state().setValue("geometry", self.saveGeometry())
        if not self.may_close():
            event.ignore()
            return
        if self._name:
            shown = self.screen_shown()
            shown.closing = True
            shown.leave()
            shown.closing = False  # the window may come back from behind its icon
        super().closeEvent(event)
        self.closed.emit()

    @Slot()
    def show_keys(self) -> None:
        """Open the sheet of keys."""
        sheet = KeySheet(self._rail.titles(), self)
        sheet.open()

    @Slot(object)
    def _on_event(self, event: CoreEvent) -> None:
        """What no page shows: small trouble, and news of a take from which the user has gone on."""
        if isinstance(event, CallEnded) and event.kept and "feedback" in self._places:
            # While the take is being heard: then nobody waits for the page when the words are here.
            QTimer.singleShot(0, self, partial(self.build, "feedback"))
        elif isinstance(event, NotPlayed):
            self.tell(event.message)
            self._of_page = event.message
        elif isinstance(event, Trouble) and not event.fatal:
            self.tell(event.message)
        elif self._page_tells(event):
            return
        elif isinstance(event, AttemptJudged):
            attempt = event.attempt
            sentence = f"Your take for {attempt.scenario.prospect.name} is ready."
            self.messages.tell(sentence, "Show it", partial(self.go, "feedback", attempt.id))
        elif isinstance(event, Trouble | AttemptWaiting):
            self.tell(event.message)

    def _page_tells(self, event: CoreEvent) -> bool:
        """Whether the page that is shown tells of it itself."""
        if self._name in ("call", *CALL_SCREENS.values()):
            return True
        return self._name in ("predict", "round") and isinstance(event, AttemptJudged)

    def _button_for(self, key: str) -> Button | None:
        if not key or not self._name:
            return None
        inside = (self.screen_shown(), self._sitting, self._pause)
        buttons = [button for widget in inside for button in widget.findChildren(Button)]
        usable = (button for button in buttons if button.isVisible() and button.isEnabled())
        return next((button for button in usable if button.key and button.key.upper() == key.upper()), None)

    def _lay_out(self) -> None:
        self.messages = MessageBar()
        self._stack = QStackedWidget()
        entries = {name: place for name, place in self._places.items() if place.order is not None}
        self._rail = Rail({name: (place.title, place.icon) for name, place in entries.items()})
        self._rail.chosen.connect(self.go)
        self._rail.keys_wanted.connect(self.show_keys)
        for number, name in enumerate(entries, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(partial(self._go_by_key, name))
        page = QVBoxLayout()
        page.setSpacing(0)
        self._sitting = SittingBar(self._services, self.go)
        page.addWidget(self.messages)
        self._pause = PauseBar(self._services, self._bridge)
        page.addWidget(self._sitting)
        page.addWidget(self._pause)
        page.addWidget(self._stack, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._rail)
        outer.addLayout(page, 1)

    def _go_by_key(self, name: str) -> None:
        # During a call and Welcome there is no rail, and no other place to go by accident.
        if self._places[self._name].order is not None:
            self.go(name)

    def _restore(self) -> None:
        geometry = self._state().value("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

    def _state(self) -> QSettings:
        path = self._services.data_dir / WINDOW_STATE_FILE
        with contextlib.suppress(OSError):  # a folder that cannot be written is told elsewhere
            path.touch(mode=0o600)  # Qt keeps a file's mode, and makes one that all can read
        return QSettings(str(path), QSettings.Format.IniFormat)
