"""A call back answered better: single sentences for what was missed, and the whole first answer."""

from __future__ import annotations

from trainer.analysis import misheard, recalled, rewrite
from trainer.analysis.call import Call, Heard
from trainer.analysis.delivery import stumbles
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.replies import DEFERRAL, STUMBLE
from trainer.analysis.language.speech import HESITATIONS
from trainer.analysis.language.topics import spoken_of
from trainer.analysis.recalled import plain_word, sentence
from trainer.analysis.rewrite import Lines
from trainer.records import Clause, Finding

OPENING_WORDS = 25
"""The longest opening that is said again without its stumbles: about ten seconds."""
SHORTEST_ANSWER = 6
"""Words below which what is left is no answer."""
HEAD_CLAUSES = 3
"""Among so many clauses the greeting and the name are looked for ("Oh yes! | Hi Carlos! | This is Megan")."""

MENDED = word_set("welcomes-the-call own-name recalls-reason core-in-ten respects-their-time")
"""Misses of a first answer that its rewriting mends."""
MOST_HESITATIONS = 1
"""An answer with more of them, or with a stumble, is said anew and not rewritten."""


def deferral() -> str:
    """How a talk is put off well (guidance: their number, and a call back soon)."""
    return "What is the best number for you? I will call you back in ten minutes."


def left_out(call: Call) -> str:
    """The first of the user's own points that was not said, a "must" before others; empty without one."""
    points = sorted(call.context.script, key=lambda point: not point.must)
    texts = (
        point.text for point in points if not any(spoken_of(point.text, one.speech) for one in call.turns)
    )
    return sentence(next(texts, ""))


def steadied(call: Call) -> str:
    """The user's own opening without its hesitations, or the welcome that comes instead of a stumble.

    Empty where there is nothing to leave out, and where a word was hardly heard.
    """
    turn = opening(call)
    said = [word.word for word in turn.turn.words]
    kept = _without_hesitations(turn)
    if turn.hits(STUMBLE):
        return Lines(call.context).welcome()
    if len(kept) == len(said) or not SHORTEST_ANSWER <= len(kept) <= OPENING_WORDS:
        return ""
    if misheard.within(turn, 0, len(said) - 1):
        return ""
    return sentence(" ".join(kept))


def opening(call: Call) -> Heard:
    """The turn that answers their first line: after the user's own greeting, where one was recorded."""
    return call.turns[1] if len(call.turns) > 1 else call.turns[0]


def rewritten(call: Call, findings: tuple[Finding, ...], clauses: tuple[Clause, ...]) -> str | None:
    """The first answer as it could be: welcome, who, why, then the user's own words.

    None where it has no miss that rules can mend, where a reason that is missing is not known, where the
    talk is put off, where the answer stumbles or was hardly heard, and where nothing of it can stay.
    """
    missing = {
        one.check for one in findings if one.counted and one.outcome == "missed" and not one.disputed
    } & MENDED
    lines = Lines(call.context)
    why = recalled.reason(call.context) if "recalls-reason" in missing else ""
    if not missing or ("recalls-reason" in missing and not why):
        return None
    turn = opening(call)
    own = [clause for clause in clauses if clause.turn == turn.index]
    put_off = any(hit.label in ("attempt", "busy", "back") for hit in turn.hits(DEFERRAL))
    if put_off or _stumbled(turn) or misheard.perhaps(call.turns, own):
        return None
    head, body = _head_and_body(own, reason_first="core-in-ten" in missing)
    written = [rewrite.said(call, part, ()) for part in (head, body)]
    if len(" ".join(written[0] + written[1]).split()) < SHORTEST_ANSWER:
        return None
    text = " ".join(
        filter(
            None,
            [
                lines.welcome() if "welcomes-the-call" in missing else "",
                *written[0],
                lines.who() if "own-name" in missing else "",
                why,
                lines.brief() if "respects-their-time" in missing else "",
                *rewrite.opened(written[1]),
            ],
        )
    )
    before = " ".join(rewrite.said(call, own, ()))
    return text if text != before else None


def _head_and_body(own: list[Clause], *, reason_first: bool) -> tuple[list[Clause], list[Clause]]:
    """Greeting and name; and the rest, the reason before everything else where it came too late."""
    heads = [at for at, one in enumerate(own[:HEAD_CLAUSES]) if one.part in ("greeting", "who")]
    start = heads[-1] + 1 if heads else 0
    body = own[start:]
    if reason_first:
        body.sort(key=lambda clause: clause.part not in ("who", "reason"))
    return own[:start], body


def _stumbled(turn: Heard) -> bool:
    """Whether the answer lost its way, or hesitates more than once."""
    hesitations = sum(plain_word(word.word) in HESITATIONS for word in turn.turn.words)
    return bool(turn.hits(STUMBLE)) or hesitations > MOST_HESITATIONS


def _without_hesitations(turn: Heard) -> list[str]:
    """The turn's words without hesitations and without what was said twice in a row."""
    again = stumbles(turn)
    return [word.word for at, word in enumerate(turn.turn.words) if at not in again]
