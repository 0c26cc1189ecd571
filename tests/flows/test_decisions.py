"""The real window at the drills in which the user decides: by keyboard, from Today to the verdict."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, Window, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE, beginning
from tests.flows.today import pick
from trainer import settings
from trainer.paths import ASSETS
from trainer.records import Seller

GREETING = ASSETS / "voices" / "leave-or-not-cold-vineyard-greeting.ogg"


def test_hanging_up_before_the_beep_with_a_reason_and_what_the_others_would_say(
    desktop: Desktop, data: Path
) -> None:
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Walter Brandvold, Leave or not")
        window.wait_for("They fish together.")
        with desktop.sound.record_speaker() as heard:
            window.press("space")
            begun = beginning(GREETING, data / "begun.wav", 2.0)
            wait_until(lambda: likeness(heard.pcm, begun) > ALIKE, "the greeting on the speaker")
            window.press("h")
            window.wait_for("You hang up. Why?")
        window.press("1")
        window.wait_for("The others would say")
        said = window.wait_for("2 of 2 met")
    assert "Hang up and try again later today" in said
    (row,) = stored(desktop, data)
    assert row["state"] == "judged"


def test_leaving_says_why_and_then_records_the_message(desktop: Desktop, data: Path) -> None:
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Walter Brandvold, Leave or not")
        window.wait_for("They fish together.")
        window.press("space")
        window.wait_for("out with the vines")
        window.press("l")
        window.wait_for("You leave a message. Why?")
        window.press("4")
        window.wait_for("Recording")
        desktop.sound.speak(beginning(GOOD_MESSAGE, data / "said.wav"))
        window.press("space")
        window.wait_for("The right decision")
    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert [turn["prompt"] for turn in kept["turns"]] == ["greeting"]
    outcomes = {check["id"]: check["outcome"] for check in kept["feedback"]["checks"]}
    assert outcomes == {"right-decision": "missed", "gave-a-reason": "missed"}


def call(window: Window, expected: str, reading: str = "") -> None:
    """Call, hear what is met, go on, and say what to make of it where that is asked."""
    window.press("c")
    window.wait_for(expected)
    window.press("space")
    if reading:
        window.wait_for("What do you make of it?")
        window.press(reading)
    window.wait_for("Your decision")


def test_a_run_of_tries_to_ones_own_line_and_on_to_somebody_new(desktop: Desktop, data: Path) -> None:
    kept = settings.load(data)[0]
    settings.save(data, dataclasses.replace(kept, profile=Seller(id="me", name="Sam Reyes", own_limit=5)))
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Hugh Lockwood, Draw the line")
        window.wait_for("No try yet. Your line is 5.")
        call(window, "away from my desk")
        window.press("1")
        call(window, "It rings, and rings.")
        window.press("2")
        call(window, "he always is on a day like this", "n")
        window.press("2")
        call(window, "Could you call me tomorrow?", "b")
        window.press("2")
        call(window, "I'm on vacation", "b")
        window.wait_for("5 tries. Your line is 5.")
        window.press("n")
        window.wait_for("4 of 4 met")
    (row,) = stored(desktop, data)
    assert (row["kind"], row["state"], row["engine"]) == ("draw-the-line", "judged", None)
