"""Marks key points in a script: select words, then the chip or its key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from trainer.scripts.checking import can_be_told
from ui.models.script_words import NO_POINT
from ui.widgets.announce import announce
from ui.widgets.point_format import MUST, PLAIN, POINT
from ui.widgets.script_page import ScriptPage


class PointControl(QObject):
    """Keeps the two chips true to what the cursor stands in."""

    def __init__(self, page: ScriptPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        page.editor.point_here.connect(self._show)
        page.point.clicked.connect(self.toggle_point)
        page.must.clicked.connect(self.toggle_must)

    @Slot()
    def toggle_point(self) -> None:
        """Mark the selected words, or take the mark of the key point at the cursor away."""
        self._mark(PLAIN if self._page.editor.point_level() else POINT)

    @Slot()
    def toggle_must(self) -> None:
        """Whether it must be said; words that are no key point yet become one."""
        self._mark(POINT if self._page.editor.point_level() == MUST else MUST)

    def _mark(self, level: int) -> None:
        editor = self._page.editor
        words = editor.selected_words()
        if level and words and not can_be_told(words):
            self._page.points.setText(NO_POINT)
            announce(self._page, NO_POINT)
        else:
            editor.set_point(level)
        self._show(editor.point_level())

    @Slot(int)
    def _show(self, level: int) -> None:
        self._page.point.setChecked(level != PLAIN)
        self._page.must.setChecked(level == MUST)
