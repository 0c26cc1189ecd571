"""The sentences of Progress: what is now, what was before, and whether the difference can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ui.models.phrasing import heard_by, lower_first

if TYPE_CHECKING:  # the first screen shows some of these
    from trainer.practice.progress import Aims, Change, CheckProgress, Pool, Verdict
    from trainer.practice.ranges import Range
    from trainer.practice.spans import Guess, Point, Span, Time

RULE = (
    "Few takes can look good or bad by chance, so each figure has a likely range: 19 times in 20 the truth"
    " lies in it. A change counts when the range of your newest 20 takes and that of all before them do not"
    " touch. Every line counts its own newest 20: the takes that called for it. Rates need 60 s of speech."
    " Takes that another engine heard, or another version of the judge judged, are left out unless you add"
    " them."
)
NOT_YET = "No change that can be trusted yet."
_VERDICTS: dict[Verdict, str] = {
    "better": "Better; the two ranges do not overlap.",
    "worse": "Worse; the two ranges do not overlap.",
    "other": "Changed; the two ranges do not overlap.",
    "none": NOT_YET,
    "too-few": "Too few takes to compare.",
}
_SHORT: dict[Verdict, str] = {
    "better": "better", "worse": "worse", "other": "changed", "none": "", "too-few": "",
}  # fmt: skip


def verdict_words(change: Change) -> str:
    """Whether it has changed, in a sentence."""
    return _VERDICTS[change.verdict]


def verdict_short(change: Change) -> str:
    """The same in a word; "" where there is no change to tell, which is said once for all lines."""
    return _SHORT[change.verdict]


def share_words(change: Change, *, skill: bool = False) -> str:
    """ "Met in 14 of the last 20 that call for it, 6 of 18 before."; `skill`: all of its checks are.

    A skill's newest takes are those that call for any of its checks, so its twenty are not those of a check.
    """
    if change.now is None:
        return "Not decided yet."
    met, what = ("All met", "any of it") if skill else ("Met", "it")
    now = f"{met} in {_met(change.now)} of the last {change.now.takes} that call for {what}"
    return f"{now}, {_met(change.before)} of {change.before.takes} before." if change.before else f"{now}."


def unsure_words(changes: Sequence[Change]) -> str:
    """Of which lines no change can be trusted, said once for all of them; "" for none."""
    unsure = sum(change.verdict in ("none", "too-few") for change in changes)
    if not unsure:
        return ""
    which = "any line" if unsure == len(changes) else "lines without a word on the right"
    return f"For {which} there is no change that can be trusted yet."


def _met(share: Range) -> int:
    return round(share.value * share.takes)


def length_words(change: Change) -> str:
    """ "About 21 s now, 34 s before."""
    if change.now is None:
        return "Six takes or more say how long they usually are."
    before = f", {change.before.value:.0f} s before" if change.before else ""
    return f"About {change.now.value:.0f} s now{before}. {verdict_words(change)}"


def rate_words(name: str, change: Change, unit: str, digits: int = 0) -> str:
    """ "Pace: 148 words a minute now (141 to 155), 160 (150 to 170) before. …"; says what is missing."""
    if change.now is None:
        return f"{name}: not enough speech yet; 60 s are needed."
    now = f"{name}: {_with_range(change.now, digits)} {unit}"
    before = f"; {_with_range(change.before, digits)} before" if change.before else ""
    return f"{now}{before}. {verdict_words(change)}"


def _with_range(found: Range, digits: int) -> str:
    return f"{found.value:.{digits}f} ({found.low:.{digits}f} to {found.high:.{digits}f})"


def pool_words(pool: Pool) -> str:
    """Which takes the figures are made of, and which are left out or thrown together."""
    takes = "1 take" if pool.takes == 1 else f"{pool.takes} takes"
    said = [f"Made of {takes}"]
    if len(pool.engines) == 1:
        said.append(heard_by(pool.engines[0]))
    elif pool.engines:
        said.append(f"heard by {len(pool.engines)} engines, which do not hear alike")
    if len(pool.judges) > 1:
        said.append(f"judged by {len(pool.judges)} versions of the judge, which do not judge alike")
    left = f" {pool.left_out} heard or judged otherwise are left out." if pool.left_out else ""
    return ", ".join(said) + "." + left


