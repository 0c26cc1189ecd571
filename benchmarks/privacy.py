"""Use the program for ten minutes without a network, and count what it tried to reach and what is left.

    python benchmarks/privacy.py               ten minutes
    python benchmarks/privacy.py --minutes 1   fewer

Each day of `tests/privacy/scripted_use.py` runs in a data folder of its own, in a network namespace without
routes (where the system allows one), under strace. After it everything is deleted, and the folder is searched
for the word that the engine had heard.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.privacy.watched import live_a_day, places_of_words, rid_of_everything, without_routes  # noqa: E402

TIMES = 5
"""Attempts of each kind in a day."""


def main() -> None:
    """Live days, count, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    arguments = parser.parse_args()
    print_table("Machine", facts())
    began, used_s, days, attempts = time.monotonic(), 0.0, 0, 0
    reached, left, families = list[str](), list[str](), Counter[str]()
    while time.monotonic() - began < 60 * arguments.minutes:
        with tempfile.TemporaryDirectory() as folder:
            start = time.monotonic()
            day = live_a_day(Path(folder) / "day", TIMES, limit_s=600)
            used_s += time.monotonic() - start
            assert day.trace, "strace is not installed"
            reached += day.reached()
            families += day.families()
            rid_of_everything(day.data)
            left += places_of_words(day.data)
        days, attempts = days + 1, attempts + 2 * TIMES + 1
    seen = ", ".join(f"{family}: {count}" for family, count in sorted(families.items()))
    print_table(
        "Use without a network",
        {
            "without routes": "yes" if without_routes() else "no: the system does not allow it",
            "days": str(days),
            "attempts": str(attempts),
            "seconds of use": f"{used_s:.0f}",
            "addresses, by family": seen or "none",
            "addresses of a network": "; ".join(reached) or "0",
            "places of the word after deletion": "; ".join(left) or "0",
        },
    )
    sys.exit(bool(reached or left))


if __name__ == "__main__":
    main()
