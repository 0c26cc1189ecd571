"""The frozen records that pass between the steps, in the order in which a reply meets them.

Plain standard-library dataclasses, so that importing them costs nothing. At the edges (scenario files,
judge requests, settings) `trainer.strict` reads them, refuses unknown fields and lists every mistake at
once. Times are seconds (`_s`); audio is 16 kHz mono int16.
"""

from trainer.records.guides import Band, Counted, Guide, Source, Thresholds
from trainer.records.heard import Engines, Transcript, Word
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
    Revision,
    SpokenTurn,
    Timing,
    Undo,
)
from trainer.records.kept import Attempt, AttemptRow, CallEvent, OwnMessage, Prediction, Turn
from trainer.records.names import (
    AttemptState,
    Background,
    Kind,
    Outcome,
    Part,
    Reach,
    Situation,
    Sold,
    TakePurpose,
    TimeOfDay,
)
from trainer.records.practised import Branch, KeyPoint, ModelAnswer, Person, Prompt, Scenario, Seller
from trainer.records.recorded import SAMPLE_RATE, Level, Span, Take
from trainer.records.sought import AttemptFilter, AttemptOrder
from trainer.records.tried import PUTS_OFF, Asked, Calendar, Meets, Try, TryMade

__all__ = [
    "PUTS_OFF",
    "SAMPLE_RATE",
    "Asked",
    "Attempt",
    "AttemptFilter",
    "AttemptOrder",
    "AttemptRow",
    "AttemptState",
    "Background",
    "Band",
    "Branch",
    "Calendar",
    "CallEvent",
    "Clause",
    "Context",
    "Correct",
    "Counted",
    "Counts",
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
    "Meets",
    "ModelAnswer",
    "Outcome",
    "OwnMessage",
    "Part",
    "Person",
    "Prediction",
    "Prompt",
    "Reach",
    "Revision",
    "Scenario",
    "Seller",
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
]
