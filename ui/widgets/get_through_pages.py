"""The pages of get-through: when to call, and the call with its keypad."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from trainer.records import Prompt, Scenario
from trainer.ways import TIME_WORDS
from ui.models.phrasing import KIND_WORDS, clock
from ui.widgets.button import Button
from ui.widgets.keypad import Keypad
from ui.widgets.label import Label
from ui.widgets.level import LevelMeter
from ui.widgets.up_next import Points
from ui.widgets.wide_choice import WideChoice

_TALK_WIDTH = 440
_ROOM_BESIDE = 100
"""Between the words and the keys, in px."""
_BUTTONS_BESIDE = 812
"""From this width of the page on, in px, there is room for two buttons beside each other."""
_COLUMN = 620
_YOUR_TURN = "Your turn. They answer when you pause."
_YOUR_LAST = "Your turn. Hang up when you are done."


def aim(scenario: Scenario) -> str:
    """ "Reach Tom Adeyemi, head of dispatch."."""
    role = f", {scenario.prospect.role}" if scenario.prospect.role else ""
    return f"Reach {scenario.prospect.name}{role}."


class WhenToCall(QWidget):
    """What is known, and the times at which the call can be placed; between two calls also `finish`.

    Signals:
        chosen: one of the times.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finish = Button("Leave it at that", "quiet", key="F")
        self.times: list[WideChoice] = []
        self._title = Label(size=28, weight=600, elide=True)
        self._aim = Label(tone="ink2", wrap=True)
        self._known = Points("What you know")
        self._question = Label(size=15, weight=600)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        inner = QWidget()
        inner.setMaximumWidth(_COLUMN)
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addStretch(2)
        body.addWidget(Label(KIND_WORDS["get-through"], 13, 600, "ink2"))
        body.addSpacing(4)
        body.addWidget(self._title)
        body.addWidget(self._aim)
        body.addSpacing(16)
        body.addWidget(self._known)
        body.addSpacing(16)
        body.addWidget(self._question)
        body.addSpacing(8)
        body.addLayout(self._choices)
        body.addSpacing(8)
        body.addWidget(self.finish, alignment=Qt.AlignmentFlag.AlignLeft)
        body.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)

    def ask(self, scenario: Scenario, times: Sequence[str]) -> None:
        """Before the first call."""
        self._title.setText(scenario.prospect.company or scenario.prospect.name)
        self._aim.setText(aim(scenario))
        self._known.show_points(scenario.you_know)
        self._offer("When do you call?", times, again=False)

    def ask_again(self, scenario: Scenario, times: Sequence[str]) -> None:
        """After a call that reached nobody."""
        self._title.setText("That way is closed.")
        self._aim.setText(f"{aim(scenario)} Another hour, another key or another question may open one.")
        self._offer("Call again?", times, again=True)

    def _offer(self, question: str, times: Sequence[str], *, again: bool) -> None:
        for old in self.times:
            self._choices.removeWidget(old)
            old.deleteLater()
        self._question.setText(question)
        only = "Call again" if again else "Call now"
        words = {when: TIME_WORDS[when] for when in TIME_WORDS} if len(times) > 1 else {times[0]: only}
        self.times = [WideChoice(words[when], str(place)) for place, when in enumerate(times, start=1)]  # type: ignore[index]
        for choice, when in zip(self.times, times, strict=True):
            choice.clicked.connect(partial(self._choose, when))
            self._choices.addWidget(choice)
        self.finish.setVisible(again)

    def _choose(self, when: str, *_checked: bool) -> None:
        self.chosen.emit(when)


