"""Welcome: each step done, left out, gone back from and come back to, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import VirtualClock
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.errors import DeviceError, DownloadError
from trainer.records import Engines, Level, Seller
from trainer.settings import DeviceName
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.screens.welcome import Welcome
from ui.welcome_steps.first_drill import FirstDrill, first_voicemail
from ui.welcome_steps.microphone import NONE, Microphone
from ui.welcome_steps.speech_model import SpeechModel
from ui.welcome_steps.you import You
from ui.widgets.message_bar import MessageBar
from ui.widgets.profile_form import NO_DIGITS, NO_NAME, NO_NUMBER

Open = Callable[..., MainWindow]
GOOD = Level(speech_dbfs=-24.0, peak_dbfs=-9.0, clipped_share=0.0)
QUIET = Level(speech_dbfs=-52.0, peak_dbfs=-45.0, clipped_share=0.0)
SECOND = b"\x10\x00" * 16_000


@pytest.fixture
def at(open_window: Open, services: FakeServices) -> Callable[[int], Welcome]:
    """Opens Welcome for somebody new who has done so many steps."""

    def open_at(step: int = 0) -> Welcome:
        services.settings = replace(services.settings, profile=Seller(id="me"), welcome_step=step)
        window = open_window("welcome")
        page = window.screen_shown()
        assert isinstance(page, Welcome)
        return page

    return open_at


def key(page: Welcome, which: Qt.Key, clock: VirtualClock) -> None:
    """A key as pressed by somebody who has seen the page."""
    clock.advance(1.0)
    QTest.qWait(2)  # keys let go and pressed again in one instant count as one held key
    window = page.window()
    assert isinstance(window, MainWindow)
    press(window, which)


def texts(page: Welcome) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def told(page: Welcome) -> str:
    bar = page.window().findChild(MessageBar)
    return bar.text if bar.isVisible() else ""


# --------------------------------------------------------------------------- the way through


def test_every_step_can_be_left_out(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    page = at(0)
    window = page.window()
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert isinstance(page.step, Microphone)
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert isinstance(page.step, SpeechModel)
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert isinstance(page.step, FirstDrill)
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert window.screen_name == "today"
    assert services.settings.welcome_step == 4
    assert services.settings.profile.name == ""


@pytest.mark.parametrize(("done", "kind"), [(0, You), (1, Microphone), (2, SpeechModel), (3, FirstDrill)])
def test_it_begins_where_one_stopped(at: Callable[[int], Welcome], done: int, kind: type) -> None:
    assert isinstance(at(done).step, kind)


def test_once_done_it_begins_again_from_the_start(at: Callable[[int], Welcome]) -> None:
    assert isinstance(at(4).step, You)


def test_going_back_keeps_what_is_done(
    at: Callable[[int], Welcome], services: FakeServices, clock: VirtualClock
) -> None:
    page = at(2)
    key(page, Qt.Key.Key_Escape, clock)
    assert isinstance(page.step, Microphone)
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert isinstance(page.step, You)
    assert not page.back.isVisible()
    key(page, Qt.Key.Key_Escape, clock)
    assert isinstance(page.step, You)
    assert services.settings.welcome_step == 2


def test_the_rail_is_away_and_the_promise_is_there(at: Callable[[int], Welcome]) -> None:
    page = at(0)
    assert "About 60 seconds in all. Your voice stays on this computer." in texts(page)
    assert not page.window()._rail.isVisible()


def test_what_cannot_be_kept_is_said_and_stops_nobody(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    page = at(1)
    services.save_failure = OSError(28, "No space left on device")
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    assert isinstance(page.step, SpeechModel)
    assert "No space left on device" in told(page)
    assert services.settings.welcome_step == 1


@pytest.mark.parametrize("size", [(1280, 800), (900, 640), (720, 520)])
@pytest.mark.parametrize("step", range(4))
def test_nothing_is_cut_at_any_size(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot, size: tuple[int, int], step: int
) -> None:
    services.models.engines = ["vosk:" + "a-model-with-a-long-name-" * 3, "embedded"]
    page = at(step)
    window = page.window()
    window.resize(*size)
    QApplication.processEvents()
    for button in (page.next, page.back, page.other):
        if button.isVisible():
            assert page.rect().contains(button.geometry())
    assert page.step.width() <= page.width()
    for label in page.step.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


# --------------------------------------------------------------------------- you


def test_who_one_is_is_typed_and_kept_by_enter(
    at: Callable[[int], Welcome], services: FakeServices, clock: VirtualClock
) -> None:
    page = at(0)
    assert isinstance(page.step, You)
    assert page.step.form.name.hasFocus()
    QTest.keyClicks(page.step.form.name, "Ada Byron")
    QTest.keyClicks(page.step.form.number, "0113 496 0222")
    page.step.form.region.choose("US")
    key(page, Qt.Key.Key_Return, clock)
    assert isinstance(page.step, Microphone)
    profile = services.settings.profile
    assert (profile.name, profile.number, profile.region) == ("Ada Byron", "0113 496 0222", "US")
    assert profile.company is None
    assert services.settings.welcome_step == 1


def test_a_number_without_a_name_asks_for_the_name(at: Callable[[int], Welcome]) -> None:
    page = at(0)
    assert isinstance(page.step, You)
    QTest.keyClicks(page.step.form.number, "0113 496 0222")
    page.next.click()
    assert isinstance(page.step, You)
    assert NO_NAME in texts(page)
    QTest.keyClicks(page.step.form.name, "A")
    assert NO_NAME not in texts(page)


def test_a_number_needs_digits_and_its_absence_is_explained(at: Callable[[int], Welcome]) -> None:
    page = at(0)
    assert isinstance(page.step, You)
    assert NO_NUMBER in texts(page)
    QTest.keyClicks(page.step.form.name, "Ada")
    QTest.keyClicks(page.step.form.number, "my mobile")
    assert NO_DIGITS in texts(page)
    page.next.click()
    assert isinstance(page.step, You)


def test_who_cannot_be_kept_stays_and_may_go_on_as_the_shipped_seller(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    page = at(0)
    services.save_failure = OSError(30, "Read-only file system")
    assert isinstance(page.step, You)
    QTest.keyClicks(page.step.form.name, "Ada")
    page.next.click()
    assert isinstance(page.step, You)
    assert "Read-only file system" in told(page)
    assert page.other.text() == "Practise as a ready-made seller"
    page.other.click()
    assert isinstance(page.step, Microphone)


# --------------------------------------------------------------------------- microphone


def test_a_sentence_is_said_by_space_seen_heard_and_played(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot, clock: VirtualClock
) -> None:
    services.listening.heard = "hello this is ada"
    page = at(1)
    step = page.step
    assert isinstance(step, Microphone)
    qtbot.waitUntil(lambda: step.device.count() == 2)
    assert step.speak.hasFocus()
    key(page, Qt.Key.Key_Space, clock)
    assert step.test.listening
    qtbot.waitUntil(lambda: step._level._lit > 0)
    key(page, Qt.Key.Key_Space, clock)
    assert ("stop_test",) in services.listening.asked
    qtbot.waitUntil(lambda: "Heard: “hello this is ada”" in texts(page))
    assert "We hear you well." in texts(page)
    step.play.click()
    assert services.listening.asked[-1] == ("play_test", 32_000)
    assert page.next.hasFocus()
    key(page, Qt.Key.Key_Return, clock)
    assert isinstance(page.step, SpeechModel)


def test_too_quiet_says_what_to_do_and_can_be_said_again(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    page = at(1)
    step = page.step
    assert isinstance(step, Microphone)
    step.speak.click()
    services.listening.test.set_result((SECOND, QUIET))
    qtbot.waitUntil(lambda: "Too quiet." in texts(page))
    assert "Come closer, or raise the microphone’s level." in texts(page)
    assert page.next.text() == "Skip"
    assert step.speak.hasFocus()
    step.speak.click()
    services.listening.test.set_result((SECOND, GOOD))
    qtbot.waitUntil(lambda: "We hear you well." in texts(page))


def test_without_a_microphone_it_says_so_and_can_be_left_out_by_enter(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot, clock: VirtualClock
) -> None:
    services.listening.microphones = []
    page = at(1)
    qtbot.waitUntil(lambda: NONE in texts(page))
    step = page.step
    assert isinstance(step, Microphone)
    assert not step.speak.isEnabled()
    assert step.speak.toolTip() == NONE
    services.listening.microphones = [DeviceName(name="New", host_api="ALSA")]
    QTest.mouseClick(step.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(step.speak.isEnabled)
    assert NONE not in texts(page)
    services.listening.microphones = []
    step.look_again()
    qtbot.waitUntil(page.next.hasFocus)
    key(page, Qt.Key.Key_Return, clock)
    assert isinstance(page.step, SpeechModel)


def test_a_busy_microphone_is_explained(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    page = at(1)
    assert isinstance(page.step, Microphone)
    page.step.speak.click()
    services.listening.test.set_exception(DeviceError("The microphone is busy.", "Close the other program."))
    qtbot.waitUntil(lambda: "The microphone is busy. Close the other program." in texts(page))
    assert not page.step.test.listening


def test_another_microphone_is_kept(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    page = at(1)
    step = page.step
    assert isinstance(step, Microphone)
    qtbot.waitUntil(lambda: step.device.count() == 2)
    step.device.setFocus()
    QTest.keyClick(step.device, Qt.Key.Key_Down)
    assert services.settings.input_device == services.listening.microphones[0]


def test_going_on_while_listening_closes_the_microphone(
    at: Callable[[int], Welcome], services: FakeServices, bridge: Bridge, qtbot: QtBot
) -> None:
    page = at(1)
    step = page.step
    assert isinstance(step, Microphone)
    step.speak.click()
    page.next.click()
    assert ("stop_test",) in services.listening.asked
    with qtbot.waitSignal(bridge._finished, timeout=1000):
        bridge.when_done(services.listening.inputs(), step._on_inputs)
    page.back.click()
    assert "We hear you well." not in texts(page)


# --------------------------------------------------------------------------- speech model


def test_a_model_in_force_is_named_and_enter_goes_on(
    at: Callable[[int], Welcome], clock: VirtualClock
) -> None:
    page = at(2)
    assert "Tiny English, embedded is here and ready. You can go on with it." in texts(page)
    key(page, Qt.Key.Key_Return, clock)
    assert isinstance(page.step, FirstDrill)


def test_looking_for_models_stops_nobody(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Future[Engines] = Future()
    monkeypatch.setattr(services.models, "look", lambda: asked)
    page = at(2)
    step = page.step
    assert isinstance(step, SpeechModel)
    assert "Looking for a speech model on this computer." in texts(page)
    assert not step.panel.fetch.isVisible()
    assert page.next.isEnabled()
    asked.set_result(Engines())
    qtbot.waitUntil(step.panel.fetch.isVisible)
    assert "Nothing here can hear English yet" in texts(page)


def test_an_older_look_does_not_tell_of_a_newer_model(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = at(2)
    step = page.step
    assert isinstance(step, SpeechModel)
    before: Future[Engines] = Future()
    after: Future[Engines] = Future()
    looks = [before, after]
    monkeypatch.setattr(services.models, "look", lambda: looks.pop(0))
    step.panel.refresh()
    step.panel.fetch.click()
    services.models.fetching.set_result("vosk:new")
    qtbot.waitUntil(lambda: not looks)
    before.set_result(Engines())
    after.set_result(Engines(here=("vosk:new",), in_force="vosk:new"))
    qtbot.waitUntil(lambda: step.panel.text == "new is here and hears you from now on.")


def test_a_model_is_fetched_with_progress(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    services.models.engines = []
    page = at(2)
    assert page.next.text() == "Skip"
    step = page.step
    assert isinstance(step, SpeechModel)
    QTest.mouseClick(step.panel.fetch, Qt.MouseButton.LeftButton)
    assert page.next.text() == "Continue"
    assert services.models.on_progress is not None
    services.models.on_progress(12_300_000, 41_205_931)
    qtbot.waitUntil(lambda: "12 of 41 MB" in texts(page))
    services.models.engines = ["vosk:vosk-model-small-en-us-0.15"]
    services.models.fetching.set_result("vosk:vosk-model-small-en-us-0.15")
    qtbot.waitUntil(lambda: "Small English is here and hears you from now on." in texts(page))
    assert not step.panel.fetch.isVisible()


def test_a_failing_fetch_shows_its_message_and_can_be_tried_again(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    services.models.engines = []
    page = at(2)
    step = page.step
    assert isinstance(step, SpeechModel)
    step.panel.fetch.click()
    services.models.fetching.set_exception(DownloadError("The host cannot be reached.", "Try again later."))
    qtbot.waitUntil(lambda: step.panel.text == "The host cannot be reached. Try again later.")
    assert step.panel.fetch.isEnabled()
    step.panel.fetch.click()
    assert services.models.asked == [("fetch",), ("fetch",)]
    assert step.panel.text == ""


def test_a_fetch_is_cancelled_and_resumed(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    services.models.engines = []
    page = at(2)
    step = page.step
    assert isinstance(step, SpeechModel)
    step.panel.fetch.click()
    QTest.mouseClick(step.panel.cancel, Qt.MouseButton.LeftButton)
    assert ("cancel_fetch",) in services.models.asked
    assert "kept" in step.panel.text
    step.panel.fetch.click()
    assert services.models.asked[-1] == ("fetch",)


def test_a_fetch_goes_on_while_one_goes_on(
    at: Callable[[int], Welcome], services: FakeServices, qtbot: QtBot
) -> None:
    services.models.engines = []
    page = at(2)
    assert isinstance(page.step, SpeechModel)
    page.step.panel.fetch.click()
    page.next.click()
    page.other.click()
    window = page.window()
    window.go("settings", "sound")
    panel = window.screen_shown().section.hearing.panel
    assert panel.cancel.isVisible()
    services.models.fetching.set_exception(DownloadError("The host cannot be reached."))
    qtbot.waitUntil(lambda: panel.text == "The host cannot be reached.")


# --------------------------------------------------------------------------- first drill


def test_enter_starts_the_first_message(
    at: Callable[[int], Welcome], services: FakeServices, clock: VirtualClock
) -> None:
    page = at(3)
    first = first_voicemail(services.scenarios)
    assert first is not None
    assert first.prospect.name in texts(page)
    window = page.window()
    key(page, Qt.Key.Key_Return, clock)
    assert window.screen_name == "call"
    assert services.calls.asked == [("start", first.id)]
    assert services.settings.welcome_step == 4


def test_the_first_message_is_an_easy_one(services: FakeServices) -> None:
    hardest_first = tuple(sorted(services.scenarios, key=lambda one: -one.difficulty))
    first = first_voicemail(hardest_first)
    assert first is not None
    assert first.difficulty == 1


def test_without_a_voicemail_it_ends_on_today(at: Callable[[int], Welcome], services: FakeServices) -> None:
    services.scenarios = ()
    page = at(3)
    window = page.window()
    assert page.next.text() == "Go to Today"
    assert not page.other.isVisible()
    page.next.click()
    assert window.screen_name == "today"
