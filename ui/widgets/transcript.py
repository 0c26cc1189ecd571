"""What was said, one clause a line: click a word to hear it, F2 to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui import theme
from ui.models.marks import Marks
from ui.models.phrasing import clock
from ui.models.spoken import Spoken, WordAt
from ui.widgets import transcript_layout as layout
from ui.widgets import transcript_paint
from ui.widgets.word_editor import WordEditor


class Transcript(QWidget):
    """The words of an attempt.

    Signals:
        word_chosen: turn and index of a word that wants to be heard.
        stepped: -1 or 1, and whether by clause (else by word): the keys left and right, with Shift.
        corrected: turn, first and last word (inclusive), and the list of words that replace them.
        moved: the middle of the current word in this widget's px, for scrolling.
    """

    word_chosen = Signal(int, int)
    stepped = Signal(int, bool)
    corrected = Signal(int, int, int, list)
    moved = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns: tuple[Spoken, ...] = ()
        self._marks = Marks()
        self._placed = layout.Placed()
        self._playing: WordAt | None = None
        self._current: WordAt | None = None
        self._until: WordAt | None = None
        self._dragging = False
        self._editor = WordEditor(self)
        self._editor.done.connect(self._correct)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName("What you said")
        theme.watch().changed.connect(self.update)

    @property
    def current(self) -> WordAt | None:
        """The word that keys and F2 act on."""
        return self._current

    def show_turns(self, turns: Sequence[Spoken], marks: Marks) -> None:
        """Show these turns with these marks; the current word stays where it still exists."""
        self._turns, self._marks = tuple(turns), marks
        self._playing = None
        self._editor.cancel()
        self._place()
        if self._placed.word(self._current) is None:
            self._current = None
        self._until = None
        said = " ".join(word.word for turn in turns for word in turn.words)
        self.setAccessibleDescription(said or "No words were heard.")

    def show_playing(self, word: WordAt | None) -> None:
        """Mark the word that is being heard."""
        if word != self._playing:
            self._playing = word
            self.update()

    def show_current(self, word: WordAt | None) -> None:
        """Put the keys on a word, and tell a screen reader."""
        self._current, self._until = word, None
        placed = self._placed.word(word)
        if placed is not None:
            self.moved.emit(placed.box.center())
            self.setAccessibleDescription(self._spoken_word(placed))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def word_center(self, word: WordAt) -> QPointF | None:
        """The middle of a word in this widget's px; None if it is not shown."""
        placed = self._placed.word(word)
        return placed.box.center() if placed else None

    def correct_current(self) -> None:
        """Open the editor over the chosen words (F2); over the first one where none is chosen."""
        if self._current is None and self._placed.lines:
            self.show_current(self._placed.lines[0].words[0].at)
        chosen = self._chosen()
        if not chosen:
            return
        box = chosen[0].box
        for word in chosen[1:]:
            if word.box.top() == box.top():
                box = box.united(word.box)
        self._editor.open(" ".join(word.text for word in chosen), box, self.width())

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(420, round(self._placed.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        if event.size().width() != event.oldSize().width():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw times, bars, marks and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._chosen() if self.hasFocus() else ()
        transcript_paint.paint(painter, self._placed, self._turns, self._marks, self._playing, chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at the word under the pointer; dragging on chooses more for F2."""
        self._current = self._until = self._under(event.position())
        self._dragging = True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Reach over the words between; a hand over words."""
        under = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
        if self._dragging and under and self._current and under[0] == self._current[0]:
            self._until = under
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click plays its word; a drag only chooses."""
        self._dragging = False
        clicked = self._current is not None and self._until == self._current
        if clicked and event.button() == Qt.MouseButton.LeftButton and self._current is not None:
            self.word_chosen.emit(*self._current)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Hear it, correct it."""
        if self._current is None:
            return
        menu = QMenu(self)
        menu.addAction("Hear it", self._play_current)
        menu.addAction("Correct it\tF2", self.correct_current)
        menu.exec(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by word, with Shift by clause, with Ctrl and Shift choosing more; Enter plays."""
        key, held = Qt.Key(event.key()), event.modifiers()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if step is not None and shift and held & Qt.KeyboardModifier.ControlModifier:
            self._reach(step)
        elif step is not None:
            self.stepped.emit(step, shift)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._play_current()
        elif key == Qt.Key.Key_F2:
            self.correct_current()
        else:
            super().keyPressEvent(event)

    def _play_current(self) -> None:
        if self._current is not None:
            self.word_chosen.emit(*self._current)

    def _reach(self, step: int) -> None:
        if self._current is None:
            return
        turn, index = self._until or self._current
        further = (turn, index + step)
        if self._placed.word(further) is not None:
            self._until = further
            self.update()

    @Slot(str)
    def _correct(self, text: str) -> None:
        chosen = self._chosen()
        self.setFocus()
        if chosen and text.split() != [word.text for word in chosen]:
            self.corrected.emit(chosen[0].at[0], chosen[0].at[1], chosen[-1].at[1], text.split())

    def _chosen(self) -> tuple[layout.PlacedWord, ...]:
        if self._current is None:
            return ()
        first, last = sorted((self._current, self._until or self._current))
        return tuple(word for line in self._placed.lines for word in line.words if first <= word.at <= last)

    def _under(self, position: QPointF) -> WordAt | None:
        for line in self._placed.lines:
            if line.box.contains(position):
                # Half a space on either side belongs to the word: there is no dead ground between words.
                near = (word for word in line.words if word.box.adjusted(-3, 0, 3, 0).contains(position))
                return next((word.at for word in near), None)
        return None

    def _spoken_word(self, placed: layout.PlacedWord) -> str:
        turn, index = placed.at
        word = next(t for t in self._turns if t.turn == turn).words[index]
        at = f", at {clock(word.start_s)}" if word.start_s is not None else ""
        doubt = ", not heard for sure" if transcript_paint.is_doubtful(word) else ""
        return f"{word.word}{at}{doubt}"

    def _place(self) -> None:
        metrics = QFontMetricsF(theme.font(15))
        row = max(layout.LINE_HEIGHT, metrics.height() + 4)
        self._placed = layout.place(self._turns, float(self.width()), metrics.horizontalAdvance, row)
        self.setFixedHeight(max(1, round(self._placed.height)))
        self.updateGeometry()
        self.update()
