"""Compare: two or three takes on one time axis, heard against each other or read side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout

from trainer.errors import UnknownName, WorldError
from trainer.practice.comparison import Row, difference, lined_up
from trainer.records import Attempt, Band
from ui.bridge import Bridge
from ui.compare_control import CompareControl
from ui.compare_offers import CompareOffers
from ui.models.phrasing import PART_WORDS
from ui.models.take_compare import (
    ComparedTake,
    caveats,
    choices,
    compared,
    headline,
    sentences,
    whom,
)
from ui.models.take_player import TakePlayer
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.compare_page import MOST_TAKES, ComparePage
from ui.widgets.notice import EmptyPage

TITLE = "Compare"
ICON = "history"
ORDER = None


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return CompareScreen(services, bridge, navigate)


class CompareScreen(Screen):
    """Entered with "id,id[,id]", or with one id, which is then held against the best take of its call."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._slots: list[str] = []
        self._attempts: dict[str, Attempt] = {}
        self._asked: set[str] = set()
        self._looked = False
        self.offers = CompareOffers(services, bridge, self)
        self._entered: tuple[str, ...] = ()
        self._takes: tuple[ComparedTake, ...] = ()
        self._aligned: tuple[Row, ...] = ()
        self.page = ComparePage()
        self.empty = EmptyPage(
            "Nothing to compare yet",
            "Two takes of one call can be held against each other here. Choose two in History.",
            "History",
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.empty)
        self.control = CompareControl(TakePlayer(services.listening, self), self)
        self._connect()

    @property
    def takes(self) -> tuple[ComparedTake, ...]:
        """What is shown, the earliest first."""
        return self._takes

    def enter(self, subject: str | None) -> None:
        """Compare the attempts that `subject` names."""
        self._entered = tuple(dict.fromkeys(filter(None, (subject or "").split(","))))[:MOST_TAKES]
        self._slots, self._attempts, self._asked, self._looked = list(self._entered), {}, set(), False
        if self._slots:
            self._go_on()
        else:
            self._show_empty()

    def leave(self) -> None:
        """Silence."""
        self.control.stop()

    def escape(self) -> bool:
        """Esc closes."""
        self._close()
        return True

    # ------------------------------------------------------------------ what is compared

    @Slot()
    def _go_on(self) -> None:
        """Fetch what is still missing of the takes and of what may be chosen; then show."""
        missing = [one for one in self._slots if one not in self._attempts]
        for attempt_id in missing:
            if attempt_id not in self._asked:
                self._asked.add(attempt_id)
                done = self._services.review.attempt(attempt_id)
                self._bridge.when_done(done, self._on_attempt, self._on_gone)
        if missing:
            return
        if not self._looked:
            self._looked = True
            self.offers.look(max((self._attempts[one] for one in self._slots), key=lambda one: one.sequence))
        elif len(self._slots) == 1:
            other = self.offers.other_than(self._slots[0])
            if other is None:
                self._show_empty()
            else:
                self._slots.append(other)
                self._go_on()
        else:
            self.offers.listen_for(self._slots)

    def _on_attempt(self, attempt: Attempt) -> None:
        if attempt.id in self._asked:
            self._attempts[attempt.id] = attempt
            self._go_on()

    def _on_gone(self, error: Exception) -> None:
        """A take that has been deleted since it was chosen."""
        if not isinstance(error, WorldError):
            raise error
        self._show_empty()

    @Slot(int, str)
    def _pick(self, slot: int, attempt_id: str) -> None:
        shown = [take.attempt.id for take in self._takes]
        shown[slot] = attempt_id
        self._slots = list(dict.fromkeys(shown))
        self._go_on()

    # ------------------------------------------------------------------ what is shown

    def _show_empty(self) -> None:
        self.control.stop()
        self._stack.setCurrentWidget(self.empty)
        self.empty.button.setFocus()

    @Slot()
    def _show(self) -> None:
        now = datetime.now().astimezone()
        chosen = sorted((self._attempts[one] for one in self._slots), key=lambda one: one.sequence)
        entered = [self._attempts[one] for one in self._entered if one in self._attempts]
        names, silent = choices([*entered, *chosen], self.offers.named, now), self.offers.silent
        self._takes = tuple(compared(one, names[one.id], silent=one.id in silent) for one in chosen)
        self._aligned = lined_up([take.clauses for take in self._takes])
        page, changed = self.page, difference(chosen[0], chosen[-1])
        page.headline.setText(headline(changed, self._takes))
        page.meta.setText(whom(self._takes))
        page.sentence.setText(sentences(changed))
        page.caveat.setText(caveats(changed, self._takes, self._services.guides))
        page.caveat.setVisible(bool(page.caveat.text()))
        for box, take in zip(page.boxes, self._takes, strict=False):
            box.offer(names, take.attempt.id)
        page.show_takes(self._takes, now)
        page.ribbons.show_takes(self._takes, self._aligned, self._band())
        page.words.show_takes(self._takes, self._aligned)
        page.seconds.show_parts(changed.parts if changed else ())
        page.checks.show_changes(changed.checks if changed else ())
        page.show_as_text(self._services.settings.compare_as_text)
        self._stack.setCurrentWidget(page)
        self.control.show_takes(self._takes, self._aligned)
        page.close_it.setFocus()

    def _band(self) -> Band | None:
        """The length band; None where the takes are of different calls, or the scenario has gone."""
        calls = {take.attempt.scenario.id for take in self._takes}
        try:
            return self._services.length_band(calls.pop()) if len(calls) == 1 else None
        except UnknownName:
            return None

    @Slot()
    def _on_changed(self) -> None:
        """Mark what is being heard, and say what B would play."""
        page, playing = self.page, self.control.playing
        page.ribbons.mark(self.control.here)
        if playing is None:
            page.ribbons.hide_place()
        for number, head in enumerate(page.heads):
            head.play.set_playing(number == playing)
        row = self.control.here or self.control.row_of_ask()
        told = [
            take.clauses[one].part
            for take, one in zip(self._takes, row, strict=False)
            if one is not None and take.has_sound
        ]
        page.both.set_text(f"Hear “{PART_WORDS[told[0]]}” in each, one after the other" if told else "")
        page.both.setVisible(len(told) > 1 and not page.as_text.isChecked())

    @Slot(bool)
    def _set_as_text(self, as_text: bool) -> None:
        self.control.stop()
        self.page.show_as_text(as_text)
        try:
            self._services.save_settings(replace(self._services.settings, compare_as_text=as_text))
        except OSError as error:
            self._bridge.trouble.emit(f"This choice could not be kept ({error.strerror or error}).")

    @Slot()
    def _close(self) -> None:
        if len(self._entered) == 1:
            self._navigate("feedback", self._entered[0])
        else:
            self._navigate("history")

    # ------------------------------------------------------------------ keys and buttons

    def _connect(self) -> None:
        page, control = self.page, self.control
        self.offers.found.connect(self._go_on)
        self.offers.heard.connect(self._show)
        control.changed.connect(self._on_changed)
        control.moved.connect(page.ribbons.show_place)
        page.ribbons.chosen.connect(control.play_clause)
        page.both.clicked.connect(control.play_both)
        page.as_text.clicked.connect(self._set_as_text)
        page.close_it.clicked.connect(self._close)
        self.empty.chosen.connect(self._close)
        for number, (box, head) in enumerate(zip(page.boxes, page.heads, strict=True)):
            box.picked.connect(partial(self._pick, number))
            head.play.clicked.connect(partial(control.start_or_stop, number))
            self._key(QKeySequence(str(number + 1)), partial(control.play_or_stop, number))
        self._key(QKeySequence(Qt.Key.Key_P), control.play_last_or_stop)
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            self._key(QKeySequence(key), partial(control.step, step))

    def _key(self, keys: QKeySequence, act: Callable[[], None]) -> None:
        shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
