"""The delay of the sound devices: kept for each pair of them, and taken off what was timed through them.

Stored times stay as they were measured; the delay that was known when a call began is stored beside them, and
taken off where times are judged or shown (`trainer.judging`, `trainer.practice.readiness`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from trainer.records import Attempt, DeviceDelay, Evidence, Timing, Turn, Word
from trainer.settings import DeviceName, PairDelay, Settings

EVENT = "device-delay"
"""Name of the call event that says which delay was known when the call began."""
_BLUETOOTH = re.compile(r"bluetooth|bluez|hands-?free|airpods|\bbuds|\ba2dp\b|\bhfp\b|\bhsp\b", re.IGNORECASE)
"""Names under which systems list Bluetooth headsets; others may be among them all the same."""


def in_force(settings: Settings) -> DeviceDelay | None:
    """What was measured for the devices that are chosen; None: it has not been."""
    chosen = (settings.input_device, settings.output_device)
    found = (one for one in settings.delays if (one.input_device, one.output_device) == chosen)
    return next((one.delay for one in found), None)


def kept(settings: Settings, delay: DeviceDelay | None) -> tuple[PairDelay, ...]:
    """`settings.delays` with this one for the devices that are chosen; None: with none for them."""
    chosen = (settings.input_device, settings.output_device)
    others = tuple(one for one in settings.delays if (one.input_device, one.output_device) != chosen)
    if delay is None:
        return others
    return (*others, PairDelay(input_device=chosen[0], output_device=chosen[1], delay=delay))


def detail_of(delay: DeviceDelay) -> str:
    """The delay as it is stored with a call: seconds, and how far off they may be."""
    return f"{delay.delay_s:g} {delay.uncertainty_s:g}"


def delay_of(attempt: Attempt) -> DeviceDelay | None:
    """What was known when the call began; None where nothing was, or the answers came from files."""
    detail = next((event.detail for event in attempt.events if event.name == EVENT), "")
    try:
        delay_s, uncertainty_s = map(float, detail.split())
    except ValueError:
        return None
    return DeviceDelay(delay_s=delay_s, uncertainty_s=uncertainty_s)


def without_delay(attempt: Attempt) -> Attempt:
    """The attempt with the delay taken off all that was timed from the end of a line: first sounds, words and
    the judge's evidence. What follows picking up, which is a key, stays."""
    delay = delay_of(attempt)
    if delay is None:
        return attempt
    later = {place for place, turn in enumerate(attempt.turns) if turn.index > 0}
    turns = tuple(
        _earlier(turn, delay) if place in later else turn for place, turn in enumerate(attempt.turns)
    )
    feedback = attempt.feedback
    if feedback:
        findings = tuple(
            replace(one, evidence=tuple(_evidence(it, delay, later) for it in one.evidence))
            for one in feedback.findings
        )
        feedback = replace(feedback, findings=findings)
    return replace(attempt, turns=turns, feedback=feedback)


def _earlier(turn: Turn, delay: DeviceDelay) -> Turn:
    heard = {
        take: tuple(
            replace(one, words=tuple(_word(word, delay) for word in one.words)) for one in transcripts
        )
        for take, transcripts in turn.transcripts.items()
    }
    return replace(turn, timing=taken_off(turn.timing, delay), transcripts=heard)


def _word(word: Word, delay: DeviceDelay) -> Word:
    if word.start_s is None or word.end_s is None:
        return word
    return replace(word, start_s=word.start_s - delay.delay_s, end_s=word.end_s - delay.delay_s)


def _evidence(found: Evidence, delay: DeviceDelay, later: set[int]) -> Evidence:
    if found.turn not in later or found.start_s is None or found.end_s is None:
        return found
    return replace(found, start_s=found.start_s - delay.delay_s, end_s=found.end_s - delay.delay_s)


def taken_off(timing: Timing, delay: DeviceDelay | None) -> Timing:
    """`timing` as it would have been without the devices.

    Only the first sound after a line goes through both of them; picking up is a key.
    """
    if delay is None or timing.first_word_latency_s is None:
        return timing
    return replace(timing, first_word_latency_s=timing.first_word_latency_s - delay.delay_s)


def delay_words(attempt: Attempt) -> str:
    """Whether the times of this attempt are free of the devices' delay."""
    delay = delay_of(attempt)
    if delay:
        return f"{1000 * delay.delay_s:.0f} ms of your devices are taken off"
    return "from files, without a device" if attempt.from_files else "your device's delay is not measured"


def may_be_bluetooth(device: DeviceName | None) -> bool:
    """Whether its name looks like that of a Bluetooth headset; a guess, because no system says it plainly."""
    return device is not None and _BLUETOOTH.search(device.name) is not None