class KeypadCall(QWidget):
    """The call: who is to be reached, what is said, how long, and the keys.

    `hang_up`, `again` (the menu from its beginning) and `done` (the reply is) are its buttons.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hang_up = Button("Hang up", "secondary", 56, icon="phone-down", key="Space")
        self.again = Button("Hear the menu again", "quiet", icon="rotate-cw")
        self.done = Button("I am done", "quiet", key="Enter")
        self.done.setAccessibleName("My reply is done")
        self.keypad, self.level = Keypad(), LevelMeter()
        self._company = Label(size=28, weight=600, elide=True)
        self._aim = Label(tone="ink2", wrap=True)
        self._line = Label(size=20, wrap=True)
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._line.setMinimumHeight(3 * self._line.fontMetrics().lineSpacing())
        self._timer = Label("0:00", 44, 500, tabular=True)
        self._timer.setAccessibleName("Seconds on the telephone")
        self._status = Label(size=13, tone="ink2", tabular=True)
        self._call, self._quiet = QElapsedTimer(), QElapsedTimer()
        self._menu: str | None = None
        self._read = 0
        self._lay_out()

    def show_call(self, scenario: Scenario) -> None:
        """A call begins to ring."""
        self._company.setText(scenario.prospect.company or scenario.prospect.name)
        self._aim.setText(aim(scenario))
        self._line.setText("")
        self._menu, self._read = None, 0
        self._call.start()
        self._listen(None)
        self._status.setText("It is ringing.")
        self.tick()

    def show_line(self, prompt: Prompt) -> None:
        """Somebody or a menu speaks."""
        menu = prompt.id if prompt.keys else None
        self._read = self._read if menu and menu == self._menu else 0
        self._menu = menu
        self._line.setText(f"“{prompt.text}”")
        self._listen(None)
        self._status.setText("")
        self.again.setVisible(menu is not None)
        self._quiet.invalidate()

    def line_ended(self) -> None:
        """What they said has been said."""
        if self._menu:
            self._read += 1
            self._quiet.start()

    def show_turn(self, ends_by_pause: bool) -> None:
        """It is the user's turn."""
        self._listen(_YOUR_TURN if ends_by_pause else _YOUR_LAST)

    @property
    def in_menu(self) -> bool:
        """Whether a menu is heard or waits."""
        return self._menu is not None

    def words(self) -> tuple[str, str]:
        """What they say, and the small line under the time."""
        return self._line.text(), self._status.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows put the buttons under each other."""
        super().resizeEvent(event)
        beside = self.width() >= _BUTTONS_BESIDE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(across if beside else down)

    @Slot()
    def tick(self) -> None:
        """Bring the times up to now."""
        self._timer.setText(clock(self._call.elapsed() / 1000))
        if self._menu and self._quiet.isValid():
            read = "once" if self._read == 1 else "twice" if self._read == 2 else f"{self._read} times"
            quiet = self._quiet.elapsed() // 1000
            waited = f" Nothing has been pressed for {quiet} s." if quiet else ""
            self._status.setText(f"The menu has been read {read}.{waited}")

    def _listen(self, status: str | None) -> None:
        """Show what belongs to the user's turn, or put it away."""
        self.level.setVisible(status is not None)
        self.done.setVisible(status is not None)
        self.again.setVisible(False)
        self.level.clear()
        if status:
            self._status.setText(status)

    def _lay_out(self) -> None:
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(16)
        for button in (self.hang_up, self.again, self.done):
            self._buttons.addWidget(button)
        self._buttons.addStretch()
        words = QWidget()
        words.setMaximumWidth(_TALK_WIDTH)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        talk = QVBoxLayout(words)
        talk.setContentsMargins(0, 0, 0, 0)
        talk.setSpacing(0)
        talk.addStretch(1)
        talk.addWidget(Label(KIND_WORDS["get-through"], 13, 600, "ink2"))
        talk.addSpacing(4)
        talk.addWidget(self._company)
        talk.addWidget(self._aim)
        talk.addSpacing(16)
        talk.addWidget(self._line)
        talk.addSpacing(8)
        talk.addWidget(self._timer)
        talk.addSpacing(8)
        talk.addWidget(self._status)
        talk.addSpacing(8)
        talk.addWidget(self.level)
        talk.addSpacing(16)
        talk.addLayout(self._buttons)
        talk.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addSpacerItem(QSpacerItem(_ROOM_BESIDE, 0, QSizePolicy.Policy.Preferred))
        row.addWidget(self.keypad, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
