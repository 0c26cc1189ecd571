"""The checks: one family a file, found by looking into this folder. Adding a check is adding to a file here.

A check answers one yes-or-no question about one attempt from evidence (guidance.md section 3 names them all).
Each carries examples of its outcomes, which one test runs (tests/trainer/analysis/test_checks.py).
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from trainer.analysis.call import DOUBT, Call, Span
from trainer.records import Kind, Outcome, Sold

ENGINE_WEIGHT = 0.5
"""How much the engine's doubt counts: words that say what was looked for are seldom heard by mistake."""
AUDIBLE = 0.45
"""Mean confidence of all words below which nothing can be said to be absent."""


class Decision(NamedTuple):
    """What a check decided, before it becomes a finding of the feedback."""

    outcome: Outcome
    confidence: float = 1.0
    spans: tuple[Span, ...] = ()
    value: float | int | str | None = None
    wanted: str | None = None
    near: bool = False
    sold: tuple[Sold, ...] | None = None
    source: tuple[str, ...] | None = None
    """The articles that decided, where it is not those of the check."""


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Example(NamedTuple):
    """A message and the outcome that a check must reach on it.

    `context` holds fields of `records.Context`; `words` replaces `text` by timed words (word, start, end);
    `more` are further members of a judge request, as in docs/command-line.md.
    """

    outcome: Outcome
    text: str = ""
    context: Mapping[str, Any] = _NOTHING
    more: Mapping[str, Any] = _NOTHING


def faint(text: str) -> dict[str, Any]:
    """A request member for examples: words of which the engine was hardly sure."""
    return hardly_heard({"words": [{"word": word} for word in text.split()]})


def hardly_heard(request: Mapping[str, Any]) -> dict[str, Any]:
    """The words of a request member with the confidence of an engine that was hardly sure."""
    return {"words": [{**word, "confidence": 0.3} for word in request["words"]]}


class Check(NamedTuple):
    """One check, with what a person and a test need to know about it."""

    id: str
    title: str
    kinds: frozenset[Kind]
    explain: str
    """When it is met, in one or two short sentences."""
    advice: str
    """What to do about a miss, where the guide says nothing of its own."""
    source: tuple[str, ...]
    """Article numbers ("002") or "ours"."""
    decide: Callable[[Call], Decision]
    examples: tuple[Example, ...]
    only_where_counted: bool = False
    """Whether it makes no sense but under a guide that counts it; elsewhere it does not apply."""


NOT_APPLICABLE = Decision("not-applicable")


Value = float | int | str | None


def met(
    call: Call,
    spans: Iterable[Span] = (),
    confidence: float = 1.0,
    *,
    value: Value = None,
    wanted: str | None = None,
) -> Decision:
    """Met, or unsure where the words that show it were heard badly; silence earns nothing."""
    found = tuple(spans)
    if not call.has_words and not found and value is None:
        return NOT_APPLICABLE
    return _graded("met", call, found, confidence, value, wanted)


def missed(
    call: Call,
    spans: Iterable[Span] = (),
    confidence: float = 1.0,
    *,
    value: Value = None,
    wanted: str | None = None,
    sold: tuple[Sold, ...] | None = None,
) -> Decision:
    """Missed; or unsure where the words that show it were heard badly, or no word was heard at all."""
    if not call.has_words:
        return Decision("unsure", 0.0, value=value, wanted=wanted)
    return _graded("missed", call, tuple(spans), confidence, value, wanted)._replace(sold=sold)


def unsure(
    spans: Iterable[Span] = (), confidence: float = 0.5, *, value: Value = None, wanted: str | None = None
) -> Decision:
    """Could not tell."""
    return Decision("unsure", confidence, tuple(spans), value, wanted)


def believed(call: Call, decision: Decision) -> Decision:
    """`decision`, met where only the engine's doubt makes it unsure; for words that are what was expected.

    In a call that was heard well, a name that is spelled right or a number with all its digits counts,
    whatever the engine thinks of it: engines doubt every name, but they do not hit upon this one by chance.
    """
    if decision.outcome != "unsure" or call.heard_overall < AUDIBLE:
        return decision
    return decision._replace(outcome="met", confidence=DOUBT)


def measured(good: bool, value: float, wanted: str, near: bool = False) -> Decision:
    """The decision of a clock or a meter, which does not depend on words."""
    return Decision("met" if good else "missed", 1.0, (), round(value, 2), wanted, good and near)


def _graded(
    outcome: Outcome, call: Call, spans: tuple[Span, ...], confidence: float, value: Value, wanted: str | None
) -> Decision:
    heard = call.heard_well(spans) if spans else call.heard_overall
    if spans:
        sure = confidence * (1 - ENGINE_WEIGHT * (1 - heard))
    else:
        sure = confidence if heard >= AUDIBLE else heard
    return Decision(outcome if sure >= DOUBT else "unsure", round(sure, 3), spans, value, wanted)


@lru_cache(maxsize=1)
def all_checks() -> dict[str, Check]:
    """Every check by its id, families in the order of their file names."""
    found: dict[str, Check] = {}
    for module in pkgutil.iter_modules(__path__):
        family: tuple[Check, ...] = import_module(f"{__name__}.{module.name}").CHECKS
        found.update((check.id, check) for check in family)
    return found
