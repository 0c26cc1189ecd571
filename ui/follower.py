"""Which announcements concern the attempt that a page shows."""

from __future__ import annotations

from trainer import events

_LATE = (events.BeingHeard, events.AttemptJudged, events.AttemptWaiting)
"""What may still come of another attempt when this one begins, and so does not name it."""


class Follower:
    """Follows one attempt: the first that something is announced of after `begin`, and no earlier one."""

    def __init__(self) -> None:
        self._attempt: str | None = None
        self._past: set[str] = set()

    def begin(self) -> None:
        """A new attempt: whatever the one before still announces is past."""
        if self._attempt:
            self._past.add(self._attempt)
        self._attempt = None

    def take_over(self, attempt_id: str) -> bool:
        """Follow an attempt that runs already; False where it is a past one."""
        if attempt_id in self._past:
            return False
        self._attempt = attempt_id
        return True

    @property
    def attempt_id(self) -> str | None:
        """The attempt that is followed; None before anything was announced of it."""
        return self._attempt

    def concerns(self, event: events.CoreEvent) -> bool:
        """Whether `event` is of the attempt that is followed."""
        if event.attempt_id in self._past:
            return False
        if self._attempt is None and not isinstance(event, _LATE):
            self._attempt = event.attempt_id or None
        return event.attempt_id in (self._attempt, "")
