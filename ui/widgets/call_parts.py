"""What a call shows while the line is open: who it is, what they say, how long and how loud you are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer.records import Band, Prompt, Scenario
from ui.models.phrasing import clock
from ui.models.scenario_list import who
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button
from ui.widgets.closing_ring import ClosingRing
from ui.widgets.label import Label
from ui.widgets.left_card import LeftCard
from ui.widgets.level import LevelMeter
from ui.widgets.mailbox_menu import MailboxMenu
from ui.widgets.points_card import PointsCard
from ui.widgets.ring_mark import RingDots, RingMark
from ui.widgets.time_band import TimeBand

_COLUMN = 620
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_SHOWN_LETTERS = 110
"""About two lines of live words: the newest are those that matter."""


def newest(text: str, letters: int = _SHOWN_LETTERS) -> str:
    """The end of `text`, cut between words, with an ellipsis where something was left out."""
    if len(text) <= letters:
        return text
    return "…" + text[-letters:].partition(" ")[2]


def last_sentence(text: str) -> str:
    """The last sentence of a line, with an ellipsis for what came before."""
    sentences = text.replace("? ", "?|").replace("! ", "!|").replace(". ", ".|").split("|")
    return text if len(sentences) == 1 else f"…{sentences[-1]}"


class OnTheLine(QWidget):
    """The whole column of an open call. `hang_up` and `start_over` are its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hang_up = Button("Hang up", "primary", 56, icon="phone-down", key="Space")
        self.done = Button("I am done", "secondary", 44, key="Enter")
        self.done.setAccessibleName("My reply is done")
        self.options = Button("Mailbox menu", "quiet", key="#")
        self.start_over = Button("Start over", "quiet")
        self.cannot_talk = Button("I cannot talk now", "quiet", key="N")
        self.menu = MailboxMenu()
        self.avatar = Avatar(side=72)
        self.level = LevelMeter()
        self._name = Label(size=28, weight=600, elide=True)
        self._company = Label(tone="ink2", elide=True)
        self._line = Label(tone="ink2", italic=True, wrap=True)
        self._timer = Label("0:00", 44, 500, tabular=True)
        self._timer.setAccessibleName("Seconds so far")
        self._band, self._closing = TimeBand(), ClosingRing()
        self._words = Label(tone="ink2", wrap=True)
        self._others: tuple[str, ...] = ()
        self._lay_out()

    def show_call(self, scenario: Scenario, band: Band, *, clock: bool) -> None:
        """Begin: this person, this length (with a `clock` or without one), nothing said."""
        self.avatar.set_name(scenario.prospect.name)
        self._others = scenario.others
        self._name.setText(who(scenario))
        self._company.setText(scenario.prospect.company or scenario.prospect.role or "")
        self._band.set_band(band)
        self._closing.set_limit(band.near_to)
        self._timer.setVisible(clock)
        self._band.setVisible(clock and scenario.kind != "elevator")
        self._closing.setVisible(clock and scenario.kind == "elevator")
        self._line.setText("")
        self.level.clear()
        self.show_seconds(0.0)
        self._words.setText("")

    def keep_to_hang_up(self) -> None:
        """Offer nothing but that: a mailbox without a menu, and no going back."""
        for widget in (self.done, self.options, self.menu, self.start_over, self.cannot_talk):
            widget.hide()

    def show_line(self, text: str) -> None:
        """What the other side says or said, in quotation marks, or what the user should do."""
        self._line.setText(text)

    def show_prompt(self, prompt: Prompt) -> None:
        """What the other side says; of other sellers' messages, also which one of how many."""
        others, said = self._others, f"“{prompt.text}”"
        if prompt.id in others:
            said = f"Message {others.index(prompt.id) + 1} of {len(others)} here: {said}"
        self.show_line(said)

    def show_marked(self, marked: bool) -> None:
        """Whether the user has marked that they cannot talk now."""
        self.cannot_talk.set_text("Marked: you cannot talk" if marked else "I cannot talk now")
        self.cannot_talk.setEnabled(not marked)

    def line(self) -> str:
        """What is shown there."""
        return self._line.text()

    def show_seconds(self, seconds: float) -> None:
        """Seconds since the reply began."""
        self._timer.setText(clock(seconds))
        self._band.set_seconds(seconds)
        self._closing.set_seconds(seconds)

    def timer(self) -> str:
        """The time shown."""
        return self._timer.text()

    def show_words(self, text: str) -> None:
        """Words so far, or a sentence in their place."""
        self._words.setText(newest(text))

    def words(self) -> str:
        """The words shown."""
        return self._words.text()

    def _lay_out(self) -> None:
        for label in (self._name, self._company, self._timer):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label, width in ((self._line, _COLUMN), (self._words, 450)):
            label.setAlignment(_MIDDLE | Qt.AlignmentFlag.AlignTop)
            label.setMaximumWidth(width)
            # Room for two lines from the start, so that nothing moves when words come.
            label.setMinimumHeight(2 * label.fontMetrics().lineSpacing() + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self.avatar, alignment=_MIDDLE)
        column.addSpacing(12)
        column.addWidget(self._name)
        column.addWidget(self._company)
        column.addSpacing(10)
        column.addLayout(_centred(self._line))
        column.addSpacing(12)
        column.addWidget(self._timer)
        column.addSpacing(18)
        column.addLayout(_centred(self._band))
        column.addWidget(self._closing, alignment=_MIDDLE)
        column.addSpacing(22)
        column.addLayout(_centred(self.level))
        column.addSpacing(18)
        column.addLayout(_centred(self._words))
        column.addSpacing(22)
        column.addLayout(self._actions())
        column.addWidget(self.menu, alignment=_MIDDLE)
        column.addSpacing(4)
        column.addLayout(self._quiet_actions())
        column.addStretch(3)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch()
        for button in (self.done, self.hang_up):
            row.addWidget(button)
        row.addStretch()
        return row

    def _quiet_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch()
        for button in (self.options, self.cannot_talk, self.start_over):
            row.addWidget(button)
        row.addStretch()
        return row


