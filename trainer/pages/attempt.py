"""One attempt as a single HTML file, to send to a coach: audio inside, nothing loaded from anywhere.

Whatever was said, named or noted is escaped; the only script is ours, allowed by its hash, and the policy
forbids every connection. Without scripts the page is read, heard by its players, and printed all the same.
"""

from __future__ import annotations

import base64
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from hashlib import sha256
from html import escape
from itertools import chain, repeat
from pathlib import Path
from string import Template

from trainer.analysis import revisions
from trainer.analysis.checks import all_checks
from trainer.errors import BadInput
from trainer.judging import request_of
from trainer.pages.ribbon import PARTS, ribbons, swatch
from trainer.records import Attempt, Clause, Evidence, Finding, Source, SpokenTurn, Turn, Word

_FOLDER = Path(__file__).parent
_WORDS = {"met": "Met", "near": "Near the edge", "missed": "Missed", "unsure": "Could not tell"}
_ORDER = ("missed", "unsure", "near", "met")
QUOTES_SHOWN = 2
"""Quotes of one check that are written out; how many more there are is said."""
_HINT = (
    '<p class="quiet screen">Click a word, or press Enter on it, to hear it from there; a part above and a'
    " time below, too. Left and right go from word to word, and from part to part.</p>"
)


def attempt_page(
    attempt: Attempt,
    recordings: Mapping[str, bytes],
    articles: Mapping[str, Source],
    guides: Mapping[str, str],
) -> str:
    """The page. `recordings`: id of a take -> the bytes of its WAV file; a missing one is said to be missing.

    Only what has its sound on the page can be pressed.
    `articles` (number -> article) names the sources of advice, `guides` (id -> title) the guide.
    """
    style, script = _file("attempt.css"), _file("attempt.js")
    feedback = attempt.feedback
    takes = [turn.take for turn in attempt.turns]
    heard = [place for place, take in enumerate(takes) if take and take.id in recordings]
    return Template(_file("attempt.html")).substitute(
        policy=_policy(style, script),
        style=style,
        script=script,
        title=escape(attempt.scenario.title),
        about=_about(attempt, guides),
        headline=_headline(attempt),
        fix=_fix(attempt),
        ribbon=_ribbon(attempt, heard),
        hint=_HINT if heard else "",
        turns="\n".join(_turns(attempt, recordings)),
        checks=_checks(feedback.findings, articles, heard) if feedback else "",
        note=_section("note", "Note", f"<p>{escape(attempt.note)}</p>") if attempt.note else "",
        foot="Made by Ringback. This page holds the recording itself and connects to nothing.",
    )


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """No connection, no frame, no form; only our own style and script, by their hashes (W3C CSP 3)."""

    def allowed(text: str) -> str:
        return "'sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode() + "'"

    return (
        f"default-src 'none'; media-src data:; style-src {allowed(style)}; script-src {allowed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _section(name: str, heading: str, body: str) -> str:
    return f'<section aria-labelledby="{name}">\n<h2 id="{name}">{heading}</h2>\n{body}\n</section>'


# --------------------------------------------------------------------------- the head


def _about(attempt: Attempt, guides: Mapping[str, str]) -> str:
    person = attempt.scenario.prospect
    guide = attempt.feedback.guide if attempt.feedback else attempt.guide
    parts = [
        f"{attempt.scenario.kind.replace('-', ' ').capitalize()}: {person.name}"
        + (f", {person.company}" if person.company else ""),
        _when(attempt),
        f"heard by {attempt.engine.removeprefix('vosk:')}" if attempt.engine else "",
        f"guide: {guides.get(guide, guide)}",
    ]
    return " · ".join(f"<bdi>{escape(part)}</bdi>" for part in parts if part)


def _when(attempt: Attempt) -> str:
    moment = datetime.fromisoformat(attempt.started_utc)
    zone = timezone(timedelta(minutes=attempt.utc_offset_min))
    return f"{(moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone):%d %B %Y %H:%M}"


def _headline(attempt: Attempt) -> str:
    if attempt.feedback is None:
        return "Not judged" if attempt.state == "abandoned" else "Not judged yet"
    head, seconds = attempt.feedback.headline, attempt.feedback.seconds
    unsure = f", {head.unsure} could not be told" if head.unsure else ""
    return f"{head.met} of {head.of} met{unsure}" + (f", {seconds:.1f} s" if seconds is not None else "")


def _fix(attempt: Attempt) -> str:
    fix = attempt.feedback.fix if attempt.feedback else None
    if fix is None:
        return ""
    lines = [f"<p><strong>{escape(_title(fix.check))}</strong></p>", f"<p>{escape(fix.advice)}</p>"]
    if fix.suggestion:
        lines.append(f"<p>Say instead: “{escape(fix.suggestion)}”</p>")
    return _section("fix", "One fix", "\n".join(lines))


def _title(check: str) -> str:
    known = all_checks().get(check)
    return known.title if known else check.replace("-", " ").capitalize()


# --------------------------------------------------------------------------- ribbon and words


def _ribbon(attempt: Attempt, heard: Collection[int]) -> str:
    feedback = attempt.feedback
    drawn = list(ribbons(feedback.ribbon, len(attempt.turns), heard)) if feedback else []
    if feedback is None or not drawn:
        return ""
    told = f"<p>{escape(feedback.ribbon_sentence)}</p>" if feedback.ribbon_sentence else ""
    return _section("ribbon", "Where the seconds went", "\n".join((*drawn, told)))


def _turns(attempt: Attempt, recordings: Mapping[str, bytes]) -> Iterable[str]:
    spoken = _in_force(attempt)
    several = len(attempt.turns) > 1
    tabs = chain(("0",), repeat("-1"))
    """Tab comes to the first word, the arrows go to the others."""
    for place, turn in enumerate(attempt.turns):
        if several:
            yield f"<h3>Reply {place + 1}</h3>"
        if turn.caller_line:
            yield f'<p class="them">They: “{escape(turn.caller_line)}”</p>'
        yield _sound(turn, place, recordings)
        heard = turn.take is not None and turn.take.id in recordings
        yield from _lines(attempt, place, spoken[place].words, tabs if heard else None)


def _in_force(attempt: Attempt) -> tuple[SpokenTurn, ...]:
    """The turns with the words as corrected; as heard where a stored correction fits nothing."""
    request = request_of(attempt)
    try:
        return revisions.apply(request)[0].turns
    except BadInput:
        return request.turns


def _sound(turn: Turn, place: int, recordings: Mapping[str, bytes]) -> str:
    if turn.take is None:
        return ""
    data = recordings.get(turn.take.id)
    if data is None:
        return '<p class="quiet">The recording is missing or is not what was recorded.</p>'
    return (
        f'<audio id="sound-{place}" controls preload="auto" aria-label="Recording of reply {place + 1}"'
        f' src="data:audio/wav;base64,{base64.b64encode(data).decode()}"></audio>'
    )


def _lines(
    attempt: Attempt, place: int, words: tuple[Word, ...], tabs: Iterator[str] | None
) -> Iterable[str]:
    """One line a clause; the words of a turn without clauses are one line. `tabs` None: without sound."""
    ribbon = attempt.feedback.ribbon if attempt.feedback else ()
    clauses: list[Clause | None] = [clause for clause in ribbon if clause.turn == place]
    if not words:
        yield '<p class="quiet">Nothing was heard.</p>'
        return
    for clause in clauses or [None]:
        begin, end = (clause.first_word, clause.last_word + 1) if clause else (0, len(words))
        shown = " ".join(_word(word, place, tabs) for word in words[begin:end])
        part = f"{swatch(clause.part)}{PARTS[clause.part]}" if clause else ""
        yield f'<div class="clause"><span class="part">{part}</span><span class="words">{shown}</span></div>'


def _word(word: Word, place: int, tabs: Iterator[str] | None) -> str:
    said = escape(word.word)
    if tabs is None or word.start_s is None or word.end_s is None:
        return said
    times = f'data-start="{word.start_s:.3f}" data-end="{word.end_s:.3f}"'
    return (
        f'<button type="button" class="word" tabindex="{next(tabs)}" data-turn="{place}" {times}>'
        f"{said}</button>"
    )


# --------------------------------------------------------------------------- checks


def _checks(findings: Iterable[Finding], articles: Mapping[str, Source], heard: Collection[int]) -> str:
    counted = [one for one in findings if one.counted and one.outcome != "not-applicable"]
    counted.sort(key=lambda one: _ORDER.index(_state(one)))
    rows = "\n".join(_check(one, articles, heard) for one in counted)
    return _section("checks", "Checks", f"<dl>\n{rows}\n</dl>") if counted else ""


def _state(finding: Finding) -> str:
    return "near" if finding.outcome == "met" and finding.near else finding.outcome


def _check(finding: Finding, articles: Mapping[str, Source], heard: Collection[int]) -> str:
    state = _state(finding)
    said = _WORDS[state] + (", disputed" if finding.disputed else "")
    details = [_quoted(evidence, heard) for evidence in finding.evidence[:QUOTES_SHOWN]]
    if further := len(finding.evidence[QUOTES_SHOWN:]):
        details.append(f"and {further} more {'place' if further == 1 else 'places'}")
    if finding.wanted and finding.outcome != "met":
        details.append(f"Wanted: {escape(finding.wanted)}.")
    if finding.advice and finding.outcome in ("missed", "unsure"):
        authors = {articles[number].author for number in finding.source if number in articles}
        by = f" ({escape(', '.join(sorted(authors)))})" if authors else ""
        details.append(escape(finding.advice) + by)
    told = "".join(f"<dd>{detail}</dd>" for detail in details) or "<dd></dd>"
    return f'<dt>{escape(_title(finding.check))} <span class="state {state}">{said}</span></dt>{told}'


def _quoted(evidence: Evidence, heard: Collection[int]) -> str:
    quote = f"“{escape(evidence.quote)}”"
    if evidence.start_s is None:
        return quote
    place = f"at {evidence.start_s:.1f} s"
    if evidence.turn not in heard:
        return f"{quote} {place}"
    at = f'data-turn="{evidence.turn}" data-start="{evidence.start_s:.3f}"'
    return f'{quote} <button type="button" class="where" {at}>{place}</button>'
