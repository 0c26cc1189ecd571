"""The ambush in the words of the screens."""

from __future__ import annotations

from datetime import datetime

from trainer.practice.ambush import SNOOZE_S, Armed, Choice, Refusal, Today, Within
from trainer.records import Scenario
from trainer.settings import AmbushRules, AmbushWindow

WINDOWS: dict[AmbushWindow, str] = {
    "20-minutes": "20 minutes",
    "40-minutes": "40 minutes",
    "2-hours": "2 hours",
    "today": "today, between…",
    "2-minutes": "2 minutes",
    "now": "now",
}
"""In the order in which they are offered."""
_MINUTES: dict[AmbushWindow, int] = {
    "now": 0, "2-minutes": 2, "20-minutes": 20, "40-minutes": 40, "2-hours": 120,
}  # fmt: skip
REFUSALS: dict[Refusal, str] = {
    "no-time-left": "These times are over for today. Choose later ones.",
    "quiet-hours": "It would be outside your hours. Choose another time, or change the hours in Settings.",
    "cap-reached": "It has rung as often as you allow for today. Choose “now”, or change that in Settings.",
}
NO_MICROPHONE = "There is no microphone, so it cannot ring. Connect a microphone or headset, and it will."
NO_CALL_BACK = "There is no call back among your scenarios, so nobody can ring."
LAPSED = "The time was over before it could ring. Ask for it again."


def choice_of(window: AmbushWindow, from_min: int, until_min: int) -> Choice:
    """What to arm; the two times (minutes since midnight) count only for "today"."""
    if window == "today":
        return Today(from_min=from_min, until_min=until_min)
    return Within(minutes=_MINUTES[window])


def of_day(minute: int) -> str:
    """Minutes since midnight as "09:00"."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def rules_words(rules: AmbushRules, rings: int) -> str:
    """ "09:00 to 17:00, at most 3 a day, 1 so far." """
    hours = f"{of_day(rules.opens_min)} to {of_day(rules.closes_min)}"
    if rules.opens_min == rules.closes_min:
        hours = "At any time"
    quiet = ""
    if rules.quiet_from_min != rules.quiet_until_min:
        quiet = f", quiet {of_day(rules.quiet_from_min)} to {of_day(rules.quiet_until_min)}"
    return f"{hours}{quiet}, at most {rules.most_a_day} a day, {rings or 'none'} so far."


def count_words(rules: AmbushRules, rings: int) -> str:
    """ "1 of 3 so far"."""
    return f"{rings} of {rules.most_a_day} so far"


def armed_words(armed: Armed, now: datetime) -> str:
    """Until when it may ring; never when it will."""
    if armed.scenario_id is not None:
        return f"It rings again within {SNOOZE_S // 60} minutes."
    if armed.asked_for and armed.moment_utc_s <= armed.from_utc_s:
        return "It rings now."
    until = datetime.fromtimestamp(armed.until_utc_s, now.tzinfo)
    return f"It rings when it likes, until {until:%H:%M}."


def missed_words(scenario: Scenario, at_utc_s: float, now: datetime, why: str = "") -> str:
    """Who rang (or wanted to, and `why` they could not), when, and that nothing is lost."""
    then = datetime.fromtimestamp(at_utc_s, now.tzinfo)
    if why:
        wanted = f"{scenario.prospect.name} wanted to ring at {then:%H:%M}."
        return f"{wanted} {why} You can call back once it is mended."
    rang = f"{scenario.prospect.name} rang at {then:%H:%M}, and you were busy."
    return f"{rang} What they left is in History. You can call back now."