class Ringing(QWidget):
    """The user's own phone rings. `answer` is the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = Button("Answer", "primary", 56, icon="phone", key="Space")
        self._name = Label(size=44, weight=600, elide=True)
        self._about = Label(tone="ink2", elide=True)
        self._company = ""
        self._dots = RingDots()
        self._count = Label(size=13, weight=500, tone="ink2")
        self.points, self.left = PointsCard(), LeftCard()
        for label in (self._name, self._about):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()

    def show_call(self, scenario: Scenario) -> None:
        """Who calls."""
        self._name.setText(scenario.prospect.name)
        self._company = f"{scenario.prospect.company}." if scenario.prospect.company else ""
        self.show_left("")

    @Slot(str)
    def show_left(self, sentence: str) -> None:
        """The sentence about the message that was left; "" for none."""
        self._about.setText("  ".join(filter(None, [self._company, sentence])))

    def show_ring(self, ring: int, of: int) -> None:
        """Ring `ring` of `of`."""
        self._dots.set_ring(ring, of)
        self._count.setText(f"Ring {ring} of {of}")

    def ring(self) -> str:
        """The count in words."""
        return self._count.text()

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for the cards under the button."""
        self._cards.setVisible(roomy)

    def _lay_out(self) -> None:
        count = QHBoxLayout()
        count.setSpacing(10)
        count.addStretch()
        count.addWidget(self._dots)
        count.addWidget(self._count)
        count.addStretch()
        self._cards = QWidget()
        self._cards.setMaximumWidth(880)
        cards = QHBoxLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for card in (self.points, self.left):
            card.body.addStretch()  # the shorter of the two keeps its words at the top
            cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(RingMark(), alignment=_MIDDLE)
        column.addSpacing(28)
        column.addWidget(self._name)
        column.addSpacing(4)
        column.addWidget(self._about)
        column.addSpacing(10)
        column.addLayout(count)
        column.addSpacing(24)
        column.addWidget(self.answer, alignment=_MIDDLE)
        column.addSpacing(32)
        column.addLayout(_centred(self._cards))
        column.addStretch(3)


def _centred(widget: QWidget) -> QHBoxLayout:
    """`widget` up to its maximum width, in the middle."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
