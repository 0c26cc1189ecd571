"""Meet strange bytes at every door for as long as wanted, and print what was met.

    python benchmarks/fuzz.py                    each target for 10 minutes
    python benchmarks/fuzz.py --minutes 2 packs  one of them for 2

An input that brings out anything but a sentence for the user ends the run; make it a file below
`tests/fuzz/corpus/TARGET/` and mend what it found.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from machine import facts, print_table  # noqa: E402

from tests.fuzz.mutating import fuzz  # noqa: E402
from tests.fuzz.targets import TARGETS  # noqa: E402


def main() -> None:
    """Fuzz and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], help="default: all")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1, help="another number, other inputs")
    arguments = parser.parse_args()
    print_table("Machine", facts())
    print(f"{'target':<12}{'inputs':>9}{'refused':>9}{'slowest s':>11}{'grown MB':>10}")
    for name in arguments.targets or TARGETS:
        with tempfile.TemporaryDirectory() as folder:
            run = fuzz(TARGETS[name], name, Path(folder), 60 * arguments.minutes, arguments.seed * 1_000_000)
        grown = run.grown_bytes / 2**20
        print(f"{name:<12}{run.inputs:>9}{run.refused:>9}{run.slowest_s:>11.2f}{grown:>10.1f}", flush=True)


if __name__ == "__main__":
    main()
