from __future__ import annotations

import csv
import io

import pytest

from trainer import spreadsheet


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_words_cannot_become_a_formula(start: str) -> None:
    assert next(csv.reader(io.StringIO(spreadsheet.line([f"{start}1+1"]), newline=""))) == [f"'{start}1+1"]


def test_numbers_stay_numbers() -> None:
    assert spreadsheet.line([-3, -0.5, 2, None, ""]) == '-3,-0.5,2,"",""\r\n'


def test_what_no_file_can_hold_is_taken_out() -> None:
    assert spreadsheet.line(["a\0b", "half \ud83d"]) == '"ab","half ?"\r\n'


def test_a_file_says_how_its_letters_are_written() -> None:
    written = spreadsheet.table([("what", "takes"), ("Émile’s – “ask”", 3)])
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig").splitlines() == ['"what","takes"', '"Émile’s – “ask”",3']
