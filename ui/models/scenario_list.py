"""The library's scenarios as lines of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer.records import Kind, Scenario
from ui.models.phrasing import KIND_WORDS

ICONS: dict[Kind, str] = {
    "voicemail": "voicemail",
    "callback": "phone-incoming",
    "elevator": "message-circle",
    "leave-or-not": "split",
    "get-through": "grip",
    "draw-the-line": "calendar-check",
}
SCENARIO_ROLE = Qt.ItemDataRole.UserRole
WORDS_ROLE = SCENARIO_ROLE + 1
"""The second line and what stands on the right."""
_ORDER: tuple[Kind, ...] = (
    "voicemail", "callback", "elevator", "leave-or-not", "get-through", "draw-the-line"
)  # fmt: skip


def in_order(scenarios: Sequence[Scenario]) -> list[Scenario]:
    """Those that can be practised in the window, voicemails first, otherwise as they come."""
    return sorted((one for one in scenarios if one.kind in _ORDER), key=lambda one: _ORDER.index(one.kind))


def who(scenario: Scenario) -> str:
    """What a line is called: the person, or the occasion where nobody is known by name yet."""
    return scenario.title if scenario.kind == "elevator" else scenario.prospect.name


def about(scenario: Scenario) -> str:
    """The second line: "Voicemail  ·  dental supplies, a lead"."""
    return f"{KIND_WORDS[scenario.kind]}  ·  {scenario.prospect.company or scenario.industry}"


def longest(scenario: Scenario) -> str:
    """How long the reply may be: "up to 45 s"; a run of tries has none and takes about three minutes."""
    return "about 3 min" if scenario.tries else f"up to {scenario.max_seconds:g} s"


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says of a scenario that is due, in place of what it says of any."""

    why: str
    right: str


class ScenarioModel(QAbstractListModel):
    """Display role: the name; accessible text: the whole line; `SCENARIO_ROLE`: the record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scenarios: list[Scenario] = []
        self._due: Mapping[str, RowWords] = {}

    def show(self, scenarios: Sequence[Scenario], due: Mapping[str, RowWords] = MappingProxyType({})) -> None:
        """Put these in the list; `due`: scenario id -> words of those that are due."""
        self.beginResetModel()
        self._scenarios, self._due = list(scenarios), due
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """One row a scenario."""
        return 0 if parent.isValid() else len(self._scenarios)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """See the class."""
        scenario = self._scenarios[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return who(scenario)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            below, right = self._words(scenario)
            return f"{who(scenario)}, {below}, {right}"
        if role == WORDS_ROLE:
            return self._words(scenario)
        return scenario if role == SCENARIO_ROLE else None

    def _words(self, scenario: Scenario) -> tuple[str, str]:
        due = self._due.get(scenario.id)
        if due:
            return f"{KIND_WORDS[scenario.kind]}  ·  {due.why}", due.right
        return about(scenario), longest(scenario)
