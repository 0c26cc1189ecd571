"""Speech models and the engine in force."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from trainer.errors import ModelMissing, UnknownName
from trainer.records import Engines
from trainer.settings import Settings
from trainer.transcription import models
from trainer.transcription.download import fetch
from trainer.transcription.engines import VOSK, EngineChoice, available, engine_in_force
from trainer.transcription.install import import_from


class SpeechModels:
    """See `ui.services.Models`. Public methods may be called from any thread."""

    def __init__(
        self,
        data_dir: Path,
        settings: Callable[[], Settings],
        save: Callable[[Settings], None],
        changed: Callable[[], None],
    ) -> None:
        """`changed` is told when another engine may be in force."""
        self._data_dir, self._settings, self._save, self._changed = data_dir, settings, save, changed
        self._cancel = threading.Event()
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="models")
        # Another thread, because a download takes minutes and what is here is wanted meanwhile.
        self._looking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="looking for models")

    def choice(self) -> EngineChoice | None:
        """The engine in force; None when nothing here can hear English."""
        try:
            return engine_in_force(self._settings().engine, models.installed(self._data_dir))
        except (ModelMissing, UnknownName):
            return None

    def engine_in_force(self) -> str | None:
        """Its name: "vosk:NAME", "embedded" or None."""
        choice = self.choice()
        return choice.name if choice else None

    def look(self) -> Future[Engines]:
        """What can hear English here. Asking a model that is met for the first time takes seconds."""

        def found() -> Engines:
            installed = models.installed(self._data_dir)
            return Engines(
                here=tuple(choice.name for choice in available(installed)),
                in_force=self.engine_in_force(),
                removable=tuple(f"{VOSK}:{model.name}" for model in installed if model.ours),
            )

        return self._looking.submit(found)

    def fetch(self, on_progress: Callable[[int, int], None]) -> Future[str]:
        """Fetch the English Vosk model; the future raises DownloadError."""
        self._cancel.clear()

        def fetched() -> str:
            mirror = self._settings().mirror_url
            name = fetch(self._data_dir, mirror_url=mirror, on_progress=on_progress, cancel=self._cancel)
            self._changed()
            return f"{VOSK}:{name}"

        return self._aside.submit(fetched)

    def cancel_fetch(self) -> None:
        """Stop fetching; what has come is kept for resuming."""
        self._cancel.set()

    def import_from(self, path: Path) -> Future[str]:
        """Install a model from a zip or folder."""

        def imported() -> str:
            name = import_from(path, self._data_dir)
            # Asks the new model here whether it knows English, which may take seconds; then it is remembered.
            models.installed(self._data_dir)
            self._changed()
            return f"{VOSK}:{name}"

        return self._aside.submit(imported)

    def remove(self, engine: str) -> Future[None]:
        """Delete a model that Ringback has installed; the future raises UnknownName or OSError."""

        def removed() -> None:
            if self._settings().engine == engine:
                self._save(dataclasses.replace(self._settings(), engine=None))
            # Ends the process that has the model open: some systems delete no open file.
            self._changed()
            models.remove(engine.removeprefix(f"{VOSK}:"), self._data_dir)
            self._changed()

        return self._aside.submit(removed)

    def choose(self, engine: str | None) -> None:
        """Use this engine from now on.

        Raises:
            OSError: the setting could not be written.
        """
        self._save(dataclasses.replace(self._settings(), engine=engine))
        self._changed()

    def close(self) -> None:
        """Cancel and wait."""
        self._cancel.set()
        for threads in (self._aside, self._looking):
            threads.shutdown(wait=True, cancel_futures=True)
