from __future__ import annotations

from dataclasses import replace

from tests.ui import sample_feedback as sample
from trainer.records import Correct, Undo, Word
from ui.models.marks import joined, marks
from ui.models.spoken import Spoken, lines, next_line, next_word, spoken, word_at


def timed(text: str, *starts: float) -> tuple[Word, ...]:
    return tuple(
        Word(word=word, start_s=start, end_s=start + 0.3)
        for word, start in zip(text.split(), starts, strict=True)
    )


def test_each_clause_is_a_line_with_its_part():
    (turn,) = spoken(sample.voicemail())
    found = lines(turn)
    assert [line.part for line in found] == [part for part, *_ in sample.SAID]
    assert found[1].first_word == 2
    assert found[-1].last_word == len(turn.words) - 1


def test_without_clauses_a_pause_of_half_a_second_starts_a_line():
    turn = Spoken(turn=0, title="", take=None, words=timed("hi dana call me", 0.0, 0.4, 1.25, 1.6))
    assert [(line.first_word, line.last_word) for line in lines(turn)] == [(0, 1), (2, 3)]
    assert lines(Spoken(turn=0, title="", take=None, words=())) == ()


def test_corrections_are_in_force_until_they_are_undone():
    fixed = Correct(turn=0, first_word=5, last_word=5, words=("Ray", "Reyes"))
    attempt = sample.voicemail()
    (turn,) = spoken(replace(attempt, feedback=None, revisions=(fixed,)))
    assert [word.word for word in turn.words[4:7]] == ["sam", "Ray", "Reyes"]
    (again,) = spoken(replace(attempt, feedback=None, revisions=(fixed, Undo())))
    assert again.words == attempt.turns[0].transcript.words


def test_turns_of_a_call_back_have_names_and_what_they_answer():
    pick_up, reply = spoken(sample.call_back())
    assert (pick_up.title, reply.title) == ("Pick-up", "Reply 1")
    assert reply.caller_line.startswith("Hi, it's Dana")
    assert reply.first_word_latency_s == 0.9


def test_steps_go_word_by_word_and_line_by_line_and_stop_at_the_ends():
    turns = spoken(sample.voicemail())
    assert next_word(turns, None, 1) == (0, 0)
    assert next_word(turns, (0, 0), -1) == (0, 0)
    assert next_word(turns, (0, 7), 1) == (0, 8)
    assert next_line(turns, (0, 0), 1) == (0, 2)
    assert next_line(turns, (0, 5), -1) == (0, 2)
    assert next_line(turns, (0, 2), -1) == (0, 0)
    assert next_line(turns, (0, 70), 1) == (0, 65)


def test_steps_cross_from_turn_to_turn():
    turns = spoken(sample.call_back())
    assert next_word(turns, (0, 2), 1) == (1, 0)
    assert next_line(turns, (1, 0), -1) == (0, 0)


def test_the_word_being_heard():
    turn = Spoken(turn=0, title="", take=None, words=timed("hi dana", 0.1, 1.0))
    assert [word_at(turn, second) for second in (0.0, 0.2, 0.5, 1.1)] == [None, 0, None, 1]


def test_marks_come_from_counted_misses_that_nobody_disputes():
    feedback, turns = sample.voicemail().feedback, spoken(sample.voicemail())
    found = marks(feedback, turns, delivery_marks=True)
    assert (0, 41) in found.fix
    assert (0, 23) in found.missed
    assert (0, 23) not in found.fix
    assert found.fillers == {(0, 28)}
    assert marks(feedback, turns, delivery_marks=False).fillers == frozenset()
    disputed = replace(
        feedback, findings=tuple(replace(one, disputed=one.check == "one-ask") for one in feedback.findings)
    )
    assert marks(disputed, turns, delivery_marks=True).fix == frozenset()


def test_evidence_that_lies_close_together_is_shown_as_one():
    turns = spoken(sample.voicemail())
    words = turns[0].words
    spans = [sample.evidence(words, first, last) for first, last in ((44, 44), (41, 42), (47, 51), (4, 5))]
    one, two = joined(spans, turns)
    assert (one.first_word, one.last_word) == (4, 5)
    assert (two.first_word, two.last_word, two.end_s) == (41, 51, words[51].end_s)
    assert two.quote == "or shoot me an email at sam at fieldline dot com"


def test_evidence_inside_other_evidence_adds_nothing():
    turns = spoken(sample.voicemail())
    words = turns[0].words
    assert joined([sample.evidence(words, 41, 51), sample.evidence(words, 44, 44)], turns) == (
        sample.evidence(words, 41, 51),
    )


def test_replies_to_people_who_answer_are_counted_from_the_first():
    attempt = sample.call_back()
    asked = replace(attempt, scenario=replace(attempt.scenario, kind="get-through"))
    _, reply = spoken(replace(asked, turns=(attempt.turns[1], attempt.turns[1])))
    assert reply.title == "Reply 2"
