"""Sentences that are said from what is known of the call, where the user said none."""

from __future__ import annotations

import re
from typing import NamedTuple

from trainer.analysis.language.names import TITLES
from trainer.records import Context


class Lines(NamedTuple):
    """Sentences that can be said from what is known; empty where something is missing for them."""

    context: Context

    @property
    def name(self) -> str:
        """The caller's name as written."""
        return self.context.caller_name or ""

    @property
    def number(self) -> str:
        """The caller's number as written."""
        return self.context.phone_number or ""

    def greeting(self) -> str:
        """Their name."""
        return f"Hello {_first(self.context.prospect_name)}." if self.context.prospect_name else ""

    def who(self) -> str:
        """The caller's name and company."""
        if not self.name:
            return ""
        firm = f" from {self.context.caller_company}" if self.context.caller_company else ""
        return f"This is {self.name}{firm}."

    def firm(self) -> str:
        """The company alone, after a name that was said."""
        return f"I'm calling from {self.context.caller_company}." if self.context.caller_company else ""

    def slowly(self) -> str:
        """The number in its groups, a breath between them; empty where it is written without groups."""
        groups = re.findall(r"\d+", self.number)
        return f"{' … '.join(groups)}." if len(groups) > 1 else ""

    def trade(self) -> str:
        """What the caller does."""
        subject = self.context.caller_company or self.name
        return f"{subject} {self.context.caller_does}." if subject and self.context.caller_does else ""

    def referrer(self) -> str:
        """Who sent the caller."""
        return f"I have your name from {self.context.referrer}." if self.context.referrer else ""

    def ask(self) -> str:
        """The one request, with the number."""
        return f"Please call me back on {self.number}." if self.number else self.ask_only()

    def ask_only(self) -> str:
        """The one request, where the number is said elsewhere."""
        return "Please call me back."

    def my_number(self) -> str:
        """The number alone, after an ask that was made without it."""
        return f"My number is {self.number}." if self.number else ""

    def rest_later(self) -> str:
        """What makes a reason of something that was said: its end is kept for the call (article 002)."""
        return "I will tell you the rest when you call."

    def again(self) -> str:
        """Name and number for the second time."""
        known = ", ".join(filter(None, (self.name, self.number)))
        return f"Again, this is {known}." if self.name else f"Again, that is {known}." if known else ""

    def welcome(self) -> str:
        """The first words of a call back."""
        name = _first(self.context.prospect_name)
        return f"{name}, thank you for calling back." if name else "Thank you for calling back."

    def quick(self) -> str:
        """The promise."""
        return "The call takes two minutes."

    def brief(self) -> str:
        """What tells whoever calls back that their time is respected."""
        return "I'll be quick."

    def minute(self) -> str:
        """What asks whoever calls back whether they have the time."""
        return "Have you got a minute?"

    def close(self) -> str:
        """The friendly end."""
        who = f", {_first(self.context.prospect_name)}" if self.context.prospect_name else ""
        return f"Thank you{who}."


def _first(name: str | None) -> str:
    """How they are addressed: by first name, or by title and name."""
    parts = (name or "").split()
    titled = len(parts) > 1 and parts[0].casefold().strip(".") in TITLES
    return " ".join(parts) if titled else "".join(parts[:1])
