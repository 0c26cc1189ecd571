"""Every screen can be painted while nothing that it asked for has come yet: a slow disk is no crash."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import FakeServices
from ui import screens
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.settings import PLACES

OPENED = [(name, "") for name in sorted(screens.find())] + [("settings", place.name) for place in PLACES]


@pytest.mark.parametrize(("name", "subject"), OPENED)
def test_a_screen_is_painted_before_any_answer(
    open_window: Callable[..., MainWindow], services: FakeServices, qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch, name: str, subject: str,
) -> None:  # fmt: skip
    def never(_bridge: Bridge, _future: Future, _done: object, _failed: object = None) -> None: ...

    monkeypatch.setattr(Bridge, "when_done", never)
    window = open_window()
    kinds = {scenario.kind.replace("-", "_"): scenario.id for scenario in services.scenarios}
    window.go(name, kinds.get(name, subject))  # those are named after the only kind that they show
    qapp.processEvents()
    assert not window.grab().isNull()
