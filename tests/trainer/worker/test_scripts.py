"""Scripts through the worker: written, judged, practised, with the real store and judge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from trainer.errors import BadInput
from trainer.records import MarkedPoint, Person, Seller
from trainer.scripts.pace import Pace
from trainer.worker import Worker

ME = Seller(id="me", name="Sam Reyes", company="Fieldline", number="0113 496 0107")


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    with closing(Worker(tmp_path, lambda _: None)) as worker:
        worker.save_settings(replace(worker.settings, profile=ME))
        yield worker


def somebody(worker: Worker) -> Person:
    return next(one.prospect for one in worker.scenarios if one.kind == "voicemail" and not one.picks_up)


def test_a_script_is_judged_in_the_place_of_its_prospect(worker: Worker) -> None:
    prospect = somebody(worker)
    theirs = worker.scripts.new("voicemail", prospect).result()
    anyones = worker.scripts.new("voicemail", None).result()
    first = prospect.name.split()[0]

    def greets(script: object, text: str) -> str:
        found = worker.scripts.check(script, text, Pace()).result().feedback.findings
        return next(one.outcome for one in found if one.check == "greets-by-name")

    assert greets(theirs, f"Hi {first}, this is Sam Reyes at Fieldline.") == "met"
    assert greets(theirs, "Hi [name], this is Sam Reyes at Fieldline.") == "missed"
    assert greets(anyones, "Hi [name], this is Sam Reyes at Fieldline.") == "met"


def test_it_is_practised_with_one_of_them_and_is_then_in_force(worker: Worker) -> None:
    prospect = somebody(worker)
    script = worker.scripts.new("voicemail", None).result()
    scenario_id = worker.scripts.practise(script.id, prospect.id).result()
    chosen = worker.library.scenario(scenario_id)
    assert (chosen.prospect.id, chosen.kind) == (prospect.id, "voicemail")
    in_force = worker.store.do(lambda store: store.script_for(prospect.id, "voicemail")).result()
    assert in_force == script
    with pytest.raises(BadInput, match="no such call"):
        worker.scripts.practise(script.id, "nobody").result()


def test_a_copy_has_the_words_and_marks_but_no_past(worker: Worker) -> None:
    script = worker.scripts.new("callback", None).result()
    worker.scripts.save(script.id, "One", [], anew=False).result()
    points = [MarkedPoint(start=0, end=3, must=True)]
    worker.scripts.save(script.id, "Two", points, anew=True).result()
    worker.scripts.rename(script.id, "Calm").result()
    copy = worker.scripts.duplicate(script.id).result()
    assert (copy.text, copy.version.points, copy.name) == ("Two", tuple(points), "Calm 2")
    assert len(worker.scripts.versions(copy.id).result()) == 1
    assert len(worker.scripts.versions(script.id).result()) == 2


def test_without_any_takes_the_pace_is_the_usual_one(worker: Worker) -> None:
    assert worker.scripts.pace().result() == Pace()
