"""What comes from outside never steers the terminal that it is printed on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.trainer.history import examples
from tests.trainer.packs import own
from trainer.cli import main
from trainer.cli.terminal import literal_output
from trainer.history.store import Store
from trainer.records import Attempt, Person

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
HOSTILE = "\x1b[2J\x1b]0;taken\x07\x1b]8;;http://127.0.0.1/x\x1b\\here\x9b31m\x08\x08\r\u202etxet\u2066 & co"
IN_TOML = json.dumps(HOSTILE)[1:-1]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ringback(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `ringback ARGUMENTS`; its status, stdout and stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        return status, *capfd.readouterr()

    return run


@pytest.fixture
def attempt(tmp_path: Path) -> Attempt:
    """A stored attempt in which every text is hostile."""
    person = Person(id="bo", name=HOSTILE, company=HOSTILE, role=HOSTILE)
    prompt = replace(examples.PROMPT, text=HOSTILE)
    scenario = replace(
        examples.SCENARIO,
        title=HOSTILE,
        trains=HOSTILE,
        prospect=person,
        prompts=(prompt,),
        you_know=(HOSTILE,),
    )
    store = Store.open(tmp_path / "data")
    stored = examples.whole(store, "A1", said=HOSTILE, scenario=scenario)
    store.set_note("A1", HOSTILE)
    store.close()
    return stored


COMMANDS = (
    ("attempts", "list"),
    ("attempts", "show", "A1"),
    ("attempts", "search", HOSTILE),
    ("attempts", "show", HOSTILE),
    ("attempts", "delete", HOSTILE),
    ("scenarios", "list"),
    ("scenarios", "show", "mine"),
    ("scenarios", "show", HOSTILE),
    ("profile", "show"),
    ("due",),
    ("guides", "show", HOSTILE),
    ("transcribe", HOSTILE.replace("/", "")),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:18])
def test_no_command_lets_it_through(
    command: tuple[str, ...], attempt: Attempt, ringback: Run, tmp_path: Path
) -> None:
    mine = own.scenario("mine", title=IN_TOML).replace('"Something."', f'"{IN_TOML}"')
    folder = tmp_path / "data" / "scenarios"
    own.put(folder, {"mine.toml": mine.encode(), "sellers/ann-own.toml": own.SELLER.encode()})
    ringback("profile", "set", f"name={HOSTILE}", f"company={HOSTILE}")
    _, out, err = ringback(*command)
    assert not STEERING.search(out + err)
    assert out + err
    assert "Traceback" not in err


def test_its_letters_are_still_read(attempt: Attempt, ringback: Run) -> None:
    _, out, _ = ringback("attempts", "show", "A1")
    assert "here" in out
    assert "& co" in out


def test_json_says_the_same_with_escapes(attempt: Attempt, ringback: Run) -> None:
    status, out, _ = ringback("attempts", "show", "A1", "--json")
    assert status == 0
    assert not STEERING.search(out)
    assert HOSTILE in _texts(json.loads(out))


def _texts(document: object) -> list[str]:
    if isinstance(document, dict):
        return [text for value in document.values() for text in _texts(value)]
    if isinstance(document, list):
        return [text for value in document for text in _texts(value)]
    return [document] if isinstance(document, str) else []


def test_other_scripts_and_emoji_stay(capfd: pytest.CaptureFixture[str]) -> None:
    said = "שלום café 👩\u200d💻 \u00a0«oui»\tÅse"
    with literal_output():
        print(said)
    assert capfd.readouterr().out == f"{said}\n"
