"""Where a script is written: a bar of its part beside every line, marks under what costs the call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from trainer.records import LONGEST_SCRIPT, MarkedPoint, in_lines
from trainer.scripts.checking import missing_breaks
from ui import theme
from ui.models.script_marks import ScriptMarks, Stretch, bar_of
from ui.models.utf16 import to_letters, to_units
from ui.widgets.part_paint import paint_bar
from ui.widgets.point_format import MUST, PLAIN, POINT, point_format, point_of, points_in

_BAR_LEFT, _BAR_WIDTH, _BAR_HEIGHT = 18, 5, 22
_BAR_LEAST, _BAR_GAP = 4, 1
_TEXT_LEFT, _TEXT_RIGHT = 40, 20
_LINE_PX, _BETWEEN_PX = 24, 12
_HINT = "Write it as you would say it."


class ScriptEditor(QTextEdit):
    """Signals:
    written: the text or its key points were changed by the user.
    point_here: `PLAIN`, `POINT` or `MUST`: what the place of the cursor is now.
    left: it has lost the keys.
    """

    written = Signal()
    point_here = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._judged, self._showing = ScriptMarks(), "", False
        self._found = ScriptMarks()
        """The same by Qt's positions."""
        self.setAccessibleName("Script")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTextEdit { background: transparent; }")
        self.setFont(theme.font(15))
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._tell_point)
        self.selectionChanged.connect(self._tell_point)

    # ------------------------------------------------------------------ what it holds

    def show_script(self, text: str, points: Sequence[MarkedPoint] = ()) -> None:
        """Show this instead; it cannot be undone into what was there before."""
        self._showing = True
        self._marks, self._found, self._judged = ScriptMarks(), ScriptMarks(), ""
        text = in_lines(text)
        self.setPlainText(text)
        self._lay_out()
        for number, point in enumerate(points, 1):
            place = QTextCursor(self.document())
            place.setPosition(to_units(text, point.start))
            place.setPosition(to_units(text, point.end), QTextCursor.MoveMode.KeepAnchor)
            place.mergeCharFormat(point_format(MUST if point.must else POINT, number))
        self.document().clearUndoRedoStacks()
        self._showing = False
        self._tell_point()

    def text(self) -> str:
        """What it says."""
        return self.toPlainText()

    def points(self) -> tuple[MarkedPoint, ...]:
        """The key points, in order."""
        text = self.text()
        return tuple(
            replace(one, start=to_letters(text, one.start), end=to_letters(text, one.end))
            for one in points_in(self.document())
        )

    def show_marks(self, text: str, marks: ScriptMarks) -> None:
        """Show what was found in `text`, unless it says something else by now."""
        if text == self.text():
            self._judged, self._marks = text, marks
            self._found = marks.moved(lambda place: to_units(text, place))
            self.viewport().update()

    def choose_words(self, stretch: Stretch) -> None:
        """Select these characters and bring them into view."""
        cursor = self.textCursor()
        text = self.text()
        cursor.setPosition(to_units(text, stretch[0]))
        cursor.setPosition(to_units(text, stretch[1]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # ------------------------------------------------------------------ key points and lines

    def selected_words(self) -> str:
        """What is selected, without white space around it; "" for nothing."""
        return self._words().selectedText().replace("\u2029", "\n")

    def point_level(self) -> int:
        """`POINT` or `MUST` where the cursor stands in a key point, else `PLAIN`."""
        around = self._point_around()
        return point_of(around.charFormat())[0] if around.hasSelection() else PLAIN

    def set_point(self, level: int) -> None:
        """Make what is selected a key point (`POINT`, `MUST`) or none (`PLAIN`); else that of the cursor."""
        if self.isReadOnly():
            return
        words = self._words() if self._words().hasSelection() else self._point_around()
        if not words.hasSelection():
            return
        number = max((point_of(one)[1] for one in self._formats()), default=0) + 1
        words.setCharFormat(point_format(level, number if level else 0))
        self._on_changed()
        self._tell_point()

    @Slot()
    def by_clause(self) -> None:
        """Begin a new line with each clause that does not begin one; one step of undo."""
        if self.isReadOnly() or self._judged != self.text():
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for first, end in reversed(missing_breaks(self._judged, self._marks.firsts)):
            cursor.setPosition(to_units(self._judged, first))
            cursor.setPosition(to_units(self._judged, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertBlock()
        cursor.endEditBlock()

    # ------------------------------------------------------------------ Qt

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only letters come in, and no more than a script may have."""
        room = LONGEST_SCRIPT - len(self.text())
        self.insertPlainText(in_lines(source.text())[: max(0, room)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed at the end of a key point does not belong to it."""
        if event.text() and not self.textCursor().hasSelection():
            self._leave_point()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody is typing any more."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, key points and marks, and the words above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._judged == self.text():
            self._paint_found(painter)
        self._paint_points(painter)
        if self.document().isEmpty():
            # Qt's own placeholder knows nothing of the room for the bars.
            painter.setFont(self.font())
            painter.setPen(theme.color("ink2"))
            line = self.cursorRect()
            painter.drawText(line.left() + 1, line.center().y() + self.fontMetrics().ascent() // 2, _HINT)
        painter.end()
        super().paintEvent(event)

    # ------------------------------------------------------------------ inside

    @Slot()
    def _on_changed(self) -> None:
        if not self._showing:
            self.written.emit()

    @Slot()
    def _tell_point(self) -> None:
        if not self._showing:
            self.point_here.emit(self.point_level())

    def _lay_out(self) -> None:
        """Lines 24 px high, 12 px apart; room for the bars on the left."""
        frame = self.document().rootFrame()
        edges = frame.frameFormat()
        edges.setLeftMargin(_TEXT_LEFT)
        edges.setRightMargin(_TEXT_RIGHT)
        edges.setTopMargin(14)
        frame.setFrameFormat(edges)
        lines = QTextBlockFormat()
        height = max(float(_LINE_PX), self.fontMetrics().height() + 4.0)
        lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        lines.setBottomMargin(_BETWEEN_PX)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(lines)

    def _words(self) -> QTextCursor:
        """The selection without white space around it."""
        cursor, words = self.textCursor(), QTextCursor(self.document())
        text = cursor.selectedText()
        if text.strip():
            words.setPosition(cursor.selectionStart() + len(text) - len(text.lstrip()))
            end = cursor.selectionEnd() - len(text) + len(text.rstrip())
            words.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return words

    def _point_around(self) -> QTextCursor:
        """The whole key point in which the cursor stands; an empty selection where it stands in none."""
        here, found = self.textCursor(), QTextCursor(self.document())
        number = point_of(here.charFormat())[1]
        points = points_in(self.document()) if number else ()
        mine = [one for one in points if one.start <= here.selectionStart() <= one.end]
        if mine:
            found.setPosition(mine[-1].start)
            found.setPosition(mine[-1].end, QTextCursor.MoveMode.KeepAnchor)
        return found

    def _formats(self) -> Iterator[QTextCharFormat]:
        for block in _blocks(self):
            yield from (one.format for one in block.textFormats())

    def _leave_point(self) -> None:
        here = self.textCursor()
        if any(point.end == here.position() for point in points_in(self.document())):
            self.setCurrentCharFormat(QTextCharFormat())

    # ------------------------------------------------------------------ painting

    def _paint_found(self, painter: QPainter) -> None:
        for block, line in self._lines():
            first = block.position() + line.textStart()
            box = self._line_box(block, line)
            bars = bar_of(self._found, first, first + line.textLength())
            room = _BAR_HEIGHT - len(bars) * (_BAR_LEAST + _BAR_GAP) + _BAR_GAP
            top = box.center().y() - _BAR_HEIGHT / 2
            for part, share in bars:
                height = _BAR_LEAST + share * max(0, room)
                paint_bar(painter, part, QRectF(_BAR_LEFT, top, _BAR_WIDTH, height))
                top += height + _BAR_GAP
        for stretch in self._found.fix:
            for box in self._boxes(stretch):
                painter.fillRect(box, theme.color("brick_soft"))
        for stretch in self._found.missed:
            for box in self._boxes(stretch):
                painter.fillRect(box.adjusted(0, box.height() - 2, 0, 0), theme.color("brick"))

    def _paint_points(self, painter: QPainter) -> None:
        for point in points_in(self.document()):
            for box in self._boxes((point.start, point.end)):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent_soft"))
                painter.drawRoundedRect(box.adjusted(-1, 1, 1, 0), 4, 4)
                if point.must:
                    painter.fillRect(box.adjusted(0, box.height() - 2, 0, 0), theme.color("accent"))

    def _lines(self) -> Iterator[tuple[QTextBlock, QTextLine]]:
        """Every line as it is wrapped."""
        for block in _blocks(self):
            layout = block.layout()
            for number in range(layout.lineCount()):
                yield block, layout.lineAt(number)

    def _line_box(self, block: QTextBlock, line: QTextLine) -> QRectF:
        """Where a line stands in the viewport, in px."""
        corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
        box = line.naturalTextRect().translated(corner)
        return box.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _boxes(self, stretch: Stretch) -> Iterator[QRectF]:
        """The boxes of these characters, line by line, as high as their letters."""
        letters = self.fontMetrics().height()
        for block, line in self._lines():
            first = block.position() + line.textStart()
            begin, end = max(stretch[0], first), min(stretch[1], first + line.textLength())
            if begin < end:
                left, right = _x(line, begin - block.position()), _x(line, end - block.position())
                box = self._line_box(block, line)
                shift = box.left() - line.naturalTextRect().left()
                middle = box.center().y()
                low, high = min(left, right), max(left, right)
                yield QRectF(low + shift - 1, middle - letters / 2 - 1, high - low + 2, letters + 4)


def _x(line: QTextLine, position: int) -> float:
    """Px from the block's left edge at which a character begins."""
    found: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]  # as Qt says, not its stub
    return found[0]


def _blocks(editor: QTextEdit) -> Iterator[QTextBlock]:
    block = editor.document().begin()
    while block.isValid():
        yield block
        block = block.next()
