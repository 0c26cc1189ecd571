"""What leave-or-not and draw-the-line scenarios must hold."""

from __future__ import annotations

import pytest

from trainer.deciding_rules import deciding_problems

GREETING = {"id": "greeting", "text": "Hello.", "audio": "a.ogg", "voice": "v"}
TRIES = [
    {"meets": "mailbox", "line": "greeting"},
    {"meets": "no-answer"},
    {"meets": "assistant", "line": "greeting"},
    {"meets": "call-tomorrow", "line": "greeting"},
    {"meets": "mailbox", "line": "greeting"},
]


def problems(**data: object) -> list[str]:
    return [str(problem) for problem in deciding_problems({"prompts": [GREETING], **data})]


def test_good_ones_are_good() -> None:
    assert problems(kind="leave-or-not", facts=["cold-call", "something-for-them"]) == []
    assert problems(kind="draw-the-line", tries=TRIES) == []
    assert problems(kind="voicemail") == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"kind": "leave-or-not"}, "facts: is missing"),
        ({"kind": "leave-or-not", "facts": ["cold-cal"]}, "no entry 'cold-cal'. Did you mean 'cold-call'?"),
        ({"kind": "voicemail", "facts": ["cold-call"]}, "facts: belongs to leave-or-not only"),
        ({"kind": "leave-or-not", "facts": ["cold-call"], "tries": TRIES}, "tries: belongs to draw-the-line"),
        ({"kind": "draw-the-line", "tries": TRIES[:4]}, "tries: must hold at least 5, not 4."),
        ({"kind": "draw-the-line", "tries": TRIES[1:4] * 2}, "must meet a mailbox once"),
        ({"kind": "draw-the-line", "tries": [TRIES[0]] * 5}, "must be put off once"),
        ({"kind": "draw-the-line", "tries": [*TRIES, {"meets": "vacation"}]}, "tries.5.line: is missing"),
        (
            {"kind": "draw-the-line", "tries": [*TRIES, {"meets": "no-answer", "line": "greeting"}]},
            "tries.5.line: must be left out",
        ),
        (
            {"kind": "draw-the-line", "tries": [*TRIES, {"meets": "mailbox", "line": "greting"}]},
            "there is no line 'greting'. Did you mean 'greeting'?",
        ),
    ],
)
def test_every_mistake_is_named(data: dict[str, object], says: str) -> None:
    assert any(says in problem for problem in problems(**data))
