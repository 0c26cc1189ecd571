"""Where the words (and the seconds) went: every word in one labelled clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from trainer.analysis.breaks import EARLY_TOKENS, GREETINGS, Parts, clauses_of
from trainer.analysis.call import Call, Heard, Span
from trainer.analysis.checks.selling import no_company_pitch
from trainer.analysis.language.asks import CALL_BACK
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.replies import AVOIDING, INVITATION, NEXT_STEP, STUMBLE, TRADE
from trainer.analysis.language.speech import Token
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
    "gave-a-reason": "reason",
    "value-for-them": "for-you",
    "their-concern": "for-you",
    "for-them": "for-you",
    "keeps-promise": "for-you",
    "friendly-close": "close",
    "promises-brevity": "ask",
}
_ASIDES = frozenset({"promises-brevity", "respects-their-time"})
"""What is said along with anything: it tells the part of a clause only where nothing else does."""

_ONCE_SENT = re.compile(
    r"\be-?mailed\b|\b(?:i|we)(?:'ve| have)? (?:just )?sent\b|\bemails? (?:that )?(?:i|we) sent\b", re.I
)
"""Mail that was sent before asks for nothing now, though its mention is one too many (article 002)."""

PICK_UP_WORDS = 2
"""So few words are how somebody picks up ("Larkfield.")."""
HELLO_WORDS = 3
"""A greeting stands within so many words, perhaps after a sound ("um hello")."""
_TIMES_OF_DAY = (["day"], ["morning"], ["afternoon"], ["evening"])
_BEFORE_A_NUMBER = frozenset({"on", "at", "is", "number"})
"""Words that belong to the number after them."""

_DONE = word_set("it that this to now")
"""Words after "do" or "have" with which it asks nothing ("they do it in the line")."""
_ASKED_WITH = word_set("do does did have has can could would should will is are")
_DOERS = word_set("i we they he she cant cannot dont wont didnt couldnt wouldnt shouldnt to not")
"""Words after which such a verb asks nothing ("we do | we check")."""
_OFFERS = word_set("ill i let")
_SHOWING = word_set("tell show explain prove walk")
"""With these whoever called back is offered something: it is for them, and asks for nothing."""
_ASKING_FIRST = word_set("can could shall should may might would will")
_JOINING = word_set("and or but so")

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
            if finding.check in ("no-email", "one-ask") and _ONCE_SENT.search(evidence.quote):
                continue
            for word in range(evidence.first_word, evidence.last_word + 1):
                parts.setdefault((evidence.turn, word), set()).add(part)
    for held in parts.values():
        if "greeting" in held:  # "thanks for calling back about the roof" welcomes before it recalls
            held.difference_update(("reason", "for-you"))
    return parts


def _otherwise(call: Call, findings: tuple[Finding, ...]) -> Parts:
    """What words are where no finding claims them: the trade, what invites an answer, and asides."""
    found = _parts_by_word(findings, asides=True)
    if call.kind == "voicemail":
        return found
    for spans, part in _of_no_check(call):
        for span in spans:
            first, last = call.turns[span.turn].speech.words_of(span.first, span.last)
            found.update({(span.turn, word): {part} for word in range(first, last + 1)})
    return found


def _of_no_check(call: Call) -> tuple[tuple[Sequence[Span], Part], ...]:
    """What no check of a call back, a decision or an introduction looks for, the surest last."""
    lost = [*call.spans(STUMBLE), *call.spans(AVOIDING)]
    boasts = no_company_pitch(call).spans if call.kind == "callback" else ()
    return (
        (call.without(_questions(call), lost), "ask"),
        (call.without(_offered(call), lost), "for-you"),
        (call.without(_trades(call), lost), "who"),
        (call.without(call.spans(NEXT_STEP, "next"), [*call.spans(NEXT_STEP, "veto"), *lost]), "ask"),
        (call.without(call.spans(CALL_BACK, "ask"), call.spans(CALL_BACK, "veto")), "ask"),
        (boasts, "selling"),
        ([Span(turn.index, at, at) for turn in call.turns for at, _ in turn.phones], "number"),
    )


def _questions(call: Call) -> list[Span]:
    """Where an answer is invited; "they can't do it" and "I can tell you where" ask for none."""
    found = []
    for span in call.spans(INVITATION):
        tokens = call.turns[span.turn].speech.tokens
        texts = [token.text for token in tokens[span.first : span.last + 1]]
        whole = texts[0] in ("do", "have") and not _DONE.isdisjoint(texts[1:2])
        told = texts[0] in _ASKED_WITH and _text(tokens, span.first - 1) in _DOERS
        if not (whole or told or _offers(call, texts)):
            found.append(span)
    return found


def _offers(call: Call, texts: list[str]) -> bool:
    return call.kind == "callback" and texts[0] in _OFFERS and not _SHOWING.isdisjoint(texts[1:])


def _offered(call: Call) -> list[Span]:
    """Where whoever called back is offered to be told or shown something."""
    return [
        span
        for span in call.spans(INVITATION)
        if _offers(
            call, [one.text for one in call.turns[span.turn].speech.tokens[span.first : span.last + 1]]
        )
    ]


def _trades(call: Call) -> list[Span]:
    """Where a trade is told: in no question ("can I drive over"), and up to the word that joins the next."""
    found = []
    for span in call.spans(TRADE):
        tokens = call.turns[span.turn].speech.tokens
        last = span.last - (tokens[span.last].text in _JOINING)
        if _text(tokens, span.first - 1) not in _ASKING_FIRST:
            found.append(Span(span.turn, span.first, last))
    return found


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _asked(call: Call, findings: tuple[Finding, ...]) -> set[tuple[int, int]]:
    """Turn and word at which a call back is asked for, or a question begins."""
    requests = {
        (evidence.turn, evidence.first_word)
        for one in findings
        if one.check == "asks-for-call-back"
        for evidence in one.evidence
    }
    questions = _questions(call) if call.kind != "voicemail" else ()
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
        picked_up = first == turn.index == 0 and len(turn.turn.words) <= PICK_UP_WORDS
        hello = picked_up or (first < EARLY_TOKENS and _says_hello(turn, first, following))
        part: Part = next((part for part in _RANK if part in held), "greeting" if hello else "padding")
        found.append(_clause(turn, part, first, following - 1))
    return found


def _says_hello(turn: Heard, first: int, following: int) -> bool:
    """Whether the first words of a clause greet ("good" alone does not)."""
    words = [_plain(turn, word) for word in range(first, min(following, first + HELLO_WORDS))]
    return any(
        word in GREETINGS and (word != "good" or words[at + 1 : at + 2] in _TIMES_OF_DAY)
        for at, word in enumerate(words)
    )


def _plain(turn: Heard, word: int) -> str:
    return turn.turn.words[word].word.casefold().strip(".,!?").replace("'", "")


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
    dialled = any(token.first_word == clause.first_word for _, token in turn.phones)
    if clause.part == "second-ask" and dialled:
        return [replace(clause, part="number")]
    if clause.part not in ("number", "second-ask") or first is None:
        return [clause]
    if _plain(turn, first - 1) in _BEFORE_A_NUMBER and first - 1 > clause.first_word:
        first -= 1
    asked = any(place == clause.turn and clause.first_word <= word < first for place, word in requests)
    if clause.part == "number" and not asked:
        return [clause]
    return [
        _clause(turn, "ask" if clause.part == "number" else clause.part, clause.first_word, first - 1),
        _clause(turn, "number", first, clause.last_word),
    ]
