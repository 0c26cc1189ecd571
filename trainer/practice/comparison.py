"""Takes side by side: which clause became which, and what changed in words, seconds and checks.

Clauses are those of the ribbon (`Feedback.ribbon`), in the order in which they were said, so that what the
user has corrected is compared as corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from trainer.records import Attempt, Clause, Feedback, Outcome, Part

SAME_SECONDS_S = 0.3
"""A part that is longer or shorter by less is as long as before: nobody times a clause more exactly."""
_SAME_WORDS = 0.8
"""From this share of words in common on, two clauses are the same one, whatever part each is read as: a part
is the judge's reading of the words, and it may read them otherwise after a word more or less elsewhere."""
_OTHER_WORDS = 0.5
"""With a smaller share in common, a part is not said in a slightly different way: something else is said."""
_WORDS_FIRST = 3.0
"""A pair of the same words outweighs any pair of a part with other words."""
_SAME_TURN = 0.25
"""Of two clauses that fit as well, the one in the same turn of the call is the same one."""

Row = tuple[int | None, ...]
"""Index of the clause of each take that says the same; None where a take has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """Seconds spent on one part in the earlier and in the later take."""

    part: Part
    before_s: float
    after_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckChange:
    """A check that comes out otherwise than before."""

    check: str
    before: Outcome
    after: Outcome
    before_counts: bool = True
    """Whether the guide of the earlier take counts it."""
    after_counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What changed from the earlier to the later take."""

    seconds: float | None
    """Later less earlier; None where one has no times."""
    words: int
    """Later less earlier."""
    replaced: tuple[tuple[Clause, Clause], ...]
    """Clauses of one part, before and after, that have few words in common and are said in one take only; in
    the order of the earlier."""
    gone: tuple[PartChange, ...]
    """Parts of which words are said in the earlier take only, the longest first."""
    new: tuple[PartChange, ...]
    """Parts of which words are said in the later take only, the longest first."""
    read_otherwise: tuple[tuple[Part, Part], ...]
    """Parts, before and after, as which the same words are read."""
    parts: tuple[PartChange, ...]
    """Those that changed, the largest change first."""
    checks: tuple[CheckChange, ...]
    """Those that changed and are counted in either take: now met first, then now missed, then those that the
    later take does not count."""
    other_guide: bool
    """Judged by different guides: what is counted differs for that reason too."""
    other_engine: bool
    """Heard by different engines: words may differ for that reason alone."""


def align(first: Sequence[Clause], second: Sequence[Clause]) -> dict[int, int]:
    """Index in `first` -> index in `second` of the clause that says the same, or plays the same part.

    In order where that pairs most and the likest (longest common subsequence, weighed by shared words; the
    same words come before the same part); what is left over then finds its like elsewhere in the
    take, because a message may be turned around.
    """
    pairs = _in_order(first, second)
    for index, clause in enumerate(first):
        if index not in pairs:
            free = [other for other in range(len(second)) if other not in pairs.values()]
            best = max(free, key=lambda other: _likeness(clause, second[other]), default=None)
            if best is not None and _likeness(clause, second[best]) > 0:
                pairs[index] = best
    return pairs


def lined_up(takes: Sequence[Sequence[Clause]]) -> tuple[Row, ...]:
    """The clauses of all takes in rows, each take aligned with the one before it.

    The rows follow the first take; what only a later one says stands behind what it says before that.
    """
    rows: list[Row] = [(index,) for index in range(len(takes[0]))] if takes else []
    for number, (before, after) in enumerate(pairwise(takes), start=1):
        pairs = align(before, after)
        rows = [(*row, pairs.get(row[-1]) if row[-1] is not None else None) for row in rows]
        for index in range(len(after)):
            if index not in pairs.values():
                behind = next((n for n, row in enumerate(rows) if index and row[-1] == index - 1), -1)
                rows.insert(behind + 1, (*(None,) * number, index))
    return tuple(rows)


def counterpart(rows: Sequence[Row], take: int, clause: int, other: int) -> int | None:
    """The clause of take `other` that answers `clause` of `take`: the same one, or the nearest after it,
    or before it; None where the two have nothing in common."""
    here = next((n for n, row in enumerate(rows) if row[take] == clause), None)
    if here is None:
        return None
    by_nearness = (*rows[here:], *reversed(rows[:here]))
    return next((row[other] for row in by_nearness if row[other] is not None), None)


def difference(first: Attempt, second: Attempt) -> Difference | None:
    """What changed from `first` to `second`; None where one has not been judged."""
    before, after = first.feedback, second.feedback
    if before is None or after is None:
        return None
    pairs = align(before.ribbon, after.ribbon)
    both = [(clause, after.ribbon[pairs[n]]) for n, clause in enumerate(before.ribbon) if n in pairs]
    gone_parts = {one.part for one in before.ribbon if not _said_in(one, after.ribbon)}
    new_parts = {one.part for one in after.ribbon if not _said_in(one, before.ribbon)}
    parts = part_changes(before.ribbon, after.ribbon)
    timed = before.seconds is not None and after.seconds is not None
    return Difference(
        seconds=(after.seconds or 0.0) - (before.seconds or 0.0) if timed else None,
        words=after.counts.words - before.counts.words,
        replaced=tuple(
            (one, two)
            for one, two in both
            if _words_in_common(one, two) < _OTHER_WORDS
            and not _said_in(one, after.ribbon)
            and not _said_in(two, before.ribbon)
        ),
        gone=tuple(one for one in parts if not one.after_s and one.part in gone_parts),
        new=tuple(one for one in parts if not one.before_s and one.part in new_parts),
        read_otherwise=tuple(
            dict.fromkeys((one.part, two.part) for one, two in both if one.part != two.part)
        ),
        parts=parts,
        checks=check_changes(before, after),
        other_guide=before.guide != after.guide,
        other_engine=first.engine != second.engine,
    )


