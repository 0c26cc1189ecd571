"""`ringback practise --round`: usage, the gaps between its calls, and its sheet."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.test_documentation import DOCUMENT, members
from tests.trainer.cli.conftest import Ringback
from tests.trainer.practice.test_round import attempt
from tests.trainer.test_session import CALLBACK, Rig, rig
from trainer.cli.rounds import RoundOfCalls, print_sheet
from trainer.events import Ringing
from trainer.practice.round import Round, sheet
from trainer.records import Attempt

PLAN = Round(calls=3, minutes=1)


@pytest.mark.parametrize(
    "arguments",
    [
        ("practise",),
        ("practise", "callback-hurried-logistics", "--round", "3"),
        ("practise", "--round", "3", "--step", "hang-up"),
        ("practise", "--round", "0"),
        ("practise", "--round", "three"),
        ("practise", "--round", "3", "--minutes", "61"),
        ("practise", "--round", "3", "--limit", "4"),
    ],
)
def test_wrong_usage_is_status_2(ringback: Ringback, arguments: tuple[str, ...]) -> None:
    done = ringback(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "error:" in done.err


def three() -> list[Attempt]:
    return [
        attempt("a", 4.0, 0.5, "judged"),
        attempt("b", None, None, "missed-ring"),
        attempt("c", 8.0, 0.9, "judged"),
    ]


def test_the_sheet_is_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    print_sheet(PLAN, sheet(three()), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "A round of 3 calls in 1 minutes, answers up to 20 s"
    assert lines[2].split() == ["picked", "up", "first", "word", "name", "reason", "next", "step"]
    assert lines[3].split()[:6] == ["Dana", "Whitfield", "4.0", "s", "0.5", "s"]
    assert lines[4].split() == ["Dana", "Whitfield", "missed"]
    assert lines[6].split()[:7] == ["In", "the", "middle", "6.0", "s", "0.7", "s"]


def test_the_sheet_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_sheet(PLAN, sheet(three()), as_json=True)
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (made["calls"], made["minutes"], made["limit"]) == (3, 1, 20)
    first, missed, _ = made["sheet"]
    assert first["times"]["pick-up"] == 4.0
    assert first["times"]["first-sound"] == 0.5
    assert (missed["state"], set(missed["times"].values())) == ("missed-ring", {None})
    assert made["middle"]["pick-up"] == 6.0
    assert {name for name in members(made) if f"`{name}`" not in DOCUMENT} == set()


class Terminal:
    """What a round reads from: hangs up as soon as the phone rings, and presses Ctrl-C in the gap."""

    def __init__(self, made: Rig) -> None:
        self._made, self._rang = made, False

    def get(self, timeout: float) -> object:
        if self._rang and self._made.worker.calls.running() is None and self._made.announced.empty():
            raise KeyboardInterrupt
        event = self._made.announced.get(timeout=timeout)
        if isinstance(event, Ringing):
            self._rang = True
            self._made.worker.calls.hang_up()
        return event


def test_a_round_limits_the_answers_and_ends_early_by_ctrl_c_between_two_calls(tmp_path: Path) -> None:
    args = argparse.Namespace(seller="sam-reyes", guide=None)
    with rig(tmp_path) as made:
        one = replace(made.worker.library.scenario(CALLBACK), max_seconds=10.0)
        attempts = RoundOfCalls(args, made.worker, Terminal(made)).hold([one, one], [0.0, 60.0])
    (kept,) = attempts
    assert kept.state == "missed-ring"
    assert kept.scenario.max_seconds == 10.0
