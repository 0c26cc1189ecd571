"""What happened in a call besides the words, in quiet sentences."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.practice.deferral import deferral
from trainer.records import Attempt
from ui.models.broken_off_words import broken_off_sentence

_COUNTS = {1: "once", 2: "twice"}


def call_sentences(attempt: Attempt) -> str:
    """Goes, second recordings, a full mailbox, talking over, pauses, other devices, a talk put off; or ""."""
    return "  ".join(_sentences(attempt))


def _sentences(attempt: Attempt) -> Iterator[str]:
    purposes = [take.purpose for turn in attempt.turns[:1] for take in turn.takes]
    if attempt.scenario.kind == "elevator" and len(purposes) > 1:
        yield f"The best of {len(purposes)} goes."
    recorded = purposes.count("re-record")
    if recorded:
        yield f"You recorded it again {_times(recorded)}."
    if any(event.name == "mailbox-full" for event in attempt.events):
        yield f"The mailbox was full after {attempt.scenario.max_seconds:g} s."
    yield from _talked_over(attempt)
    pauses = sum(event.name == "resumed" for event in attempt.events)
    if pauses:
        yield f"You paused it {_times(pauses)}."
    for told in dict.fromkeys(event.detail for event in attempt.events if event.name == "device-replaced"):
        yield f"Told during the call: “{told}”"
    if put_off := deferral(attempt):
        yield put_off.sentence
    if attempt.feedback and (broken_off := broken_off_sentence(attempt)):
        yield broken_off


def _talked_over(attempt: Attempt) -> Iterator[str]:
    over = [event.detail for event in attempt.events if event.name == "spoke-over"]
    if attempt.scenario.kind == "voicemail" and not attempt.scenario.picks_up:
        if over:
            yield "You spoke over the greeting. A mailbox keeps only what follows the beep."
    elif over:
        yield f"You spoke over {attempt.scenario.prospect.name.split()[0]} {_times(len(over))}."


def _times(count: int) -> str:
    return _COUNTS.get(count, f"{count} times")
