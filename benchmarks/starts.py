"""Start the window many times at once on one data folder, and count the windows that stay.

    python benchmarks/starts.py           20 starts at once, five times
    python benchmarks/starts.py 20 1      once

Each time a start was killed before, so that its lock lies there.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.faults.starts import kill_one, start_at_once  # noqa: E402


def main() -> int:
    """Start and print a table; 1 if there was ever not one window."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("starts", nargs="?", type=int, default=20)
    parser.add_argument("times", nargs="?", type=int, default=5)
    arguments = parser.parse_args()
    print_table("Machine", facts())
    outcomes = []
    for _ in range(arguments.times):
        with tempfile.TemporaryDirectory() as folder:
            kill_one(Path(folder, "data"))
            outcomes.append(start_at_once(Path(folder, "data"), arguments.starts))
    print_table(
        "Starts at once",
        {
            "starts": f"{arguments.starts}, {arguments.times} times",
            "windows that stayed": ", ".join(str(one.windows) for one in outcomes),
            "starts that ended with another status than 0": str(
                sum(status != 0 for one in outcomes for status in (*one.statuses, one.last))
            ),
        },
    )
    return 1 if any(one.windows != 1 or any(one.statuses) or one.last for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
