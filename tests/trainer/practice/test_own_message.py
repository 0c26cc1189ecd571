"""Which part of a message the caller plays back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import SELLER, scenario
from tests.trainer.history.examples import feedback
from trainer.practice.own_message import own_message
from trainer.records import (
    SAMPLE_RATE,
    Attempt,
    Clause,
    Context,
    Part,
    Span,
    Take,
    Transcript,
    Turn,
    Word,
)

Piece = tuple[Part, float, float, str]
MESSAGE: tuple[Piece, ...] = (
    ("greeting", 0.4, 1.0, "hello dana"),
    ("who", 1.2, 3.0, "this is sam reyes"),
    ("reason", 3.2, 5.5, "priya asked me to ring you"),
    ("reason", 5.6, 7.0, "about your surcharges"),
    ("ask", 7.2, 9.0, "please call me back"),
    ("reason", 9.2, 10.0, "about priya"),
)


def attempt(pieces: Sequence[Piece], seconds: float = 12.0, *, judged: bool = True) -> Attempt:
    """An attempt in which `pieces` were said, each word as long as the others of its piece."""
    take = Take(
        id="take", turn=0, purpose="answer", path="takes/a/take.wav", frames=round(seconds * SAMPLE_RATE),
        speech=(Span(start_s=pieces[0][1], end_s=pieces[-1][2]),) if pieces else (),
    )  # fmt: skip
    words: list[Word] = []
    clauses: list[Clause] = []
    for part, start_s, end_s, text in pieces:
        first, said = len(words), text.split()
        step = (end_s - start_s) / len(said)
        words += [
            Word(word=word, start_s=start_s + step * n, end_s=start_s + step * (n + 1))
            for n, word in enumerate(said)
        ]
        last = len(words) - 1
        place = {"first_word": first, "last_word": last, "start_s": start_s, "end_s": end_s}
        clauses.append(Clause(turn=0, part=part, quote=text, **place))  # type: ignore[arg-type]
    turn = Turn(
        index=0, prompt_id="greeting", caller_line=None, takes=(take,),
        transcripts={"take": (Transcript(engine="embedded", words=tuple(words)),)},
    )  # fmt: skip
    return Attempt(
        id="a", sequence=1, started_utc="2026-11-20T10:00:00Z", utc_offset_min=0, state="judged",
        scenario=scenario("voicemail"), seller=SELLER, context=Context(), guide="sell-the-call",
        turns=(turn,), feedback=replace(feedback(), ribbon=tuple(clauses)) if judged else None,
    )  # fmt: skip


def test_the_first_reason_is_played_whole() -> None:
    message = own_message(attempt(MESSAGE))
    assert message
    assert (message.start_s, message.end_s) == pytest.approx((3.05, 7.15))
    assert message.snippet == "priya asked me to ring you about your surcharges"
    assert message.said == " ".join(piece[3] for piece in MESSAGE)


def test_without_a_reason_it_is_the_four_seconds_after_the_greeting() -> None:
    message = own_message(attempt([piece for piece in MESSAGE if piece[0] != "reason"]))
    assert message
    assert (message.start_s, message.end_s) == pytest.approx((1.05, 5.35))


def test_without_a_judgement_it_is_the_first_four_seconds_of_speech() -> None:
    message = own_message(attempt(MESSAGE, judged=False))
    assert message
    assert (message.start_s, message.end_s) == pytest.approx((0.25, 4.55))
    assert message.said.startswith("hello dana this is")


def test_a_message_without_words_is_none() -> None:
    assert own_message(attempt([])) is None


@given(
    st.lists(
        st.tuples(st.sampled_from(get_args(Part)), st.floats(0.1, 9.0), st.floats(0.0, 2.0)),
        min_size=1,
        max_size=8,
    ),
    st.floats(0.5, 40.0),
)
def test_what_is_played_lies_within_the_take_and_is_never_long(
    drawn: list[tuple[Part, float, float]], seconds: float
) -> None:
    at_s, pieces = 0.0, []
    for part, length_s, pause_s in drawn:
        pieces.append((part, at_s, at_s + length_s, "some words here"))
        at_s += length_s + pause_s
    message = own_message(attempt(pieces, seconds))
    assert message
    assert 0.0 <= message.start_s <= message.end_s
    assert message.end_s - message.start_s <= 8.0 + 1e-9
    assert message.end_s <= max(message.take.seconds, message.start_s)
