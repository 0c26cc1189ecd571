"""Last take: what one attempt earned and what it cost, with the words and the sound that show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout

from trainer.errors import UnknownName, WorldError
from trainer.events import AttemptJudged, AttemptWaiting, CoreEvent
from trainer.practice.readiness import readiness
from trainer.records import Attempt, Band, Correct, Dispute
from ui.bridge import Bridge
from ui.listen_control import ListenControl
from ui.make_script import MakeScript
from ui.models.call_lines import call_sentences
from ui.models.check_lines import grouped
from ui.models.dictation_words import number_said
from ui.models.fix_lines import fix_lines
from ui.models.guesses import guess_sentences, length_guess
from ui.models.lost_sound import CHANGED, LOST, STILL_HERE
from ui.models.marks import Marks, marks
from ui.models.opinions import opinion_lines
from ui.models.page_words import HEAR_IT, guide_words, headline, length_state, meta, notice, title_words
from ui.models.phrasing import length
from ui.models.prepared_words import prepared_lines
from ui.models.selling_words import selling_sentence
from ui.models.spoken import Spoken, spoken
from ui.models.take_player import TakePlayer
from ui.models.take_sound import TakeSound
from ui.models.tries_words import calendar_of
from ui.reread_control import RereadControl
from ui.retake_control import RetakeControl
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.take_page import TakePage
from ui.widgets.announce import announce
from ui.widgets.feedback_page import FeedbackPage
from ui.widgets.notice import EmptyPage

TITLE = "Last take"
ICON = "audio-lines"
ORDER = 20


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return FeedbackScreen(services, bridge, navigate)


class FeedbackScreen(Screen):
    """Shows one attempt: the newest, or the one it was entered with."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._attempt: Attempt | None = None
        self._latest = 0
        """Sequence of the newest attempt when this page was entered."""
        self._turns: tuple[Spoken, ...] = ()
        self._sounds: list[TakeSound] = []
        self.page = FeedbackPage()
        self.empty = EmptyPage(
            "No takes yet", "Your first message or call will be here as soon as you hang up.", "Choose a call"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.empty)
        self.listen = ListenControl(self.page, TakePlayer(services.listening, self))
        self.retake = RetakeControl(services, bridge, self.page, self.listen)
        self.retake.changed.connect(self.changed)
        self.make_script = MakeScript(services.scripts, bridge, navigate, self.page.make_script, self)
        self.take_page = TakePage(services.carrying, bridge, self.page.as_page, self)
        self.empty.chosen.connect(self._choose_call)
        self.page.fix.again_wanted.connect(self._again)
        self.page.again.clicked.connect(self._again)
        self.page.all_with_them.clicked.connect(self._to_thread)
        self.page.compare.clicked.connect(self._to_compare)
        self.page.write_down.clicked.connect(self._write_down)
        self.page.notice.chosen.connect(self._hear_now)
        self.page.transcript.corrected.connect(self._correct)
        self.page.checks.disputed.connect(self._dispute)
        self.reread = RereadControl(self.page, services, bridge)
        self.reread.shown.connect(self._show_revised)
        self.reread.wording.connect(self._show_wording)
        self._add_keys()
        bridge.core_event.connect(self._on_event)

    @property
    def attempt(self) -> Attempt | None:
        """What is shown."""
        return self._attempt

    def enter(self, subject: str | None) -> None:
        """Show the attempt `subject`, or the newest one."""
        review = self._services.review
        if subject is None:
            self._bridge.when_done(review.latest(), self._show_latest)
        else:
            # The store answers in this order.
            self._bridge.when_done(review.latest(), self._know_latest)
            self._bridge.when_done(review.attempt(subject), self._show)

    def leave(self) -> None:
        """Silence, and the microphone closed."""
        self.retake.leave()
        self.listen.stop()

    def escape(self) -> bool:
        """Esc cancels a retake and stops what is playing."""
        if self.retake.escape():
            return True
        playing = self.listen.playing
        self.listen.stop()
        return playing

    @Slot(object)
    def _on_event(self, event: CoreEvent) -> None:
        """The attempt on show has been heard (or still could not be)."""
        if self._attempt is None or event.attempt_id != self._attempt.id:
            return
        if isinstance(event, AttemptJudged):
            self._show(event.attempt)
        elif isinstance(event, AttemptWaiting):
            self.page.notice.tell(event.message, HEAR_IT)

    def _know_latest(self, attempt: Attempt | None) -> None:
        self._latest = attempt.sequence if attempt else 0

    def _show_latest(self, attempt: Attempt | None) -> None:
        self._know_latest(attempt)
        self._show(attempt)

    def _show(self, attempt: Attempt | None) -> None:
        self._attempt = attempt
        older = attempt is not None and attempt.sequence < self._latest
        self.named.emit(title_words(attempt, datetime.now().astimezone()) if attempt and older else "")
        self.reread.follow(attempt)
        self._stack.setCurrentWidget(self.page if attempt else self.empty)
        if attempt is None:
            self.retake.leave()
            self.listen.stop()
            self.empty.button.setFocus()
            return
        self._turns = spoken(attempt)
        self._show_words(attempt)
        self._show_judgement(attempt)
        self.retake.show_attempt(attempt, self._band(attempt), audible=self._has_sound())
        self.page.write_down.setVisible(number_said(attempt) is not None)
        self.make_script.follow(attempt)
        self.take_page.follow(attempt)
        self._fetch_sound()
        self._focus_action()

    def _focus_action(self) -> None:
        page, retake = self.page, self.page.retake
        buttons = (
            retake.done, retake.keep, page.fix.retake, page.fix.again, page.notice.button, page.again,
        )  # fmt: skip
        # While a retake is being heard there is nothing to do but read.
        next((button for button in buttons if button.isVisibleTo(self)), page.transcript).setFocus()

    def _show_words(self, attempt: Attempt) -> None:
        page, feedback = self.page, attempt.feedback
        page.show_headline(*headline(attempt))
        page.meta.setText(meta(attempt, datetime.now().astimezone()))
        words = notice(attempt, self._has_sound())
        page.notice.tell(words.sentence, words.action)
        seconds = feedback.seconds if feedback else None
        page.show_length(length(seconds) if seconds is not None else "", length_state(feedback))
        sold = selling_sentence(attempt, self._services.articles)
        besides = filter(None, (sold, call_sentences(attempt), guess_sentences(attempt)))
        page.show_guess(length_guess(attempt), "  ".join(besides))
        page.readiness.show_parts(readiness(attempt) or ())
        page.prepared.show_lines(prepared_lines(attempt))
        page.show_decision(
            opinion_lines(feedback, self._services.articles), calendar_of(attempt), attempt.seller.own_limit
        )
        page.strip.show_turns(self._turns, self._band(attempt), seconds)
        page.sentence.setText(feedback.ribbon_sentence if feedback else "")
        self._show_wording(page.as_heard.isChecked())
        page.show_parts(
            strip=any(turn.seconds for turn in self._turns),
            words=any(turn.words for turn in self._turns),
            judged=feedback is not None,
        )

    @Slot(bool)
    def _show_wording(self, as_heard: bool) -> None:
        """The words in force with their marks, or those that the engine heard before any correction."""
        if self._attempt is None:
            return
        wanted = marks(self._attempt.feedback, self._turns, self._services.settings.delivery_marks)
        turns = self.reread.as_first_heard() if as_heard else self._turns
        wanted = replace(wanted, differing=self.reread.heard_otherwise)
        self.page.transcript.show_turns(turns, Marks() if as_heard else wanted)
        self.listen.show_turns(turns)

    def _has_sound(self) -> bool:
        return any(turn.take and turn.take.frames for turn in self._turns)

    def _band(self, attempt: Attempt) -> Band | None:
        """The length band; None for a scenario that has been removed since."""
        try:
            return self._services.length_band(attempt.scenario.id)
        except UnknownName:
            return None

    def _show_judgement(self, attempt: Attempt) -> None:
        if attempt.feedback is None:
            return
        self.page.fix.show_fix(fix_lines(attempt.feedback, self._turns))
        self.page.checks.show_groups(grouped(attempt.feedback, self._services.articles, self._turns))
        self.page.guide.setText(guide_words(attempt.feedback, self._services.guides))

    def _fetch_sound(self) -> None:
        # Held here, and let go when another attempt is shown: what comes too late is then not delivered.
        self._sounds = [TakeSound(turn.turn, self) for turn in self._turns]
        for sound, turn in zip(self._sounds, self._turns, strict=True):
            sound.loaded.connect(self.page.strip.show_wave)
            sound.missing.connect(self._on_missing)
            if turn.take is not None and turn.take.frames:
                self._bridge.when_done(self._services.review.pcm(turn.take), sound.deliver, sound.fail)

    @Slot(bool)
    def _on_missing(self, changed: bool) -> None:
        self.listen.set_audible(False)
        self.page.write_down.hide()
        self.page.notice.tell(f"{CHANGED if changed else LOST} {STILL_HERE}")

    def _show_revised(self, attempt: Attempt) -> None:
        if self._attempt is None or attempt.id != self._attempt.id:
            return
        focus = self.page.transcript.hasFocus()
        self._show(attempt)
        if focus:
            self.page.transcript.setFocus()
        sentence, unsure = headline(attempt)
        announce(self, f"Judged again: {sentence}. {unsure}")

    @Slot(int, int, int, list)
    def _correct(self, turn: int, first: int, last: int, words: list[str]) -> None:
        self.reread.revise(Correct(turn=turn, first_word=first, last_word=last, words=tuple(words)))

    @Slot(str)
    def _dispute(self, check: str) -> None:
        self.reread.revise(Dispute(check=check))

    def _step(self, step: int, by_clause: bool) -> None:
        """Go through the words from anywhere; the focus comes along, so that the word reached is seen."""
        if not self.page.strip.hasFocus():
            self.page.transcript.setFocus()
        self.listen.step(step, by_clause)

    @Slot()
    def _again(self) -> None:
        if self._attempt is not None:
            self._navigate("call", self._attempt.scenario.id)

    @Slot()
    def _to_thread(self) -> None:
        if self._attempt is not None:
            self._navigate("thread", self._attempt.scenario.prospect.id)

    @Slot()
    def _to_compare(self) -> None:
        if self._attempt is not None:
            self._navigate("compare", self._attempt.id)

    @Slot()
    def _write_down(self) -> None:
        if self._attempt is not None:
            self._navigate("dictate", self._attempt.id)

    @Slot()
    def _hear_now(self) -> None:
        if self._attempt is None:
            return
        self.page.notice.tell("Listening to what you said.", HEAR_IT)
        self.page.notice.button.setEnabled(False)
        done = self._services.review.hear_again(self._attempt.id)
        self._bridge.when_done(done, self._show_revised, self._on_not_heard)

    def _on_not_heard(self, error: Exception) -> None:
        if not isinstance(error, WorldError):
            raise error
        self.page.notice.tell(str(error), HEAR_IT)

    @Slot()
    def _choose_call(self) -> None:
        self._navigate("today")

    def _add_keys(self) -> None:
        self._key(QKeySequence(Qt.Key.Key_P), self.listen.play_or_pause)
        self._key(QKeySequence(Qt.Key.Key_S), self.page.speed.next_speed)
        self._key(QKeySequence(Qt.Key.Key_L), self.page.speed.toggle_loop)
        self._key(QKeySequence(QKeySequence.StandardKey.Undo), self.reread.undo)
        self._key(QKeySequence(Qt.Key.Key_F2), self.page.transcript.correct_current)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            self._key(QKeySequence(key), partial(self._step, step, False), repeats=True)
            self._key(QKeySequence(Qt.Modifier.SHIFT | key), partial(self._step, step, True), repeats=True)
        for digit in range(9):
            self._key(QKeySequence(str(digit + 1)), partial(self.page.checks.go_to, digit))

    def _key(self, keys: QKeySequence, act: Callable[[], None], *, repeats: bool = False) -> None:
        shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(act)
