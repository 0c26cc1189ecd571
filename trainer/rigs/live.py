"""A call on speaker and microphone."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from trainer.audio import (
    Captured,
    CaptureFailed,
    Converter,
    DeviceReplaced,
    Microphone,
    Played,
    Player,
    PlayFailed,
    Sound,
)
from trainer.drills import Effect
from trainer.rigs import MicrophoneFailed, Notice, RigEvent, Samples, Sounded, SpeakerFailed, Timer
from trainer.rigs.pausing import HeldClock, HeldSound


@dataclass(slots=True)
class _Asked:
    """A sound that was asked for and has not been heard to its end."""

    tag: str
    sound: Sound
    ring: bool
    heard_from_s: float | None = None
    """Monotonic time at which its first sample is heard."""


class LiveRig:
    """Speaker and microphone. The worker hands it what arrives and asks it when to wake."""

    def __init__(self, player: Player, microphone: Microphone | None) -> None:
        """`microphone` None: nobody speaks in this call."""
        self._player, self._microphone = player, microphone
        # Reports of an earlier call may still be in the inbox: tags carry the call they belong to.
        # and, after a pause, the part of it.
        self._part = 0
        self._asked: list[_Asked] = []
        self._converter: Converter | None = None
        self._clock, self._heard = HeldClock(time.monotonic()), HeldSound()
        self._samples = 0
        self._due: dict[str, float] = {}

    @property
    def dropped_ms(self) -> int:
        """See `Rig.dropped_ms`."""
        return self._converter.dropped_ms if self._converter else 0

    def open(self) -> None:
        """See `Rig.open`."""
        if self._microphone:
            self._converter = self._microphone.open()
        self._clock = HeldClock(time.monotonic())

    def close(self) -> None:
        """See `Rig.close`."""
        self._player.stop()
        if self._microphone:
            self._microphone.close()
        self._due.clear()
        self._asked.clear()

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        """See `Rig.play`."""
        self._asked.append(_Asked(tag, sound, ring))
        self._player.play(sound, self._prefix + tag, ring=ring)

    def stop_playing(self) -> None:
        """See `Rig.stop_playing`."""
        self._asked.clear()
        self._player.stop()

    def wait(self, tag: str, seconds: float) -> None:
        """See `Rig.wait`."""
        self._due[tag] = time.monotonic() + seconds

    def now_s(self) -> float:
        """See `Rig.now_s`."""
        return self._clock.call_s(time.monotonic())

    def sample_at(self, at_s: float) -> int:
        """See `Rig.sample_at`."""
        return self._heard.number(self._sample(self._clock.monotonic_s(at_s)))

    def _sample(self, monotonic_s: float) -> int:
        return self._converter.arrival_to_sample(monotonic_s) if self._converter else 0

    @property
    def _prefix(self) -> str:
        return f"call-{id(self)}-{self._part}:"

    # ------------------------------------------------------------------ a pause

    @property
    def paused(self) -> bool:
        """Whether the call is held."""
        return self._clock.since_s is not None

    def pause(self) -> None:
        """Hold the clock, the waits, what is playing and the recording; the microphone stays open."""
        now_s = time.monotonic()
        self._clock.hold(now_s)
        self._heard.hold(self._sample(now_s))
        self._part += 1  # what is still reported of the sounds before the pause is past
        self._player.stop()
        if self._asked:
            self._asked[0] = _rest_of(self._asked[0], now_s)

    def go_on(self) -> float:
        """Go on where it was held; returns the length of the pause in seconds."""
        now_s = time.monotonic()
        stood_s = self._clock.go_on(now_s)
        self._heard.go_on(self._sample(now_s))
        self._due = {tag: due_s + stood_s for tag, due_s in self._due.items()}
        for asked in self._asked:
            self._player.play(asked.sound, self._prefix + asked.tag, ring=asked.ring)
        return stood_s

    # ------------------------------------------------------------------ what happens on the line

    def notice(self, effect: Effect) -> None:
        """A living user needs no telling."""

    def seconds_to_timer(self) -> float | None:
        """How long nothing will be due; None when no wait is running."""
        if self.paused or not self._due:
            return None
        return max(0.0, min(self._due.values()) - time.monotonic())

    def due(self) -> list[Timer]:
        """Waits that are over, oldest first."""
        if self.paused:
            return []
        now = time.monotonic()
        over = sorted((tag for tag in self._due if self._due[tag] <= now), key=self._due.__getitem__)
        for tag in over:
            del self._due[tag]
        return [Timer(tag) for tag in over]

    def translate(self, item: object) -> RigEvent | None:
        """What an item from the inbox means on this line; None for nothing."""
        match item:
            case Captured() if self._converter:
                pcm = self._converter.convert(item)
                first, self._samples = self._samples, self._samples + len(pcm)
                kept = self._heard.kept(pcm, first)
                return Samples(kept, self._heard.number(first)) if len(kept) or not len(pcm) else None
            case Played() if item.tag.startswith(self._prefix):
                return self._sounded(item)
            case PlayFailed(tag, message) if tag.startswith(self._prefix):
                self._forget(tag.removeprefix(self._prefix))
                return SpeakerFailed(tag.removeprefix(self._prefix), message)
            case CaptureFailed(message):
                return MicrophoneFailed(message)
            case DeviceReplaced(message):
                return Notice(message)
        return None

    def _sounded(self, played: Played) -> Sounded | None:
        """What the report means; the second beginning of a sound that was held means nothing."""
        tag, at_s = played.tag.removeprefix(self._prefix), self._clock.call_s(played.at_s)
        asked = next((one for one in self._asked if one.tag == tag), None)
        if played.what != "started":
            self._forget(tag)
        elif asked and asked.heard_from_s is not None:
            asked.heard_from_s = played.at_s
            return None
        elif asked:
            asked.heard_from_s = played.at_s
        return Sounded(tag, played.what, at_s)

    def _forget(self, tag: str) -> None:
        self._asked = [one for one in self._asked if one.tag != tag]


def _rest_of(asked: _Asked, now_s: float) -> _Asked:
    """What of a sound has not been heard at `now_s`."""
    if asked.heard_from_s is None:
        return asked
    heard = round(max(0.0, now_s - asked.heard_from_s) * asked.sound.rate)
    return replace(asked, sound=replace(asked.sound, pcm=asked.sound.pcm[heard:]))
