"""Where the words (and the seconds) went: every word in one labelled clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from trainer.analysis.breaks import EARLY_TOKENS, GREETINGS, Parts, clauses_of
from trainer.analysis.call import Call, Heard
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.replies import INVITATION, STUMBLE, TRADE
from trainer.records import Clause, Finding, Part

_PART_OF: dict[str, Part] = {
    "no-product-pitch": "selling",
    "no-company-pitch": "selling",
    "no-referral-pitch": "selling",
    "no-justification": "selling",
    "no-appointment": "second-ask",
    "no-email": "second-ask",
    "no-website": "second-ask",
    "one-ask": "second-ask",
    "number": "number",
    "number-twice": "number",
    "respects-their-time": "ask",
    "asks-for-call-back": "ask",
    "next-step": "ask",
    "graceful-deferral": "ask",
    "greets-by-name": "greeting",
    "welcomes-the-call": "greeting",
    "own-name": "who",
    "own-name-twice": "who",
    "company": "who",
    "says-what-you-do": "who",
    "reason-to-call": "reason",
    "recalls-reason": "reason",
    "names-referrer": "reason",
    "value-for-them": "for-you",
    "their-concern": "for-you",
    "for-them": "for-you",
    "keeps-promise": "for-you",
    "friendly-close": "close",
    "promises-brevity": "ask",
}
_ASIDES = frozenset({"promises-brevity", "respects-their-time"})
"""What is said along with anything: it tells the part of a clause only where nothing else does."""

_BEFORE_A_NUMBER = frozenset({"on", "at", "is", "number"})
"""Words that belong to the number after them."""

_RANK: tuple[Part, ...] = (
    "second-ask",
    "selling",
    "number",
    "ask",
    "who",
    "reason",
    "for-you",
    "close",
    "greeting",
    "padding",
)
"""Which part a clause plays when it holds more than one: what matters most to the listener's patience."""

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


def labelled(call: Call, findings: tuple[Finding, ...]) -> tuple[Clause, ...]:
    """Every clause of all turns in order with its part; together they cover every given word once."""
    claimed, otherwise, asked = _parts_by_word(findings), _otherwise(call, findings), _asked(call, findings)
    return tuple(clause for turn in call.turns for clause in _of_turn(turn, claimed, otherwise, asked))


def _parts_by_word(findings: tuple[Finding, ...], *, asides: bool = False) -> Parts:
    """What findings say of the words: those of content, or the asides."""
    parts: Parts = {}
    for finding in findings:
        wanted = "missed" if finding.check.startswith("no-") or finding.check == "one-ask" else "met"
        part = _PART_OF.get(finding.check)
        if part is None or (finding.check in _ASIDES) != asides:
            continue
        if finding.outcome != wanted and finding.check not in ("own-name-twice", "number-twice"):
            continue
        for evidence in finding.evidence:
            for word in range(evidence.first_word, evidence.last_word + 1):
                parts.setdefault((evidence.turn, word), set()).add(part)
    for held in parts.values():
        if "greeting" in held:  # "thanks for calling back about the roof" welcomes before it recalls
            held.difference_update(("reason", "for-you"))
    return parts


def _otherwise(call: Call, findings: tuple[Finding, ...]) -> Parts:
    """What words are where no finding claims them: the trade, what invites an answer, and asides."""
    found = _parts_by_word(findings, asides=True)
    families: tuple[tuple[Phrases, Part], ...] = ((INVITATION, "ask"), (TRADE, "who"))
    caught_out = call.spans(STUMBLE, "caught-out")
    for phrases, part in families if call.kind != "voicemail" else ():
        for span in call.without(call.spans(phrases), caught_out):
            first, last = call.turns[span.turn].speech.words_of(span.first, span.last)
            found.update({(span.turn, word): {part} for word in range(first, last + 1)})
    return found


def _asked(call: Call, findings: tuple[Finding, ...]) -> set[tuple[int, int]]:
    """Turn and word at which a call back is asked for, or a question begins."""
    requests = {
        (evidence.turn, evidence.first_word)
        for one in findings
        if one.check == "asks-for-call-back"
        for evidence in one.evidence
    }
    questions = call.spans(INVITATION) if call.kind != "voicemail" else ()
    return requests | {
        (span.turn, call.turns[span.turn].speech.tokens[span.first].first_word) for span in questions
    }


