"""A recording that the sound server moves is told; what nobody can know is not."""

from __future__ import annotations

import queue
from typing import Any

from trainer.audio import DeviceReplaced, source_watch
from trainer.audio.source_watch import Source, SourceWatch

HEADSET, LAPTOP = Source(1, "Headset", monitor=False), Source(2, "Laptop", monitor=False)
SPEAKER = Source(3, "Monitor of Speaker", monitor=True)


def told(*seen: Source | None) -> list[Any]:
    """The reports of a watch that sees these, one at each change."""
    left, reports = list(seen), queue.SimpleQueue[Any]()
    watch = SourceWatch(reports.put, lambda: iter(seen), lambda: left.pop(0))
    watch.start()
    watch._thread.join(10)
    watch.stop()
    return [reports.get() for _ in range(reports.qsize())]


def test_each_move_is_told_once_with_both_names() -> None:
    first, second = told(None, HEADSET, HEADSET, None, LAPTOP, LAPTOP, SPEAKER)
    assert first == DeviceReplaced(
        "The microphone has changed: the system records from 'Laptop' now, no longer from 'Headset'."
    )
    assert "hears only what this computer plays. Connect 'Laptop' again." in second.message


def test_where_nobody_can_know_nothing_is_told() -> None:
    assert told() == told(None, None) == told(HEADSET) == []


def test_nothing_is_told_after_the_end() -> None:
    reports = queue.SimpleQueue[Any]()
    seen = iter([HEADSET, LAPTOP])

    def look() -> Source:
        now = next(seen)
        watch._stopped = now is LAPTOP  # closed meanwhile
        return now

    watch = SourceWatch(reports.put, lambda: iter("ab"), look)
    watch.start()
    watch._thread.join(10)
    assert reports.empty()


def test_what_pactl_lists_is_read_and_nonsense_is_nothing() -> None:
    outputs = [{"source": 7, "properties": {"application.process.id": "11"}}, {"source": 8}, 3]
    assert source_watch._source_of(outputs, 11) == 7
    assert source_watch._source_of(outputs, 12) is None
    assert source_watch._source_of(None, 11) is None
    sources = [{"index": 7, "name": "alsa.monitor", "description": "Monitor"}, {"index": "7"}, None]
    assert source_watch._source(sources, 7) == Source(7, "Monitor", monitor=True)
    assert source_watch._source(sources, 8) is None
