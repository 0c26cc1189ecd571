"""The cards beside the list on Progress: a sentence first, a chart after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from trainer.practice.progress import Change
from trainer.practice.report import Report
from trainer.practice.spans import Point, Span
from trainer.records import Band
from ui.models.progress_words import (
    RULE,
    aim_words,
    guess_words,
    length_words,
    rate_words,
    share_words,
    time_words,
    verdict_words,
)
from ui.widgets.card import Card
from ui.widgets.guess_chart import GuessChart
from ui.widgets.label import Label
from ui.widgets.range_chart import HEIGHT, LOW_HEIGHT, ChartLegend, RangeChart, Scale


class _Told(Card):
    """A title, a sentence and what follows; without its frame it is a part of another card."""

    def __init__(self, title: str, *, framed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(20 if framed else 0, "hairline" if framed else "raised", parent)
        self._title = Label(title, 15, 600, wrap=True)
        self._words = Label("", 13, tone="ink2", wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self._words)


class ChosenCard(_Told):
    """The weeks or months of the chosen check or skill."""

    def __init__(self, *, framed: bool = True) -> None:
        super().__init__("", framed=framed)
        self._chart = RangeChart(HEIGHT if framed else LOW_HEIGHT)
        self.body.addWidget(self._chart)
        self.body.addWidget(ChartLegend("share met", rings=False))

    def show_points(self, title: str, change: Change, points: Sequence[Point], *, skill: bool) -> None:
        """Show this one."""
        span = points[0].span if points else "week"
        self._title.setText(title)
        self._words.setText(f"{share_words(change, skill=skill)} {verdict_words(change)}")
        scale = Scale(unit="%", factor=100.0, top=100.0)
        self._chart.show_points(points, scale, f"{title}, share met {span} by {span}")


class LengthCard(_Told):
    """How long the voicemails are."""

    def __init__(self, *, framed: bool = True) -> None:
        super().__init__("Length of your voicemails", framed=framed)
        self._chart = RangeChart(HEIGHT if framed else LOW_HEIGHT)
        self.body.addWidget(self._chart)
        self.body.addWidget(ChartLegend("the middle", rings=True))

    def show_report(self, report: Report, band: Band | None, span: Span) -> None:
        """Tell of it; `band`: what the guide calls a good length, in seconds."""
        self._words.setText(length_words(report.length))
        good = (band.good_from, band.good_to) if band else None
        points = report.charts(span).lengths
        name = f"Length of your voicemails, {span} by {span}"
        self._chart.show_points(points, Scale(unit="s", good=good), name)
        self.setVisible(bool(points))


class GuessesCard(_Told):
    """How close the guesses come."""

    def __init__(self) -> None:
        super().__init__("Your guesses")
        self._chart = GuessChart()
        self._offs = RangeChart()
        self.body.addWidget(self._chart)
        self._offs_name = Label("", 13, tone="ink2")
        self.body.addWidget(self._offs_name)
        self.body.addWidget(self._offs)
        self._aims = Label("", 13, tone="ink2", wrap=True)
        self.body.addWidget(self._aims)

    def show_report(self, report: Report, today: date, span: Span) -> None:
        """Tell of it."""
        charts, change = report.charts(span), report.guesses
        words = guess_words(charts.guesses, today)
        if change.now:
            words += f" Usually {change.now.value:.0f} s off, either way. {verdict_words(change)}"
        self._words.setText(words)
        self._chart.show_guesses(charts.guesses)
        self._offs_name.setText(f"Seconds off, {span} by {span}")
        self._offs.show_points(charts.offs, Scale(unit="s"), self._offs_name.text())
        for part in (self._offs_name, self._offs):
            part.setVisible(len(charts.offs) > 1)
        self._aims.setText(aim_words(report.aims))
        self._aims.setVisible(bool(self._aims.text()))


class RatesCard(_Told):
    """How it sounds, how soon, and how long was practised."""

    def __init__(self) -> None:
        super().__init__("How it sounds")
        self._lines = [Label("", 13, tone="ink2", wrap=True) for _ in range(3)]
        for line in self._lines:
            self.body.addWidget(line)
        self.body.addWidget(Label("Time practised", 15, 600))
        self._time = Label("", 13, tone="ink2", wrap=True)
        self.body.addWidget(self._time)

    def show_report(self, report: Report, span: Span) -> None:
        """Tell of it."""
        rates = report.rates
        self._words.setText(f"Your newest takes hold {rates.speech_s:.0f} s of speech.")
        for line, words in zip(
            self._lines,
            (
                rate_words("Pace", rates.pace, "words a minute"),
                rate_words("Fillers", rates.fillers, "a minute", 1),
                rate_words("First word after", rates.latency, "s", 1),
            ),
            strict=True,
        ):
            line.setText(words)
        self._time.setText(time_words(report.charts(span).times))


class RuleCard(_Told):
    """How a change is told from chance."""

    def __init__(self) -> None:
        super().__init__("How this is decided")
        self._words.setText(RULE)
