"""How a scripted user decides: `leave`, `hang-up`, `move-on`, `wait` and `key` steps answer questions."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.drills import Ask, Decide, Effect, HangUp, TurnDone
from trainer.errors import BadInput
from trainer.records import Kind
from trainer.rigs import UserDid
from trainer.rigs.scripted import FileRig, Step
from trainer.ways import OPERATOR_KEY

LONGEST_WAIT_S = 600.0
"""Of a wait on the line."""
LONGEST_DAYS_S = 60 * 24 * 3600.0
"""Of a wait between two tries, in simulated time."""
_BELONGS: dict[str, tuple[Kind, ...]] = {
    "leave": ("leave-or-not", "draw-the-line"),
    "move-on": ("draw-the-line",),
    "dial": ("get-through",),
    "selling": ("voicemail",),
    "cannot-talk": ("callback",),
}
_TRIES = {"leave": "leave", "hang-up": "call", "move-on": "move-on"}
"""Step -> what it means in a run of tries, where hanging up is a call without a message."""


class DecidingRig(FileRig):
    """A scripted user of leave-or-not and draw-the-line."""

    def __init__(self, steps: Sequence[Step], turns: int) -> None:
        """`turns`: most turns in which the user may speak.

        Raises:
            BadInput: there are more answers than turns.
        """
        super().__init__(steps, turns, greets=False)

    def notice(self, effect: Effect) -> None:
        """Act as the script says: decide when asked, and else as on any call."""
        if not isinstance(effect, Ask):
            super().notice(effect)
            return
        seconds, what = decide(effect, self._steps)
        if what is not None:
            self._push(self._now + seconds, UserDid(what))


def refuse_strange(steps: Sequence[Step], kind: Kind) -> None:
    """Check that a call of `kind` knows these steps.

    Raises:
        BadInput: it does not, or a wait is too long for it.
    """
    longest = LONGEST_DAYS_S if kind == "draw-the-line" else LONGEST_WAIT_S
    for step in steps:
        if kind not in _BELONGS.get(step.what, (kind,)):
            homes = " and ".join(_BELONGS[step.what])
            raise BadInput(f"'{step.what}' is no step of a call of kind {kind}.", f"It belongs to {homes}.")
        if step.what == "wait" and step.seconds > longest:
            raise BadInput(f"wait={step.seconds:g} is too long.", f"Give 0 to {longest:.0f} seconds.")


def decide(ask: Ask, steps: list[Step]) -> tuple[float, Decide | HangUp | TurnDone | None]:
    """(seconds from now, what the user does or None), taking from `steps` what answers the question."""
    match ask.about:
        case "decision":
            return _before_the_beep(steps)
        case "reason" if _next_but_waits(steps) == "say":
            return 0.0, Decide(ask.choices[-1])
        case "reason" | "reading":
            return 0.0, _by_key(ask, steps)
    return 0.0, _next_try(steps)


def _before_the_beep(steps: list[Step]) -> tuple[float, Decide | HangUp | None]:
    """Leave or hang up; without either the beep comes, which is leaving."""
    if _next_but_waits(steps) not in ("leave", "hang-up"):
        return 0.0, None
    waited = 0.0
    while steps[0].what == "wait":
        waited += steps.pop(0).seconds
    return waited, HangUp() if steps.pop(0).what == "hang-up" else Decide("leave")


def _next_but_waits(steps: Sequence[Step]) -> str | None:
    return next((step.what for step in steps if step.what != "wait"), None)


def _by_key(ask: Ask, steps: list[Step]) -> Decide | TurnDone:
    """The choice whose place, counted from 1, the key names; no key: nothing is chosen."""
    if not steps or steps[0].what != "key":
        return TurnDone()
    keys = steps.pop(0).keys
    if not keys.isdigit() or not 1 <= int(keys) <= len(ask.choices):
        raise BadInput(f"key={keys} chooses nothing here.", f"Give 1 to {len(ask.choices)}.")
    return Decide(ask.choices[int(keys) - 1])


def _next_try(steps: list[Step]) -> Decide | HangUp:
    """What to do next about the prospect, 0 being a way round; at the end of the steps nothing more."""
    while steps:
        step = steps.pop(0)
        if step.what in _TRIES:
            return Decide(_TRIES[step.what])
        if step.what == "wait":
            return Decide(f"wait={step.seconds:g}")
        if step.keys == OPERATOR_KEY:
            return Decide("another-way")
    return HangUp()
