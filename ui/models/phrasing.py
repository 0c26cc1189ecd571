"""Times, kinds and engines in the words of the screens."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from trainer.records import Kind, Part

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Attempt

KIND_WORDS: dict[Kind, str] = {
    "voicemail": "Voicemail",
    "callback": "Call back",
    "elevator": "Elevator",
    "leave-or-not": "Leave or not",
    "get-through": "Get through",
    "draw-the-line": "Draw the line",
    "phone-test": "Phone test",
}
_ENGINES = {
    "embedded": "Tiny English, embedded",
    "vosk:vosk-model-small-en-us-0.15": "Small English",
    "vosk:vosk-model-en-us-0.22-lgraph": "Middle English",
}
_TOWARDS: dict[Kind, str] = {
    "voicemail": "Voicemail to",
    "callback": "Call back from",
    "elevator": "Elevator speech to",
}
PART_WORDS: dict[Part, str] = {
    "greeting": "greeting",
    "who": "who I am",
    "reason": "why",
    "for-you": "for you",
    "ask": "the ask",
    "number": "number",
    "selling": "selling",
    "second-ask": "second ask",
    "close": "close",
    "padding": "other words",
}
PART_SHORT: dict[Part, str] = {"who": "who", "ask": "ask", "second-ask": "2nd ask", "padding": "other"}


def clock(seconds: float) -> str:
    """A place in a take, "0:16"."""
    whole = int(max(0.0, seconds))
    return f"{whole // 60}:{whole % 60:02d}"


def clock_tenths(seconds: float) -> str:
    """A place in a take that moves, "0:16.6"."""
    tenths = int(max(0.0, seconds) * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def length(seconds: float) -> str:
    """A length: "26.4 s", from a minute on "1 min 12 s"."""
    if round(seconds, 1) < 60:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    return f"{whole // 60} min {whole % 60} s"


def started(started_utc: str, utc_offset_min: int) -> datetime:
    """The wall clock where and when the attempt was made."""
    moment = datetime.fromisoformat(started_utc)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(timezone(timedelta(minutes=utc_offset_min)))


def when(moment: datetime, now: datetime) -> str:
    """ "Today 10:42", "Yesterday 16:20", "Thu 11:03" within a week, then "4 Nov 11:20" or "4 Nov 2025"."""
    days = (now.date() - moment.date()).days
    time = f"{moment:%H:%M}"
    if days == 0:
        return f"Today {time}"
    if days == 1:
        return f"Yesterday {time}"
    if 1 < days < 7:
        return f"{moment:%a} {time}"
    if moment.year == now.year:
        return f"{moment.day} {moment:%b} {time}"
    return f"{moment.day} {moment:%b %Y}"


def day_words(day: date) -> str:
    """ "22 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def day_of(attempt: Attempt, now: datetime) -> str:
    """When it began, inside a sentence: "today 10:58", "9 Mar 10:20"."""
    time = when(started(attempt.started_utc, attempt.utc_offset_min), now)
    return lower_first(time) if time.startswith(("Today", "Yesterday")) else time


def to_whom(attempt: Attempt) -> str:
    """ "Voicemail to Dana Whitfield, Northgate Logistics"."""
    kind, prospect = attempt.scenario.kind, attempt.scenario.prospect
    lead = _TOWARDS.get(kind, f"{KIND_WORDS[kind]}:")
    return f"{lead} {prospect.name}" + (f", {prospect.company}" if prospect.company else "")


def heard_by(engine: str | None) -> str:
    """Which engine heard it: "heard by the small English model", "heard by NAME"; "" for None."""
    if engine is None:
        return ""
    article = "the " if engine == "vosk" or engine in _ENGINES else ""
    return f"heard by {article}{lower_first(model_title(engine))}"


def model_title(engine: str | None) -> str:
    """A name that says what it is: "Small English model", "NAME"; "" for None."""
    if engine is None or engine == "vosk":
        return "Default model" if engine else ""
    name, comma, where = _ENGINES.get(engine, "").partition(",")
    return f"{name} model{comma}{where}" if name else engine_title(engine)


def engine_title(engine: str) -> str:
    """A name for "vosk:NAME" or "embedded" that a person can remember."""
    return _ENGINES.get(engine, engine.removeprefix("vosk:"))


def quoted(words: str) -> str:
    """Spoken words in quotation marks; those cut out of a longer sentence get an ellipsis by the caller."""
    return f"“{words}”"


def lower_first(title: str) -> str:
    """A title inside a sentence: "One ask" -> "one ask"; "I" and capitals in a row stay."""
    if title[:2] == "I " or title[1:2].isupper():
        return title
    return title[:1].lower() + title[1:]


_COUNTS = ("no", "one word", "two words", "three words", "four words", "five words", "six words")


def misheard_words(name: str, heard: str, *, only_parted: bool) -> str:
    """What a name of the user's was heard as, and that it can be taught."""
    count = len(heard.split())
    parted = only_parted and count < len(_COUNTS)
    return f"{quoted(name)} was heard as {_COUNTS[count] if parted else quoted(heard)}. " + (
        "Teach it once and it will be known."
    )


def taught_words(name: str, heard: str) -> str:
    """That a name has been taught."""
    return f"{quoted(heard)} is known as {quoted(name)} from now on."
