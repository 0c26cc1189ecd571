"""Every check has a title, an explanation, advice, a source, and examples that come out as they say."""

from __future__ import annotations

import pytest

from trainer.analysis import judge
from trainer.analysis.checks import Check, Example, all_checks
from trainer.check_ids import CHECK_IDS
from trainer.contract import read_request
from trainer.records import Finding, Guide

PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})

CASES = [
    pytest.param(check, example, kind, id=f"{check.id}-{kind}-{number}-{example.outcome}")
    for check in all_checks().values()
    for kind in sorted(check.kinds)
    for number, example in enumerate(check.examples)
]


def finding(check: Check, example: Example, kind: str) -> Finding:
    request = {"kind": kind, "context": dict(example.context), **example.more}
    if not {"words", "turns"} & set(example.more):
        request["text"] = example.text
    found = judge(read_request(request), PLAIN).findings
    return next(one for one in found if one.check == check.id)


@pytest.mark.parametrize(("check", "example", "kind"), CASES)
def test_example_comes_out_as_it_says(check: Check, example: Example, kind: str) -> None:
    assert finding(check, example, kind).outcome == example.outcome


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_check_explains_itself(check: Check) -> None:
    assert check.title
    assert check.explain.endswith(".")
    assert check.advice.endswith(".")
    assert "!" not in check.explain + check.advice
    assert set(check.source) <= {"000", "001", "002", "003", "004", "ours"}
    assert {"met", "missed"} <= {example.outcome for example in check.examples}


@pytest.mark.parametrize("kind", ["voicemail", "callback", "elevator", "get-through"])
def test_built_kinds_decide_every_public_check(kind: str) -> None:
    built = {check.id for check in all_checks().values() if kind in check.kinds}
    assert built == set(CHECK_IDS[kind])
