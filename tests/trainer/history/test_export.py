from __future__ import annotations

import csv
import io
import json

import pytest

from tests.trainer.history.examples import begin, transcript, whole
from trainer.errors import UnknownName
from trainer.history.store import Store
from trainer.records import Attempt, CallEvent, Correct, Dispute, Undo
from trainer.strict import read


def table(store: Store, attempt_ids: list[str] | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(store.export_csv(attempt_ids)), newline="")))


def test_json_holds_everything_and_can_be_read_back(store: Store) -> None:
    whole(store, "A1", "hello dana")
    store.add_events("A1", [CallEvent(at_s=1.0, name="ring")])
    for revision in (
        Correct(turn=0, first_word=0, last_word=0, words=("hi",)),
        Dispute(check="pace"),
        Undo(),
    ):
        store.add_revision("A1", revision)
    begin(store, "A2")
    data = json.loads(json.dumps(list(store.export_json())))
    assert [read(Attempt, item) for item in data] == [store.attempt("A1"), store.attempt("A2")]


def test_export_of_some(store: Store) -> None:
    for name in ("A100", "B200", "C300"):
        begin(store, name)
    assert [item["id"] for item in store.export_json(["c300", "A100"])] == ["C300", "A100"]
    assert [row["id"] for row in table(store)] == ["A100", "B200", "C300"], "oldest first"
    with pytest.raises(UnknownName):
        list(store.export_csv(["nobody"]))


def test_a_line_of_csv(store: Store) -> None:
    whole(store, "A1", "hello dana")
    store.set_tags("A1", ["short", "for Ann"])
    store.set_favourite("A1", True)
    (row,) = table(store)
    assert row == {
        "id": "A1", "started_utc": "2026-11-22T00:20:00Z", "utc_offset_min": "60", "state": "judged",
        "kind": "voicemail", "scenario": "vm-cold-freight", "title": "A cold call to a freight office",
        "prospect": "Dana Okafor", "company": "Northline", "guide": "sell-the-call", "engine": "embedded",
        "seconds": "12.25", "met": "3", "of": "5", "unsure": "1", "fix": "one-ask",
        "first_word_latency_s": "0.1", "words": "hello dana", "note": "", "tags": "for Ann, short",
        "favourite": "yes",
    }  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_cannot_become_a_formula(store: Store, start: str) -> None:
    whole(store, "A1")
    store.set_note("A1", f"{start}HYPERLINK(1)")
    assert table(store)[0]["note"] == f"'{start}HYPERLINK(1)"


def test_commas_quotes_line_ends_and_nul_stay_inside_their_cell(store: Store) -> None:
    whole(store, "A1")
    store.set_note("A1", 'one, "two"\nthree\0four — Émile')
    store.add_transcript("A1-take-0", transcript('say "hi", please'))
    (row,) = table(store)
    assert row["note"] == 'one, "two"\nthreefour — Émile'
    assert row["words"] == 'say "hi", please'
