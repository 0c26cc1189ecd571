"""History: every attempt, found by name or by a word that was said."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from trainer.events import AttemptJudged, CoreEvent
from trainer.records import AttemptRow
from ui import theme
from ui.bridge import Bridge
from ui.models.attempt_table import AttemptTable, KindChoice
from ui.models.page_words import count_words
from ui.models.pending_deletion import PendingDeletion
from ui.screens import Navigate, Screen
from ui.services import Services
from ui.widgets.announce import announce
from ui.widgets.attempt_view import AttemptView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.label import Label
from ui.widgets.notice import EmptyPage, Notice
from ui.widgets.search_field import SearchField

TITLE = "History"
ICON = "history"
ORDER = 30

_KINDS: dict[KindChoice, str] = {
    "all": "All", "voicemail": "Voicemail", "callback": "Call back", "other": "Other",
}  # fmt: skip
# Long enough to skip the letters in between, short enough to feel like "as you type".
_TYPING_MS = 150


def build(services: Services, bridge: Bridge, navigate: Navigate) -> Screen:
    """A new page."""
    return HistoryScreen(services, bridge, navigate)


class HistoryScreen(Screen):
    """A table with search, kinds and sorting; Enter shows an attempt, Delete deletes (10 s to undo)."""

    def __init__(self, services: Services, bridge: Bridge, navigate: Navigate) -> None:
        super().__init__()
        self._services, self._bridge, self._navigate = services, bridge, navigate
        self.table = AttemptTable(lambda: datetime.now().astimezone())
        self.deletion = PendingDeletion(parent=self)
        self.view = AttemptView(self.table)
        self.search = SearchField("Find a name or a word you said")
        self.count = Label("", 13, tone="ink2", tabular=True)
        self.show_it = Button("Show it", "primary", 44, key="Enter")
        self.delete = Button("Delete", "secondary", icon="trash-2")
        self.delete.setAccessibleDescription("Key: Delete")
        self.undo_bar, self.nothing = Notice("secondary"), Notice("secondary")
        self.empty = EmptyPage(
            "No takes yet", "Every message and call you practise will be listed here.", "Choose a call"
        )
        self._all: list[AttemptRow] = []
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._build()
        self._connect()

    def enter(self, subject: str | None) -> None:
        """Look at the list anew."""
        self._fetch()
        self.view.setFocus()

    def escape(self) -> bool:
        """Esc gives up the search."""
        if not self.search.text():
            return False
        self._clear_search()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have smaller margins."""
        super().resizeEvent(event)
        side = theme.page_margin(self.window().width())
        self._column.setContentsMargins(side, 14, side, 20)

    @Slot()
    def _fetch(self) -> None:
        self._bridge.when_done(self._services.review.rows(self.search.text().strip()), self._show)

    def _show(self, rows: list[AttemptRow]) -> None:
        chosen = self.view.chosen()
        self.table.put(rows)
        searching = bool(self.search.text().strip())
        if not searching:
            self._all = rows
            self._count()
        self._stack.setCurrentWidget(self._page if rows or searching else self.empty)
        if not rows and not searching:
            self.empty.button.setFocus()
        self._reselect(chosen)

    def _count(self) -> None:
        held = self.deletion.held
        self.count.setText(count_words([row for row in self._all if row.id not in held]))

    def _reselect(self, chosen: list[str]) -> None:
        places = (self.table.row_of(attempt_id) for attempt_id in chosen)
        self.view.choose(next((place for place in places if place is not None), 0))
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """Offer what can be done with what is selected, and say so when nothing is left."""
        none = not self.table.shown
        self.nothing.tell("No take fits. Try fewer letters, or All." if none else "", "Show all")
        any_chosen = bool(self.view.chosen())
        for button in (self.show_it, self.delete):
            button.setEnabled(any_chosen)
            button.setToolTip("" if any_chosen else "Choose a take in the list first.")

    @Slot(object)
    def _on_event(self, event: CoreEvent) -> None:
        if isinstance(event, AttemptJudged) and self.isVisible():
            self._fetch()

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.view.chosen()
        if chosen:
            self._open(chosen[0])

    @Slot(str)
    def _open(self, attempt_id: str) -> None:
        self._navigate("feedback", attempt_id)

    @Slot()
    def _delete_chosen(self) -> None:
        self._hold(self.view.chosen())

    @Slot(list)
    def _hold(self, attempt_ids: list[str]) -> None:
        place = self.table.row_of(attempt_ids[0]) or 0
        self.deletion.hold(attempt_ids)
        self.view.choose(place)
        announce(self, self.undo_bar.text)

    @Slot()
    def _on_deletion(self) -> None:
        held = self.deletion.held
        self.table.hide(held)
        self._count()
        takes = "1 take" if len(held) == 1 else f"{len(held)} takes"
        self.undo_bar.tell(f"{takes} deleted with the recording." if held else "", "Undo")
        self._settle()

    @Slot(list)
    def _delete_now(self, attempt_ids: list[str]) -> None:
        self._bridge.when_done(self._services.review.delete(attempt_ids), self._on_deleted)

    def _on_deleted(self, _nothing: None) -> None:
        if self.isVisible():
            self._fetch()

    @Slot(int)
    def _choose_kind(self, number: int) -> None:
        chosen = self.view.chosen()
        self.table.choose(list(_KINDS)[number])
        self._reselect(chosen)

    @Slot()
    def _clear_search(self) -> None:
        self.search.clear()
        self.kinds.button(0).click()
        self.view.setFocus()

    @Slot()
    def _choose_call(self) -> None:
        self._navigate("today")

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.left_downwards.connect(self.view.setFocus)
        self._typing.timeout.connect(self._fetch)
        self.kinds.idClicked.connect(self._choose_kind)
        self.view.opened.connect(self._open)
        self.view.deletion_wanted.connect(self._hold)
        self.view.selectionModel().selectionChanged.connect(self._settle)
        self.show_it.clicked.connect(self._show_chosen)
        self.delete.clicked.connect(self._delete_chosen)
        self.deletion.changed.connect(self._on_deletion)
        self.deletion.due.connect(self._delete_now)
        self.undo_bar.chosen.connect(self.deletion.undo)
        self.nothing.chosen.connect(self._clear_search)
        self.empty.chosen.connect(self._choose_call)
        self._bridge.core_event.connect(self._on_event)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self.search.setFocus),
            (QKeySequence.StandardKey.Undo, self.deletion.undo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label("History", 28, 600))
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.delete)
        head.addWidget(self.show_it)
        self._column.addLayout(head)
        self._column.addLayout(self._filters())
        card = Card(inside=1)
        card.body.setSpacing(0)
        card.body.addWidget(self.view, 1)
        for part in (card, self.nothing, self.undo_bar):
            self._column.addWidget(part, 1 if part is card else 0)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self.empty)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setMaximumWidth(292)
        row.addWidget(self.search, 100)
        self.kinds = QButtonGroup(self)
        for number, words in enumerate(_KINDS.values()):
            chip = Chip(words, checked=number == 0)
            self.kinds.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        return row
