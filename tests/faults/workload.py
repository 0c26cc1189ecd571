"""A program that practises without devices, as fast as it can, until somebody kills it.

    python -m tests.faults.workload DATA_DIR JOURNAL SEED

It records, hears, judges, edits, deletes, exports, imports, backs up and changes scenarios, through the same
store, takes and folders as the window. What has been promised is appended to JOURNAL before the next thing is
done: a line is written only when the promise holds ("kept ID": that attempt is stored for good).
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
from ulid import ULID

from tests.trainer.examples import scenario
from tests.trainer.packs.own import SELLER, sound
from tests.trainer.packs.own import scenario as own_scenario
from trainer.audio import Pcm
from trainer.audio.takes import repair
from trainer.guides import load_guides
from trainer.history.archive import write_archive
from trainer.history.recovery import recover
from trainer.judging import judge_stored
from trainer.own_scenarios import apply, own_folder, settle
from trainer.recording import Recording
from trainer.records import SAMPLE_RATE, Context, Dispute, Seller, Take, Transcript, Word
from trainer.store_thread import StoreThread

SAID = ("hello", "dana", "this", "is", "sam", "reyes", "please", "call", "me", "back")
BLOCK_S = 0.02
"""How much sound a device hands over at once, and how long that takes: the workload records at true speed."""
BLOCK = int(BLOCK_S * SAMPLE_RATE)


class Workload:
    """Each step is one thing that a user does."""

    def __init__(self, data_dir: Path, journal: Path, seed: int) -> None:
        self.data_dir, self.rng = data_dir, random.Random(seed)
        self.journal = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.guides = load_guides()
        self.own = own_folder(data_dir)
        settle(self.own)
        self.store = StoreThread(data_dir)
        self.store.do(lambda store: recover(store, data_dir, repair)).result()
        self.promise("ready")

    def promise(self, *words: object) -> None:
        """What holds from now on, whatever happens to this process."""
        os.write(self.journal, (" ".join(map(str, words)) + "\n").encode())

    def practise(self) -> None:
        """Record a reply block by block; hear, judge and keep it."""
        attempt_id, take_id = str(ULID()), str(ULID())
        self.store.do(
            lambda store: store.begin_attempt(
                id=attempt_id, scenario=scenario("voicemail"), seller=Seller(id="me", name="Sam Reyes"),
                context=Context(), guide="sell-the-call", started_utc="2026-11-22T00:00:00Z",
                utc_offset_min=0,
            )
        ).result()  # fmt: skip
        self.store.do(lambda store: store.begin_turn(attempt_id, 0, prompt_id="greeting", caller_line="Hi."))
        take = Take(id=take_id, turn=0, purpose="answer", path=f"takes/{attempt_id}/{take_id}.wav")
        recording = Recording(self.store, self.data_dir, attempt_id, take, None)
        for number in range(self.rng.randrange(1, 40)):
            recording.add(self._block(number))
            self.promise("heard", attempt_id, take_id, recording.frames)
            time.sleep(BLOCK_S)
        done = recording.finish(dropped_ms=0)
        self.store.do(lambda _: None).result()
        self.promise("whole", attempt_id, done.path, done.sha256)
        words = tuple(Word(word=word) for word in SAID)
        self.store.do(lambda store: store.add_transcript(take_id, Transcript(engine="embedded", words=words)))
        self.store.do(lambda store: judge_stored(store, attempt_id, self.guides)).result()
        self.promise("judged", attempt_id)

    def edit(self) -> None:
        """A note, a tag, a dispute."""
        for attempt_id in self._some(2):
            note = f"note {self.rng.random()}"
            self.store.do(lambda store, one=attempt_id, text=note: store.set_note(one, text)).result()
            self.promise("noted", attempt_id, note)
            self.store.do(lambda store, one=attempt_id: store.set_tags(one, ["kept"])).result()
            self.store.do(
                lambda store, one=attempt_id: store.add_revision(one, Dispute(check="one-ask"))
            ).result()

    def delete(self) -> None:
        """One attempt and its recording."""
        for attempt_id in self._some(1):
            self.promise("deleting", attempt_id)
            self.store.do(lambda store, one=attempt_id: store.delete([one])).result()
            self.promise("deleted", attempt_id)

    def export(self) -> None:
        """Some attempts to a zip outside the data folder."""
        ids = self._some(3)
        carried = [self.store.do(lambda store, one=one: store.carried(one)).result() for one in ids]
        target = self.data_dir.with_name(f"{self.data_dir.name}-export.zip")
        write_archive(target, carried, len(ids), self.data_dir, lambda _done, _total: None)

    def back_up(self) -> None:
        """A copy of the history."""
        self.store.do(lambda store: store.back_up("daily", date(2026, 11, 22))).result()

    def write_scenarios(self) -> None:
        """Two own scenarios with a sound, always together."""
        number = self.rng.randrange(5)
        names = (f"own-{number}-a", f"own-{number}-b")
        title = f"Title {self.rng.random()}"
        writes = {f"{name}.toml": own_scenario(name, title=title).encode() for name in names}
        apply(self.own, {**writes, "sellers/ann-own.toml": SELLER.encode(), "own/hello.flac": sound()})
        self.promise("scenarios", number, title)

    def reopen(self) -> None:
        """Close and open the history, as a restart does."""
        self.store.close()
        self.store = StoreThread(self.data_dir)

    def _block(self, number: int) -> Pcm:
        return np.full(BLOCK, number + 1, dtype=np.int16)

    def _some(self, most: int) -> list[str]:
        rows = self.store.do(lambda store: store.rows()).result()
        ids = [row.id for row in rows if row.state == "judged"]
        return self.rng.sample(ids, min(most, len(ids)))

    def run(self) -> None:
        """Until killed."""
        steps: list[Callable[[], None]] = [
            *[self.practise] * 6, self.edit, self.delete, self.export, self.back_up, self.write_scenarios,
            self.reopen,
        ]  # fmt: skip
        while True:
            self.rng.choice(steps)()


if __name__ == "__main__":
    Workload(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])).run()
