"""From a stored attempt to its page: fetches the recordings that are still what was recorded."""

from __future__ import annotations

from pathlib import Path

from trainer.errors import StoreError
from trainer.history.audio_files import audio_path
from trainer.pages.attempt import attempt_page
from trainer.paths import file_sha256
from trainer.records import Attempt, Guide, Take


def page_of(attempt: Attempt, data_dir: Path, guides: dict[str, Guide]) -> str:
    """The page of an attempt. A recording that is gone, changed or unreadable is said to be missing."""
    takes = [turn.take for turn in attempt.turns if turn.take]
    found = {take.id: data for take in takes if (data := _recording(data_dir, take)) is not None}
    articles = {number: article for guide in guides.values() for number, article in guide.sources.items()}
    return attempt_page(attempt, found, articles, {guide.id: guide.title for guide in guides.values()})


def _recording(data_dir: Path, take: Take) -> bytes | None:
    try:
        path = audio_path(data_dir, take.path)
        return path.read_bytes() if file_sha256(path) == take.sha256 else None
    except (OSError, StoreError):
        return None
