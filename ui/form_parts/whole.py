"""The whole form: all cards, one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.check import Mistake
from trainer.authoring.form import Form
from trainer.records import Scenario, Seller
from ui.form_parts.answers import AnswersPart
from ui.form_parts.cards import AboutPart, KnownPart, PersonPart
from ui.form_parts.lines import LinesPart
from ui.form_parts.part import Part
from ui.models.form_words import at_field
from ui.widgets.page import Page


class ScenarioForm(QWidget):
    """Shows a `Form`; knows no services.

    Signals:
        edited: the form as the user has made it, and the field that was changed.
    """

    edited = Signal(object, str)

    def __init__(
        self,
        sellers: Mapping[str, Seller],
        guides: Mapping[str, str],
        check_titles: Mapping[str, str],
    ) -> None:
        """`guides` and `check_titles`: id -> title."""
        super().__init__()
        self.about, self.person, self.known = AboutPart(sellers), PersonPart(), KnownPart()
        self.lines = LinesPart(check_titles, after=self.known.last_stop)
        self.answers = AnswersPart(guides, after=self.lines.add)
        self._parts: tuple[Part, ...] = (self.about, self.person, self.known, self.lines, self.answers)
        self._touched: set[str] = set()
        self._all_shown = False
        inside = QWidget()
        self.page = Page(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)
        # Filled where it stands: Qt settles fonts and colours of all inside whenever a full page moves.
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 8, 20)  # room for the focus ring
        column.setSpacing(16)
        for part in self._parts:
            part.edited.connect(partial(self._on_edited, part))
            column.addWidget(part)
        column.addStretch(1)

    def know(self, scenarios: Sequence[Scenario], speaker: str) -> None:
        """What there is to answer, and who the user is ("" without a profile)."""
        self.known.offer_messages(scenarios)
        self.about.show_speaker(speaker)

    def begin(self, form: Form, *, keeps_person: bool) -> None:
        """Another scenario: nothing has been touched yet."""
        self._touched, self._all_shown = set(), False
        self.person.keeps_person = keeps_person
        self.show_form(form)
        self.page.verticalScrollBar().setValue(0)

    def show_form(self, form: Form) -> None:
        """Show it; fields that show the same already are left alone."""
        for part in self._parts:
            part.show_form(form)

    def show_mistakes(self, found: Sequence[Mistake]) -> None:
        """At their fields; what is only missing, once the field was touched or all are shown."""
        words = {
            one.field: at_field(one)
            for one in found
            if not one.missing or self._all_shown or one.field in self._touched
        }
        for part in self._parts:
            part.show_mistakes(words)

    def show_all_mistakes(self) -> None:
        """From now on say everywhere what is missing."""
        self._all_shown = True

    def go_to(self, field: str) -> None:
        """Put the cursor where this is mended; the nearest place, where the form has none for it."""
        places = {name: widget for part in self._parts for name, widget in part.targets().items()}
        near = [name for name in places if name.split(".")[:2] == field.split(".")[:2]]
        head = [name for name in places if name.split(".")[0] == field.split(".")[0]]
        names = [field, *near, *head, "title"]
        widget = next(places[name] for name in names if name in places)
        self.page.reveal(widget, widget.rect())
        widget.setFocus()

    def _on_edited(self, edited: Part, form: Form, field: str) -> None:
        self._touched.add(field)
        for part in self._parts:
            if part is not edited:
                part.show_form(form)
        edited.settle()
        self.edited.emit(form, field)
