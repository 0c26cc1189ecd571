"""Who practises what, judged by which guide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from trainer.guides import guide_for
from trainer.records import Scenario, Seller

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Guide


@dataclass(frozen=True, slots=True)
class Casting:
    """One attempt before it begins."""

    scenario: Scenario
    seller: Seller
    guide: str

    def limited(self, max_seconds: float) -> Casting:
        """The same with replies of at most `max_seconds`."""
        return replace(self, scenario=replace(self.scenario, max_seconds=max_seconds))


def pick_guide(guides: dict[str, Guide], chosen: str | None, scenario: Scenario) -> str:
    """The guide to judge by: the chosen one, else the scenario's own, else what is usual for its kind.

    Raises:
        UnknownName: there is no guide of that id.
    """
    guide_id = chosen or scenario.guide
    guide, handed_over_from = guide_for(guides, guide_id, scenario.kind)
    return handed_over_from or guide.id
