"""The half year on which pages are looked at and measured: in order of time, with a story and recordings."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from benchmarks import half_a_year
from trainer import settings
from trainer.history.store import Store

UNTIL = date(2026, 11, 22)


def test_attempts_follow_each_other_in_time() -> None:
    begun = [one.attempt.started_utc for one in half_a_year.half_a_year(60, 1, UNTIL)]
    assert begun == sorted(begun)
    assert begun[-1][:10] == "2026-11-21"


def test_what_they_learn_is_missed_less_and_what_they_do_not_stays() -> None:
    year = [one for one in half_a_year.half_a_year(240, 1, UNTIL) if one.judgements]

    def share_met(check: str, part: slice) -> float:
        findings = [found for one in year[part] for found in one.judgements[-1].feedback.findings]
        decided = [one.outcome == "met" for one in findings if one.check == check and one.counted]
        return sum(decided) / len(decided)

    first, last = slice(None, len(year) // 2), slice(len(year) * 3 // 4, None)
    assert share_met("number-twice", last) > share_met("number-twice", first) + 0.4
    assert abs(share_met("asks-for-call-back", last) - share_met("asks-for-call-back", first)) < 0.2
    assert 0.1 < share_met("number-clear", slice(None)) < 0.9


def test_the_newest_and_the_best_of_each_call_can_be_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.argv",
        ["half_a_year.py", str(tmp_path), "--attempts", "30", "--audio", "4", "--until", f"{UNTIL}"],
    )
    half_a_year.main()
    with closing(Store.open(tmp_path)) as store:
        year = [store.attempt(row.id) for row in store.rows() if row.state == "judged"]
    there = {
        one.id: all((tmp_path / take.path).is_file() for turn in one.turns for take in turn.takes)
        for one in year
    }
    assert all(there[one.id] for one in year[:4])
    for call in {(one.scenario.id, one.guide) for one in year}:
        of_call = [one for one in year if (one.scenario.id, one.guide) == call]
        best = max(of_call, key=lambda one: one.feedback.headline.met / one.feedback.headline.of)
        assert any(there[one.id] for one in of_call if one.feedback.headline == best.feedback.headline)
    assert not all(there.values())
    kept, _ = settings.load(tmp_path)
    assert (kept.profile.name, kept.welcome_step) == ("Sam Reyes", 4)
