"""Start the window, bring it into each state, end it in each way, and count what is left of it.

    python benchmarks/exits.py                  each state and way once (about two minutes)
    python benchmarks/exits.py 600 --at-once 2  a hundred visits to each state (about an hour)

States: idle, ringing, in a call, recording, hearing, feedback. Ways: the close button, SIGTERM, the end of
the desktop's session (as Qt tells a program of it). A visit ends at a random moment after its state has
begun, so that it also meets what a start does behind the window: the speech model that loads, the screens
that are built, the judge that is rehearsed. Linux, with PulseAudio; no screen is needed.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.faults.exits import LONGEST_S, WAYS, Exit, environment, somebody_speaks, visit  # noqa: E402
from tests.faults.visit import STATES  # noqa: E402
from tests.virtual_sound import virtual_sound  # noqa: E402

LASTS_S = {"idle": 3.0, "hearing": 0.3}
"""A visit ends within so long of the beginning of its state: hearing is soon over, and a start works on
behind a window that is idle."""
OTHERS_LAST_S = 1.0

Visits = Iterator[tuple[str, str, float]]
"""State, way, and the seconds after which it ends."""


def planned(number: int, seed: int) -> Visits:
    """So many visits, all states and ways in turn."""
    rests = random.Random(seed)
    for state, way in itertools.islice(itertools.cycle(itertools.product(STATES, WAYS)), number):
        yield state, way, rests.uniform(0.0, LASTS_S.get(state, OTHERS_LAST_S))


def visit_all(number: int, at_once: int, seed: int) -> list[Exit]:
    """All visits, so many at a time, each of these with a sound system of its own."""
    left, exits, taking = planned(number, seed), list[Exit](), threading.Lock()

    def take_turns() -> None:
        with virtual_sound() as sound, somebody_speaks(sound):
            while True:
                with taking:
                    upcoming = next(left, None)
                if upcoming is None:
                    return
                state, way, rest_s = upcoming
                exits.append(visit(state, way, environment(sound), rest_s))
                print(f"{len(exits)} of {number}", end="\r", file=sys.stderr, flush=True)

    with ThreadPoolExecutor(at_once) as pool:
        for done in [pool.submit(take_turns) for _ in range(at_once)]:
            done.result()
    return exits


def print_states(exits: Sequence[Exit]) -> None:
    """A Markdown table: visits of each state by way, and how long its exits took."""
    print(f"\n| state | {' | '.join(WAYS)} | median | longest | not clean |\n|---|{'---|' * (len(WAYS) + 3)}")
    for state in STATES:
        of_state = [one for one in exits if one.state == state]
        if not of_state:
            continue
        ways, times = Counter(one.way for one in of_state), sorted(one.seconds for one in of_state)
        counts = " | ".join(str(ways[way]) for way in WAYS)
        broken = sum(bool(one.problems) for one in of_state)
        print(f"| {state} | {counts} | {times[len(times) // 2]:.2f} s | {times[-1]:.2f} s | {broken} |")


def main() -> int:
    """Visit and print tables; 1 if anything was left or it took too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("visits", nargs="?", type=int, default=len(STATES) * len(WAYS))
    parser.add_argument("--at-once", type=int, default=1, help="visits at a time; more make each exit slower")
    parser.add_argument("--seed", type=int, default=1, help="of the moments at which visits end")
    arguments = parser.parse_args()
    print_table("Machine", facts())
    exits = visit_all(arguments.visits, arguments.at_once, arguments.seed)
    print_states(exits)
    broken = [f"{one.state}, {one.way}: {problem}" for one in exits for problem in one.problems]
    slow = [f"{one.state}, {one.way}: {one.seconds:.1f} s" for one in exits if one.seconds > LONGEST_S]
    not_clean = sum(bool(one.problems) for one in exits)
    print_table("Exits", {"visits": str(len(exits)), "not clean": str(not_clean), "slow": str(len(slow))})
    for problem in broken + slow:
        print(problem)
    return 1 if broken or slow else 0


if __name__ == "__main__":
    sys.exit(main())