def part_changes(first: Sequence[Clause], second: Sequence[Clause]) -> tuple[PartChange, ...]:
    """Parts whose seconds differ by `SAME_SECONDS_S` or more, the largest difference first.

    Words that are said in both are counted as what they are read as in `second`.
    """
    pairs = align(first, second)
    as_second = [
        replace(one, part=second[pairs[n]].part) if n in pairs else one for n, one in enumerate(first)
    ]
    before, after = _seconds_by_part(as_second), _seconds_by_part(second)
    changes = (
        PartChange(part=part, before_s=before.get(part, 0.0), after_s=after.get(part, 0.0))
        for part in dict.fromkeys((*before, *after))
    )
    changed = [one for one in changes if abs(one.after_s - one.before_s) >= SAME_SECONDS_S]
    return tuple(sorted(changed, key=lambda one: -abs(one.after_s - one.before_s)))


def check_changes(first: Feedback, second: Feedback) -> tuple[CheckChange, ...]:
    """Checks that come out otherwise, of those that either take counts and the user does not dispute.

    Where only one take counts it, it is another thing there, not a better or a worse one; it comes last.
    """
    before = {found.check: found for found in first.findings if not found.disputed}
    changes = [
        CheckChange(
            check=found.check,
            before=before[found.check].outcome,
            after=found.outcome,
            before_counts=before[found.check].counted,
            after_counts=found.counted,
        )
        for found in second.findings
        if found.check in before
        and not found.disputed
        and (found.counted or before[found.check].counted)
        and found.outcome != before[found.check].outcome
    ]
    order: dict[Outcome, int] = {"met": 0, "missed": 1, "unsure": 2, "not-applicable": 3}
    return tuple(sorted(changes, key=lambda one: (not one.after_counts, order[one.after])))


def differing(first: Sequence[str], second: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Indexes of the words that only `first` has, and that only `second` has; case is no difference."""
    one, other = [word.casefold() for word in first], [word.casefold() for word in second]
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    in_first = {block.a + step for block in same for step in range(block.size)}
    in_second = {block.b + step for block in same for step in range(block.size)}
    return frozenset(range(len(one))) - in_first, frozenset(range(len(other))) - in_second


def replaced(first: Sequence[str], second: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each run of words of `first` that `second` has otherwise, with what stands there; "" for nothing."""
    one, other = [word.casefold() for word in first], [word.casefold() for word in second]
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return tuple((" ".join(first[a:b]), " ".join(second[c:d])) for tag, a, b, c, d in steps if tag != "equal")


def _in_order(first: Sequence[Clause], second: Sequence[Clause]) -> dict[int, int]:
    """The heaviest set of pairs that do not cross; of sets as heavy, the one that pairs the earliest."""
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in reversed(range(len(first))):
        for j in reversed(range(len(second))):
            like = _likeness(first[i], second[j])
            paired = like + best[i + 1][j + 1] if like else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: dict[int, int] = {}
    i = j = 0
    while i < len(first) and j < len(second):
        like = _likeness(first[i], second[j])
        if like and best[i][j] == like + best[i + 1][j + 1]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(first: Clause, second: Clause) -> float:
    """1 to 2 by the share of words in common, more for the same words, and a little for the same turn; 0 for
    different parts with other words."""
    shared = _words_in_common(first, second)
    same = shared >= _SAME_WORDS
    if first.part != second.part and not same:
        return 0.0
    turn = _SAME_TURN if first.turn == second.turn else 0.0
    return 1.0 + shared + turn + (_WORDS_FIRST if same else 0.0)


def _words_in_common(first: Clause, second: Clause) -> float:
    """Share of the words of both that both have, 0-1; case is no difference."""
    one, other = set(first.quote.casefold().split()), set(second.quote.casefold().split())
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _said_in(clause: Clause, take: Sequence[Clause]) -> bool:
    """Whether its words are said there too, in whichever clauses: another word may have moved their ends.

    A word counts together with a neighbour: "you" and "the" are said in every take.
    """
    own = clause.quote.casefold().split()
    there = [word for one in take for word in one.quote.casefold().split()]
    runs = SequenceMatcher(None, own, there, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= min(2, len(own))) >= _SAME_WORDS * len(own)


def _seconds_by_part(clauses: Sequence[Clause]) -> dict[Part, float]:
    seconds: dict[Part, float] = {}
    for clause in clauses:
        if clause.start_s is not None and clause.end_s is not None:
            seconds[clause.part] = seconds.get(clause.part, 0.0) + clause.end_s - clause.start_s
    return seconds
