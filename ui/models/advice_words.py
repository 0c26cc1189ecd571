"""What to do about a check that is missed: what was found, what is wanted, and who advises it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.analysis.checks import all_checks
from trainer.records import Finding, Source
from ui.models.check_lines import source_words, title_of, value_words


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
    value = value_words(finding) if finding else ""
    advised = finding.advice if finding else None
    sources = source_words(finding.source if finding else known.source if known else (), articles)
    return AdviceWords(
        title=title_of(check),
        found=f"Last missed: {value}." if value else "",
        advice=advised or (known.advice if known else ""),
        source=sources[0] if sources else "",
    )
