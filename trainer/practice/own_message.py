"""What a call back answers: the message that the user left, and the part of it that the caller plays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer.records import Attempt, Clause, OwnMessage, Take, Transcript

FROM_GREETING_S = 4.0
"""Length of what is played of a message without a recognisable reason: long enough for who and what."""
LONGEST_S = 8.0
"""Nobody holds a telephone to another one for longer."""
MARGIN_S = 0.15
"""Engines place a word up to 0.2 s beside its sound; so much is played around the words."""
SHORTEST_S = 1.0
"""A shorter reason is no reminder: what follows it is played as well."""


def own_message(attempt: Attempt) -> OwnMessage | None:
    """The message left in `attempt`, as a call back may quote it; None when no words of it were heard.

    Played is its reason for calling, as the ribbon labels it, or else the 4 s after its greeting.
    """
    turn = attempt.turns[0] if attempt.turns else None
    if turn is None or turn.take is None or turn.transcript is None or not turn.transcript.words:
        return None
    clauses = [one for one in attempt.feedback.ribbon if one.turn == 0] if attempt.feedback else []
    start_s, end_s = _snippet(clauses, turn.take)
    return OwnMessage(
        attempt=attempt.id,
        take=turn.take,
        said=" ".join(one.quote for one in clauses) or turn.transcript.text,
        snippet=_words_between(turn.transcript, start_s, end_s),
        start_s=start_s,
        end_s=end_s,
        left_utc=attempt.started_utc,
        utc_offset_min=attempt.utc_offset_min,
    )


def _snippet(clauses: Sequence[Clause], take: Take) -> tuple[float, float]:
    """Start and end in seconds, within the take."""
    timed = [one for one in clauses if one.start_s is not None and one.end_s is not None]
    spoken = _reason(timed) or _after_greeting(timed, take)
    start_s = max(0.0, spoken[0] - MARGIN_S)
    end_s = min(max(spoken[1], spoken[0] + SHORTEST_S) + MARGIN_S, start_s + LONGEST_S, take.seconds)
    return start_s, max(start_s, end_s)


def _reason(clauses: Iterable[Clause]) -> tuple[float, float] | None:
    """The first stretch of clauses that say why the user rang."""
    found: tuple[float, float] | None = None
    for one in clauses:
        if one.part == "reason":
            found = (found[0] if found else one.start_s or 0.0, one.end_s or 0.0)
        elif found:
            break
    return found


def _after_greeting(clauses: Sequence[Clause], take: Take) -> tuple[float, float]:
    start_s = take.speech[0].start_s if take.speech else 0.0
    if len(clauses) > 1 and clauses[0].part == "greeting":
        start_s = clauses[1].start_s or 0.0
    return start_s, start_s + FROM_GREETING_S


def _words_between(heard: Transcript, start_s: float, end_s: float) -> str:
    """The words whose middle lies in the stretch; words without times are left out."""
    inside = (
        word.word
        for word in heard.words
        if word.start_s is not None
        and word.end_s is not None
        and start_s <= (word.start_s + word.end_s) / 2 <= end_s
    )
    return " ".join(inside)
