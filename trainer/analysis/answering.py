"""A call back answered better: single sentences for what was missed, and the whole first answer."""

from __future__ import annotations

from trainer.analysis import misheard, recalled, rewrite
from trainer.analysis.breaks import GREETINGS
from trainer.analysis.call import Call, Heard
from trainer.analysis.checks.selling import no_company_pitch, no_product_pitch
from trainer.analysis.delivery import stumbles
from trainer.analysis.language.lexicon import word_set
from trainer.analysis.language.replies import DEFERRAL, STUMBLE
from trainer.analysis.language.speech import HESITATIONS
from trainer.analysis.language.topics import spoken_of
from trainer.analysis.lines import Lines
from trainer.analysis.prose import ends, is_typed
from trainer.analysis.recalled import plain_word, sentence
from trainer.records import Clause, Context, Finding

OPENING_WORDS = 25
"""The longest opening that is said again without its stumbles: about ten seconds."""
SHORTEST_ANSWER = 6
"""Words below which what is left is no answer."""
HEAD_CLAUSES = 4
"""Among so many clauses the greeting and the name are looked for ("Oh yes! | Hi Carlos! | This is Megan")."""

LONGEST_HEAD = 22
"""Words above which what comes first is more than a greeting."""
FIRST_WORDS = 8
TITLED = 2
"""A name among so many first words addresses them; later it is only said along."""
_WELCOMES = GREETINGS - {"there", "yes", "dear"} | word_set(
    "thanks thank thankyou appreciate glad kind lovely great"
)
_ANSWERS = word_set("yes yeah yep no nope sure guilty exactly right ha that's not")
_ANSWERED = word_set("do did was am is were have has will would can it me right yes yeah")
"""Words with which a short answer ends ("I did.", "It sure is!")."""

_ANNOUNCES = ("here's", "here is", "so here's", "heres", "so heres", "right here's", "okay here's")
"""How a clause begins that announces what is told next."""

MENDED = word_set("welcomes-the-call own-name recalls-reason core-in-ten respects-their-time")
"""Misses of a first answer that its rewriting mends."""
MOST_HESITATIONS = 1
"""An answer with more of them, or with a stumble, is said anew and not rewritten."""


def deferral(context: Context) -> str:
    """How a talk is put off well (guidance: their number, and a call back soon), after the welcome."""
    asked = "What is the best number for you? I will call you back in ten minutes."
    return f"{Lines(context).welcome()} {asked}"


def brief(call: Call, clauses: tuple[Clause, ...]) -> str:
    """How the first answer respects their time: before "Here's the thought" it asks, elsewhere it promises.

    Two announcements in a row ("I'll be quick. Here's the thought.") would stop and start.
    """
    own = [clause.quote.casefold() for clause in clauses if clause.turn == opening(call).index]
    announces = any(quote.startswith(_ANNOUNCES) for quote in own[: HEAD_CLAUSES + 1])
    return Lines(call.context).minute() if announces else Lines(call.context).brief()


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
    if put_off or _stumbled(turn) or misheard.perhaps(call.turns, own) or _sells(call, turn, own):
        return None
    head, body = _head_and_body(own, reason_first="core-in-ten" in missing)
    written = [rewrite.said(call, part, ()) for part in (head, body)]
    welcomed = "welcomes-the-call" not in missing
    if len(" ".join(written[0] + written[1]).split()) < SHORTEST_ANSWER:
        return None
    if not _parts_well(call, written[0], written[1], welcomed=welcomed):
        return None
    text = " ".join(
        filter(
            None,
            [
                lines.welcome() if "welcomes-the-call" in missing else "",
                *written[0],
                lines.who() if "own-name" in missing else "",
                why,
                brief(call, clauses) if "respects-their-time" in missing else "",
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
    typed = is_typed(clause.quote for clause in own)
    while typed and 0 < start < len(own) and not ends(own[start - 1].quote):
        start += 1
    body = own[start:]
    if reason_first:
        body.sort(key=lambda clause: clause.part not in ("who", "reason"))
    return own[:start], body


def _sells(call: Call, turn: Heard, own: list[Clause]) -> bool:
    """Whether the answer sells, which no added sentence makes better."""
    spans = [*no_product_pitch(call).spans, *no_company_pitch(call).spans]
    return any(clause.part == "selling" for clause in own) or any(span.turn == turn.index for span in spans)


def _parts_well(call: Call, head: list[str], body: list[str], *, welcomed: bool) -> bool:
    """Whether sentences can be put between greeting and rest: the one greets, the other answers nothing.

    What they asked is answered at once ("I sure do.", "Page twelve, Mr. Ferris"), or it is torn off.
    """
    first = [plain_word(word).strip(",") for word in " ".join(head).split()]
    known = f"{call.context.prospect_name or ''} {call.context.caller_name or ''}".casefold()
    names = {plain_word(word) for word in known.split()}
    greets = not _WELCOMES.isdisjoint(first[:FIRST_WORDS]) or not names.isdisjoint(first[:TITLED])
    next_words = [plain_word(word).strip(",") for word in "".join(body[:1]).split()]
    answers = bool(next_words) and (next_words[0] in _ANSWERS or next_words[-1] in _ANSWERED)
    thanked = not welcomed and not _WELCOMES.isdisjoint([*first, *next_words][:FIRST_WORDS])
    ended_well = not head or first[-1] not in _ANSWERED
    lengthy = len(first) > LONGEST_HEAD
    torn = answers or thanked or lengthy or not ended_well
    return not torn and (greets or not (head or welcomed))


def _stumbled(turn: Heard) -> bool:
    """Whether the answer lost its way, or hesitates more than once."""
    hesitations = sum(plain_word(word.word) in HESITATIONS for word in turn.turn.words)
    return bool(turn.hits(STUMBLE)) or hesitations > MOST_HESITATIONS


def _without_hesitations(turn: Heard) -> list[str]:
    """The turn's words without hesitations and without what was said twice in a row."""
    again = stumbles(turn)
    return [word.word for at, word in enumerate(turn.turn.words) if at not in again]
