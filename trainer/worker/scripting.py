"""Which scripted user holds a call of which kind."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.drills.answers import most_answers
from trainer.drills.voicemail import asks_what_is_sold
from trainer.errors import BadInput
from trainer.records import Scenario
from trainer.rigs.deciding import DecidingRig, refuse_strange
from trainer.rigs.menus import MenuRig
from trainer.rigs.scripted import FileRig, Step


def scripted(scenario: Scenario, steps: Sequence[Step]) -> FileRig:
    """A rig that acts out `steps` in a call of `scenario`.

    Raises:
        BadInput: a step that this kind of call does not know, or more answers than it has turns.
    """
    refuse_strange(steps, scenario.kind)
    if any(step.what == "selling" for step in steps) and not asks_what_is_sold(scenario):
        raise BadInput("Nobody asks in this call what you sell.", "Leave the step 'selling' out.")
    match scenario.kind:
        case "get-through":
            return MenuRig(steps, most_answers(scenario))
        case "leave-or-not" | "draw-the-line":
            return DecidingRig(steps, most_answers(scenario))
    return FileRig(steps, most_answers(scenario), greets=scenario.kind == "callback")
