from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui import sample_feedback as sample
from trainer.practice.retake import (
    MARGIN_S,
    Place,
    event_of,
    part_of,
    place_in,
    place_of,
    spliced_take,
    spliced_words,
)
from trainer.records import CallEvent, Fix, Span, Take, Word

WORDS = sample.words_of(sample.SAID)
SPOKEN = Take(id="t", turn=0, purpose="answer", path="takes/t.wav", frames=16_000 * 27)


def feedback(check: str = "one-ask"):
    made = sample.voicemail().feedback
    return replace(made, fix=Fix(check=check, advice="."))


def place(first: int = 41, last: int = 51, **more: object) -> Place:
    return Place(
        check="one-ask", turn=0, first_word=first, last_word=last,
        start_s=WORDS[first].start_s, end_s=WORDS[last].end_s, **more,
    )  # fmt: skip


def test_what_is_said_again_is_the_whole_clause_around_the_quoted_words():
    found = place_of(feedback("no-email"), "voicemail", {0: WORDS})
    assert (found.first_word, found.last_word) == (41, 51)
    assert " ".join(word.word for word in WORDS[41:52]).startswith("or shoot me an email")
    assert (found.start_s, found.end_s) == (WORDS[41].start_s, WORDS[51].end_s)
    assert not found.whole


@pytest.mark.parametrize("check", ["length", "names-referrer"])
def test_length_and_what_is_missing_take_the_whole_reply(check):
    found = place_of(feedback(check), "voicemail", {0: WORDS})
    assert (found.first_word, found.last_word, found.whole) == (0, len(WORDS) - 1, True)


def test_what_is_missing_in_a_call_of_several_replies_has_no_place():
    assert place_of(feedback("names-referrer"), "callback", {0: WORDS, 1: WORDS}) is None


def test_without_a_fix_words_or_times_there_is_no_place():
    assert place_of(replace(feedback(), fix=None), "voicemail", {0: WORDS}) is None
    assert place_of(feedback(), "voicemail", {0: ()}) is None
    typed = tuple(Word(word=word.word) for word in WORDS)
    assert place_of(feedback(), "voicemail", {0: typed}) is None


@given(st.floats(0.2, 20.0), st.floats(0.0, 3.0), st.integers(1, 8))
def test_words_stay_in_order_and_later_ones_move_by_the_difference(seconds, leads_s, count):
    part = Span(start_s=leads_s, end_s=leads_s + seconds)
    step = seconds / count
    new = [
        Word(word=f"n{n}", start_s=leads_s + step * n, end_s=leads_s + step * (n + 1)) for n in range(count)
    ]
    words = spliced_words(WORDS, place(), new, part)
    said = [word.word for word in WORDS]
    assert [word.word for word in words] == [
        *said[:41], *(word.word for word in new), *said[52:],
    ]  # fmt: skip
    assert words[:41] == WORDS[:41]
    starts = [word.start_s for word in words]
    assert starts == sorted(starts)
    moved = words[-1].end_s - WORDS[-1].end_s
    assert moved == pytest.approx(seconds - (place().end_s - place().start_s))


def test_the_voiced_stretches_of_the_old_part_give_way_to_the_new_ones():
    spoken = replace(SPOKEN, speech=(Span(start_s=0.1, end_s=26.4),))
    new = replace(SPOKEN, id="r", purpose="retake", frames=16_000 * 3, speech=(Span(start_s=1.0, end_s=2.0),))
    part = part_of(new)
    assert part == Span(start_s=1.0 - MARGIN_S, end_s=2.0 + MARGIN_S)
    made = spliced_take(spoken, place(), new, part)
    assert [round(span.end_s - span.start_s, 2) for span in made.speech] == [
        round(place().start_s - 0.1, 2), 1.0, round(26.4 - place().end_s, 2),
    ]  # fmt: skip
    assert made.seconds == pytest.approx(27 + 1.12 - (place().end_s - place().start_s), abs=0.001)


def test_silence_has_no_part():
    assert part_of(SPOKEN) is None


def test_a_stored_retake_is_found_again_and_forgotten_where_the_words_are_gone():
    event = event_of("TAKE", place())
    assert place_in(event, {0: WORDS}) == ("TAKE", place())
    assert place_in(event, {0: WORDS[:45]}) is None
    assert place_in(event, {1: WORDS}) is None
    assert place_in(CallEvent(at_s=0.0, name="retake", detail="of another time"), {0: WORDS}) is None
