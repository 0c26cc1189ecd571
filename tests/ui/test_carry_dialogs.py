"""No file is replaced that the dialog has not asked about, and pages can be told apart by their names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from ui.bridge import Bridge
from ui.carry_control import CarryControl
from ui.carry_dialogs import ALL, PAGE, ask_where_page, ask_where_to, export, name_for, page_name

DAY = date(2026, 11, 22)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def carry(services: FakeServices, bridge: Bridge, page: QWidget) -> CarryControl:
    return CarryControl(services, bridge, page)


@pytest.mark.parametrize(
    ("prospect", "name"),
    [
        ("Dana Whitfield", "dana-whitfield-2026-11-22.html"),
        ("../../O'Neil & Søn", "o-neil-søn-2026-11-22.html"),
        ("ليلى الحداد", "ليلى-الحداد-2026-11-22.html"),
        ("?!", "take-2026-11-22.html"),
    ],
)
def test_a_page_is_called_by_its_prospect_and_day(prospect: str, name: str) -> None:
    assert page_name(prospect, DAY) == name


def test_a_long_name_still_fits_a_file() -> None:
    assert len(page_name("Maximiliane " * 40, DAY)) < 80


def test_the_name_follows_the_kind_of_file_so_that_the_dialog_asks_before_it_replaces(
    page: QWidget, carry: CarryControl
) -> None:
    ask_where_to(page, carry, ["a4"], "dana.html")
    (dialog,) = page.findChildren(QFileDialog)
    assert chosen(dialog) == "ringback-history.zip"
    name_for(dialog, "dana.html", PAGE)
    assert (chosen(dialog), dialog.defaultSuffix()) == ("dana.html", "html")
    name_for(dialog, "dana.html", ALL)
    assert (chosen(dialog), dialog.defaultSuffix()) == ("ringback-history.zip", "zip")
    dialog.selectFile("ringback-history.html")
    name_for(dialog, "dana.html", PAGE)
    assert chosen(dialog) == "dana.html", "where the dialog has changed the ending itself"
    dialog.selectFile("mine.zip")
    name_for(dialog, "dana.html", PAGE)
    assert chosen(dialog) == "mine.html"
    dialog.selectFile("takes 1.2")
    name_for(dialog, "dana.html", PAGE)
    assert chosen(dialog) == "takes 1.2.html"
    dialog.reject()


def test_one_take_alone_is_written_as_a_page(page: QWidget, tmp_path: Path) -> None:
    written: list[Path] = []
    ask_where_page(page, "dana.html", written.append)
    (dialog,) = page.findChildren(QFileDialog)
    assert (chosen(dialog), dialog.nameFilters()) == ("dana.html", [PAGE])
    dialog.fileSelected.emit(str(tmp_path / "dana"))
    assert written == [tmp_path / "dana.html"]
    dialog.reject()


def test_what_was_not_asked_about_is_not_replaced(
    carry: CarryControl, services: FakeServices, tmp_path: Path
) -> None:
    (tmp_path / "all.zip").write_text("kept")
    export(carry, str(tmp_path / "all"), ["a4"], ALL)
    export(carry, str(tmp_path / "dana"), ["a4"], PAGE)
    assert services.carrying.asked == [
        ("export", tmp_path / "all (2).zip", None), ("export_page", tmp_path / "dana.html", "a4"),
    ]  # fmt: skip


def chosen(dialog: QFileDialog) -> str:
    return Path(dialog.selectedFiles()[0]).name
