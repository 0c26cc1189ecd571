from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.audio.splice import CROSSFADE, splice
from trainer.records import SAMPLE_RATE


def noise(seed: int, length: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(-32768, 32768, length).astype(np.int16)


@given(st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 2000), st.integers(0, 3000))
def test_everything_outside_the_span_stays_and_the_length_adds_up(before, span, after, new):
    original, part = noise(1, before + span + after), noise(2, new)
    kept, given_part = original.copy(), part.copy()
    result = splice(original, (before, before + span), part)
    assert len(result) == before + new + after
    assert np.array_equal(result[:before], original[:before])
    assert np.array_equal(result[before + new :], original[before + span :])
    assert np.array_equal(original, kept)
    assert np.array_equal(part, given_part)


@given(st.integers(4 * CROSSFADE, 4000))
def test_between_the_fades_the_new_part_is_heard_as_it_was_spoken(new):
    part = noise(3, new)
    result = splice(noise(4, 4000), (1000, 2000), part)
    inside = result[1000 : 1000 + new]
    assert np.array_equal(inside[CROSSFADE:-CROSSFADE], part[CROSSFADE:-CROSSFADE])


def test_a_joint_has_no_click():
    loud, quiet = np.full(4000, 20_000, np.int16), np.full(4000, -20_000, np.int16)
    result = splice(loud, (1000, 3000), quiet).astype(int)
    largest = max(abs(np.diff(result)))
    assert largest <= 40_000 / CROSSFADE + 1
    assert CROSSFADE == SAMPLE_RATE // 100


def test_putting_the_same_part_back_changes_nothing():
    original = noise(5, 3000)
    assert np.array_equal(splice(original, (500, 2500), original[500:2500]), original)


@pytest.mark.parametrize("span", [(-1, 5), (6, 5), (0, 11)])
def test_a_span_that_is_not_there_is_refused(span):
    with pytest.raises(ValueError, match="span"):
        splice(noise(6, 10), span, noise(7, 3))
