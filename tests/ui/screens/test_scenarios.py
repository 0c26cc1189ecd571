from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.trainer.packs.own import good, put
from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.records import Scenario
from ui.main_window import MainWindow
from ui.screens.scenarios import ScenariosScreen
from ui.widgets.scenario_paint import hear_box, star_box, start_box


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window("scenarios")


@pytest.fixture
def screen(window: MainWindow) -> ScenariosScreen:
    screen = window.screen_shown()
    assert isinstance(screen, ScenariosScreen)
    return screen


def shown(screen: ScenariosScreen) -> list[str]:
    return [card.scenario.id for card in screen.cards.shown]


def current(screen: ScenariosScreen) -> Scenario:
    assert screen.grid.current
    return screen.grid.current.scenario


def choose(screen: ScenariosScreen, name: str, words: str) -> None:
    """As a person does: open the box, pick the entry."""
    box = screen.filters.boxes[name]
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def add_one(services: FakeServices) -> None:
    """One more scenario."""
    mine = dataclasses.replace(services.scenarios[0], id="mine")
    services.scenarios = (*services.scenarios, mine)


def test_everything_is_there_and_the_first_can_be_started(
    window: MainWindow, screen: ScenariosScreen, services: FakeServices
) -> None:
    assert shown(screen) == [one.id for one in services.scenarios]
    assert screen.page.count.text() == str(len(services.scenarios))
    press(window, Qt.Key.Key_Right)
    wanted = services.scenarios[1].id
    assert current(screen).id == wanted
    press(window, Qt.Key.Key_Return)
    assert ("start", wanted) in services.calls.asked


def test_cards_are_put_anew_only_where_something_is_known_that_was_not(
    qtbot: QtBot, window: MainWindow, screen: ScenariosScreen, services: FakeServices
) -> None:
    qtbot.wait(50)  # until what was asked for at the first visit is answered
    put: list[int] = []
    screen.cards.modelReset.connect(lambda: put.append(1))
    window.go("today")
    window.go("scenarios")
    qtbot.wait(50)
    assert not put, "thousands of cards would hold up the window for nothing"
    add_one(services)
    window.go("today")
    window.go("scenarios")
    assert put


def test_typing_finds_names_without_their_accents(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
) -> None:
    first = services.scenarios[0]
    named = dataclasses.replace(
        first, id="zoe", prospect=dataclasses.replace(first.prospect, name="Zoë Çelik")
    )
    services.scenarios = (*services.scenarios, named)
    window = open_window("scenarios")
    screen = window.screen_shown()
    assert isinstance(screen, ScenariosScreen)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(screen.filters.search, "zoe celik")
    qtbot.waitUntil(lambda: shown(screen) == ["zoe"])
    press(window, Qt.Key.Key_Down)
    assert screen.grid.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert len(shown(screen)) == len(services.scenarios)


def test_choices_narrow_and_can_be_given_up(screen: ScenariosScreen, services: FakeServices) -> None:
    screen.filters.kinds.button(2).click()
    assert {card.scenario.kind for card in screen.cards.shown} == {"callback"}
    screen.filters.kinds.button(0).click()
    industry = services.scenarios[0].industry
    choose(screen, "industry", industry[:1].upper() + industry[1:])
    assert {card.scenario.industry for card in screen.cards.shown} == {industry}
    choose(screen, "difficulty", "Hard")
    assert {card.scenario.difficulty for card in screen.cards.shown} <= {3}
    choose(screen, "situation", "A lead")
    choose(screen, "industry", "Any industry")
    assert {card.scenario.situation for card in screen.cards.shown} <= {"lead"}
    screen.filters.search.setText("nothing is called this")
    screen._look()
    assert screen.page.nothing.text == "No scenario fits all of this."
    screen.page.nothing.button.click()
    assert len(shown(screen)) == len(services.scenarios)


def test_a_skill_is_looked_for_by_what_is_counted_and_said(screen: ScenariosScreen) -> None:
    choose(screen, "skill", "Meeting an objection")
    assert shown(screen)
    assert all(any(one.objection for one in card.scenario.prompts) for card in screen.cards.shown)
    choose(screen, "skill", "The number")
    assert {card.scenario.kind for card in screen.cards.shown} == {"voicemail"}


def test_what_was_tried_is_no_longer_new(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
) -> None:
    attempt = sample.voicemail()
    services.review.attempts = {attempt.id: attempt}
    screen = open_window("scenarios").screen_shown()
    assert isinstance(screen, ScenariosScreen)
    qtbot.waitUntil(lambda: bool(screen._tried))
    choose(screen, "standing", "Not yet tried")
    assert attempt.scenario.id not in shown(screen)
    assert len(shown(screen)) >= len(services.scenarios) - 1


def test_a_favourite_is_kept_and_found(
    window: MainWindow, screen: ScenariosScreen, services: FakeServices
) -> None:
    first, second = services.scenarios[0].id, services.scenarios[1].id
    press(window, Qt.Key.Key_F)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_F)
    assert services.settings.favourite_scenarios == (first, second)
    press(window, Qt.Key.Key_F)
    assert services.settings.favourite_scenarios == (first,)
    choose(screen, "standing", "Favourites")
    assert shown(screen) == [first]


