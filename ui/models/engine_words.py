"""Engines and what was recorded in a test, in the words of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.glyph import State
from ui.widgets.level import judge_level

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import Level

MODEL_SIZE = "41 MB"
"""Size of the small English model's download (`trainer.transcription.download.DEFAULT`)."""
_SILENT_DBFS = -89.0
"""A microphone that works hisses; below this every sample is zero or nearly so."""
_CLIPPED_SHARE = 0.001


def engine_detail(engine: str) -> str:
    """What it is and how it differs from others, in one line."""
    if engine == "embedded":
        return "Came with Ringback. Words come after you hang up; some “um”s are left out."
    return "Vosk, on this computer. Words come while you speak."


def engine_proven(engine: str) -> str:
    """Where the project's own tests have run it."""
    # Imported here: it knows sound and history as well, and nothing at the start of the window needs it.
    from trainer.doctor import PROVEN

    return PROVEN[engine.partition(":")[0]]


def megabytes(done: int, in_all: int) -> str:
    """ "12 of 41 MB"; without a known total "12 MB"."""
    if in_all <= 0:
        return f"{done / 1e6:.0f} MB"
    return f"{done / 1e6:.0f} of {in_all / 1e6:.0f} MB"


def level_verdict(level: Level) -> tuple[State, str, str]:
    """State, short words and, where something is to be done, what, for a recorded sentence."""
    if level.peak_dbfs <= _SILENT_DBFS:
        mend = "Is it muted, or kept from this program by the system? Another microphone may do."
        return "missed", "The microphone is silent.", mend
    if level.speech_dbfs is None:
        return "unsure", "No voice was found.", "Speak up, or choose another microphone."
    if level.clipped_share > _CLIPPED_SHARE:
        return "missed", "Too loud.", "Move back a little, or lower the microphone’s level."
    state, words = judge_level(level.peak_dbfs)
    mends = {"near": "Come closer, or raise the microphone’s level.",
             "missed": "Move back a little, or lower the microphone’s level."}  # fmt: skip
    return state, "We hear you well." if state == "met" else f"{words}.", mends.get(state, "")
