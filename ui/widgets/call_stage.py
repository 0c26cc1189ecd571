"""All that a page of calls shows, and which of it in which state; no behaviour."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.models.call_states import ON_THE_LINE, PILL, State
from ui.widgets.before_page import BeforePage
from ui.widgets.call_head import CallHead
from ui.widgets.call_notice import Notice
from ui.widgets.call_parts import OnTheLine, Ringing
from ui.widgets.page import Page

_NOT_YET = "You can hang up once it is your turn. Esc goes back to Today."


class CallStage(QWidget):
    """The pages, of which one is shown; `head` belongs above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.before, self.line = CallHead(), BeforePage(), OnTheLine()
        self.ringing, self.notice = Ringing(), Notice()
        self._pages = QStackedWidget()
        self._before = Page(self.before)  # what is prepared may be longer than the window
        for page in (self._before, self.line, self.ringing, self.notice):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def show_state(self, state: State, *, answers: bool, has_menu: bool, may_be_busy: bool) -> None:
        """Show what belongs to `state`.

        `answers`: the user's turn answers a line; `has_menu`: the mailbox has one; `may_be_busy`: the user
        may say that they cannot talk.
        """
        own: dict[State, QWidget] = {"before": self._before, "ringing": self.ringing}
        self._pages.setCurrentWidget(own.get(state, self.line if state in ON_THE_LINE else self.notice))
        self.head.pill.show_state(PILL[state], live=state == "turn")
        self.head.pill.setVisible(state != "ringing")
        self.head.back.set_text("Let it ring out" if state == "ringing" else "Back to Today")
        line, turn = self.line, state == "turn"
        line.hang_up.setEnabled(turn)
        line.hang_up.setToolTip("" if turn else _NOT_YET)
        line.start_over.setVisible(state in ("line", "turn"))
        line.cannot_talk.setVisible(state in ("line", "turn") and may_be_busy)
        line.hang_up.setHidden(state == "menu")
        line.menu.setVisible(state == "menu")
        line.options.setVisible(turn and has_menu)
        line.done.setVisible(turn and answers)

    def action(self, state: State, *, answers: bool) -> QWidget | None:
        """What is to be done in `state`; None where nothing is, or where one key must not do it.

        A button that has the focus takes Space and Enter: where the two mean different things, none has it.
        """
        if state == "before":
            return self.before.action()
        if state == "between" or (state == "turn" and answers):
            return None
        if state in ON_THE_LINE:
            return self.line.hang_up if state == "turn" else None
        return self.ringing.answer if state == "ringing" else self.notice.first
