"""pytest plugin that runs tests as if PySide6 were absent: `-p no:pytest-qt -p tests.without_qt`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

ABSENT = {"PySide6", "shiboken6"}


class _Absent(MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named '{name}' (tests.without_qt)", name=name)
        return None


sys.meta_path.insert(0, _Absent())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept pytest-qt's settings in pyproject.toml, which `--strict-config` would refuse without it."""
    for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
        parser.addini(name, "pytest-qt's; means nothing here")
