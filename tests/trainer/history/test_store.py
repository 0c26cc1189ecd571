from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.trainer.history.examples import (
    PROMPT,
    SCENARIO,
    SELLER,
    begin,
    feedback,
    take_of,
    transcript,
    whole,
)
from trainer.errors import BadInput, StoreError, UnknownName
from trainer.history.store import Store
from trainer.records import (
    CallEvent,
    Correct,
    Dispute,
    Finding,
    Headline,
    Level,
    Person,
    Span,
    Take,
    Timing,
    Transcript,
    Undo,
    Word,
)

WHERE = {"prompt_id": PROMPT.id, "caller_line": PROMPT.text}


def reopened(store: Store) -> Store:
    store.close()
    return Store.open(store.data_dir)


def test_an_empty_history(store: Store) -> None:
    assert store.rows() == []
    assert store.rows("anything") == []
    assert store.latest() is None
    assert store.unfinished() == store.waiting() == store.takes() == []
    assert list(store.export_json()) == []
    assert len(list(store.export_csv())) == 1, "a heading and no more"
    assert store.problems() == []


def test_a_new_attempt_is_recording_and_keeps_copies_of_what_it_was_made_with(store: Store) -> None:
    attempt = begin(store, "A1")
    assert (attempt.state, attempt.sequence) == ("recording", 1)
    assert (attempt.scenario, attempt.seller) == (SCENARIO, SELLER)
    assert attempt.context.caller_name == "Sam Reyes"
    assert (attempt.guide, attempt.utc_offset_min, attempt.group) == ("sell-the-call", 60, None)
    assert attempt.engine is None
    assert store.unfinished() == [attempt]


def test_everything_about_an_attempt_comes_back_as_it_went_in(store: Store) -> None:
    begin(store, "A1")
    timing = Timing(pick_up_s=1.5, first_word_latency_s=0.4, after="objection")
    store.begin_turn("A1", 0, **WHERE)
    store.begin_turn("A1", 1, prompt_id=None, caller_line=None, timing=timing)
    store.set_timing("A1", 0, timing)
    first, second = take_of("A1", 0), take_of("A1", 1)
    for take in (first, second):
        store.begin_take("A1", take)
    finished = dataclasses.replace(
        first, frames=48_000, sha256="ab", dropped_ms=30, first_word_latency_s=0.25,
        speech=(Span(start_s=0.25, end_s=1.0), Span(start_s=1.5, end_s=2.75)),
        level=Level(speech_dbfs=None, peak_dbfs=-6.5, clipped_share=0.01),
    )  # fmt: skip
    store.finish_take("A1", finished)
    heard = transcript("hello it is sam")
    store.add_transcript(first.id, heard)
    events = (CallEvent(at_s=0.0, name="ring"), CallEvent(at_s=2.5, name="key", detail="5"))
    store.add_events("A1", events[:1])
    store.add_events("A1", events[1:])
    revisions = (
        Correct(turn=0, first_word=1, last_word=2, words=("it's",)),
        Dispute(check="one-ask"),
        Undo(n=2),
    )
    for revision in revisions:
        store.add_revision("A1", revision)
    judged = feedback()
    store.save_feedback("A1", judged, guide_hash="g", judge_version="1")
    store.set_note("A1", "Slower next time")
    store.set_guide("A1", "be-ready")
    store.set_state("A1", "judged")

    store = reopened(store)
    attempt = store.attempt("A1")
    store.close()

    assert [turn.index for turn in attempt.turns] == [0, 1]
    assert [turn.timing for turn in attempt.turns] == [timing, timing]
    assert attempt.turns[0].takes == (finished,)
    assert attempt.turns[0].caller_line == PROMPT.text
    assert attempt.turns[0].transcript == heard
    assert attempt.turns[1].takes == (second,)
    assert attempt.turns[1].transcript is None
    assert attempt.events == events
    assert attempt.revisions == revisions
    assert attempt.feedback == judged
    assert (attempt.note, attempt.guide, attempt.state) == ("Slower next time", "be-ready", "judged")
    assert attempt.engine == "embedded"


