"""Cut the power at many moments and count what that costs.

    python benchmarks/power_cut.py                    200 cuts, 40 in each of 5 runs
    python benchmarks/power_cut.py 1000 --seed 6      others, and more

The workload (`tests/faults/workload.py`) runs under strace, which writes down every call that reaches a
disk. A model of a disk (`tests/faults/disk.py`) takes these calls one by one; at random moments the power
goes, and what had not been synced is lost, torn or there. Then Ringback starts on what is left, and all that
it had promised by then is looked for. Linux only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.faults.power_cuts import Tally, cut_many  # noqa: E402

CUTS_A_RUN = 40


def main() -> int:
    """Cut, look and print a table; 1 if a promise did not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cuts", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1, help="of the first run")
    arguments = parser.parse_args()
    print_table("Machine", facts())
    tallies: list[Tally] = []
    for begun in range(0, arguments.cuts, CUTS_A_RUN):
        with tempfile.TemporaryDirectory() as folder:
            cuts = min(CUTS_A_RUN, arguments.cuts - begun)
            tallies.append(cut_many(Path(folder), cuts, arguments.seed + len(tallies)))
    broken = [problem for tally in tallies for problem in tally.broken]
    print_table(
        "Power cuts",
        {
            "cuts": str(sum(tally.cuts for tally in tallies)),
            "runs": str(len(tallies)),
            "calls that changed or synced something": str(sum(tally.calls for tally in tallies)),
            "takes looked at": str(sum(tally.takes for tally in tallies)),
            "most audio lost by one": f"{max(tally.audio_lost_ms for tally in tallies):.0f} ms",
            "promises broken": str(len(broken)),
        },
    )
    for problem in broken:
        print(problem)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
