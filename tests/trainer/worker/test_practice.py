"""Sittings and what is due, over the real store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.trainer.test_session import VOICEMAIL, babble, from_files, rig
from trainer import events
from trainer.rigs.scripted import Step

TODAY = date(2026, 11, 20)


def test_attempts_belong_to_the_sitting_that_is_on_live_or_from_files(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        practice = made.worker.practice
        among = [scenario.id for scenario in made.worker.scenarios]
        sitting = practice.begin_sitting(5, TODAY, among).result(timeout=20)
        assert practice.sitting() == sitting
        assert any(item.why == "new-prospect" for item in sitting.plan)
        made.worker.calls.start(VOICEMAIL)
        made.until(events.Dialling)
        made.worker.calls.leave()
        made.until(events.CallEnded)
        filed = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        practice.end_sitting()
        assert practice.sitting() is None
        live = next(one for one in made.attempts() if one.id != filed.id)
        assert (live.sitting, live.from_files) == (sitting.id, False)
        assert (filed.sitting, filed.from_files) == (sitting.id, True)
        assert practice.closing(sitting.id).result(timeout=20).takes == 1


def test_not_today_leaves_a_scenario_out_for_the_day(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        practice = made.worker.practice
        (item,) = practice.due(TODAY, [VOICEMAIL]).result(timeout=20).items
        assert item.scenario_id == VOICEMAIL
        practice.not_today(VOICEMAIL, TODAY).result(timeout=20)
        assert practice.due(TODAY, [VOICEMAIL]).result(timeout=20).items == ()
        assert practice.due(date(2026, 11, 21), [VOICEMAIL]).result(timeout=20).items == (item,)


def test_a_thread_holds_what_was_done_with_one_prospect(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        thread, in_all = made.worker.practice.thread(attempt.scenario.prospect.id).result(timeout=20)
        assert ([one.id for one in thread], in_all) == ([attempt.id], 1)
