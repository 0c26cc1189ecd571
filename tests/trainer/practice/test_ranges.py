"""Figures with their ranges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.practice.ranges import Range, pooled, rare, share, typical


@pytest.mark.parametrize(
    ("met", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (1, 1, 0.2065, 1.0),
     (81, 263, 0.2553, 0.3662)],
)  # fmt: skip
def test_the_share_has_wilsons_interval(met: int, of: int, low: float, high: float) -> None:
    """Values of Newcombe 1998, Statistics in Medicine 17:857, and of the formula by hand."""
    found = share(met, of)
    assert found
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))
    assert share(0, 0) is None


@pytest.mark.parametrize(
    ("takes", "low", "high"), [(6, 1, 6), (8, 1, 8), (10, 2, 9), (20, 6, 15), (50, 18, 33)]
)
def test_the_median_has_the_range_of_the_tables(takes: int, low: int, high: int) -> None:
    """Ranks of the 95 % interval of the median (Conover, table of the binomial)."""
    found = typical([float(n) for n in range(takes, 0, -1)])
    assert found
    assert (found.low, found.high) == (low, high)


def test_few_values_have_no_range() -> None:
    assert typical([1.0] * 5) is None
    assert pooled([1, 2], [1.0, 1.0]) is None
    assert pooled([], []) is None
    assert rare(0, 0.0, 0) is None


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.69), (1, 0.025, 5.57), (10, 4.80, 18.39)])
def test_rare_things_have_a_poisson_range(count: int, low: float, high: float) -> None:
    """Exact values from tables; the approximation is within a few hundredths."""
    found = rare(count, 1.0, 1)
    assert found
    assert found.low == pytest.approx(low, abs=0.03)
    assert found.high == pytest.approx(high, abs=0.05)


def test_a_pooled_rate_is_wide_where_takes_differ() -> None:
    even, uneven = pooled([50] * 6, [0.4] * 6), pooled([20, 80, 30, 70, 90, 10], [0.4] * 6)
    assert even
    assert uneven
    assert even.value == uneven.value == pytest.approx(125)
    assert even.high - even.low < 1e-6
    assert uneven.low < 60
    assert uneven.high > 190


def test_ranges_that_touch_are_not_apart() -> None:
    low, high = (Range(value=v, low=v - 1, high=v + 1, takes=9) for v in (1.0, 3.0))
    assert not low.apart(high)
    assert low.apart(Range(value=4.0, low=2.1, high=5.0, takes=9))


@given(st.integers(0, 300), st.integers(1, 300))
def test_a_share_lies_in_its_range_which_more_takes_narrow(met: int, of: int) -> None:
    met = min(met, of)
    few, many = share(met, of), share(10 * met, 10 * of)
    assert few
    assert many
    assert 0 <= few.low <= few.value <= few.high <= 1
    assert many.high - many.low < few.high - few.low


@given(st.lists(st.floats(-1e6, 1e6), min_size=6, max_size=200))
def test_a_median_lies_in_its_range(values: list[float]) -> None:
    found = typical(values)
    assert found
    assert min(values) <= found.low <= found.value <= found.high <= max(values)


@given(st.lists(st.tuples(st.integers(0, 50), st.floats(0.01, 5)), min_size=3, max_size=60))
def test_rates_lie_in_their_ranges(takes: list[tuple[int, float]]) -> None:
    counts, amounts = [count for count, _ in takes], [amount for _, amount in takes]
    for found in (pooled(counts, amounts), rare(sum(counts), sum(amounts), len(takes))):
        assert found
        assert 0 <= found.low <= found.value <= found.high
