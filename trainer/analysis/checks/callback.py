"""The call back: who is calling is welcome, and what it was about is known."""

from __future__ import annotations

from trainer.analysis.call import Call
from trainer.analysis.checks import Check, Decision, Example, met, missed
from trainer.analysis.language.reasons import REASON
from trainer.records import Kind


def recalls_reason(call: Call) -> Decision:
    """Whether it is said what the call, or the contact before it, was about."""
    spans = call.without(call.spans(REASON, "reason"), call.spans(REASON, "veto"))
    return met(call, spans[:1]) if spans else missed(call)


_CALLBACK: frozenset[Kind] = frozenset({"callback"})

CHECKS = (
    Check(
        "recalls-reason", "Why you called", _CALLBACK,
        "Met when you say what your call was about.",
        "Say in one sentence what you called about.",
        ("004", "002"), recalls_reason,
        (
            Example("met", "hi owen thanks for calling back i left you a message about duplicate freight invoices"),
            Example("missed", "hi owen thanks for calling me back how are you"),
        ),
    ),
)  # fmt: skip
