"""The one fix in the words of its card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.records import Evidence, Feedback
from ui.models.check_lines import title_of
from ui.models.marks import finding_of, joined
from ui.models.phrasing import length, lower_first
from ui.models.spoken import Spoken

_LEAD_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FixLines:
    """What the card shows."""

    title: str
    lead: str = ""
    """The words before those that matter."""
    marked: str = ""
    place: Evidence | None = None
    """What to play: the words that matter."""
    suggestion: str = ""
    shorter: str = ""
    advice: str = ""
    """Shown where there is no suggestion."""
    whole: str = ""
    """The whole message, rewritten."""
    whole_seconds: str = ""


def fix_lines(feedback: Feedback, turns: Sequence[Spoken]) -> FixLines:
    """The card of a judged attempt; without a fix it says that nothing counted was missed."""
    fix = feedback.fix
    if fix is None:
        return FixLines(title=_nothing_missed(feedback))
    finding = finding_of(feedback, fix.check)
    span = next(iter(joined(finding.evidence, turns)), None) if finding else None
    return FixLines(
        title=f"One fix: {lower_first(title_of(fix.check))}",
        lead=_lead(span, turns) if span else "",
        marked=span.quote if span else "",
        place=span if span and span.start_s is not None else None,
        suggestion=fix.suggestion or "",
        shorter=f"{length(fix.seconds_saved)} shorter" if fix.suggestion and fix.seconds_saved else "",
        advice="" if fix.suggestion else fix.advice,
        whole=fix.rewrite or "",
        whole_seconds=f"about {length(fix.rewrite_seconds)}" if fix.rewrite and fix.rewrite_seconds else "",
    )


def _nothing_missed(feedback: Feedback) -> str:
    if feedback.headline.of == 0:
        return "This guide counts nothing here"
    if feedback.headline.unsure:
        return "Nothing missed that could be told"
    return "Nothing missed that this guide counts"


def _lead(span: Evidence, turns: Sequence[Spoken]) -> str:
    """Up to eight words before the span, but not from before the clause that precedes it."""
    turn = next((turn for turn in turns if turn.turn == span.turn), None)
    if turn is None:
        return ""
    starts = [c.first_word for c in turn.clauses if c.last_word < span.first_word] or [0]
    first = max(starts[-1], span.first_word - _LEAD_WORDS)
    return " ".join(word.word for word in turn.words[first : span.first_word])
