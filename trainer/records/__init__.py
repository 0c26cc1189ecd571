"""The frozen records that pass between the steps, in the order in which a reply meets them.

Plain standard-library dataclasses. At the edges (scenario files, judge requests, settings) `trainer.strict`
reads them, refuses unknown fields and lists every mistake at once. Times are seconds (`_s`); audio is 16 kHz
mono int16.

Each file is imported when one of its names is asked for first: to make all the classes takes as long as a
tenth of the start, and the first screen needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainer.records.guides import Band, Counted, Guide, Source, Thresholds
    from trainer.records.heard import Engines, Transcript
    from trainer.records.judged import (
        Clause,
        Context,
        Correct,
        Counts,
        Dispute,
        Evidence,
        Feedback,
        Finding,
        Fix,
        Headline,
        JudgeRequest,
        Opinion,
        Revision,
        SpokenTurn,
        Timing,
        Undo,
    )
    from trainer.records.kept import (
        BREAKS,
        Attempt,
        AttemptRow,
        CallEvent,
        OwnMessage,
        Prediction,
        Turn,
        broken_off_by,
    )
    from trainer.records.measured import Measured
    from trainer.records.names import (
        AttemptState,
        Background,
        BrokenOff,
        Kind,
        Outcome,
        Part,
        Reach,
        Situation,
        Sold,
        TakePurpose,
        TimeOfDay,
    )
    from trainer.records.points import KeyPoint
    from trainer.records.practised import Branch, ModelAnswer, Person, Prompt, Scenario, Seller
    from trainer.records.prepared import POINT_NAMES, SELLING, MyPoints, PointName, Prepared, Selling
    from trainer.records.recorded import SAMPLE_RATE, DeviceDelay, Take
    from trainer.records.scripts import (
        LONGEST_SCRIPT,
        MarkedPoint,
        Script,
        ScriptKind,
        ScriptVersion,
        in_lines,
    )
    from trainer.records.sought import AttemptChoices, AttemptFilter, AttemptOrder
    from trainer.records.spoken import Level, Span, Word
    from trainer.records.tried import PUTS_OFF, Asked, Calendar, Meets, Reading, Try, TryMade

__all__ = [
    "BREAKS",
    "LONGEST_SCRIPT",
    "POINT_NAMES",
    "PUTS_OFF",
    "SAMPLE_RATE",
    "SELLING",
    "Asked",
    "Attempt",
    "AttemptChoices",
    "AttemptFilter",
    "AttemptOrder",
    "AttemptRow",
    "AttemptState",
    "Background",
    "Band",
    "Branch",
    "BrokenOff",
    "Calendar",
    "CallEvent",
    "Clause",
    "Context",
    "Correct",
    "Counted",
    "Counts",
    "DeviceDelay",
    "Dispute",
    "Engines",
    "Evidence",
    "Feedback",
    "Finding",
    "Fix",
    "Guide",
    "Headline",
    "JudgeRequest",
    "KeyPoint",
    "Kind",
    "Level",
    "MarkedPoint",
    "Measured",
    "Meets",
    "ModelAnswer",
    "MyPoints",
    "Opinion",
    "Outcome",
    "OwnMessage",
    "Part",
    "Person",
    "PointName",
    "Prediction",
    "Prepared",
    "Prompt",
    "Reach",
    "Reading",
    "Revision",
    "Scenario",
    "Script",
    "ScriptKind",
    "ScriptVersion",
    "Seller",
    "Selling",
    "Situation",
    "Sold",
    "Source",
    "Span",
    "SpokenTurn",
    "Take",
    "TakePurpose",
    "Thresholds",
    "TimeOfDay",
    "Timing",
    "Transcript",
    "Try",
    "TryMade",
    "Turn",
    "Undo",
    "Word",
    "broken_off_by",
    "in_lines",
]

_FILES = {
    "names": "AttemptState Background BrokenOff Kind Outcome Part Reach Situation Sold TakePurpose TimeOfDay",
    "points": "KeyPoint",
    "practised": "Branch ModelAnswer Person Prompt Scenario Seller",
    "tried": "Asked Calendar Meets PUTS_OFF Reading Try TryMade",
    "prepared": "MyPoints POINT_NAMES PointName Prepared SELLING Selling",
    "spoken": "Level Span Word",
    "recorded": "DeviceDelay SAMPLE_RATE Take",
    "guides": "Band Counted Guide Source Thresholds",
    "heard": "Engines Transcript",
    "judged": """Clause Context Correct Counts Dispute Evidence Feedback Finding Fix Headline JudgeRequest
        Opinion Revision SpokenTurn Timing Undo""",
    "kept": "Attempt AttemptRow BREAKS CallEvent OwnMessage Prediction Turn broken_off_by",
    "measured": "Measured",
    "sought": "AttemptChoices AttemptFilter AttemptOrder",
    "scripts": "LONGEST_SCRIPT MarkedPoint Script ScriptKind ScriptVersion in_lines",
}
"""What each file holds; only the file of a name is imported when the name is asked for."""
_FILE_OF = {name: file for file, names in _FILES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _FILE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_FILE_OF[name]}"), name)
    globals()[name] = found
    return found
