"""Takes side by side: what each is called, and what changed between them in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from trainer.practice.comparison import CheckChange, Difference
from trainer.records import Attempt, Clause, Outcome
from ui.models.lost_sound import lost_words
from ui.models.phrasing import PART_WORDS, engine_title, length, quoted, started, when
from ui.models.spoken import Spoken, spoken
from ui.widgets.glyph import WORDS, State, state_of

FIRST, BEST, LATEST = "First", "Best", "Latest"
BEST_HEARD = "Best to hear"
"""Where a better one has lost its recording."""
_MOST_NAMED = 3
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTake:
    """One of the takes on show."""

    attempt: Attempt
    name: str
    turns: tuple[Spoken, ...]
    silent: bool = False
    """Its recording is no longer there."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its ribbon; empty before it is judged."""
        return self.attempt.feedback.ribbon if self.attempt.feedback else ()

    @property
    def seconds(self) -> float | None:
        """How long it was."""
        return self.attempt.feedback.seconds if self.attempt.feedback else None

    @property
    def has_sound(self) -> bool:
        """Whether it can be heard."""
        return not self.silent and any(turn.take and turn.take.frames for turn in self.turns)


def compared(attempt: Attempt, name: str, *, silent: bool = False) -> ComparedTake:
    """The attempt under this name; `silent`: its recording is gone."""
    return ComparedTake(attempt=attempt, name=name, turns=spoken(attempt), silent=silent)


def choices(chosen: Sequence[Attempt], offered: Mapping[str, str], now: datetime) -> dict[str, str]:
    """Attempt id -> what it is called: "First take", "Best and latest", then those chosen, by their time.

    `offered`: "First", "Best", "Latest" -> attempt id.
    """
    named: dict[str, str] = {}
    for attempt_id in dict.fromkeys(offered.values()):
        roles = [role for role, other in offered.items() if other == attempt_id]
        alone = len(roles) == 1 and roles[0] != BEST_HEARD
        named[attempt_id] = f"{roles[0]} take" if alone else " and ".join(roles).capitalize()
    for attempt in chosen:
        named.setdefault(attempt.id, when(started(attempt.started_utc, attempt.utc_offset_min), now))
    return named


def met_words(attempt: Attempt) -> str:
    """ "17 of 24 met"."""
    counts = attempt.feedback.headline if attempt.feedback else None
    return f"{counts.met} of {counts.of} met" if counts else "not judged"


def whom(takes: Sequence[ComparedTake]) -> str:
    """The prospects, "Dana Whitfield, Northgate Logistics", and which takes these are."""
    prospects = dict.fromkeys(take.attempt.scenario.prospect for take in takes)
    names = (f"{one.name}, {one.company}" if one.company else one.name for one in prospects)
    return " and ".join(names)


def headline(changed: Difference | None, takes: Sequence[ComparedTake]) -> str:
    """ "14.6 s shorter, nothing sold": the length, and the change that matters most."""
    if changed is None:
        return "Not judged yet"
    parts = [
        _seconds_words(changed.seconds),
        _selling_words(changed) or _clause_words(changed) or _checks_words(takes),
    ]
    told = ", ".join(part for part in parts if part)
    return (told[:1].upper() + told[1:]) or "Nothing changed"


def sentences(changed: Difference | None) -> str:
    """Words and parts that came and went: "31 words fewer. Gone: selling (11.0 s). New: number (2.8 s).".

    Then what was said in place of what, and which words are the same and only read otherwise.
    """
    if changed is None:
        return ""
    gone = [f"{PART_WORDS[one.part]} ({length(one.before_s)})" for one in changed.gone]
    new = [f"{PART_WORDS[one.part]} ({length(one.after_s)})" for one in changed.new]
    told = [_words_words(changed.words)]
    told += [f"Gone: {', '.join(gone[:_MOST_NAMED])}."] if gone else []
    told += [f"New: {', '.join(new[:_MOST_NAMED])}."] if new else []
    told += [
        f"{_beginning(one.quote)} became {_beginning(two.quote)}."
        for one, two in changed.replaced[:_MOST_NAMED]
    ]
    told += [
        f"The same words, read as {PART_WORDS[one]}, are read as {PART_WORDS[two]} now."
        for one, two in changed.read_otherwise[:_MOST_NAMED]
    ]
    return " ".join(told)


