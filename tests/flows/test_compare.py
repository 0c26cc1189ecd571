"""Two takes side by side in the real window: one against the other from the same clause, on the speaker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import soundfile

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE
from trainer.paths import ASSETS

SCENARIO = "voicemail-referral-logistics"
POOR_MESSAGE = ASSETS / "samples" / "poor-voicemail.ogg"
LONGEST_S = 4.0
SHORTEST_S = 1.0
"""A shorter sound is like any other."""


def part(attempt: dict[str, Any], data: Path, name: str, to: Path, *, before: bool = False) -> Path:
    """The first clause of this name as it was recorded, or one of some length before it, as the file `to`."""
    ribbon = attempt["feedback"]["ribbon"]
    place = next(number for number, clause in enumerate(ribbon) if clause["part"] == name)
    earlier = [clause for clause in ribbon[:place] if clause["end"] - clause["start"] >= SHORTEST_S]
    clause = earlier[-1] if before else ribbon[place]
    samples, rate = soundfile.read(data / attempt["turns"][0]["audio"])
    end_s = min(clause["end"], clause["start"] + LONGEST_S)
    soundfile.write(to, samples[int(clause["start"] * rate) : int(end_s * rate)], rate)
    return to


def test_one_take_against_the_other_from_the_same_clause(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    attempts = []
    for answer in (GOOD_MESSAGE, POOR_MESSAGE):
        with ringback(desktop, data, "practise", SCENARIO, "--answer", str(answer)) as program:
            attempts.append(finish(program))
    good, poor = (
        part(one, data, "number", tmp_path / f"{number}.wav") for number, one in enumerate(attempts)
    )
    poor_before = part(attempts[1], data, "number", tmp_path / "before.wav", before=True)
    assert len(stored(desktop, data)) == 2

    with desktop.program("--data-dir", str(data)) as window:
        window.press("ctrl+3")
        window.wait_for("2 takes since")
        window.press("ctrl+a")
        window.wait_for("All 2 chosen")
        window.press("Return")
        window.wait_for("against")
        for _ in range(20):
            if "Hear “number” in each" in window.text():
                break
            window.press("Right")
        with desktop.sound.record_speaker() as heard:
            window.press("b")
            wait_until(lambda: likeness(heard.pcm, good) > ALIKE, "the number in the first take", 60)
            wait_until(lambda: likeness(heard.pcm, poor) > ALIKE, "the number in the second take", 60)
        with desktop.sound.record_speaker() as heard:
            window.press("1")
            wait_until(lambda: likeness(heard.pcm, good) > ALIKE, "the first take from the number on", 60)
        with desktop.sound.record_speaker() as heard:
            window.press("2")
            wait_until(lambda: likeness(heard.pcm, poor) > ALIKE, "the second from there on", 60)
        assert likeness(heard.pcm, poor_before) < ALIKE, "it did not begin before the clause"
