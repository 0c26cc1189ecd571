"""What closing the window means while something is armed or under way: the tray, or a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.keeper import not_saved
from ui.log_out import LogOut
from ui.main_window import MainWindow
from ui.services import Services
from ui.tray import Tray
from ui.widgets.button import Button
from ui.widgets.focus import FocusRing
from ui.widgets.label import Label

_HERE = "Ringback is still here"
_FROM_HERE = "It rings when it likes. Open or quit it from its icon here."
_ARMED = (
    "It can ring only while Ringback is open.",
    "You have asked for a surprise ring. Minimise the window and get on with your work, or call it off.",
)
_WORKING = (
    "Ringback is still at work.",
    "An export, an import or judging again is under way. It stops if you close now; you can begin it again.",
)


class Background(QObject):
    """Holds the tray's icon (`tray`, None where the system has none)."""

    def __init__(self, services: Services, bridge: Bridge, window: MainWindow, tray: Tray | None) -> None:
        super().__init__()
        self._services, self._bridge, self._window, self._tray = services, bridge, window, tray
        self._quitting = self._stopping = False
        self._log_out = LogOut()
        self.question: Question | None = None
        """Open while the user is asked."""
        window.may_close = self.may_close
        bridge.ambush_changed.connect(self.show_state)
        if tray:
            tray.open_wanted.connect(self._open)
            tray.disarm_wanted.connect(self._disarm)
            tray.quit_wanted.connect(self._quit)
        self.show_state()

    def may_close(self) -> bool:
        """Whether the window may close and the program end with it; False: it has been seen to."""
        if self._log_out.under_way:
            return True
        armed = self._services.ambush.diary.armed is not None
        if armed and not self._quitting:
            if self._tray:
                self._into_the_tray(self._tray)
            else:
                self._ask(_ARMED, "Minimise", "Call it off and close", self._on_armed)
            return False
        if self._services.is_open and self._services.carrying.working and not self._stopping:
            self._window.come_forward()  # it may be in the tray
            self._ask(_WORKING, "Keep it open", "Stop and close", self._on_working)
            return False
        return True

    def close(self) -> None:
        """Take the icon away."""
        if self._tray:
            self._tray.close()

    @Slot()
    def show_state(self) -> None:
        """The icon shows whether something is armed."""
        if self._tray:
            armed = self._services.ambush.diary.armed is not None
            self._tray.show_state(armed=armed, windowless=self._window.isHidden())

    def _into_the_tray(self, tray: Tray) -> None:
        self._window.go("today")  # what was open is left, as when the window closes
        self._window.hide()
        self.show_state()
        if not self._services.ambush.diary.told_of_tray:
            tray.tell(_HERE, _FROM_HERE)
            try:
                self._services.ambush.told_of_tray()
            except OSError as error:
                self._bridge.trouble.emit(not_saved(error))

    def _ask(self, about: tuple[str, str], stay: str, close: str, then: Callable[[int], None]) -> None:
        if self.question is None:
            self.question = Question(*about, stay, close, self._window)
            self.question.finished.connect(then)
            self.question.open()

    @Slot(int)
    def _on_armed(self, answer: int) -> None:
        self.question = None
        if answer == Question.STAY:
            self._window.showMinimized()
        elif answer == Question.CLOSE:
            self._disarm()
            self._window.close()

    @Slot(int)
    def _on_working(self, answer: int) -> None:
        self.question = None
        if answer == Question.CLOSE:
            self._stopping = True
            self._window.close()
        self._stopping = self._quitting = False

    @Slot()
    def _open(self) -> None:
        self._window.come_forward()
        self.show_state()

    @Slot()
    def _disarm(self) -> None:
        try:
            self._services.ambush.disarm()
        except OSError as error:
            self._bridge.trouble.emit(not_saved(error))
        self._bridge.ambush_changed.emit()

    @Slot()
    def _quit(self) -> None:
        self._quitting = True
        self._window.close()


class Question(QDialog):
    """A title and a sentence; `stay` open, `close` all the same, or (Esc) leave all as it is."""

    STAY, CLOSE = 2, 3

    def __init__(self, title: str, sentence: str, stay: str, close: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ringback")
        self.setMinimumWidth(480)
        self.stay, self.close_now = Button(stay, "primary"), Button(close)
        self.stay.clicked.connect(self._stay)
        self.close_now.clicked.connect(self._close)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self.close_now)
        row.addWidget(self.stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        column.addWidget(Label(title, 20, 600))
        column.addWidget(Label(sentence, tone="ink2", wrap=True))
        column.addLayout(row)
        FocusRing(self)
        self.stay.setFocus()

    @Slot()
    def _stay(self) -> None:
        self.done(self.STAY)

    @Slot()
    def _close(self) -> None:
        self.done(self.CLOSE)
