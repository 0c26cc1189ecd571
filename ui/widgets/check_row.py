"""One check: glyph, title, state word, what shows it, Why and play; opens on Why or Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Evidence
from ui import theme
from ui.models.check_lines import CheckLine
from ui.models.phrasing import clock
from ui.widgets.button import Button
from ui.widgets.glyph import TONES, StateGlyph
from ui.widgets.label import Label
from ui.widgets.play_circle import PlayCircle

_DISPUTED = "You disagree, so it is left out of the count. Ctrl+Z takes that back."
_SIDE, _TEXT_LEFT, _HEIGHT = 16, 48, 52
_PLAY_WIDTH = 80


class CheckRow(QWidget):
    """A row of the check list.

    Signals:
        play_wanted: the row's words want to be heard (or to stop).
        disputed: the user disagrees with the finding of this check (its id).
        stepped: up (-1) or down (1) was pressed.
    """

    play_wanted = Signal(object)
    disputed = Signal(str)
    stepped = Signal(int)

    def __init__(self, line: CheckLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._more: QWidget | None = None
        self.play: PlayCircle | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_read_aloud(line))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._first_line())

    @property
    def opened(self) -> bool:
        """Whether the reason is shown."""
        return self._more is not None and not self._more.isHidden()

    def set_compact(self, compact: bool) -> None:
        """Narrow windows have no room for the word Why; Enter and a click open the row."""
        self.why.setVisible(not compact)
        self._spare.setVisible(not compact)

    def set_audible(self, audible: bool) -> None:
        """Whether the words can be played."""
        if self.play is not None:
            self.play.setEnabled(audible)

    @Slot()
    def toggle(self) -> None:
        """Show or hide the reason."""
        if self._more is None:
            self._more = self._reason()
            self._column.addWidget(self._more)
            self._more.show()
        else:
            self._more.setVisible(self._more.isHidden())
        self.why.set_text("Less" if self.opened else "Why")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, up and down go to the neighbours."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the first line opens the row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() < _HEIGHT:
            self.toggle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below, and the fill and ring of the row that has the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom = self.height() - 1
        painter.fillRect(
            QRectF(_TEXT_LEFT, bottom, self.width() - _TEXT_LEFT - _SIDE, 1), theme.color("hairline")
        )
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 3, -5, -3), 6, 6)

    def _first_line(self) -> QWidget:
        line = QWidget()
        line.setFixedHeight(max(_HEIGHT, 2 * self.fontMetrics().height() + 12))
        row = QHBoxLayout(line)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(0)
        row.addWidget(self._glyph(), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        row.addSpacing(8)
        self.why = Button("Why", "quiet")
        self.why.setFont(theme.font(13, 600))
        self.why.setAccessibleName(f"Why: {self.line.title}")
        self.why.clicked.connect(self.toggle)
        row.addWidget(self.why)
        # Keeps Why in its column where there is nothing to play.
        self._spare = QWidget()
        self._spare.setFixedWidth(0 if self.line.place else _PLAY_WIDTH)
        row.addWidget(self._spare)
        if self.line.place is not None:
            row.addWidget(self._play_part(self.line.place))
        return line

    def _play_part(self, place: Evidence) -> QWidget:
        held = QWidget()
        held.setFixedWidth(_PLAY_WIDTH)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        time = Label(clock(place.start_s or 0.0), 13, 500, "ink2", tabular=True)
        time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(time, 1)
        self.play = PlayCircle(f"what shows {self.line.title}")
        self.play.clicked.connect(self._play)
        row.addWidget(self.play)
        return held

    def _glyph(self) -> QWidget:
        held = QWidget()
        held.setFixedWidth(_TEXT_LEFT - _SIDE)
        column = QVBoxLayout(held)
        # Beside the title: on the first of two lines, or in the middle of the only one.
        column.setContentsMargins(0, 8 if self.line.detail else 16, 0, 0)
        if self.line.state is not None:
            column.addWidget(StateGlyph(self.line.state))
        return held

    def _words(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label(self.line.title, 15, 500, elide=True))
        tone = TONES[self.line.state] if self.line.state else "ink2"
        head.addWidget(Label(self.line.word, 13, 600, tone))
        if self.line.disputed:
            head.addWidget(Label("you disagree", 13, 500, "ink2"))
        head.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch(1)
        column.addLayout(head)
        if self.line.detail:
            column.addWidget(Label(self.line.detail, 13, tone="ink2", elide=True))
        column.addStretch(1)
        return column

    def _reason(self) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(_TEXT_LEFT, 0, _SIDE, 12)
        column.setSpacing(6)
        for paragraph in self.line.why:
            text = Label(paragraph, 13, tone="ink2", wrap=True)
            text.setMaximumWidth(480)
            column.addWidget(text)
        if self.line.disputed:
            column.addWidget(Label(_DISPUTED, 13, 500, wrap=True))
        elif self.line.state is not None and self.line.disputable:
            disagree = Button("I disagree", "quiet", flush=True)
            disagree.setAccessibleName(f"I disagree: {self.line.title}")
            disagree.clicked.connect(self._dispute)
            column.addWidget(disagree)
        return more

    @Slot()
    def _play(self) -> None:
        self.play_wanted.emit(self.line.place)

    @Slot()
    def _dispute(self) -> None:
        self.disputed.emit(self.line.check)


def _read_aloud(line: CheckLine) -> str:
    parts = [f"{line.title}: {line.word}", line.detail, "you disagree" if line.disputed else ""]
    return ". ".join(part for part in parts if part)
