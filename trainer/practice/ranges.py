"""Figures with the range in which the truth may well lie: 95 %, from few takes.

A range says how far the figure may be off because the takes are few; it knows nothing of mishearing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist, median

_Z = NormalDist().inv_cdf(0.975)
_EXACT_UP_TO = 60
"""From more values on, the normal approximation of the binomial gives the same ranks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A figure and its 95 % range; `takes` is how many takes it is made of."""

    value: float
    low: float
    high: float
    takes: int

    def apart(self, other: Range) -> bool:
        """Whether the two ranges do not overlap.

        Two 95 % ranges that do not overlap differ at well under 5 % (Schenker and Gentleman 2001, American
        Statistician 55:182). Stricter than a test of the difference, which is wanted here: twenty checks are
        looked at side by side, and one in twenty would differ by chance.
        """
        return self.high < other.low or other.high < self.low


def share(met: int, of: int) -> Range | None:
    """The share (0-1) of `met` among `of` takes with Wilson's score interval; None for no takes.

    Wilson 1927, Journal of the American Statistical Association 22:209; it holds for few takes and near 0
    and 1 (Brown, Cai and DasGupta 2001, Statistical Science 16:101).
    """
    if of <= 0:
        return None
    rate, square = met / of, _Z * _Z
    centre = (rate + square / (2 * of)) / (1 + square / of)
    reach = _Z * math.sqrt(rate * (1 - rate) / of + square / (4 * of * of)) / (1 + square / of)
    # Rounding must not put the figure outside its own range.
    low, high = max(0.0, min(centre - reach, rate)), min(1.0, max(centre + reach, rate))
    return Range(value=rate, low=low, high=high, takes=of)


def typical(values: Sequence[float]) -> Range | None:
    """The median with the range between two order statistics; None for fewer than six values.

    Free of any assumption on how the values are spread (Conover, Practical Nonparametric Statistics, 3.2); of
    five values not even all together reach 95 %.
    """
    rank = _rank(len(values))
    if rank is None:
        return None
    ordered = sorted(values)
    return Range(value=median(ordered), low=ordered[rank], high=ordered[-1 - rank], takes=len(ordered))


def pooled(counts: Sequence[float], amounts: Sequence[float]) -> Range | None:
    """The rate sum(counts) / sum(amounts) over takes; None for fewer than three takes or no amount.

    The range follows from how the takes differ (ratio estimator: Cochran, Sampling Techniques, 6.3), so that
    takes whose words go together are not mistaken for independent words.
    """
    takes, total = len(counts), sum(amounts)
    if takes < 3 or total <= 0:
        return None
    rate = sum(counts) / total
    errors = sum((count - rate * amount) ** 2 for count, amount in zip(counts, amounts, strict=True))
    reach = _student(takes - 1) * math.sqrt(takes / (takes - 1) * errors) / total
    return Range(value=rate, low=max(0.0, rate - reach), high=rate + reach, takes=takes)


def rare(count: int, amount: float, takes: int) -> Range | None:
    """The rate of something counted, count / amount; None for no amount.

    Byar's approximation of the Poisson interval (Breslow and Day 1987, Statistical Methods in Cancer Research
    II, 2.3); unlike `pooled` it knows that none in a minute does not mean never.
    """
    if amount <= 0:
        return None
    more = count + 1
    low = count * max(0.0, 1 - 1 / (9 * count) - _Z / (3 * math.sqrt(count))) ** 3 if count else 0.0
    high = more * (1 - 1 / (9 * more) + _Z / (3 * math.sqrt(more))) ** 3
    return Range(value=count / amount, low=low / amount, high=high / amount, takes=takes)


def _rank(values: int) -> int | None:
    """How many of the least and of the greatest values lie outside the range of the median."""
    if values > _EXACT_UP_TO:
        return max(0, math.floor(values / 2 - _Z * math.sqrt(values) / 2) - 1)
    outside, rank = 0.0, None
    for least in range(values // 2):
        outside += 2 * math.comb(values, least) / 2**values
        if outside > 0.05:
            break
        rank = least
    return rank


def _student(freedom: int) -> float:
    """The 97.5 % point of Student's t (Cornish-Fisher expansion: Abramowitz and Stegun, 26.7.5)."""
    z = _Z
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )
