"""What a running call works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trainer import events
from trainer.audio import Sound
from trainer.records import DeviceDelay, OwnMessage, Prompt, SpokenTurn
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser


@dataclass(frozen=True, slots=True)
class Desk:
    """What a call works with."""

    store: StoreThread
    data_dir: Path
    recogniser: Recogniser | None
    load_sound: Callable[[str], Sound]
    choose: Callable[[Prompt, SpokenTurn, SpokenTurn], str]
    """(line, greeting on picking up, reply) -> which line follows."""
    emit: Callable[[events.CoreEvent], None]
    own_message: tuple[OwnMessage, Sound] | None = None
    """The message that a call back answers, and what of it the caller plays."""
    device_delay: DeviceDelay | None = None
    """Of the devices that the call is held on; None: not measured, or there are none."""
