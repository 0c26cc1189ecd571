"""What was heard in the test sentence, and the offer to teach a name that was heard as something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.keeper import Keeper
from ui.models.phrasing import misheard_words, quoted, taught_words
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.label import Label

if TYPE_CHECKING:
    from trainer.analysis.teaching import Misheard

_NOT_YET = "Say a sentence with your name and company, and what was heard is shown here."
_NOTHING_HEARD = "No words were heard."
_TEACH, _UNDO = "Teach a name", "Undo"


class HeardRow(QWidget):
    """The words, and under them one line for each name that could be taught; the first one's button stands
    beside the words.
    """

    def __init__(self, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.words = Label(_NOT_YET, tone="ink2", wrap=True)
        self.words.setContentsMargins(0, 8, 0, 0)
        self.offers: list[Offer] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.words, 0, 0, alignment=Qt.AlignmentFlag.AlignTop)

    def show_heard(self, words: str) -> None:
        """Show what was heard, and offer what could be taught."""
        # Not before: the judge's language takes a tenth of a second to import.
        from trainer.analysis.teaching import misheard

        found = misheard(self._keeper.settings.profile, words)
        self.say(quoted(words) if words else _NOTHING_HEARD, is_speech=bool(words))
        self.offers = [Offer(self._keeper, one, self) for one in found]
        for place, offer in enumerate(self.offers):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(offer.button, place + 1 if place else 0, 1, alignment=top)
            self._grid.addWidget(offer.note, place + 1, 0)
            announce(offer.note, offer.note.text())

    def say(self, text: str, *, is_speech: bool = False) -> None:
        """Show a sentence in place of the words, and withdraw what was offered."""
        for offer in self.offers:
            offer.withdraw()
        self.offers = []
        self.words.set_tone("ink" if is_speech else "ink2")
        self.words.setText(text)
        announce(self.words, text)


class Offer(QObject):
    """One name that could be taught, or has just been."""

    def __init__(self, keeper: Keeper, one: Misheard, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper, self._one = keeper, one
        # No `note`: its greatest width would keep the column, and so the words, away from the left.
        self.note = Label(self._offered(), 13, tone="ink2", wrap=True)
        self.button = Button(_TEACH, "quiet", flush=True)
        self.button.clicked.connect(self._teach_or_undo)
        self._name_button(taught=False)

    def withdraw(self) -> None:
        """Take it off the page."""
        for each in (self.note, self.button):
            each.hide()
            each.deleteLater()
        self.deleteLater()

    @Slot()
    def _teach_or_undo(self) -> None:
        from trainer.analysis.teaching import taught, untaught

        profile, one = self._keeper.settings.profile, self._one
        teach = one.heard not in profile.heard_as.get(one.name, ())
        if not self._keeper.keep_profile(taught(profile, one) if teach else untaught(profile, one)):
            return
        self.note.setText(taught_words(one.name, one.heard) if teach else self._offered())
        self._name_button(taught=teach)
        announce(self.note, self.note.text())

    def _offered(self) -> str:
        return misheard_words(self._one.name, self._one.heard, only_parted=self._one.only_parted)

    def _name_button(self, *, taught: bool) -> None:
        self.button.set_text(_UNDO if taught else _TEACH)
        self.button.setAccessibleName(f"{_UNDO if taught else _TEACH}: {self._one.name}")
