"""The ambush as it stands: what is armed, what has rung, kept in the data folder over restarts.

The rules are `trainer.practice.ambush`'s; here they meet a private file. It holds the moment of the next
ring, so nothing of it is ever logged or shown.
"""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from trainer.paths import make_private_dir, write_private
from trainer.practice import ambush
from trainer.practice.ambush import Choice, Diary, Missed, Refusal, Verdict
from trainer.records import Scenario
from trainer.settings import AmbushRules
from trainer.strict import Unreadable, read

FILE_NAME = "ambush.json"
DAMAGED = "Your surprise ring could not be read, so nothing will ring. Ask for it again on Today."


class AmbushKeeper:
    """Everything that changes the diary goes through here and is written at once.

    `now` is always an aware local time. Whatever writes raises OSError where the folder cannot be written or
    the disk is full; what was to be kept then holds until the program ends.
    """

    def __init__(self, data_dir: Path, rng: random.Random | None = None) -> None:
        """`rng` draws the moments and the callers; None: the system's own, which nobody can foresee.

        Raises:
            OSError: the diary exists and cannot be read, or a damaged one not be put aside.
        """
        self._path = data_dir / FILE_NAME
        self._rng = rng or random.SystemRandom()
        self.notices: list[str] = []
        """What had to be given up, in plain sentences (usually none)."""
        self.obstacle = ""
        """Why it could not ring when it should have, in a plain sentence; not kept over restarts."""
        self.diary = self._load()

    # ------------------------------------------------------------------ asking

    def verdict(self, now: datetime, rules: AmbushRules, *, busy: bool) -> Verdict:
        """What to do now; "wait" while nothing is armed."""
        armed = self.diary.armed
        return ambush.due(armed, now, rules, self.diary, busy=busy) if armed else "wait"

    def caller(
        self, scenarios: Iterable[Scenario], is_due: Callable[[Scenario], bool] = lambda _: False
    ) -> Scenario | None:
        """Who is to ring; None: there is no call back to practise."""
        return ambush.caller(scenarios, self.diary, self._rng, is_due)

    # ------------------------------------------------------------------ changing

    def arm(self, choice: Choice, now: datetime, rules: AmbushRules) -> Refusal | None:
        """Open a window; returns why not, where the rules leave no moment in it."""
        armed = ambush.arm(choice, now, rules, self.diary, self._rng)
        if isinstance(armed, Diary):
            self.obstacle = ""
            self._keep(dataclasses.replace(armed, missed=None))
            return None
        return armed

    def disarm(self) -> None:
        """Close the window."""
        self.obstacle = ""
        self._keep(ambush.disarm(self.diary))

    def rung(self, scenario: Scenario, now: datetime) -> None:
        """The first ring of this call sounds."""
        self.obstacle = ""
        self._keep(ambush.rung(self.diary, now, scenario.prospect.id))

    def snooze(self, scenario: Scenario, now: datetime) -> None:
        """Not now: this one rings again in five minutes."""
        self._keep(ambush.snooze(self.diary, now, scenario.id))

    def missed(self, scenario: Scenario, now: datetime) -> None:
        """Nobody answered."""
        missed = Missed(scenario_id=scenario.id, at_utc_s=now.timestamp())
        self._keep(dataclasses.replace(self.diary, missed=missed))

    def could_not_ring(self, scenario: Scenario, now: datetime, why: str) -> None:
        """It was time and the phone could not ring: the window is closed, and no ring of the day is used."""
        self.obstacle = why
        missed = Missed(scenario_id=scenario.id, at_utc_s=now.timestamp(), why=why)
        self._keep(dataclasses.replace(ambush.disarm(self.diary), missed=missed))

    def called_back(self) -> None:
        """The missed ring need not be told any more."""
        if self.diary.missed:
            self._keep(dataclasses.replace(self.diary, missed=None))

    def told_of_tray(self) -> None:
        """The user has been told where Ringback is when its window is closed."""
        self._keep(dataclasses.replace(self.diary, told_of_tray=True))

    # ------------------------------------------------------------------ the file

    def _keep(self, diary: Diary) -> None:
        if diary == self.diary:
            return
        self.diary = diary
        make_private_dir(self._path.parent)
        text = json.dumps(dataclasses.asdict(diary), indent=2)
        write_private(self._path, text.encode("utf-8"))

    def _load(self) -> Diary:
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return Diary()
        try:
            return read(Diary, json.loads(raw.decode("utf-8"), parse_constant=_no_number))
        except (Unreadable, ValueError, RecursionError):
            # Put aside, so that it is said once and not at every start.
            self._path.replace(self._path.with_name(FILE_NAME + ".bad"))
            self.notices.append(DAMAGED)
            return Diary()


def _no_number(name: str) -> float:
    """NaN and the infinities are no moments.

    Raises:
        ValueError: always.
    """
    raise ValueError(name)
