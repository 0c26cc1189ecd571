"""A call's clock that can be held: a pause takes no time in the call, and its sound does not belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from trainer.audio import Pcm


@dataclass(slots=True)
class HeldClock:
    """From the monotonic clock to the call's, both in seconds; the call's stands still while it is held."""

    began_s: float
    held: list[tuple[float, float]] = field(default_factory=list)
    """Stretches of monotonic time that were paused, in order."""
    since_s: float | None = None
    """Since when it is held."""

    def hold(self, now_s: float) -> None:
        """Stand still from `now_s` on."""
        self.since_s = now_s

    def go_on(self, now_s: float) -> float:
        """Run again; returns for how many seconds it stood."""
        since_s, self.since_s = self.since_s if self.since_s is not None else now_s, None
        self.held.append((since_s, now_s))
        return now_s - since_s

    def call_s(self, monotonic_s: float) -> float:
        """The call's time at `monotonic_s`."""
        until = monotonic_s if self.since_s is None else min(monotonic_s, self.since_s)
        paused_s = sum(max(0.0, min(until, end) - start) for start, end in self.held if start < until)
        return until - self.began_s - paused_s

    def monotonic_s(self, call_s: float) -> float:
        """When it was that time in the call; at a pause, when it began."""
        at_s = self.began_s + call_s
        for start, end in self.held:
            if at_s > start:
                at_s += end - start
        return at_s


@dataclass(slots=True)
class HeldSound:
    """Numbers the microphone's samples as if the paused ones had never come."""

    held: list[tuple[int, int]] = field(default_factory=list)
    """Paused stretches: first sample, and first one after."""
    since: int | None = None

    def hold(self, sample: int) -> None:
        """What comes from `sample` on does not belong to the call."""
        self.since = sample

    def go_on(self, sample: int) -> None:
        """What comes from `sample` on belongs to it again."""
        since, self.since = self.since if self.since is not None else sample, None
        self.held.append((since, max(since, sample)))

    def number(self, sample: int) -> int:
        """The number of a sample in the call; of a paused one that of the first after it."""
        stretches = [*self.held, *([(self.since, sample)] if self.since is not None else [])]
        return sample - sum(max(0, min(sample, end) - start) for start, end in stretches if start < sample)

    def kept(self, pcm: Pcm, first: int) -> Pcm:
        """Those of `pcm`, which begins at sample `first` of the microphone, that belong to the call."""
        belongs = np.ones(len(pcm), dtype=bool)
        for start, end in self.held:
            belongs[max(0, start - first) : max(0, end - first)] = False
        if self.since is not None:
            belongs[max(0, self.since - first) :] = False
        return pcm[belongs]
