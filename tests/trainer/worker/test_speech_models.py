"""Speech models as the window manages them: importing, choosing and removing, and what is then in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.trainer.transcription.model_zips import model_folder
from trainer.errors import BadInput, UnknownName
from trainer.records import Engines
from trainer.settings import Settings
from trainer.transcription import whisper_engine
from trainer.transcription.models import FOLDER
from trainer.worker.speech_models import SpeechModels

WAIT_S = 30.0


class Kept:
    """Settings in memory, and how often an engine may have become another."""

    def __init__(self) -> None:
        self.settings, self.changes = Settings(), 0

    def save(self, settings: Settings) -> None:
        self.settings = settings

    def changed(self) -> None:
        self.changes += 1


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder on a machine with no model and no embedded engine."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("VOSK_MODEL_PATH", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(whisper_engine, "available", lambda: False)
    return tmp_path / "data"


@pytest.fixture
def speech_models(data_dir: Path, kept: Kept) -> Iterator[SpeechModels]:
    made = SpeechModels(data_dir, lambda: kept.settings, kept.save, kept.changed)
    yield made
    made.close()


def test_an_imported_model_is_in_force_and_removable(
    speech_models: SpeechModels, kept: Kept, tmp_path: Path
) -> None:
    assert speech_models.engine_in_force() is None
    assert speech_models.import_from(model_folder(tmp_path / "brought")).result(WAIT_S) == "vosk:brought"
    assert speech_models.engine_in_force() == "vosk:brought"
    here = speech_models.look().result(WAIT_S)
    assert here == Engines(here=("vosk:brought",), in_force="vosk:brought", removable=("vosk:brought",))
    assert kept.changes == 1


def test_what_is_no_model_is_refused_and_changes_nothing(
    speech_models: SpeechModels, kept: Kept, tmp_path: Path
) -> None:
    (tmp_path / "notes").mkdir()
    with pytest.raises(BadInput, match="notes"):
        speech_models.import_from(tmp_path / "notes").result(WAIT_S)
    assert speech_models.look().result(WAIT_S) == Engines()
    assert kept.changes == 0


def test_removing_the_chosen_model_leaves_the_choice_to_the_program(
    speech_models: SpeechModels, kept: Kept, data_dir: Path
) -> None:
    for name in ("one", "two"):
        model_folder(data_dir / FOLDER / name)
    speech_models.choose("vosk:two")
    assert speech_models.engine_in_force() == "vosk:two"
    speech_models.remove("vosk:two").result(WAIT_S)
    assert kept.settings.engine is None
    assert speech_models.engine_in_force() == "vosk:one"
    assert not (data_dir / FOLDER / "two").exists()


def test_removing_another_model_keeps_the_choice(
    speech_models: SpeechModels, kept: Kept, data_dir: Path
) -> None:
    for name in ("one", "two"):
        model_folder(data_dir / FOLDER / name)
    kept.settings = replace(kept.settings, engine="vosk:one")
    speech_models.remove("vosk:two").result(WAIT_S)
    assert kept.settings.engine == "vosk:one"


def test_a_model_that_lies_elsewhere_is_not_removed(
    speech_models: SpeechModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = model_folder(tmp_path / "elsewhere")
    monkeypatch.setenv("VOSK_MODEL_PATH", str(elsewhere))
    here = speech_models.look().result(WAIT_S)
    assert (here.here, here.removable) == (("vosk:elsewhere",), ())
    with pytest.raises(UnknownName):
        speech_models.remove("vosk:elsewhere").result(WAIT_S)
    assert elsewhere.is_dir()
