"""History: every attempt, found by name or by a word that was said, marked, taken elsewhere, deleted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout

from trainer.events import AttemptJudged, CoreEvent
from trainer.records import AttemptRow
from ui.attempt_choice import AttemptChoice
from ui.bridge import Bridge
from ui.carry_control import CarryControl
from ui.carry_dialogs import ask_where_from, ask_where_to, page_name
from ui.deletion_control import DeletionControl
from ui.history_pages import HistoryPages
from ui.history_trends import HistoryTrends
from ui.mark_control import MarkControl
from ui.models.attempt_table import AttemptTable, who
from ui.models.page_words import nothing_words
from ui.models.phrasing import started
from ui.screens import MISSED, Navigate, Screen, find
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.attempt_filters import AttemptFilters
from ui.widgets.attempt_marks import AttemptMarks
from ui.widgets.attempt_view import AttemptView
from ui.widgets.button import Button
from ui.widgets.history_head import MOST_COMPARED, HistoryHead
from ui.widgets.history_page import HistoryPage
from ui.widgets.notice import EmptyPage, Notice
from ui.widgets.work_bar import WorkBar

TITLE = "History"
ICON = "history"
ORDER = 30

COMPARE = "compare"
"""The screen that shows two or three takes side by side."""


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return HistoryScreen(services, bridge, navigate)


class HistoryScreen(Screen):
    """A table with search, filters and sorting; Enter shows a take, Delete deletes (10 s to undo)."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self._can_compare = COMPARE in find()
        self._chosen_before: list[str] = []
        self._comes_in, self._newest_met = False, 0
        self._opens = False
        """Whether what is found next is opened at once."""
        self.table = AttemptTable(lambda: datetime.now().astimezone())
        self.pages = HistoryPages(services, bridge, self.table, self)
        self.carry = CarryControl(services, bridge, self)
        self.view = AttemptView(self.table)
        self.choice = AttemptChoice(self.view, self.table, self.pages, bridge, self)
        self.trends = HistoryTrends(services, bridge, self)
        self.filters = AttemptFilters(datetime.now().astimezone().date())
        self.marks = AttemptMarks(services.guides)
        self.mark_control = MarkControl(services, bridge, self.marks, self)
        self.head = HistoryHead()
        self.all_with_them = Button("All with them", "quiet")
        self.undo_bar, self.nothing, self.too_many = (Notice("secondary") for _ in range(3))
        self.work = WorkBar()
        self.deletion = DeletionControl(services, bridge, self.undo_bar, self)
        self.empty = EmptyPage(
            "No takes yet", "Every message and call you practise will be listed here.", "Choose a call"
        )
        self._build()
        self._connect()

    def enter(self, subject: str | None) -> None:
        """Look at the list anew; `subject`: those that missed a check (`ui.screens.MISSED`, then its id)."""
        self.filters.set_today(datetime.now().astimezone().date())
        self._comes_in = True
        if subject and subject.startswith(MISSED):
            self.filters.only_missed(subject.removeprefix(MISSED))
        self.pages.renew()
        self.view.setFocus()

    def leave(self) -> None:
        """What was typed into a mark is kept."""
        self.marks.keep()

    def escape(self) -> bool:
        """Esc gives up what is looked for."""
        if not self.filters.is_narrow():
            return False
        self._clear()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have smaller margins."""
        super().resizeEvent(event)
        self._page.fit(self.window().width())
        self.trends.fit(self.window().width())

    # ------------------------------------------------------------------ what is shown

    @Slot()
    def _look(self) -> None:
        self.pages.look_for(self.filters.wanted())

    @Slot()
    def _on_arrived(self) -> None:
        searching = self.filters.is_narrow()
        # Until it has happened, a deletion of everything can be taken back on the page.
        anything = bool(self.table.shown) or searching or bool(self.deletion.pending.held)
        self._stack.setCurrentWidget(self._page if anything else self.empty)
        if not anything:
            self.empty.button.setFocus()
        self._prefer_newer()
        found = [self.table.row_of(attempt_id) for attempt_id in self._chosen_before]
        places = [place for place in found if place is not None]
        # Of many, one: what could be compared stays together, for whoever comes back from comparing.
        self.view.choose(*(places if 1 < len(places) <= MOST_COMPARED else (places or [0])[:1]))
        self._settle()
        self.trends.look()
        if self._opens:
            self._opens = False
            self._show_chosen()

    def _prefer_newer(self) -> None:
        """Who comes here after another attempt looks for that one, not for what was chosen before it."""
        newest = max(self.table.shown, key=lambda row: row.sequence, default=None)
        if self._comes_in and newest and newest.sequence > self._newest_met:
            self._newest_met, self._chosen_before = newest.sequence, [newest.id]
        self._comes_in = False

    @Slot()
    def _settle(self) -> None:
        """Offer what can be done with what is selected, and say so when nothing is left."""
        none = not self.table.shown and self.filters.is_narrow()
        self.nothing.tell(nothing_words(self.filters.wanted()) if none else "", "Show all")
        self.too_many.tell("")
        chosen = self.choice.ids()
        self._chosen_before = chosen or self._chosen_before
        self.head.offer(len(chosen), self.choice.words(), can_compare=self._can_compare)
        self.view.head.tick(self.choice.ticked)
        self.all_with_them.setVisible(len(chosen) == 1)
        self.marks.show_row(self._row_of(chosen[0]) if len(chosen) == 1 else None)

    @Slot()
    def _to_thread(self) -> None:
        chosen = self.view.chosen()
        row = self._row_of(chosen[0]) if chosen else None
        if row:
            self._navigate("thread", row.prospect_id)

    def _row_of(self, attempt_id: str) -> AttemptRow | None:
        place = self.table.row_of(attempt_id)
        return None if place is None else self.table.shown[place]

    @Slot(object)
    def _on_event(self, event: CoreEvent) -> None:
        if isinstance(event, AttemptJudged) and self.isVisible():
            self.pages.renew()

    @Slot()
    def _clear(self) -> None:
        self._chosen_before = []  # the list stands at the newest
        self.filters.clear()
        self.view.setFocus()

    @Slot()
    def _choose_call(self) -> None:
        self._navigate("today")

    # ------------------------------------------------------------------ what is chosen

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.view.chosen()
        if chosen:
            self._enter(chosen[0])

    @Slot()
    def _open_found(self) -> None:
        """Enter in the search: the first that fits what was typed, whether it is here yet or not."""
        self.view.setFocus()
        self._opens = self.filters.hurry()
        if not self._opens:
            self._show_chosen()

    @Slot(str)
    def _enter(self, attempt_id: str) -> None:
        """Enter shows one; of several, which one would be a guess, so it compares them."""
        if len(self.choice.ids()) > 1 and self._can_compare:
            self._compare_chosen()
        else:
            self._open(attempt_id)

    @Slot(str)
    def _open(self, attempt_id: str) -> None:
        self._navigate("feedback", attempt_id)

    @Slot()
    def _compare_chosen(self) -> None:
        chosen = self.choice.ids()
        if len(chosen) > MOST_COMPARED:
            self.too_many.tell(f"Two or three takes can be compared. {self.choice.words()}; choose fewer.")
            announce(self, self.too_many.text)
        else:
            self._navigate(COMPARE, ",".join(chosen))

    # ------------------------------------------------------------------ deleting

    @Slot()
    def _delete_chosen(self) -> None:
        attempt_ids = self.choice.ids()
        place = self.table.row_of(attempt_ids[0]) or 0
        self.deletion.hold(attempt_ids)
        self.table.leave_out(attempt_ids)
        self.view.choose(place)
        self._settle()

    @Slot(list)
    def _choose_again(self, attempt_ids: list[str]) -> None:
        self._chosen_before = attempt_ids

    # ------------------------------------------------------------------ elsewhere and back

    @Slot()
    def _ask_where_to(self) -> None:
        chosen = self.choice.ids()
        row = self._row_of(chosen[0]) if chosen else None
        made = started(row.started_utc, row.utc_offset_min) if row else datetime.now().astimezone()
        ask_where_to(self, self.carry, chosen, page_name(who(row) if row else "", made.date()))

    @Slot()
    def _ask_where_from(self) -> None:
        ask_where_from(self, self.carry)

    # ------------------------------------------------------------------ layout

    def _connect(self) -> None:
        self.filters.changed.connect(self._look)
        self.filters.clear_it.clicked.connect(self._clear)
        self.filters.search.left_downwards.connect(self.view.setFocus)
        self.filters.search.entered.connect(self._open_found)
        self.pages.arrived.connect(self._on_arrived)
        self.pages.counted.connect(self.head.tell_total)
        self.pages.choices.connect(self.filters.offer)
        self.view.opened.connect(self._enter)
        self.view.deletion_wanted.connect(self._delete_chosen)
        self.view.favourite_wanted.connect(self.marks.toggle_favourite)
        self.view.note_wanted.connect(self.marks.note.setFocus)
        self.view.tags_wanted.connect(self.marks.tags.setFocus)
        self.choice.changed.connect(self._settle)
        self.mark_control.kept.connect(self.pages.renew)
        self.marks.left.connect(self.view.setFocus)
        self.head.show_it.clicked.connect(self._show_chosen)
        for button in (self.head.compare, self.head.compare_many):
            button.clicked.connect(self._compare_chosen)
        self.all_with_them.clicked.connect(self._to_thread)
        self.head.export.clicked.connect(self._ask_where_to)
        self.head.bring.clicked.connect(self._ask_where_from)
        self.head.delete.clicked.connect(self._delete_chosen)
        self.deletion.changed.connect(self.pages.renew)
        self.deletion.brought_back.connect(self._choose_again)
        self.nothing.chosen.connect(self._clear)
        self.empty.chosen.connect(self._choose_call)
        self.carry.began.connect(self.work.begin)
        self.carry.progressed.connect(self.work.advance)
        self.carry.ended.connect(self.work.end)
        self.carry.brought.connect(self.pages.renew)
        self.work.cancel_wanted.connect(self.carry.cancel)
        self._bridge.core_event.connect(self._on_event)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self.filters.search.setFocus),
            (QKeySequence.StandardKey.Undo, self.deletion.undo),
            (QKeySequence.StandardKey.SelectAll, self.view.selectAll),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        self._page = HistoryPage(
            self.head, self.filters, self.view, self.nothing, self.marks, self.all_with_them
        )
        self._page.add_figures(self.trends.place)
        self._page.add_bars((self.too_many, self.undo_bar, self.work))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.empty)
