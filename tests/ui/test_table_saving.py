"""Where a table goes is asked with the name that it would get, and what does not work is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from ui.bridge import Bridge
from ui.table_saving import TableSaving
from ui.widgets.button import Button


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_the_dialog_adds_the_ending_itself_so_that_it_asks_before_it_replaces(
    page: QWidget, services: FakeServices, bridge: Bridge, qtbot: QtBot
) -> None:
    button = Button("Save the figures", parent=page)
    TableSaving(services, bridge, button, "ringback-progress.csv", lambda: b"", page)
    page.show()
    button.click()
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "csv"
    assert Path(dialog.selectedFiles()[0]).name == "ringback-progress.csv"
    dialog.reject()


def test_a_table_of_that_name_is_not_replaced_unasked(
    page: QWidget, services: FakeServices, bridge: Bridge, tmp_path: Path
) -> None:
    (tmp_path / "name.csv").write_text("kept")
    saving = TableSaving(services, bridge, Button("Save", parent=page), "name.csv", lambda: b"new", page)
    saving.save_to(str(tmp_path / "name"))
    assert (tmp_path / "name.csv").read_text() == "kept"
    assert (tmp_path / "name (2).csv").read_bytes() == b"new"


def test_a_place_that_cannot_be_written_is_told(
    page: QWidget, services: FakeServices, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    button = Button("Save", parent=page)
    saving = TableSaving(services, bridge, button, "name.csv", lambda: b"", page)
    with qtbot.waitSignal(bridge.trouble, check_params_cb=lambda words: "could not be written" in words):
        saving.save_to(str(tmp_path / "no" / "such" / "folder.csv"))