def test_a_second_engine_stands_beside_the_first_and_the_same_engine_replaces_itself(store: Store) -> None:
    take_id = whole(store, "A1").turns[0].takes[0].id
    store.add_transcript(take_id, transcript("hello donna", "vosk:en"))
    store.add_transcript(take_id, transcript("hello dana yes", "embedded"))
    heard = store.attempt("A1").turns[0].transcripts[take_id]
    assert store.engines() == {"embedded": 1, "vosk:en": 1}
    assert [(one.engine, one.text) for one in heard] == [
        ("vosk:en", "hello donna"),
        ("embedded", "hello dana yes"),
    ]


def test_the_newest_judgement_is_shown_and_judging_the_same_again_adds_none(
    store: Store, data_dir: Path
) -> None:
    whole(store, "A1")
    for met in (1, 2):
        store.save_feedback("A1", feedback(met), guide_hash="g2", judge_version="1")
    store.save_feedback("A1", feedback(4), guide_hash="g1", judge_version="1")
    shown = store.attempt("A1").feedback
    assert shown is not None
    assert shown.headline.met == 4
    assert store._db.table("judgements").count == 2

    store.add_revision("A1", Dispute(check="one-ask"))
    store.save_feedback("A1", feedback(5), guide_hash="g1", judge_version="1")
    assert store._db.table("judgements").count == 3, "a revision makes it another judgement"
    assert store.rows()[0].headline == Headline(met=5, of=5, unsure=1)


def test_a_line_of_history(store: Store) -> None:
    whole(store, "A1")
    (row,) = store.rows()
    assert (row.title, row.prospect, row.company) == (SCENARIO.title, "Dana Okafor", "Northline")
    assert (row.kind, row.scenario_id, row.state, row.engine) == (
        "voicemail",
        SCENARIO.id,
        "judged",
        "embedded",
    )
    assert (row.headline, row.seconds, row.fix) == (Headline(met=3, of=5, unsure=1), 12.25, "one-ask")
    assert (row.first_word_latency_s, row.length_state, row.note) == (0.1, None, "")


def test_a_line_of_an_attempt_that_nothing_has_judged(store: Store) -> None:
    begin(store, "A1")
    store.begin_turn("A1", 0, **WHERE, timing=Timing(first_word_latency_s=0.75))
    take = take_of("A1")
    store.begin_take("A1", take)
    row = store.rows()[0]
    assert (row.headline, row.seconds, row.engine, row.fix) == (None, None, None, None)
    store.finish_take("A1", dataclasses.replace(take, frames=24_000))
    assert store.rows()[0].seconds == 1.5
    assert store.rows()[0].first_word_latency_s == 0.75


@pytest.mark.parametrize(
    ("outcome", "near", "state"),
    [("met", False, "met"), ("met", True, "near"), ("missed", False, "missed"), ("unsure", False, None)],
)
def test_the_length_of_a_line_follows_its_check(
    store: Store, outcome: str, near: bool, state: str | None
) -> None:
    whole(store, "A1")
    length = Finding(check="length", outcome=outcome, near=near, confidence=1.0)  # type: ignore[arg-type]
    store.save_feedback("A1", feedback(fix=None, length=length), guide_hash="g", judge_version="2")
    assert store.rows()[0].length_state == state
    assert store.rows()[0].fix is None


def test_the_last_answer_of_the_last_turn_that_was_heard_names_the_engine(store: Store) -> None:
    whole(store, "A1", engine="vosk:one")
    again = Take(id="again", turn=0, purpose="answer", path="takes/A1/again.wav", frames=16_000)
    retake = Take(id="retake", turn=0, purpose="retake", path="takes/A1/retake.wav", frames=16_000)
    for take, engine in ((again, "vosk:two"), (retake, "embedded")):
        store.begin_take("A1", take)
        store.add_transcript(take.id, transcript("x", engine))
    assert store.attempt("A1").engine == store.rows()[0].engine == "vosk:two"


def test_lines_are_newest_first_by_order_of_creation_whatever_the_clock_said(store: Store) -> None:
    for name in ("ZZZZ", "AAAA", "MMMM"):
        begin(store, name)
    assert [row.id for row in store.rows()] == ["MMMM", "AAAA", "ZZZZ"]
    store.delete(["MMMM"])
    assert begin(store, "BBBB").sequence == 4, "a sequence number is never given twice"


