"""Settings: each section by keys and clicks, kept at once, calm when something cannot be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from tests.ui.sample_feedback import voicemail
from trainer.errors import BadInput, Cancelled, ModelMissing, StoreError
from trainer.records import Level, MyPoints, Seller
from trainer.settings import DeviceName
from ui import theme
from ui.main_window import MainWindow
from ui.screens.settings import PLACES, Settings
from ui.settings_sections.about import About
from ui.settings_sections.ambush import Ambush
from ui.settings_sections.backups import Backups
from ui.settings_sections.delivery import Delivery
from ui.settings_sections.guidance import Guidance
from ui.settings_sections.look import Look
from ui.settings_sections.me import Me
from ui.settings_sections.practice import Practice
from ui.settings_sections.privacy import Privacy
from ui.settings_sections.sound import NO_MICROPHONE, NO_SPEAKER, Sound
from ui.widgets.message_bar import MessageBar
from ui.widgets.option_row import OptionRow
from ui.widgets.profile_form import NO_NUMBER
from ui.widgets.section_list import SectionButton

Open = Callable[..., MainWindow]
SMALL = "vosk:vosk-model-small-en-us-0.15"
HEADSET = DeviceName(name="Headset microphone (USB)", host_api="ALSA")
EARPHONES = DeviceName(name="Headset earphones (USB)", host_api="ALSA")
GOOD = Level(speech_dbfs=-24.0, peak_dbfs=-9.0, clipped_share=0.0)
FULL = OSError(28, "No space left on device")


@pytest.fixture
def at(open_window: Open) -> Callable[..., Settings]:
    """Opens Settings at a section."""

    def open_at(section: str | None = None, size: tuple[int, int] = (1280, 800)) -> Settings:
        page = open_window("settings", section, size).screen_shown()
        assert isinstance(page, Settings)
        return page

    return open_at


At = Callable[..., Settings]


def texts(page: Settings) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def told(page: Settings) -> str:
    bar = page.window().findChild(MessageBar)
    return bar.text if bar.isVisible() else ""


# --------------------------------------------------------------------------- the page


def test_the_arrow_keys_go_through_the_sections(at: At, clock: VirtualClock) -> None:
    page = at()
    assert isinstance(page.section, Me)
    window = page.window()
    kinds = []
    for _ in PLACES[1:]:
        clock.advance(1.0)
        press(window, Qt.Key.Key_Down)
        kinds.append(type(page.section))
    assert kinds == [Sound, Guidance, Practice, Ambush, Look, Delivery, Privacy, Backups, About]


def test_a_click_shows_a_section_and_leaving_comes_back_to_it(at: At) -> None:
    page = at()
    button = next(one for one in page.findChildren(SectionButton) if one.text() == "Privacy")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert isinstance(page.section, Privacy)
    window = page.window()
    window.go("today")
    window.go("settings")
    assert isinstance(page.section, Privacy)


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)])
@pytest.mark.parametrize("section", [place.name for place in PLACES])
def test_nothing_is_wider_than_its_room(
    at: At, services: FakeServices, section: str, size: tuple[int, int]
) -> None:
    services.models.engines = [SMALL, "vosk:" + "a-model-with-a-long-name-" * 3, "embedded"]
    services.settings = replace(
        services.settings,
        profile=Seller(id="me", name="Ada " * 40, company="\u05d7\u05d1\u05e8\u05d4 " * 20, number="1 " * 60),
        input_device=DeviceName(name="Microphone " * 12, host_api="ALSA"),
    )
    page = at(section, size)
    if isinstance(page.section, Sound):
        page.section.test.take_recording(b"\x10\x00" * 60_000, GOOD)
        page.section.hearing.heard.setText("words " * 60)
    QApplication.processEvents()
    area = page.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()


# --------------------------------------------------------------------------- me


def test_a_field_is_kept_when_it_is_left(at: At, services: FakeServices) -> None:
    page = at("me")
    assert isinstance(page.section, Me)
    form = page.section.form
    form.company.setFocus()
    QTest.keyClicks(form.company, "Byron and Daughter")
    assert services.settings.profile.company is None
    QTest.keyClick(form.company, Qt.Key.Key_Tab)
    assert services.settings.profile.company == "Byron and Daughter"


def test_what_is_half_typed_is_kept_when_the_window_closes(at: At, services: FakeServices) -> None:
    page = at("me")
    assert isinstance(page.section, Me)
    assert NO_NUMBER in texts(page)
    QTest.keyClicks(page.section.form.number, "0113 496 0333")
    assert NO_NUMBER not in texts(page)
    page.window().close()
    assert services.settings.profile.number == "0113 496 0333"


def test_a_number_without_digits_is_not_kept(at: At, services: FakeServices) -> None:
    services.settings = replace(services.settings, profile=Seller(id="me", name="Ada", number="0113 1"))
    page = at("me")
    assert isinstance(page.section, Me)
    page.section.form.number.clear()
    QTest.keyClicks(page.section.form.number, "none")
    page.section.form.commit()
    assert services.settings.profile.number is None


def test_a_full_disk_is_said_and_the_old_name_is_back(at: At, services: FakeServices, qtbot: QtBot) -> None:
    page = at("me")
    services.save_failure = FULL
    assert isinstance(page.section, Me)
    form = page.section.form
    form.name.setFocus()
    form.name.clear()
    QTest.keyClicks(form.name, "Ada")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert told(page) == (
        "This could not be saved (No space left on device). What was set before is still in force."
    )
    assert form.name.text() == "Sam Reyes"


def test_the_own_limit_is_a_chip(at: At, services: FakeServices) -> None:
    services.settings = replace(services.settings, profile=Seller(id="me", name="Ada", own_limit=12))
    page = at("me")
    assert isinstance(page.section, Me)
    assert sorted(page.section.limits) == [5, 7, 10, 12, 15]
    assert page.section.limits[12].isChecked()
    QTest.mouseClick(page.section.limits[10], Qt.MouseButton.LeftButton)
    assert services.settings.profile.own_limit == 10
    services.save_failure = FULL
    QTest.mouseClick(page.section.limits[5], Qt.MouseButton.LeftButton)
    assert page.section.limits[10].isChecked()


# --------------------------------------------------------------------------- sound and hearing


def sound(at: At, qtbot: QtBot, microphones: int = 1) -> tuple[Settings, Sound]:
    page = at("sound")
    section = page.section
    assert isinstance(section, Sound)
    qtbot.waitUntil(lambda: section.speak_into.count() == microphones + 1)
    return page, section


def listed(section: Sound, qtbot: QtBot) -> dict[str, OptionRow]:
    """The engines' rows, once they are to be seen."""
    panel = section.hearing.panel
    qtbot.waitUntil(lambda: bool(panel.rows) and all(row.isVisible() for row in panel.rows.values()))
    return panel.rows


