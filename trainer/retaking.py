"""What a retake would have done to its reply: joins practice, analysis and the judge."""

from __future__ import annotations

from dataclasses import replace

from trainer.analysis import revisions
from trainer.judging import judgement_of, request_of
from trainer.practice.retake import (
    EVENT,
    Place,
    Retaken,
    part_of,
    place_in,
    place_of,
    spliced_take,
    spliced_words,
)
from trainer.records import Attempt, Guide, Outcome, Take, Transcript, Turn, Word


def words_in_force(attempt: Attempt) -> dict[int, tuple[Word, ...]]:
    """The words of every turn that has a recording, after the user's corrections.

    Raises:
        BadInput: a stored correction names words that do not exist.
    """
    corrected, _ = revisions.apply(request_of(attempt))
    paired = zip(attempt.turns, corrected.turns, strict=True)
    return {turn.index: spoken.words for turn, spoken in paired if turn.take}


def retake_place(attempt: Attempt) -> Place | None:
    """What to say again for the attempt's one fix; None where there is none, or nothing to say again."""
    if attempt.feedback is None:
        return None
    return place_of(attempt.feedback, attempt.scenario.kind, words_in_force(attempt))


def last_retake(attempt: Attempt, guides: dict[str, Guide]) -> Retaken | None:
    """The newest retake that was heard and still fits the words of its reply; None without one."""
    words = words_in_force(attempt)
    for event in reversed([one for one in attempt.events if one.name == EVENT]):
        found = place_in(event, words)
        turn = _turn(attempt, found[1].turn) if found else None
        if found is None or turn is None:
            continue
        take = next((one for one in turn.takes if one.id == found[0]), None)
        heard = turn.transcripts.get(found[0], ())
        if take and heard and part_of(take):
            return retaken(attempt, found[1], take, heard[-1], guides)
    return None


def retaken(
    attempt: Attempt, place: Place, take: Take, transcript: Transcript, guides: dict[str, Guide]
) -> Retaken:
    """The retake beside what it stands for, judged as if it had been said in the reply.

    Raises:
        ValueError: nothing is heard in `take`, or the turn has no reply.
    """
    turn, part = _turn(attempt, place.turn), part_of(take)
    if part is None or turn is None or turn.take is None:
        raise ValueError("no retake of a reply")
    words = words_in_force(attempt)
    new = {**words, place.turn: spliced_words(words[place.turn], place, transcript.words, part)}
    takes = {place.turn: spliced_take(turn.take, place, take, part)}
    feedback, _ = judgement_of(_as_if(attempt, new, takes), guides)
    before, _ = judgement_of(attempt, guides)
    outcome: Outcome = next((one.outcome for one in feedback.findings if one.check == place.check), "unsure")
    said = words[place.turn][place.first_word : place.last_word + 1]
    return Retaken(
        place=place,
        original=turn.take,
        take=take,
        part=part,
        said_before=" ".join(word.word for word in said),
        said=transcript.text,
        outcome=outcome,
        reply_before_s=before.seconds or 0.0,
        reply_s=feedback.seconds or 0.0,
    )


def _turn(attempt: Attempt, index: int) -> Turn | None:
    return next((turn for turn in attempt.turns if turn.index == index), None)


def _as_if(attempt: Attempt, words: dict[int, tuple[Word, ...]], takes: dict[int, Take]) -> Attempt:
    """The attempt with these words, which hold all corrections already, and these recordings."""
    turns = []
    for turn in attempt.turns:
        if turn.take is None:
            turns.append(turn)
            continue
        heard = Transcript(engine=attempt.engine or "", words=words[turn.index])
        take = takes.get(turn.index, turn.take)
        turns.append(replace(turn, takes=(take,), transcripts={take.id: (heard,)}))
    return replace(attempt, turns=tuple(turns), revisions=())
