"""The parts of the scripts screen and where they stand; no behaviour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.chip import Chip
from ui.widgets.form import TextField
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.script_check import ScriptCheck
from ui.widgets.script_editor import ScriptEditor
from ui.widgets.script_list import ScriptList
from ui.widgets.script_ribbon import ScriptRibbon

_LIST_WIDTH, _CHECK_WIDTH = 200, 348
_NARROW_LIST, _NARROW_CHECK = 174, 228


class ScriptPage(QWidget):
    """List, editor and live check side by side; the ribbon below the last two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.practise = Button("Practise this", "primary", 44, icon="mic", key="Ctrl Enter")
        self.list, self.new = ScriptList(), Button("New script", "quiet", icon="plus")
        self.title, self.name = Label("", 20, 600, elide=True), TextField("Name of the script")
        self.kept = Label("", 13, tone="ink2", tabular=True)
        self.more = Button("", "quiet", icon="ellipsis")
        self.more.setAccessibleName("More for this script")
        self.more.setToolTip("Rename, duplicate, earlier versions, delete")
        self.editor, self.check, self.ribbon = ScriptEditor(), ScriptCheck(), ScriptRibbon()
        self.point, self.must = Chip("Key point"), Chip("Must be said")
        self.point.setToolTip("Mark the selected words as a key point, or take the mark away (Ctrl+K)")
        self.must.setToolTip("A key point that must be said (Ctrl+Shift+K)")
        for chip in (self.point, self.must):
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the keys from the text
        self.points = Label("", 13, tone="ink2", tabular=True, elide=True)
        self.total, self.pace = Label("", 15, 600, tabular=True), Label("", 13, tone="ink2", elide=True)
        self.undo_bar, self.version_bar, self.notice = Notice("secondary"), Notice("secondary"), Notice()
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows: smaller margins and columns."""
        super().resizeEvent(event)
        width = self.window().width()
        narrow = width < theme.NARROW_BELOW
        side = theme.page_margin(width)
        self._column.setContentsMargins(side, 14, side, 20)
        self._grid.setHorizontalSpacing(10 if narrow else 14)
        self.kept.setVisible(not narrow)
        self._list_card.setFixedWidth(_NARROW_LIST if narrow else _LIST_WIDTH)
        self.check.setFixedWidth(_NARROW_CHECK if narrow else _CHECK_WIDTH)

    def show_name_field(self, shown: bool) -> None:
        """The field for the name, or the title."""
        self.name.setVisible(shown)
        self.title.setHidden(shown)

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Label("Scripts", 28, 600), 1)
        head.addWidget(self.practise)
        self._column.addLayout(head)
        for bar in (self.notice, self.version_bar, self.undo_bar):
            self._column.addWidget(bar)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(14)
        self._list_card = self._list_part()
        self._grid.addWidget(self._list_card, 0, 0, 2, 1)
        self._grid.addWidget(self._editor_part(), 0, 1)
        self._grid.addWidget(self.check, 0, 2)
        self._grid.addWidget(self._ribbon_part(), 1, 1, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)
        self._column.addLayout(self._grid, 1)

    def _list_part(self) -> Card:
        card = Card(inside=1)
        card.body.setContentsMargins(5, 8, 5, 8)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.new, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    def _editor_part(self) -> Card:
        card = Card(inside=0)
        card.body.setContentsMargins(1, 0, 1, 1)
        card.body.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 8, 8)
        head.setSpacing(8)
        head.addStrut(40)
        head.addWidget(self.title, 1)
        head.addWidget(self.name, 1)
        head.addWidget(self.kept)
        head.addWidget(self.more)
        card.body.addLayout(head)
        card.body.addWidget(Rule())
        card.body.addWidget(self.editor, 1)
        card.body.addWidget(Rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 6)
        foot.setSpacing(8)
        foot.addWidget(self.point)
        foot.addWidget(self.must)
        foot.addWidget(self.points, 1)
        card.body.addLayout(foot)
        self.name.hide()
        return card

    def _ribbon_part(self) -> Card:
        card = Card()
        card.body.setContentsMargins(20, 14, 20, 6)
        card.body.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.total)
        row.addWidget(self.pace, 1)
        card.body.addLayout(row)
        card.body.addWidget(self.ribbon)
        return card