def test_devices_are_chosen_and_kept(at: At, services: FakeServices, qtbot: QtBot) -> None:
    _, section = sound(at, qtbot)
    qtbot.waitUntil(lambda: section.ring_on.count() == 2)
    for box in (section.speak_into, section.listen_on, section.ring_on):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
    settings = services.settings
    assert (settings.input_device, settings.output_device, settings.ring_device) == (
        HEADSET, EARPHONES, EARPHONES,
    )  # fmt: skip
    QTest.keyClick(section.ring_on, Qt.Key.Key_Up)
    assert services.settings.ring_device is None


def test_a_device_that_is_away_stays_chosen(at: At, services: FakeServices, qtbot: QtBot) -> None:
    gone = DeviceName(name="Old microphone", host_api="ALSA")
    services.settings = replace(services.settings, input_device=gone)
    _, section = sound(at, qtbot, microphones=2)
    assert section.speak_into.currentText() == "Old microphone (not connected)"
    assert services.settings.input_device == gone


def test_a_device_that_cannot_be_kept_jumps_back(at: At, services: FakeServices, qtbot: QtBot) -> None:
    page, section = sound(at, qtbot)
    services.save_failure = FULL
    section.speak_into.setFocus()
    QTest.keyClick(section.speak_into, Qt.Key.Key_Down)
    assert section.speak_into.currentIndex() == 0
    assert "No space left" in told(page)


def test_no_devices_are_said_and_looked_for_again(at: At, services: FakeServices, qtbot: QtBot) -> None:
    services.listening.microphones, services.listening.speakers = [], []
    page = at("sound")
    qtbot.waitUntil(lambda: {NO_MICROPHONE, NO_SPEAKER} <= set(texts(page)))
    assert isinstance(page.section, Sound)
    assert not page.section.speak.isEnabled()
    assert page.section.speak.toolTip() == NO_MICROPHONE
    services.listening.microphones = [HEADSET]
    page.section.look.click()
    qtbot.waitUntil(page.section.speak.isEnabled)
    assert NO_MICROPHONE not in texts(page)


