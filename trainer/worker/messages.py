"""What a call back answers, and what a prospect leaves who was not answered."""

from __future__ import annotations

from pathlib import Path

from trainer.audio import Sound
from trainer.audio.excerpt import excerpt
from trainer.audio.takes import read_take
from trainer.errors import BadInput
from trainer.history.store import Store
from trainer.practice.own_message import own_message
from trainer.records import OwnMessage, Person, Scenario


def message_for(store: Store, scenario: Scenario) -> OwnMessage | None:
    """The user's latest message among those that the call back `scenario` may answer; None without one."""
    left = store.latest_message(scenario.follows) if scenario.follows else None
    return own_message(left) if left else None


def word_left_by(prospect: Person) -> str:
    """What stays in the history of a ring that was missed: a short message, and no reproach."""
    company = f" at {prospect.company}" if prospect.company else ""
    said = f"This is {prospect.name}{company}. You left me a message. Call me back when you have a minute."
    return f"{prospect.name} left word: “{said}”"


def sound_of(data_dir: Path, message: OwnMessage) -> Sound | None:
    """The part of the message that the caller plays; None when its recording has gone."""
    try:
        pcm = read_take(data_dir / message.take.path, message.start_s, message.end_s)
    except BadInput:
        return None
    level = message.take.level
    return excerpt("own-message", pcm, level.speech_dbfs if level else None)
