from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.trainer.authoring.examples import filled
from tests.ui.conftest import press
from tests.ui.fakes import Announcer, FakeServices
from trainer.authoring.drafts import FILE, FOLDER, Draft
from trainer.authoring.form import Form, form_of, scenario_of
from trainer.authoring.text import toml_of
from trainer.errors import DeviceError
from trainer.records import SAMPLE_RATE, ModelAnswer
from ui.bridge import Bridge
from ui.draft_offer import DraftOffer
from ui.main_window import MainWindow
from ui.screens.edit_scenario import EditScenario
from ui.widgets.mend_list import MendRow

Open = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier
MY_ID = "voicemail-the-mill-on-monday"


class Patience(VirtualClock):
    """The clock of somebody who never hurries: every key comes a second after the one before."""

    def __call__(self) -> float:
        self.advance(1.0)
        return super().__call__()


@pytest.fixture
def clock() -> Patience:
    return Patience()


@pytest.fixture
def services(services: FakeServices, bridge: Bridge) -> FakeServices:
    services.tell_library_changed = bridge.library_changed.emit
    return services


def open_form(
    open_window: Open, qtbot: QtBot, subject: str = "", size: tuple[int, int] = (1280, 800)
) -> MainWindow:
    window = open_window("edit_scenario", subject, size=size)
    qtbot.waitUntil(lambda: page_of(window).writing.begun)
    return window


def page_of(window: MainWindow) -> EditScenario:
    page = window.screen_shown()
    assert isinstance(page, EditScenario)
    return page


def keep(services: FakeServices, form: Form, subject: str = "") -> Draft:
    """What was being written when the program ended."""
    draft = Draft(subject=subject, form=form)
    services.authoring.keep(draft).result()
    return draft


def kept(services: FakeServices) -> Draft | None:
    return services.authoring.kept().result()


def own_file(services: FakeServices, scenario_id: str = MY_ID) -> Path:
    return services.data_dir / "scenarios" / f"{scenario_id}.toml"


def refuse_changes(services: FakeServices) -> None:
    """From now on nothing can be saved among the own scenarios."""
    (services.data_dir / "scenarios" / ".lock").mkdir(parents=True)


