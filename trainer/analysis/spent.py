"""One sentence on where the seconds went: what cost the most of them."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.records import Clause, Finding, Part

_SPOKEN: dict[Part, str] = {
    "greeting": "greeting",
    "who": "who you are",
    "reason": "your reason",
    "for-you": "what is in it for them",
    "ask": "the ask",
    "number": "the number",
    "selling": "selling",
    "second-ask": "other asks",
    "close": "the close",
    "padding": "other words",
}


def sentence(ribbon: tuple[Clause, ...], findings: tuple[Finding, ...]) -> str:
    """One sentence on what cost the most time; empty without times.

    The figures are sums of those that the list of the ribbon shows, rounded as they are there (0.1 s).
    """
    if not any(_seconds(clause) for clause in ribbon):
        return ""
    sold = [clause for clause in ribbon if clause.part == "selling"]
    asks_for_calls = any(one.check == "asks-for-call-back" for one in findings)
    if asks_for_calls and _sum(sold) >= 1:
        return f"{_where_sold(ribbon, sold, findings)}."
    seconds: dict[Part, float] = {}
    for clause in ribbon:
        seconds[clause.part] = seconds.get(clause.part, 0.0) + _seconds(clause)
    part, most = max(seconds.items(), key=lambda item: item[1])
    if part == "padding":
        return _without_a_name(ribbon, seconds, findings)
    if part == "number" and len(seconds) > 1:  # it is said slowly so that it can be written down
        part, most = max(((one, s) for one, s in seconds.items() if one != part), key=lambda item: item[1])
        return f"Apart from the number, the longest part, {most:.1f} s, went to {_spoken(part, findings)}."
    return f"{_lead(most, seconds)}, {most:.1f} s, went to {_spoken(part, findings)}."


def _lead(most: float, seconds: dict[Part, float]) -> str:
    return "Most of the time" if most > sum(seconds.values()) / 2 else "The longest part"


def _nameless(findings: tuple[Finding, ...]) -> bool:
    """Whether the caller's own name was looked for and never said."""
    return any(one.check == "own-name" and one.outcome == "missed" for one in findings)


def _spoken(part: Part, findings: tuple[Finding, ...]) -> str:
    """What the part is called; who speaks without a name has told at most what they do."""
    return "what you do" if part == "who" and _nameless(findings) else _SPOKEN[part]


def _without_a_name(
    ribbon: tuple[Clause, ...], seconds: dict[Part, float], findings: tuple[Finding, ...]
) -> str:
    """The sentence where most of it is "other words", which tells nobody anything."""
    asked = next((at for at, clause in enumerate(ribbon) if clause.part in ("ask", "number")), None)
    if asked and any(one.check == "asks-for-call-back" and one.outcome == "met" for one in findings):
        return f"You asked for the call after {_sum(ribbon[:asked]):.1f} s."
    if _nameless(findings):
        most, all_of_it = seconds["padding"], sum(seconds.values())
        told = f"{most:.1f} s of {all_of_it:.1f} s of speech, went to other words"
        return f"{_lead(most, seconds)}, {told}; you never gave your name."
    known = {part: s for part, s in seconds.items() if part != "padding"}
    if not known:
        return ""
    part, most = max(known.items(), key=lambda item: item[1])
    return f"Apart from other words, the longest part, {most:.1f} s, went to {_spoken(part, findings)}."


def _seconds(clause: Clause) -> float:
    """Seconds of the clause as the list shows them; 0 without times."""
    if clause.start_s is None or clause.end_s is None:
        return 0.0
    return round(clause.end_s - clause.start_s, 1)


def _sum(clauses: Iterable[Clause]) -> float:
    return sum(_seconds(clause) for clause in clauses)


def _where_sold(ribbon: tuple[Clause, ...], sold: list[Clause], findings: tuple[Finding, ...]) -> str:
    """How long was sold and where the ask stands: the later it comes, the fewer hear it (article 002).

    What was asked for is known from the finding; a number alone asks for nothing.
    """
    asks = [
        (span.turn, span.first_word)
        for one in findings
        if one.check == "asks-for-call-back" and one.outcome == "met"
        for span in one.evidence
    ]
    if not asks:
        left = any(clause.part == "number" for clause in ribbon)
        return f"{_sum(sold):.1f} s of selling and no ask{', only your number' if left else ''}"
    before = _sum(clause for clause in sold if (clause.turn, clause.first_word) < min(asks))
    after = _sum(clause for clause in sold if (clause.turn, clause.first_word) >= min(asks))
    if not before:
        return f"{after:.1f} s of selling after you asked"
    return f"{before:.1f} s of selling before you asked" + (f", {after:.1f} s after" if after else "")