def caveats(changed: Difference | None, takes: Sequence[ComparedTake], guides: Mapping[str, str]) -> str:
    """What else makes a difference: another guide, another engine, another call; "" where nothing does."""
    if changed is None:
        unjudged = "A take without a judgement cannot be compared. Show it, and have it heard."
        return " ".join(filter(None, (unjudged, silent_words(takes))))
    first, last = takes[0].attempt, takes[-1].attempt
    told = []
    if first.scenario.id != last.scenario.id:
        told.append("These are takes of different calls.")
    if changed.other_guide and first.feedback and last.feedback:
        titles = [guides.get(one.guide, one.guide) for one in (first.feedback, last.feedback)]
        told.append(f"Judged by different guides: {titles[0]}, then {titles[1]}.")
    if changed.other_engine:
        engines = " and ".join(engine_title(one.engine or "") for one in (first, last))
        told.append(f"Heard by different engines ({engines}), so words may differ for that alone.")
    return " ".join(filter(None, (*told, silent_words(takes))))


def silent_words(takes: Sequence[ComparedTake]) -> str:
    """Which takes have lost their recording; "" for none."""
    return lost_words([number for number, take in enumerate(takes, start=1) if take.silent])


def check_words(change: CheckChange) -> tuple[State | None, str]:
    """The state it has now, and "missed, now met"."""
    before, after = _outcome(change.before, change.before_counts), _outcome(change.after, change.after_counts)
    return state_of(change.after) if change.after_counts else None, f"{before}, now {after}"


def _outcome(outcome: Outcome, counts: bool) -> str:
    """ "missed"; what a take's guide does not count is neither met nor missed, as on the take's own page."""
    if not counts and outcome != "not-applicable":
        return "not counted"
    state = state_of(outcome)
    return WORDS[state].lower() if state else "does not apply"


def _seconds_words(seconds: float | None) -> str:
    if seconds is None:
        return ""
    by = round(abs(seconds), 1)
    return f"{length(by)} {'shorter' if seconds < 0 else 'longer'}" if by else "just as long"


def _selling_words(changed: Difference) -> str:
    selling = next((one for one in changed.parts if one.part == "selling"), None)
    if selling is None:
        return ""
    if not selling.after_s:
        return "nothing sold" if selling in changed.gone else ""
    by = length(abs(selling.after_s - selling.before_s))
    return f"{by} {'less' if selling.after_s < selling.before_s else 'more'} selling"


def _clause_words(changed: Difference) -> str:
    """What takes the most seconds of what is said in one take only: "“number” gone", "“why” replaced"."""
    came = [(one.after_s, one.part, "new") for one in changed.new]
    went = [(one.before_s, one.part, "gone") for one in changed.gone]
    other = [((two.end_s or 0.0) - (two.start_s or 0.0), two.part, "replaced") for _, two in changed.replaced]
    told = [one for one in (*other, *came, *went) if one[1] != "padding"]
    if not told:
        return ""
    _, part, what = max(told, key=lambda one: one[0])
    return f"{quoted(PART_WORDS[part])} {what}"


def _beginning(words: str) -> str:
    """So many words that one knows the clause again."""
    said = words.split()
    return quoted(" ".join(said[:_MOST_WORDS]).rstrip(",.;:") + ("…" if len(said) > _MOST_WORDS else ""))


def _checks_words(takes: Sequence[ComparedTake]) -> str:
    first, last = takes[0].attempt.feedback, takes[-1].attempt.feedback
    if first is None or last is None or first.guide != last.guide:
        return ""
    more = last.headline.met - first.headline.met
    checks = "check" if abs(more) == 1 else "checks"
    return f"{abs(more)} {'more' if more > 0 else 'fewer'} {checks} met" if more else ""


def _words_words(words: int) -> str:
    if not words:
        return "As many words as before."
    return f"{abs(words)} {'word' if abs(words) == 1 else 'words'} {'more' if words > 0 else 'fewer'}."
