"""What is heard of the takes side by side: one against the other, from the same clause."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from trainer.practice.comparison import Row, counterpart
from trainer.records import Clause
from ui.models.take_compare import ComparedTake
from ui.models.take_player import Stretch, TakePlayer


class CompareControl(QObject):
    """Knows the clause at which the ear is, a row of the aligned takes; every take can go on from there.

    Signals:
        moved: take, turn and second of its recording that is being heard.
        changed: another clause, or another take, or silence.
    """

    moved = Signal(int, int, float)
    changed = Signal()

    def __init__(self, player: TakePlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._takes: Sequence[ComparedTake] = ()
        self._aligned: Sequence[Row] = ()
        self._here: Row = ()
        self._last = 0
        player.moved.connect(self._on_moved)
        player.stopped.connect(self._on_stopped)

    @property
    def here(self) -> Row:
        """The clause of each take at which the ear is; empty before anything was heard."""
        return self._here

    @property
    def playing(self) -> int | None:
        """The take that is being heard."""
        now = self._player.now
        if now is None:
            return None
        ids = [{turn.take.id for turn in take.turns if turn.take} for take in self._takes]
        return next((number for number, own in enumerate(ids) if now.take.id in own), None)

    def show_takes(self, takes: Sequence[ComparedTake], aligned: Sequence[Row]) -> None:
        """From now on these are played; silent until then."""
        self.stop()
        self._takes, self._aligned, self._here, self._last = tuple(takes), aligned, (), 0
        self.changed.emit()

    def play_clause(self, take: int, clause: int) -> None:
        """This clause alone."""
        self._go_to(take, clause)
        self._start([self._stretch(take, clause)])

    def play_or_stop(self, take: int) -> None:
        """Go on in this take from the clause at which the ear is; stop it if it is being heard."""
        if take >= len(self._takes) or not self._takes[take].has_sound:
            return
        was, here = self.playing, self._here
        if was is not None:
            self._player.stop()
        if was == take:
            self._mark(here)  # so that it goes on from there
        elif here:
            self._play_from(take, self._counterpart_in(take, here))
        else:
            self._play_from(take, 0 if self._takes[take].clauses else None)

    def start_or_stop(self, take: int) -> None:
        """This take from its start, if another one was heard last; else go on in it, or stop it."""
        heard = self._last if self.playing is None else self.playing
        if heard != take:
            self._here = ()
        self.play_or_stop(take)

    def play_last_or_stop(self) -> None:
        """What was heard last, or silence."""
        playing = self.playing
        self.play_or_stop(self._last if playing is None else playing)

    def play_both(self) -> None:
        """The clause at which the ear is, in one take after the other; the ask, if it is nowhere yet."""
        row = self._here or self.row_of_ask()
        self._mark(row)
        self._start([self._stretch(take, clause) for take, clause in enumerate(row) if clause is not None])

    def row_of_ask(self) -> Row:
        """The first row in which something is asked for in every take, else the first that all have."""
        whole = [row for row in self._aligned if None not in row]
        asks = (row for row in whole if self._takes[0].clauses[row[0] or 0].part == "ask")
        return next(asks, whole[0] if whole else ())

    def step(self, step: int) -> None:
        """To the next clause or the one before; what is playing goes on from there."""
        if not self._aligned:
            return
        at = self._aligned.index(self._here) + step if self._here in self._aligned else 0
        row = self._aligned[min(max(at, 0), len(self._aligned) - 1)]
        playing = self.playing
        if playing is not None:
            self._player.stop()
            self._play_from(playing, self._counterpart_in(playing, row))
        self._mark(row)

    @Slot()
    def stop(self) -> None:
        """Silence."""
        here = self._here
        self._player.stop()
        self._mark(here)

    def _counterpart_in(self, take: int, row: Row) -> int | None:
        told = next((number for number, clause in enumerate(row) if clause is not None), None)
        clause = row[told] if told is not None else None
        return None if told is None or clause is None else counterpart(self._aligned, told, clause, take)

    def _play_from(self, take: int, clause: int | None) -> None:
        """From this clause (None: the start) to the end of the take."""
        found = self._takes[take].clauses[clause] if clause is not None else None
        turns = [turn for turn in self._takes[take].turns if found is None or turn.turn >= found.turn]
        begin = found.start_s if found and found.start_s is not None else 0.0
        if clause is not None:
            self._go_to(take, clause)
        self._start(
            [
                Stretch(turn.turn, turn.take, begin if found and turn.turn == found.turn else 0.0)
                for turn in turns
                if turn.take and turn.take.frames
            ]
        )

    def _stretch(self, take: int, clause: int) -> Stretch | None:
        if not self._takes[take].has_sound:
            return None
        found = self._takes[take].clauses[clause]
        turn = next((turn for turn in self._takes[take].turns if turn.turn == found.turn), None)
        if turn is None or turn.take is None or not turn.take.frames or found.start_s is None:
            return None
        return Stretch(found.turn, turn.take, found.start_s, found.end_s)

    def _start(self, stretches: Sequence[Stretch | None]) -> None:
        known = [stretch for stretch in stretches if stretch]
        if known:
            self._player.play(known)
        self.changed.emit()

    def _go_to(self, take: int, clause: int) -> None:
        self._mark(next(row for row in self._aligned if row[take] == clause))

    def _mark(self, row: Row) -> None:
        self._here = row
        self.changed.emit()

    @Slot(int, float)
    def _on_moved(self, turn: int, seconds: float) -> None:
        take = self.playing
        if take is None:
            return
        self._last = take
        self.moved.emit(take, turn, seconds)
        clause = _clause_at(self._takes[take].clauses, turn, seconds)
        if clause is not None and (not self._here or self._here[take] != clause):
            self._go_to(take, clause)

    @Slot()
    def _on_stopped(self) -> None:
        """At the end the ear is nowhere: playing again begins at the beginning."""
        self._mark(())


def _clause_at(clauses: Sequence[Clause], turn: int, seconds: float) -> int | None:
    for index, clause in enumerate(clauses):
        timed = clause.start_s is not None and clause.end_s is not None
        if timed and clause.turn == turn and (clause.start_s or 0.0) <= seconds < (clause.end_s or 0.0):
            return index
    return None
