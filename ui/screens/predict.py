"""Before you look: three guesses while the call is heard and judged, then the feedback."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout

from trainer import events
from trainer.errors import WorldError
from trainer.records import Attempt, Prediction
from ui.bridge import Bridge
from ui.keeper import Keeper
from ui.models.guesses import questions_for, shows_clock
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.call_notice import Choice, Notice
from ui.widgets.guess_form import GuessForm
from ui.widgets.page import Page

TITLE = "Before you look"
ICON = "circle-question-mark"
ORDER = None

_SAFE = "Your take is safe. You can go on; a note tells you when it is ready."


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return Predict(services, bridge, navigate)


class Predict(Screen):
    """Asks about one attempt; shows its feedback once that is asked for and there is one."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._keeper = Keeper(services, bridge)
        self._attempt_id = ""
        self._judged = self._wanted = False
        self.form, self.notice = GuessForm(), Notice()
        self._page = Page(self.form)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.notice)
        self.form.show_me.clicked.connect(self._show_me)
        self.form.skip.clicked.connect(self._reveal)
        self.form.never.clicked.connect(self._never)
        self.form.no_clock.clicked.connect(self._no_clock)
        bridge.core_event.connect(self._on_event)

    @property
    def asking(self) -> bool:
        """Whether the questions are there to be answered."""
        return bool(self._attempt_id) and not self._wanted and self.form.isVisible()

    def enter(self, subject: str | None) -> None:
        """Ask about the attempt `subject`, whose words are just being heard."""
        assert subject is not None, "a guess is about an attempt"
        self._attempt_id, self._judged, self._wanted = subject, False, False
        self._stack.setCurrentWidget(self._page)
        self.form.hide()
        self._bridge.when_done(self._services.review.attempt(subject), self._ask, self._on_lost)

    def leave(self) -> None:
        """Whatever this attempt still announces is for another page."""
        self._attempt_id = ""

    def escape(self) -> bool:
        """Esc while waiting goes on; before that it is the key of Skip."""
        if self._wanted:
            self._go_on()
        return self._wanted

    @Slot(object)
    def _on_event(self, event: events.CoreEvent) -> None:
        if not self._attempt_id or event.attempt_id != self._attempt_id:
            return
        if isinstance(event, events.AttemptJudged):
            self._judged = True
            if self._wanted:
                self._show_feedback()
        elif isinstance(event, events.AttemptWaiting) or (isinstance(event, events.Trouble) and event.fatal):
            # There is nothing to compare with yet; the guess is kept for when there is.
            self._keep()
            self._show_feedback()

    def _ask(self, attempt: Attempt) -> None:
        if attempt.id != self._attempt_id:
            return
        self._judged = self._judged or attempt.feedback is not None
        ran = self._services.settings.clock and shows_clock(attempt.scenario)
        self.form.ask(questions_for(attempt.scenario), clock=ran)
        self.form.show()
        self.form.slider.setFocus()
        announce(self, "Before you look: three guesses. Enter shows the feedback, Escape skips.")
        self.changed.emit()

    def _on_lost(self, error: Exception) -> None:
        """Without the attempt there is nothing to ask; the feedback page says what is wrong with it."""
        if not isinstance(error, WorldError):
            raise error
        self._show_feedback()

    @Slot()
    def _show_me(self) -> None:
        self._keep()
        self._reveal()

    @Slot()
    def _never(self) -> None:
        self._keeper.keep(predict=False)
        self._reveal()

    @Slot()
    def _no_clock(self) -> None:
        """Only from the next call on: how this one is counted stays as it was said."""
        if self._keeper.keep(clock=False):
            self.form.no_clock.hide()
            self.form.slider.setFocus()
            announce(self, "The clock is hidden from now on. Settings, Practice shows it again.")

    def _keep(self) -> None:
        guess = self.form.guess()
        if guess != Prediction():
            # Kept before the feedback is fetched: the history does what it is asked in order.
            self._bridge.when_done(self._services.review.predict(self._attempt_id, guess), self._kept)

    def _kept(self, _nothing: None) -> None:
        announce(self, "Your guess is kept.")

    @Slot()
    def _reveal(self) -> None:
        self._wanted = True
        if self._judged:
            self._show_feedback()
            return
        go_on = Choice("Go on meanwhile", self._go_on)
        self.notice.say("Listening to what you said", _SAFE, go_on, busy=True)
        self._stack.setCurrentWidget(self.notice)
        self.notice.first.setFocus()
        announce(self, "Listening to what you said")
        self.changed.emit()

    def _go_on(self) -> None:
        self._navigate("today")

    def _show_feedback(self) -> None:
        self._navigate("feedback", self._attempt_id)
