"""The parts of the feedback screen and where they stand; no behaviour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer.records import Calendar
from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.check_list import CheckList
from ui.widgets.chip import Chip
from ui.widgets.fix_card import FixCard
from ui.widgets.glyph import State, StateGlyph
from ui.widgets.guess_line import GuessLine
from ui.widgets.inner_scroll import InnerScroll
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.others_card import OpinionLine, OthersCard
from ui.widgets.play_circle import PlayCircle
from ui.widgets.prepared_card import PreparedCard
from ui.widgets.readiness_card import ReadinessCard
from ui.widgets.retake_card import RetakeCard
from ui.widgets.speed_bar import SpeedBar
from ui.widgets.strip import Strip
from ui.widgets.transcript import Transcript
from ui.widgets.tries_card import TriesCard

_ROOM_FOR_WORDS = 860
"""Width of a window in px from which its two buttons have room for all their words."""
_HINT = "Click a word to hear it. F2 corrects it."


class FeedbackPage(QScrollArea):
    """Wide windows scroll inside the two lower cards, narrow ones the whole page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.headline = Label("", 28, 600)
        self._unsure_glyph = StateGlyph("unsure", 18)
        self._unsure = Label("", 15, 500, "slate")
        self._length_glyph = StateGlyph("met", 18)
        self.length = Label("", 15, 600, tabular=True)
        self.guess_line = GuessLine()
        self.guesses = Label("", 13, tone="ink2", tabular=True, wrap=True)
        self.again = Button("Again", key="R")
        self._judged = False
        self.all_with_them = Button("All with them", "quiet", flush=True)
        self.compare = Button("Compare", "quiet", flush=True)
        self.compare.setToolTip("Against your best, first or latest take of this call")
        self.make_script = Button("Make this my script", "quiet", flush=True)
        self.make_script.setToolTip("Keep these words as a script, to work on and to practise")
        self.write_down = Button("Number by ear", "quiet", flush=True)
        self.write_down.setToolTip("Could they write your number down? Hear only that part and type it")
        self.write_down.hide()
        self.as_page = Button("", "secondary", icon="download")
        self.as_page.setAccessibleName("Save this take as a page")
        self.as_page.setToolTip("Save this take with its sound as a page for any browser, to send to a coach")
        self.meta = Label("", 13, tone="ink2", tabular=True, elide=True)
        self.notice, self.fix, self.retake = Notice(), FixCard(), RetakeCard()
        self.readiness, self.others, self.tries = ReadinessCard(), OthersCard(), TriesCard()
        self.prepared = PreparedCard()
        self.strip, self.transcript, self.checks = Strip(), Transcript(), CheckList()
        self.sentence = Label("", 13, tone="ink2", tabular=True, elide=True)
        self.play = PlayCircle("the whole take", 30)
        self.play.setAccessibleDescription("Key: P")
        self.play.setToolTip("Play or pause (P)")
        self.place = Label("0:00.0", 13, 500, tabular=True)
        self.speed = SpeedBar()
        self.guide = Label("", 13, tone="ink2", elide=True)
        self.reread = Notice("secondary")
        self.read_by = Button("Read by…", "quiet", flush=True)
        self.read_by.setToolTip("Judge this take by another guide")
        self.heard_by = Button("Heard by…", "quiet", flush=True)
        self.heard_by.setToolTip("Turn this take into words with another engine")
        self.as_heard = Chip("As heard")
        self.as_heard.setToolTip("The words before you corrected them")
        self._hint = Label(_HINT, 13, tone="ink2", elide=True)
        self._words_scroll = InnerScroll(self.transcript, (8, 8, 12, 12), 150)
        self._checks_scroll = InnerScroll(self.checks, (0, 0, 0, 0), 150)
        self._build()
        self.transcript.moved.connect(self._words_scroll.show_point)
        self.checks.reached.connect(self._checks_scroll.ensureWidgetVisible)

    def show_headline(self, sentence: str, unsure: str) -> None:
        """The page's sentence, and what could not be told ("" for nothing)."""
        self.headline.setText(sentence)
        self._unsure.setText(unsure)
        for widget in (self._unsure, self._unsure_glyph):
            widget.setVisible(bool(unsure))

    def show_length(self, text: str, state: State | None) -> None:
        """How long it was, with the state of the guide's length check."""
        self.length.setText(text)
        self._length_glyph.setVisible(state is not None)
        if state is not None:
            self._length_glyph.set_state(state)

    def show_guess(self, seconds: tuple[float, float] | None, sentences: str) -> None:
        """What was guessed beside what was: seconds (instead of the plain length), and the rest in words."""
        self.guess_line.show_guess(seconds)
        self.length.setVisible(seconds is None)
        if seconds is not None:
            self._length_glyph.hide()
        self.guesses.setText(sentences)
        self.guesses.setVisible(bool(sentences))

    def show_parts(self, *, strip: bool, words: bool, judged: bool) -> None:
        """Leave out the cards that have nothing to show."""
        self._strip_card.setVisible(strip)
        self._words_card.setVisible(words)
        self.fix.setVisible(judged and self.retake.isHidden())
        self._judged = judged
        self.offer_retake(False)
        self._checks_card.setVisible(judged)

    def offer_retake(self, offered: bool) -> None:
        """Offer to say again only what the fix is about; the whole take again then stands at the top."""
        self.fix.offer_retake(offered)
        self.again.setVisible(offered or not self._judged)
        self._name_again()

    def _name_again(self) -> None:
        roomy = self.window().width() >= _ROOM_FOR_WORDS
        self.fix.set_compact(not roomy)
        self.as_page.setVisible(roomy)  # History offers it, too
        self.again.set_text("Whole take again" if self._judged and roomy else "Again")
        self.again.setAccessibleName("The whole take again")

    def show_decision(self, others: Sequence[OpinionLine], tries: Calendar | None, limit: int) -> None:
        """What other authors say of it, and the run of tries (None: it is none)."""
        self.others.show_lines(others)
        self.tries.setVisible(tries is not None)
        if tries is not None:
            self.tries.show_calendar(tries, limit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows: smaller margins, one scrolling page, rows without the word Why."""
        super().resizeEvent(event)
        width = self.window().width()
        narrow = width < theme.NARROW_BELOW
        side = theme.page_margin(width)
        self._column.setContentsMargins(side, 12, 16 if narrow else side, 16)
        for scroll in (self._words_scroll, self._checks_scroll):
            scroll.set_growing(narrow)
        self.checks.set_compact(narrow)
        self.speed.set_compact(narrow)
        self._name_again()
        self._hint.setText("" if narrow else _HINT)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(12)
        self._column.addLayout(self._header())
        self._column.addWidget(self.notice)
        self._column.addWidget(self.reread)
        self._column.addWidget(self.tries)
        self._column.addWidget(self.fix)
        self._column.addWidget(self.retake)
        self._column.addWidget(self.prepared)
        self._column.addWidget(self.others)
        self._strip_card = self._strip_part()
        self._column.addWidget(self._strip_card)
        self._column.addWidget(self.readiness)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        self._words_card = _titled(
            "What you said", (self._hint, self.as_heard, self.heard_by), self._words_scroll
        )
        self._checks_card = _titled("Checks", (self.guide, self.read_by), self._checks_scroll)
        columns.addWidget(self._words_card, 11)
        columns.addWidget(self._checks_card, 10)
        self._column.addLayout(columns, 1)
        self.setWidget(page)

    def _header(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.headline)
        first.addSpacing(12)
        first.addWidget(self._unsure_glyph)
        first.addWidget(self._unsure)
        first.addStretch(1)
        first.addWidget(self._length_glyph)
        first.addWidget(self.length)
        first.addWidget(self.guess_line)
        first.addWidget(self.as_page)
        first.addWidget(self.again)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(first)
        below = QHBoxLayout()
        below.addWidget(self.meta, 1)
        below.setSpacing(16)
        below.addWidget(self.compare)
        below.addWidget(self.write_down)
        below.addWidget(self.make_script)
        below.addWidget(self.all_with_them)
        column.addLayout(below)
        column.addWidget(self.guesses)
        return column

    def _strip_part(self) -> Card:
        card = Card()
        card.body.setContentsMargins(20, 9, 20, 4)
        card.body.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label("Where the seconds went", 15, 600))
        row.addSpacing(12)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.play)
        row.addWidget(self.place)
        row.addWidget(self.speed)
        card.body.addLayout(row)
        card.body.addWidget(self.strip)
        return card


def _titled(title: str, beside: Sequence[QWidget], content: QWidget) -> Card:
    """A card with a line of `title`, words beside it at the right, and further controls."""
    card = Card(inside=0)
    card.body.setSpacing(0)
    card.body.setContentsMargins(1, 0, 1, 1)
    row = QHBoxLayout()
    row.setContentsMargins(16, 1, 16, 1)
    row.addStrut(36)  # as high with a button as without
    row.setSpacing(16)
    row.addWidget(Label(title, 15, 600))
    words, *controls = beside
    if isinstance(words, Label):
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(words, 1)
    for control in controls:
        row.addWidget(control)
    card.body.addLayout(row)
    card.body.addWidget(Rule())
    card.body.addWidget(content, 1)
    return card
