"""How many recordings a call can take at most."""

from __future__ import annotations

from trainer.drills.conversation import line_of
from trainer.drills.elevator import GOES
from trainer.drills.get_through import MOST_CALLS
from trainer.records import Prompt, Scenario

MOST_RECORDED = 5
"""Goes at a message in a mailbox that records it again; more help nobody (ours)."""


def most_answers(scenario: Scenario) -> int:
    """Recordings in the longest call that `scenario` allows; in a call back with the greeting."""
    if scenario.picks_up:
        return most_replies(scenario, line_of(scenario, scenario.picks_up))
    match scenario.kind:
        case "elevator":
            return GOES
        case "voicemail":
            return MOST_RECORDED if scenario.menu else 1
        case "leave-or-not":
            return 2  # the reason and the message
        case "draw-the-line":
            return 0
        case "get-through":
            return MOST_CALLS * sum(not (line.keys or line.ends) for line in scenario.prompts)
        case "callback":
            return 1 + most_replies(scenario, scenario.prompts[0])
    return most_replies(scenario, scenario.prompts[0])


def most_replies(scenario: Scenario, first: Prompt) -> int:
    """Replies in the longest conversation that branches allow, from the line `first` on."""
    if first.ends:
        return 0
    return 1 + max((most_replies(scenario, line_of(scenario, one.to)) for one in first.branches), default=0)
