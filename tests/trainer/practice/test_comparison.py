"""Takes side by side: clauses that answer each other, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tests.ui import sample_feedback as sample
from trainer.practice.comparison import (
    CheckChange,
    Difference,
    align,
    check_changes,
    counterpart,
    difference,
    differing,
    lined_up,
    part_changes,
    replaced,
)
from trainer.records import Clause, Counts, Feedback, Finding, Headline, Part

PARTS: tuple[Part, ...] = ("greeting", "who", "reason", "ask", "number", "selling", "close")
FIRST = (
    ("greeting", "hi dana", 1.0), ("who", "this is sam reyes at fieldline", 2.9),
    ("reason", "priya nair said you would want to hear what she found", 4.5),
    ("selling", "we audit every carrier invoice", 11.0), ("ask", "give me a call", 2.6),
    ("number", "oh one one three four nine six", 2.8), ("close", "thanks", 1.0),
)  # fmt: skip
LATEST = (
    ("greeting", "hello dana", 0.8), ("who", "sam reyes at fieldline", 2.1),
    ("reason", "priya nair said you would want to hear what she found", 3.7), ("ask", "call me back", 2.6),
    ("number", "oh one one three four nine six", 4.2), ("who", "sam reyes", 1.7),
    ("number", "again that is oh one one three", 3.5), ("close", "thanks", 0.9),
)  # fmt: skip


def clauses(said: Sequence[tuple[Part, str, float]], turn: int = 0) -> tuple[Clause, ...]:
    ends = list(accumulate(seconds for *_, seconds in said))
    return tuple(
        Clause(turn=turn, part=part, quote=quote, first_word=0, last_word=0, start_s=end - seconds, end_s=end)
        for (part, quote, seconds), end in zip(said, ends, strict=True)
    )


def judged(*found: Finding) -> Feedback:
    return Feedback(
        id=None, guide="sell-the-call", headline=Headline(met=0, of=0, unsure=0), findings=found, ribbon=(),
        ribbon_sentence="", fix=None, counts=Counts(words=0, fillers=0, restarts=0), seconds=None,
    )  # fmt: skip


def finding(check: str, outcome: str, **more: object) -> Finding:
    return Finding(check=check, outcome=outcome, **{"confidence": 1.0, "counted": True, **more})  # type: ignore[arg-type]


def test_each_part_finds_itself_and_what_was_dropped_finds_nothing():
    pairs = align(clauses(FIRST), clauses(LATEST))
    assert pairs == {0: 0, 1: 1, 2: 2, 4: 3, 5: 4, 6: 7}


def test_of_two_clauses_as_likely_the_first_is_the_same():
    twice = clauses(
        (("number", "oh one one three", 2.0), ("who", "sam reyes", 1.0), ("number", "oh one one three", 2.0))
    )
    once = clauses((("number", "call me on 0113", 2.0),))
    assert align(twice, once) == {0: 0}
    assert align(once, twice) == {0: 0}


def test_of_two_clauses_of_one_part_the_likelier_one_is_the_same():
    said = clauses((("number", "my number is oh one one three", 2.0),))
    other = clauses((("number", "extension nine", 2.0), ("number", "my number is oh one one", 2.0)))
    assert align(said, other) == {0: 1}


def test_a_message_that_was_turned_around_is_paired_all_the_same():
    first = clauses((("ask", "call me", 1.0), ("reason", "priya sent me", 2.0), ("who", "i am sam", 1.0)))
    second = clauses((("who", "i am sam", 1.0), ("reason", "priya sent me", 2.0), ("ask", "call me", 1.0)))
    assert align(first, second) == {0: 2, 1: 1, 2: 0}


def test_the_same_words_in_the_same_turn_come_first():
    said = clauses((("reason", "the invoices", 1.0),), turn=1)
    other = clauses((("reason", "the invoices", 1.0),)) + clauses((("reason", "the invoices", 1.0),), turn=1)
    assert align(said, other) == {0: 1}


TIP, TELL = "there is a tip that the driver must write down", "and i'll tell you what it is"
BOOK, FIND = "i would love to book half an hour on tuesday", "you can also find all of it on our web site"


def test_the_same_words_are_paired_whatever_they_are_read_as():
    first = clauses((("reason", TIP, 6.0), ("ask", "call me", 1.0), ("reason", TELL, 2.0)))
    second = clauses((("for-you", TIP, 6.0), ("ask", "call me", 1.0), ("for-you", TELL, 2.0)))
    assert lined_up([first, second]) == ((0, 0), (1, 1), (2, 2))
    other = clauses((("reason", "quite another thing", 2.0), ("for-you", TIP, 6.0)))
    assert align(first[:1], other) == {0: 1}
    assert part_changes(first, second) == ()


def changed(
    first: Sequence[tuple[Part, str, float]], second: Sequence[tuple[Part, str, float]]
) -> Difference:
    takes = [
        replace(sample.voicemail(), feedback=replace(judged(), ribbon=clauses(said)))
        for said in (first, second)
    ]
    found = difference(*takes)
    assert found is not None
    return found


def test_only_other_words_are_gone_new_or_replaced():
    found = changed(
        (("reason", TIP, 6.0), ("second-ask", BOOK, 4.0), ("close", "thanks dana talk soon", 1.0)),
        (("for-you", TIP, 6.0), ("second-ask", FIND, 4.0), ("close", "thanks dana", 0.6)),
    )
    assert [(one.quote, two.quote) for one, two in found.replaced] == [(BOOK, FIND)]
    assert found.read_otherwise == (("reason", "for-you"),)
    assert (found.gone, found.new) == ((), ())
    assert [one.part for one in changed((("ask", "call me", 1.0),), (("selling", FIND, 4.0),)).gone] == [
        "ask"
    ]


def test_words_that_fell_into_another_clause_are_not_gone():
    found = changed(
        (("ask", "call me", 1.0), ("number", "my number is oh one one three", 3.0)),
        (("second-ask", f"{FIND} my number is oh one one three", 7.0), ("ask", "call me", 1.0)),
    )
    assert found.gone == ()
    assert [one.part for one in found.new] == ["second-ask"]


def test_three_takes_stand_in_rows():
    middle = clauses((("who", "sam here", 1.0), ("ask", "call me", 1.0)))
    rows = lined_up([clauses(FIRST), middle, clauses(LATEST)])
    assert (1, 0, 1) in rows
    assert (3, None, None) in rows
    assert (4, 1, 3) in rows
    assert (None, None, 6) in rows
    assert rows.index((None, None, 6)) == rows.index((None, None, 5)) + 1


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=7), max_size=3))
def test_every_clause_stands_in_one_row(takes: list[list[Part]]):
    said = [clauses([(part, f"word {part}", 1.0) for part in take]) for take in takes]
    rows = lined_up(said)
    for number, take in enumerate(said):
        shown = [row[number] for row in rows if row[number] is not None]
        assert sorted(shown) == list(range(len(take)))


def test_the_place_in_the_other_take_is_the_same_clause_or_the_next_that_both_have():
    rows = lined_up([clauses(FIRST), clauses(LATEST)])
    assert counterpart(rows, 0, 4, 1) == 3
    assert counterpart(rows, 0, 3, 1) == 3, "selling is gone, the ask comes next"
    assert counterpart(rows, 1, 6, 0) == 6, "the second number is new, the close comes next"
    assert counterpart(lined_up([clauses(FIRST), ()]), 0, 3, 1) is None


def test_what_is_last_and_new_goes_back_to_what_both_have():
    rows = lined_up([clauses(FIRST[:2]), clauses((*FIRST[:2], ("close", "bye", 1.0)))])
    assert counterpart(rows, 1, 2, 0) == 1


def test_seconds_are_compared_by_part_and_small_differences_are_none():
    found = part_changes(clauses(FIRST), clauses(LATEST))
    assert [one.part for one in found] == ["selling", "number", "who", "reason"]
    assert (found[0].before_s, found[0].after_s) == (11.0, 0.0)
    assert round(found[1].after_s, 1) == 7.7


def test_checks_that_changed_are_told_the_good_news_first():
    before = judged(
        finding("length", "met"), finding("one-ask", "missed"), finding("company", "met"),
        finding("number-right", "met"), finding("pace", "met", counted=False),
    )  # fmt: skip
    after = judged(
        finding("number-right", "unsure"), finding("length", "missed"), finding("one-ask", "met"),
        finding("company", "met"), finding("pace", "missed", counted=False),
    )  # fmt: skip
    assert check_changes(before, after) == (
        CheckChange(check="one-ask", before="missed", after="met"),
        CheckChange(check="length", before="met", after="missed"),
        CheckChange(check="number-right", before="met", after="unsure"),
    )


def test_what_the_user_disputes_is_no_change():
    disputed = finding("one-ask", "missed", disputed=True)
    assert check_changes(judged(disputed), judged(finding("one-ask", "met"))) == ()


def test_words_that_only_one_of_two_sentences_has():
    first, second = ["I", "am", "at", "field", "line"], ["i", "am", "at", "fieldline", "today"]
    assert differing(first, second) == (frozenset({3, 4}), frozenset({3, 4}))
    assert differing([], ["hello"]) == (frozenset(), frozenset({0}))


def test_what_one_engine_heard_for_what_another_did():
    first, second = (
        ["this", "is", "sam", "at", "field", "line", "um"],
        ["this", "is", "Sam", "at", "fieldline"],
    )
    assert replaced(first, second) == (("field line um", "fieldline"),)
    assert replaced([], ["hello"]) == (("", "hello"),)
