"""How the history answers with 1,000, 10,000 and 100,000 attempts: opening, searching, showing, growing.

python benchmarks/history.py [--attempts 1000 10000 100000] [--keep FOLDER]

Times are of one store on one thread, medians of several runs with the worst; the window adds its own painting
(`python benchmarks/history_window.py`). Data sets come from half_a_year.py, without recordings.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.half_a_year import half_a_year
from benchmarks.machine import facts, print_table
from trainer.history.database import FILE_NAME
from trainer.history.store import Store
from trainer.records import AttemptFilter

PAGE = 200
RUNS = 7
UNTIL = date(2026, 11, 22)
SEARCHES = {
    "a word that nobody says": "xylophone",
    "one letter": "e",
    "a common word": "the",
    "a name": "ruth",
    "three words": "ruth number again",
    "a rare word (in 1 of 500)": "unterwegs",
}


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Median and worst milliseconds of some runs."""
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times), max(times)


def filled(data_dir: Path, attempts: int) -> Path:
    """A data folder with so many attempts; one that is there already is used again."""
    if not (data_dir / FILE_NAME).exists():
        with closing(Store.open(data_dir)) as store:
            store.restore(half_a_year(attempts, 1, UNTIL))
            for row in store.find(AttemptFilter(), 250)[::500]:
                store.set_note(row.id, "unterwegs")
    return data_dir


def measure(data_dir: Path) -> dict[str, str]:
    """What is measured -> "median (worst)"."""
    figures = {}

    def note(what: str, work: Callable[[], object]) -> None:
        median, worst = timed(work)
        figures[what] = f"{median:.1f} ms (worst {worst:.1f})"

    note("open the history", lambda: Store.open(data_dir).close())
    with closing(Store.open(data_dir)) as store:
        attempts = store.count(AttemptFilter())
        note("first page of History", lambda: store.find(AttemptFilter(), 0, PAGE))
        for what, words in SEARCHES.items():
            note(f"search: {what}", lambda words=words: store.find(AttemptFilter(words=words), 0, PAGE))
        note("filter: missed a check", lambda: store.find(AttemptFilter(missed="one-ask"), 0, PAGE))
        note("sort by name", lambda: store.find(AttemptFilter(order="who", rising=True), 0, PAGE))
        note("count all", lambda: store.count(AttemptFilter()))
        middle = store.find(AttemptFilter(), attempts // 2, 1)[0].id
        note("one whole attempt", lambda: store.attempt(middle))
        note("a note is stored", lambda: store.set_note(middle, "seen"))
        size = (data_dir / FILE_NAME).stat().st_size
    figures["database"] = f"{size / 1e6:.0f} MB, {size / attempts / 1024:.1f} KiB an attempt"
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
