"""What a call back in which the user could not talk, or put the talk off, comes to.

No guide counts `graceful-deferral` (guidance.md section 4). Where the user cannot talk it is the pass all the
same (section 3): then it is said beside the headline.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.records import Attempt, Outcome

_COULD_NOT_TALK: dict[Outcome, str] = {
    "met": "You could not talk, and you put the call off well: that is a pass.",
    "missed": "You could not talk. Ask for their number and name a time soon: that is the pass here.",
    "unsure": "You could not talk. Whether you put the call off well could not be told.",
}
THEY_ARE_HERE_NOW = (
    "You put the call off. They are giving you their time now, so say in one line why you called."
)
"""Article 004's advice for whoever could have talked."""


@dataclass(frozen=True, slots=True)
class Deferral:
    """`state` None: nothing is judged, it is only advice."""

    state: Outcome | None
    sentence: str


def deferral(attempt: Attempt) -> Deferral | None:
    """The verdict; None where the user could talk and did, and before anything is judged."""
    findings = attempt.feedback.findings if attempt.feedback else ()
    finding = next((one for one in findings if one.check == "graceful-deferral"), None)
    if finding is None or finding.disputed:
        return None
    marked = any(event.name == "cannot-talk" for event in attempt.events)
    if attempt.context.can_talk and not marked:
        return None if finding.outcome in ("not-applicable", "unsure") else Deferral(None, THEY_ARE_HERE_NOW)
    sentence = _COULD_NOT_TALK.get(finding.outcome)
    return Deferral(finding.outcome, sentence) if sentence else None
