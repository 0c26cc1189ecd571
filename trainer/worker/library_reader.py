"""The library as it was read last: what ships, and the user's own once there is time for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from trainer import own_scenarios
from trainer.errors import WorldError
from trainer.garbage import all_of_it_stays
from trainer.records import Seller
from trainer.scenarios import Library, shipped_sellers


class LibraryReader:
    """Reads it when it is first asked for. Use from any thread."""

    def __init__(self, data_dir: Path, tell: Callable[[str], None], *, own_later: bool) -> None:
        """`tell` hears what was given up. With `own_later` only what ships is read until `read_again`."""
        self._data_dir, self._tell, self._own_later = data_dir, tell, own_later
        self._library: Library | None = None
        self._reading = threading.Lock()

    @property
    def library(self) -> Library:
        """All scenarios and sellers, the user's own among them."""
        # Asked for again once it is ours to read: another thread may have been before us.
        if self._library is None:
            with self._reading:
                self._library = self._library or self._read()
        return self._library

    @property
    def sellers(self) -> dict[str, Seller]:
        """The sellers that ship, and the user's own once the library has been read."""
        # Welcome asks for them at the first start, which need not wait for all scenarios.
        return shipped_sellers() if self._library is None else self._library.sellers

    def read_again(self) -> None:
        """After a change. Nobody waits for it: until it is read, the library is as it was."""
        with self._reading:
            self._own_later = False
            self._library = self._read()

    @property
    def lacks_own(self) -> bool:
        """Whether scenarios of the user's own were left for later, and there are any."""
        return self._own_later and (self._data_dir / own_scenarios.FOLDER).is_dir()

    def _read(self) -> Library:
        if self._own_later:
            return own_scenarios.library_of(self._data_dir, own=False)
        try:
            own_scenarios.settle(self._data_dir / own_scenarios.FOLDER)
        except WorldError as error:
            self._tell(str(error))
        with all_of_it_stays():
            return own_scenarios.library_of(self._data_dir)
