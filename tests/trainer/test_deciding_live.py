"""The deciding drills on fake devices: what is recorded, what is kept, what is judged."""

from __future__ import annotations

from pathlib import Path

from tests.fakes import silence
from tests.trainer.test_session import Rig, babble, rig
from trainer import events
from trainer.decided import with_events
from trainer.records import CallEvent, Context
from trainer.rigs.scripted import Step

LEAVE = "leave-or-not-cold-vineyard"
LINE = "draw-the-line-brewery"


def decide(made: Rig, *choices: str) -> None:
    for choice in choices:
        made.until(events.Deciding)
        made.worker.calls.decide(choice)


def test_a_run_of_tries_opens_no_microphone(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.start(LINE)
        decide(made, "call", "wait=86400", "leave", "move-on")
        attempt = made.until(events.AttemptJudged).attempt
        assert made.microphone.opened == 0
    assert attempt.feedback
    assert [one.outcome for one in attempt.feedback.findings if one.check == "moved-on"] == ["met"]


def test_a_run_that_is_left_is_kept_and_not_judged(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.start(LINE)
        decide(made, "call")
        made.worker.calls.leave()
        ended = made.until(events.CallEnded)
        assert not ended.kept
        attempt = made.worker.review.attempt(ended.attempt_id).result(timeout=20)
    assert attempt.state == "abandoned"
    assert [one.detail for one in attempt.events if one.name == "try"] == ["day 1 09:30 call"]


def test_a_decision_counts_though_the_microphone_heard_nothing(tmp_path: Path) -> None:
    """Silence spoils a message, but not what was decided."""
    with rig(tmp_path) as made:
        worker = made.worker
        steps = [Step("leave"), Step("key", keys="1"), Step("say", pcm=silence(1.0))]
        attempt = worker.calls.from_files(worker.cast(LEAVE), steps).result(timeout=30)
    assert attempt.state == "judged"
    assert attempt.feedback
    assert attempt.feedback.headline.of == 2


def test_the_reason_and_the_message_are_two_turns(tmp_path: Path) -> None:
    with rig(tmp_path, hears=["because it is a cold call", "hello walter this is maya brooks"]) as made:
        worker = made.worker
        steps = [Step("leave"), Step("say", pcm=babble(2.0)), Step("say", pcm=babble(3.0))]
        attempt = worker.calls.from_files(worker.cast(LEAVE), steps).result(timeout=30)
    assert [turn.prompt_id for turn in attempt.turns] == [None, "greeting"]
    assert attempt.feedback
    found = {one.check: one for one in attempt.feedback.findings}
    assert found["gave-a-reason"].outcome == "met"
    assert [one.turn for one in found["gave-a-reason"].evidence] == [0]
    assert {one.article: one.outcome for one in attempt.feedback.others}["001"] == "met"


def test_only_what_the_user_did_is_told_to_the_judge() -> None:
    happened = [
        CallEvent(at_s=0.0, name="line-started", detail="greeting"),
        CallEvent(at_s=1.0, name="decided", detail="leave"),
        CallEvent(at_s=2.0, name="reason", detail="good-lead"),
        CallEvent(at_s=3.0, name="try", detail="day 1 09:30 call"),
    ]
    context = with_events(Context(own_limit=5), happened)
    assert (context.decision, context.reason) == ("leave", "good-lead")
    assert context.events == ("try: day 1 09:30 call",)
    assert context.own_limit == 5