def test_the_latest_is_the_newest_that_has_something_to_show(store: Store) -> None:
    for name, state in (("A1", "judged"), ("A2", "waiting"), ("A3", "abandoned"), ("A4", "missed-ring")):
        whole(store, name, state=state)  # type: ignore[arg-type]
    begin(store, "A5")
    latest = store.latest()
    assert latest is not None
    assert latest.id == "A2"
    assert [attempt.id for attempt in store.waiting()] == ["A2"]


# --------------------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("okafor", True), ("NORTHLINE", True), ("freight office", True), ("office freight", True),
        ("invoices", True), ("okafor invoices", True), ("okafor pallets", False), ("  ", True), ("", True),
        ("slower", True), ("émile", True), ("emile", True), ("straße", True), ("STRASSE", True),
        ("o'brien", True), ('"quoted"', True), ("100%", True), ("%", True), ("a_b", True),
        ("100_", False), ("a%b", False), ("start_s", False), ("confidence", False), ("weights", True),
        ("'; DROP TABLE attempts; --", False), ("日本", True),
    ],
)  # fmt: skip
def test_search(store: Store, search: str, found: bool) -> None:
    whole(store, "A1", 'hello o\'brien your invoices "quoted" 100% a_b Straße 日本語')
    store.set_note("A1", "Slower, said Émile")
    store.add_revision("A1", Correct(turn=0, first_word=0, last_word=0, words=("weights",)))
    assert [row.id for row in store.rows(search)] == (["A1"] if found else [])


def test_search_finds_the_one_among_many(store: Store) -> None:
    for n in range(5):
        whole(store, f"A{n}", f"message number{n}")
    assert [row.id for row in store.rows("number3")] == ["A3"]
    assert len(store.rows("message")) == 5


# --------------------------------------------------------------------------- names


def test_an_attempt_goes_by_the_start_of_its_id(store: Store) -> None:
    for name in ("01JABCD111", "01JABCD222", "01JX"):
        begin(store, name)
    assert store.attempt("01jabcd2").id == "01JABCD222"
    assert store.attempt("01JX").id == "01JX"
    with pytest.raises(BadInput, match="2 attempts begin with '01JAB'"):
        store.attempt("01JAB")
    for name in ("", "01J", "%%%%", "____", "nowhere"):
        with pytest.raises(UnknownName, match=r"There is no attempt called"):
            store.attempt(name)


def test_an_id_that_begins_another_is_still_itself(store: Store) -> None:
    begin(store, "ABCD1")
    begin(store, "ABCD")
    assert store.attempt("ABCD").id == "ABCD"


def test_writing_to_an_attempt_that_is_not_there_names_it_and_stores_nothing(store: Store) -> None:
    begin(store, "A1")
    for write in (
        lambda: store.begin_turn("A2", 0, **WHERE),
        lambda: store.set_timing("A2", 0, Timing()),
        lambda: store.begin_take("A2", take_of("A2")),
        lambda: store.finish_take("A1", take_of("A1")),
        lambda: store.add_transcript("nothing", transcript("hello")),
        lambda: store.add_events("A2", [CallEvent(at_s=0, name="ring")]),
        lambda: store.add_revision("A2", Undo()),
        lambda: store.save_feedback("A2", feedback(), guide_hash="g", judge_version="1"),
        lambda: store.set_state("A2", "judged"),
        lambda: store.set_guide("A2", "be-ready"),
        lambda: store.set_note("A2", "x"),
        lambda: store.delete(["A1", "A2"]),
    ):
        with pytest.raises(UnknownName):
            write()
    assert store.unfinished() == [store.attempt("A1")]


# --------------------------------------------------------------------------- odd words


def test_a_long_transcript(store: Store) -> None:
    said = " ".join(f"word{n}" for n in range(5000))
    attempt = whole(store, "A1", said)
    assert attempt.turns[0].transcript == transcript(said)
    assert len(store.rows("word4999")) == 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(st.characters(codec=None)))
