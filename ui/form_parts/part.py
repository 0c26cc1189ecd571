"""A card of the form: rows of fields, each with its help and what is to be mended there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer.authoring.form import Form
from ui.widgets.form import ADVICE_WIDTH, TitledCard, note, row, say, stacked
from ui.widgets.label import Label


class Field(Protocol):
    """What `ui.form_parts.fields` offers."""

    edited: SignalInstance

    def value(self) -> Any:
        """What the user has chosen or written."""

    def show_value(self, value: Any) -> None:
        """Show it without telling anybody."""


def tab_through(after: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go from `after` through `widgets`, which were made later than what follows it."""
    for widget in widgets:
        QWidget.setTabOrder(after, widget)
        after = widget


class FieldRow(QWidget):
    """A word, a field, and under it one line of help and what is to be mended."""

    def __init__(self, word: str, field: QWidget, help_text: str = "") -> None:
        super().__init__()
        self.field = field
        self.help, self.mend = note(help_text), Label("", 13, 500, "brick", wrap=True)
        self.mend.setMaximumWidth(ADVICE_WIDTH)
        self.mend.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(word, stacked(field, self.mend, self.help), field))

    def show_mistake(self, words: str) -> None:
        """Say what is to be mended here; "" is nothing."""
        say(self.mend, words)
        self.field.setAccessibleDescription(words or self.help.text())


class Part(TitledCard):
    """Signals:
    edited: the form as it is now, and the field that the user has changed.
    """

    edited = Signal(object, str)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.rows: dict[str, FieldRow] = {}
        self._form: Form | None = None
        self._shows: list[Callable[[Form], None]] = []

    @property
    def form(self) -> Form:
        """The form that is shown."""
        assert self._form is not None, "show_form comes first"
        return self._form

    def show_form(self, form: Form) -> None:
        """Show it; fields that show the same already are left alone."""
        self._form = form
        for show in self._shows:
            show(form)
        self.settle()

    def settle(self) -> None:
        """Show and hide what depends on other fields."""

    def targets(self) -> Mapping[str, QWidget]:
        """Field -> where the cursor goes to mend it."""
        return {name: field_row.field for name, field_row in self.rows.items()}

    def show_mistakes(self, words: Mapping[str, str]) -> None:
        """Field -> what is to be mended at it."""
        for name, field_row in self.rows.items():
            field_row.show_mistake(words.get(name, ""))

    def add_field(
        self,
        name: str,
        word: str,
        field: Any,
        get: Callable[[Form], Any],
        put: Callable[[Form, Any], Form],
        help_text: str = "",
    ) -> FieldRow:
        """One more row: `field` shows what `get` finds in a form; what the user makes of it is `put` in."""

        def tell() -> None:
            self.tell(put(self.form, field.value()), name)

        def show(form: Form) -> None:
            field.show_value(get(form))

        field.edited.connect(tell)
        self._shows.append(show)
        self.rows[name] = FieldRow(word, field, help_text)
        self.body.addWidget(self.rows[name])
        return self.rows[name]

    def tell(self, form: Form, name: str) -> None:
        """The user has made this of it by changing the field `name`."""
        if form != self._form:
            self._form = form
            self.edited.emit(form, name)
