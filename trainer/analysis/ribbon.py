"""Where the words (and the seconds) went: every word in one labelled clause."""

from __future__ import annotations

from dataclasses import replace

from trainer.analysis.call import Call, Heard
from trainer.analysis.language.clauses import PAUSE_S, clauses
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.names import TITLES
from trainer.analysis.language.phrases import Phrases
from trainer.analysis.language.replies import INVITATION, STUMBLE, TRADE
from trainer.analysis.language.speech import PHONE
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
_NEW_SUBJECT = word_set("the our we this my a an your you there here most many some companies people")
"""Words after the company's name that begin something new."""
_OURSELVES = word_set("our we were weve well")
"""Subjects of selling, as tokens are written: without apostrophes."""
EARLY_TOKENS = 6
"""How far a greeting reaches."""
GREETINGS = word_set("hi hello hey good day morning afternoon evening there dear yes hiya howdy")

FRAGMENT_WORDS = 3
"""Padding of so few words inside one part belongs to it ("bought it | last year | and loves it")."""

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


_Parts = dict[tuple[int, int], set[Part]]
"""Turn and word -> the parts that the word plays."""


def labelled(call: Call, findings: tuple[Finding, ...]) -> tuple[Clause, ...]:
    """Every clause of all turns in order with its part; together they cover every given word once."""
    claimed, otherwise = _parts_by_word(findings), _otherwise(call)
    return tuple(clause for turn in call.turns for clause in _of_turn(turn, claimed, otherwise))


def smoothed(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without specks of padding, as they are shown."""
    return tuple(_absorbed(found, place) for place in range(len(found)))


def _absorbed(found: tuple[Clause, ...], place: int) -> Clause:
    """The clause; a fragment of padding between two clauses of one part plays that part too."""
    clause = found[place]
    around = [found[at] for at in (place - 1, place + 1) if 0 <= at < len(found)]
    parts = {(one.turn, one.part) for one in around}
    fragment = clause.part == "padding" and clause.last_word - clause.first_word < FRAGMENT_WORDS
    inside = len(around) == 2 and len(parts) == 1 and around[0].turn == clause.turn
    return replace(clause, part=around[0].part) if fragment and inside else clause


def _parts_by_word(findings: tuple[Finding, ...]) -> _Parts:
    parts: _Parts = {}
    for finding in findings:
        wanted = "missed" if finding.check.startswith("no-") or finding.check == "one-ask" else "met"
        part = _PART_OF.get(finding.check)
        if part is None or (
            finding.outcome != wanted and finding.check not in ("own-name-twice", "number-twice")
        ):
            continue
        for evidence in finding.evidence:
            for word in range(evidence.first_word, evidence.last_word + 1):
                parts.setdefault((evidence.turn, word), set()).add(part)
    return parts


def _otherwise(call: Call) -> _Parts:
    """What words are where no finding claims them: the trade, and what invites an answer."""
    found: _Parts = {}
    families: tuple[tuple[Phrases, Part], ...] = ((INVITATION, "ask"), (TRADE, "who"))
    caught_out = call.spans(STUMBLE, "caught-out")
    for phrases, part in families if call.kind != "voicemail" else ():
        for span in call.without(call.spans(phrases), caught_out):
            first, last = call.turns[span.turn].speech.words_of(span.first, span.last)
            found.update({(span.turn, word): {part} for word in range(first, last + 1)})
    return found


def _of_turn(turn: Heard, claimed: _Parts, otherwise: _Parts) -> list[Clause]:
    """The turn's clauses; words that no token stands for belong to the clause before them."""
    spans = clauses(turn.named, _breaks(turn) | _pitches(turn, claimed))
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


def _pitches(turn: Heard, claimed: _Parts) -> set[int]:
    """Tokens at which selling begins with a subject of its own ("from Tallis Freight | our boxes are")."""
    return {
        index
        for index, token in enumerate(turn.speech.tokens)
        if token.text in _OURSELVES
        and "selling" in claimed.get((turn.index, token.first_word), ())
        and "selling" not in claimed.get((turn.index, token.first_word - 1), ())
    }


def _plain(turn: Heard, word: int) -> str:
    return turn.turn.words[word].word.casefold().strip(".,!?")


def _breaks(turn: Heard) -> set[int]:
    """Tokens before which there is a full stop (typed text) or a pause (spoken)."""
    names = {name.first for name in turn.own_names[:1] if _after_greeting(turn, name.first)}
    firms = {firm.last + 1 for firm in turn.companies}
    again = {name.first for name in turn.own_names if _text(turn, name.first - 1) == PHONE}
    breaks = names | again | {place for place in firms if _text(turn, place) in _NEW_SUBJECT}
    for index in range(1, len(turn.speech.tokens)):
        before, token = turn.speech.tokens[index - 1], turn.speech.tokens[index]
        if before.last_word == token.first_word:
            continue
        end, start = turn.end_s(index - 1), turn.start_s(index)
        paused = end is not None and start is not None and start - end >= PAUSE_S
        ends = turn.turn.words[before.last_word].word.endswith((".", "?", "!"))
        if paused or (ends and before.text not in TITLES):  # "Mr." ends no sentence
            breaks.add(index)
    return breaks


def _text(turn: Heard, place: int) -> str:
    return turn.speech.tokens[place].text if 0 <= place < len(turn.speech.tokens) else ""


def _after_greeting(turn: Heard, place: int) -> bool:
    """Whether nothing but a greeting and the prospect's name stands before this token."""
    theirs = {index for name in turn.prospects for index in range(name.first, name.last + 1)}
    greeting = (index in theirs or _text(turn, index) in GREETINGS for index in range(place))
    return 0 < place <= EARLY_TOKENS and all(greeting)


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


def sentence(found: tuple[Clause, ...], findings: tuple[Finding, ...]) -> str:
    """One sentence on what cost the most time; empty without times."""
    seconds: dict[Part, float] = {}
    for clause in found:
        if clause.start_s is not None and clause.end_s is not None:
            seconds[clause.part] = seconds.get(clause.part, 0.0) + clause.end_s - clause.start_s
    if not seconds:
        return ""
    if (sold := seconds.get("selling", 0.0)) >= 1:
        return f"{sold:.0f} s of selling {_and_the_ask(found, findings)}."
    part, most = max(seconds.items(), key=lambda item: item[1])
    lead = "Most of the time" if most > sum(seconds.values()) / 2 else "The longest part"
    return f"{lead}, {most:.0f} s, went to {_SPOKEN[part]}."


def _and_the_ask(found: tuple[Clause, ...], findings: tuple[Finding, ...]) -> str:
    """Where the ask stands, seen from the selling: the later it comes, the fewer hear it (article 002).

    Where the number is said with the ask, the ribbon shows the number; so the finding says where it is.
    """
    asks = [
        (span.turn, span.first_word)
        for one in findings
        if one.check == "asks-for-call-back" and one.outcome == "met"
        for span in one.evidence
    ]
    if not asks:
        left = any(clause.part == "number" for clause in found)
        return "and no ask, only your number" if left else "and no ask"
    sold = min((clause.turn, clause.first_word) for clause in found if clause.part == "selling")
    return "before you asked" if sold < min(asks) else "after you asked"
