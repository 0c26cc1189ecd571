"""Past a recorded menu: the key for the operator, a spoken ask, the person, and what it earned."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.today import pick
from trainer import settings
from trainer.paths import ASSETS

VOICES = ASSETS / "voices"
ASK = ASSETS / "samples" / "asks-for-a-page.ogg"


def test_the_key_for_the_operator_and_a_courteous_ask_reach_the_person(desktop: Desktop, data: Path) -> None:
    sound = desktop.sound
    # A busy machine may need longer to hear than the other side waits for words.
    settings.save(data, dataclasses.replace(settings.load(data)[0], patience_s=3.0))
    with desktop.program("--data-dir", str(data)) as window:
        with sound.record_speaker() as heard:
            pick(window, "Tom Adeyemi, Get through")
            window.wait_for("When do you call?")
            window.press("1")
            window.wait_for("Listening to the menu")
            window.press("0")
            window.wait_for("Jean speaking")
            window.wait_for("Your turn")
        assert likeness(heard.pcm, VOICES / "get-through-menu-dispatch-operator.ogg") > ALIKE
        with sound.record_speaker() as heard:
            sound.speak(ASK)
            window.wait_for("Last take - Ringback")
            wait_until(
                lambda: likeness(heard.pcm, VOICES / "get-through-menu-dispatch-tom.ogg") > ALIKE, "Tom"
            )
        window.wait_for("3 of 3 met")  # the first way worked: no second one was needed

    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    happened = [(event["name"], event["detail"]) for event in kept["events"]]
    assert ("dialled", "hours") in happened
    assert happened.index(("key", "0")) < happened.index(("way", "operator"))
    assert ("reached", "person") in happened
    outcomes = {check["id"]: check["outcome"] for check in kept["feedback"]["checks"] if check["counted"]}
    assert {outcomes[check] for check in ("reached-a-person", "asked-for-live", "courteous")} == {"met"}
