"""Let every call that reaches the disk fail, one after the other, and print what each job did about it.

    python benchmarks/failing_disk.py                each call of each job (more than an hour)
    python benchmarks/failing_disk.py --every 10     one in ten
    python benchmarks/failing_disk.py save delete    only these jobs

Linux only: strace makes the calls fail. "done" means that the job did not notice the fault or got round it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.faults.failing import try_all  # noqa: E402
from tests.faults.jobs import JOBS  # noqa: E402


def main() -> int:
    """Fail and print a table; 1 if a promise did not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("jobs", nargs="*", choices=[*JOBS, []], help="default: all")
    parser.add_argument("--every", type=int, default=1)
    arguments = parser.parse_args()
    print_table("Machine", facts())
    print(f"{'job':<18}{'calls':>7}{'faults':>8}{'done':>7}{'refused':>9}{'broken':>8}")
    broken: list[str] = []
    for name in arguments.jobs or JOBS:
        tally = try_all(name, arguments.every)
        figures = f"{tally.calls:>7}{tally.faults:>8}{tally.done_all_the_same:>7}{tally.refused:>9}"
        print(f"{name:<18}{figures}{len(tally.broken):>8}", flush=True)
        broken += tally.broken
    for problem in broken:
        print(problem)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
