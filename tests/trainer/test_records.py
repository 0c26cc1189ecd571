from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from trainer import records

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
