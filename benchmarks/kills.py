"""Kill the program at random moments and count what that costs.

    python benchmarks/kills.py               300 kills
    python benchmarks/kills.py 50 --seed 3   others, and fewer

The workload (`tests/faults/workload.py`) records, hears, judges, edits, deletes, exports, backs up and
changes scenarios through the same code as the window, without devices. After each kill the next start repairs
what it finds, and every promise that was written down before is held against what is there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.faults.kills import kill_many  # noqa: E402

KILLS_A_FOLDER = 25
"""A folder grows, and checking it takes longer; after so many kills the next one begins."""


def main() -> None:
    """Kill, check and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kills", nargs="?", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print_table("Machine", facts())
    kills = takes = 0
    lost_ms, broken = 0.0, list[str]()
    while kills < arguments.kills and not broken:
        with tempfile.TemporaryDirectory() as folder:
            wanted = min(KILLS_A_FOLDER, arguments.kills - kills)
            tally = kill_many(Path(folder), wanted, arguments.seed + kills)
        kills, takes = kills + tally.kills, takes + tally.takes
        lost_ms, broken = max(lost_ms, tally.audio_lost_ms), tally.broken
    print_table(
        "Kills",
        {
            "kills": str(kills),
            "takes looked at": str(takes),
            "most audio lost by one": f"{lost_ms:.0f} ms",
            "promises broken": "; ".join(broken) or "0",
        },
    )
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
