from __future__ import annotations

from email.message import Message
from importlib.metadata import Distribution

import pytest

from ui.models.licences import asset_licences, libraries, licence_of


class Package(Distribution):
    """A distribution with this metadata and nothing else."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read_text(self, filename: str) -> str | None:
        return self._text if filename == "METADATA" else None

    def locate_file(self, path: object) -> object:
        raise FileNotFoundError(path)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("License-Expression: MIT", "MIT"),
        ("License: BSD 3-Clause", "BSD 3-Clause"),
        ("License: UNKNOWN\nClassifier: License :: OSI Approved :: Apache Software License",
         "Apache Software License"),
        (f"License: {'word ' * 40}\nClassifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("Classifier: Topic :: Office", "see the package"),
    ],
)  # fmt: skip
def test_a_licence_in_a_few_words(lines: str, expected: str) -> None:
    about = Package(f"Metadata-Version: 2.4\nName: x\nVersion: 1\n{lines}\n").metadata
    assert isinstance(about, Message)
    assert licence_of(about) == expected


def test_what_is_needed_through_others_is_listed_and_what_tests_need_is_not() -> None:
    found = list(libraries())
    names = {library.name.lower() for library in found}
    assert len(names) == len(found)
    assert {"vosk", "sounddevice", "numpy", "shiboken6"} <= names
    assert not {"pytest", "mypy", "hypothesis", "ringback"} & names
    assert all(library.licence and library.version for library in found)


def test_every_row_of_the_shipped_table_is_read() -> None:
    rows = asset_licences()
    assert len(rows) >= 4
    assert all("`" not in cell and cell for row in rows for cell in row)
