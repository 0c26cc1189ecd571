"""A call before its first sound: the attempt's row, and the desk that the call works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from trainer import events
from trainer.audio import Sound
from trainer.branching import choose
from trainer.desk import Desk
from trainer.drills import Manners
from trainer.guides import guide_for
from trainer.judging import context_of, judged_as
from trainer.records import Context, DeviceDelay, Guide, OwnMessage, Prompt, SpokenTurn
from trainer.rigs import Rig
from trainer.session import Call
from trainer.store_thread import StoreThread
from trainer.transcription import Recogniser
from trainer.worker.casting import Casting
from trainer.worker.messages import message_for, sound_of
from trainer.worker.prepared import prepared_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Places calls. Use from any thread; each method waits for the store's."""

    store: StoreThread
    data_dir: Path
    recogniser: Callable[[], Recogniser | None]
    load_sound: Callable[[str, str], Sound]
    """(name, region) -> the sound as it is there."""
    guides: dict[str, Guide]
    emit: Callable[[events.CoreEvent], None]
    sitting: Callable[[], str | None]
    device_delay: Callable[[], DeviceDelay | None]
    """Of the devices that are chosen now."""

    def place(
        self, attempt_id: str, casting: Casting, rig: Rig, manners: Manners, *, from_files: bool = False
    ) -> Call:
        """A call that has not begun. The attempt's row is committed before anything is said.

        Raises:
            StoreError: it cannot be.
        """
        context, message = self.keep(attempt_id, casting, from_files=from_files)
        desk = self._desk(casting, context, message)
        if not from_files:
            desk = replace(desk, device_delay=self.device_delay())
        return Call(attempt_id, casting.scenario, manners, rig, desk)

    def keep(
        self, attempt_id: str, casting: Casting, *, from_files: bool = False
    ) -> tuple[Context, OwnMessage | None]:
        """Commit the attempt's row; returns what the judge may know, and the message that is answered.

        Raises:
            StoreError: it cannot be.
        """
        message, prepared = self.store.do(
            lambda store: (message_for(store, casting.scenario), prepared_for(store, casting.scenario))
        ).result()
        context = context_of(casting.scenario, casting.seller, message, prepared.to_say)
        now = datetime.now().astimezone()
        offset = now.utcoffset()
        self.store.do(
            lambda store: store.begin_attempt(
                id=attempt_id,
                scenario=casting.scenario,
                seller=casting.seller,
                context=context,
                guide=casting.guide,
                started_utc=now.astimezone(UTC).isoformat(timespec="milliseconds"),
                utc_offset_min=int(offset.total_seconds() // 60) if offset else 0,
                group=casting.scenario.prospect.id,
                own_message=message,
                points=None if prepared.points.empty else prepared.points,
                sitting=self.sitting(),
                from_files=from_files,
            )
        ).result()
        return context, message

    def _desk(self, casting: Casting, context: Context, message: OwnMessage | None) -> Desk:
        scenario = casting.scenario
        guide, _ = guide_for(self.guides, casting.guide, scenario.kind)
        kinds, region = judged_as(scenario), scenario.prospect.region or casting.seller.region

        def next_line(prompt: Prompt, greeting: SpokenTurn, reply: SpokenTurn) -> str:
            return choose(prompt, reply, context, guide, kinds, greeting=greeting, phrases=scenario.phrases)

        snippet = sound_of(self.data_dir, message) if message else None
        return Desk(
            self.store,
            self.data_dir,
            self.recogniser(),
            lambda name: self.load_sound(name, region),
            next_line,
            self.emit,
            own_message=(message, snippet) if message and snippet else None,
        )
