from __future__ import annotations

import pytest

from trainer.cli.printing import feedback_text
from trainer.records import Counts, Feedback, Finding, Headline


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "(wanted 2 or more)"),
        (1.0, "(1, wanted 2 or more)"),
        (4.47, "(4.47, wanted 2 or more)"),
        ("none", "(none, wanted 2 or more)"),
    ],
)
def test_a_value_is_shown_as_a_person_writes_it(value: float | str | None, shown: str) -> None:
    finding = Finding(
        check="number-twice", outcome="missed", confidence=1.0, counted=True, value=value, wanted="2 or more"
    )
    feedback = Feedback(
        id=None,
        guide="sell-the-call",
        headline=Headline(met=0, of=1, unsure=0),
        findings=(finding,),
        ribbon=(),
        ribbon_sentence="",
        fix=None,
        counts=Counts(words=0, fillers=0, restarts=0),
        seconds=None,
    )
    assert f"missed {shown}" in feedback_text(feedback)
