"""Progress: sentences first, honest about few takes, the same in words as in pictures."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.trainer.practice.measured import one
from tests.ui import sample_feedback as sample
from tests.ui.conftest import press
from tests.ui.fakes import FakeServices
from trainer.records import AttemptFilter, Finding, Measured
from ui.bridge import Bridge
from ui.main_window import MainWindow
from ui.widgets.range_chart import RangeChart
from ui.widgets.share_row import ShareRow

Open = Callable[..., MainWindow]


def better(number: int) -> Measured:
    """Asks for one thing only from the 21st take on."""
    met = number >= 20
    return one(
        number, met=("one-ask", "number") if met else ("number",), missed=() if met else ("one-ask",),
        guess_s=19.0, first_word_latency_s=0.9,
    )  # fmt: skip


def texts(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def rows(window: MainWindow) -> dict[str, ShareRow]:
    return {row.text(): row for row in window.findChildren(ShareRow) if row.isVisible()}


def test_without_attempts_it_says_what_it_will_show(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("progress")
    qtbot.waitUntil(lambda: "Nothing to compare yet" in texts(window))
    press(window, Qt.Key.Key_Tab)


def test_one_attempt_is_shown_without_a_verdict(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [one(1)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: bool(rows(window)))
    shown = rows(window)
    assert "Too few takes to compare." in shown["Asking for one thing"].accessibleName()
    assert "Made of 1 take" in texts(window)


def test_it_says_what_is_missed_and_what_got_better(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [better(n) for n in range(40)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: "Better than before: “one ask”." in texts(window))
    assert "Better" in rows(window)["Asking for one thing"].accessibleName()


def test_choosing_a_skill_shows_its_checks_and_its_weeks_in_words(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [better(n) for n in range(40)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: "Asking for one thing" in rows(window))
    rows(window)["The number"].click()
    assert "One ask" not in rows(window)
    rows(window)["Asking for one thing"].click()
    assert "One ask" in rows(window)
    charts = {chart.accessibleName(): chart for chart in window.findChildren(RangeChart)}
    chart = charts["Asking for one thing, share met week by week"]
    assert chart.accessibleDescription().startswith("week of 16 Nov: 50 %, likely 35 to 65")


def test_months_can_be_looked_at_instead_of_weeks(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    made = range(6, 12)
    services.practice.history = [
        replace(better(10 * month + day), day=f"2026-{month:02d}-{day:02d}")
        for month in made
        for day in (2, 9)
    ]
    window = open_window("progress")
    qtbot.waitUntil(lambda: "Asking for one thing" in rows(window))
    rows(window)["Asking for one thing"].click()
    screen = window.screen_shown()
    assert screen._by_month.isChecked(), "of half a year months tell more"
    screen._by_week.click()
    charts = {chart.accessibleName() for chart in window.findChildren(RangeChart)}
    assert "Asking for one thing, share met week by week" in charts
    window.go("today")
    window.go("progress")
    qtbot.waitUntil(lambda: "Asking for one thing" in rows(window))
    assert screen._by_week.isChecked(), "it stays as chosen"
    screen._by_month.click()
    charts = {chart.accessibleName(): chart for chart in window.findChildren(RangeChart)}
    shares = charts["Asking for one thing, share met month by month"].accessibleDescription()
    assert [week.split(":")[0] for week in shares.split("; ")] == [
        "June 2026", "July 2026", "August 2026", "September 2026", "October 2026", "November 2026",
    ]  # fmt: skip
    assert "Length of your voicemails, month by month" in charts
    assert "12 takes in the last 6 months with practice" in texts(window)
    rows(window)["The number"].click()
    assert "The number, share met month by month" in {one.accessibleName() for one in charts.values()}


def test_it_says_how_often_the_aim_was_guessed_right(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [replace(better(n), aim="yes", aim_kept=n >= 20) for n in range(40)]
    window = open_window("progress")
    said = "Whether you kept to the one aim you guessed right in 20 of the last 20, 0 of 20 before. Better;"
    qtbot.waitUntil(lambda: said in texts(window))
    assert "Seconds off, week by week" not in texts(window), "one week is no way"


def test_one_month_offers_no_months(open_window: Open, services: FakeServices, qtbot: QtBot) -> None:
    services.practice.history = [better(n) for n in range(40)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: bool(rows(window)))
    assert not window.screen_shown()._by_month.isVisible()


def test_it_opens_at_what_is_missed_most(open_window: Open, services: FakeServices, qtbot: QtBot) -> None:
    met, missed = ("own-name", "number", "number-twice"), ("one-ask", "own-name-twice")
    services.practice.history = [one(n, met=met, missed=missed[: 1 + n % 2]) for n in range(20)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: "You most often miss “one ask”: in 20 of the last 20" in texts(window))
    assert [row.text() for row in rows(window).values() if row.isChecked()] == ["One ask"]


def test_a_check_says_what_was_found_what_to_do_and_shows_its_takes(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    attempt = sample.voicemail()
    slow = Finding(
        check="number-clear", outcome="missed", counted=True, confidence=1.0, value=2.7,
        wanted="2.5 digits a second or fewer", advice="Say the number in groups.", source=("ours",),
    )  # fmt: skip
    assert attempt.feedback
    findings = tuple(one for one in attempt.feedback.findings if one.check != slow.check)
    services.review.attempts = {
        "a2": replace(attempt, id="a2", feedback=replace(attempt.feedback, findings=(*findings, slow)))
    }
    services.practice.history = [
        one(1, met=("number",), missed=("number-clear",)), one(2, met=("number",), missed=("number-clear",)),
    ]  # fmt: skip
    services.browsing.missed = {"number-clear": ("a2",)}
    window = open_window("progress")
    qtbot.waitUntil(lambda: "A number to write down" in rows(window))
    rows(window)["A number to write down"].click()
    qtbot.waitUntil(lambda: "Last missed: 2.7 digits a second, wanted: 2.5" in texts(window))
    assert "Say the number in groups." in texts(window)
    assert "Our own addition, not from an article." in texts(window)
    rows(window)["Your number"].click()
    qtbot.waitUntil(lambda: "What to do" not in texts(window))
    rows(window)["A number to write down"].setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.screen_name == "history"
    assert window.screen_shown().filters.wanted() == AttemptFilter(missed="number-clear")
    assert window.screen_shown().filters.missed.currentText() == "Missed: a number to write down"


def test_takes_heard_otherwise_are_left_out_until_they_are_wanted(
    open_window: Open, services: FakeServices, qtbot: QtBot
) -> None:
    services.practice.history = [one(1, engine="vosk:a"), one(2), one(3)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: "Made of 2 takes" in texts(window))
    assert "1 heard or judged otherwise are left out." in texts(window)
    window.screen_shown()._pools.button(1).click()
    qtbot.waitUntil(lambda: "heard by 2 engines, which do not hear alike" in texts(window))


def test_the_figures_can_be_taken_elsewhere(
    open_window: Open, services: FakeServices, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    services.practice.history = [better(n) for n in range(40)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: bool(rows(window)))
    window.screen_shown().saving.save_to(str(tmp_path / "figures.csv"))
    qtbot.waitUntil(lambda: window.messages.text == "The figures are in figures.csv.")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    (now,) = [row for row in table if row["what"] == "One ask" and row["when"] == "now"]
    assert (now["figure"], now["takes"], now["change"]) == ("1.0", "20", "better")
    assert {row["what"] for row in table} >= {"words a minute", "voicemail length, s", "guess off by, s"}


@pytest.mark.parametrize(
    ("what", "when"),
    [
        ("One ask", "week of 2026-11-16"),
        ("Asking for one thing", "week of 2026-11-16"),
        ("voicemail length, s", "week of 2026-11-16"),
        ("guess off by, s", "week of 2026-11-16"),
        ("guess minus length, s", "2026-11-20"),
        ("seconds spoken", "week of 2026-11-16"),
    ],
)
def test_every_chart_is_in_the_figures(
    open_window: Open, services: FakeServices, qtbot: QtBot, tmp_path: Path, what: str, when: str
) -> None:
    services.practice.history = [better(n) for n in range(40)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: bool(rows(window)))
    window.screen_shown().saving.save_to(str(tmp_path / "figures.csv"))
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {(row["what"], row["when"]): row["figure"] for row in csv.DictReader(file)}
    assert found.get((what, when))


def test_the_first_week_of_the_figures_is_a_whole_one(
    open_window: Open, services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    """The sixth month back begins with 1 May 2026, a Friday; what came before in that week counts."""
    made = ("2026-04-20", "2026-04-28", "2026-05-01", *(f"2026-{month:02}-02" for month in range(7, 12)))
    services.practice.history = [replace(better(n), day=day) for n, day in enumerate(made)]
    window = open_window("progress")
    qtbot.waitUntil(lambda: bool(rows(window)))
    window.screen_shown().saving.save_to(str(tmp_path / "figures.csv"))
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        spoken = {
            row["when"]: row["takes"] for row in csv.DictReader(file) if row["what"] == "seconds spoken"
        }
    assert next(iter(spoken.items())) == ("week of 2026-04-27", "2")


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)])
def test_nothing_is_wider_than_the_window(
    open_window: Open, services: FakeServices, qtbot: QtBot, size: tuple[int, int]
) -> None:
    services.practice.history = [better(n) for n in range(40)]
    window = open_window("progress", size=size)
    qtbot.waitUntil(lambda: bool(rows(window)))
    window.grab()
    assert window.width() == size[0]
    content = window.screen_shown()._content
    assert content.horizontalScrollBar().maximum() == 0
