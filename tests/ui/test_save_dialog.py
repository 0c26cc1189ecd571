"""No file is replaced about which the user was not asked, whichever dialog asks where to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.save_dialog import CSV, ZIP, agreed, expect_ending, save_dialog

Answer = QMessageBox.StandardButton


class OfTheDesktop(QFileDialog):
    """As GTK's: Qt has made no parts of it."""

    def findChild(self, *wanted: object) -> None:  # noqa: N802 (Qt's own)
        return None


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[QFileDialog]:
    """Opened in a folder that has figures.csv already."""
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    (tmp_path / "figures.csv").write_text("kept")
    made = save_dialog(page, "Save the figures", "ringback-progress.csv", "Table (*.csv)")
    made.setDirectory(str(tmp_path))
    made.open()
    yield made
    page.close()  # and with it the dialog


def typed(dialog: QFileDialog, name: str, answer: Answer) -> tuple[list[str], list[str]]:
    """Type a name and accept; what was asked, answered with `answer`, and what the dialog gave."""
    asked: list[str] = []
    given: list[str] = []

    def reply() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                asked.append(box.text())
                box.button(answer).click()

    dialog.fileSelected.connect(given.append)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(name)
    QTimer.singleShot(50, dialog, reply)
    dialog.accept()
    return asked, given


@pytest.mark.parametrize("name", ["figures", "figures.csv"])
def test_qts_own_dialog_asks_about_the_whole_name(dialog: QFileDialog, name: str, tmp_path: Path) -> None:
    asked, given = typed(dialog, name, Answer.No)
    assert "figures.csv" in asked[0]
    assert given == []


def test_who_agrees_has_it_replaced(dialog: QFileDialog, tmp_path: Path) -> None:
    _, given = typed(dialog, "figures", Answer.Yes)
    assert [agreed(path, CSV) for path in given] == [tmp_path / "figures.csv"]


@pytest.mark.parametrize(("platform", "ending"), [("linux", ""), ("win32", "csv"), ("darwin", "csv")])
def test_a_dialog_that_asks_first_puts_no_ending_afterwards(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, ending: str
) -> None:
    dialog = OfTheDesktop()
    qtbot.addWidget(dialog)
    monkeypatch.setattr(sys, "platform", platform)
    expect_ending(dialog, CSV)
    assert dialog.defaultSuffix() == ending


@pytest.mark.parametrize(
    ("name", "there", "given"),
    [
        ("all.zip", "all.zip", "all.zip"),  # the dialog has asked
        ("ALL.ZIP", "", "ALL.ZIP"),
        ("all.html", "", "all.zip"),
        ("takes 1.2", "", "takes 1.2.zip"),
        ("all.html", "all.zip", "all (2).zip"),
        ("all", "all.zip", "all (2).zip"),
    ],
)
def test_an_ending_that_is_put_later_makes_a_free_name(
    tmp_path: Path, name: str, there: str, given: str
) -> None:
    if there:
        (tmp_path / there).write_text("kept")
    assert agreed(str(tmp_path / name), ZIP) == tmp_path / given


def test_a_name_that_no_folder_takes_is_left_to_whoever_writes(tmp_path: Path) -> None:
    assert agreed(str(tmp_path / ("n" * 253)), ZIP).name == "n" * 253 + ".zip"
