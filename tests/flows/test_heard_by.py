"""A stored take is heard once more by the engine that is here, in the real window, and the words change."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.flows.command_line import finish, ringback
from tests.flows.desktop import Desktop, Window, wait_until
from tests.flows.spoken import GOOD_MESSAGE, beginning
from tests.flows.today import focus
from trainer.guides import load_guides
from trainer.history.store import Store
from trainer.judging import judge_stored

SCENARIO = "voicemail-referral-logistics"
ONCE = "vosk:once-installed"
"""A model that heard the take and has gone since."""


def hear_amiss(data: Path, attempt_id: str) -> None:
    """Let the engine that is no longer here have heard one word amiss, in force until another hears."""
    with closing(Store.open(data)) as store:
        turn = store.attempt(attempt_id).turns[0]
        assert turn.transcript
        assert turn.take
        words = tuple(
            replace(word, word="zanzibar") if "dana" in word.word.lower() else word
            for word in turn.transcript.words
        )
        store.add_transcript(turn.take.id, replace(turn.transcript, engine=ONCE, words=words))
        judge_stored(store, attempt_id, load_guides())


def tab_to(window: Window, name: str) -> None:
    for _ in range(60):
        if focus(window).startswith(name):
            return
        window.press("Tab")
    raise AssertionError(f"the focus never came to {name}; it says:\n{window.text()}")


def shown_windows(window: Window) -> list[str]:
    """The windows of the program; a menu is one of its own, which `Window.text` does not hold."""
    return window.desktop.run("xdotool", "search", "--onlyvisible", "--pid", str(window.process.pid)).split()


def test_another_engine_hears_the_take_and_the_words_change(
    desktop: Desktop, data: Path, tmp_path: Path
) -> None:
    answer = beginning(GOOD_MESSAGE, tmp_path / "said.wav")
    with ringback(desktop, data, "practise", SCENARIO, "--answer", str(answer)) as program:
        attempt_id = finish(program)["attempt"]
    hear_amiss(data, attempt_id)
    with desktop.program("--data-dir", str(data)) as window:
        window.press("ctrl+2")
        window.wait_for("heard by once-installed")
        tab_to(window, "Heard by")
        window.press("Return")
        wait_until(lambda: len(shown_windows(window)) > 1, "the menu")
        window.press("Down", "Return")
        window.wait_for("Tiny English, embedded heard it differently from once-installed")
        assert "zanzibar" in window.text(), "the sentence names what was heard otherwise"
    with closing(Store.open(data)) as store:
        turn = store.attempt(attempt_id).turns[0]
    assert turn.transcript
    assert turn.take
    assert turn.transcript.engine == "embedded"
    assert "zanzibar" not in turn.transcript.text
    assert {one.engine for one in turn.transcripts[turn.take.id]} == {"embedded", ONCE}
