"""Who the user is in a call: themselves, or the seller of the scenario while there is no profile."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.records import Scenario, Seller


def speaker(scenario: Scenario, profile: Seller, sellers: Mapping[str, Seller]) -> Seller:
    """Who speaks in `scenario` (as `trainer.worker` casts it, where nobody is chosen for this call)."""
    return profile if profile.name else sellers.get(scenario.seller, profile)


def introduction(seller: Seller) -> str:
    """One point that tells the user all they need to say who they are; "" for a profile without a name."""
    if not seller.name:
        return ""
    who = f"{seller.name} from {seller.company}" if seller.company else seller.name
    parts = [
        f"You are {who}.",
        f"What you do: {seller.does}." if seller.does else "",
        f"Your number: {seller.number}." if seller.number else "",
    ]
    return " ".join(filter(None, parts))


def known(scenario: Scenario, profile: Seller, sellers: Mapping[str, Seller]) -> tuple[str, ...]:
    """What the user knows before the call, and first whose trade it speaks of where that is not their own."""
    return tuple(filter(None, (_trade(scenario, profile, sellers), *scenario.you_know)))


def _trade(scenario: Scenario, profile: Seller, sellers: Mapping[str, Seller]) -> str:
    written_for = sellers.get(scenario.seller)
    if not profile.name or written_for is None or not written_for.does:
        return ""
    if profile.name == written_for.name or profile.does == written_for.does:
        return ""
    whose = f"Written for somebody who {written_for.does}."
    if scenario.kind == "elevator":
        return f"{whose} Say what you do yourself, or borrow that trade."
    return f"{whose} Borrow that trade, and keep your own name, company and number."
