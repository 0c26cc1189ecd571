"""A program that practises without devices, as fast as it can, until somebody kills it.

    python -m tests.faults.workload DATA_DIR JOURNAL SEED [ROUNDS]

It records, hears, judges, edits, deletes, exports, imports, backs up and changes scenarios and settings,
through the same store, takes and folders as the window. What has been promised (`promises`) is appended to
JOURNAL before the next thing is done: a line is written only when the promise holds. With ROUNDS it does
everything that often, in random order, and ends.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from ulid import ULID

from tests.faults.promises import EXPORT
from tests.trainer.examples import scenario
from tests.trainer.packs.own import SELLER, sound
from tests.trainer.packs.own import scenario as own_scenario
from trainer import settings
from trainer.audio import Pcm
from trainer.audio.takes import TakeWriter, repair
from trainer.guides import load_guides
from trainer.history.archive import write_archive
from trainer.history.carried import Carried
from trainer.history.recovery import recover
from trainer.judging import judge_stored
from trainer.own_scenarios import apply, own_folder, settle
from trainer.recording import Recording
from trainer.records import SAMPLE_RATE, Attempt, Context, Dispute, Seller, Take, Transcript, Turn, Word
from trainer.store_thread import StoreThread
from trainer.worker.carrying import Carrying

SAID = ("hello", "dana", "this", "is", "sam", "reyes", "please", "call", "me", "back")
BLOCK_S = 0.02
"""How much sound a device hands over at once, and how long that takes: the workload records at true speed."""
BLOCK = int(BLOCK_S * SAMPLE_RATE)


class Workload:
    """Each step is one thing that a user does."""

    def __init__(self, data_dir: Path, journal: Path, seed: int) -> None:
        self.data_dir, self.rng = data_dir, random.Random(seed)
        self.journal = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.elsewhere = journal.with_name("elsewhere")
        """The other computer."""
        self.guides = load_guides()
        self.own = own_folder(data_dir)
        settle(self.own)
        self._open()
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
            what, note = f"note:{attempt_id}", self._new()
            self.promise("changing", what, note)
            self.store.do(lambda store, one=attempt_id, text=note: store.set_note(one, text)).result()
            self.promise("changed", what, note)
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
        self.promise("changing", "export", "written")
        write_archive(self.data_dir.with_name(EXPORT), carried, len(ids), self.data_dir, _no_matter)
        self.promise("changed", "export", "written")

    def bring(self) -> None:
        """An attempt with its recording from a zip that another computer made."""
        attempt, archive = self._foreign()
        self.carrying.import_from(archive, _no_matter).result()
        (take,) = attempt.turns[0].takes
        self.promise("whole", attempt.id, take.path, take.sha256)
        self.promise("judged", attempt.id)

    def back_up(self) -> None:
        """A copy of the history."""
        self.store.do(lambda store: store.back_up("daily", date(2026, 11, 22))).result()

    def write_scenarios(self) -> None:
        """Two own scenarios with a sound, always together."""
        number = self.rng.randrange(5)
        names = (f"own-{number}-a", f"own-{number}-b")
        what, title = f"title:{number}", self._new()
        self.promise("changing", what, title)
        writes = {f"{name}.toml": own_scenario(name, title=title).encode() for name in names}
        apply(self.own, {**writes, "sellers/ann-own.toml": SELLER.encode(), "own/hello.flac": sound()})
        self.promise("changed", what, title)

    def choose(self) -> None:
        """Another name in the settings."""
        name = self._new()
        self.promise("changing", "name", name)
        settings.save(self.data_dir, settings.Settings(profile=Seller(id="me", name=name)))
        self.promise("changed", "name", name)

    def reopen(self) -> None:
        """Close and open the history, as a restart does."""
        self.close()
        self._open()

    def close(self) -> None:
        """As the program does at its end."""
        self.carrying.close()
        self.store.close()

    def _open(self) -> None:
        self.store = StoreThread(self.data_dir)
        self.carrying = Carrying(self.store, self.data_dir, self.guides)

    def _foreign(self) -> tuple[Attempt, Path]:
        attempt_id, take_id = str(ULID()), str(ULID())
        path = f"takes/{attempt_id}/{take_id}.wav"
        elsewhere = self.elsewhere
        writer = TakeWriter(elsewhere / path)
        writer.append(self._block(self.rng.randrange(100)))
        take = Take(id=take_id, turn=0, purpose="answer", path=path)
        take = replace(take, frames=writer.frames, sha256=writer.close())
        attempt = Attempt(
            id=attempt_id, sequence=1, started_utc="2026-11-22T00:00:00Z", utc_offset_min=0, state="judged",
            scenario=scenario("voicemail"), seller=Seller(id="me"), context=Context(), guide="sell-the-call",
            turns=(Turn(index=0, prompt_id="greeting", caller_line="Hi.", takes=(take,)),),
        )  # fmt: skip
        archive = elsewhere.with_name("in.zip")
        write_archive(archive, [Carried(attempt=attempt)], 1, elsewhere, _no_matter)
        return attempt, archive

    def _new(self) -> str:
        """A value that nothing has had yet."""
        return str(time.monotonic_ns())

    def _block(self, number: int) -> Pcm:
        return np.full(BLOCK, number + 1, dtype=np.int16)

    def _some(self, most: int) -> list[str]:
        rows = self.store.do(lambda store: store.rows()).result()
        ids = [row.id for row in rows if row.state == "judged"]
        return self.rng.sample(ids, min(most, len(ids)))

    def steps(self) -> list[Callable[[], None]]:
        """What there is to do, what is done often more than once."""
        once = [self.delete, self.export, self.bring, self.back_up, self.write_scenarios, self.choose]
        return [*[self.practise] * 6, *[self.edit] * 2, *once, self.reopen]

    def run(self) -> None:
        """Until killed."""
        while True:
            self.rng.choice(self.steps())()

    def do_all(self, rounds: int) -> None:
        """Everything, so many times."""
        steps = self.steps() * rounds
        self.rng.shuffle(steps)
        for step in steps:
            step()
        self.close()


def _no_matter(_done: int, _total: int) -> None:
    """Nobody watches how far it is."""


if __name__ == "__main__":
    workload = Workload(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
    if len(sys.argv) > 4:
        workload.do_all(int(sys.argv[4]))
    else:
        workload.run()
