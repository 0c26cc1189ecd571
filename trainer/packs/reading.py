"""A pack is unpacked aside, read and checked."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from trainer.errors import BadInput, Mistakes, WorldError
from trainer.own_scenarios import UNPACKED, CheckSound, files_of
from trainer.packs.form import FORMAT, LIMITS, LIST, SOUNDS, PackList
from trainer.paths import SCENARIOS, file_sha256, make_private_dir
from trainer.records import Scenario
from trainer.scenarios import load_library
from trainer.strict import Unreadable, read
from trainer.unzip import unpack

_SHOWN_MISTAKES = 5


class Unpacked:
    """A pack, unpacked aside and checked; gone when left.

    `folder` holds its files, `scenarios` are in the order of its list.
    """

    def __init__(self, pack: Path, own: Path, check_sound: CheckSound) -> None:
        self._pack, self._own, self._check_sound = pack, own, check_sound
        self.folder = own
        self.scenarios: tuple[Scenario, ...] = ()

    def __enter__(self) -> Unpacked:
        try:
            # Beside its place: the same disk, and as private.
            make_private_dir(self._own)
            self.folder = Path(tempfile.mkdtemp(prefix=UNPACKED, dir=self._own))
            self._take_in()
        except OSError as error:
            self.__exit__()
            raise WorldError(
                f"{self._pack} could not be read ({error.strerror or error}).",
                "Check its name and the space that is left.",
            ) from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self.folder != self._own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _take_in(self) -> None:
        placed = [str(place) for place in unpack(self._pack, self.folder, LIMITS)]
        listed = self._list()
        self._check_files(listed, placed)
        library = load_library(self.folder, extra=SCENARIOS)
        mistakes = [one for one in library.broken if one.path.is_relative_to(self.folder)]
        if mistakes:
            raise self._refused(_first_mistakes(mistakes, self.folder))
        known = {scenario.id: scenario for scenario in library.scenarios}
        if sorted(listed.scenarios) != sorted(path.stem for path in self.folder.glob("*.toml")):
            raise self._refused(f"{LIST} lists other scenarios than it holds.")
        self.scenarios = tuple(known[name] for name in listed.scenarios)
        for scenario in self.scenarios:
            self._check_belongings(scenario)

    def _list(self) -> PackList:
        try:
            data = json.loads((self.folder / LIST).read_text("utf-8"))
            listed = read(PackList, data)
        except FileNotFoundError:
            raise self._refused(f"it has no {LIST}, so it is no Ringback pack.") from None
        except (ValueError, RecursionError, Unreadable) as error:
            raise self._refused(f"{LIST} cannot be read ({str(error)[:200]}).") from None
        if listed.ringback_pack != FORMAT:
            raise self._refused("it was made by a newer Ringback. Get the newest one and try again.")
        if not listed.scenarios:
            raise self._refused("it holds no scenarios.")
        return listed

    def _check_files(self, listed: PackList, placed: Sequence[str]) -> None:
        files = set(placed) - {LIST}
        for place in sorted(files ^ set(listed.files)):
            raise self._refused(f"{place} is {'missing' if place in listed.files else f'not in {LIST}'}.")
        for place in sorted(files):
            if file_sha256(self.folder / place) != listed.files[place]:
                raise self._refused(f"{place} was changed after the pack was made.")

    def _check_belongings(self, scenario: Scenario) -> None:
        """Its seller and sounds are here, and the sounds can be played."""
        for place in files_of(scenario)[1:]:
            path = self.folder / place
            if not path.is_file():
                raise self._refused(f"{place}, which {scenario.id} names, is missing.")
        for place in files_of(scenario)[2:]:
            hidden = any(part.startswith(".") for part in PurePosixPath(place).parts)
            if hidden or PurePosixPath(place).suffix.lower() not in SOUNDS:
                raise self._refused(f"{place}, which {scenario.id} names, is no name for a sound.")
            try:
                self._check_sound(self.folder / place)
            except BadInput:
                raise self._refused(f"{place} is no sound that can be played.") from None

    def _refused(self, why: str) -> BadInput:
        return BadInput(f"{self._pack.name} was not imported: {why}")


def _first_mistakes(broken: Sequence[Mistakes], folder: Path) -> str:
    """The first few mistakes, each with its file and line."""
    lines = [f"{one.path.relative_to(folder)}: {mistake}" for one in broken for mistake in one.mistakes]
    more = len(lines) - _SHOWN_MISTAKES
    return "\n".join(
        [
            "its scenarios have mistakes.",
            *lines[:_SHOWN_MISTAKES],
            *([f"… and {more} more"] if more > 0 else []),
        ]
    )
