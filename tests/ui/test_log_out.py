from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QSessionManager
from pytestqt.qtbot import QtBot

from ui.log_out import LogOut


class Manager(QSessionManager):
    """Only Qt can make a real one."""

    def __init__(self) -> None:
        self.hint: QSessionManager.RestartHint | None = None

    def setRestartHint(self, hint: QSessionManager.RestartHint) -> None:  # noqa: N802
        self.hint = hint


def test_an_announced_end_is_under_way_until_it_must_have_been_called_off(qtbot: QtBot) -> None:
    now = 0.0
    log_out = LogOut(lambda: now)
    assert not log_out.under_way
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.commitDataRequest.emit(None)
    assert log_out.under_way
    now = 61.0
    assert not log_out.under_way


def test_the_next_session_does_not_start_it(qtbot: QtBot) -> None:
    manager = Manager()
    LogOut().never_restart(manager)
    assert manager.hint is QSessionManager.RestartHint.RestartNever
