"""Writing own scenarios: the draft and its sounds, on a thread that may wait for the disk."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trainer.audio import Pcm
from trainer.audio.files import LONGEST_PROMPT_S, read_answer
from trainer.audio.own_lines import as_line, flac_of
from trainer.authoring.drafts import Draft, Drafts, sound_path
from trainer.authoring.text import renamed
from trainer.errors import BadInput, WorldError
from trainer.own_scenarios import own_folder
from trainer.paths import ASSETS, SCENARIOS
from trainer.records import SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class LineSound:
    """A sound that a line can have: its place, as `Prompt.audio` names it, and its length."""

    place: str
    seconds: float


class Authoring:
    """See `ui.authoring_services.Authoring`. Public methods may be called from any thread."""

    def __init__(self, data_dir: Path, thread: Executor | None = None) -> None:
        """`thread`: where the work is done, in order; None: on one of its own."""
        self._drafts, self._data_dir = Drafts(data_dir), data_dir
        self._thread = thread or ThreadPoolExecutor(max_workers=1, thread_name_prefix="authoring")

    def kept(self) -> Future[Draft | None]:
        """The draft that is on disk."""
        return self._thread.submit(self._drafts.kept)

    def keep(self, draft: Draft) -> Future[None]:
        """Write the draft."""
        return self._thread.submit(self._drafts.keep, draft)

    def discard(self) -> Future[None]:
        """Forget the draft; until `sweep` it can be kept again as it was."""
        return self._thread.submit(self._drafts.discard)

    def sweep(self) -> Future[None]:
        """Remove the sounds that the draft does not use."""
        return self._thread.submit(self._drafts.sweep)

    def bring(self, places: Collection[str]) -> Future[None]:
        """Copy these own sounds beside the draft, so that undo finds them whatever is saved."""
        return self._thread.submit(self._drafts.bring, places, self._own)

    def recorded(self, pcm: bytes) -> Future[LineSound]:
        """Make a line's sound of 16 kHz mono int16 samples: cut to the voice, as loud as the others."""
        return self._thread.submit(lambda: self._line(np.frombuffer(pcm, dtype="<i2").astype(np.int16)))

    def taken(self, path: Path) -> Future[LineSound]:
        """Make a line's sound of somebody's sound file."""
        return self._thread.submit(lambda: self._line(_short_enough(path, read_answer(path))))

    def pcm(self, place: str) -> Future[bytes]:
        """A line's sound as 16 kHz mono int16 samples."""

        def samples() -> bytes:
            folders = (self._drafts.folder, self._own, ASSETS)
            return read_answer(sound_path(place, folders)).astype("<i2").tobytes()

        return self._thread.submit(samples)

    def sounds(self, places: Collection[str]) -> Future[dict[str, bytes]]:
        """Those of the sounds that lie beside the draft, as files: what has to be saved with a scenario."""
        return self._thread.submit(self._drafts.sounds, places)

    def text(self, scenario_id: str, new_id: str, title: str) -> Future[bytes]:
        """A scenario's file under another id and title, with everything else as its author wrote it."""

        def copied() -> bytes:
            shipped, own = (folder / f"{scenario_id}.toml" for folder in (SCENARIOS, self._own))
            path = shipped if shipped.is_file() else own
            try:
                return renamed(path.read_text("utf-8-sig"), new_id, title).encode()
            except OSError as error:
                raise WorldError(
                    f"{path} cannot be read ({error.strerror or error}).", "Put it back, then try again."
                ) from error

        return self._thread.submit(copied)

    def close(self) -> None:
        """Finish what was asked."""
        self._thread.shutdown(wait=True)

    @property
    def _own(self) -> Path:
        return own_folder(self._data_dir)

    def _line(self, pcm: Pcm) -> LineSound:
        line = as_line(pcm)
        if not len(line):
            raise BadInput("Nothing was recorded.", "Record it again.")
        return LineSound(self._drafts.put_sound(flac_of(line)), len(line) / SAMPLE_RATE)


def _short_enough(path: Path, pcm: Pcm) -> Pcm:
    if len(pcm) > LONGEST_PROMPT_S * SAMPLE_RATE:
        raise BadInput(
            f"{path.name} is too long ({len(pcm) / SAMPLE_RATE / 60:.0f} minutes; "
            f"at most {LONGEST_PROMPT_S / 60:.0f}).",
            "Cut out what is said on the telephone and use that.",
        )
    return pcm
