"""The user's own message that a call back answers: found in the history, and cut out of its recording."""

from __future__ import annotations

from pathlib import Path

from trainer.audio import Sound
from trainer.audio.excerpt import excerpt
from trainer.audio.takes import read_take
from trainer.errors import BadInput
from trainer.history.store import Store
from trainer.practice.own_message import own_message
from trainer.records import OwnMessage, Scenario


def message_for(store: Store, scenario: Scenario) -> OwnMessage | None:
    """The user's latest message among those that the call back `scenario` may answer; None without one."""
    left = store.latest_message(scenario.follows) if scenario.follows else None
    return own_message(left) if left else None


def sound_of(data_dir: Path, message: OwnMessage) -> Sound | None:
    """The part of the message that the caller plays; None when its recording has gone."""
    try:
        pcm = read_take(data_dir / message.take.path, message.start_s, message.end_s)
    except BadInput:
        return None
    level = message.take.level
    return excerpt("own-message", pcm, level.speech_dbfs if level else None)
