"""An own scenario, from nothing to the first message, by keyboard and voice: no file is opened by hand."""

from __future__ import annotations

from pathlib import Path

from tests.flows.command_line import finish, ringback, stored
from tests.flows.desktop import Desktop, Window, wait_until
from tests.flows.hearing import ALIKE, likeness
from tests.flows.spoken import GOOD_MESSAGE, beginning
from trainer.audio.files import read_answer
from trainer.paths import ASSETS

GREETING = ASSETS / "voices" / "voicemail-cold-furniture-greeting.ogg"
"""Somebody's voice, said into the microphone."""
MY_ID = "voicemail-mill"
FIELDS = (
    ("Title", "Mill"),
    ("What it trains", "Saying one thing"),
    ("Their trade", "paper"),
    ("Their name", "Ada Mill"),
    ("Their greeting: their words", "You have reached Ada Mill"),
)


def write_a_mailbox(window: Window, greeting: Path) -> None:
    """Fill in what a new scenario needs, going from one to the next by the key that would save it."""
    window.wait_for("Other calls")
    window.wait_for(" due")  # until it is known what is, Today may take the focus
    window.press("ctrl+5")
    window.wait_for("New scenario")
    window.press("ctrl+n")
    window.wait_for("6 things to mend")
    for field, words in FIELDS:
        go_to(window, field)
        window.desktop.run("xdotool", "type", "--delay", "40", words)
    go_to(window, "Record it: Their greeting")
    window.press("space")
    window.wait_for("I have said it")
    window.desktop.sound.speak(greeting)
    window.press("space")
    window.wait_for("Ready to be saved")


def go_to(window: Window, mend: str) -> None:
    """To the first thing that is still to be mended."""
    window.press("ctrl+s")

    def there() -> bool:
        return any(thing.focused and thing.name == mend for thing in window.desktop.reader.seen())

    wait_until(there, f"the focus on '{mend}'")


def test_somebody_makes_a_scenario_with_their_own_voice_and_practises_it(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    sound = desktop.sound
    greeting = beginning(GREETING, tmp_path / "greeting.wav", 60.0, volume=0.3)
    with desktop.program("--data-dir", str(data)) as window:
        write_a_mailbox(window, greeting)
        with sound.record_speaker() as heard:
            window.press("ctrl+Return")
            window.wait_for("Recording")
        (recorded,) = (data / "scenarios" / "sounds").iterdir()
        assert likeness(read_answer(recorded), greeting) > ALIKE
        assert likeness(heard.pcm, recorded) > ALIKE, "the mailbox speaks with the voice that was recorded"
        sound.speak(beginning(GOOD_MESSAGE, tmp_path / "message.wav"))
        window.press("space")
        window.wait_for("Last take - Ringback")
        window.wait_for("You were trying “Mill”.")

    with ringback(desktop, data, "scenarios", "list") as program:
        assert MY_ID in [one["id"] for one in finish(program)]
    with ringback(desktop, data, "scenarios", "check", str(data / "scenarios" / f"{MY_ID}.toml")) as program:
        finish(program)
    (row,) = stored(desktop, data)
    with ringback(desktop, data, "attempts", "show", row["id"]) as program:
        kept = finish(program)
    assert (kept["scenario"], kept["state"]) == (MY_ID, "judged")


def test_what_is_being_written_when_the_program_is_killed_is_there_again(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    greeting = beginning(GREETING, tmp_path / "greeting.wav", 3.0)
    with desktop.program("--data-dir", str(data)) as window:
        write_a_mailbox(window, greeting)
        wait_until(lambda: '"sounds/' in (data / "drafts" / "draft.json").read_text("utf-8"), "the draft")
        window.process.kill()
        window.process.wait()
    with desktop.program("--data-dir", str(data)) as window:
        window.wait_for("You were writing “Mill”. It is not saved yet.")
        window.press("ctrl+5", "ctrl+n")
        window.wait_for("There is one draft at a time.")
        window.press("Return")
        said = window.wait_for("Ready to be saved")
    assert "Play Their greeting" in said, "what was recorded is there as well"
