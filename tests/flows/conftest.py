"""Fixtures of the flows: the real program on a real (virtual) desktop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows import desktop as desks
from trainer import settings
from ui.app import WELCOME_DONE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything below this folder is a flow: it gets the marker and more time."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("flow")
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def desktop() -> Iterator[desks.Desktop]:
    """One desktop for all flows. A machine without its programs skips them, except in CI, which fails."""
    _require_programs()
    with desks.desktop() as desk:
        yield desk


@pytest.fixture
def own_desktop() -> Iterator[desks.Desktop]:
    """A desktop for one flow, whose devices may be unplugged."""
    _require_programs()
    with desks.desktop() as desk:
        yield desk


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of somebody who has been through Welcome and does not want to guess."""
    folder = tmp_path / "data"
    settings.save(folder, settings.Settings(welcome_step=WELCOME_DONE, predict=False))
    return folder


def _require_programs() -> None:
    if absent := desks.missing():
        reason = f"flows need {', '.join(absent)} (python3 run.py test says how to get them)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
