"""Start the window, bring it into each state, end it in each way, and count what is left of it.

    python benchmarks/exits.py            100 visits (about half an hour)
    python benchmarks/exits.py 18         each state and way once

States: idle, ringing, in a call, recording, hearing, feedback. Ways: the close button, SIGTERM, the end of
the desktop's session (as Qt tells a program of it). Linux, with PulseAudio; no screen is needed.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.faults.exits import LONGEST_S, WAYS, Exit, environment, somebody_speaks, visit  # noqa: E402
from tests.faults.visit import STATES  # noqa: E402
from tests.virtual_sound import virtual_sound  # noqa: E402


def main() -> int:
    """Visit and print a table; 1 if anything was left or it took too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("visits", nargs="?", type=int, default=100)
    arguments = parser.parse_args()
    print_table("Machine", facts())
    combinations = itertools.cycle(itertools.product(STATES, WAYS))
    exits: list[Exit] = []
    with virtual_sound() as sound, somebody_speaks(sound):
        for state, way in itertools.islice(combinations, arguments.visits):
            exits.append(visit(state, way, environment(sound)))
            print(f"{len(exits)} of {arguments.visits}", end="\r", file=sys.stderr, flush=True)
    for state in STATES:
        times = sorted(one.seconds for one in exits if one.state == state)
        if times:
            figures = f"median {times[len(times) // 2]:.2f} s, longest {times[-1]:.2f} s"
            print(f"{state}: {len(times)} visits, {figures}")
    broken = [f"{one.state}, {one.way}: {problem}" for one in exits for problem in one.problems]
    slow = [f"{one.state}, {one.way}: {one.seconds:.1f} s" for one in exits if one.seconds > LONGEST_S]
    print_table("Exits", {"visits": str(len(exits)), "not clean": str(len(broken)), "slow": str(len(slow))})
    for problem in broken + slow:
        print(problem)
    return 1 if broken or slow else 0


if __name__ == "__main__":
    sys.exit(main())
