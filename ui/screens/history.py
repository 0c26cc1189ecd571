"""History: every attempt, found by name or by a word that was said, marked, taken elsewhere, deleted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from trainer.events import AttemptJudged, CoreEvent
from trainer.records import AttemptRow
from ui import theme
from ui.bridge import Bridge
from ui.carry_control import CarryControl
from ui.carry_dialogs import ask_where_from, ask_where_to
from ui.history_pages import HistoryPages
from ui.models.attempt_table import AttemptTable
from ui.models.pending_deletion import PendingDeletion
from ui.screens import Navigate, Screen, find
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.attempt_filters import AttemptFilters
from ui.widgets.attempt_marks import AttemptMarks
from ui.widgets.attempt_view import AttemptView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.notice import EmptyPage, Notice
from ui.widgets.work_bar import WorkBar

TITLE = "History"
ICON = "history"
ORDER = 30

COMPARE = "compare"
"""The screen that shows two or three takes side by side."""
_MOST_COMPARED = 3


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
        self.table = AttemptTable(lambda: datetime.now().astimezone())
        self.pages = HistoryPages(services, bridge, self.table, self)
        self.carry = CarryControl(services, bridge, self)
        self.deletion = PendingDeletion(parent=self)
        self.view = AttemptView(self.table)
        self.filters = AttemptFilters(datetime.now().astimezone().date())
        self.marks = AttemptMarks(services.guides)
        self.count = Label("", 13, tone="ink2", tabular=True)
        self.show_it = Button("Show it", "primary", 44, key="Enter")
        self.compare = Button("", "secondary")
        self.all_with_them = Button("All with them", "quiet")
        self.export = Button("Export…", "secondary", icon="download")
        self.bring = Button("Import…", "secondary", icon="folder-open")
        self.delete = Button("Delete", "secondary", icon="trash-2")
        self.delete.setAccessibleDescription("Key: Delete")
        self.undo_bar, self.nothing, self.work = Notice("secondary"), Notice("secondary"), WorkBar()
        self.empty = EmptyPage(
            "No takes yet", "Every message and call you practise will be listed here.", "Choose a call"
        )
        self._build()
        self._connect()

    def enter(self, subject: str | None) -> None:
        """Look at the list anew."""
        self.filters.set_today(datetime.now().astimezone().date())
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
        side = theme.page_margin(self.window().width())
        self._column.setContentsMargins(side, 14, side, 20)

    # ------------------------------------------------------------------ what is shown

    @Slot()
    def _look(self) -> None:
        self.pages.look_for(self.filters.wanted())

    @Slot()
    def _on_arrived(self) -> None:
        searching = self.filters.is_narrow()
        anything = bool(self.table.shown) or searching
        self._stack.setCurrentWidget(self._page if anything else self.empty)
        if not anything:
            self.empty.button.setFocus()
        places = (self.table.row_of(attempt_id) for attempt_id in self._chosen_before)
        self.view.choose(next((place for place in places if place is not None), 0))
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """Offer what can be done with what is selected, and say so when nothing is left."""
        none = not self.table.shown
        self.nothing.tell("No take fits. Try fewer letters, or All." if none else "", "Show all")
        chosen = self.view.chosen()
        self._chosen_before = chosen or self._chosen_before
        for button in (self.show_it, self.delete):
            button.setEnabled(bool(chosen))
            button.setToolTip("" if chosen else "Choose a take in the list first.")
        several = 2 <= len(chosen) <= _MOST_COMPARED
        self.compare.set_text(f"Compare {len(chosen)} takes")
        self.compare.setVisible(self._can_compare and several)
        self.all_with_them.setVisible(len(chosen) == 1)
        self.delete.set_text(f"Delete {len(chosen)}" if len(chosen) > 1 else "Delete")
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
            self._open(chosen[0])

    @Slot(str)
    def _open(self, attempt_id: str) -> None:
        self._navigate("feedback", attempt_id)

    @Slot()
    def _compare_chosen(self) -> None:
        self._navigate(COMPARE, ",".join(self.view.chosen()))

    @Slot(str, bool)
    def _set_favourite(self, attempt_id: str, favourite: bool) -> None:
        self._bridge.when_done(self._services.browsing.set_favourite(attempt_id, favourite), self._on_marked)

    @Slot(str, str)
    def _set_note(self, attempt_id: str, note: str) -> None:
        self._bridge.when_done(self._services.browsing.set_note(attempt_id, note), self._on_marked)

    @Slot(str, list)
    def _set_tags(self, attempt_id: str, tags: list[str]) -> None:
        self._bridge.when_done(self._services.browsing.set_tags(attempt_id, tags), self._on_marked)

    def _on_marked(self, _nothing: None) -> None:
        self.pages.renew()

    # ------------------------------------------------------------------ deleting

    @Slot()
    def _delete_chosen(self) -> None:
        self._hold(self.view.chosen())

    @Slot(list)
    def _hold(self, attempt_ids: list[str]) -> None:
        place = self.table.row_of(attempt_ids[0]) or 0
        self.deletion.hold(attempt_ids)
        self._bridge.when_done(self._services.browsing.hide(attempt_ids), self._on_marked)
        self.table.leave_out(attempt_ids)
        self.view.choose(place)
        self._settle()
        announce(self, self.undo_bar.text)

    @Slot()
    def _undo(self) -> None:
        held = list(self.deletion.held)
        self.deletion.undo()
        if held:
            self._chosen_before = held
            self._bridge.when_done(self._services.browsing.show_again(held), self._on_marked)

    @Slot()
    def _on_deletion(self) -> None:
        held = self.deletion.held
        takes = "1 take" if len(held) == 1 else f"{len(held)} takes"
        self.undo_bar.tell(f"{takes} deleted with the recording." if held else "", "Undo")

    @Slot(list)
    def _delete_now(self, attempt_ids: list[str]) -> None:
        self._bridge.when_done(self._services.review.delete(attempt_ids), self._on_marked)

    # ------------------------------------------------------------------ elsewhere and back

    @Slot()
    def _ask_where_to(self) -> None:
        ask_where_to(self, self.carry, self.view.chosen())

    @Slot()
    def _ask_where_from(self) -> None:
        ask_where_from(self, self.carry)

    # ------------------------------------------------------------------ layout

    def _connect(self) -> None:
        self.filters.changed.connect(self._look)
        self.filters.search.left_downwards.connect(self.view.setFocus)
        self.pages.arrived.connect(self._on_arrived)
        self.pages.counted.connect(self.count.setText)
        self.pages.choices.connect(self.filters.offer)
        self.view.opened.connect(self._open)
        self.view.deletion_wanted.connect(self._hold)
        self.view.favourite_wanted.connect(self.marks.toggle_favourite)
        self.view.note_wanted.connect(self.marks.note.setFocus)
        self.view.tags_wanted.connect(self.marks.tags.setFocus)
        self.view.selectionModel().selectionChanged.connect(self._settle)
        self.marks.favourite_set.connect(self._set_favourite)
        self.marks.note_set.connect(self._set_note)
        self.marks.tags_set.connect(self._set_tags)
        self.marks.left.connect(self.view.setFocus)
        self.show_it.clicked.connect(self._show_chosen)
        self.compare.clicked.connect(self._compare_chosen)
        self.all_with_them.clicked.connect(self._to_thread)
        self.export.clicked.connect(self._ask_where_to)
        self.bring.clicked.connect(self._ask_where_from)
        self.delete.clicked.connect(self._delete_chosen)
        self.deletion.changed.connect(self._on_deletion)
        self.deletion.due.connect(self._delete_now)
        self.undo_bar.chosen.connect(self._undo)
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
            (QKeySequence.StandardKey.Undo, self._undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("History", 28, 600))
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.bring, self.export, self.delete, self.compare, self.show_it):
            head.addWidget(button)
        self._column.addLayout(head)
        self._column.addWidget(self.filters)
        card = Card(inside=1)
        card.body.setSpacing(0)
        card.body.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.addWidget(self.marks, 1)
        below.addWidget(self.all_with_them)
        self._column.addWidget(card, 1)
        self._column.addLayout(below)
        for part in (self.nothing, self.undo_bar, self.work):
            self._column.addWidget(part)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.empty)
