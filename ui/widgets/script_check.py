"""The live check of a script: what it misses, what it meets, and what only a voice can tell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.check_lines import CheckGroups
from ui.widgets.card import Card, Rule
from ui.widgets.check_list import CheckList
from ui.widgets.glyph import StateGlyph
from ui.widgets.inner_scroll import InnerScroll
from ui.widgets.label import Label


class ScriptCheck(Card):
    """Rows as on the feedback page, without sound; a sentence while there is nothing to judge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(inside=0, parent=parent)
        self.body.setContentsMargins(1, 0, 1, 1)
        self.body.setSpacing(0)
        self.guide = Label("", 13, tone="ink2", elide=True)
        self.guide.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown: CheckGroups | None = None
        self.checks = CheckList()
        self.checks.set_compact(True)
        self.sentence = Label("", 15, tone="ink2", wrap=True)
        self.sentence.setContentsMargins(16, 14, 16, 0)
        self.heard, self.heard_which = Label("", 15, 500, "slate"), Label("", 13, tone="ink2", wrap=True)
        self._heard = self._heard_only()
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for part in (self.sentence, self.checks, self._heard):
            inside.addWidget(part)
        self._scroll = InnerScroll(column, (0, 0, 0, 0), 120)
        self.checks.reached.connect(self._scroll.ensureWidgetVisible)
        self.body.addLayout(self._head())
        self.body.addWidget(Rule())
        self.body.addWidget(self._scroll, 1)

    def show_groups(self, groups: CheckGroups, heard: tuple[str, str]) -> None:
        """Show these checks, and how many and which can only be heard."""
        self.sentence.hide()
        if groups != self._shown:  # else what is opened stays open while the user types
            self._shown = groups
            self.checks.show_groups(groups)
        self.checks.show()
        self.heard.setText(heard[0])
        self.heard_which.setText(heard[1])
        self._heard.setVisible(bool(heard[0]))

    def say(self, sentence: str) -> None:
        """Show a sentence instead of checks."""
        self.sentence.setText(sentence)
        self.sentence.show()
        self.checks.hide()
        self._heard.hide()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 1, 16, 1)
        row.addStrut(36)
        row.setSpacing(16)
        row.addWidget(Label("Live check", 15, 600))
        row.addWidget(self.guide, 1)
        return row

    def _heard_only(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(16, 8, 16, 12)
        row.setSpacing(12)
        row.addWidget(StateGlyph("unsure"), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.heard)
        words.addWidget(self.heard_which)
        row.addLayout(words, 1)
        held.hide()
        return held
