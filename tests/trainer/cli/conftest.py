"""`ringback` run within the test, and an engine that hears without a model."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from trainer.cli import main
from trainer.paths import ASSETS

ANSWER = ASSETS / "samples" / "ready-callback.ogg"


@dataclass(frozen=True)
class Done:
    """What a command left: its exit status, and what it said where."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout; more than one, or none, is an error."""
        return json.loads(self.out)


Ringback = Callable[..., Done]


@pytest.fixture
def ringback(capfd: pytest.CaptureFixture[str]) -> Ringback:
    """Runs `ringback ARGUMENTS` in this process, with the test's own data folder."""

    def run(*arguments: str | Path) -> Done:
        capfd.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:  # how argparse ends on wrong usage
            status = int(ended.code or 0)
        return Done(status, *capfd.readouterr())

    return run


@pytest.fixture
def _quick_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded engine is one that loads at once and hears a word a second, in the real child process."""
    monkeypatch.setattr("trainer.transcription.engines._EMBEDDED_MODULE", "tests.trainer.cli.counting_engine")
    monkeypatch.setattr("trainer.transcription.whisper_engine.available", lambda: True)
    monkeypatch.setattr("trainer.transcription.whisper_engine.model_dir", lambda: Path("no model"))


@pytest.fixture
def practised(ringback: Ringback, _quick_engine: None) -> dict[str, Any]:
    """One attempt in the history; its JSON."""
    command = ("practise", "callback-hurried-logistics", "--as", "sam-reyes", "--engine", "embedded")
    done = ringback(*command, "--answer", ANSWER, "--json")
    assert done.status == 0, done.err
    attempt: dict[str, Any] = done.json
    return attempt
