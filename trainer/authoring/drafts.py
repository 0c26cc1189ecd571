"""The draft: what is being written, on disk within a second, so that no end of the program costs more.

It lies in a folder of its own in the data folder, with the sounds that no saved scenario has yet. A sound is
named by what it holds: a new recording has a new name, and nothing that remembers the old one is deceived.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.form import Form, lines_of
from trainer.errors import BadInput, WorldError
from trainer.paths import make_private_dir, write_private
from trainer.strict import Unreadable, read

FOLDER = "drafts"
"""Below the data folder; sounds lie in it as they will below the folder of own scenarios."""
FILE = "draft.json"
_ASIDE = f"{FILE}.bad"
SOUNDS = "sounds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form that is not saved. `subject` is what the page was opened with: "", "edit:ID" or "copy:ID"."""

    subject: str
    form: Form

    @property
    def title(self) -> str:
        """What it is called as yet."""
        return self.form.sheet.title.strip() or "a scenario without a title"


class Drafts:
    """One draft at a time. Its methods wait for the disk."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / FOLDER

    def keep(self, draft: Draft) -> None:
        """Write the draft, in one step.

        Raises:
            WorldError: it cannot be written; the one before is still there.
        """
        text = json.dumps(dataclasses.asdict(draft), indent=1)
        self._write(FILE, text.encode())

    def kept(self) -> Draft | None:
        """The draft; None if there is none. One that cannot be read is put aside as `draft.json.bad`."""
        path = self.folder / FILE
        try:
            return read(Draft, json.loads(path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, RecursionError, Unreadable):
            path.replace(path.with_name(_ASIDE))
            return None

    def discard(self) -> None:
        """Forget the draft, and one put aside; its sounds stay until `sweep`, so that this can be undone."""
        for name in (FILE, _ASIDE):
            (self.folder / name).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove the sounds that the draft does not use."""
        draft = self.kept()
        used = {line.audio for line in lines_of(draft.form)} if draft else set()
        for path in self.folder.glob("*/**/*"):
            if path.is_file() and path.relative_to(self.folder).as_posix() not in used:
                path.unlink(missing_ok=True)

    def bring(self, places: Collection[str], own: Path) -> None:
        """Copy those sounds that only `own`, the folder of own scenarios, has.

        Saving another recording removes the old one there, and undo wants it back.

        Raises:
            WorldError: a copy cannot be written.
        """
        for place in places:
            source = own / place
            if place and source.is_file() and not (self.folder / place).exists():
                self._write(place, source.read_bytes())

    def put_sound(self, data: bytes, suffix: str = ".flac") -> str:
        """Keep a sound file's bytes; returns its place, below this folder and below that of own scenarios.

        Raises:
            WorldError: it cannot be written.
        """
        place = f"{SOUNDS}/{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
        self._write(place, data)
        return place

    def sounds(self, places: Collection[str]) -> dict[str, bytes]:
        """Those of `places` that lie here, with their bytes: what must be saved with a scenario."""
        here = {place: self.folder / place for place in places if place}
        return {place: path.read_bytes() for place, path in here.items() if path.is_file()}

    def _write(self, place: str, data: bytes) -> None:
        path = self.folder / place
        try:
            make_private_dir(path.parent)
            write_private(path, data)
        except OSError as error:
            raise WorldError(
                f"What you write could not be kept ({error.strerror or error}).",
                "Free some space or check that the data folder may be written.",
            ) from error


def sound_path(place: str, folders: Collection[Path]) -> Path:
    """The file of a sound in the first of the folders that has it.

    Raises:
        BadInput: none has it.
    """
    for folder in folders:
        if (folder / place).is_file():
            return folder / place
    raise BadInput("This recording is not there any more.", "Record it again.")
