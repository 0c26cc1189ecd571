"""The card of what the other side says: each line's words, its sound, and when it follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.form import (
    MOST_TURNS,
    OWN_VOICE,
    TALKED,
    Form,
    Turn,
    lines_of,
    new_line,
    with_lines,
    with_turn,
)
from trainer.records import Kind, Prompt
from ui.form_parts.fields import ChoiceBox, OneLine, SeveralLines
from ui.form_parts.part import FieldRow, Part, tab_through
from ui.models.form_words import OFFERED_CHECKS, line_title
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.chip import Chip
from ui.widgets.form import ADVICE_WIDTH
from ui.widgets.label import Label
from ui.widgets.sound_row import SoundRow

_SAYS = "Word for word, as your sound says it. Record it first and what was heard is written here."
_SOUND_HELP = "Your voice or anybody’s: speak it, choose a file, or drop one here."
_WORDS_HELP = "Words or phrases with commas between them; any of them will do."
_HELP: dict[Kind, str] = {
    "callback": "After each reply of yours the next line that fits is heard; the last one ends the call.",
    "elevator": "You answer once. Then they say the first line that fits, or the last one.",
}
Condition = tuple[str, tuple[str, ...]]
"""`Turn.when` and the checks."""


class LineEditor(QWidget):
    """One line. `turn`: it follows a reply under a condition; `titles`: check -> its title.

    Signals:
        edited: the user has changed "text", "when", "words", "objection" or "ends".
        removed: the user wants it gone.
        dropped: a file was dropped on it (its path).
    """

    edited = Signal(str)
    removed = Signal()
    dropped = Signal(str)

    def __init__(self, title: str, kind: Kind, titles: Mapping[str, str] | None) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._titles = titles or {}
        self.remove = Button("Remove", "quiet", flush=True)
        self.remove.setAccessibleName(f"Remove: {title}")
        self.remove.clicked.connect(self.removed)
        self.text = SeveralLines(f"{title}: their words", "", lines=3)
        self.sound = SoundRow(title)
        self.when = ChoiceBox(f"{title}: when", self._conditions(kind))
        self.words = OneLine(f"{title}: words of yours", "price, how much", ADVICE_WIDTH)
        self.objection, self.ends = Chip("They object here"), Chip("Then they hang up")
        self.rows = {
            "when": FieldRow("When", self.when),
            "words": FieldRow("If you say", self.words, _WORDS_HELP),
            "text": FieldRow("Their words", self.text, _SAYS),
            "audio": FieldRow("Their voice", self.sound, _SOUND_HELP),
        }
        self._connect()
        self._lay_out(title, is_turn=titles is not None, kind=kind)

    def show_line(self, line: Prompt, turn: Turn | None) -> None:
        """Show it; fields that show the same already are left alone."""
        self.text.show_value(line.text)
        self.objection.setChecked(line.objection)
        self.ends.setChecked(line.ends)
        if turn:
            condition: Condition = (turn.when, turn.checks if turn.when == "checks" else ())
            self.when.show_value(condition, self._check_words(turn.checks))
            if self._words() != turn.words:
                self.words.show_value(", ".join(turn.words))
        self.rows["words"].setVisible(turn is not None and turn.when == "words")

    def line(self, before: Prompt) -> Prompt:
        """What the fields make of the line."""
        return replace(before, text=self.text.value())

    def turn(self, before: Turn) -> Turn:
        """What the fields make of a line that follows a reply."""
        when, checks = self.when.value()
        objection, ends = self.objection.isChecked(), self.ends.isChecked()
        line = replace(self.line(before.line), objection=objection, ends=ends)
        return replace(before, line=line, when=when, words=self._words(), checks=checks or before.checks)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        fields = (self.when, self.words, self.text, self.objection, self.ends)
        return (self.remove, *fields, self.sound.record, self.sound.play, self.sound.choose)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file of this computer may be dropped."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it as the line's sound."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().urls()[0].toLocalFile())

    def _words(self) -> tuple[str, ...]:
        return tuple(word.strip() for word in self.words.text().split(",") if word.strip())

    def _conditions(self, kind: Kind) -> dict[Condition, str]:
        offered: dict[Condition, str] = {("next", ()): "Always", ("words", ()): "If you say certain words"}
        for check in OFFERED_CHECKS.get(kind, ()):
            offered["checks", (check,)] = self._check_words((check,))
        return offered

    def _check_words(self, checks: tuple[str, ...]) -> str:
        return f"If met: {' and '.join(self._titles.get(check, check) for check in checks)}"

    def _connect(self) -> None:
        self.text.edited.connect(partial(self.edited.emit, "text"))
        self.when.edited.connect(partial(self.edited.emit, "when"))
        self.words.edited.connect(partial(self.edited.emit, "words"))
        for chip, name in ((self.objection, "objection"), (self.ends, "ends")):
            chip.clicked.connect(partial(self._on_chip, name))

    def _on_chip(self, name: str, _checked: bool = False) -> None:
        self.edited.emit(name)

    def _lay_out(self, title: str, *, is_turn: bool, kind: Kind) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(title, 15, 600), 1)
        head.addWidget(self.remove)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in (self.objection, self.ends):
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        for name in ("when", "words", "text"):
            column.addWidget(self.rows[name])
        chips_row = QHBoxLayout()
        chips_row.addSpacing(158)  # under the fields
        chips_row.addLayout(chips, 1)
        column.addLayout(chips_row)
        column.addWidget(self.rows["audio"])
        # Not before they are inside: without a parent they would be windows.
        for widget in (self.remove, self.rows["when"]):
            widget.setVisible(is_turn)
        for chip in (self.objection, self.ends):
            chip.setVisible(is_turn and kind == "callback")


class LinesPart(Part):
    """All lines, in order.

    Signals:
        made: the editors are new; whoever follows their sounds looks again.
        file_dropped: on the line of this id, a path.
    """

    made = Signal()
    file_dropped = Signal(str, str)

    def __init__(self, titles: Mapping[str, str], after: QWidget) -> None:
        """`titles`: check -> its title; `after`: what Tab leaves for the first line."""
        super().__init__("What they say")
        self._titles, self._after = titles, after
        self.editors: dict[str, LineEditor] = {}
        """Line's id -> its editor, in the order of the call."""
        self._made_for: Any = None
        self.add = Button("Add a line before the last")
        self.add.clicked.connect(self._add)
        self._help = Label("", 13, tone="ink2", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self.body.addWidget(self._help)
        self.body.addLayout(self._column)
        self.body.addWidget(self.add)

    def settle(self) -> None:
        """One editor a line; they are made anew when there are other lines."""
        form = self.form
        lines = lines_of(form)
        made_for = (form.sheet.kind, [line.id for line in lines])
        if made_for != self._made_for:
            self._made_for = made_for
            self._make(form, lines)
        turns = {turn.line.id: turn for turn in form.turns}
        for line in lines:
            self.editors[line.id].show_line(line, turns.get(line.id))
        talks = form.sheet.kind in TALKED
        self.add.setVisible(talks and len(form.turns) < MOST_TURNS)
        self.add.set_text("Add a line before the last" if form.end else "Add what they say then")
        self._help.setText(_HELP.get(form.sheet.kind, ""))
        self._help.setVisible(talks)

    def targets(self) -> Mapping[str, QWidget]:
        """Each field of each line."""
        places: dict[str, QWidget] = {}
        for number, editor in enumerate(self.editors.values()):
            places[f"lines.{number}.text"] = editor.text
            places[f"lines.{number}.audio"] = editor.sound.record
            places[f"lines.{number}.words"] = editor.words
        return places

    def show_mistakes(self, words: Mapping[str, str]) -> None:
        """At each field of each line."""
        for number, editor in enumerate(self.editors.values()):
            for name, field_row in editor.rows.items():
                field_row.show_mistake(words.get(f"lines.{number}.{name}", ""))

    def put_sound(self, line_id: str, place: str) -> None:
        """The line of this id has another sound, in the user's own voice."""
        lines = lines_of(self.form)
        number = next(number for number, line in enumerate(lines) if line.id == line_id)
        spoken = replace(lines[number], audio=place, voice=OWN_VOICE, speed=1.0, background=None)
        others = [*lines[:number], spoken, *lines[number + 1 :]]
        self.tell(with_lines(self.form, others), f"lines.{number}.audio")

    def put_words(self, line_id: str, words: str) -> None:
        """What was heard in the line's sound, where nobody has written its words yet."""
        lines = lines_of(self.form)
        number = next((number for number, line in enumerate(lines) if line.id == line_id), None)
        if number is None or lines[number].text.strip() or not words:
            return
        spoken = replace(lines[number], text=words)
        others = [*lines[:number], spoken, *lines[number + 1 :]]
        self.tell(with_lines(self.form, others), f"lines.{number}.text")

    def _make(self, form: Form, lines: tuple[Prompt, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        turns = {turn.line.id for turn in form.turns}
        self.editors = {}
        for number, line in enumerate(lines):
            is_turn = line.id in turns and form.sheet.kind in TALKED
            title = line_title(form, number)
            editor = LineEditor(title, form.sheet.kind, self._titles if is_turn else None)
            editor.edited.connect(partial(self._on_edited, number))
            editor.removed.connect(partial(self._remove, line.id))
            editor.dropped.connect(partial(self.file_dropped.emit, line.id))
            if number:
                self._column.addWidget(Rule())
            self._column.addWidget(editor)
            self.editors[line.id] = editor
        tab_through(self._after, (stop for editor in self.editors.values() for stop in editor.stops()))
        self.made.emit()

    def _on_edited(self, number: int, name: str) -> None:
        form, editor = self.form, list(self.editors.values())[number]
        field = f"lines.{number}.{name}"
        if editor.remove.isHidden():
            lines = list(lines_of(form))
            lines[number] = editor.line(lines[number])
            self.tell(with_lines(form, lines), field)
        else:
            turns = list(form.turns)
            turns[number - 1] = editor.turn(turns[number - 1])
            self.tell(replace(form, turns=tuple(turns)), field)
        self.settle()

    def _remove(self, line_id: str) -> None:
        turns = tuple(turn for turn in self.form.turns if turn.line.id != line_id)
        self.tell(replace(self.form, turns=turns), "lines")
        self.settle()
        self.add.setFocus()

    @Slot()
    def _add(self) -> None:
        if self.form.end is None:
            form = replace(self.form, end=new_line("end", ends=True))
        else:
            form = with_turn(self.form)
        self.tell(form, "lines")
        self.settle()
        added = form.turns[-1].line.id if form.turns else "end"
        self.editors[added].text.setFocus()
