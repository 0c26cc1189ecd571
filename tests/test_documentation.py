"""The documents say what the program does: every member of the JSON, every command, every key."""

from __future__ import annotations

import argparse
import re
from dataclasses import fields
from typing import Any

from tests.trainer.examples import SELLER, scenario
from trainer.analysis import judge
from trainer.cli import GROUPS, _parser
from trainer.cli.attempt_json import attempt_json
from trainer.cli.profile import KEYS
from trainer.contract import feedback_json
from trainer.guides import load_guides
from trainer.paths import ROOT
from trainer.records import (
    Attempt,
    Context,
    JudgeRequest,
    Level,
    Seller,
    SpokenTurn,
    Take,
    Transcript,
    Turn,
    Word,
)

DOCUMENT = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
SAID = "hi dana this is sam reyes send me an email and look at our website call me bye"


def members(value: Any) -> set[str]:
    """Names of all members, at any depth."""
    if isinstance(value, dict):
        return set(value) | {name for one in value.values() for name in members(one)}
    return {name for one in value for name in members(one)} if isinstance(value, list) else set()


def spoken_attempt() -> Attempt:
    words = tuple(
        Word(word=word, start_s=n * 0.4, end_s=n * 0.4 + 0.3, confidence=0.9)
        for n, word in enumerate(SAID.split())
    )
    level = Level(speech_dbfs=-20.0, peak_dbfs=-6.0, clipped_share=0.0)
    take = Take(id="t", turn=0, purpose="answer", path="takes/a/t.wav", frames=16000, level=level)
    turn = Turn(
        index=0,
        prompt_id="greeting",
        caller_line="Hello.",
        takes=(take,),
        transcripts={"t": (Transcript(engine="embedded", words=words),)},
    )
    request = JudgeRequest(
        id="a", kind="voicemail", turns=(SpokenTurn(words=words),), context=Context(caller_name="Sam Reyes")
    )
    return Attempt(
        id="a",
        sequence=1,
        started_utc="2026-11-22T00:00:00.000+00:00",
        utc_offset_min=0,
        state="judged",
        scenario=scenario("voicemail"),
        seller=SELLER,
        context=request.context,
        guide="sell-the-call",
        turns=(turn,),
        feedback=judge(request, load_guides()["sell-the-call"]),
    )


def test_every_member_of_the_json_is_documented() -> None:
    attempt = spoken_attempt()
    assert attempt.feedback
    assert attempt.feedback.fix
    shown = attempt_json(attempt)
    shown["seller"].pop("heard_as")  # its members are names of people
    undocumented = {name for name in members(shown) if f"`{name}`" not in DOCUMENT}
    assert undocumented == set()
    assert {name for name in members(feedback_json(attempt.feedback)) if f"`{name}`" not in DOCUMENT} == set()


def test_every_field_of_a_request_is_documented() -> None:
    names = {field.name for field in fields(Context)} | {"kind", "text", "turns", "words", "revisions"}
    assert {name for name in names if f"`{name}`" not in DOCUMENT} == set()


def test_every_command_and_its_actions_are_documented() -> None:
    for command, parser in subcommands(_parser(GROUPS)).items():
        rows = [line for line in DOCUMENT.splitlines() if line.startswith(f"| `ringback {command}")]
        if command == "practice":
            assert "`practice` is accepted" in DOCUMENT
            continue
        assert rows, f"{command} is not in the table"
        for action in subcommands(parser):
            assert re.search(rf"\b{action}\b", " ".join(rows)), f"{command} {action} is not in the table"


def test_the_profile_has_the_fields_of_a_seller() -> None:
    assert set(KEYS.values()) == {field.name for field in fields(Seller)} - {"id"}
    assert {key for key in KEYS if f"`{key}`" not in DOCUMENT} == set()


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices) if actions else {}
