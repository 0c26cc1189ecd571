"""What an open call shows of the lines that are spoken."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.trainer.examples import scenario
from trainer.records import Band, Prompt
from ui.widgets.call_parts import OnTheLine

BAND = Band(near_from=8.0, good_from=15.0, good_to=30.0, near_to=50.0)


def test_messages_of_other_sellers_are_counted_and_the_greeting_is_not(qtbot: QtBot) -> None:
    greeting, tyres, software = (
        Prompt(id=name, text=f"This is {name}.", audio=f"voices/{name}.ogg", voice="af_bella")
        for name in ("greeting", "tyres", "software")
    )
    crowded = replace(
        scenario("voicemail"), prompts=(greeting, tyres, software), others=("tyres", "software")
    )
    page = OnTheLine()
    qtbot.addWidget(page)
    page.show_call(crowded, BAND, clock=True)
    page.show_prompt(software)
    assert page.line() == "Message 2 of 2 here: “This is software.”"
    page.show_prompt(greeting)
    assert page.line() == "“This is greeting.”"
