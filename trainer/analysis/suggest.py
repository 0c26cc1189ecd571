"""The one fix: the counted miss that costs most."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.records import Finding, Fix


def fix(findings: tuple[Finding, ...], weights: Mapping[str, float]) -> Fix | None:
    """What to change first; None when nothing that counts was missed."""
    misses = [
        finding
        for finding in findings
        if finding.counted and not finding.disputed and finding.outcome == "missed"
    ]
    if not misses:
        return None
    worst = max(misses, key=lambda finding: weights.get(finding.check, 1.0) + _seconds(finding) / 10)
    return Fix(check=worst.check, advice=worst.advice or "", seconds_saved=round(_seconds(worst), 1) or None)


def _seconds(finding: Finding) -> float:
    """The time that the words quoted took."""
    return sum(
        evidence.end_s - evidence.start_s
        for evidence in finding.evidence
        if evidence.start_s is not None and evidence.end_s is not None
    )
