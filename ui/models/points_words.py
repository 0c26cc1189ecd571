"""My points in words: what each is called, and what is shown before and during a call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from trainer.records import Scenario, Seller
from ui.models.speaker import introduction

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Guide, PointName, Prepared

CAPTIONS: dict[PointName, str] = {"who": "Who", "why": "Why", "for_them": "For them", "next_step": "Next"}
NAMES: dict[PointName, str] = {
    "who": "Who you are", "why": "Why you call", "for_them": "What is in it for them",
    "next_step": "The next step",
}  # fmt: skip
HINTS: dict[PointName, str] = {
    "who": "Sam Reyes, Fieldline", "why": "two bills that came twice",
    "for_them": "where to look for the rest", "next_step": "ten minutes on Thursday",
}  # fmt: skip
WORRY, IDEA = "What keeps them awake", "One idea for it"
NOTHING = "A few words for each are enough. You see them during the call with M."


class PointLine(NamedTuple):
    """One point; `caption` "" where it has none."""

    caption: str
    text: str
    must: bool = False


def point_lines(prepared: Prepared) -> tuple[PointLine, ...]:
    """What the user has written down for the prospect, else what is marked in the script in force."""
    points = prepared.points
    own = [PointLine(CAPTIONS[name], text, name in points.must) for name, text in points.points()]
    script = [PointLine("", point.text, point.must) for point in prepared.script]
    about = (PointLine(WORRY, points.worry), PointLine(IDEA, points.idea))
    return (*own, *script, *(line for line in about if line.text))


def lines_in_call(prepared: Prepared, known: Sequence[str], seller: Seller) -> tuple[PointLine, ...]:
    """The same in a call; without any, who the user is and what is `known` before it."""
    facts = tuple(filter(None, (introduction(seller), *known)))
    return point_lines(prepared) or tuple(PointLine("", text) for text in facts)


def asks_for_worry(guides: dict[str, Guide], chosen: str | None, scenario: Scenario) -> bool:
    """Whether the guide in force wants a worry of theirs and an idea for it to be written down."""
    guide = guides.get(chosen or scenario.guide or "")
    return guide is not None and guide.asks_for_worry and scenario.kind in guide.counts
