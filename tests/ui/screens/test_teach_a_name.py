"""Teach a name: offered after a test sentence in which it was misheard, kept, undone, and listed in Me."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeServices
from trainer.records import Level, Seller
from ui.main_window import MainWindow
from ui.screens.settings import Settings
from ui.settings_sections.me import Me
from ui.settings_sections.sound import Sound
from ui.widgets.button import Button

SAM = Seller(id="me", name="Sam Reyes", company="Fieldline")
GOOD = Level(speech_dbfs=-24.0, peak_dbfs=-9.0, clipped_share=0.0)
FULL = OSError(28, "No space left on device")
Open = Callable[..., MainWindow]


@pytest.fixture
def page(open_window: Open, services: FakeServices) -> Settings:
    services.settings = replace(services.settings, profile=SAM)
    shown = open_window("settings", "sound").screen_shown()
    assert isinstance(shown, Settings)
    return shown


def sound(page: Settings) -> Sound:
    assert isinstance(page.section, Sound)
    return page.section


def say(page: Settings, services: FakeServices, qtbot: QtBot, words: str) -> None:
    """The test sentence is recorded, and heard as `words`."""
    services.listening.heard = words
    sound(page).test.start_or_stop()
    services.listening.test.set_result((b"\x10\x00" * 60_000, GOOD))
    qtbot.waitUntil(lambda: sound(page).hearing.heard.text() == f"“{words}”")
    # Qt shows what is added to a page that is open in a later turn of its loop.
    qtbot.waitUntil(lambda: all(offer.note.isVisible() for offer in sound(page).hearing.row.offers))


def notes(page: Settings) -> list[str]:
    return [offer.note.text() for offer in sound(page).hearing.row.offers if offer.note.isVisible()]


def test_a_name_in_two_words_can_be_taught_and_that_undone(
    page: Settings, services: FakeServices, qtbot: QtBot
) -> None:
    say(page, services, qtbot, "hi dana this is sam reyes at field line")
    (offer,) = sound(page).hearing.row.offers
    assert notes(page) == ["“Fieldline” was heard as two words. Teach it once and it will be known."]
    assert offer.button.accessibleName() == "Teach a name: Fieldline"
    offer.button.click()
    assert services.settings.profile.heard_as == {"Fieldline": ("field line",)}
    assert notes(page) == ["“field line” is known as “Fieldline” from now on."]
    assert offer.button.text() == "Undo"
    offer.button.click()
    assert services.settings.profile == SAM
    assert offer.button.text() == "Teach a name"


def test_each_misheard_name_has_its_own_line(page: Settings, services: FakeServices, qtbot: QtBot) -> None:
    say(page, services, qtbot, "this is sam raise from feel time")
    assert notes(page) == [
        "“Sam Reyes” was heard as “sam raise”. Teach it once and it will be known.",
        "“Fieldline” was heard as “feel time”. Teach it once and it will be known.",
    ]
    for offer in sound(page).hearing.row.offers:
        offer.button.click()
    assert services.settings.profile.heard_as == {"Sam Reyes": ("sam raise",), "Fieldline": ("feel time",)}


def test_nothing_is_offered_when_all_was_heard(page: Settings, services: FakeServices, qtbot: QtBot) -> None:
    say(page, services, qtbot, "hi dana this is sam reyes at fieldline")
    assert sound(page).hearing.row.offers == []
    assert sound(page).hearing.heard.text() == "“hi dana this is sam reyes at fieldline”"


def test_an_offer_goes_with_the_next_sentence(page: Settings, services: FakeServices) -> None:
    row = sound(page).hearing.row
    row.show_heard("this is sam reyes from feel time")
    row.say("…")
    QApplication.processEvents()
    assert row.offers == []
    assert [one for one in row.findChildren(Button) if one.isVisible()] == []


def test_what_cannot_be_kept_is_still_offered(page: Settings, services: FakeServices) -> None:
    services.save_failure = FULL
    row = sound(page).hearing.row
    row.show_heard("this is sam reyes from feel time")
    row.offers[0].button.click()
    assert services.settings.profile == SAM
    assert row.offers[0].button.text() == "Teach a name"


def test_me_lists_what_was_taught_and_forgets_it(open_window: Open, services: FakeServices) -> None:
    knowing = replace(SAM, heard_as={"Fieldline": ("field line", "feel time")})
    services.settings = replace(services.settings, profile=knowing)
    page = open_window("settings", "me").screen_shown()
    assert isinstance(page, Settings)
    assert isinstance(page.section, Me)
    taught = page.section.taught
    assert list(taught.lines) == [("Fieldline", "field line"), ("Fieldline", "feel time")]
    taught.lines["Fieldline", "field line"].findChild(Button).click()
    assert services.settings.profile.heard_as == {"Fieldline": ("feel time",)}
    taught.lines["Fieldline", "feel time"].findChild(Button).click()
    assert services.settings.profile == SAM
    assert not taught.isVisible()
