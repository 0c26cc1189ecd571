"""The ambush on Today: in how long it may ring, the button that asks for it, and what is asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QWidget

from trainer.settings import AmbushRules, AmbushWindow
from ui.models.ambush_words import WINDOWS, choice_of, count_words, rules_words
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.form import note, say
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.time_box import TimeBox

_TITLE = "Let it ring by surprise"
_ADVICE = "Get on with your work. One of your prospects calls back when you least expect it."
_ARM = "Ring me"
_ROUND = "Hold a round now"
_WINDOW_WIDTH = 136


class AmbushCard(Card):
    """A card in the side column, or, where the window is narrow, a bar.

    Signals:
        arm_wanted: a `trainer.practice.ambush.Choice`.
        disarm_wanted: close the window.
        round_wanted: several calls in a row, now.
    """

    arm_wanted = Signal(object)
    disarm_wanted = Signal()
    round_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.arm, self.disarm = Button(_ARM), Button("Call it off")
        self.round, self._round_in_bar = Button(_ROUND, "quiet", flush=True), Button("A round", "quiet")
        self._round_in_bar.setAccessibleName(_ROUND)
        for button in (self.round, self._round_in_bar):
            button.clicked.connect(self.round_wanted)
        self.window_box = QComboBox()
        self.from_box, self.until_box = TimeBox("From"), TimeBox("Until")
        self._title, self._advice = Label(_TITLE, 15, 600), Label(_ADVICE, tone="ink2", wrap=True)
        self._within, self._armed = Label("Within"), Label(wrap=True)
        self._rules, self._count = Label(size=13, tone="ink2", wrap=True), Label(size=13, tone="ink2")
        self._note = note()
        self._narrow = self._is_armed = False
        for window, words in WINDOWS.items():
            self.window_box.addItem(words, window)
        self.window_box.setAccessibleName("It may ring within")
        self.window_box.setMinimumWidth(_WINDOW_WIDTH)
        self.window_box.currentIndexChanged.connect(self._arrange)
        self.arm.clicked.connect(self._on_arm)
        self.disarm.clicked.connect(self.disarm_wanted)
        self._lay_out()
        self.set_narrow(False)

    # ------------------------------------------------------------------ what it shows

    def show_rules(self, rules: AmbushRules, rings: int) -> None:
        """The hours, the cap and how many rings there were today."""
        self._rules.setText(rules_words(rules, rings))
        self._count.setText(count_words(rules, rings))
        self._count.setToolTip(self._rules.text())

    def offer(self, rules: AmbushRules) -> None:
        """Put the window and the times of `rules` forward."""
        self.window_box.setCurrentIndex(list(WINDOWS).index(rules.within))
        self.from_box.show_minute(rules.opens_min)
        self.until_box.show_minute(rules.closes_min)

    def show_armed(self, sentence: str) -> None:
        """`sentence` about what is armed; "": nothing is."""
        had_focus = self.arm.hasFocus() or self.disarm.hasFocus()
        self._is_armed = bool(sentence)
        self._armed.setText(sentence)
        self._arrange()
        if had_focus:
            (self.disarm if self._is_armed else self.arm).setFocus()

    def say(self, sentence: str) -> None:
        """What stands in the way; "" for nothing."""
        if sentence and sentence != self._note.text():
            announce(self, sentence)
        say(self._note, sentence)

    @property
    def text(self) -> str:
        """What it says about what is armed, and what stands in the way."""
        return " ".join(filter(None, [self._armed.text(), self._note.text()]))

    def set_narrow(self, narrow: bool) -> None:
        """A bar in one line, or a card."""
        self._narrow = narrow
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if narrow else direction.TopToBottom)
        self.body.setContentsMargins(20, 10 if narrow else 20, 16 if narrow else 20, 10 if narrow else 20)
        self._arrange()

    # ------------------------------------------------------------------ inside

    @property
    def _window(self) -> AmbushWindow:
        chosen: AmbushWindow = self.window_box.currentData()
        return chosen

    @Slot()
    def _on_arm(self) -> None:
        self.arm_wanted.emit(choice_of(self._window, self.from_box.minute, self.until_box.minute))

    @Slot()
    def _arrange(self) -> None:
        """Show what belongs to this width, this window and what is armed."""
        armed, narrow, today = self._is_armed, self._narrow, self._window == "today"
        timed = self._window not in ("today", "now")
        word = "within" if timed else ""
        self._title.setText(f"{_TITLE} {word}".strip() if narrow and not armed else _TITLE)
        self._within.setText("Within" if timed else "Ring")
        self.arm.set_text("Ring now" if self._window == "now" else _ARM)
        shown = {
            self._advice: not narrow and not armed,
            self._armed: armed,
            self._within: not narrow and not armed,
            self.window_box: not armed,
            self.arm: not armed,
            self.disarm: armed,
            self._rule: not narrow,
            self._rules: not narrow,
            self._count: narrow and not armed and not today,
            self.round: not narrow and not armed,
            self._round_in_bar: narrow and not armed,
            self._times: today and not armed,
        }
        # In a bar the sentence, or else the row, takes what the title leaves.
        self._parts.setStretchFactor(self._armed, int(narrow and armed))
        self._parts.setStretchFactor(self._row, int(narrow and not armed))
        for widget, visible in shown.items():
            widget.setVisible(visible)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Icon("bell", "accent", 20))
        head.addWidget(self._title, 1)
        self._times = QWidget()
        times = QHBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(8)
        for part in (self.from_box, Label("to", tone="ink2"), self.until_box):
            times.addWidget(part)
        times.addStretch()
        self._row = row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._within)
        row.addWidget(self.window_box)
        row.addStretch()
        row.addWidget(self._count)
        row.addWidget(self._round_in_bar)
        row.addWidget(self.arm)
        row.addWidget(self.disarm)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(10)
        self._parts.addLayout(head)
        self._parts.addWidget(self._advice)
        self._parts.addWidget(self._armed)
        self._parts.addLayout(row)
        self._rule = Rule()
        self.body.setSpacing(10)
        self.body.addLayout(self._parts)
        self.body.addWidget(self._times)
        self.body.addWidget(self._note)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._rules)
        self.body.addWidget(self.round)
