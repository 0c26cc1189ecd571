"""Scenes of the user's own scenarios: several chosen, removed, and what comes in with a pack."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.trainer.packs.own import SELLER, call_back, listed, put, scenario, sound, zipped
from tests.ui.fakes import VOICEMAIL, FakeServices
from ui.bridge import Bridge
from ui.import_dialog import ImportDialog
from ui.main_window import MainWindow
from ui.screens.scenarios import ScenariosScreen

_MINE = {
    "mine-renewal": "The renewal at Pell",
    "mine-floor": "She moved to another floor",
    "mine-yard": "Ask for the yard manager",
}
_THEIRS = {"theirs-invoice": "Questions about an invoice", "theirs-lift": "Nine floors, one sentence"}


class Stage(Protocol):
    """What a scene may use."""

    window: MainWindow
    services: FakeServices
    bridge: Bridge


def scenarios_own(stage: Stage) -> None:
    page = _with_own(stage)
    page.filters.boxes["standing"].setCurrentText("Your own")
    page.filters.changed.emit()


def scenarios_chosen(stage: Stage) -> None:
    page = _with_own(stage)
    for _ in range(3):
        QTest.keyClick(page.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def scenarios_removed(stage: Stage) -> None:
    page = _with_own(stage)
    page.grid.choose("mine-renewal")
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    _settle()


def scenarios_refused(stage: Stage) -> None:
    page = _with_own(stage)
    page.shelf.look_into(str(_pack(stage, {**_files(_THEIRS), "own/hello.flac": b"no sound"})))
    _settle()


def scenarios_import(stage: Stage) -> QWidget:
    page = _with_own(stage)
    changed = {**_files({"mine-floor": "She moved, again", VOICEMAIL: "Sent by Priya"}), **_files(_THEIRS)}
    page.shelf.look_into(str(_pack(stage, {**changed, **_files({"mine-yard": _MINE["mine-yard"]})})))
    _settle()
    dialog = stage.window.findChild(ImportDialog)
    assert dialog
    return dialog


def scenarios_menu(stage: Stage) -> QWidget:
    page = _with_own(stage)
    page.grid.choose("mine-renewal")
    page.grid.menu_wanted.emit(page.mapToGlobal(QPoint(200, 200)))
    _settle()
    menu = QApplication.activePopupWidget()
    assert menu
    return menu


def _with_own(stage: Stage) -> ScenariosScreen:
    """The page, with some scenarios of the user's own."""
    stage.services.tell_library_changed = stage.bridge.library_changed.emit
    answering = call_back("mine-rings", "mine-renewal").replace('"Mine"', '"Imogen rings back"')
    put(stage.services.data_dir / "scenarios", {**_files(_MINE), "mine-rings.toml": _own(answering)})
    stage.window.go("scenarios")
    _settle()
    page = stage.window.screen_shown()
    assert isinstance(page, ScenariosScreen)
    page.grid.choose("mine-floor")
    return page


def _files(titles: dict[str, str]) -> dict[str, bytes]:
    files = {f"{name}.toml": _own(scenario(name, title=title)) for name, title in titles.items()}
    return {**files, "sellers/ann-own.toml": SELLER.encode(), "own/hello.flac": sound()}


def _own(toml: str) -> bytes:
    named = toml.replace('"Bo Lee"', '"Imogen Pell"\ncompany = "Pell & Daughters"')
    return named.replace('"Something."', '"Speaking of her costs before the date."').encode()


def _pack(stage: Stage, files: dict[str, bytes]) -> Path:
    path = stage.services.data_dir / "sales-team-autumn.zip"
    path.write_bytes(zipped(listed(files)))
    return path


def _settle() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


SHELF_SCENES = {
    "scenarios-own": scenarios_own, "scenarios-chosen": scenarios_chosen,
    "scenarios-removed": scenarios_removed, "scenarios-refused": scenarios_refused,
    "scenarios-import": scenarios_import, "scenarios-menu": scenarios_menu,
}  # fmt: skip
