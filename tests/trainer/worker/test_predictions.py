"""From the hang-up to the judgement: when a guess may be asked for, and where it is kept."""

from __future__ import annotations

from pathlib import Path

from tests.trainer.test_session import VOICEMAIL, babble, from_files, rig
from trainer import events
from trainer.records import Prediction
from trainer.rigs.scripted import Step


def announced(seen: list[events.CoreEvent], *kinds: type[events.CoreEvent]) -> list[type[events.CoreEvent]]:
    return [type(event) for event in seen if isinstance(event, kinds)]


def test_a_call_that_will_be_judged_says_so_between_its_end_and_its_judgement(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        made.until(events.AttemptJudged)
    order = (events.CallEnded, events.BeingHeard, events.AttemptJudged)
    assert announced(made.seen, *order) == list(order)


def test_a_call_of_silence_is_not_going_to_be_judged(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        from_files(made, VOICEMAIL, Step("wait", seconds=1.0))
        made.until(events.Trouble)
    assert announced(made.seen, events.CallEnded, events.BeingHeard) == [events.CallEnded]


def test_a_guess_and_the_judgement_are_both_kept(tmp_path: Path) -> None:
    guess = Prediction(seconds=3.0, ready="yes")
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        made.worker.review.predict(attempt.id, guess).result(timeout=20)
        (kept,) = made.attempts()
    assert kept.prediction == guess
    assert kept.feedback == attempt.feedback
