"""The card of model answers: what good sounds like, for a guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.authoring.form import Form
from trainer.records import ModelAnswer
from ui.form_parts.fields import ChoiceBox, Sentences
from ui.form_parts.part import Part, tab_through
from ui.widgets.button import Button
from ui.widgets.form import note, row, say, stacked
from ui.widgets.label import Label

_HELP = "Optional: what you would say, in full; one reply a line."


class AnswerEditor(QWidget):
    """One answer."""

    edited = Signal()
    removed = Signal()

    def __init__(self, guides: Mapping[str, str]) -> None:
        super().__init__()
        self._guides = guides
        self.guide = ChoiceBox("Guide by which this is good", guides)
        self.says = Sentences("Model answer", "Hello Ada, this is …", lines=4)
        self.remove = Button("Remove", "quiet", flush=True)
        self.remove.setAccessibleName("Remove this model answer")
        self.remove.clicked.connect(self.removed)
        for field in (self.guide, self.says):
            field.edited.connect(self.edited)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.guide, 1)
        top.addWidget(self.remove)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row("Good for", top, self.guide))
        column.addLayout(row("You say", stacked(self.says), self.says))

    def show_answer(self, answer: ModelAnswer) -> None:
        """Show it."""
        self.guide.show_value(answer.guide)
        self.says.show_sentences(answer.says)

    def answer(self) -> ModelAnswer:
        """What it says now."""
        return ModelAnswer(guide=self.guide.value(), says=self.says.sentences())


class AnswersPart(Part):
    """Any number of answers, one a guide."""

    def __init__(self, guides: Mapping[str, str], after: QWidget) -> None:
        """`guides`: id -> title; `after`: what Tab leaves for the first answer."""
        super().__init__("What good sounds like")
        self._guides, self._after = guides, after
        self.editors: list[AnswerEditor] = []
        self._mend = Label("", 13, 500, "brick", wrap=True)
        self._mend.hide()
        self.add = Button("Add a model answer")
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        self.body.addWidget(note(_HELP))
        self.body.addLayout(self._column)
        self.body.addWidget(self._mend)
        self.body.addWidget(self.add)

    def settle(self) -> None:
        """As many editors as there are answers."""
        answers = self.form.sheet.model_answers
        while len(self.editors) < len(answers):
            self._make()
        while len(self.editors) > len(answers):
            editor = self.editors.pop()
            editor.hide()
            editor.deleteLater()
        for editor, answer in zip(self.editors, answers, strict=True):
            editor.show_answer(answer)
        self.add.setVisible(len(answers) < len(self._guides))

    def targets(self) -> Mapping[str, QWidget]:
        """The first answer."""
        return {"model_answers": self.editors[0].says if self.editors else self.add}

    def show_mistakes(self, words: Mapping[str, str]) -> None:
        """Under all of them: a mistake may lie between two."""
        say(self._mend, words.get("model_answers", ""))

    def _make(self) -> None:
        editor, number = AnswerEditor(self._guides), len(self.editors)
        editor.edited.connect(partial(self._on_edited, number))
        editor.removed.connect(partial(self._remove, number))
        self.editors.append(editor)
        self._column.addWidget(editor)
        after = self.editors[-2].says if number else self._after
        tab_through(after, (editor.guide, editor.remove, editor.says))

    def _on_edited(self, number: int) -> None:
        answers = list(self.form.sheet.model_answers)
        answers[number] = self.editors[number].answer()
        self._put(answers, f"model_answers.{number}")

    def _remove(self, number: int) -> None:
        answers = list(self.form.sheet.model_answers)
        del answers[number]
        self._put(answers, "model_answers")
        self.settle()
        self.add.setFocus()

    @Slot()
    def _add(self) -> None:
        answers = list(self.form.sheet.model_answers)
        free = next(guide for guide in self._guides if guide not in {one.guide for one in answers})
        self._put([*answers, ModelAnswer(guide=free, says=())], "model_answers")
        self.settle()
        self.editors[-1].says.setFocus()

    def _put(self, answers: list[ModelAnswer], name: str) -> None:
        form: Form = replace(self.form, sheet=replace(self.form.sheet, model_answers=tuple(answers)))
        self.tell(form, name)
