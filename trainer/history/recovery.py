"""Putting right what a crash left behind: the recording is on disk, so the attempt is listed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from trainer.errors import WorldError
from trainer.history.arriving import remove_leftovers
from trainer.history.audio_files import audio_path, unlisted
from trainer.history.store import Store
from trainer.paths import file_sha256
from trainer.records import Attempt, Take

RECORDING_LOCK = "recording.lock"
"""Held by the one program that may record into a data folder, and that alone recovers."""

Repair = Callable[[Path], int]
"""Makes a take's file whole and returns its length in frames; an intact file stays byte for byte the same."""
Measure = Callable[[Path, Take], Take]
"""The take with what can be heard in its file: speech, latency and level."""


def recover(
    store: Store, data_dir: Path, repair: Repair, measure: Measure = lambda _, take: take
) -> list[str]:
    """Finish what was being done when the program ended; returns what was found, in plain sentences.

    Attempts and scripts that were being deleted are deleted, and what a broken import has unpacked goes.
    Every attempt in state "recording" becomes "interrupted", its takes repaired and measured, so that it can
    be heard and transcribed later; so are other takes whose length was never stored. Recordings that no
    attempt knows are named and kept. The caller makes sure that no other program is recording into this
    folder.

    Raises:
        StoreError: the history cannot be read or written.
    """
    store.delete(store.hidden())
    store.delete_scripts(store.hidden_scripts())
    remove_leftovers(data_dir, lambda: {take.path for take in store.takes()})
    found: list[str] = []
    for attempt in store.unfinished():
        found += _finish(
            store, data_dir, lambda path, take: measure(path, _whole(path, take, repair)), attempt
        )
    for attempt_id, take in store.torn_takes():  # of a call that is long over, so only the file is mended
        with suppress(OSError, WorldError):
            path = audio_path(data_dir, take.path)
            store.finish_take(attempt_id, measure(path, _whole(path, take, repair)))
    orphans = unlisted(data_dir, store.takes())
    return found + [f"The recording {path} belongs to no attempt. It was kept." for path in orphans]


def _finish(store: Store, data_dir: Path, mend: Measure, attempt: Attempt) -> list[str]:
    found = []
    for take in (take for turn in attempt.turns for take in turn.takes if take.sha256 is None):
        try:
            store.finish_take(attempt.id, mend(audio_path(data_dir, take.path), take))
        except (OSError, WorldError) as error:
            found.append(f"The recording {take.path} could not be repaired ({error}). It was left as it is.")
    store.set_state(attempt.id, "interrupted")
    title = attempt.scenario.title
    return [f"Ringback ended during '{title}'. What was recorded is kept and listed in History.", *found]


def _whole(path: Path, take: Take, repair: Repair) -> Take:
    frames = repair(path)
    return dataclasses.replace(take, frames=frames, sha256=file_sha256(path))
