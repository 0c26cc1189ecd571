from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.guides import load_guides
from trainer.records import Context, Feedback, JudgeRequest, SpokenTurn, Word
from trainer.scripts.pace import USUAL_DIGITS_A_SECOND, USUAL_WORDS_A_MINUTE, Pace, pace_of, timed

NUMBER = tuple("oh one one three four nine six oh one oh seven".split())  # noqa: SIM905
TALK = "hi dana this is sam reyes at fieldline i found something in your bills and it takes two minutes"


def take(word_s: float, digit_s: float | None, times: int = 3) -> Feedback:
    """A message in which each word takes `word_s` and each digit `digit_s` (None: no number), judged."""
    words, at_s = [], 0.0
    said = [(word, word_s) for word in TALK.split() * times]
    said += [(word, digit_s) for word in NUMBER] if digit_s is not None else []
    for word, length in said:
        words.append(Word(word=word, start_s=at_s, end_s=at_s + length, confidence=1.0))
        at_s += length
    request = JudgeRequest(
        id=None, kind="voicemail", turns=(SpokenTurn(words=tuple(words)),), context=Context(region="GB")
    )
    return judge(request, load_guides()["sell-the-call"])


def test_words_and_digits_are_measured_apart() -> None:
    pace = pace_of([take(0.5, 0.8)] * 3)
    assert pace.words_a_minute == pytest.approx(120, rel=0.02)
    assert pace.digits_a_second == pytest.approx(1.25, rel=0.02)
    assert pace.own_words
    assert pace.own_digits


def test_without_numbers_only_the_words_are_the_users_own() -> None:
    pace = pace_of([take(0.4, None)] * 3)
    assert pace.words_a_minute == pytest.approx(150, rel=0.02)
    assert pace.own_words
    assert not pace.own_digits
    assert pace.digits_a_second == USUAL_DIGITS_A_SECOND


@pytest.mark.parametrize(
    "judged",
    [
        [],
        [take(0.5, 0.8)] * 2,
        [take(0.5, None, times=1)] * 3,
        [take(1.5, None)] * 3,
        [take(0.05, None, 30)] * 3,
    ],
    ids=["none", "two-takes", "under-60-s", "too-slow-to-be-speech", "too-fast"],
)
def test_what_is_too_little_or_no_speech_gives_the_usual_pace(judged: list[Feedback]) -> None:
    pace = pace_of(judged)
    assert not pace.own_words
    assert pace.words_a_minute == USUAL_WORDS_A_MINUTE


def test_a_take_without_times_is_passed_over() -> None:
    words = tuple(Word(word=word) for word in TALK.split())
    request = JudgeRequest(id=None, kind="voicemail", turns=(SpokenTurn(words=words),))
    untimed = judge(request, load_guides()["sell-the-call"])
    assert pace_of([untimed] * 5) == Pace()


PACE = Pace(words_a_minute=120, digits_a_second=2)


def test_words_follow_each_other_at_the_pace() -> None:
    words = timed(["Call", "me", "back"], PACE)
    assert [(word.word, word.start_s, word.end_s) for word in words] == [
        ("Call", 0.0, 0.5), ("me", 0.5, 1.0), ("back", 1.0, 1.5)
    ]  # fmt: skip


@pytest.mark.parametrize("number", ["0113 496 0107", "01134960107.", "0113, 496, 0107", " ".join(NUMBER)])
def test_a_number_takes_the_same_time_however_it_is_written(number: str) -> None:
    words = timed(["Call", *number.split(), "thanks"], PACE)
    assert words[1].start_s == 0.5
    assert words[-1].start_s == pytest.approx(0.5 + 11 / 2, abs=0.01)


def test_groups_of_a_number_share_its_time_by_their_digits() -> None:
    words = timed(["0113", "496", "0107"], PACE)
    assert [word.end_s for word in words] == [2.0, 3.5, 5.5]


def test_no_words_take_no_time() -> None:
    assert timed([], PACE) == ()