def test_space_says_a_sentence_wherever_the_list_has_the_focus(
    at: At, services: FakeServices, qtbot: QtBot, clock: VirtualClock
) -> None:
    page, section = sound(at, qtbot)
    page._list.take_focus()
    clock.advance(1.0)
    press(page.window(), Qt.Key.Key_Space)
    assert section.test.listening
    assert section.speak.text() == "I have said it"
    clock.advance(1.0)
    qtbot.wait(2)  # keys let go and pressed again in one instant count as one held key
    press(page.window(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: section.hearing.heard.text() == f"“{services.listening.heard}”")
    assert "We hear you well." in texts(page)
    assert "1.0 s" in texts(page)
    QTest.mouseClick(section.play, Qt.MouseButton.LeftButton)
    assert services.listening.asked[-1] == ("play_test", 32_000)


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level(speech_dbfs=None, peak_dbfs=-90.0, clipped_share=0.0), "The microphone is silent."),
        (Level(speech_dbfs=None, peak_dbfs=-50.0, clipped_share=0.0), "No voice was found."),
        (Level(speech_dbfs=-40.0, peak_dbfs=-37.0, clipped_share=0.0), "Too quiet."),
        (Level(speech_dbfs=-6.0, peak_dbfs=-1.0, clipped_share=0.0), "Too loud."),
        (Level(speech_dbfs=-9.0, peak_dbfs=-6.0, clipped_share=0.01), "Too loud."),
    ],
)
def test_the_level_is_judged_in_words(
    at: At, services: FakeServices, qtbot: QtBot, level: Level, words: str
) -> None:
    page, section = sound(at, qtbot)
    section.speak.click()
    services.listening.test.set_result((b"\x00\x00" * 8000, level))
    qtbot.waitUntil(lambda: words in texts(page))


