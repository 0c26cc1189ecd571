"""Whatever happens at whatever point of whatever drill: what was said is kept, and the next drill works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import Gap, Vanish, silence
from tests.trainer.passer_by import Clock, PasserBy
from trainer import events
from trainer.audio import PlayFailed

CALLS = {
    "a mailbox with a menu": "voicemail-lead-dental",
    "a prospect who picks up": "voicemail-follow-up-coffee",
    "a call back": "callback-hurried-logistics",
    "an elevator speech": "elevator-trade-fair",
    "leave or not": "leave-or-not-cold-vineyard",
    "get through": "get-through-menu-dispatch",
    "draw the line": "draw-the-line-brewery",
}
NEXT = "voicemail-referral-logistics"
EACH_OF_FIRST = 15
"""Longer than any drill until it comes back to where it was: to the next call of several."""
AND_THEN_EVERY = 3
MOST_ACTS = 60
"""No call here takes more: one that does goes in circles."""
SLEEPS_S = 8 * 3600.0
OVER = {"abandoned", "judged", "set-aside", "missed-ring"}
LATER = {"waiting", "interrupted"}
"""To be heard when the user wants it."""


def hang_up(person: PasserBy, clock: Clock) -> None:
    """As often as it takes: where something is asked, hanging up is an answer first."""

    def over() -> bool:
        person.worker.calls.hang_up()
        return not person.on_the_line

    person.until(over)


def cancel(person: PasserBy, clock: Clock) -> None:
    person.worker.calls.leave()


def start_over(person: PasserBy, clock: Clock) -> None:
    person.worker.calls.start_over()
    person.settle()
    person.worker.calls.leave()


def lose_the_microphone(person: PasserBy, clock: Clock) -> None:
    person.microphone.script = [Vanish()]
    person.microphone.deliver()
    cancel(person, clock)  # where nobody speaks no microphone is open


def lose_the_speaker(person: PasserBy, clock: Clock) -> None:
    """What plays and what is to be played fails; the call goes on without, and is hung up."""
    queued, person.player.queued = person.player.queued, []
    for tag, _ in queued:
        person.player.sink(PlayFailed(tag, "The speaker is gone."))
    person.settle()
    hang_up(person, clock)


def sleep(person: PasserBy, clock: Clock) -> None:
    """Over night: every wait is over at once, and the microphone has lost a piece."""
    clock.advance(SLEEPS_S)
    person.microphone.script = [Gap(0.0), silence(0.02)]
    person.microphone.deliver(2)
    person.settle()
    hang_up(person, clock)


ENDINGS: dict[str, Callable[[PasserBy, Clock], None]] = {
    one.__name__: one for one in (hang_up, cancel, start_over, lose_the_microphone, lose_the_speaker, sleep)
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the line, which can jump."""
    clock = Clock()
    monkeypatch.setattr("trainer.rigs.live.time", clock)
    return clock


def breaks_off(person: PasserBy, scenario_id: str, acts: int) -> bool:
    """Go so far into the call; False when it is over before."""
    person.start(scenario_id)
    for _ in range(acts):
        if not person.on_the_line:
            return False
        person.act()
    return person.on_the_line


def points(turn: int) -> Iterator[int]:
    """After how many acts to break off: each of the first, then of every three one, another by each turn."""
    yield from range(EACH_OF_FIRST)
    yield from range(EACH_OF_FIRST + turn % AND_THEN_EVERY, MOST_ACTS, AND_THEN_EVERY)
    raise AssertionError(f"not over after {MOST_ACTS} acts")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("call", CALLS)
def test_what_was_said_is_kept_and_the_next_call_works(
    call: str, ending: str, clock: Clock, tmp_path: Path
) -> None:
    person = PasserBy(tmp_path, clock)
    with closing(person.worker):
        for acts in points(list(ENDINGS).index(ending)):
            if not breaks_off(person, CALLS[call], acts):
                break
            ENDINGS[ending](person, clock)
            person.until(lambda: not person.on_the_line and person.attempt().state in OVER)
            assert person.kept(), f"after {acts} acts"
            person.start(NEXT)
            assert person.on_the_line, f"after {acts} acts"
            assert not [one for one in person.seen if isinstance(one, events.Trouble)]
            person.worker.calls.leave()
            person.settle()
    assert acts > 3


@pytest.mark.parametrize("call", CALLS)
def test_closing_the_program_keeps_what_was_said_and_the_next_start_practises(
    call: str, clock: Clock, tmp_path: Path
) -> None:
    for acts in points(0):
        person = PasserBy(tmp_path / str(acts), clock)
        with closing(person.worker):
            goes_on = breaks_off(person, CALLS[call], acts)
        again = PasserBy(tmp_path / str(acts), clock)
        with closing(again.worker):
            again.worker.recover()
            assert person.kept(), f"after {acts} acts"
            assert again.attempt().state in OVER | LATER, f"after {acts} acts"
            again.start(NEXT)
            assert again.on_the_line, f"after {acts} acts"
        if not goes_on:
            break
