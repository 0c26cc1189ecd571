"""Judging all stored attempts again: with progress, to be stopped and taken up again at any time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from trainer.analysis import JUDGE_VERSION
from trainer.errors import Cancelled, DamagedAttempt, UnknownName
from trainer.guides import guide_for, guide_hash
from trainer.history.judgements import Judged
from trainer.history.store import Store
from trainer.judging import judged_as, judgement_of
from trainer.records import AttemptFilter, Guide

T = TypeVar("T")


class Ask(Protocol):
    """Runs a piece of work where the store lives, and waits for it."""

    def __call__(self, work: Callable[[Store], T], /) -> T:
        """The result of `work`."""


_AT_ONCE = 20
"""Judgements in one transaction: a tenth of a second of work, which is what stopping loses."""


def judge_all(
    ask: Ask, guides: dict[str, Guide], guide: str | None, on_progress: Callable[[int, int], None]
) -> int:
    """Judge every heard attempt as it now is; returns how many were judged anew.

    `guide`: by this one, which is then theirs; None: each by its own. What the same judge has judged by the
    same guide already is left as it is, so that a second call goes on where the first was stopped. Earlier
    judgements by other guides or judges stay beside the new ones.

    Raises:
        UnknownName: no such guide.
        Cancelled: `on_progress` raised it; what was judged so far is kept.
    """
    if guide is not None and guide not in guides:
        raise UnknownName("guide", guide, list(guides))
    ids = ask(lambda store: [row.id for row in store.find(_HEARD)])
    anew, waiting = 0, list[Judged]()
    try:
        for done, judged in enumerate(_judgements(ask, ids, guides, guide), 1):
            waiting += [judged] if judged else []
            if len(waiting) >= _AT_ONCE:
                anew += _keep(ask, waiting)
            on_progress(done, len(ids))
    except Cancelled:
        _keep(ask, waiting)
        raise
    return anew + _keep(ask, waiting)


_HEARD = AttemptFilter(states=("judged", "set-aside"), rising=True)


def _judgements(
    ask: Ask, ids: list[str], guides: dict[str, Guide], wanted: str | None
) -> Iterator[Judged | None]:
    """The new judgement of each attempt; None where it would be the same, or the attempt cannot be read."""
    for attempt_id in ids:
        try:
            yield _judgement(ask, attempt_id, guides, wanted)
        except (UnknownName, DamagedAttempt):
            yield None


def _judgement(ask: Ask, attempt_id: str, guides: dict[str, Guide], wanted: str | None) -> Judged | None:
    attempt = ask(lambda store: store.to_judge(attempt_id))
    chosen = wanted or attempt.guide
    kind, *_ = judged_as(attempt.scenario)
    guide, _ = guide_for(guides, chosen if chosen in guides else None, kind)
    key = {"guide_hash": guide_hash(guide), "judge_version": JUDGE_VERSION}
    if attempt.guide == chosen and ask(lambda store: store.is_judged(attempt_id, **key)):
        return None
    feedback, _ = judgement_of(dataclasses.replace(attempt, guide=chosen), guides)
    return Judged(attempt_id=attempt_id, guide=chosen, feedback=feedback, **key)


def _keep(ask: Ask, judged: list[Judged]) -> int:
    """Store what is waiting, and let it wait no longer; returns how many."""
    batch = tuple(judged)
    judged.clear()
    if batch:
        ask(lambda store: store.save_all(batch))
    return len(batch)