def test_no_engine_is_explained_where_the_words_would_be(
    at: At, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ui.fakes import refused

    _, section = sound(at, qtbot)
    missing = ModelMissing("No speech model is installed.", "Fetch one in Settings.")
    monkeypatch.setattr(services.listening, "hear_test", lambda pcm: refused(missing))
    section.speak.click()
    section.speak.click()
    qtbot.waitUntil(
        lambda: section.hearing.heard.text() == "No speech model is installed. Fetch one in Settings."
    )


def test_a_mistake_of_ours_ends_the_test_too(at: At, services: FakeServices, qtbot: QtBot) -> None:
    _, section = sound(at, qtbot)
    section.speak.click()
    with qtbot.captureExceptions() as raised:
        services.listening.test.set_exception(ZeroDivisionError())
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert not section.test.listening


def test_a_mistake_of_ours_is_not_told_as_a_missing_microphone(
    at: At, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ui.fakes import refused

    page, section = sound(at, qtbot)
    monkeypatch.setattr(services.listening, "inputs", lambda: refused(KeyError("hostapi")))
    with qtbot.captureExceptions() as raised:
        section.look_again()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is KeyError
    assert not any("hostapi" in text for text in texts(page))


def test_leaving_closes_the_microphone(at: At, services: FakeServices, qtbot: QtBot) -> None:
    page, section = sound(at, qtbot)
    section.speak.click()
    page.window().go("today")
    assert ("stop_test",) in services.listening.asked
    assert not section.test.listening
    page.window().go("settings")
    assert section.speak.text() == "Say a sentence"


def test_another_engine_is_chosen_by_the_arrow_keys(at: At, services: FakeServices, qtbot: QtBot) -> None:
    services.models.engines = [SMALL, "embedded"]
    _, section = sound(at, qtbot)
    rows = listed(section, qtbot)
    assert rows[SMALL].isChecked()
    rows[SMALL].setFocus()
    QTest.keyClick(rows[SMALL], Qt.Key.Key_Down)
    assert services.models.asked == [("choose", "embedded")]
    assert rows["embedded"].isChecked()
    assert rows["embedded"].hasFocus()


def test_each_engine_says_where_it_was_proven(at: At, services: FakeServices, qtbot: QtBot) -> None:
    services.models.engines = [SMALL, "embedded"]
    page, section = sound(at, qtbot)
    listed(section, qtbot)
    shown = " ".join(texts(page))
    assert "not yet with an English one" in shown
    assert "from a recording to its feedback" in shown


def test_a_model_is_imported_from_a_zip(at: At, services: FakeServices, qtbot: QtBot, tmp_path: Path) -> None:
    archive = tmp_path / "model.zip"
    archive.write_bytes(b"PK")
    page, section = sound(at, qtbot)
    panel = section.hearing.panel
    panel.from_zip.click()
    dialog = page.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.fileSelected.emit(str(archive))
    dialog.reject()
    assert ("import_from", archive) in services.models.asked
    qtbot.waitUntil(lambda: "knows no English" in panel.text)


def test_an_import_that_is_no_model_says_why(
    at: At, services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from tests.ui.fakes import refused

    _, section = sound(at, qtbot)
    wrong = BadInput("notes is no speech model: am/final.mdl is missing.")
    monkeypatch.setattr(services.models, "import_from", lambda path: refused(wrong))
    section.hearing.panel._control.import_from(str(tmp_path))
    qtbot.waitUntil(lambda: section.hearing.panel.text == str(wrong))


def test_a_model_is_removed(at: At, services: FakeServices, qtbot: QtBot) -> None:
    services.models.engines = [SMALL, "embedded"]
    _, section = sound(at, qtbot)
    panel = section.hearing.panel
    button = panel.rows[SMALL].trailing.itemAt(0).widget()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.text == "The model is removed from this computer.")
    assert services.models.asked == [("remove", SMALL)]
    assert panel.fetch.isVisible()
    assert panel.rows == {}


def test_a_mirror_must_be_an_address(at: At, services: FakeServices, qtbot: QtBot) -> None:
    page, section = sound(at, qtbot)
    mirror = section.hearing.mirror
    QTest.keyClicks(mirror, "models.example")
    QTest.keyClick(mirror, Qt.Key.Key_Return)
    assert services.settings.mirror_url is None
    assert "An address begins with https:// or http://. The old one is kept." in texts(page)
    mirror.clear()
    QTest.keyClicks(mirror, "https://models.example/vosk")
    QTest.keyClick(mirror, Qt.Key.Key_Return)
    assert services.settings.mirror_url == "https://models.example/vosk"


# --------------------------------------------------------------------------- guidance, look, delivery


def test_takes_are_judged_again_by_the_chosen_guide(qtbot, at, services):
    page = at("guidance")
    section = page.section
    assert isinstance(section, Guidance)
    section.options["be-ready"].click()
    section.again.click()
    assert services.carrying.asked == [("judge_all", "be-ready")]
    assert not section.again.isEnabled()
    services.carrying.on_progress(3, 10)
    qtbot.waitUntil(lambda: section.work.progress.value() == 3)
    section.work.button.click()
    assert services.carrying.asked[-1] == ("cancel",)
    services.carrying.work.set_exception(Cancelled("Stopped."))
    qtbot.waitUntil(lambda: section.work.text == "Stopped.")
    section.again.click()
    services.carrying.work.set_result(7)
    qtbot.waitUntil(lambda: section.work.text == "Judged 7 takes anew.")
    assert section.again.isEnabled()


def test_a_guide_is_chosen_and_shows_what_it_counts(at: At, services: FakeServices) -> None:
    page = at("guidance")
    section = page.section
    assert isinstance(section, Guidance)
    assert section.options[None].isChecked()
    assert set(section.options) == {None, *services.guide_records}
    before = section.counts["voicemail"].text()
    QTest.mouseClick(section.options["earn"], Qt.MouseButton.LeftButton)
    assert services.settings.guide == "earn"
    after = section.counts["voicemail"].text()
    assert after != before
    assert not after.startswith("By ")
    assert "not from the articles" in texts(page)
    assert any(text.startswith("Jeffrey Gitomer. A message is returned") for text in texts(page))


def test_who_judges_a_kind_that_the_guide_does_not_know_is_said(at: At, services: FakeServices) -> None:
    services.settings = replace(services.settings, guide="be-ready")
    page = at("guidance")
    assert isinstance(page.section, Guidance)
    assert page.section.counts["voicemail"].text().startswith("By “Sell the call”: ")


def test_a_guide_that_cannot_be_kept_is_not_chosen(at: At, services: FakeServices) -> None:
    page = at("guidance")
    services.save_failure = FULL
    assert isinstance(page.section, Guidance)
    page.section.options["earn"].click()
    assert page.section.options[None].isChecked()


def test_the_theme_changes_at_once(at: At, services: FakeServices) -> None:
    page = at("look")
    assert isinstance(page.section, Look)
    QTest.mouseClick(page.section.themes["dark"], Qt.MouseButton.LeftButton)
    assert services.settings.theme == "dark"
    assert theme.current().dark
    services.save_failure = FULL
    QTest.mouseClick(page.section.themes["light"], Qt.MouseButton.LeftButton)
    assert theme.current().dark
    assert page.section.themes["dark"].isChecked()


def test_switches_are_kept_by_space(at: At, services: FakeServices) -> None:
    page = at("look")
    assert isinstance(page.section, Look)
    for toggle in (page.section.live_words, page.section.telephone):
        toggle.setFocus()
        QTest.keyClick(toggle, Qt.Key.Key_Space)
    assert not services.settings.live_words
    assert not services.settings.telephone_sound
    page.enter("delivery")
    assert isinstance(page.section, Delivery)
    page.section.marks.click()
    assert not services.settings.delivery_marks
    services.save_failure = FULL
    page.section.marks.click()
    assert not page.section.marks.isChecked()


# --------------------------------------------------------------------------- privacy, about


class Opened(QObject):
    """Stands where the system's file manager would."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_data_folder_is_shown_and_opened(at: At, services: FakeServices) -> None:
    page = at("privacy")
    assert isinstance(page.section, Privacy)
    assert page.section.folder.path.text().replace("\u200b", "") == str(services.data_dir)
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")
    try:
        QTest.mouseClick(page.section.folder.open, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opened.urls] == [str(services.data_dir)]


def test_all_attempts_are_deleted_only_when_meant(at: At, services: FakeServices, qtbot: QtBot) -> None:
    services.review.attempts = {name: replace(voicemail(), id=name) for name in ("a", "b")}
    services.practice.points = {"dana-whitfield": MyPoints(who="Sam")}
    services.scripts.put("Hi Dana", "voicemail")
    page = at("privacy")
    section = page.section
    assert isinstance(section, Privacy)
    qtbot.waitUntil(section.delete.isEnabled)
    QTest.mouseClick(section.delete, Qt.MouseButton.LeftButton)
    assert section.keep.hasFocus()
    assert section.confirm.text() == "Delete 2 attempts, my points and 1 script"
    QTest.keyClick(section.keep, Qt.Key.Key_Space)
    assert (len(services.review.attempts), len(services.practice.points)) == (2, 1)
    section.delete.click()
    QTest.mouseClick(section.confirm, Qt.MouseButton.LeftButton)
    deleted = "All attempts are deleted, with their recordings, your points and scripts."
    qtbot.waitUntil(lambda: deleted in texts(page))
    assert services.review.attempts == services.practice.points == {}
    assert services.scripts.all().result() == []
    qtbot.waitUntil(lambda: section.delete.toolTip() == "There is nothing to delete.")
    assert not section.delete.isEnabled()


def test_a_deletion_that_fails_says_why(at: At, services: FakeServices, qtbot: QtBot) -> None:
    services.review.attempts = {"a": voicemail()}
    page = at("privacy")
    section = page.section
    assert isinstance(section, Privacy)
    qtbot.waitUntil(section.delete.isEnabled)
    services.review.failure = StoreError("The history cannot be written.", "Free some space.")
    section.delete.click()
    section.confirm.click()
    qtbot.waitUntil(lambda: "The history cannot be written. Free some space." in texts(page))
    assert section.delete.isVisible()


def test_about_lists_versions_licences_and_how_to_remove_everything(
    at: At, services: FakeServices, qtbot: QtBot
) -> None:
    page = at("about")
    section = page.section
    assert isinstance(section, About)
    qtbot.waitUntil(lambda: section.libraries is not None)
    assert section.libraries
    named = {name: licence for name, _, licence in section.libraries.rows}
    assert named["vosk"] == "Apache Software License"
    assert "LGPL-3.0-only" in next(licence for name, licence in named.items() if "PySide6" in name)
    assert any("Kokoro" in by for _, by, _ in section.sounds.rows)
    assert section.folder.path.text().replace("\u200b", "") == str(services.data_dir)
    assert "Remove everything" in texts(page)
