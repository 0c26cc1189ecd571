"""The two telephones that a call can be held on: live devices (`live`), or answers from files (`scripted`).

A rig performs what a drill asks for (`play`, `wait`) and reports what happens as the events below, with
times in seconds on the call's own clock (0 at its start). Live, that clock is the monotonic clock and the
events come through the worker's inbox; from files it is virtual, and a whole call takes no time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from trainer.audio import Pcm, Sound
from trainer.drills import Answer, CannotTalk, Decide, Effect, HangUp, HearAgain, KeyPressed, TurnDone

# --------------------------------------------------------------------------- what happens on a line


@dataclass(frozen=True, slots=True)
class Samples:
    """Sound from the microphone: 16 kHz mono int16; `first` is the index of its first sample."""

    pcm: Pcm
    first: int


@dataclass(frozen=True, slots=True)
class Sounded:
    """A sound of the drill was heard to start or end."""

    tag: str
    what: Literal["started", "ended", "stopped"]
    at_s: float


@dataclass(frozen=True, slots=True)
class Timer:
    """A wait is over."""

    tag: str


UserAct = Answer | CannotTalk | Decide | HangUp | HearAgain | KeyPressed | TurnDone


@dataclass(frozen=True, slots=True)
class UserDid:
    """The user acted."""

    what: UserAct


@dataclass(frozen=True, slots=True)
class MicrophoneFailed:
    """The microphone is gone, with the mend in plain words."""

    message: str


@dataclass(frozen=True, slots=True)
class SpeakerFailed:
    """This sound could not be played, with the mend in plain words."""

    tag: str
    message: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth telling about the devices; the call goes on."""

    message: str


RigEvent = Samples | Sounded | Timer | UserDid | MicrophoneFailed | SpeakerFailed | Notice


class Rig(Protocol):
    """What a call needs of a telephone."""

    @property
    def dropped_ms(self) -> int:
        """Milliseconds of sound that the device failed to deliver so far."""

    def open(self) -> None:
        """Open the microphone and start the clock.

        Raises:
            DeviceError: there is none, or it is refused.
        """

    def close(self) -> None:
        """Silence, and close the microphone."""

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        """Play after what is playing."""

    def stop_playing(self) -> None:
        """Silence."""

    def wait(self, tag: str, seconds: float) -> None:
        """Report `Timer(tag)` after `seconds`, instead of any earlier wait of that tag."""

    def now_s(self) -> float:
        """Seconds since the call began."""

    def sample_at(self, at_s: float) -> int:
        """Index of the microphone sample that is heard at `at_s`."""

    def notice(self, effect: Effect) -> None:
        """Told of every effect, so that a scripted user can react."""
