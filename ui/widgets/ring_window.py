"""The small window of a prospect who rings by surprise. It never takes the keys from what the user types."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QWindow,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import invalidate

from trainer.records import Scenario
from ui import theme
from ui.key_guard import SETTLE_S, KeyGuard
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.focus import FocusRing
from ui.widgets.label import Label
from ui.widgets.left_card import LeftCard
from ui.widgets.ring_mark import RingDots, RingMark

SIZE = QSize(440, 420)
_MARGIN = 24
"""px between the window and the corner of the screen."""
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class RingWindow(QWidget):
    """Lower right of the screen in use, on top of everything, without the focus until it is clicked.

    Its keys, Space and N, work and are drawn only while it has the focus. `clock` gives monotonic seconds.

    Signals:
        answered: pick up.
        put_off: not now, ring again in five minutes.
    """

    answered = Signal()
    put_off = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._clock, self._shown_s = clock, 0.0
        self._guard = KeyGuard(clock, self)
        self._guarded = False
        self._company = ""
        self.answer = Button("Answer", "primary", 56, icon="phone", key="Space")
        self.not_now = Button("Not now, ring again in 5 min", "quiet", key="N")
        self._dots, self._count = RingDots(), Label(size=13, weight=500, tone="ink2")
        self._name = Label(size=28, weight=600, elide=True)
        self._about = Label(tone="ink2", wrap=True)
        self.left = LeftCard(compact=True)
        """The message that was left."""
        self.left.play.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click on it Space still answers
        self._lay_out()
        self.answer.clicked.connect(self._answer)
        self.not_now.clicked.connect(self._put_off)
        self._ring = FocusRing(self)
        self._show_keys()

    # ------------------------------------------------------------------ what it shows

    def show_call(self, scenario: Scenario) -> None:
        """Who rings; nothing moves to the front yet."""
        prospect = scenario.prospect
        self.setWindowTitle(f"{prospect.name} is calling - Ringback")
        self._name.setText(prospect.name)
        self._company = prospect.company or ""
        self.show_left("")

    @Slot(str)
    def show_left(self, sentence: str) -> None:
        """Say when a message was left."""
        self._about.setText("\n".join(filter(None, [self._company, sentence])))

    def show_ring(self, ring: int, of: int) -> None:
        """Ring `ring` of `of`; with the first one the window appears."""
        self._dots.set_ring(ring, of)
        self._count.setText(f"Ring {ring} of {of}")
        if not self.isVisible():
            self._appear()

    def ring(self) -> str:
        """The count in words."""
        return self._count.text()

    # ------------------------------------------------------------------ Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """The native window exists now: guard its keys."""
        super().showEvent(event)
        if not self._guarded:
            self._native().installEventFilter(self._guard)
            self._guarded = True

    def _native(self) -> QWindow:
        """The native window.

        PySide keeps what it made of a layout's item when Qt has deleted that item, and takes for it whatever
        lies at the same address later; such a leftover is let go of.
        """
        window = self.windowHandle()
        if not isinstance(window, QWindow):
            invalidate(window)
            window = self.windowHandle()
        return window

    def changeEvent(self, event: QEvent) -> None:
        """Keys belong to the window that has the focus."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._show_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The two keys, wherever in the window the focus is."""
        if event.key() == Qt.Key.Key_Space:
            self.answer.click()
        elif event.key() == Qt.Key.Key_N:
            self.not_now.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the window manager: not now."""
        event.ignore()
        self.put_off.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper with an edge, since there is no frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("paper"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    # ------------------------------------------------------------------ inside

    def _appear(self) -> None:
        self.resize(SIZE.expandedTo(self.sizeHint()))
        self.move(_corner(self.size()))
        self._shown_s = self._clock()
        self._guard.restart()
        self.show()
        self.raise_()
        announce(self, f"{self._name.text()} is calling.")

    def _show_keys(self) -> None:
        mine = self.isActiveWindow()
        self.answer.key, self.not_now.key = ("Space", "N") if mine else (None, None)
        for button in (self.answer, self.not_now):
            button.update()
        if mine:
            self._guard.restart()
            self.answer.setFocus()

    def _settled(self) -> bool:
        """Whether a click can be meant for it: it may have come up under a hand that clicks elsewhere."""
        return self._clock() - self._shown_s >= SETTLE_S

    @Slot()
    def _answer(self) -> None:
        if self._settled():
            self.answered.emit()

    @Slot()
    def _put_off(self) -> None:
        if self._settled():
            self.put_off.emit()

    def _lay_out(self) -> None:
        for button in (self.answer, self.not_now):
            button.setMinimumWidth(button.sizeHint().width())  # nothing moves when its key comes and goes
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._dots)
        top.addWidget(self._count, 1)
        top.addWidget(Label("Ringback", 13, 500, "ink2"))
        for label in (self._name, self._about):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(0)
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(RingMark(64), alignment=_MIDDLE)
        column.addSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._about)
        column.addSpacing(10)
        column.addWidget(self.left)
        column.addStretch(1)
        column.addSpacing(10)
        column.addWidget(self.answer, alignment=_MIDDLE)
        column.addSpacing(8)
        column.addWidget(self.not_now, alignment=_MIDDLE)


def _corner(size: QSize) -> QPoint:
    """Where a window of `size` stands in the lower right of the screen that the pointer is on."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    free = screen.availableGeometry()
    return QPoint(free.right() - size.width() - _MARGIN, free.bottom() - size.height() - _MARGIN)
