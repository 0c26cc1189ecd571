from __future__ import annotations

import gc

import pytest

from trainer.garbage import all_of_it_stays


def test_nothing_is_collected_meanwhile_and_what_was_built_is_never_looked_through() -> None:
    before = gc.get_freeze_count()
    with all_of_it_stays():
        assert not gc.isenabled()
        built = [[number] for number in range(100)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(built)
    gc.unfreeze()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(RuntimeError), all_of_it_stays():
        raise RuntimeError
    assert gc.isenabled()
    gc.unfreeze()


def test_who_does_not_collect_anyway_goes_on_so() -> None:
    gc.disable()
    try:
        with all_of_it_stays():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
