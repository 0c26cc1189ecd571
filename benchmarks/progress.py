"""How soon Today knows what is due and Progress opens, with 1,000, 10,000 and 100,000 attempts.

python benchmarks/progress.py [--attempts 1000 10000 100000] [--keep FOLDER]

Times are of one store on one thread, medians of several runs with the worst. "First" reads the attempts in
brief from the database, as after every new one; "again" has them in memory. The window adds its own painting.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.history import UNTIL, filled, timed
from benchmarks.machine import facts, print_table
from trainer.history.store import Store
from trainer.practice.due import due_today
from trainer.practice.report import report_of
from trainer.scenarios import load_library


def measure(data_dir: Path) -> dict[str, str]:
    """What is measured -> "median (worst)"."""
    scenarios = load_library().scenarios
    figures = {}
    with closing(Store.open(data_dir)) as store:

        def first() -> list[object]:
            store.put_off("nobody", UNTIL.isoformat())  # any change makes the store read again
            return list(store.measured())

        history = store.measured()
        for what, work in (
            ("attempts in brief, first", first),
            ("attempts in brief, again", store.measured),
            ("what is due", lambda: due_today(history, scenarios, UNTIL)),
            ("progress, takes heard alike", lambda: report_of(history, UNTIL)),
            ("progress, all takes", lambda: report_of(history, UNTIL, pool_all=True)),
        ):
            median, worst = timed(work)
            figures[what] = f"{median:.0f} ms (worst {worst:.0f})"
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attempts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="make the data sets here, or use those that are there")
    args = parser.parse_args()
    print_table("Machine", facts())
    with tempfile.TemporaryDirectory() as spare:
        for attempts in args.attempts:
            data_dir = filled((args.keep or Path(spare)) / str(attempts), attempts)
            print_table(f"{attempts} attempts", measure(data_dir))


if __name__ == "__main__":
    main()
