"""The icon in the system's tray, where there is one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui import theme
from ui.widgets.icon import paint_icon

_SIDES = (16, 22, 32, 64)


class Tray(QObject):
    """Shown while Ringback waits to ring, or has no window.

    Signals:
        open_wanted: bring the window back.
        disarm_wanted: close what is armed.
        quit_wanted: end the program.
    """

    open_wanted = Signal()
    disarm_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.addAction("Open Ringback").triggered.connect(self.open_wanted)
        self.disarm: QAction = self.menu.addAction("Call off the surprise ring")
        self.disarm.triggered.connect(self.disarm_wanted)
        self.menu.addSeparator()
        self.menu.addAction("Quit").triggered.connect(self.quit_wanted)
        self._icon = QSystemTrayIcon(_picture(), self)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        theme.watch().changed.connect(self._paint)

    def show_state(self, *, armed: bool, windowless: bool) -> None:
        """What the icon says; it is there only while one of both holds."""
        self.disarm.setEnabled(armed)
        self._icon.setToolTip("Ringback: it may ring" if armed else "Ringback")
        self._icon.setVisible(armed or windowless)

    @property
    def tip(self) -> str:
        """What it says; "" while it is not there."""
        return self._icon.toolTip() if self._icon.isVisible() else ""

    def tell(self, title: str, sentence: str) -> None:
        """A note beside the icon, where the system shows such notes."""
        self._icon.showMessage(title, sentence, _picture())

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self.menu.deleteLater()

    @Slot()
    def _paint(self) -> None:
        self._icon.setIcon(_picture())

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit()


def available() -> Tray | None:
    """The tray's icon, not shown yet; None where the system has no tray."""
    return Tray() if QSystemTrayIcon.isSystemTrayAvailable() else None


def _picture() -> QIcon:
    """The handset in a disc of the accent, which shows on light and dark task bars."""
    icon = QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(pixmap.rect())
        inset = side * 0.22
        box = QRectF(pixmap.rect()).adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, "phone", box, theme.color("on_accent"))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
