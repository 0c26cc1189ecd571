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
