"""Results as a person wants to read them, and as one JSON document."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from trainer.analysis.checks import all_checks
from trainer.cli.deciding import tries_text
from trainer.cli.readiness import readiness_lines
from trainer.guides import load_guides
from trainer.practice.deferral import deferral
from trainer.records import Attempt, Clause, Feedback, Finding, Opinion, Source

MARKS = {"met": "+", "missed": "x", "unsure": "?", "not-applicable": "-"}
WORDS = {"met": "met", "missed": "missed", "unsure": "could not tell", "not-applicable": "not applicable"}
_PART_WORDS = {"padding": "other words", "second-ask": "second ask", "for-you": "for you"}
"""Parts whose names are no words; of other words nothing is known, so that they get no verdict."""
QUOTES_SHOWN = 2
"""Quotes of one check that are written out; how many more there are is said."""

NUMBER_RIGHT = "number-right"
NO_NUMBER = "Your profile has no number; set it with: ringback profile set number=…"


def print_json(document: Any) -> None:
    """One JSON document on stdout; NaN is a bug and raises ValueError."""
    json.dump(document, sys.stdout, ensure_ascii=False, allow_nan=False, indent=2)
    sys.stdout.write("\n")


def say(text: str) -> None:
    """A line for the user, where results must stay alone on stdout."""
    print(text, file=sys.stderr)


def width() -> int:
    """Columns to use: the terminal's, between 60 and 100."""
    return max(60, min(100, shutil.get_terminal_size((80, 24)).columns))


def attempt_text(attempt: Attempt) -> str:
    """A whole attempt: who was called, what was heard, and the feedback."""
    scenario, seller = attempt.scenario, attempt.seller
    lines = [
        f"{scenario.title} ({scenario.kind})",
        f"{scenario.prospect.name}{_of(scenario.prospect.company)}; "
        f"you are {seller.name}{_of(seller.company)}.",
        f"{_heard_by(attempt)}Attempt {attempt.id}.",
        "",
    ]
    for turn in attempt.turns:
        if turn.caller_line:
            lines += _wrapped(f'They: "{plain(turn.caller_line)}"')
        if turn.transcript and turn.transcript.words:
            lines += _wrapped(f'You:  "{plain(turn.transcript.text)}"')
        elif turn.take and turn.caller_line:
            lines.append("You:  (nothing was heard)")
    lines += _wrapped(f'They: "{plain(parting)}"') if (parting := parting_line(attempt)) else []
    lines += [f"  {line}" for line in tries_text(attempt)]
    if attempt.note:
        lines += ["", *_wrapped(attempt.note)]
    if pauses := [float(event.detail) for event in attempt.events if event.name == "resumed"]:
        lines += ["", f"You paused the call for {sum(pauses):.0f} s in all."]
    if put_off := deferral(attempt):
        lines += ["", *_wrapped(put_off.sentence)]
    if ready := readiness_lines(attempt):
        lines += ["", ready[0], *(line for text in ready[1:] for line in _wrapped(text, "  "))]
    if attempt.feedback:
        lines += ["", feedback_text(attempt.feedback)]
        if not seller.number and any(found.check == NUMBER_RIGHT for found in attempt.feedback.findings):
            lines += ["", *_wrapped(f"'{_title(NUMBER_RIGHT)}' could not be checked. {NO_NUMBER}")]
    elif attempt.state == "waiting":
        lines += ["", "Not judged yet: it waits for a speech model."]
    return "\n".join(lines)


def _heard_by(attempt: Attempt) -> str:
    """ "Heard by embedded. "; nothing where nobody was to speak."""
    return f"Heard by {attempt.engine or 'nothing yet'}. " if attempt.turns else ""


def parting_line(attempt: Attempt) -> str | None:
    """What the other side said last, if the user had no turn after it; else (and in a run of tries) None."""
    spoken = [event.detail for event in attempt.events if event.name == "line-started"]
    if not spoken or attempt.scenario.tries or any(turn.prompt_id == spoken[-1] for turn in attempt.turns):
        return None
    return next((line.text for line in attempt.scenario.prompts if line.id == spoken[-1]), None)


