"""The two lines that were written down before a call, beside what was found of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trainer.records import Attempt, Finding
from ui.models.check_lines import title_of
from ui.models.points_words import IDEA, WORRY
from ui.widgets.glyph import WORDS, State, state_of

_SHOWN_BY: dict[str, tuple[str, ...]] = {
    WORRY: ("their-concern",),
    IDEA: ("value-for-them", "for-them", "keeps-promise"),
}
"""Line -> the checks that tell whether something of the kind was heard; the first that applies counts."""


class PreparedLine(NamedTuple):
    """One line; `state` None where no check tells of it."""

    caption: str
    text: str
    state: State | None = None
    found: str = ""


def prepared_lines(attempt: Attempt) -> tuple[PreparedLine, ...]:
    """What the user meant to speak of; () where they had written down neither line."""
    points = attempt.points
    if points is None:
        return ()
    written = ((WORRY, points.worry), (IDEA, points.idea))
    return tuple(_line(attempt, caption, text) for caption, text in written if text)


def _line(attempt: Attempt, caption: str, text: str) -> PreparedLine:
    for finding in _findings(attempt, _SHOWN_BY[caption]):
        state = state_of(finding.outcome)
        if state is not None:
            return PreparedLine(caption, text, state, f"{title_of(finding.check)}: {_word(state)}")
    return PreparedLine(caption, text)


def _findings(attempt: Attempt, checks: tuple[str, ...]) -> Iterator[Finding]:
    found = {one.check: one for one in attempt.feedback.findings} if attempt.feedback else {}
    yield from (found[check] for check in checks if check in found)


def _word(state: State) -> str:
    word = WORDS[state]
    return word[:1].lower() + word[1:]
