"""The page for a coach in a real browser (Chromium, as QtWebEngine); skipped where that is not installed.

It is not among what Ringback needs: `pip install PySide6-Addons` in the environment of the tests brings it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip(
    "PySide6.QtWebEngineWidgets", reason="PySide6-Addons is not installed", exc_type=ImportError
)

from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineUrlRequestInterceptor

from tests.trainer.pages.test_attempt import page_of_hostile_words

# Chromium warns of a machine without a graphics card.
pytestmark = pytest.mark.qt_log_level_fail("CRITICAL")


class Watcher(QWebEngineUrlRequestInterceptor):
    """Notes every address that the page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def interceptRequest(self, info: object) -> None:  # noqa: N802 (Qt's name)
        self.asked.append(info.requestUrl().scheme())  # type: ignore[attr-defined]


class Page(QWebEnginePage):
    """A page that keeps what it says to the console."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.said: list[str] = []

    def javaScriptConsoleMessage(  # noqa: N802
        self, level: object, message: str, line: int, source: str
    ) -> None:
        self.said.append(message)


@pytest.fixture
def ask(qtbot, tmp_path: Path) -> Callable[[str], object]:
    """Opens the page; the function then answers a piece of script in it."""
    file = tmp_path / "attempt.html"
    file.write_text(page_of_hostile_words(), encoding="utf-8")
    profile, watcher = QWebEngineProfile(), Watcher()
    profile.setUrlRequestInterceptor(watcher)
    page = Page(profile)
    with qtbot.waitSignal(page.loadFinished, timeout=30_000):
        page.load(QUrl.fromLocalFile(str(file)))

    def answer(script: str) -> object:
        got: list[object] = []
        page.runJavaScript(script, got.append)
        qtbot.waitUntil(lambda: bool(got), timeout=10_000)
        return got[0]

    yield answer
    assert set(watcher.asked) <= {"file", "data"}
    assert page.said == []
    page.deleteLater()
    QTest.qWait(50)


def test_a_click_on_a_word_moves_the_sound_there(qtbot, ask: Callable[[str], object]) -> None:
    ready = "document.querySelector('audio').readyState"
    qtbot.waitUntil(lambda: ask(ready) == 4, timeout=10_000)
    assert ask("document.querySelector('audio').currentTime") == 0
    ask("document.querySelectorAll('button.word')[2].click(); 1")
    qtbot.waitUntil(lambda: float(ask("document.querySelector('audio').currentTime")) >= 1.0, timeout=10_000)


def test_arrows_go_from_word_to_word(qtbot, ask: Callable[[str], object]) -> None:
    pressed = "new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})"
    ask(f"document.querySelector('button.word').focus(); document.activeElement.dispatchEvent({pressed}); 1")
    assert ask("document.activeElement === document.querySelectorAll('button.word')[1]") is True


def test_words_that_look_like_a_page_stay_words(ask: Callable[[str], object]) -> None:
    assert ask("document.querySelectorAll('img, iframe, a').length") == 0
    assert ask("window.stolen === undefined") is True
