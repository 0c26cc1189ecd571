"""To leave a message or not: what each author would do, and how the user's decision looks to them.

The four rules are those of guidance.md section 3; which one is in force is a threshold of the guide
(`Thresholds.leave_when`), so that a copied guide keeps its author's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.language import leaving
from trainer.facts import GIVES_THEM_SOMETHING, REASONS, on_side
from trainer.records import Opinion, Outcome, Situation

Rule = Literal["entries", "always", "something-for-them", "introduction"]

AUTHORS: dict[Rule, tuple[str, str]] = {
    "entries": ("to-leave-or-not", "003"),
    "always": ("sell-the-call", "002"),
    "something-for-them": ("earn", "000"),
    "introduction": ("introduce", "001"),
}
"""Rule -> (shipped guide, article) of its author."""

_FACT_OF: dict[Situation, str] = {
    "cold": "cold-call",
    "lead": "good-lead",
    "follow_up": "spoken-before",
    "existing_customer": "existing-customer",
}
"""What the situation alone says, where no entries are given."""


class Reasons(NamedTuple):
    """The entries that the user named as the reason: which, and where if it was spoken."""

    given: bool
    """Whether any reason was given at all, understood or not."""
    facts: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Verdict(NamedTuple):
    """What one rule makes of the decision; `wanted` says what it would have."""

    outcome: Outcome
    wanted: str
    confidence: float = 1.0


def applying(call: Call) -> tuple[str, ...]:
    """Ids of the entries that apply: as given, else what the situation says."""
    known = leaving.facts_of(call.context.facts)
    situation = call.context.situation
    if known or situation is None or situation not in _FACT_OF:
        return known
    return (_FACT_OF[situation],)


def reasons(call: Call) -> Reasons:
    """The reason: the one that was chosen or written down, else what was said first."""
    written = call.context.reason
    if written is not None and written.strip():
        return Reasons(True, leaving.facts_of([written]))
    if not call.turns or not call.turns[0].turn.words:
        return Reasons(False)
    found = [(label, hit) for label, hit in leaving.named(call.turns[0].speech)]
    spans = tuple(Span(0, hit.first, hit.last) for _, hit in found)
    return Reasons(True, tuple(dict.fromkeys(label for label, _ in found)), spans)


def message(call: Call) -> Heard | None:
    """The message that was left: what was said after the reason; None where nothing of it is known."""
    written = bool(call.context.reason and call.context.reason.strip())
    spoken = call.turns if written else call.turns[1:]
    return next((turn for turn in reversed(spoken) if turn.turn.words), None)


def verdict(call: Call, rule: Rule) -> Verdict:
    """What `rule` makes of the user's decision."""
    if call.context.decision is None:
        return Verdict("not-applicable", "")
    return _RULES[rule](call)


def others(call: Call) -> tuple[Opinion, ...]:
    """What the authors of the rules that are not in force say."""
    found = []
    for rule, (guide, article) in AUTHORS.items():
        if rule != call.thresholds.leave_when and call.context.decision is not None:
            said = verdict(call, rule)
            found.append(Opinion(guide=guide, article=article, outcome=said.outcome, says=_SAYS[said.wanted]))
    return tuple(found)


def _by_entries(call: Call) -> Verdict:
    """003: do-entries alone: leave; don't-entries alone: hang up; else the reason decides."""
    decision, facts = call.context.decision, applying(call)
    speaks_for, against = on_side(facts, "do"), on_side(facts, "dont")
    if bool(speaks_for) != bool(against):
        right = "leave" if speaks_for else "hang-up"
        return Verdict("met" if decision == right else "missed", right)
    said = reasons(call)
    fitting = set(said.facts) & set(REASONS[decision or "leave"])
    if fitting & set(facts):
        return Verdict("met", "a reason")
    if not facts and fitting:
        return Verdict("unsure", "a reason", 0.5)
    return Verdict("missed", "a reason")


def _always(call: Call) -> Verdict:
    return Verdict("met" if call.context.decision == "leave" else "missed", "a message")


def _something_for_them(call: Call) -> Verdict:
    facts = applying(call)
    right = "leave for them" if GIVES_THEM_SOMETHING & set(facts) else "nothing for them"
    leaves = call.context.decision == "leave"
    return Verdict("met" if leaves == (right == "leave for them") else "missed", right)


def _introduction(call: Call) -> Verdict:
    if call.context.decision == "hang-up":
        return Verdict("met", "an introduction")
    left = message(call)
    if left is None or not call.context.caller_name:
        return Verdict("unsure", "an introduction", 0.5)
    return Verdict("met" if left.own_names else "missed", "an introduction")


_RULES: dict[Rule, Callable[[Call], Verdict]] = {
    "entries": _by_entries,
    "always": _always,
    "something-for-them": _something_for_them,
    "introduction": _introduction,
}
_SAYS = {
    "leave": "Leave a message: what speaks for it applies here, and nothing against it.",
    "hang-up": "Hang up and find another way: only what speaks against a message applies here.",
    "a reason": "Either will do, if the reason you give is one that applies here.",
    "a message": "Leave a message, and sell nothing in it but the call back.",
    "leave for them": "Leave a message: there is something in it for them.",
    "nothing for them": "Hang up: come back when you have something for them.",
    "an introduction": "Hang up and try again later today; or introduce yourself and expect no call.",
}


def wanted_words(verdict: Verdict) -> str:
    """What the rule wanted, in a few words."""
    return _WANTED.get(verdict.wanted, "")


_WANTED = {
    "leave": "leave a message",
    "hang-up": "hang up",
    "a reason": "a reason that applies and speaks for it",
    "a message": "leave a message",
    "leave for them": "leave a message",
    "nothing for them": "hang up",
    "an introduction": "hang up, or introduce yourself",
}
