"""When Python does not look for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def all_of_it_stays() -> Iterator[None]:
    """What is built meanwhile is built to stay: it is not looked through for garbage, neither now nor later.

    With thousands of scenarios each such look takes a tenth of a second, in which no thread does anything,
    the window's neither (benchmarks/library.py).
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()
