"""The findings as lines of the check list, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.analysis.checks import all_checks
from trainer.records import Evidence, Feedback, Finding, Sold, Source
from ui.models.marks import joined
from ui.models.phrasing import lower_first, quoted
from ui.models.spoken import Spoken
from ui.widgets.glyph import WORDS, State, state_of

_UNIT = re.compile(r"\d (?!or )([a-z ]+?)(?= or |,|;|$)")
"""What is counted in "2.5 digits a second or fewer" or "under 10 s"."""
OUR_OWN = "Our own addition, not from an article."
_SOLD: dict[Sold, str] = {
    "product": "the product",
    "company": "the company",
    "reputation": "a reputation",
    "justification": "a proof or incentive",
    "referral": "the referral",
    "appointment": "an appointment",
    "appointment-time": "a time for an appointment",
    "e-mail": "an e-mail",
    "web-site": "a web site",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One check as it is shown."""

    check: str
    title: str
    state: State | None
    """None: it does not apply here."""
    word: str
    detail: str
    """What was said, or the value found."""
    place: Evidence | None
    """What to play."""
    why: tuple[str, ...]
    """Paragraphs of the opened row."""
    disputed: bool
    disputable: bool = True
    """Whether the user may say that they disagree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroups:
    """All lines of a judgement."""

    open: tuple[CheckLine, ...]
    """Missed first (the fix before all), then could not tell."""
    met: tuple[CheckLine, ...]
    uncounted: tuple[CheckLine, ...]


def title_of(check: str) -> str:
    """The check's title; for one that this version no longer has, its id in plain words."""
    known = all_checks().get(check)
    return known.title if known else check.replace("-", " ").capitalize()


_DONE = {
    "no-appointment": "Appointment asked for",
    "no-email": "E-mail offered",
    "no-website": "Web site named",
    "no-call-back-ask": "Call asked for",
    "no-product-pitch": "Product pitched",
    "no-company-pitch": "Company pitched",
    "no-justification": "Proof given",
    "no-referral-pitch": "Referrer used to sell",
}
"""What was done where a check that wants something left out was missed: "missed: no" says two noes."""


def missed_words(check: str) -> str:
    """What became of a check that was missed: "Missed: one ask", "Web site named"."""
    return _DONE.get(check) or f"Missed: {lower_first(title_of(check))}"


def grouped(feedback: Feedback, articles: Mapping[str, Source], turns: Sequence[Spoken]) -> CheckGroups:
    """All findings; `articles` (number -> article) names the sources."""
    fix = feedback.fix.check if feedback.fix else None
    counted = [f for f in feedback.findings if f.counted and f.outcome != "not-applicable"]
    open_ones = sorted(
        (f for f in counted if f.outcome in ("missed", "unsure")),
        key=lambda f: (f.outcome == "unsure", f.check != fix),
    )
    met = sorted((f for f in counted if f.outcome == "met"), key=lambda f: not f.near)
    rest = [f for f in feedback.findings if f not in counted]
    rest.sort(key=lambda f: f.outcome == "not-applicable")
    return CheckGroups(
        open=tuple(line_of(f, articles, turns) for f in open_ones),
        met=tuple(line_of(f, articles, turns) for f in met),
        uncounted=tuple(line_of(f, articles, turns) for f in rest),
    )


def line_of(finding: Finding, articles: Mapping[str, Source], turns: Sequence[Spoken]) -> CheckLine:
    """One finding in words."""
    shown = joined(finding.evidence, turns)
    state = state_of(finding.outcome, finding.near)
    return CheckLine(
        check=finding.check,
        title=title_of(finding.check),
        state=state,
        word=WORDS[state] if state else "Does not apply",
        detail=_detail(finding, shown) or finding.advice or "",
        place=next((span for span in shown if span.start_s is not None), None),
        why=_why(finding, articles),
        disputed=finding.disputed,
    )


def _detail(finding: Finding, shown: Sequence[Evidence]) -> str:
    found = value_words(finding)
    if not shown or (finding.outcome == "unsure" and found):
        return found
    first = shown[0]
    lead = "" if first.first_word == 0 or first.quote[:1].isupper() else "…"
    quote = quoted(lead + first.quote)
    more = f" and {len(shown) - 1} more" if len(shown) > 1 else ""
    return f"{quote}{more}"


def value_words(finding: Finding) -> str:
    """ "2.7 digits a second, wanted: 2.5 digits a second or fewer"; "" where nothing was measured."""
    if finding.value is None:
        return f"wanted: {finding.wanted}" if finding.wanted and finding.outcome == "missed" else ""
    value: object = finding.value
    if isinstance(finding.value, float):
        value = _measured(finding.value, finding.wanted or "")
    return f"{value}, wanted: {finding.wanted}" if finding.wanted else str(value)


def _measured(value: float, wanted: str) -> str:
    """ "19.6 s" where "under 10 s" is wanted: a time or rate in the unit that it is held against."""
    unit = _UNIT.search(wanted)
    return f"{value:.1f}" + (f" {unit[1]}" if unit else "")


def _why(finding: Finding, articles: Mapping[str, Source]) -> tuple[str, ...]:
    known = all_checks().get(finding.check)
    advice = finding.advice if finding.outcome in ("missed", "unsure") else None
    value = value_words(finding) if finding.evidence else ""
    found = f"Found: {value}." if value else ""
    sold = f"What was sold: {', '.join(_SOLD[one] for one in finding.sold)}." if finding.sold else ""
    texts = (
        known.explain if known else "",
        sold,
        advice or "",
        found,
        *_sources(finding.source, articles),
    )
    sure = f"Confidence {finding.confidence:.0%}." if finding.outcome != "not-applicable" else ""
    return tuple(text for text in (*texts, sure) if text)


def _sources(source: Sequence[str], articles: Mapping[str, Source]) -> tuple[str, ...]:
    named = [articles[number] for number in source if number in articles]
    told = tuple(f"{article.author}, “{article.title}”: {article.says}" for article in named)
    ours = (OUR_OWN,) if "ours" in source and not told else ()
    return told + ours
