"""Which scenario a script is practised in, and with whom one for anyone can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trainer.records import Context, KeyPoint, Measured, Person, Scenario, Script, ScriptKind, Seller

PLACEHOLDER = "name"
"""What stands for the prospect in a script for anyone: "Hi [name], this is …"."""


def prospects(scenarios: Iterable[Scenario], kind: ScriptKind) -> list[Person]:
    """Everybody with whom there is a call of this kind, by name."""
    found = {one.prospect.id: one.prospect for one in scenarios if suits(one, kind)}
    return sorted(found.values(), key=lambda person: (person.name.casefold(), person.id))


def fitting(
    scenarios: Sequence[Scenario], kind: ScriptKind, prospect_id: str, history: Iterable[Measured]
) -> Scenario | None:
    """The call to practise a script in: of those with this prospect the one that was longest ago, or never.

    Among those never practised the easiest; None where the library has no such call (any more).
    """
    latest = {one.scenario_id: one.sequence for one in history}
    mine = [one for one in scenarios if one.prospect.id == prospect_id and suits(one, kind)]
    return min(mine, key=lambda one: (latest.get(one.id, 0), one.difficulty, one.id), default=None)


def suits(scenario: Scenario, kind: ScriptKind) -> bool:
    """Whether a script of this kind is what is said there; not where somebody picks up after all."""
    return scenario.kind == kind and not scenario.picks_up


def context_for_anyone(seller: Seller) -> Context:
    """What the judge may know about a script that is for nobody in particular."""
    return Context(
        caller_name=seller.name or None,
        caller_company=seller.company,
        caller_does=seller.does,
        phone_number=seller.number,
        region=seller.region,
        prospect_name=PLACEHOLDER,
        heard_as=seller.heard_as,
    )


def key_points_for(script: Script, prospect_name: str) -> tuple[KeyPoint, ...]:
    """Its key points with the prospect's first name for the placeholder."""
    first = (prospect_name.split() or [PLACEHOLDER])[0]
    return tuple(
        replace(point, text=point.text.replace(f"[{PLACEHOLDER}]", first)) for point in script.key_points
    )


def title_of(script: Script) -> str:
    """What a script is called: by the user, else by whom it is for."""
    return script.name or (script.prospect.split() or ["Anyone"])[0]
