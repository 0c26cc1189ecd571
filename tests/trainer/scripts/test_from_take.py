from __future__ import annotations

from dataclasses import replace

from tests.test_documentation import spoken_attempt
from tests.trainer.examples import SELLER
from trainer.guides import load_guides
from trainer.judging import context_of, judgement_of
from trainer.records import Attempt, Correct, Transcript, Word
from trainer.scripts.from_take import text_of

SAID = (
    "hi dana um this is sam reyes at fieldline i think two bills were charged twice"
    " call me on oh one one three four nine six oh one oh seven thanks dana"
)


def heard(said: str, *revisions: Correct) -> Attempt:
    start = spoken_attempt()
    words = tuple(
        Word(word=word, start_s=0.4 * n, end_s=0.4 * n + 0.3, confidence=0.9)
        for n, word in enumerate(said.split())
    )
    turn = replace(start.turns[0], transcripts={"t": (Transcript(engine="embedded", words=words),)})
    context = context_of(start.scenario, SELLER)
    attempt = replace(start, turns=(turn,), context=context, revisions=revisions)
    return replace(attempt, feedback=judgement_of(attempt, load_guides())[0])


def test_a_take_becomes_lines_as_people_write_them() -> None:
    text = text_of(heard(SAID))
    assert "Hi Dana" in text
    assert "Sam Reyes at Fieldline" in text
    assert "0113 496 0107" in text
    assert " um " not in text
    assert " I think" in text or "\nI think" in text
    assert len(text.splitlines()) >= 3
    assert all(line[0].isupper() or line[0].isdigit() for line in text.splitlines())


def test_corrections_are_in_it() -> None:
    first = SAID.split().index("charged")
    corrected = heard(SAID, Correct(turn=0, first_word=first, last_word=first, words=("billed",)))
    assert "billed twice" in text_of(corrected)


def test_another_number_stays_as_it_was_said() -> None:
    other = SAID.replace("oh seven", "oh nine")
    assert "oh one oh nine" in text_of(heard(other))


def test_what_was_not_judged_has_no_words() -> None:
    assert text_of(replace(heard(SAID), feedback=None)) == ""
