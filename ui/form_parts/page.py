"""The page round the form: what can be done with it, and beside it what is still to be mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.authoring.check import Mistake
from trainer.authoring.form import Form
from ui import theme
from ui.form_parts.whole import ScenarioForm
from ui.models.form_words import mend_title, mend_words, page_title
from ui.widgets.button import Button
from ui.widgets.call_notice import Choice
from ui.widgets.call_notice import Notice as Question
from ui.widgets.label import Label
from ui.widgets.mend_list import MendList
from ui.widgets.notice import Notice


class FormPage(QWidget):
    """Either the form or a question about it. Its buttons are attributes; it knows no services."""

    def __init__(self, form: ScenarioForm) -> None:
        super().__init__()
        self.form = form
        self.undo, self.redo = Button("Undo", "quiet"), Button("Redo", "quiet")
        self.close_form = Button("Close", "quiet", key="Esc")
        self.try_it = Button("Save and try it", icon="play")
        self.save = Button("Save", "primary", key="Ctrl+S")
        self.notice, self.mends, self.question = Notice("secondary"), MendList(), Question()
        self._title = Label("", 28, 600, elide=True)
        self._stack = QStackedWidget()
        self._lay_out()
        # Into its place at once, not moved there with the whole page. Tab goes on from it to the mends.
        for page in (form, self.question):
            self._stack.addWidget(page)
        self._columns.addWidget(self.mends, alignment=Qt.AlignmentFlag.AlignTop)

    @property
    def asking(self) -> bool:
        """Whether a question is shown instead of the form."""
        return self._stack.currentWidget() is self.question

    def show_form(self) -> None:
        """The form again."""
        self.notice.tell("")
        self._show(self.form)

    def ask(self, title: str, sentence: str, *choices: Choice) -> None:
        """A question, with the focus on its first answer."""
        self.question.say(title, sentence, *choices)
        self._show(self.question)
        self.question.first.setFocus()

    def settle(self, subject: str, form: Form, found: Sequence[Mistake], *, past: bool, future: bool) -> None:
        """Title, check and buttons of this form. `past`, `future`: whether it has steps to undo or redo."""
        self._title.setText(page_title(subject, form.sheet.title))
        self.mends.show_mends(mend_title(len(found)), [(one.field, mend_words(one, form)) for one in found])
        self.form.show_mistakes(found)
        for button, usable, why_not in (
            (self.undo, past, "Nothing has been changed."),
            (self.redo, future, "Nothing has been undone."),
        ):
            button.setEnabled(usable)
            button.setToolTip("" if usable else why_not)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is to be mended stands beside the form where there is room, else above it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.NARROW_BELOW
        side = theme.page_margin(self.window().width())
        self._page.setContentsMargins(side - 4, 18, side, 0)
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self.mends.set_narrow(narrow)

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        for widget in (self._title, self.undo, self.redo, self.try_it, self.save, self.mends):
            widget.setVisible(page is self.form)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(4, 0, 0, 0)  # cards keep as much free for the focus ring
        head.addWidget(self._title, 1)
        head.addStretch()
        for button in (self.undo, self.redo, self.close_form, self.try_it, self.save):
            head.addWidget(button)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        self._columns.addWidget(self._stack, 1)
        self._page = QVBoxLayout(self)
        self._page.setSpacing(12)
        self._page.addLayout(head)
        self._page.addWidget(self.notice)
        self._page.addLayout(self._columns, 1)
