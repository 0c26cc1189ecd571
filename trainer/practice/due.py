"""What to practise today, in which order, and why.

Due cards first (`schedule`), then a few new ones, kinds mixed. A weak check never makes anything due; it only
decides which of the due ones comes first. Article 001 asks for new prospects all the time: a sitting of five
minutes or more holds one who was never called, and whoever has drawn the line under somebody gets one next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from trainer.practice.schedule import Card, cards
from trainer.records import Kind, Measured, Scenario

NEW_A_DAY = 3
WEAK_OVER_TAKES = 20
"""How many of the newest judged attempts say which check is weak."""
WEAK_FROM_MISSES = 2
NEW_PROSPECT_FROM_MIN = 5
MINUTES: dict[Kind, int] = {
    "voicemail": 1, "callback": 2, "elevator": 1, "leave-or-not": 2, "get-through": 2, "draw-the-line": 3,
    "phone-test": 2,
}  # fmt: skip
"""About how long one takes, feedback included."""

Why = Literal["due", "new", "new-prospect", "after-moving-on", "ahead"]
"""Its day has come; never practised; with somebody never called; the same right after the user has drawn the
line under another prospect; before its day, to fill a sitting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One scenario to practise."""

    scenario_id: str
    kind: Kind
    why: Why
    last_day: date | None = None
    """When it was rated last; None: never."""
    days_over: int = 0
    """How many days ago it was due."""
    weak: str | None = None
    """The weak check that brought it forward: it was missed here last time."""

    @property
    def minutes(self) -> int:
        """About how long it takes."""
        return MINUTES[self.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What to practise today, in this order."""

    today: date
    items: tuple[DueItem, ...] = ()
    next_day: date | None = None
    """When something that is not due yet will be; None: nothing has been practised or all is due."""

    @property
    def minutes(self) -> int:
        """About how long all of it takes."""
        return sum(item.minutes for item in self.items)


def due_today(
    history: Sequence[Measured],
    scenarios: Sequence[Scenario],
    today: date,
    *,
    new_a_day: int = NEW_A_DAY,
    not_today: Collection[str] = (),
) -> Due:
    """What of `scenarios` to practise on `today`; `history` in order of sequence.

    `not_today`: ids that the user has put off until tomorrow. `new_a_day`: how many scenarios may be begun in
    a day.
    """
    known = cards(history, today)
    open_ones = [one for one in scenarios if one.id not in not_today]
    begun_today = sum(card.first_day == today for card in known.values())
    fresh = _fresh(history, open_ones, known)
    wanted = fresh[: max(0, new_a_day - begun_today)]
    after_moving_on = _after_moving_on(history, fresh)
    repeats = _repeats(history, open_ones, known, today)
    first_id = after_moving_on.scenario_id if after_moving_on else None
    rest = [item for item in wanted if item.scenario_id != first_id]
    ids = {one.id for one in scenarios}
    later = [card.due_day for card in known.values() if card.due_day > today and card.scenario_id in ids]
    return Due(
        today=today,
        items=tuple(_mixed([*repeats, *rest], first=after_moving_on)),
        next_day=min(later, default=None),
    )


def sitting_of(
    history: Sequence[Measured],
    scenarios: Sequence[Scenario],
    today: date,
    minutes: int,
    *,
    new_a_day: int = NEW_A_DAY,
    not_today: Collection[str] = (),
) -> tuple[DueItem, ...]:
    """What to practise in `minutes`: what is due, as far as it fits, then what is due soonest; at least one.

    From five minutes on somebody never called is among them, as long as there is one.
    """
    due = due_today(history, scenarios, today, new_a_day=new_a_day, not_today=not_today)
    open_ones = [one for one in scenarios if one.id not in not_today]
    known = cards(history, today)
    chosen = {item.scenario_id for item in due.items}
    ahead = [item for item in _ahead(open_ones, known) if item.scenario_id not in chosen]
    strangers = [item for item in _fresh(history, open_ones, known) if item.why == "new-prospect"]
    queue = [*due.items, *ahead]
    if minutes >= NEW_PROSPECT_FROM_MIN and strangers:
        reserved = next((item for item in queue if _is_new_prospect(item)), strangers[0])
        others = _fitting([item for item in queue if item != reserved], minutes - reserved.minutes)
        first = reserved if reserved.why == "after-moving-on" else None
        return tuple(_mixed([*others, reserved], first))
    return tuple(_fitting(queue, minutes) or queue[:1])


