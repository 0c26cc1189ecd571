"""The ten ways of getting round voicemail (article 003), by the ids that scenarios, events and checks use."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.records import Reach, TimeOfDay


@dataclass(frozen=True, slots=True)
class Way:
    """One way: its title completes "You tried: …"."""

    id: str
    title: str


_ALL = (
    Way("operator", "pressing 0 for the operator"),
    Way("ask-live", "asking how to reach them live"),
    Way("lost-in-menus", "asking for help, lost in the menus"),
    Way("schedule", "asking when they come and go"),
    Way("tentative-slot", "having a tentative time booked"),
    Way("before-gatekeeper", "calling before the gatekeeper comes"),
    Way("after-gatekeeper", "calling after the gatekeeper has gone"),
    Way("sales", "asking the sales department"),
    Way("public-relations", "asking public relations"),
    Way("champion", "finding a champion inside"),
)
WAYS: dict[str, Way] = {way.id: way for way in _ALL}
"""In the order of the article."""

HELPFUL: tuple[Reach, ...] = ("person", "slot", "schedule", "fact")
"""What counts as having got through, the best first: the person, or a useful fact (article 003)."""

OPERATOR_KEY = "0"
"""The key that reaches a human being in most menus (article 003)."""

WAY_OF_TIME: dict[TimeOfDay, str] = {"before": "before-gatekeeper", "after": "after-gatekeeper"}
"""The way that a time of day is; office hours are none."""

TIME_WORDS: dict[TimeOfDay, str] = {
    "before": "7:45 to 8:30, before the gatekeeper comes",
    "hours": "In office hours",
    "after": "17:15 to 18:30, after the gatekeeper has gone",
}
"""The article's times, for people."""
