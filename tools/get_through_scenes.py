"""Scenes of get-through, for photograph.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tests.ui.fakes import Announcer
from trainer import events
from ui.widgets.keypad import Keypad

if TYPE_CHECKING:
    from photograph import Stage

MENU, BY_TIME = "get-through-menu-dispatch", "get-through-chief-executive"


def _dialled(stage: Stage, scenario_id: str, line_id: str) -> Announcer:
    """The line `line_id` is being spoken."""
    announcer = stage.call(scenario_id)
    stage.window.screen_shown()._dial("hours")  # type: ignore[attr-defined]
    prompt = next(one for one in announcer.scenario.prompts if one.id == line_id)
    announcer.post(events.LineStarted(attempt_id=announcer.attempt_id, prompt=prompt))
    return announcer


def when(stage: Stage) -> None:
    stage.window.go("call", BY_TIME)


def between(stage: Stage) -> None:
    announcer = _dialled(stage, BY_TIME, "no-calls")
    announcer.deciding("when-to-call", "before", "hours", "after")


def menu(stage: Stage) -> None:
    _dialled(stage, MENU, "menu").line_over()
    QCoreApplication.processEvents()
    stage.window.findChild(Keypad).keys["0"].click()


def talk(stage: Stage) -> None:
    _dialled(stage, MENU, "not-at-his-desk").your_turn()


GET_THROUGH_SCENES = {
    "get-through-when": when,
    "get-through-between": between,
    "get-through-menu": menu,
    "get-through-talk": talk,
}
