"""One of several choices that need a sentence each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.label import Label

_LEFT = 44


class OptionRow(QAbstractButton):
    """A circle, a title and a sentence in a frame; put several in an exclusive `QButtonGroup`.

    The arrow keys go to the next one and choose it. `mark` is a short word beside the title.
    """

    def __init__(self, title: str, detail: str, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        # A button is otherwise never narrower than its words on one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{title}, {mark}" if mark else title)
        self.setAccessibleDescription(detail)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(title, 15, 600, wrap=True), 1)
        if mark:
            head.addWidget(Label(mark, 13, tone="ink2"))
        self.trailing = QHBoxLayout()
        """Room at the right, for instance for a button."""
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(Label(detail, 13, tone="ink2", wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(_LEFT, 9, 12, 10)
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addLayout(self.trailing)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # Inside a button Qt would colour it as the button's own text.
            label.setForegroundRole(QPalette.ColorRole.WindowText)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        inset = 0.75 if chosen else 0.5
        painter.setPen(QPen(theme.color("accent" if chosen else "hairline"), 2 * inset))
        ground: theme.Tone = "accent_soft" if chosen else "sunken" if self.underMouse() else "raised"
        painter.setBrush(theme.color(ground))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, theme.FIELD_RADIUS, theme.FIELD_RADIUS)
        middle = QPointF(_LEFT / 2, 9 + self.fontMetrics().height() / 2)
        painter.setPen(QPen(theme.color("accent" if chosen else "border"), 1.6))
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(middle, 8, 8)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(middle, 4, 4)