def _of_turn(
    turn: Heard, claimed: Parts, otherwise: Parts, asked: Collection[tuple[int, int]]
) -> list[Clause]:
    """The turn's clauses; words that no token stands for belong to the clause before them."""
    spans = clauses_of(turn, claimed, asked)
    if not spans:
        return [_clause(turn, "padding", 0, len(turn.turn.words) - 1)] if turn.turn.words else []
    firsts = [0, *(turn.speech.tokens[first].first_word for first, _ in spans[1:])]
    firsts = sorted(set(firsts))
    found = []
    for first, following in zip(firsts, [*firsts[1:], len(turn.turn.words)], strict=True):
        words = [(turn.index, word) for word in range(first, following)]
        held = {part for word in words for part in claimed.get(word, ())}
        held = held or {part for word in words for part in otherwise.get(word, ())}
        hello = (first == 0 and turn.index == 0) or (
            first < EARLY_TOKENS and _plain(turn, first) in GREETINGS
        )
        part: Part = next((part for part in _RANK if part in held), "greeting" if hello else "padding")
        found.append(_clause(turn, part, first, following - 1))
    return found


def _plain(turn: Heard, word: int) -> str:
    return turn.turn.words[word].word.casefold().strip(".,!?")


def _clause(turn: Heard, part: Part, first: int, last: int) -> Clause:
    words = turn.turn.words[first : last + 1]
    starts = [word.start_s for word in words if word.start_s is not None]
    ends = [word.end_s for word in words if word.end_s is not None]
    return Clause(
        turn=turn.index,
        part=part,
        quote=" ".join(word.word for word in words),
        first_word=first,
        last_word=last,
        start_s=min(starts, default=None),
        end_s=max(ends, default=None),
    )


def merged(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Neighbours of one turn that play the same part, joined: the ribbon."""
    joined: list[Clause] = []
    for clause in found:
        if joined and (joined[-1].turn, joined[-1].part) == (clause.turn, clause.part):
            before = joined.pop()
            clause = Clause(
                turn=clause.turn,
                part=clause.part,
                quote=f"{before.quote} {clause.quote}",
                first_word=before.first_word,
                last_word=clause.last_word,
                start_s=before.start_s if before.start_s is not None else clause.start_s,
                end_s=clause.end_s if clause.end_s is not None else before.end_s,
            )
        joined.append(clause)
    return tuple(joined)


def with_the_ask(found: tuple[Clause, ...], call: Call, findings: tuple[Finding, ...]) -> tuple[Clause, ...]:
    """The clauses, where "call me | at 919 …" is one: the request is the ask, the number the number."""
    requests = _asked(call, findings)
    return tuple(piece for clause in found for piece in _ask_and_number(clause, call, requests))


def _ask_and_number(clause: Clause, call: Call, requests: Collection[tuple[int, int]]) -> list[Clause]:
    turn = call.turns[clause.turn]
    numbers = [token.first_word for _, token in turn.phones if clause.first_word < token.first_word]
    first = min((word for word in numbers if word <= clause.last_word), default=None)
    if clause.part != "number" or first is None:
        return [clause]
    if _plain(turn, first - 1) in _BEFORE_A_NUMBER and first - 1 > clause.first_word:
        first -= 1
    if not any(place == clause.turn and clause.first_word <= word < first for place, word in requests):
        return [clause]
    return [
        _clause(turn, "ask", clause.first_word, first - 1),
        _clause(turn, "number", first, clause.last_word),
    ]


def sentence(ribbon: tuple[Clause, ...], findings: tuple[Finding, ...]) -> str:
    """One sentence on what cost the most time; empty without times.

    The figures are sums of those that the list of the ribbon shows, rounded as they are there (0.1 s).
    """
    if not any(_seconds(clause) for clause in ribbon):
        return ""
    sold = [clause for clause in ribbon if clause.part == "selling"]
    if _sum(sold) >= 1:
        return f"{_where_sold(ribbon, sold, findings)}."
    seconds: dict[Part, float] = {}
    for clause in ribbon:
        seconds[clause.part] = seconds.get(clause.part, 0.0) + _seconds(clause)
    part, most = max(seconds.items(), key=lambda item: item[1])
    if part == "number" and len(seconds) > 1:  # it is said slowly so that it can be written down
        part, most = max(((one, s) for one, s in seconds.items() if one != part), key=lambda item: item[1])
        return f"Apart from the number, the longest part, {most:.1f} s, went to {_SPOKEN[part]}."
    lead = "Most of the time" if most > sum(seconds.values()) / 2 else "The longest part"
    return f"{lead}, {most:.1f} s, went to {_SPOKEN[part]}."


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