def test_any_text_is_kept(store: Store, text: str, with_surrogates: str) -> None:
    store.delete([row.id for row in store.rows()])
    person = Person(id="p", name=text, company=with_surrogates)
    whole(store, "A1", scenario=dataclasses.replace(SCENARIO, prospect=person, title=with_surrogates))
    store.add_transcript("A1-take-0", Transcript(engine="vosk:x", words=(Word(word=with_surrogates),)))
    store.set_note("A1", with_surrogates)
    kept = store.attempt("A1")
    assert kept.scenario.prospect.name == text
    assert kept.note == with_surrogates.encode("utf-8", "replace").decode()
    assert store.rows()[0].prospect == text
    json.dumps(list(store.export_json()))
    list(store.export_csv())


def test_numbers_that_are_none_never_reach_the_history(store: Store) -> None:
    whole(store, "A1")
    word = Word(word="x", start_s=float("nan"), end_s=float("inf"), confidence=float("-inf"))
    store.add_transcript("A1-take-0", Transcript(engine="vosk:x", words=(word,)))
    (heard,) = [
        one for one in store.attempt("A1").turns[0].transcripts["A1-take-0"] if one.engine == "vosk:x"
    ]
    assert heard.words == (Word(word="x"),)
    assert "NaN" not in json.dumps(list(store.export_json()))


# --------------------------------------------------------------------------- deletion


def test_deleting_removes_rows_and_audio_of_these_attempts_only(store: Store, data_dir: Path) -> None:
    for name in ("KEEP", "GONE", "ALSO"):
        whole(store, name)
        store.add_events(name, [CallEvent(at_s=0, name="ring")])
        store.add_revision(name, Undo())
    kept = store.attempt("KEEP")
    assert store.delete(["GONE", "ALSO"]) == ["takes/GONE/GONE-take-0.wav", "takes/ALSO/ALSO-take-0.wav"]
    assert [path.name for path in (data_dir / "takes").iterdir()] == ["KEEP"]
    assert [row.id for row in store.rows()] == ["KEEP"]
    assert store.attempt("KEEP") == kept
    for table in ("turns", "takes", "transcripts", "events", "revisions", "judgements"):
        assert store._db.table(table).count == 1, table
    assert store.problems() == []


def test_what_was_deleted_cannot_be_read_out_of_the_files(store: Store, data_dir: Path) -> None:
    canary = "zanzibarquux"
    whole(store, "KEEP")
    whole(store, "GONE", f"hello {canary} " * 400)
    store.set_note("GONE", canary)
    store.set_note("GONE", "shorter")
    store.add_revision("GONE", Correct(turn=0, first_word=0, last_word=0, words=(canary,)))
    files = lambda: b"".join(path.read_bytes() for path in data_dir.rglob("*") if path.is_file())  # noqa: E731
    assert canary.encode() in files()
    store.delete(["GONE"])
    assert canary.encode() not in files()


def test_audio_that_is_gone_already_does_not_stop_a_deletion(store: Store, data_dir: Path) -> None:
    take = whole(store, "A1").turns[0].takes[0]
    (data_dir / take.path).unlink()
    store.delete(["A1"])
    assert store.rows() == []


def test_a_file_that_cannot_be_removed_keeps_its_attempt_listed(store: Store, data_dir: Path) -> None:
    before = whole(store, "A1")
    path = data_dir / before.turns[0].takes[0].path
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match="could not be deleted") as refusal:
        store.delete(["A1"])
    assert "delete the attempt again" in refusal.value.mend
    assert store.attempt("A1") == before
    path.rmdir()
    store.delete(["A1"])
    assert store.rows() == []


def test_deleting_none_and_the_same_twice(store: Store) -> None:
    whole(store, "A100")
    assert store.delete([]) == []
    assert store.delete(["A100", "a100"]) == ["takes/A100/A100-take-0.wav"]


# --------------------------------------------------------------------------- two at once


def test_two_stores_see_each_other_and_notice_it(store: Store, data_dir: Path) -> None:
    before = store.data_version()
    begin(store, "A1")
    assert store.data_version() == before, "its own writes do not count"
    other = Store.open(data_dir)
    try:
        begin(other, "B1")
        assert store.data_version() != before
        assert [row.id for row in store.rows()] == ["B1", "A1"]
    finally:
        other.close()
