"""What can be done with the chosen scenarios, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from ui.models.scenario_cards import Card

Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Acts:
    """What the entries do, with what is chosen. `edit` and `duplicate` are None where nothing can edit."""

    start: Act
    hear: Act
    mark: Act
    export: Act
    remove: Act
    edit: Act | None = None
    duplicate: Act | None = None


Entry = tuple[str, str, Act]
"""Words, key, what it does. A rule stands where the words are empty."""


def entries(chosen: Sequence[Card], acts: Acts) -> Iterator[Entry]:
    """The entries for these cards: of one all that fits it, of several what can be done with all."""
    own = sum(card.is_own for card in chosen)
    if len(chosen) == 1:
        card = chosen[0]
        yield "Start", "Enter", acts.start
        if card.speaker:
            yield "Hear how it begins", "P", acts.hear
        favourite = "favourite" in card.standings
        yield ("No longer a favourite" if favourite else "Mark as a favourite"), "F", acts.mark
        yield "", "", acts.mark
        if acts.edit and own:
            yield "Edit", "E", acts.edit
        if acts.duplicate:
            yield "Duplicate", "D", acts.duplicate
        yield "Export…", "Ctrl+E", acts.export
    else:
        yield f"Export {len(chosen):,}…", "Ctrl+E", acts.export
    if own:
        yield "Remove" if len(chosen) == 1 else f"Remove {own:,} of yours", "Del", acts.remove


def pop_up(parent: QWidget, chosen: Sequence[Card], acts: Acts, place: QPoint) -> QMenu:
    """Show the menu at `place` on the screen."""
    menu = QMenu(parent)
    for words, key, act in entries(chosen, acts):
        if words:
            action = menu.addAction(f"{words}\t{key}")
            action.triggered.connect(lambda _checked=False, act=act: act())
        else:
            menu.addSeparator()
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return menu
