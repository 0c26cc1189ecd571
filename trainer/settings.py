"""What the user has chosen: one private JSON file in the data folder, replaced in one step.

A damaged file never stops the program: good keys are kept, bad ones fall back to their default, and the
old file stays beside it as `settings.json.bad`.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from trainer.paths import make_private_dir, write_private
from trainer.records import DeviceDelay, Seller
from trainer.strict import Unreadable, read


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceName:
    """A sound device, remembered by name and host API because indexes shift when one is plugged in."""

    name: str
    host_api: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairDelay:
    """What was measured for this microphone and speaker; None: the system's own, whatever that is."""

    input_device: DeviceName | None
    output_device: DeviceName | None
    delay: DeviceDelay


AmbushWindow = Literal["now", "2-minutes", "20-minutes", "40-minutes", "2-hours", "today"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbushRules:
    """When the phone may ring by surprise. Minutes since midnight on the wall clock."""

    opens_min: int = 9 * 60
    closes_min: int = 17 * 60
    """Not at or after it. Before `opens_min`: the hours run past midnight; equal to it: all day."""
    quiet_from_min: int = 12 * 60
    quiet_until_min: int = 12 * 60
    """A stretch within the hours in which it stays quiet; equal to `quiet_from_min`: none."""
    most_a_day: int = 3
    """Rings a day; one that was put off counts once."""
    within: AmbushWindow = "40-minutes"
    """The window that Today offers first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. Every field has a default, so that an empty file is a fresh start."""

    profile: Seller = field(default_factory=lambda: Seller(id="me"))
    input_device: DeviceName | None = None
    """None: the system's default."""
    output_device: DeviceName | None = None
    ring_device: DeviceName | None = None
    """Where the phone rings; None: same as `output_device`."""
    telephone_sound: bool = True
    """Prompts sound as over a telephone line. The microphone is never filtered."""
    engine: str | None = None
    """"vosk", "vosk:NAME" or "embedded"; None: the best one installed."""
    mirror_url: str | None = None
    """Where to fetch speech models from instead of their home."""
    guide: str | None = None
    """Guide chosen by the user; None: each scenario's own."""
    theme: Literal["system", "light", "dark"] = "system"
    live_words: bool = True
    clock: bool = True
    """Show how long the user has been speaking during a call. Without it a guess at the length is harder."""
    patience_s: float | None = 1.2
    """Silence after which a reply in a call back counts as finished, 0.8-3 s; None: Enter ends it."""
    delivery_marks: bool = True
    predict: bool = True
    """Ask for a guess after a call, before its feedback is shown."""
    countdown: bool = True
    """Count to three before a call that the user places; never before one that rings."""
    briefing: bool = True
    """Show on Today what is known and prepared for the call that is up next."""
    points_in_call: bool = False
    """Show the points during a call; the user's last choice there."""
    compare_as_text: bool = False
    """Takes side by side are read instead of heard, for those who do not want to hear themselves."""
    new_a_day: int = 3
    """How many scenarios Today lets the user begin in a day; what was begun comes back."""
    ambush: AmbushRules = AmbushRules()
    delays: tuple[PairDelay, ...] = ()
    """Delays of devices, one for each pair that was measured (`trainer.practice.device_delay`)."""
    may_pause: bool = False
    """Whether a call can be paused, for those who need it; in life it cannot."""
    favourite_scenarios: tuple[str, ...] = ()
    """Ids of scenarios that the user has marked, in the order of marking."""
    welcome_step: int = 0
    """The first step of Welcome not yet done; 4 when all are."""


FILE_NAME = "settings.json"
SHORTEST_PATIENCE_S, LONGEST_PATIENCE_S = 0.8, 3.0
"""Bounds of `patience_s`: under 0.8 s a breath ends a reply, over 3 s a call has stalled (peers' figures)."""


def load(data_dir: Path) -> tuple[Settings, list[str]]:
    """The settings under `data_dir` and what had to be given up, in plain sentences (usually none).

    Raises:
        OSError: the file exists and cannot be read.
    """
    path = data_dir / FILE_NAME
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings(), []
    try:
        data = json.loads(raw.decode("utf-8"))
        if not isinstance(data, dict):
            raise ValueError("not a table of settings")
        return read(Settings, data), []
    except Unreadable:
        settings, lost = _salvage(data)
    except (ValueError, RecursionError):
        settings, lost = Settings(), ["all of it (the file is damaged)"]
    write_private(path.with_name(FILE_NAME + ".bad"), raw)
    return settings, [f"Settings: {name} could not be read and is back to its default." for name in lost]


def _salvage(data: dict[str, Any]) -> tuple[Settings, list[str]]:
    """Keep each field that is good on its own."""
    settings, lost = Settings(), []
    for name, value in data.items():
        try:
            one = read(Settings, {name: value})
            settings = dataclasses.replace(settings, **{name: getattr(one, name)})
        except (Unreadable, AttributeError):
            lost.append(f"'{name[:40]}'")
    return settings, lost


def save(data_dir: Path, settings: Settings) -> None:
    """Write `settings`; the old file survives any failure.

    Raises:
        OSError: the folder cannot be written or the disk is full.
    """
    make_private_dir(data_dir, lasting=True)
    text = json.dumps(dataclasses.asdict(settings), indent=2, ensure_ascii=False)
    write_private(data_dir / FILE_NAME, text.encode("utf-8"))