def type_words(window: MainWindow, words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def save(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "is saved" in page_of(window).view.notice.text)


# --------------------------------------------------------------------------- writing


def test_what_is_typed_is_a_draft_at_once_and_what_is_missing_is_listed(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    assert page.view.mends.title == "6 things to mend"
    assert QApplication.focusWidget() is page.form.about.rows["title"].field
    type_words(window, "The mill")
    assert page.view.mends.title == "5 things to mend"
    qtbot.waitUntil(lambda: kept(services) is not None)
    draft = kept(services)
    assert draft
    assert draft.form.sheet.title == "The mill"
    qtbot.waitUntil(lambda: "kept as a draft" in page.view.mends.state.text())


def test_the_list_leads_to_the_field(open_window: Open, qtbot: QtBot) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    row = page.view.mends.rows[-1]
    assert row.text() == "Their greeting, sound: record it, or choose a file."
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    sound = page.form.lines.editors["opening"].sound
    assert sound.record.hasFocus()
    qtbot.waitUntil(lambda: not sound.record.visibleRegion().isEmpty())


def test_what_is_missing_is_said_at_its_field_once_it_was_touched_or_saving_was_tried(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    title, trains = (page.form.about.rows[name] for name in ("title", "trains"))
    assert title.mend.isHidden()
    type_words(window, "A")
    press(window, Qt.Key.Key_Backspace)
    assert title.mend.text() == "Nothing is written yet."
    assert trains.mend.isHidden()
    press(window, Qt.Key.Key_S, CONTROL)
    assert not trains.mend.isHidden()
    assert title.field.accessibleDescription() == "Nothing is written yet."
    assert title.field.hasFocus()


def test_a_whole_scenario_by_keyboard_voice_and_all(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    type_words(window, "The mill on Monday")
    for field, words in (("trains", "Saying one thing."), ("industry", "paper")):
        page.form.about.rows[field].field.setFocus()
        type_words(window, words)
    page.form.go_to("prospect.name")
    type_words(window, "Ada Mill")
    page.form.go_to("you_know")
    type_words(window, "She runs a mill.")
    page.form.go_to("lines.0.text")
    type_words(window, "This is Ada.")
    page.form.go_to("lines.0.audio")
    record(window, qtbot)
    assert page.view.mends.title == "Ready to be saved"
    save(window, qtbot)
    (mine,) = [one for one in services.scenarios if one.id == MY_ID]
    assert mine.prospect.id == "ada-mill"
    assert mine.prompts[0].text == "This is Ada."
    assert mine.you_know == ("She runs a mill.",)
    assert (services.data_dir / "scenarios" / mine.prompts[0].audio).is_file()
    assert kept(services) is None
    assert page.view.mends.state.text() == "Saved."


def record(window: MainWindow, qtbot: QtBot) -> None:
    """With the focus on a line's button: speak, and say that it is done."""
    page = page_of(window)
    press(window, Qt.Key.Key_Space)
    assert page.sounds.recording
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not page.sounds.recording and bool(page.writing.form.opening.audio))
    qtbot.wait(20)


@pytest.mark.parametrize(
    ("written", "then"), [("", "You have reached Ada."), ("This is Ada.", "This is Ada.")]
)
def test_what_was_heard_is_written_where_nothing_is_written_yet(
    open_window: Open, qtbot: QtBot, services: FakeServices, written: str, then: str
) -> None:
    services.listening.heard = "you have reached Ada."
    window = open_form(open_window, qtbot)
    page = page_of(window)
    page.form.go_to("lines.0.text")
    type_words(window, written)
    page.form.go_to("lines.0.audio")
    record(window, qtbot)
    qtbot.waitUntil(lambda: page.writing.form.opening.text == then)


def test_the_first_saving_gives_the_name_and_the_next_ones_keep_it(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    keep(services, filled())
    window = open_form(open_window, qtbot, "draft")
    page = page_of(window)
    save(window, qtbot)
    page.form.go_to("title")
    QApplication.focusWidget().selectAll()
    type_words(window, "Another title")
    save(window, qtbot)
    assert 'title = "Another title"' in own_file(services).read_text("utf-8")
    assert [path.stem for path in own_file(services).parent.glob("*.toml")] == [MY_ID]
    press(window, Qt.Key.Key_Escape)
    assert window.screen_name == "scenarios"
    assert window.messages.isHidden()


def test_a_scenario_that_cannot_be_written_says_so_and_stays_a_draft(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    keep(services, filled())
    window = open_form(open_window, qtbot, "draft")
    refuse_changes(services)
    press(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: "was not saved" in page_of(window).view.notice.text)
    assert kept(services) is not None


# --------------------------------------------------------------------------- undo


def test_undo_and_redo_go_over_the_whole_form_from_within_a_field(open_window: Open, qtbot: QtBot) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    assert not page.view.undo.isEnabled()
    type_words(window, "Mill")
    page.form.go_to("trains")
    type_words(window, "Listening.")
    qtbot.mouseClick(page.form.about.rows["kind"].field.chips["callback"], Qt.MouseButton.LeftButton)
    assert list(page.form.lines.editors) == ["opening", "end"]
    page.form.go_to("trains")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert page.writing.form.sheet.kind == "voicemail"
    assert list(page.form.lines.editors) == ["opening"]
    press(window, Qt.Key.Key_Z, CONTROL)
    assert page.form.about.rows["trains"].field.text() == ""
    assert page.form.about.rows["title"].field.text() == "Mill"
    press(window, Qt.Key.Key_Z, CONTROL)
    assert page.form.about.rows["title"].field.text() == ""
    press(window, Qt.Key.Key_Z, CONTROL)
    press(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page.form.about.rows["title"].field.text() == "Mill"
    assert page.form.about.rows["title"].field.hasFocus()


def test_a_pause_parts_what_was_typed_in_one_field(open_window: Open, qtbot: QtBot) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    type_words(window, "Mill")
    page.writing._pause.timeout.emit()
    type_words(window, "s")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert page.writing.form.sheet.title == "Mill"


# --------------------------------------------------------------------------- sounds


def test_a_recording_can_be_heard_and_given_up(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    sound = page.form.lines.editors["opening"].sound
    assert sound.play.isHidden()
    page.form.go_to("lines.0.audio")
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Escape)
    assert window.screen_name == "edit_scenario", "Esc gives up the recording first"
    assert not page.sounds.recording
    qtbot.wait(20)
    assert page.writing.form.opening.audio == ""
    page.form.go_to("lines.0.audio")
    record(window, qtbot)
    assert sound.play.hasFocus()
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ("play_pcm", 2 * SAMPLE_RATE) in services.listening.asked)
    assert sound.play.playing
    assert services.listening.on_position
    services.listening.on_position(None)
    qtbot.waitUntil(lambda: not sound.play.playing)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sound.play.playing)
    press(window, Qt.Key.Key_Space)
    assert not sound.play.playing


def test_a_busy_microphone_costs_nothing(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    window = open_form(open_window, qtbot)
    page = page_of(window)
    page.form.go_to("lines.0.audio")
    press(window, Qt.Key.Key_Space)
    services.listening.test.set_exception(DeviceError("The microphone is busy.", "Close the other program."))
    qtbot.waitUntil(lambda: not page.sounds.recording)
    sound = page.form.lines.editors["opening"].sound
    assert sound.note.text() == "The microphone is busy. Close the other program."
    assert sound.record.hasFocus()


def test_while_a_line_is_recorded_the_others_rest(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    keep(services, filled("callback"))
    window = open_form(open_window, qtbot, "draft")
    page = page_of(window)
    first, *others = (editor.sound for editor in page.form.lines.editors.values())
    page.form.go_to("lines.0.audio")
    press(window, Qt.Key.Key_Space)
    assert all(not other.record.isEnabled() and other.record.toolTip() for other in others)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert page.sounds.recording
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: others[0].record.isEnabled())
    assert first.record.text() == "Record it again"


def test_a_file_is_taken_by_choice_or_by_dropping_it(
    open_window: Open, qtbot: QtBot, services: FakeServices, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "hello.wav", np.zeros(8000, np.int16), 8000)
    (tmp_path / "notes.wav").write_text("no sound")
    window = open_form(open_window, qtbot)
    page = page_of(window)
    editor = page.form.lines.editors["opening"]
    drop(editor, tmp_path / "notes.wav")
    qtbot.waitUntil(lambda: "is no sound file" in editor.sound.note.text())
    assert editor.sound.play.isHidden()
    drop(editor, tmp_path / "hello.wav")
    qtbot.waitUntil(lambda: not editor.sound.play.isHidden())
    assert editor.sound.note.isHidden()
    editor.sound.choose.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "notes.wav"))
    dialog.close()
    qtbot.waitUntil(lambda: "is no sound file" in editor.sound.note.text())
    assert page.writing.form.opening.audio.startswith("sounds/"), "it keeps the one it had"


def drop(widget: object, path: Path) -> None:
    """What Qt delivers when a file is let go over the widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, button, none)
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    widget.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, none))


def test_a_sound_that_is_gone_is_to_be_mended(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    form = filled()
    keep(services, replace(form, opening=replace(form.opening, audio="sounds/gone.flac")))
    page = page_of(open_form(open_window, qtbot, "draft"))
    assert page.view.mends.title == "1 thing to mend"
    assert "there is no sound file" in page.view.mends.rows[0].text()
    page.form.lines.editors["opening"].sound.play.click()
    qtbot.waitUntil(lambda: "not there any more" in page.form.lines.editors["opening"].sound.note.text())


# --------------------------------------------------------------------------- kinds of call


def test_a_call_back_gets_lines_that_follow_by_words(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    form = filled("callback")
    keep(services, replace(form, turns=()))
    window = open_form(open_window, qtbot, "draft")
    page = page_of(window)
    lines = page.form.lines
    lines.add.click()
    added = lines.editors["line-2"]
    assert added.text.hasFocus()
    type_words(window, "And the price?")
    added.when.setCurrentText("If you say certain words")
    added.when.activated.emit(added.when.currentIndex())
    assert not added.rows["words"].isHidden()
    assert [row.text() for row in page.view.mends.rows] == [
        "Then they say (1), your words: must hold at least one word or phrase.",
        "Then they say (1), sound: record it, or choose a file.",
    ]
    added.words.setFocus()
    type_words(window, "price, what it costs,")
    added.objection.click()
    (turn,) = page.writing.form.turns
    assert (turn.when, turn.words, turn.line.objection) == ("words", ("price", "what it costs"), True)
    assert added.words.text() == "price, what it costs,"
    added.when.setCurrentIndex(2)
    added.when.activated.emit(2)
    assert page.writing.form.turns[0].checks == ("next-step",)
    added.remove.click()
    assert page.writing.form.turns == ()
    press(window, Qt.Key.Key_Z, CONTROL)
    assert list(lines.editors) == ["opening", "line-2", "end"]


def test_a_call_back_may_answer_a_message_of_the_same_person(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    keep(services, filled("callback"))
    page = page_of(open_form(open_window, qtbot, "draft"))
    box = page.form.known.rows["follows"].field
    box.setCurrentText("Helen Marsh: She has never heard of you")
    box.activated.emit(box.currentIndex())
    assert page.writing.form.sheet.follows == ("voicemail-cold-furniture",)
    assert page.writing.form.sheet.prospect.id == "helen-marsh"
    assert page.view.mends.title == "Ready to be saved"
    page.form.go_to("prospect.name")
    type_words(page.window(), "X")
    assert page.writing.form.sheet.follows == (), "somebody else does not answer it"


def test_each_kind_asks_for_what_is_its_own(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    keep(services, filled())
    window = open_form(open_window, qtbot, "draft")
    page = page_of(window)
    known, about = page.form.known, page.form.about
    chips = about.rows["kind"].field.chips
    assert known.rows["facts"].isHidden()
    assert known.rows["default_message"].isHidden()
    chips["leave-or-not"].click()
    assert [row.text() for row in page.view.mends.rows] == [
        "What counts here is missing: what speaks for a message here, and what against it?"
    ]
    known.rows["facts"].field.chips["cold-call"].click()
    assert page.view.mends.title == "Ready to be saved"
    save(window, qtbot)
    chips["elevator"].click()
    assert page.form.lines.editors
    about.rows["situation"].field.setCurrentText("Sent by somebody")
    about.rows["situation"].field.activated.emit(0)
    assert not about.rows["referrer"].isHidden()


def test_model_answers_are_optional_and_one_a_guide(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    keep(services, filled())
    window = open_form(open_window, qtbot, "draft")
    page = page_of(window)
    answers = page.form.answers
    answers.add.click()
    assert page.view.mends.title == "1 thing to mend"
    type_words(window, "Hello Ada.")
    assert page.view.mends.title == "Ready to be saved"
    answers.add.click()
    for _ in range(len(services.guide_records) - 2):
        answers.add.click()
    assert answers.add.isHidden(), "one answer a guide"
    for editor in reversed(answers.editors[2:]):
        editor.removed.emit()
    answers.editors[1].says.setFocus()
    type_words(window, "Good day.")
    answers.editors[1].guide.setCurrentIndex(0)
    answers.editors[1].guide.activated.emit(0)
    assert "more than one model answer" in page.view.mends.rows[0].text()
    answers.editors[1].removed.emit()
    assert [one.says for one in page.writing.form.sheet.model_answers] == [("Hello Ada.",)]


# --------------------------------------------------------------------------- drafts


def test_closing_asks_nothing_keeps_the_draft_and_leads_back(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    window = open_form(open_window, qtbot)
    type_words(window, "The mill")
    press(window, Qt.Key.Key_Escape)
    assert window.screen_name == "scenarios"
    assert window.messages.text == "“The mill” is kept as a draft. It is not saved yet."
    window.messages.act()
    qtbot.waitUntil(lambda: page_of(window).writing.begun)
    assert page_of(window).writing.form.sheet.title == "The mill"


def test_closing_an_untouched_form_leaves_nothing(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    window = open_form(open_window, qtbot)
    press(window, Qt.Key.Key_Escape)
    assert window.messages.isHidden()
    assert kept(services) is None


def test_what_was_being_written_is_offered_and_can_be_discarded_and_brought_back(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    draft = keep(services, filled())
    window = open_window("edit_scenario", "")
    page = page_of(window)
    qtbot.waitUntil(page.view.question.isVisible)
    assert page.view.question.texts()[0] == "You were writing “The mill on Monday”."
    assert page.view.question.first.hasFocus()
    page.view.question.second.click()
    assert page.writing.form.sheet.title == ""
    assert kept(services) is None
    assert page.view.notice.text == "“The mill on Monday” was discarded."
    page.view.notice.button.click()
    assert page.writing.form == draft.form
    assert kept(services) == draft
    assert page.view.mends.state.text() == "Not saved yet; kept as a draft."


def test_going_on_is_the_first_choice(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    keep(services, filled(), "copy:voicemail-cold-furniture")
    window = open_window("edit_scenario", "")
    qtbot.waitUntil(page_of(window).view.question.isVisible)
    press(window, Qt.Key.Key_Return)
    assert page_of(window).writing.subject == "copy:voicemail-cold-furniture"


def test_a_draft_that_cannot_be_kept_says_so(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    window = open_form(open_window, qtbot)
    (services.data_dir / FOLDER / f"{FILE}.partial").mkdir(parents=True)
    type_words(window, "The mill")
    qtbot.waitUntil(lambda: "could not be kept" in page_of(window).view.mends.state.text())


def test_after_the_start_a_draft_is_offered(
    open_window: Open, qtbot: QtBot, services: FakeServices, bridge: Bridge
) -> None:
    window = open_window("today")
    offer = DraftOffer(services, bridge, window.go)
    offer.ask()
    qtbot.wait(20)
    assert window.messages.isHidden()
    keep(services, filled())
    offer.ask()
    qtbot.waitUntil(window.messages.isVisible)
    assert window.messages.text == "You were writing “The mill on Monday”. It is not saved yet."
    window.messages.act()
    qtbot.waitUntil(lambda: page_of(window).writing.begun)


def test_a_draft_without_a_title_has_a_name_all_the_same(services: FakeServices) -> None:
    draft = keep(services, replace(filled(), sheet=replace(filled().sheet, title=" ")))
    assert draft.title == "a scenario without a title"
    assert json.loads((services.data_dir / FOLDER / FILE).read_text("utf-8"))["subject"] == ""


# --------------------------------------------------------------------------- trying


def test_trying_saves_begins_at_once_and_leads_back_to_the_form_with_its_steps(
    open_window: Open, qtbot: QtBot, services: FakeServices, announcer: Callable[..., Announcer]
) -> None:
    keep(services, filled())
    window = open_form(open_window, qtbot, "draft")
    page_of(window).form.go_to("trains")
    type_words(window, "Now. ")
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.screen_name == "call")
    assert ("start", MY_ID) in services.calls.asked
    assert own_file(services).is_file()
    says = announcer(MY_ID)
    says.dialling()
    says.your_turn()
    says.ended()
    qtbot.waitUntil(window.messages.isVisible)
    assert window.messages.text == "You were trying “The mill on Monday”."
    window.messages.act()
    page = page_of(window)
    assert page.writing.form.sheet.trains.startswith("Now. ")
    press(window, Qt.Key.Key_Z, CONTROL)
    assert page.writing.form.sheet.trains == "Saying one thing."


def test_nothing_is_tried_that_is_not_clean(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    window = open_form(open_window, qtbot)
    page_of(window).view.try_it.click()
    assert window.screen_name == "edit_scenario"
    assert services.calls.asked == []


# --------------------------------------------------------------------------- edit and copy


def mine(services: FakeServices, kind: str = "voicemail") -> str:
    """A scenario of the user's own."""
    form = filled(kind)
    keep_id = f"{kind}-mine"
    scenario = replace(scenario_of(form), id=keep_id)
    services.shelf.save(keep_id, toml_of(scenario), {}).result()
    return keep_id


def test_an_own_scenario_is_edited_in_its_place(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    name = mine(services)
    window = open_form(open_window, qtbot, f"edit:{name}")
    page = page_of(window)
    page.form.go_to("prospect.name")
    press(window, Qt.Key.Key_End)
    type_words(window, "y")
    save(window, qtbot)
    (saved,) = [one for one in services.scenarios if one.id == name]
    assert saved.prospect.name == "Ada Milly"
    assert saved.prospect.id == "ada-mill", "the same person, written otherwise"


def test_a_shipped_scenario_is_copied(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    shipped = next(one for one in services.scenarios if one.id == "voicemail-cold-furniture")
    window = open_form(open_window, qtbot, "edit:voicemail-cold-furniture")
    page = page_of(window)
    form = form_of(shipped)
    assert form
    assert page.writing.form.opening == form.opening
    save(window, qtbot)
    copied = next(one for one in services.scenarios if one.title == f"{shipped.title} (copy)")
    assert copied.id == "voicemail-she-has-never-heard-of-you-copy"
    assert replace(copied, id=shipped.id, title=shipped.title) == shipped


def test_another_person_in_a_copy_is_another_person(open_window: Open, qtbot: QtBot) -> None:
    window = open_form(open_window, qtbot, "copy:voicemail-cold-furniture")
    page_of(window).form.go_to("prospect.name")
    type_words(window, "X")
    assert page_of(window).writing.form.sheet.prospect.id == ""


def test_a_call_that_no_form_can_show_is_copied_as_text(
    open_window: Open, qtbot: QtBot, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)))
    window = open_window("edit_scenario", "copy:callback-hurried-logistics")
    page = page_of(window)
    qtbot.waitUntil(page.view.question.isVisible)
    name = "callback-dana-rings-between-two-meetings-copy"
    assert own_file(services, name).is_file()
    title, sentence = page.view.question.texts()
    assert title == "“Dana rings between two meetings (copy)” is a text file."
    assert f"{name}.toml" in sentence
    press(window, Qt.Key.Key_Return)
    assert [url.toLocalFile() for url in opened] == [str(services.data_dir / "scenarios")]
    assert "No program here shows folders" in window.messages.text
    page.view.question.second.click()
    assert window.screen_name == "scenarios"
    assert any(one.id == name for one in services.scenarios)
    window.go("edit_scenario", f"edit:{name}")
    qtbot.waitUntil(page.view.question.isVisible)
    assert "is a text file" in page.view.question.texts()[0]


def test_a_copy_that_cannot_be_written_says_why(
    open_window: Open, qtbot: QtBot, services: FakeServices
) -> None:
    refuse_changes(services)
    window = open_window("edit_scenario", "copy:callback-hurried-logistics")
    qtbot.waitUntil(page_of(window).view.question.isVisible)
    assert page_of(window).view.question.texts()[0] == "It could not be copied."


# --------------------------------------------------------------------------- the page


def test_in_a_narrow_window_the_list_is_one_line_above(open_window: Open, qtbot: QtBot) -> None:
    window = open_form(open_window, qtbot, size=(900, 640))
    page = page_of(window)
    assert page.view.mends.findChildren(MendRow)
    assert all(not row.isVisible() for row in page.view.mends.findChildren(MendRow))
    assert page.view.mends.geometry().bottom() < page.form.mapTo(page.view, page.form.rect().topLeft()).y()
    page.form.go_to("prospect.name")
    page.view.mends.next.click()
    assert page.form.about.rows["title"].field.hasFocus()


def test_all_of_it_can_be_reached_by_tab(open_window: Open, qtbot: QtBot, services: FakeServices) -> None:
    form = filled("callback")
    answer = ModelAnswer(guide="be-ready", says=("Hello.",))
    keep(services, replace(form, sheet=replace(form.sheet, model_answers=(answer,))))
    window = open_form(open_window, qtbot, "draft")
    page = page_of(window)
    order = []
    for _ in range(90):
        widget = QApplication.focusWidget()
        assert widget.accessibleName() or widget.text(), widget
        order.append(widget)
        press(window, Qt.Key.Key_Tab)
    rows = {**page.form.about.rows, **page.form.person.rows}
    fields = [row.field for name, row in rows.items() if name not in ("kind", "difficulty", "referrer")]
    for editor in page.form.lines.editors.values():
        fields += [stop for stop in editor.stops() if stop.isVisible()]
    (answer,) = page.form.answers.editors
    fields += [page.form.lines.add, answer.guide, answer.remove, answer.says, page.form.answers.add]
    places = [order.index(field) for field in fields]
    assert places == sorted(places)
    assert order.index(page.view.save) > places[-1]