def test_a_favourite_that_cannot_be_kept_is_said(
    window: MainWindow, screen: ScenariosScreen, services: FakeServices
) -> None:
    services.save_failure = OSError(28, "No space left on device")
    press(window, Qt.Key.Key_F)
    assert "No space left" in screen.news.text
    assert not services.settings.favourite_scenarios


def test_a_voice_is_heard_and_stopped(
    window: MainWindow, screen: ScenariosScreen, services: FakeServices
) -> None:
    press(window, Qt.Key.Key_P)
    assert screen.grid.playing == current(screen).id
    assert ("play_prompt", current(screen).prompts[0].audio) in services.listening.asked
    press(window, Qt.Key.Key_P)
    assert screen.grid.playing == ""
    assert ("stop",) in services.listening.asked
    press(window, Qt.Key.Key_P)
    window.go("today")
    assert screen.grid.playing == ""


@pytest.mark.parametrize("part", ["start", "hear", "star"])
def test_a_click_does_what_it_is_on(
    part: str, window: MainWindow, screen: ScenariosScreen, services: FakeServices
) -> None:
    index = screen.cards.index(2, 0)
    card, box = screen.cards.shown[2], screen.grid.card_box(index).toRectF()
    places = {"start": start_box(box), "hear": hear_box(box, card), "star": star_box(box)}
    place = places[part]
    assert place
    QTest.mouseClick(screen.grid.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    wanted = card.scenario.id
    assert (("start", wanted) in services.calls.asked) == (part == "start")
    assert (screen.grid.playing == wanted) == (part == "hear")
    assert (wanted in services.settings.favourite_scenarios) == (part == "star")


def test_up_from_the_first_row_goes_to_the_search(window: MainWindow, screen: ScenariosScreen) -> None:
    press(window, Qt.Key.Key_Up)
    assert screen.filters.search.hasFocus()


@pytest.mark.parametrize(("width", "columns"), [(900, 2), (1280, 3), (1920, 5)])
def test_as_many_columns_as_have_room(
    width: int, columns: int, qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    screen = open_window("scenarios", size=(width, 800)).screen_shown()
    assert isinstance(screen, ScenariosScreen)
    tops = [screen.grid.card_box(screen.cards.index(row, 0)).top() for row in range(columns + 1)]
    assert len(set(tops[:columns])) == 1
    assert tops[columns] > tops[0]
    last = screen.grid.card_box(screen.cards.index(columns - 1, 0))
    assert last.right() <= screen.grid.viewport().width()


@pytest.mark.parametrize(("width", "columns"), [(900, 2), (1280, 3)])
def test_few_cards_have_as_many_columns_as_many(
    width: int, columns: int, services: FakeServices, open_window: Callable[..., MainWindow]
) -> None:
    services.scenarios = services.scenarios[:4]
    screen = open_window("scenarios", size=(width, 800)).screen_shown()
    assert isinstance(screen, ScenariosScreen)
    assert not screen.grid.verticalScrollBar().isVisible()
    tops = [screen.grid.card_box(screen.cards.index(row, 0)).top() for row in range(4)]
    assert screen.grid.columns == columns
    assert tops.count(tops[0]) == columns


class Paintings(QObject):
    """Notes in `done` when what it watches is painted."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self._done = done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's own)
        if event.type() == QEvent.Type.Paint:
            self._done.append("painted")
        return False


def test_nothing_is_asked_before_the_page_is_painted(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window("scenarios")
    screen = window.screen_shown()
    assert isinstance(screen, ScenariosScreen)
    qtbot.wait(50)  # until what was asked for at the first visit is answered
    window.go("today")
    done: list[str] = []
    paintings, ask = Paintings(done), screen._due.ask
    screen.grid.viewport().installEventFilter(paintings)

    def asked() -> None:
        done.append("asked")
        ask()

    screen._due.ask = asked  # type: ignore[method-assign]
    window.go("scenarios")
    qtbot.waitUntil(lambda: "asked" in done)
    assert done[0] == "painted", "thousands of scenarios would keep the window from it"


def test_your_own_are_marked_and_can_be_looked_for(
    qtbot: QtBot, services: FakeServices, open_window: Callable[..., MainWindow]
) -> None:
    # A file of a shipped one's name is not in the library: the shipped one stays.
    put(services.data_dir / "scenarios", {**good(), f"{services.scenarios[0].id}.toml": b""})
    screen = open_window("scenarios").screen_shown()
    assert isinstance(screen, ScenariosScreen)
    qtbot.waitUntil(lambda: screen.page.count.text() == f"{len(services.scenarios)}, of which 1 is yours")
    choose(screen, "standing", "Your own")
    assert shown(screen) == ["mine"]
    assert screen.cards.shown[0].over.endswith(", yours")


def test_what_is_due_today_can_be_looked_for(
    qtbot: QtBot, screen: ScenariosScreen, services: FakeServices
) -> None:
    among = [one.id for one in services.scenarios]
    due = services.practice.due(datetime.now().astimezone().date(), among).result()
    choose(screen, "standing", "Due today")
    qtbot.waitUntil(lambda: set(shown(screen)) == {item.scenario_id for item in due.items} != set())