def feedback_text(feedback: Feedback) -> str:
    """The headline, the one fix, where the seconds went, and every check that says something."""
    head = feedback.headline
    unsure = f"; {head.unsure} could not be told" if head.unsure else ""
    seconds = f", {feedback.seconds:.1f} s" if feedback.seconds is not None else ""
    lines = [f"{head.met} of {head.of} met{unsure}{seconds}. Guide: {feedback.guide}."]
    if feedback.handed_over_from:
        lines.append(f"({feedback.handed_over_from} has no list for this kind of call and hands over.)")
    if feedback.fix:
        lines += ["", f"One fix: {_title(feedback.fix.check)}", *_wrapped(feedback.fix.advice, "  ")]
        # An attempt that was imported may have a fix without its finding.
        source = next((one.source for one in feedback.findings if one.check == feedback.fix.check), ())
        lines += [line for says in _articles(source) for line in _wrapped(says, "  ")]
        if feedback.fix.suggestion:
            saved = f" ({feedback.fix.seconds_saved:.1f} s shorter)" if feedback.fix.seconds_saved else ""
            lines += _wrapped(f'Say instead: "{plain(feedback.fix.suggestion)}"{saved}', "  ")
        if feedback.fix.rewrite and feedback.fix.rewrite_seconds:
            length = f"{feedback.fix.rewrite_seconds:.0f} s at your pace"
            lines += _wrapped(f'The whole, {length}: "{plain(feedback.fix.rewrite)}"', "  ")
    if feedback.others:
        lines += ["", "The others would say", *_opinions(feedback.others)]
    if feedback.ribbon:
        lines += ["", "Where the seconds went", *_ribbon(feedback.ribbon)]
        if feedback.ribbon_sentence:
            lines += _wrapped(feedback.ribbon_sentence, "  ")
    counted = [finding for finding in feedback.findings if finding.counted]
    others = [finding for finding in feedback.findings if not finding.counted]
    lines += ["", "Checks", *_findings(counted)]
    shown = [finding for finding in others if finding.outcome in ("met", "missed", "unsure")]
    if shown:
        lines += ["", "Not counted by this guide", *_findings(shown)]
    return "\n".join(lines)


def plain(text: str) -> str:
    """`text` without control and bidirectional-override characters, which could paint the terminal."""
    return "".join(char for char in text if char.isprintable() or char == " ")


def _opinions(opinions: Iterable[Opinion]) -> list[str]:
    lines = []
    for opinion in opinions:
        author = _sources()[opinion.article].author
        lines += _wrapped(f"{MARKS[opinion.outcome]} {author}: {opinion.says}", "  ")
    return lines


def _ribbon(clauses: Iterable[Clause]) -> list[str]:
    lines = []
    for clause in clauses:
        times = ""
        if clause.start_s is not None and clause.end_s is not None:
            times = f"{clause.start_s:5.1f} s  {clause.end_s - clause.start_s:4.1f} s  "
        part = _PART_WORDS.get(clause.part, clause.part)
        line = f"  {times}{part:<11} {plain(clause.quote)}"
        lines.append(line if len(line) <= width() else line[: width() - 1] + "…")
    return lines


def _findings(findings: Iterable[Finding]) -> list[str]:
    order = {"missed": 0, "unsure": 1, "met": 2, "not-applicable": 3}
    return [line for found in sorted(findings, key=lambda f: order[f.outcome]) for line in _finding(found)]


def _finding(finding: Finding) -> list[str]:
    line = f"  {MARKS[finding.outcome]} {_title(finding.check)}: {WORDS[finding.outcome]}"
    if finding.near:
        line += ", near the edge"
    if finding.disputed:
        line += ", disputed"
    if finding.wanted and finding.outcome != "met":
        line += f" ({_value(finding.value)}wanted {finding.wanted})"
    if finding.sold:
        line += f" [{', '.join(finding.sold)}]"
    lines = [line]
    if finding.outcome in ("missed", "unsure"):
        for evidence in finding.evidence[:QUOTES_SHOWN]:
            lines += _wrapped(f'"{plain(evidence.quote)}"', "      ")
        if further := len(finding.evidence[QUOTES_SHOWN:]):
            lines.append(f"      and {further} more {'place' if further == 1 else 'places'}")
        if finding.advice:
            lines += _wrapped(f"{finding.advice} ({_authors(finding.source)})", "      ")
    return lines


def _value(value: float | int | str | None) -> str:
    """A value before what was wanted; nothing where there is none, and no decimals where they say nothing."""
    if value is None:
        return ""
    return f"{value:g}, " if isinstance(value, float) else f"{value}, "


@lru_cache(maxsize=1)
def _sources() -> dict[str, Source]:
    """Article number -> the article, over the guides that ship."""
    return {number: article for guide in load_guides().values() for number, article in guide.sources.items()}


def _articles(numbers: Iterable[str]) -> list[str]:
    """Author and title of each article among `numbers`."""
    known = (_sources()[number] for number in numbers if number in _sources())
    return [f"{article.author}: {article.title}" for article in known]


def _authors(numbers: Iterable[str]) -> str:
    """Whose advice it is, each author once; "ours" where no article says it."""
    known = [_sources()[number].author for number in numbers if number in _sources()]
    return ", ".join(dict.fromkeys(known)) or "ours"


def _title(check: str) -> str:
    known = all_checks().get(check)
    return known.title if known else check


def _of(company: str | None) -> str:
    return f", {company}" if company else ""


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width(), initial_indent=indent, subsequent_indent=indent + "  ")
