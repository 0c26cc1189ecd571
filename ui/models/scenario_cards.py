"""The library as cards: what each shows, and which of them fit what is looked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.records import Kind, Scenario, Situation
from ui.models.phrasing import KIND_WORDS

CARD_ROLE = Qt.ItemDataRole.UserRole
KIND_ICONS: dict[Kind, str] = {
    "voicemail": "voicemail",
    "callback": "phone-incoming",
    "elevator": "message-circle",
    "leave-or-not": "split",
    "get-through": "grip",
    "draw-the-line": "flag",
    "phone-test": "clipboard-check",
}
SITUATION_WORDS: dict[Situation, str] = {
    "cold": "Cold",
    "warm": "Warm",
    "referral": "Sent by somebody",
    "lead": "A lead",
    "existing_customer": "Existing customer",
    "follow_up": "Following up",
}
DIFFICULTY_WORDS = {1: "A good first one", 2: "Harder", 3: "Hard"}
Standing = Literal["due", "new", "favourite", "own"]
STANDING_WORDS: dict[Standing, str] = {
    "due": "Due today", "new": "Not yet tried", "favourite": "Favourites", "own": "Your own",
}  # fmt: skip


_ASKED: tuple[Standing, ...] = ("new", "own", "due", "favourite")


@dataclass(frozen=True, slots=True)
class CardFilter:
    """What is looked for. None and "": anything."""

    words: str = ""
    kind: Kind | None = None
    industry: str | None = None
    situation: Situation | None = None
    difficulty: int | None = None
    standing: Standing | None = None
    skill: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A scenario with all that its card says."""

    scenario: Scenario
    standings: frozenset[Standing] = frozenset()

    @property
    def is_own(self) -> bool:
        """Whether it is one of the user's own."""
        return "own" in self.standings

    @property
    def over(self) -> str:
        """The small line above the title: "Voicemail, yours"."""
        return KIND_WORDS[self.scenario.kind] + (", yours" if self.is_own else "")

    @property
    def who(self) -> str:
        """The person and their company."""
        prospect = self.scenario.prospect
        return ", ".join(filter(None, (prospect.name, prospect.company)))

    @property
    def speaker(self) -> str | None:
        """Whose voice can be heard beforehand; None where nobody speaks first."""
        return self.scenario.prospect.name.split()[0] if self.scenario.prompts else None

    @property
    def aloud(self) -> str:
        """The whole card as one sentence, for screen readers."""
        known = [STANDING_WORDS[one] for one in STANDING_WORDS if one in self.standings and one != "own"]
        parts = (self.over, self.scenario.title, self.who, self.scenario.trains, *known)
        return ". ".join(part.rstrip(".") for part in parts)


def cards(
    scenarios: Iterable[Scenario],
    *,
    own: Container[str] = (),
    tried: Container[str] = (),
    due: Container[str] = (),
    favourites: Container[str] = (),
) -> list[Card]:
    """A card for each scenario; the containers hold ids."""
    made = []
    standings: dict[tuple[bool, ...], frozenset[Standing]] = {}
    for one in scenarios:
        holds = (one.id not in tried, one.id in own, one.id in due, one.id in favourites)
        # Thousands of scenarios stand in few ways.
        if holds not in standings:
            standings[holds] = frozenset(name for name, is_so in zip(_ASKED, holds, strict=True) if is_so)
        made.append(Card(one, standings[holds]))
    return made


def fits(card: Card, wanted: CardFilter) -> bool:
    """Whether the card is among those looked for, but for the words and the skill."""
    one = card.scenario
    return (
        wanted.kind in (None, one.kind)
        and wanted.industry in (None, one.industry)
        and wanted.situation in (None, one.situation)
        and wanted.difficulty in (None, one.difficulty)
        and (wanted.standing is None or wanted.standing in card.standings)
    )


def folded(text: str) -> str:
    """`text` as it is compared: without case and accents."""
    plain = text.casefold()
    if plain.isascii():  # most is, and letter by letter thousands of scenarios would take a second
        return plain
    return "".join(mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark))


def _searched(one: Scenario) -> str:
    parts = (
        one.title, one.prospect.name, one.prospect.company or "", one.prospect.role or "", one.industry,
        one.trains, KIND_WORDS[one.kind], *one.tags, *one.rules,
    )  # fmt: skip
    return folded(" ".join(parts))


class CardModel(QAbstractListModel):
    """The cards that fit. Display role: the title; accessible text: the card aloud; `CARD_ROLE`: the card."""

    def __init__(
        self,
        skills: Callable[[Scenario], Container[str]] = lambda _scenario: (),
        parent: QObject | None = None,
    ) -> None:
        """`skills`: which of `trainer.skills_trained.TRAINED` a scenario trains."""
        super().__init__(parent)
        self._skills = skills
        self.wanted = CardFilter()
        self._all: list[Card] = []
        self._searched: list[str] = []
        """The words of each card; empty until some are looked for."""
        self.shown: list[Card] = []
        self.yours = 0
        """How many of all are the user's own."""

    def put(self, all_cards: Sequence[Card]) -> None:
        """Another library."""
        self._all, self._searched = list(all_cards), []
        self.yours = sum(card.is_own for card in self._all)
        self.look_for(self.wanted)

    def look_for(self, wanted: CardFilter) -> None:
        """Show those that fit `wanted`."""
        words = folded(wanted.words).split()
        self.beginResetModel()
        self.wanted = wanted
        self.shown = list(self._with_words(words))
        if replace(wanted, words="", skill=None) != CardFilter():
            self.shown = [card for card in self.shown if fits(card, wanted)]
        if wanted.skill is not None:
            self.shown = [card for card in self.shown if wanted.skill in self._skills(card.scenario)]
        self.endResetModel()

    def _with_words(self, words: Sequence[str]) -> Iterable[Card]:
        if not words:
            return self._all
        self._searched = self._searched or [_searched(card.scenario) for card in self._all]
        found = zip(self._all, self._searched, strict=True)
        return (card for card, text in found if all(word in text for word in words))

    @property
    def industries(self) -> list[str]:
        """All that occur, A first."""
        return sorted({card.scenario.industry for card in self._all})

    @property
    def all_cards(self) -> Sequence[Card]:
        """Shown or not."""
        return self._all

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One row a card."""
        return 0 if parent.isValid() else len(self.shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """See the class."""
        card = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.scenario.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.aloud
        return card if role == CARD_ROLE else None
