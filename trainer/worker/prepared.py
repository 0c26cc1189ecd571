"""What the user has prepared for a call: points of their own or, without any, those of their script."""

from __future__ import annotations

from trainer.history.scripts import Scripts
from trainer.history.store import Store
from trainer.records import KeyPoint, Kind, Prepared, Scenario, ScriptKind
from trainer.scripts.choice import key_points_for

_SCRIPT_KINDS: dict[Kind, ScriptKind] = {
    "voicemail": "voicemail", "leave-or-not": "voicemail", "callback": "callback", "elevator": "elevator",
}  # fmt: skip


def prepared_for(store: Store, scenario: Scenario) -> Prepared:
    """For a call of `scenario`, as it is now."""
    points = store.points(scenario.prospect.id)
    if any(points.points()):
        return Prepared(points=points)
    return Prepared(points=points, script=_script_points(store, scenario))


def _script_points(store: Scripts, scenario: Scenario) -> tuple[KeyPoint, ...]:
    # Who answers in person is told who one is and what one does, as anywhere else.
    kind = "elevator" if scenario.picks_up else _SCRIPT_KINDS.get(scenario.kind)
    script = store.script_for(scenario.prospect.id, kind) if kind else None
    return key_points_for(script, scenario.prospect.name) if script else ()
