"""Whether the user's own key points were said, in any words."""

from __future__ import annotations

from trainer.analysis.call import Call, Span
from trainer.analysis.checks import NOT_APPLICABLE, Check, Decision, Example, faint, met, missed
from trainer.analysis.language.topics import spoken_of

SHARE_OF_POINTS = 2 / 3
"""Share of the points that must be said where none is marked "must" (guidance.md, covers-script)."""


def covers_script(call: Call) -> Decision:
    """Whether all points marked "must" are said, or else two thirds of all points."""
    points = call.context.script
    if not points or not call.context.can_talk:
        return NOT_APPLICABLE
    said = {point.text: spans for point in points if (spans := _said(call, point.text))}
    spans = [spans[0] for spans in said.values()]
    value, wanted = f"{len(said)} of {len(points)}", _left_out([p.text for p in points if p.text not in said])
    musts = [point for point in points if point.must]
    enough = (
        all(point.text in said for point in musts) if musts else len(said) >= SHARE_OF_POINTS * len(points)
    )
    return (met if enough else missed)(call, spans, value=value, wanted=wanted)


def _said(call: Call, point: str) -> list[Span]:
    """Where the point is said, all in one turn."""
    for turn in call.turns:
        if places := spoken_of(point, turn.speech):
            return [Span(turn.index, place, place) for place in places]
    return []


def _left_out(points: list[str]) -> str:
    return f"left out: {'; '.join(points)}" if points else "all points"


_SCRIPT = {
    "script": [
        {"text": "two invoices were charged twice"},
        {"text": "ruth kemp sent me"},
        {"text": "takes ten minutes"},
    ]
}
_MUST = {"script": [{"text": "two invoices were charged twice", "must": True}, {"text": "ruth kemp sent me"}]}

CHECKS = (
    Check(
        "covers-script",
        "Your key points",
        frozenset({"voicemail", "callback"}),
        "Met when every point that you marked is said, or two thirds if you marked none; any words count.",
        "Look at your points once before you speak, and say the one you left out.",
        ("004", "003"),
        covers_script,
        (
            Example("met", "ruth kemp said i should ring you were billed twice on two invoices", _SCRIPT),
            Example("missed", "ruth kemp said i should ring", _MUST),
            Example("not-applicable", "ruth kemp said i should ring"),
            Example("unsure", context=_SCRIPT, more=faint("yes that is what it was about")),
        ),
    ),
)