def summary(checks: Sequence[CheckProgress], titles: dict[str, str]) -> tuple[str, ...]:
    """The page in at most three sentences: what is missed most, what got better, what got worse."""
    if not checks:
        return ("Nothing has been judged yet. After a few takes this page says what changes.",)

    def named(one: CheckProgress) -> str:
        return f"“{lower_first(titles.get(one.name, one.name))}”"

    said = []
    worst = checks[0]
    if worst.change.now and worst.change.now.value < 1:
        missed = worst.change.now.takes - _met(worst.change.now)
        of = f"the last {worst.change.now.takes} takes that call for it"
        said.append(f"You most often miss {named(worst)}: in {missed} of {of}.")
    else:
        said.append("You miss nothing of what counts in your last takes.")
    for verdict, words in (("better", "Better than before"), ("worse", "Worse than before")):
        names = [named(one) for one in checks if one.change.verdict == verdict]
        if names:
            more = f" and {len(names) - 3} more" if len(names) > 3 else ""
            said.append(f"{words}: {', '.join(names[:3])}{more}.")
    if len(said) == 1:
        said.append(NOT_YET)
    return tuple(said)


def guess_words(guesses: Sequence[Guess], today: date) -> str:
    """ "You guess 2 s short now. On Monday it was 11 s."""
    if not guesses:
        return "After a call, guess how long you spoke. Here you see how close you come."
    now = _off(guesses[-1].off_s)
    first = guesses[0]
    said = f"You guess {now} now." if now != "right" else "You guess right now."
    if len(guesses) == 1 or first.day == guesses[-1].day:
        return said
    day = date.fromisoformat(first.day)
    year = f" {day.year}" if day.year != today.year else ""
    when = f"On {day:%A}" if (today - day).days < 7 else f"On {day.day} {day:%B}{year}"
    return f"{said} {when} it was {abs(first.off_s):.0f} s."


def aim_words(aims: Aims) -> str:
    """ "Whether you kept to the one aim you guessed right in 14 of the last 20, 30 of 44 before. …"."""
    now, before = aims.right.now, aims.right.before
    if now is None:
        return ""
    earlier = f", {_met(before)} of {before.takes} before" if before else ""
    right = f"in {_met(now)} of the last {now.takes}{earlier}"
    times = "Once" if aims.too_sure == 1 else f"{aims.too_sure} times"
    sure = f" {times} you thought so and had missed it." if aims.too_sure else ""
    return f"Whether you kept to the one aim you guessed right {right}.{sure} {verdict_words(aims.right)}"


def _off(off_s: float) -> str:
    if abs(off_s) < 0.5:
        return "right"
    return f"{abs(off_s):.0f} s {'short' if off_s < 0 else 'long'}"


def time_words(times: Sequence[Time]) -> str:
    """ "42 takes in the last 6 weeks with practice, 14 minutes of speaking."."""
    takes, seconds = sum(time.takes for time in times), sum(time.seconds for time in times)
    if not takes:
        return "Nothing yet."
    minutes = f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} s"
    span = times[0].span
    during = f"this {span}" if len(times) == 1 else f"in the last {len(times)} {span}s with practice"
    return f"{takes} {'take' if takes == 1 else 'takes'} {during}, {minutes} of speaking."


def span_name(span: Span, first: date) -> str:
    """ "16 Nov" for the week that begins then; "Nov" for a month."""
    return f"{first.day} {first:%b}" if span == "week" else f"{first:%b}"


def years_told(points: Sequence[Point]) -> tuple[str, ...]:
    """The year to say at each point, mostly "": where it changes, if there are several, and at a January."""
    years = [point.first.year for point in points]
    changes = [number == 0 or years[number - 1] != year for number, year in enumerate(years)]
    januaries = [point.span == "month" and point.first.month == 1 for point in points]
    several = len(set(years)) > 1
    return tuple(
        str(year) if january or (change and several) else ""
        for year, change, january in zip(years, changes, januaries, strict=True)
    )


def chart_words(points: Sequence[Point], unit: str, scale: float = 1.0) -> str:
    """The same as the chart, for a screen reader: each week or month with its figure and range."""

    several_years = len({point.first.year for point in points}) > 1

    def told(point: Point) -> str:
        year = f" {point.first.year}" if several_years else ""
        name = f"{span_name(point.span, point.first)}{year}"
        when = f"week of {name}" if point.span == "week" else f"{point.first:%B %Y}"
        if point.range is None:
            values = ", ".join(f"{value * scale:.0f}" for value in point.values)
            return f"{when}: {values} {unit}, too few for a range"
        low, high = point.range.low * scale, point.range.high * scale
        figure = f"{point.range.value * scale:.0f} {unit}, likely {low:.0f} to {high:.0f}"
        return f"{when}: {figure}"

    return "; ".join(told(point) for point in points) + "." if points else "Nothing to show yet."
