"""What a cut takes from a message: the clauses that hold a miss, and the padding that hangs on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from trainer.analysis.language.lexicon import word_set
from trainer.analysis.prose import ends
from trainer.records import Clause, Evidence, Finding

MENDED_BY_CUTTING = word_set(
    """no-product-pitch no-company-pitch no-justification no-referral-pitch no-appointment no-email
    no-website one-ask strong-opening no-call-back-ask"""
)
"""Misses that are mended by leaving something out."""
FRAGMENT_WORDS = 6
"""A pronoun's clause up to this long after a cut one belongs to it ("the link is in the email I sent")."""
STANDS_ALONE_WORDS = 6
"""Words from which a clause with something for the listener says it without its neighbours."""

BETWEEN_WORDS = 15
"""Other words up to so many between two clauses that go belong to them; more tell their own thing."""
TIME_WORDS = 3
"""A clause of so few words that only says when ("last week") belongs to what was done then."""
_WHEN = word_set("last next this today tomorrow yesterday")
_GOES_ON = word_set("and or but so because which who that they it then therefore")
_PRONOUNS = frozenset({"i", "he", "she", "we", "you", "they", "it"})
_SUBORDINATE = word_set("when that which to if how what where because who why whether")
_WAITING = word_set("if when because while until unless as though since that which")
"""Words with which a clause begins that is no sentence without the next."""
_CONDITIONS = word_set("if when once unless until")
_ABOUT_ME = word_set("i i'd i'm i've i'll we we're we've we'd")
_ABOUT_US = word_set("our we we're we've we'll they they're it it's")
"""How a sentence begins whose end sells: its beginning sells as well."""
_TWICE = word_set("own-name-twice number-twice")


def lead(clause: Clause) -> str:
    """The first word, without its marks."""
    return clause.quote.split()[0].casefold().strip(",.;")


def on(clauses: tuple[Clause, ...], span: Evidence) -> list[Clause]:
    """The clauses on which the words of `span` lie."""
    return [clause for clause in clauses if touched(clause, [span])]


def touched(clause: Clause, spans: Iterable[Evidence]) -> bool:
    """Whether any of the words lie on the clause."""
    return any(
        span.turn == clause.turn
        and span.first_word <= clause.last_word
        and clause.first_word <= span.last_word
        for span in spans
    )


def needed(findings: tuple[Finding, ...], clauses: tuple[Clause, ...]) -> set[Clause]:
    """The clauses with who, number or ask: they stay whatever else they hold."""
    spans = [
        evidence
        for finding in findings
        if finding.check in ("asks-for-call-back", "number", "own-name") and finding.outcome == "met"
        for evidence in finding.evidence
    ]
    return {clause for clause in clauses if touched(clause, spans)}


def cut_of(finding: Finding, clauses: tuple[Clause, ...], stay: Collection[Clause]) -> list[Clause]:
    """The clauses that go when this miss is mended, with what hangs on them."""
    if finding.check not in MENDED_BY_CUTTING:
        return []
    held = [clause for clause in clauses if clause not in stay and touched(clause, finding.evidence)]
    return [clause for clause in _widened(clauses, held) if clause not in stay]


def torn(finding: Finding, clauses: tuple[Clause, ...], stay: Collection[Clause]) -> bool:
    """Whether a cut would end inside a clause that must stay ("visit our page | or ring 0113 496 0107")."""
    return finding.check in MENDED_BY_CUTTING and any(
        {clause in stay for clause in on(clauses, span)} == {True, False} for span in finding.evidence
    )


def met_only_in(
    cut: Collection[Clause], findings: tuple[Finding, ...], clauses: tuple[Clause, ...]
) -> set[str]:
    """Counted checks that were met, and by nothing but words that go."""
    lost = set()
    for one in findings:
        if not one.counted or one.outcome != "met" or not one.evidence:
            continue
        stays = [all(clause not in cut for clause in on(clauses, span)) for span in one.evidence]
        if not (all(stays) if one.check in _TWICE else any(stays)):
            lost.add(one.check)
    return lost


def for_them(clauses: tuple[Clause, ...]) -> list[Clause]:
    """Clauses with something for the listener that stand on their own."""
    return [
        clause
        for clause in clauses
        if clause.part == "for-you"
        and len(clause.quote.split()) >= STANDS_ALONE_WORDS
        and not waits(clause)
        and _subject(clause) not in _ABOUT_ME
    ]


def _subject(clause: Clause) -> str:
    """The first word after the one that joins the clause to the one before it."""
    words = [word.casefold().strip(",.;") for word in clause.quote.split()]
    return words[1] if len(words) > 1 and words[0] in _GOES_ON else words[0]


def waits(clause: Clause) -> bool:
    """Whether it is no sentence without the next clause."""
    return lead(clause) in _WAITING


def _widened(clauses: tuple[Clause, ...], cut: list[Clause]) -> list[Clause]:
    """`cut` with the padding that cannot stand without it: what leads up to it, or goes on from it."""
    gone = [clause in cut for clause in clauses]
    for place in reversed(range(len(clauses) - 1)):
        one = clauses[place]
        if gone[place + 1] and one.part == "padding":
            gone[place] |= _goes_into(clauses, place) and lead(one) in _ABOUT_US
    for place, clause in enumerate(clauses):
        if gone[place] or clause.part != "padding":
            continue
        before = place > 0 and gone[place - 1]
        after = place + 1 < len(clauses) and gone[place + 1]
        leads_up = after and (
            lead(clauses[place + 1]) in _SUBORDINATE
            or _tail(clause) in _SUBORDINATE
            or (waits(clause) and _goes_into(clauses, place))
        )
        gone[place] = leads_up or (before and (_between(clauses, gone, place) or _hangs_on(clauses, place)))
    return [clause for clause, out in zip(clauses, gone, strict=True) if out]


def _hangs_on(clauses: tuple[Clause, ...], place: int) -> bool:
    """Whether the clause says nothing without the one before it."""
    clause = clauses[place]
    short = len(clause.quote.split()) <= FRAGMENT_WORDS and lead(clause) in _PRONOUNS
    one_sentence = _goes_into(clauses, place - 1)
    if one_sentence and _left_open(clauses[place - 1]):
        return True
    waiting = waits(clause) or _tail(clauses[place - 1]) in _SUBORDINATE
    when = one_sentence and lead(clause) in _WHEN and len(clause.quote.split()) <= TIME_WORDS
    return lead(clause) in _GOES_ON or short or when or (one_sentence and waiting)


def _between(clauses: tuple[Clause, ...], gone: list[bool], place: int) -> bool:
    """Whether a few other words from here lead to a clause that goes."""
    last = place
    while last + 2 < len(clauses) and clauses[last + 1].part == "padding":
        last += 1
    few = sum(len(clause.quote.split()) for clause in clauses[place : last + 1]) <= BETWEEN_WORDS
    return last + 1 < len(clauses) and gone[last + 1 if few else place + 1]


def _left_open(clause: Clause) -> bool:
    """Whether the clause is a condition whose consequence is still to come ("so if you're keen | I'd …")."""
    words = [word.casefold().strip(",.;") for word in clause.quote.split()[:2]]
    return words[0] in _CONDITIONS or (words[0] in _GOES_ON and words[-1] in _CONDITIONS)


def _goes_into(clauses: tuple[Clause, ...], place: int) -> bool:
    """Whether no full stop stands between the clause and the next."""
    here, following = clauses[place], clauses[place + 1]
    return here.turn == following.turn and not ends(here.quote)


def _tail(clause: Clause) -> str:
    return clause.quote.split()[-1].casefold().strip(",.;")
