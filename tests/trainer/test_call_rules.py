"""How a call goes: every mistake of a file is named where it is."""

from __future__ import annotations

from typing import Any

import pytest

from trainer.call_rules import branch_checks, call_problems

LINES = [{"id": "greeting"}, {"id": "menu"}, {"id": "bye", "ends": True}]


def problems(**data: Any) -> list[str]:
    return [str(problem) for problem in call_problems({"kind": "voicemail", "prompts": LINES, **data})]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"ring_backs": 6}, "ring_backs: must be 1 to 5 rings, not 6."),
        ({"kind": "callback", "ring_backs": 2}, "ring_backs: belongs to voicemails only"),
        ({"kind": "elevator", "picks_up": "bye"}, "picks_up: belongs to voicemails only"),
        ({"kind": "elevator", "may_pick_up": True}, "may_pick_up: belongs to voicemails only"),
        (
            {"picks_up": "bye", "may_pick_up": True},
            "may_pick_up: says nothing here: the prospect does pick up.",
        ),
        ({"kind": "elevator", "can_talk": False}, "can_talk: belongs to call backs only"),
        ({"menu": "menue"}, "menu: there is no line 'menue'. Did you mean 'menu'?"),
        ({"menu": "menu", "picks_up": "bye"}, "menu: is never heard: the prospect picks up."),
        (
            {"prompts": [{"id": "a", "plays_message": "b"}, {"id": "b"}]},
            "prompts.0.plays_message: belongs to call backs only",
        ),
        (
            {
                "kind": "callback",
                "prompts": [{"id": "opening", "plays_message": "mesage"}, {"id": "message"}],
            },
            "prompts.0.plays_message: there is no line 'mesage'. Did you mean 'message'?",
        ),
        (
            {
                "kind": "callback",
                "prompts": [{"id": "a", "plays_message": "b"}, {"id": "b", "plays_message": "a"}],
            },
            "prompts.0.plays_message: 'b' plays a message itself.",
        ),
        (
            {"kind": "elevator", "prompts": [{"id": "q", "branches": [{"to": "more"}]}, {"id": "more"}]},
            "prompts.0.branches.0.to: 'more' must end the call (ends): there is one reply here.",
        ),
    ],
)
def test_a_mistake_is_named_where_it_is(data: dict[str, Any], said: str) -> None:
    assert any(problem.startswith(said) for problem in problems(**data)), problems(**data)


def test_what_is_right_is_left_alone() -> None:
    assert problems(ring_backs=5, menu="menu") == []
    assert problems(picks_up="bye") == []
    assert problems(kind="callback", can_talk=False) == []


def test_branches_may_ask_for_the_checks_of_the_call() -> None:
    assert "next-step" in branch_checks({"kind": "voicemail", "picks_up": "hello"})
    assert "under-ten" in branch_checks({"kind": "elevator"})
    assert branch_checks({"kind": "voicemail"}) == ()
