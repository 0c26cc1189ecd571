"""Finding attempts again: words, filters, order, pages, marks, and those on their way out."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.trainer.history.examples import SCENARIO, begin, feedback, transcript, whole
from trainer.errors import BadInput, UnknownName
from trainer.history.database import fold
from trainer.history.store import Store
from trainer.records import AttemptFilter, Correct, Finding, Headline, Person, Scenario


def scenario(name: str, person: str = "Dana Okafor", kind: str = "voicemail") -> Scenario:
    who = Person(id=person.split()[0].lower(), name=person)
    return dataclasses.replace(SCENARIO, id=name, prospect=who, kind=kind)


def found(store: Store, **wanted: object) -> list[str]:
    rows = store.find(AttemptFilter(**wanted))  # type: ignore[arg-type]
    assert store.count(AttemptFilter(**wanted)) == len(rows)  # type: ignore[arg-type]
    return [row.id for row in rows]


def judged_with(store: Store, attempt_id: str, *missed: str, **changed: bool) -> None:
    findings = tuple(
        Finding(check=check, outcome="missed", confidence=0.9, **{"counted": True, **changed})
        for check in missed
    )
    judgement = dataclasses.replace(feedback(), findings=findings)
    store.save_feedback(attempt_id, judgement, guide_hash=f"{missed}{changed}", judge_version="1")


@pytest.fixture
def three(store: Store) -> Store:
    whole(store, "A1", scenario=scenario("vm-one"))
    whole(store, "A2", "about pallets", scenario=scenario("cb-two", "Émile Ott", "callback"))
    whole(store, "A3", state="interrupted", scenario=scenario("vm-one", "Ruth Osei"))
    return store


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["A3", "A2", "A1"]),
        ({"rising": True}, ["A1", "A2", "A3"]),
        ({"kinds": ("callback",)}, ["A2"]),
        ({"kinds": ("callback", "voicemail")}, ["A3", "A2", "A1"]),
        ({"states": ("interrupted",)}, ["A3"]),
        ({"scenario_id": "vm-one"}, ["A3", "A1"]),
        ({"prospect_id": "ruth"}, ["A3"]),
        ({"order": "who", "rising": True}, ["A1", "A2", "A3"]),
        ({"order": "who"}, ["A3", "A2", "A1"]),
        ({"words": "emile"}, ["A2"]),
        ({"words": "dana", "kinds": ("callback",)}, []),
        ({"words": "hello freight", "scenario_id": "vm-one"}, ["A3", "A1"]),
        ({"first_day": "2026-11-22", "last_day": "2026-11-22"}, ["A3", "A2", "A1"]),
        ({"first_day": "2026-11-23"}, []),
        ({"last_day": "2026-11-21"}, []),
        ({"favourite": True}, []),
        ({"tag": "none"}, []),
        ({"missed": "one-ask"}, []),
    ],
)
def test_what_fits_is_found_in_its_order(three: Store, wanted: dict[str, object], ids: list[str]) -> None:
    assert found(three, **wanted) == ids


@pytest.mark.parametrize("order", ["when", "who", "kind", "time", "met"])
@pytest.mark.parametrize("rising", [True, False])
def test_all_ids_come_in_the_order_of_the_lines(three: Store, order: str, rising: bool) -> None:
    begin(three, "A4")
    for narrow in ({}, {"words": "dana"}, {"states": ("judged",)}):
        wanted = AttemptFilter(order=order, rising=rising, **narrow)
        assert three.ids(wanted) == [row.id for row in three.find(wanted)]


def test_days_are_those_on_the_wall_where_it_was_made(store: Store) -> None:
    store.begin_attempt(
        id="LATE", scenario=SCENARIO, seller=begin(store, "A").seller, context=store.attempt("A").context,
        guide="earn", started_utc="2026-11-21T23:30:00Z", utc_offset_min=60,
    )  # fmt: skip
    assert found(store, first_day="2026-11-22", last_day="2026-11-22") == ["LATE", "A"]


def test_attempts_without_a_value_come_last_either_way(store: Store) -> None:
    begin(store, "NONE")
    for number, met in enumerate((2, 5), 1):
        whole(store, f"A{number}")
        store.save_feedback(f"A{number}", feedback(met=met), guide_hash="g2", judge_version="1")
    assert found(store, order="met") == ["A2", "A1", "NONE"]
    assert found(store, order="met", rising=True) == ["A1", "A2", "NONE"]
    assert found(store, order="time", rising=True)[-1] == "NONE"


def test_missed_means_counted_and_not_disputed_in_the_newest_judgement(three: Store) -> None:
    judged_with(three, "A1", "one-ask", "not-selling")
    judged_with(three, "A2", "one-ask", counted=False)
    judged_with(three, "A3", "one-ask", disputed=True)
    assert found(three, missed="one-ask") == ["A1"]
    judged_with(three, "A1", "not-selling")
    assert found(three, missed="one-ask") == []
    assert found(three, missed="not-selling") == ["A1"]


def test_what_there_is_to_filter_by(three: Store) -> None:
    judged_with(three, "A1", "one-ask", "not-selling")
    judged_with(three, "A2", "one-ask")
    choices = three.choices()
    assert choices.prospects == {"dana": "Dana Okafor", "ruth": "Ruth Osei", "émile": "Émile Ott"}
    assert choices.scenarios == dict.fromkeys(("cb-two", "vm-one"), SCENARIO.title)
    assert choices.missed == ("one-ask", "not-selling")
    three.hide(["A2"])
    assert list(three.choices().prospects) == ["dana", "ruth"]


def test_months_in_which_something_was_made_the_newest_first(store: Store) -> None:
    for number, day in enumerate(("2026-03-31T23:30:00Z", "2026-05-02T09:00:00Z", "2026-05-09T09:00:00Z")):
        begin(store, f"A{number}", started_utc=day)
    assert store.choices().months == ("2026-05-01", "2026-04-01"), "by the clock on the wall"
    store._db.execute("UPDATE lines SET day = 'once upon a time'")
    assert store.choices().months == ()


def test_pages_together_are_the_whole_and_nothing_is_in_two(store: Store) -> None:
    for number in range(7):
        begin(store, f"A{number}")
    for order in ("when", "who", "met"):
        wanted = AttemptFilter(order=order)  # type: ignore[arg-type]
        pages = [store.find(wanted, offset, 3) for offset in (0, 3, 6, 9)]
        assert [len(page) for page in pages] == [3, 3, 1, 0]
        assert [row for page in pages for row in page] == store.find(wanted)


def test_marks_are_kept_shown_and_found(three: Store, data_dir: Path) -> None:
    three.set_favourite("A2", True)
    three.set_tags("A2", ["  for  my coach", "best", "best", " "])
    three.set_note("A1", "slower next time")
    row = three.find(AttemptFilter(favourite=True))[0]
    assert (row.id, row.favourite, row.tags, row.prospect_id) == (
        "A2",
        True,
        ("best", "for my coach"),
        "émile",
    )
    attempt = three.attempt("A2")
    assert (attempt.favourite, attempt.tags) == (True, ("best", "for my coach"))
    assert found(three, tag="best") == found(three, words="coach") == ["A2"]
    assert found(three, words="slower") == ["A1"]
    assert three.choices().tags == ("best", "for my coach")
    three.set_tags("A2", [])
    three.set_favourite("A2", False)
    three.set_note("A1", "")
    assert three.choices().tags == ()
    assert found(three, words="coach") == found(three, favourite=True) == found(three, words="slower") == []


def test_a_tag_that_is_a_note_is_refused_and_nothing_changes(three: Store) -> None:
    three.set_tags("A1", ["best"])
    with pytest.raises(BadInput, match="at most 40 characters"):
        three.set_tags("A1", ["short", "long" * 11])
    assert three.attempt("A1").tags == ("best",)


def test_words_follow_corrections_and_further_engines(three: Store) -> None:
    take_id = three.attempt("A1").turns[0].takes[0].id
    three.add_transcript(take_id, transcript("hello donna", "vosk:en"))
    three.add_revision("A1", Correct(turn=0, first_word=1, last_word=1, words=("Danuta",)))
    assert found(three, words="donna") == found(three, words="danuta") == found(three, words="nut") == ["A1"]
    three.add_transcript(take_id, transcript("hello dinah", "vosk:en"))
    assert found(three, words="donna") == []
    assert found(three, words="dinah") == ["A1"]


def test_hidden_attempts_are_in_no_list_and_come_back_whole(three: Store) -> None:
    before = three.find(AttemptFilter())
    three.hide(["A3", "A2"])
    assert found(three) == ["A1"]
    assert found(three, words="pallets") == []
    assert three.hidden() == ["A2", "A3"]
    newest = three.latest()
    assert newest is not None
    assert newest.id == "A1"
    three.set_note("A2", "still hidden")
    assert found(three) == ["A1"]
    three.set_note("A2", "")
    three.show_again(["A2", "A3"])
    assert three.find(AttemptFilter()) == before
    assert found(three, words="pallets") == ["A2"]


def test_a_hidden_attempt_that_waited_is_not_heard(store: Store) -> None:
    whole(store, "A1", state="waiting")
    store.hide(["A1"])
    assert store.waiting() == []


def test_hiding_one_that_is_not_there_hides_none(three: Store) -> None:
    with pytest.raises(UnknownName):
        three.hide(["A1", "nobody"])
    assert len(found(three)) == 3


def test_lines_that_are_missing_are_made_when_the_history_opens(three: Store, data_dir: Path) -> None:
    before = three.find(AttemptFilter())
    for table in ("lines", "occurrences", "vocabulary"):
        three._db.execute(f"DELETE FROM {table}")
    three._db.execute("UPDATE attempts SET listed = 0")
    three.close()
    again = Store.open(data_dir)
    assert again.find(AttemptFilter()) == before
    assert found(again, words="pallets") == ["A2"]
    again.close()


def test_a_line_says_what_the_whole_attempt_says(three: Store) -> None:
    for row in three.find(AttemptFilter()):
        attempt = three.attempt(row.id)
        assert attempt.feedback is not None
        assert row.headline == attempt.feedback.headline == Headline(met=3, of=5, unsure=1)
        assert (row.state, row.note, row.engine) == (attempt.state, attempt.note, attempt.engine)


WORDS = st.lists(st.text("abé%_'\" ", max_size=6), max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=st.lists(WORDS, min_size=1, max_size=4), search=WORDS, common=st.integers(1, 4))
def test_the_index_finds_what_reading_every_word_would_find(
    store: Store, monkeypatch: pytest.MonkeyPatch, notes: list[str], search: str, common: int
) -> None:
    monkeypatch.setattr("trainer.history.words._COMMON", common)
    store.delete([row.id for row in store.rows()])
    for number, note in enumerate(notes):
        begin(store, f"A{number}")
        store.set_note(f"A{number}", note)
    title = f"{SCENARIO.title} {SCENARIO.prospect.name} {SCENARIO.prospect.company}"
    expected = {
        f"A{number}"
        for number, note in enumerate(notes)
        if all(term in fold(f"{title} {note}") for term in fold(search).split())
    }
    assert set(found(store, words=search)) == expected
    count = store._db.execute(
        "SELECT count(*) FROM vocabulary WHERE id NOT IN (SELECT word FROM occurrences)"
    )
    assert count.fetchone() == (0,), "a word that nobody says is still kept"


def test_takes_under_the_same_guide_and_judge_are_found(store: Store) -> None:
    for attempt_id in ("A1", "A2", "A3", "A4"):
        whole(store, attempt_id)
    store.save_feedback("A2", feedback(2), guide_hash="x", judge_version="older")
    store.set_guide("A3", "be-ready")
    store.save_feedback("A3", feedback(2), guide_hash="y", judge_version="1")
    for attempt_id in ("A1", "A4"):
        store.save_feedback(attempt_id, feedback(2), guide_hash="z", judge_version="1")
    assert found(store, judged_like="A4") == ["A4", "A1"]
    assert found(store, judged_like="A2") == ["A2"]


def test_what_has_lost_its_recording_is_known(store: Store) -> None:
    whole(store, "A1")
    whole(store, "A2")
    begin(store, "A3")
    (path,) = (take.path for turn in store.attempt("A2").turns for take in turn.takes)
    for one in ("A1", "A2"):
        for turn in store.attempt(one).turns:
            for take in turn.takes:
                (store.data_dir / take.path).parent.mkdir(parents=True, exist_ok=True)
                (store.data_dir / take.path).touch()
    assert store.without_sound(["A1", "A2", "A3"]) == frozenset()
    (store.data_dir / path).unlink()
    assert store.without_sound(["A1", "A2", "A3"]) == {"A2"}
