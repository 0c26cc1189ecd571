"""Why one rings where somebody else sent the caller or found something, told again to who calls back."""

from __future__ import annotations

import pytest

from trainer.analysis import recalled
from trainer.records import Context


def _told(message: str, referrer: str | None = None) -> str:
    context = Context(
        message_left=message, referrer=referrer, caller_name="Nadia Farrow", prospect_name="Dana"
    )
    return recalled.reason(context)


@pytest.mark.parametrize(
    ("message", "referrer", "told"),
    [
        (
            "Lena Voss asked me to ring you about something she found in her gas bills. It is quick.",
            "Lena Voss",
            "I called about what Lena Voss found in her gas bills.",
        ),
        (
            "lena voss asked me to ring you about something she found in her gas bills ill tell you all",
            "Lena Voss",
            "I called about what Lena Voss found in her gas bills.",
        ),
        (
            "Tom Ash wanted me to call you. He noticed something about the new rota, and it may be yours.",
            "Tom Ash",
            "I called about what Tom Ash noticed about the new rota.",
        ),
        (
            "Tom Ash asked me to ring you. He saw something under your stage that you should know.",
            "Tom Ash",
            "I called about what Tom Ash saw under your stage.",
        ),
        (
            "Tom Ash said I should call you about the leak over the ballroom. Ring me.",
            "Tom Ash",
            "I called about the leak over the ballroom.",
        ),
        (
            "Greta told me to speak to you about the hives behind the church, call me.",
            None,
            "I called about the hives behind the church.",
        ),
        (
            "Two nets missing in your harbour! Ring me.",
            None,
            "I called about two nets missing in your harbour.",
        ),
    ],
)
def test_what_somebody_found_is_told_with_their_name(message: str, referrer: str | None, told: str) -> None:
    assert _told(message, referrer) == told


@pytest.mark.parametrize(
    ("message", "referrer"),
    [
        ("She found something in her gas bills that you should know.", None),
        ("Lena Voss bought it and she loves it.", "Lena Voss"),
        ("Tom Ash asked me to call you. Thanks.", "Tom Ash"),
        ("A quick call about your order? Ring me.", None),
        ("The best prices in your town.", None),
        ("A moth in your carpets, Dana. Call me.", None),
    ],
)
def test_what_the_listener_could_not_place_is_not_told(message: str, referrer: str | None) -> None:
    assert _told(message, referrer) == ""
