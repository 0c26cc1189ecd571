"""The page for a coach in a real browser, from the disk and without a network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.trainer.pages.test_attempt import page_of_hostile_words

pytest.importorskip("fcntl", reason="Windows has no pipes of the kind over which the browser is spoken to")

from tests.trainer.pages.browser import Browser, find_browser

MOVED = """
    new Promise(done => {
      const at = [], sound = document.querySelector("audio");
      const words = [...document.querySelectorAll("button.word")];
      sound.addEventListener("timeupdate", () => {
        const marked = words.findIndex(word => word.classList.contains("playing"));
        if (!at.length || sound.currentTime > at[0][0]) { at.push([sound.currentTime, marked]); }
        if (at.length > 1) { done(at); }
      });
    })
"""
"""Where the sound is the first time that it moves and the next, each with the place of the marked word."""
WORDS, SOUND = "document.querySelectorAll('button.word')", "document.querySelector('audio')"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    """The page; in CI there must be a browser. It asks for nothing outside and complains of nothing."""
    program = find_browser()
    if program is None:
        reason = "no Chromium is installed"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    file, folder = tmp_path / "attempt.html", tmp_path / "browser"
    file.write_text(page_of_hostile_words(), encoding="utf-8")
    folder.mkdir()
    made = Browser(program, folder)
    made.open(file)
    yield made
    made.close()
    assert {urlsplit(address).scheme for address in made.asked} <= {"file", "data"}
    assert made.said == []


def test_a_click_on_a_word_plays_from_there(browser: Browser) -> None:
    assert browser.ask(f"{SOUND}.currentTime") == 0
    browser.ask(f"window.moved = {MOVED}; 1")
    browser.click(f"{WORDS}[2]")
    (start, marked), (later, _) = browser.ask("window.moved")
    assert 1.0 <= start < later
    assert marked >= 2, "the word that is heard is marked"


@pytest.mark.parametrize("place", ["rect", "button.where"])
def test_a_part_and_a_piece_of_evidence_play_from_their_start(browser: Browser, place: str) -> None:
    start = browser.ask(f"[...document.querySelectorAll('{place}')].at(-1).dataset.start")
    browser.ask(f"window.moved = {MOVED}; 1")
    browser.click(f"[...document.querySelectorAll('{place}')].at(-1)")
    (moved, _), _ = browser.ask("window.moved")
    assert float(start) == 1.0 <= moved


def test_arrows_go_from_word_to_word(browser: Browser) -> None:
    browser.ask(f"{WORDS}[0].focus()")
    browser.press("ArrowRight")
    assert browser.ask(f"document.activeElement === {WORDS}[1]") is True
    assert browser.ask(f"[...{WORDS}].map(word => word.tabIndex).join()") == "-1,0,-1,-1,-1"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_parts_are_walked_through_and_heard_by_key(browser: Browser, key: str) -> None:
    browser.ask("document.querySelector('rect').focus()")
    browser.press("ArrowRight")
    browser.press("ArrowRight")
    last = "[...document.querySelectorAll('rect')].at(-1)"
    assert browser.ask(f"document.activeElement === {last}") is True
    assert browser.ask(f"{last}.tabIndex") == 0
    browser.ask(f"window.moved = {MOVED}; 1")
    browser.press(key)
    (moved, _), _ = browser.ask("window.moved")
    assert moved >= 1.0


def test_words_that_look_like_a_page_stay_words(browser: Browser) -> None:
    assert browser.ask("document.querySelectorAll('img, iframe, a').length") == 0
    assert browser.ask("window.stolen === undefined") is True
