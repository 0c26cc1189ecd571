"""A call back goes on by what was said: three spoken answers, three lines on the speaker."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, Window, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import READY_REPLY, beginning
from tests.flows.today import pick
from trainer import settings
from trainer.paths import ASSETS

VOICES = ASSETS / "voices"
STUMBLES = ASSETS / "samples" / "stumbling-callback.ogg"
NAMELESS = VOICES / "callback-wary-furniture-message.ogg"
RESTS_S = (0.0, 10.0, 30.0)
"""How long somebody rests before Enter, try by try. Where a busy machine does not hear a reply in time, the
scenario's usual line follows, as it should, and the attempt says so; then the call is held again."""


@pytest.mark.parametrize(
    ("says", "seconds", "line"),
    [(READY_REPLY, 11.0, "not-us"), (STUMBLES, 6.0, "another-time"), (NAMELESS, 6.2, "who")],
    ids=["ready", "stumbling", "without a name"],
)
def test_what_is_said_chooses_the_line_that_is_heard(
    desktop: Desktop, data: Path, tmp_path: Path, says: Path, seconds: float, line: str
) -> None:
    chosen = replace(settings.load(data)[0], patience_s=None)
    reply = beginning(says, tmp_path / "reply.wav", seconds)
    for rest_s in RESTS_S:
        folder = tmp_path / f"data-{rest_s:g}"
        settings.save(folder, chosen)
        sound = VOICES / f"callback-hurried-logistics-{line}.ogg"
        call, likely = held(desktop, folder, reply, rest_s, sound)
        events = [(event["name"], event["detail"]) for event in call["events"]]
        if "chose-without-hearing" not in dict(events):
            break
    assert [detail for name, detail in events if name == "line-started"][:2] == ["opening", line]
    assert likely > ALIKE


def held(desktop: Desktop, data: Path, reply: Path, rest_s: float, line: Path) -> tuple[Any, float]:
    """A call to which `reply` is said: the stored attempt, and how alike `line` is to what was heard next."""
    with desktop.program("--data-dir", str(data)) as window:
        pick(window, "Dana Whitfield, Call back")
        window.wait_for("Answer")
        window.press("space")
        window.wait_for("They are speaking")
        window.wait_for("My reply is done")
        desktop.sound.speak(reply)
        time.sleep(rest_s)
        with desktop.sound.record_speaker() as heard:
            window.press("Return")
            says(window, "They are speaking", "Last take - Ringback")
            if says(window, "My reply is done", "Last take - Ringback") == "My reply is done":
                window.press("space")
        window.wait_for("Last take - Ringback")
    with ringback(desktop, data, "attempts", "show", stored(desktop, data)[0]["id"]) as program:
        return finish(program), likeness(heard.pcm, line)


def says(window: Window, *texts: str) -> str:
    """Wait until the window says one of `texts`; returns it."""

    def one() -> str:
        said = window.text()
        return next((text for text in texts if text in said), "")

    return wait_until(one, " or ".join(texts))
