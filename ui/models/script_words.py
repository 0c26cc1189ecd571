"""The words about the user's own scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from trainer.records import Script, ScriptKind, ScriptVersion, Source
from trainer.scripts.checking import Checked
from trainer.scripts.choice import title_of
from trainer.scripts.pace import Pace, seconds_of
from ui.models.check_lines import CheckGroups, CheckLine, grouped
from ui.models.check_lines import title_of as title_of_check
from ui.models.phrasing import length, lower_first, started, when
from ui.models.spoken import Spoken

KIND_NAMES: dict[ScriptKind, str] = {
    "voicemail": "Voicemail", "callback": "Call back", "elevator": "Who I am",
}  # fmt: skip
ESTIMATED = frozenset({"length", "within-limit", "under-ten", "core-in-ten", "intro-in-ten"})
"""Checks whose value follows from the estimated seconds."""
NOTHING_YET = "Write what you want to say. It is checked as you type."
STANDS_FOR = "[name] stands for whoever you call."
HEARD_LATER = "That is told when you say it."
NO_POINT = "Small words alone cannot be recognised. Mark words that mean something."


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One script in the list."""

    script_id: str
    title: str
    about: str
    """How long it takes."""


def script_title(script: Script) -> str:
    """ "Dana, voicemail", "Anyone, call back", "Who I am", or what the user calls it."""
    if script.name:
        return script.name
    if script.kind == "elevator" and script.prospect_id is None:
        return KIND_NAMES["elevator"]
    return f"{title_of(script)}, {lower_first(KIND_NAMES[script.kind])}"


def about_seconds(text: str, pace: Pace) -> str:
    """ "about 21 s", "about 1 min 5 s", "empty"."""
    seconds = round(seconds_of(text, pace))
    if not text.strip():
        return "empty"
    return f"about {seconds} s" if seconds < 60 else f"about {seconds // 60} min {seconds % 60} s"


def script_line(script: Script, pace: Pace) -> ScriptLine:
    """The script as a line of the list."""
    return ScriptLine(script.id, script_title(script), about_seconds(script.text, pace))


def pace_words(pace: Pace) -> str:
    """By what the seconds are estimated."""
    if not pace.own_words:
        return f"at the usual {pace.words_a_minute:.0f} words a minute, until your takes tell your own pace"
    numbers = f"{pace.digits_a_second:.1f} digits a second"
    own = f"at your own pace: {pace.words_a_minute:.0f} words a minute, "
    return own + (f"and a number slower, {numbers}" if pace.own_digits else f"and a number at {numbers}")


def version_words(version: ScriptVersion, pace: Pace, now: datetime) -> str:
    """ "Today 09:12, about 21 s"."""
    moment = started(version.saved_utc, version.utc_offset_min)
    return f"{when(moment, now)}, {about_seconds(version.text, pace)}"


def points_words(points: int, must: int) -> str:
    """How many key points are marked, and how many of them must be said."""
    if not points:
        return "Select words to mark a key point."
    counted = "1 key point" if points == 1 else f"{points} key points"
    return f"{counted}, {must} must be said" if must else counted


def spoken_script(checked: Checked) -> Spoken:
    """The script as a turn that could have been said."""
    return Spoken(turn=0, title="", take=None, words=checked.words, clauses=checked.feedback.ribbon)


def check_groups(checked: Checked, articles: Mapping[str, Source]) -> CheckGroups:
    """The findings in the order in which they are read; what is near stands open too, nothing is played."""
    groups = grouped(checked.feedback, articles, (spoken_script(checked),))
    near = tuple(one for one in groups.met if one.state == "near")
    met = tuple(one for one in groups.met if one.state != "near")
    return CheckGroups(
        open=tuple(map(_unsaid, (*groups.open, *near))), met=tuple(map(_unsaid, met)), uncounted=()
    )


def heard_words(checked: Checked) -> tuple[str, str]:
    """What can only be heard: "2 can only be heard", and which; ("", "") for nothing."""
    if not checked.heard_only:
        return "", ""
    titles = [title_of_check(check) for check in checked.heard_only]
    names = ", ".join([titles[0], *map(lower_first, titles[1:])])
    return f"{len(titles)} can only be heard", f"{names}. {HEARD_LATER}"


def total_words(checked: Checked) -> str:
    """ "About 21.1 s"; "Nothing yet" for nothing."""
    return f"About {length(checked.seconds)}" if checked.words else "Nothing yet"


def _unsaid(line: CheckLine) -> CheckLine:
    """Nobody has said it: nothing to play or to disagree with, and times are estimates."""
    detail = f"about {line.detail}" if line.check in ESTIMATED and line.detail[:1].isdigit() else line.detail
    return replace(line, place=None, disputable=False, detail=detail)
