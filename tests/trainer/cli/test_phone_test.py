"""The phone test from the terminal: call by call, left and taken up again."""

from __future__ import annotations

import pytest

from tests.trainer.cli.conftest import Ringback
from trainer.paths import ASSETS
from trainer.practice.phone_test import ITEMS

pytestmark = pytest.mark.slow
ANSWER = ("--answer", ASSETS / "samples" / "good-voicemail.ogg")


def test_each_command_is_the_next_call(ringback: Ringback) -> None:
    first = ringback("practise", "phone-test", *ANSWER, "--json")
    assert first.status == 0, first.err
    assert first.json["scenario"] == ITEMS[0]
    assert first.json["phone_test"]["done"] == [ITEMS[0]]
    assert len(first.json["phone_test"]["left"]) == 7
    second = ringback("practise", "phone-test", *ANSWER)
    assert second.status == 0, second.err
    assert "Phone test: 2 of 8 calls done." in second.out
    other = ringback("practise", ITEMS[0], *ANSWER, "--json")
    assert "phone_test" not in other.json
    third = ringback("practise", "phone-test", "--step", "hang-up", "--json")
    assert third.json["scenario"] == ITEMS[2]
    assert third.json["phone_test"]["id"] == first.json["phone_test"]["id"]
