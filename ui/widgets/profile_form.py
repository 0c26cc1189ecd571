"""Who the user is: name, company, what they do, number and country."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale, QSize, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from trainer.records import Seller
from ui.widgets.form import FIELD_WIDTH, TextField, note, row, say, stacked

NO_NUMBER = "Without a number, “the right number” cannot be checked."
NO_DIGITS = "A number has digits. Leave this empty to go without one."
NO_NAME = "Your name is needed for the rest to count."


class ProfileForm(QWidget):
    """Five fields over a `Seller`.

    Signals:
        edited: a field was left with another value that can be used.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Seller(id="me")
        self.name = TextField("Your name", "Sam Reyes")
        self.company = TextField("Your company", "Fieldline")
        self.does = TextField("What you do, in one clause", "checks freight invoices")
        self.number = TextField("Your number, as you say it", "0113 496 0107")
        self.region = RegionBox()
        self._name_note, self._number_note = note(), note(NO_NUMBER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row("Name", stacked(self.name, self._name_note), self.name))
        column.addLayout(row("Company", self.company, self.company))
        column.addLayout(row("What you do", self.does, self.does))
        column.addLayout(row("Number", stacked(self.number, self._number_note), self.number))
        column.addLayout(row("Country", self.region, self.region))
        for field in (self.name, self.company, self.does, self.number):
            field.editingFinished.connect(self._on_edited)
        self.number.textChanged.connect(self._note_number)
        self.name.textChanged.connect(self._clear_name_note)
        self.region.activated.connect(self._on_edited)

    def show_profile(self, profile: Seller) -> None:
        """Fill the fields."""
        self._shown = profile
        self.name.setText(profile.name)
        self.company.setText(profile.company or "")
        self.does.setText(profile.does or "")
        self.number.setText(profile.number or "")
        for field in (self.name, self.company, self.does, self.number):
            field.home(False)  # a long one shows how it begins
        self.region.choose(profile.region)
        self._note_number()

    def profile(self) -> Seller:
        """What the fields say, over the profile that was shown; a number without digits is left out."""
        number = self.number.text().strip()
        return replace(
            self._shown,
            name=self.name.text().strip(),
            company=self.company.text().strip() or None,
            does=self.does.text().strip() or None,
            number=number if _has_digits(number) else None,
            region=self.region.code(),
        )

    def complete(self) -> bool:
        """Whether it can be used as it stands: all empty, or a name and no number without digits.

        Says beside the field what is missing, and goes there.
        """
        number = self.number.text().strip()
        if number and not _has_digits(number):
            self.number.setFocus()
            return False
        others = (self.company, self.does, self.number)
        if not self.name.text().strip() and any(field.text().strip() for field in others):
            say(self._name_note, NO_NAME)
            self.name.setFocus()
            return False
        return True

    def commit(self) -> None:
        """Tell of what is still being typed, as if its field had been left."""
        self._on_edited()

    def _on_edited(self, _place: int = 0) -> None:
        if self.profile() != self._shown:
            self._shown = self.profile()
            self.edited.emit()

    def _clear_name_note(self, _text: str) -> None:
        say(self._name_note, "")

    def _note_number(self, _text: str = "") -> None:
        number = self.number.text().strip()
        say(self._number_note, NO_NUMBER if not number else "" if _has_digits(number) else NO_DIGITS)


class RegionBox(QComboBox):
    """Countries by name; `code` is the two-letter code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Country whose numbers yours follows")
        self.setMaximumWidth(FIELD_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for name, code in countries():
            self.addItem(name, code)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow; the name is elided."""
        return QSize(120, super().minimumSizeHint().height())

    def choose(self, code: str) -> None:
        """Show the country with this code; one that has no name here is added as its code."""
        if self.findData(code) < 0:
            self.addItem(code, code)
        self.setCurrentIndex(self.findData(code))

    def code(self) -> str:
        """The chosen country."""
        return str(self.currentData())


def countries() -> list[tuple[str, str]]:
    """Name and two-letter code of every country that Qt can name, by name."""
    territories = (place for place in QLocale.Country if place != QLocale.Country.AnyCountry)
    named = {QLocale.territoryToCode(place): QLocale.territoryToString(place) for place in territories}
    return sorted((name, code) for code, name in named.items() if len(code) == 2 and code.isalpha())


def home_region(fallback: str = "GB") -> str:
    """The country that the computer is set to, or `fallback` where it says none."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else fallback


def _has_digits(number: str) -> bool:
    return any(letter.isdigit() for letter in number)
