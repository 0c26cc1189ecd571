"""Measuring the delay of speaker and microphone by clicks from an earphone that is held to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

import numpy as np

from trainer.audio import Microphone, Pcm, Player
from trainer.audio.capture import QUIETEST_DBFS, peak_dbfs
from trainer.audio.delay import GAPS_S, LATEST_S, click, delay_in, gap
from trainer.errors import BadInput, DeviceError
from trainer.records import SAMPLE_RATE, DeviceDelay
from trainer.rigs import MicrophoneFailed, RigEvent, Samples, Sounded, SpeakerFailed, Timer
from trainer.rigs.live import LiveRig

SETTLE_S = 1.0
"""Sound that must have come before the clicks: the capture clock runs true after 50 blocks."""
_CLICK, _GAP, _REST = "click-", "gap-", "rest"
NOT_HEARD = "The clicks were not heard well enough to measure."
MEND = "Hold an earphone right at the microphone, turn it up, and try again."


@dataclass(slots=True)
class _Running:
    rig: LiveRig
    done: Future[DeviceDelay | None]
    heard: list[Pcm] = field(default_factory=list)
    samples: int = 0
    clicking: bool = False
    clicks_s: list[float] = field(default_factory=list)
    """When each click began by the player's clock, seconds on the rig's."""


class DelayTest:
    """See `ui.delay_services.Delays`. Public methods may be called from any thread."""

    def __init__(
        self,
        *,
        post: Callable[[Callable[[], None]], None],
        player: Player,
        microphone: Microphone,
        busy: Callable[[], bool],
    ) -> None:
        """`busy`: whether something else has the microphone."""
        self._post, self._player, self._microphone, self._busy = post, player, microphone, busy
        self._now: _Running | None = None
        self._level = QUIETEST_DBFS

    def measure(self) -> Future[DeviceDelay | None]:
        """Play the clicks and find them in what is recorded; None when cancelled.

        The future raises DeviceError without a microphone or speaker and BadInput where they were not heard.
        """
        done: Future[DeviceDelay | None] = Future()
        self._post(lambda: self._start(done))
        return done

    def cancel(self) -> None:
        """Be silent and close the microphone."""
        self._post(self.close)

    def measuring(self) -> bool:
        """Whether the microphone is open for it."""
        return self._now is not None

    def level_dbfs(self) -> float:
        """Peak level of the newest block, decibels below full scale."""
        return self._level

    # ------------------------------------------------------------------ on the session's thread

    def take_in(self, item: object) -> None:
        """What arrives from the devices."""
        now = self._now
        if now and (event := now.rig.translate(item)):
            self._handle(now, event)

    def seconds_to_timer(self) -> float | None:
        """Until the last click must have come back."""
        return self._now.rig.seconds_to_timer() if self._now else None

    def wake(self) -> None:
        """The last click must have come back."""
        now = self._now
        for timer in now.rig.due() if now else []:
            if now:
                self._handle(now, timer)

    def close(self) -> None:
        """Cancel what is running."""
        if self._now:
            self._end(self._now).set_result(None)

    def _start(self, done: Future[DeviceDelay | None]) -> None:
        self.close()
        if self._busy():
            done.set_exception(DeviceError("The microphone is in use.", "End the call or the test first."))
            return
        self._player.stop()
        rig = LiveRig(self._player, self._microphone)
        try:
            rig.open()
        except DeviceError as error:
            done.set_exception(error)
            return
        self._now = _Running(rig, done)

    def _handle(self, now: _Running, event: RigEvent) -> None:
        match event:
            case Samples(pcm):
                self._hear(now, pcm)
            case Sounded(tag, "started", at_s) if tag.startswith(_CLICK):
                now.clicks_s.append(at_s)
                if len(now.clicks_s) == len(GAPS_S):
                    now.rig.wait(_REST, LATEST_S)
            case Timer():
                self._conclude(now)
            case MicrophoneFailed(message) | SpeakerFailed(_, message):
                self._end(now).set_exception(DeviceError(message))

    def _hear(self, now: _Running, pcm: Pcm) -> None:
        self._level = peak_dbfs(pcm)
        now.heard.append(pcm)
        now.samples += len(pcm)
        if not now.clicking and now.samples >= SETTLE_S * SAMPLE_RATE:
            now.clicking = True
            for number, gap_s in enumerate(GAPS_S):
                now.rig.play(f"{_GAP}{number}", gap(gap_s), ring=False)
                now.rig.play(f"{_CLICK}{number}", click(), ring=False)

    def _conclude(self, now: _Running) -> None:
        expected = [now.rig.sample_at(at_s) for at_s in now.clicks_s]
        found = delay_in(np.concatenate(now.heard), expected)
        done = self._end(now)
        if found:
            done.set_result(found)
        else:
            done.set_exception(BadInput(NOT_HEARD, MEND))

    def _end(self, now: _Running) -> Future[DeviceDelay | None]:
        now.rig.close()
        self._now, self._level = None, QUIETEST_DBFS
        return now.done
