"""Text on the screen: always plain text, in the type scale, in a theme colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.widgets.plain_tip import plain_tip


class Label(QLabel):
    """A label that never reads its text as mark-up (names and words come from outside).

    With `elide`, one line that ends in an ellipsis where there is no room; the whole text is then its
    tooltip and accessible name. With `wrap`, as many lines as it needs.
    """

    def __init__(
        self,
        text: str = "",
        size: theme.Size = 15,
        weight: theme.Weight = 400,
        tone: theme.Tone = "ink",
        *,
        tabular: bool = False,
        italic: bool = False,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(size, weight, tabular=tabular, italic=italic))
        self.setWordWrap(wrap)
        self._tone, self._elide = tone, elide
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        elif wrap:
            # Without this a wrapped label in nested layouts asks for too little height and is cut.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._tint()
        theme.watch().changed.connect(self._tint)
        self.setText(text)

    def set_tone(self, tone: theme.Tone) -> None:
        """Show the text in another theme colour from now on."""
        self._tone = tone
        self._tint()

    def minimumSizeHint(self) -> QSize:
        """An eliding label may shrink to a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 48), hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut short with an ellipsis where it must be."""
        if not self._elide:
            super().paintEvent(event)
            return
        shown = elided(self.text(), self.fontMetrics(), self.contentsRect())
        self.setToolTip(plain_tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment() | Qt.TextFlag.TextSingleLine),
            self.palette(),
            self.isEnabled(),
            shown,
            QPalette.ColorRole.WindowText,
        )

    @Slot()
    def _tint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._tone))
        self.setPalette(palette)


def elided(text: str, metrics: QFontMetrics, room: QRect) -> str:
    """`text`, or as much of it as fits the width of `room`, with an ellipsis in the text's own direction."""
    return metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
