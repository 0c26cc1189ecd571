"""Scenes of `photograph` in which somebody writes a scenario of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from tests.ui import sample_feedback
from trainer.authoring.drafts import Draft
from trainer.authoring.form import Form, form_of, with_turn
from trainer.records import Level, ModelAnswer, Person
from trainer.scenarios import load_library
from ui.screens.edit_scenario import EditScenario

if TYPE_CHECKING:
    from photograph import Stage

_SOUND = "voices/voicemail-cold-furniture-greeting.ogg"


def new(stage: Stage) -> None:
    _open(stage, "")


def mended(stage: Stage) -> None:
    """Half written, with one thing that is wrong."""
    _draft(stage, _half())
    page = _open(stage, "draft")
    page.form.go_to("trains")


def call_back(stage: Stage) -> None:
    """The lines of a call back, two of them between the first and the last."""
    form = with_turn(with_turn(_whole("callback")))
    first, second = form.turns
    price = replace(first.line, text="That sounds dear. What does it cost?", audio=_SOUND, objection=True)
    first = replace(first, line=price, when="words", words=("price", "what it costs"))
    _draft(stage, replace(form, turns=(first, second)))
    page = _open(stage, "draft")
    page.form.go_to("lines.1.text")
    _linger()
    page.form.page.verticalScrollBar().setValue(page.form.page.verticalScrollBar().value() + 260)


def recording(stage: Stage) -> None:
    _draft(stage, _whole("voicemail"))
    page = _open(stage, "draft")
    page.form.go_to("lines.0.audio")
    stage.services.listening.level = -14.0
    next(iter(page.form.lines.editors.values())).sound.record.click()
    _linger(1500)
    stage.services.listening.level = -22.0
    _linger(600)


def recorded(stage: Stage) -> None:
    recording(stage)
    words = sample_feedback.words_of(sample_feedback.SAID)
    level = Level(speech_dbfs=-24.0, peak_dbfs=-14.0, clipped_share=0.0)
    stage.services.listening.test.set_result((sample_feedback.speech(words, 6.2), level))
    _linger()


def decision(stage: Stage) -> None:
    _draft(stage, _whole("leave-or-not"))
    _open(stage, "draft").form.go_to("facts")


def answers(stage: Stage) -> None:
    form = _whole("voicemail")
    says = ("Hello Ada, this is Sam Reyes from Fieldline. One line of your paper bill is often wrong.",)
    answer = ModelAnswer(guide="sell-the-call", says=says)
    _draft(stage, replace(form, sheet=replace(form.sheet, model_answers=(answer,))))
    _open(stage, "draft").form.go_to("model_answers")


def offered(stage: Stage) -> None:
    _draft(stage, _half())
    _open(stage, "")


def text_file(stage: Stage) -> None:
    _open(stage, "copy:callback-hurried-logistics")


def _open(stage: Stage, subject: str) -> EditScenario:
    stage.window.go("edit_scenario", subject)
    _linger()
    page = stage.window.screen_shown()
    assert isinstance(page, EditScenario)
    return page


def _draft(stage: Stage, form: Form) -> None:
    stage.services.authoring.keep(Draft(subject="", form=form)).result()


def _whole(kind: str) -> Form:
    scenario = next(one for one in load_library().scenarios if one.id == "voicemail-cold-furniture")
    form = form_of(scenario)
    assert form
    person = Person(id="", name="Ada Mill", company="Mill and Daughters", role="head of buying")
    sheet = replace(
        form.sheet, id="", title="The renewal at the mill", kind=kind, prospect=person, industry="paper",
        trains="Naming her worry before my offer.", default_message="One line of your bill is wrong.",
        facts=("spoken-before", "timely-information"), model_answers=(),
    )  # fmt: skip
    end = replace(form.opening, id="end", text="All right. Thank you, goodbye.", ends=True)
    opening = replace(form.opening, text="You've reached Ada Mill. Please speak after the tone.")
    return replace(form, sheet=sheet, opening=opening, end=end if kind == "callback" else None)


def _half() -> Form:
    form = _whole("voicemail")
    sheet = replace(form.sheet, trains="", situation="referral", referrer=None)
    return replace(form, sheet=sheet, opening=replace(form.opening, audio=""))


def _linger(milliseconds: int = 150) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.processEvents()


AUTHORING_SCENES: dict[str, Callable[[Stage], None]] = {
    "authoring-new": new, "authoring-mended": mended, "authoring-call-back": call_back,
    "authoring-recording": recording, "authoring-recorded": recorded, "authoring-decision": decision,
    "authoring-answers": answers, "authoring-offered": offered, "authoring-text": text_file,
}  # fmt: skip
