"""Scripts of somebody who prepares, for `photograph.py`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from trainer.records import MarkedPoint, Person
from ui.widgets.who_dialog import WhoDialog

DANA = (
    "Hi Dana, this is Sam Reyes at Fieldline.\n"
    "Priya Nair thought you should hear\n"
    "that two of your fuel bills were charged twice.\n"
    "Call me, it takes two minutes. Or drop me an email.\n"
    "0113 496 0107.\n"
    "That's Sam Reyes at Fieldline, 0113 496 0107.\n"
    "Thanks, Dana."
)
RUTH = "Ruth, thanks for calling back. It's Sam Reyes at Fieldline.\nYou have two minutes?"
ANYONE = (
    "Hi [name], this is Sam Reyes at Fieldline.\nI have an idea for your freight bills.\n"
    "Call me on 0113 496 0107."
)
BACK = "Thanks for calling back, [name]. Sam Reyes at Fieldline."
WHO = "I'm Sam Reyes. We find what carriers charged twice, and get it back."


def _marked(words: str, must: bool) -> MarkedPoint:
    start = DANA.index(words)
    return MarkedPoint(start=start, end=start + len(words), must=must)


def _somebody(stage: Any, name: str) -> Person:
    return next(one.prospect for one in stage.services.scenarios if one.prospect.name.startswith(name))


def _with_scripts(stage: Any) -> str:
    scripts = stage.services.scripts
    points = (_marked("Priya Nair", False), _marked("two of your fuel bills were charged twice", True))
    first = scripts.put(DANA, "voicemail", _somebody(stage, "Dana"), points)
    scripts.put(RUTH, "callback", _somebody(stage, "Ruth"))
    scripts.put(ANYONE, "voicemail")
    scripts.put(BACK, "callback")
    scripts.put(WHO, "elevator")
    scripts.check(first, DANA, scripts.own_pace)  # the first judgement compiles the judge's phrases
    return first.id


def _settle() -> None:
    """Let what was asked arrive, and be laid out."""
    for _ in range(20):
        QCoreApplication.processEvents()


def scripts(stage: Any) -> None:
    stage.window.go("scripts", _with_scripts(stage))
    _settle()


def scripts_empty(stage: Any) -> None:
    stage.window.go("scripts")


def scripts_new(stage: Any) -> None:
    scripts(stage)
    screen = stage.window.screen_shown()
    stage.services.scripts.new("voicemail", None)
    screen.shelf.renew("S6")


def scripts_who(stage: Any) -> WhoDialog:
    scripts(stage)
    screen = stage.window.screen_shown()
    screen.people.ask_for_whom()
    return stage.window.findChild(WhoDialog)


def scripts_version(stage: Any) -> None:
    scripts(stage)
    stage.services.scripts.save("S1", DANA.replace(" Or drop me an email.", ""), [], anew=True)
    screen = stage.window.screen_shown()
    screen.shelf.renew("S1")
    _settle()
    before = stage.services.scripts.kept["S1"][0]
    screen.menu._look(before, "Yesterday 16:20, about 25 s")


SCRIPT_SCENES = {
    "scripts": scripts, "scripts-empty": scripts_empty, "scripts-new": scripts_new,
    "scripts-who": scripts_who, "scripts-version": scripts_version,
}  # fmt: skip
