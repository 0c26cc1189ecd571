from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui import sample_feedback as sample
from tests.ui.fakes import FakeServices
from trainer.practice.readiness import readiness
from trainer.records import Dispute
from ui.models.readiness_words import lead, read_aloud
from ui.screens.feedback import FeedbackScreen
from ui.widgets.glyph import StateWord
from ui.widgets.label import Label
from ui.widgets.readiness_card import ReadinessCard

PARTS = readiness(sample.call_back()) or ()


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[ReadinessCard]:
    page = QWidget()
    qtbot.addWidget(page)
    made = ReadinessCard(page)
    made.show_parts(PARTS)
    page.resize(1100, 600)
    made.resize(1100, made.sizeHint().height())
    page.show()
    yield made
    page.close()


def words(card: ReadinessCard) -> list[list[str]]:
    """The texts of each part."""
    return [[label.text() for label in cell.findChildren(Label)] for cell in card.cells]


def test_each_part_says_its_name_its_time_and_its_outcome_in_words(card: ReadinessCard) -> None:
    said = words(card)
    assert said[0] == ["Picked up", "7.5 s ± 0.1", "Met", "14 s or less"]
    assert said[1] == ["First sound", "0.9 s ± 0.1", "Near", "1.2 s or less"]
    assert [part[0] for part in said] == [
        "Picked up", "First sound", "First telling word", "Your name", "Why you called",
        "Who, what and why", "Next step",
    ]  # fmt: skip


def test_the_whole_card_can_be_read_aloud(card: ReadinessCard) -> None:
    text = card.accessibleDescription()
    assert text == read_aloud(PARTS)
    assert "First sound: 0.9 s ± 0.1 after their line (1.2 s or less), near." in text
    assert "Your name: 0.4 s ± 0.3 after you picked up (within 10 s of your first sound), met." in text


def test_a_sentence_comes_before_the_numbers() -> None:
    assert lead(PARTS) == "You picked up after 7.5 s and spoke 0.9 s after their line."
    assert lead(PARTS[:1]) == "You picked up after 7.5 s."
    assert lead(()) == ""


@pytest.mark.parametrize("width", [1100, 740, 400, 260])
def test_the_parts_stand_in_as_many_columns_as_there_is_room_for(card: ReadinessCard, width: int) -> None:
    card.resize(width, card.sizeHint().height())
    card.resize(width, max(card.height(), card.sizeHint().height()))
    places = [cell.geometry() for cell in card.cells]
    assert all(place.right() < width for place in places)
    assert all(place.bottom() < card.height() for place in places)
    for index, one in enumerate(places):
        assert not any(one.intersects(other) for other in places[index + 1 :])


def test_a_part_that_is_not_judged_has_no_outcome(qtbot: QtBot, card: ReadinessCard) -> None:
    card.show_parts([replace(PARTS[1], state=None, seconds=None)])
    (cell,) = card.cells
    assert cell.findChildren(StateWord) == []
    assert cell.findChildren(Label)[1].text() == "not heard"


@pytest.mark.parametrize("size", [(1280, 800), (900, 640), (720, 520)])
def test_the_feedback_on_a_call_back_shows_it(qtbot, open_window, services: FakeServices, size) -> None:
    attempt = sample.call_back()
    services.review.attempts = {attempt.id: attempt}
    screen = open_window("feedback", attempt.id, size).screen_shown()
    assert isinstance(screen, FeedbackScreen)
    card = screen.page.readiness
    qtbot.waitUntil(card.isVisible)
    assert len(card.cells) == len(PARTS)
    above, below = (
        part.mapTo(screen.page.widget(), QPoint(0, 0)).y() + height
        for part, height in ((screen.page.strip, screen.page.strip.height()), (screen.page.transcript, 0))
    )
    top = card.mapTo(screen.page.widget(), QPoint(0, 0)).y()
    assert above <= top
    assert top + card.height() <= below
    assert card.height() >= card.minimumSizeHint().height()


def test_a_window_that_shrinks_takes_the_parts_with_it(qtbot, open_window, services: FakeServices) -> None:
    attempt = sample.call_back()
    services.review.attempts = {attempt.id: attempt}
    window = open_window("feedback", attempt.id)
    page = window.screen_shown().page
    qtbot.waitUntil(page.readiness.isVisible)
    window.resize(720, 520)
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
    assert all(cell.geometry().right() < page.readiness.width() for cell in page.readiness.cells)


def test_the_feedback_on_a_message_does_not(qtbot, open_window, services: FakeServices) -> None:
    attempt = sample.voicemail()
    services.review.attempts = {attempt.id: attempt}
    screen = open_window("feedback", attempt.id).screen_shown()
    assert isinstance(screen, FeedbackScreen)
    qtbot.waitUntil(lambda: screen.attempt is not None)
    assert not screen.page.readiness.isVisible()


def test_disputing_a_finding_takes_its_part_out_of_judgement() -> None:
    attempt = sample.call_back()
    assert attempt.feedback
    findings = tuple(replace(one, disputed=one.check == "core-in-ten") for one in attempt.feedback.findings)
    disputed = replace(
        attempt,
        revisions=(Dispute(check="core-in-ten"),),
        feedback=replace(attempt.feedback, findings=findings),
    )
    core = next(part for part in readiness(disputed) or () if part.id == "core")
    assert core.state is None
