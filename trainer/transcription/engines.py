"""Which engines there are, and which one is in force.

An engine is one module with `load(model_dir, name) -> Transcriber`. To add one, write the module and give
it a branch in `named`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.errors import ModelMissing, UnknownName
from trainer.transcription import whisper_engine
from trainer.transcription.models import Model

VOSK = "vosk"
EMBEDDED = whisper_engine.NAME
_VOSK_MODULE = "trainer.transcription.vosk_engine"
_EMBEDDED_MODULE = "trainer.transcription.whisper_engine"


@dataclass(frozen=True, slots=True)
class EngineChoice:
    """An engine with its model: all that a child process needs to load it."""

    name: str
    """"vosk:NAME" or "embedded"; stored with every transcript."""
    module: str
    """Import name of the engine's module, which has `load(model_dir, name)`."""
    model_dir: Path


def available(models: Sequence[Model]) -> list[EngineChoice]:
    """The engines that can hear English here, best first: Vosk models by size, then the embedded one."""
    english = sorted((model for model in models if model.english), key=lambda model: -model.size_bytes)
    choices = [_vosk(model) for model in english]
    if whisper_engine.available():
        choices.append(EngineChoice(EMBEDDED, _EMBEDDED_MODULE, whisper_engine.model_dir()))
    return choices


def named(name: str, models: Sequence[Model]) -> EngineChoice:
    """The engine that `--engine` or the setting names: "vosk", "vosk:NAME" or "embedded".

    "vosk" is the largest installed English model. A model is taken by its full name whatever its
    language, because somebody who types the name means it.

    Raises:
        UnknownName: there is no such engine or no such model.
        ModelMissing: the engine exists, but its model is not installed.
    """
    here = {choice.name: choice for choice in available(models)}
    by_name = {f"{VOSK}:{model.name}": model for model in models}
    if name in by_name:
        return _vosk(by_name[name])
    if name == VOSK:
        best = next((choice for choice in here.values() if choice.name.startswith(VOSK)), None)
        if best is None:
            raise ModelMissing("No English Vosk model is installed.", "Fetch one with: ringback model fetch")
        return best
    if name == EMBEDDED:
        if name not in here:
            raise ModelMissing(
                "The embedded engine is not installed.", "Install it with: pip install 'ringback[embedded]'"
            )
        return here[name]
    raise UnknownName("engine", name, [VOSK, EMBEDDED, *by_name])


def engine_in_force(setting: str | None, models: Sequence[Model]) -> EngineChoice:
    """The engine of the setting, else the best installed English Vosk model, else the embedded engine.

    Raises:
        UnknownName, ModelMissing: as `named`; ModelMissing also when nothing here can hear English.
    """
    if setting is not None:
        return named(setting, models)
    choices = available(models)
    if not choices:
        raise ModelMissing(
            "No speech model that knows English is installed.", "Fetch one with: ringback model fetch"
        )
    return choices[0]


def _vosk(model: Model) -> EngineChoice:
    return EngineChoice(f"{VOSK}:{model.name}", _VOSK_MODULE, model.path)
