"""How exact `first_word_latency` is, against beginnings that are known without it (`onsets.py`).

    python benchmarks/latency.py [--answers 48] [--through-sound]

A line, a known gap and an answer follow each other without a break, in a quiet room and in one whose noise is
20 dB below the speech. As files, they go through voice activity in blocks of 20 ms, as a microphone delivers
them. With `--through-sound` they are also played on a virtual speaker that a virtual microphone hears, by the
trainer's own player and microphone and timed by their clocks; the delay of these devices is measured first,
as Settings do it, and taken off.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from loopback import PLAY, OpenLine, in_a_loop, open_line, speaker  # noqa: E402
from machine import facts  # noqa: E402
from onsets import LONGEST_S, NOISY_DB, QUIET_DB, SHORTEST_S, Answer, answers  # noqa: E402

from trainer.audio import Pcm, Sound  # noqa: E402
from trainer.audio.capture import DeviceMicrophone  # noqa: E402
from trainer.audio.files import load_sound  # noqa: E402
from trainer.audio.voice_activity import VoiceActivity  # noqa: E402
from trainer.paths import ASSETS  # noqa: E402
from trainer.recording import latency  # noqa: E402
from trainer.records import SAMPLE_RATE, DeviceDelay  # noqa: E402
from trainer.rigs import Sounded  # noqa: E402
from trainer.worker.delay_test import DelayTest  # noqa: E402
from trainer.worker.session_thread import SessionThread  # noqa: E402

BLOCK = SAMPLE_RATE // 50
LINE = ASSETS / "voices" / "callback-forgotten-wholesale-can-you-hear.ogg"
REST_S = 0.7
"""Heard after the answer's end, so that all of it has come through."""
ROOMS = {"quiet room": QUIET_DB, "noise 20 dB below": NOISY_DB}


def measured_s(reply: Pcm) -> float:
    """The latency that the trainer sees in what was heard from the line's end on."""
    voice = VoiceActivity()
    for start in range(0, len(reply), BLOCK):
        voice.feed(reply[start : start + BLOCK])
    found = latency(voice.finish(), 0.0)
    assert found is not None, "an answer was not heard at all"
    return found


def as_files(count: int, noise_db: float) -> list[float]:
    """How far each measured latency is from the gap, in seconds; positive: late."""
    return [measured_s(one.pcm) - one.gap_s for one in answers(count, noise_db)]


# --------------------------------------------------------------------------- through speaker and microphone


def play(count: int) -> None:
    """Play and hear them here; prints JSON."""
    delay = device_delay()
    errors = {}
    for room, noise_db in ROOMS.items():
        with open_line() as line:
            errors[room] = [error_s(line, one) - delay.delay_s for one in answers(count, noise_db)]
    print(json.dumps({"delay_s": delay.delay_s, "errors": errors}))


def device_delay() -> DeviceDelay:
    """As Settings measure it."""
    session = SessionThread(lambda error: print(repr(error), file=sys.stderr))
    player = speaker(session.inbox.put)
    microphone = DeviceMicrophone(session.inbox.put, lambda: None)
    test = DelayTest(post=session.post, player=player, microphone=microphone, busy=lambda: False)
    session.listeners.append(test)
    session.start()
    try:
        found = test.measure().result()
    finally:
        session.close()
        player.close()
    assert found is not None
    return found


def error_s(line: OpenLine, one: Answer) -> float:
    """How far the latency is from the gap where the answer follows the caller's line; delay included."""
    line.rig.play("line", load_sound(LINE), ring=False)
    line.rig.play("answer", Sound("answer", one.pcm, SAMPLE_RATE), ring=False)
    begins = line.rig.sample_at(end_of(line, "line"))
    end_of(line, "answer")
    line.listen(REST_S)
    return measured_s(line.heard[begins:]) - one.gap_s


def end_of(line: OpenLine, tag: str) -> float:
    """When that sound was heard to its end, in seconds on the call's clock."""
    while True:
        match line.next():
            case Sounded(name, "ended", at_s) if name == tag:
                return at_s


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--answers", type=int, default=48)
    parser.add_argument("--through-sound", action="store_true")
    parser.add_argument(PLAY, action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.play:
        play(args.answers)
        return
    print(facts())
    print(f"\n{args.answers} answers, gaps of {SHORTEST_S} to {LONGEST_S} s; error in ms\n")
    print("| way | room | median | worst | mean with its sign |")
    print("|---|---|---|---|---|")
    for room, noise_db in ROOMS.items():
        print_row("as files", room, as_files(args.answers, noise_db))
    if args.through_sound:
        found = in_a_loop(__file__, args.answers)
        for room, errors in found["errors"].items():
            print_row("speaker to microphone", room, errors)
        print(f"\nThe devices' delay, taken off: {1000 * found['delay_s']:.1f} ms")


def print_row(way: str, room: str, errors: list[float]) -> None:
    sizes = [abs(error) * 1000 for error in errors]
    mean = sum(errors) / len(errors) * 1000
    print(f"| {way} | {room} | {median(sizes):.0f} | {max(sizes):.0f} | {mean:+.0f} |")


if __name__ == "__main__":
    main()
