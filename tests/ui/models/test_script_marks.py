from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import SELLER, scenario
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.scripts.checking import check
from trainer.scripts.pace import Pace
from ui.models.script_marks import ScriptMarks, bar_of, script_marks
from ui.models.utf16 import to_letters, to_units

TEXT = "Hi Dana, this is Sam Reyes at Fieldline.\nCall me. Or drop me an email, or write to me."


def marked(text: str = TEXT) -> ScriptMarks:
    context = context_of(scenario("voicemail"), SELLER)
    return script_marks(text, check(text, "voicemail", context, load_guides(), None, Pace()))


def test_clauses_cover_the_words_in_order() -> None:
    found = marked().clauses
    assert " ".join(TEXT[first:end] for (first, end), _ in found).split() == TEXT.split()
    assert TEXT[slice(*found[0][0])] == "Hi Dana,"
    assert all(end <= after for ((_, end), _), ((after, _), _) in pairwise(found))


def test_what_the_fix_is_about_is_among_what_is_missed() -> None:
    found = marked()
    assert "drop me an email" in " ".join(TEXT[first:end] for first, end in found.fix)
    inside = {letter for first, end in found.missed for letter in range(first, end)}
    assert {letter for first, end in found.fix for letter in range(first, end)} <= inside


def test_a_line_has_the_parts_of_its_words_with_their_shares() -> None:
    found = marked()
    first_line = bar_of(found, 0, TEXT.index("\n"))
    assert [part for part, _ in first_line] == ["greeting", "who"]
    assert sum(share for _, share in first_line) == 1
    assert first_line[1][1] > first_line[0][1]
    assert bar_of(found, len(TEXT), len(TEXT) + 5) == ()
    assert bar_of(ScriptMarks(), 0, 10) == ()


@given(st.text("ab\U0001f44b\U0001f600é\n", max_size=30), st.integers(0, 30))
def test_places_survive_the_way_to_qt_and_back(text: str, letters: int) -> None:
    place = min(letters, len(text))
    assert to_units(text, place) == len(text[:place].encode("utf-16-le")) // 2
    assert to_letters(text, to_units(text, place)) == place
