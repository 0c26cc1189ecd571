"""The part of the store behind retakes: recordings of a part of a reply, made after the call."""

from __future__ import annotations

from trainer.history import listing
from trainer.history.audio_files import remove_audio
from trainer.history.database import one_moment, writing
from trainer.history.door import Door
from trainer.history.erase import erase_take_from_copies


class Retakes(Door):
    """Retakes are takes like any other; only they may go while their attempt stays."""

    def remove_retake(self, take_id: str) -> None:
        """Delete a retake with its words and its audio; nothing happens where there is none of this id.

        What was heard leaves the copies of the history first (`erase`). Before it is heard a retake has left
        no words anywhere, and copies that cannot be read stay.

        Raises:
            StoreError: a copy could not be cleaned, or the file could not be removed; the retake is still
                listed.
        """
        with one_moment(self._db, self._path):
            rows = list(self._db.table("takes").rows_where("id = ? AND purpose = 'retake'", [take_id]))
            heard = self._db.table("transcripts").count_where("take = ?", [take_id])
        if rows and heard:
            erase_take_from_copies(self.data_dir, take_id)
        with writing(self._db, self._path):
            for row in rows:
                self._db.table("takes").delete_where("id = ?", [take_id])
                listing.refresh_by_id(self._db, row["attempt"])
                remove_audio(self.data_dir, [row["path"]])
