"""What to do about a check that is missed: what was found, what is wanted, and who advises it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.analysis.checks import all_checks
from trainer.records import Finding, Source
from ui.models.check_lines import OUR_OWN, title_of, value_words


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceWords:
    """The lines of the card."""

    title: str
    found: str
    """What the newest take that missed it has; "" where nothing is measured or no take is known."""
    advice: str
    source: str


def advice_words(check: str, finding: Finding | None, articles: Mapping[str, Source]) -> AdviceWords:
    """About `check`; `finding` is that of the newest take that missed it. `articles`: number -> article."""
    known = all_checks().get(check)
    advised = finding.advice if finding else None
    source = finding.source if finding else known.source if known else ()
    return AdviceWords(
        title=title_of(check),
        found=_found(finding) if finding else "",
        advice=advised or (known.advice if known else ""),
        source=_source_line(source, articles),
    )


def _found(finding: Finding) -> str:
    if finding.value is None:
        return f"Wanted: {finding.wanted}." if finding.wanted else ""
    return f"Last missed: {value_words(finding)}."


def _source_line(source: Sequence[str], articles: Mapping[str, Source]) -> str:
    """The first of the articles by name; the page of a take says what each of them says."""
    named = next((articles[number] for number in source if number in articles), None)
    if named:
        return f"{named.author}, “{named.title}”."
    return OUR_OWN if "ours" in source else ""
