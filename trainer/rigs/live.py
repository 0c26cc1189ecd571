"""A call on speaker and microphone."""

from __future__ import annotations

import time

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


class LiveRig:
    """Speaker and microphone. The worker hands it what arrives and asks it when to wake."""

    def __init__(self, player: Player, microphone: Microphone | None) -> None:
        """`microphone` None: nobody speaks in this call."""
        self._player, self._microphone = player, microphone
        # Reports of an earlier call may still be in the inbox: tags carry the call they belong to.
        self._prefix = f"call-{id(self)}:"
        self._converter: Converter | None = None
        self._began_s = time.monotonic()
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
        self._began_s = time.monotonic()

    def close(self) -> None:
        """See `Rig.close`."""
        self._player.stop()
        if self._microphone:
            self._microphone.close()
        self._due.clear()

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        """See `Rig.play`."""
        self._player.play(sound, self._prefix + tag, ring=ring)

    def stop_playing(self) -> None:
        """See `Rig.stop_playing`."""
        self._player.stop()

    def wait(self, tag: str, seconds: float) -> None:
        """See `Rig.wait`."""
        self._due[tag] = time.monotonic() + seconds

    def now_s(self) -> float:
        """See `Rig.now_s`."""
        return time.monotonic() - self._began_s

    def sample_at(self, at_s: float) -> int:
        """See `Rig.sample_at`."""
        return self._converter.arrival_to_sample(at_s + self._began_s) if self._converter else 0

    def notice(self, effect: Effect) -> None:
        """A living user needs no telling."""

    def seconds_to_timer(self) -> float | None:
        """How long nothing will be due; None when no wait is running."""
        return max(0.0, min(self._due.values()) - time.monotonic()) if self._due else None

    def due(self) -> list[Timer]:
        """Waits that are over, oldest first."""
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
                return Samples(pcm, first)
            case Played(tag, what, at_s) if tag.startswith(self._prefix):
                return Sounded(tag.removeprefix(self._prefix), what, at_s - self._began_s)
            case PlayFailed(tag, message) if tag.startswith(self._prefix):
                return SpeakerFailed(tag.removeprefix(self._prefix), message)
            case CaptureFailed(message):
                return MicrophoneFailed(message)
            case DeviceReplaced(message):
                return Notice(message)
        return None
