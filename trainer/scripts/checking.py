"""What the judge makes of a script that nobody has said yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trainer.analysis import judge
from trainer.analysis.language.topics import content
from trainer.guides import guide_for, length_band
from trainer.records import (
    Band,
    Context,
    Feedback,
    Guide,
    JudgeRequest,
    ScriptKind,
    SpokenTurn,
    Word,
)
from trainer.scripts.pace import Pace, timed

HEARD_ONLY = frozenset(
    {
        "number-clear", "level", "pace", "pauses", "fillers", "restarts", "steady", "quick-pick-up",
        "quick-first-word", "pause-after-objection",
    }
)  # fmt: skip
"""Checks of how it is said, not of what is said; a written word cannot tell."""
NO_MATTER = frozenset({"covers-script"})
"""A script is not held against itself."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A script, judged as if somebody had said it at the user's pace."""

    words: tuple[Word, ...]
    """What stands between white space, with estimated times."""
    feedback: Feedback
    """Of what can be told from the words: findings that can only be heard are not in it."""
    heard_only: tuple[str, ...]
    """Ids of the checks that the guide counts and that can only be heard."""
    seconds: float
    """Estimated, from the first word to the last."""
    pace: Pace
    band: Band
    """How long it should be by the guide."""


def check(text: str, kind: ScriptKind, context: Context, guides: Mapping[str, Guide],
          guide_id: str | None, pace: Pace) -> Checked:  # fmt: skip
    """What the guide `guide_id` (None: the usual one for the kind) finds in the script `text`.

    Raises:
        UnknownName: there is no such guide.
    """
    guide, handed_over_from = guide_for(dict(guides), guide_id, kind)
    words = timed(_WORD.findall(text), pace)
    request = JudgeRequest(id=None, kind=kind, turns=(SpokenTurn(words=words),), context=context)
    told, heard_only = _parted(guide, kind, context)
    judged = judge(request, told, handed_over_from=handed_over_from)
    findings = tuple(one for one in judged.findings if one.check not in HEARD_ONLY | NO_MATTER)
    return Checked(
        words=words,
        feedback=replace(judged, findings=findings),
        heard_only=heard_only,
        seconds=words[-1].end_s or 0.0 if words else 0.0,
        pace=pace,
        band=length_band(guide, kind),
    )


def places(text: str) -> tuple[tuple[int, int], ...]:
    """Where each word of `text` stands: its first character and the one after its last."""
    return tuple(match.span() for match in _WORD.finditer(text))


def missing_breaks(text: str, firsts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """White space (first character, one after the last) before the words `firsts` that holds no new line."""
    found = places(text)
    gaps = ((found[first - 1][1], found[first][0]) for first in firsts if 0 < first < len(found))
    return tuple((start, end) for start, end in gaps if "\n" not in text[start:end])


def can_be_told(point: str) -> bool:
    """Whether the judge could tell that a key point was said: small words alone mean nothing to it."""
    return bool(content(point))


def _parted(guide: Guide, kind: ScriptKind, context: Context) -> tuple[Guide, tuple[str, ...]]:
    """The guide without what words cannot tell, so that it is never the one fix; and what of it counts."""
    counts = guide.counts[kind]
    told = tuple(one for one in counts if one.check not in HEARD_ONLY | NO_MATTER)
    here = (one for one in counts if not one.situations or context.situation in one.situations)
    heard_only = tuple(one.check for one in here if one.check in HEARD_ONLY)
    return replace(guide, counts={**guide.counts, kind: told}), heard_only