def weakest_check(history: Sequence[Measured]) -> str | None:
    """The check missed most often in the newest judged attempts, at least twice; None: there is none."""
    newest = [one for one in history if one.judged and not one.from_files][-WEAK_OVER_TAKES:]
    missed = Counter(check for one in newest for check in one.missed)
    most = max(missed.values(), default=0)
    return min(check for check in missed if missed[check] == most) if most >= WEAK_FROM_MISSES else None


def called(history: Iterable[Measured]) -> set[str]:
    """Ids of the prospects whom the user has spoken to, or tried to."""
    return {one.prospect_id for one in history if not one.from_files and one.state != "missed-ring"}


# --------------------------------------------------------------------------- what there is


def _repeats(
    history: Sequence[Measured], scenarios: Sequence[Scenario], known: dict[str, Card], today: date
) -> list[DueItem]:
    """Due cards: those in which the weak check was missed last time, then the most faded."""
    weak = weakest_check(history)
    last_missed = {one.scenario_id: one.missed for one in history if one.judged and not one.from_files}
    due = [(one, known[one.id]) for one in scenarios if one.id in known and known[one.id].due_day <= today]
    items = [
        DueItem(
            scenario_id=one.id, kind=one.kind, why="due", last_day=card.last_day,
            days_over=(today - card.due_day).days, weak=weak if weak in last_missed[one.id] else None,
        )
        for one, card in due
    ]  # fmt: skip
    return sorted(items, key=lambda item: (item.weak is None, known[item.scenario_id].recall))


def _fresh(
    history: Sequence[Measured], scenarios: Sequence[Scenario], known: dict[str, Card]
) -> list[DueItem]:
    """Scenarios that were never rated: people never called first, easy before hard, kinds in turn."""
    met = called(history)
    new = sorted(
        (one for one in scenarios if one.id not in known),
        key=lambda one: (one.prospect.id in met, one.difficulty),
    )
    return _in_turn(
        [
            DueItem(
                scenario_id=one.id, kind=one.kind, why="new" if one.prospect.id in met else "new-prospect"
            )
            for one in new
        ]
    )


def _ahead(scenarios: Sequence[Scenario], known: dict[str, Card]) -> list[DueItem]:
    """Cards before their day, the most faded first."""
    items = [
        DueItem(scenario_id=one.id, kind=one.kind, why="ahead", last_day=known[one.id].last_day)
        for one in scenarios
        if one.id in known
    ]
    return sorted(items, key=lambda item: known[item.scenario_id].recall)


def _after_moving_on(history: Sequence[Measured], fresh: Sequence[DueItem]) -> DueItem | None:
    """Somebody never called, if the newest attempt ended with moving on (article 001)."""
    live = [one for one in history if not one.from_files]
    if not live or not live[-1].moved_on:
        return None
    for item in fresh:
        if item.why == "new-prospect":
            return DueItem(scenario_id=item.scenario_id, kind=item.kind, why="after-moving-on")
    return None


# --------------------------------------------------------------------------- in which order


def _in_turn(items: Sequence[DueItem]) -> list[DueItem]:
    """One of each kind in turn, each kind in its own order."""
    place: Counter[Kind] = Counter()
    rounds: dict[int, list[DueItem]] = {}
    for item in items:
        rounds.setdefault(place[item.kind], []).append(item)
        place[item.kind] += 1
    return [item for number in sorted(rounds) for item in rounds[number]]


def _mixed(items: Sequence[DueItem], first: DueItem | None = None) -> list[DueItem]:
    """The same, with no two of a kind in a row where that can be helped."""
    left = [item for item in items if item != first]
    mixed = [first] if first else []
    while left:
        last = mixed[-1].kind if mixed else None
        chosen = next((item for item in left if item.kind != last), left[0])
        left.remove(chosen)
        mixed.append(chosen)
    return mixed


def _fitting(items: Sequence[DueItem], minutes: int) -> list[DueItem]:
    """As many as fit, in order; one that is too long is passed over."""
    chosen = []
    for item in items:
        if item.minutes <= minutes:
            chosen.append(item)
            minutes -= item.minutes
    return chosen


def _is_new_prospect(item: DueItem) -> bool:
    return item.why in ("new-prospect", "after-moving-on")
