"""How often the other side cuts a reply off, and how long it waits after a reply's true end.

    python benchmarks/turn_taking.py [--answers 40] [--through-sound]

Synthetic answers of three phrases with known pauses are fed, 20 ms at a time, to the voice activity and the
call's state machine on a virtual clock: the same code as in a call, without the devices' delay. With
`--through-sound` answers are also played on a virtual speaker that a virtual microphone hears, by the
trainer's own player, microphone, clocks and timers; the next line is played there too, and timed where it is
heard. The words are taken to be understood in time, as a guess at a pause makes them.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from answers import answer, phrases  # noqa: E402
from loopback import PLAY, OpenLine, in_a_loop, open_line  # noqa: E402
from machine import facts  # noqa: E402

from trainer.audio import Pcm, Sound  # noqa: E402
from trainer.audio.voice_activity import VoiceActivity  # noqa: E402
from trainer.drills import (  # noqa: E402
    CallInput,
    Effect,
    Machine,
    Manners,
    SoundEnded,
    SpeechEnded,
    SpeechStarted,
    StopListening,
    TimePassed,
    Wait,
)
from trainer.drills.conversation import say  # noqa: E402
from trainer.records import SAMPLE_RATE, Branch, Person, Prompt, Scenario  # noqa: E402
from trainer.rigs import Samples, Sounded  # noqa: E402
from trainer.settings import Settings  # noqa: E402

BLOCK = SAMPLE_RATE // 50
PATIENCE_S = (0.8, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0)
PAUSES_S = (0.3, 0.6, 0.9, 1.2, 1.5)
AFTER_S = 5.0
HUSH_S = 1.0
"""Between two answers, so that what is still heard of a line is not taken for the beginning of a reply."""
LINE = Prompt(id="line", text="Hello?", audio="x.ogg", voice="x", branches=(Branch(to="line"),))
SCENARIO = Scenario(
    id="x", kind="callback", title="x", industry="x", situation="cold", prospect=Person(id="x", name="X"),
    prompts=(LINE,), seller="x", trains="x", difficulty=1,
)  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """When a reply was taken for finished, in seconds before (negative) or after its true end."""

    after_s: float


def hold(pcm: Pcm, true_end_s: float, patience_s: float) -> Ended:
    """Say `pcm` in reply to a line."""
    machine, _ = say(SCENARIO, Manners(patience_s), LINE, turn=1)
    machine, effects = machine.step(SoundEnded("line-line"))
    voice, due, now_s = VoiceActivity(), _waits(effects, 0.0), 0.0
    for start in range(0, len(pcm), BLOCK):
        now_s = start / SAMPLE_RATE + BLOCK / SAMPLE_RATE
        events: list[CallInput] = [
            SpeechStarted() if what == "started" else SpeechEnded()
            for what, _ in voice.feed(pcm[start : start + BLOCK])
        ]
        while events or (over := [tag for tag, at_s in due.items() if at_s <= now_s]):
            if not events:
                events = [TimePassed(over[0])]
                del due[over[0]]
            machine, effects = machine.step(events.pop(0))
            due |= _waits(effects, now_s)
            if any(isinstance(effect, StopListening) for effect in effects):
                return Ended(now_s - true_end_s)
    return Ended(now_s - true_end_s)


# --------------------------------------------------------------------------- through speaker and microphone


def play(count: int) -> None:
    """Answer `count` times here; prints the seconds from each true end to the next line as heard (JSON)."""
    ended = []
    with open_line() as line:
        for pcm, end_s in replies(count, None, 0):
            ended.append(_held(line, pcm[: round(end_s * SAMPLE_RATE)]))
            line.rig.stop_playing()
            line.listen(HUSH_S)
    print(json.dumps(ended))


def _held(line: OpenLine, pcm: Pcm) -> float:
    """Say `pcm` in reply to a line and wait for the next; negative: it came before the true end."""
    machine: Machine
    machine, _ = say(SCENARIO, Manners(Settings().patience_s), LINE, turn=1)
    machine, _ = machine.step(SoundEnded("line-line"))
    voice, effects, true_end_s = VoiceActivity(), tuple[Effect, ...](), None
    line.rig.play("reply", Sound("reply", pcm, SAMPLE_RATE), ring=False)
    while True:
        happened: list[CallInput] = [TimePassed(timer.tag) for timer in line.rig.due()]
        match line.next():
            case Samples(heard):
                happened += [
                    SpeechStarted() if what == "started" else SpeechEnded() for what, _ in voice.feed(heard)
                ]
            case Sounded("reply", "ended", at_s):
                true_end_s = at_s
            case Sounded("next", "started", at_s):
                assert true_end_s is not None
                return at_s - true_end_s
        for event in happened:
            machine, effects = machine.step(event)
            for tag, seconds in _waits(effects, 0.0).items():
                line.rig.wait(tag, seconds)
            if any(isinstance(effect, StopListening) for effect in effects):
                if true_end_s is None:
                    line.rig.stop_playing()
                    return -1.0
                line.rig.play("next", Sound("next", phrases()[0], SAMPLE_RATE), ring=False)


def _waits(effects: tuple[object, ...], now_s: float) -> dict[str, float]:
    return {effect.tag: now_s + effect.seconds for effect in effects if isinstance(effect, Wait)}


def replies(count: int, pause_s: float | None, seed: int) -> list[tuple[Pcm, float]]:
    """(answer, its true end in seconds): pauses of `pause_s`, or drawn from 0.2 to 0.9 s."""
    draw = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        pauses = [pause_s if pause_s is not None else draw.uniform(0.2, 0.9) for _ in range(2)]
        pcm = answer(draw, draw.uniform(0.2, 1.5), pauses, AFTER_S)
        made.append((pcm, len(pcm) / SAMPLE_RATE - AFTER_S))
    return made


def row(made: list[tuple[Pcm, float]], patience_s: float) -> tuple[float, float]:
    """Share cut off, and the median seconds from the true end to the next line of those that were not."""
    ended = [hold(pcm, end_s, patience_s).after_s for pcm, end_s in made]
    in_time = [after_s for after_s in ended if after_s > 0]
    return 1 - len(in_time) / len(ended), median(in_time) if in_time else float("nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=int, default=40)
    parser.add_argument("--through-sound", action="store_true")
    parser.add_argument(PLAY, action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    count = args.answers
    if args.play:
        play(count)
        return
    print(facts())
    if args.through_sound:
        ended: list[float] = in_a_loop(__file__, count)
        in_time = [after_s for after_s in ended if after_s > 0]
        print(
            f"\nThrough speaker and microphone: {1 - len(in_time) / count:.1%} of {count} cut off,"
            f" next line heard after {median(in_time):.2f} s, at most {max(in_time):.2f} s"
        )
    usual = Settings().patience_s
    assert usual is not None
    cut, wait_s = row(replies(count, None, 0), usual)
    print(
        f"\nDefault patience {usual} s, pauses of 0.2 to 0.9 s: {cut:.1%} cut off,"
        f" next line after {wait_s:.2f} s"
    )
    print(
        "\n| patience | " + " | ".join(f"pauses of {pause} s" for pause in PAUSES_S) + " | next line after |"
    )
    print("|---|" + "---|" * (len(PAUSES_S) + 1))
    sets = [replies(count, pause_s, 1) for pause_s in PAUSES_S]
    for patience_s in PATIENCE_S:
        cells = [row(made, patience_s) for made in sets]
        waits = " | ".join(f"{cut:.0%}" for cut, _ in cells)
        print(f"| {patience_s} s | {waits} | {cells[0][1]:.2f} s |")


if __name__ == "__main__":
    main()
