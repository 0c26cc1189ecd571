"""The part of the store behind retakes: recordings of a part of a reply, made after the call."""

from __future__ import annotations

from trainer.history import listing
from trainer.history.audio_files import remove_audio
from trainer.history.database import writing
from trainer.history.door import Door


class Retakes(Door):
    """Retakes are takes like any other; only they may go while their attempt stays."""

    def remove_retake(self, take_id: str) -> None:
        """Delete a retake with its words and its audio; nothing happens where there is none of this id.

        Raises:
            StoreError: the file could not be removed; the retake is still listed.
        """
        with writing(self._db, self._path):
            rows = self._db.table("takes").rows_where("id = ? AND purpose = 'retake'", [take_id])
            for row in list(rows):
                self._db.table("takes").delete_where("id = ?", [take_id])
                listing.refresh_by_id(self._db, row["attempt"])
                remove_audio(self.data_dir, [row["path"]])
