from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError, is_dataclass
from pathlib import Path

import pytest

from trainer import records
from trainer.records._record import Record

FOLDER = Path(records.__file__).parent


@pytest.mark.parametrize("name", records.__all__)
def test_every_name_leads_to_one_thing(name: str) -> None:
    assert getattr(records, name) is getattr(records, name)


def test_another_name_is_an_error() -> None:
    assert not hasattr(records, "import_everything")
    with pytest.raises(ImportError):
        exec("from trainer.records import Atempt")


def test_all_files_of_records_are_looked_through() -> None:
    assert {*records._FILES} == {path.stem for path in FOLDER.glob("[!_]*.py")}


def test_a_scenario_is_made_without_the_records_of_judging() -> None:
    code = (
        "import sys; from trainer.records import Scenario; "
        "sys.exit('trainer.records.judged' in sys.modules or 'trainer.records.kept' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_all_records_compare_and_show_themselves_alike() -> None:
    made = [value for name in records.__all__ if is_dataclass(value := getattr(records, name))]
    assert len(made) > 40
    assert all(issubclass(record, Record) and "__eq__" not in vars(record) for record in made)


def test_records_are_equal_by_their_values_and_their_kind() -> None:
    word = records.Word(word="hello", confidence=0.5)
    assert word == records.Word(word="hello", confidence=0.5)
    assert word != records.Word(word="hello")
    assert records.Undo(n=1) != records.Dispute(check="number")
    assert len({word, records.Word(word="hello", confidence=0.5), records.Word(word="hello")}) == 2
    assert word != ("hello", None, None, 0.5)


def test_a_record_shows_its_fields_by_name() -> None:
    shown = repr(records.Transcript(engine="embedded", words=(records.Word(word="hello"),)))
    word = "Word(word='hello', start_s=None, end_s=None, confidence=None)"
    assert shown == f"Transcript(engine='embedded', words=({word},))"


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        records.Word(word="hello").word = "goodbye"  # type: ignore[misc]
