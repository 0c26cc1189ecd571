"""The sections of a page, one under the other; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.icon import paint_icon

WIDTH = 196


class SectionButton(QAbstractButton):
    """Icon and word, 40 px high; the chosen one has a soft tile and accent words."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self.setFont(theme.font(15, 500))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Higher only where the text is."""
        return QSize(WIDTH, max(40, self.fontMetrics().height() + 20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter on the place where one is already are left to the page."""
        if self.isChecked() and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tile, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if here else "sunken"))
            painter.drawRoundedRect(self.rect(), theme.BUTTON_RADIUS, theme.BUTTON_RADIUS)
        middle = self.height() / 2
        icon_ink = theme.color("accent" if here else "ink2")
        paint_icon(painter, self._icon, QRectF(13, middle - 9, 18, 18), icon_ink)
        word = QRectF(42, 0, self.width() - 46, self.height())
        painter.setFont(word_font(self.text(), here, word.width()))
        painter.setPen(theme.color("accent" if here else "ink"))
        painter.drawText(word, int(Qt.AlignmentFlag.AlignVCenter), self.text())


def word_font(text: str, chosen: bool, room: float) -> QFont:
    """Bold for the chosen section, unless `text` would then be cut in `room` px: some faces are wide."""
    bold = theme.font(15, 600)
    return bold if chosen and QFontMetricsF(bold).horizontalAdvance(text) <= room else theme.font(15, 500)


class SectionList(QWidget):
    """Signals: `chosen` with the section's place (from 0)."""

    chosen = Signal(int)

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`sections`: title and icon of each."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for place, (title, icon) in enumerate(sections):
            button = SectionButton(title, icon)
            button.clicked.connect(partial(self._choose, place))
            self._group.addButton(button, place)
            column.addWidget(button)
        column.addStretch()

    def show_chosen(self, place: int) -> None:
        """Mark `place` as the current one."""
        self._group.button(place).setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the current one."""
        chosen = self._group.checkedButton()
        if chosen:
            chosen.setFocus()

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.chosen.emit(place)
