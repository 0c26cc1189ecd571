"""What is heard, and what the parts of the feedback page show of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from trainer.records import Evidence
from ui.models.phrasing import clock_tenths
from ui.models.spoken import Spoken, WordAt, line_at, next_line, next_word, word_at
from ui.models.take_player import Stretch, TakePlayer
from ui.widgets.feedback_page import FeedbackPage
from ui.widgets.strip_layout import Block

# A single word cut out at its exact times is hard to recognise by ear.
_AROUND_WORD_S = 0.12


class ListenControl(QObject):
    """Joins the page's play buttons, clicks and keys to one player, and moves needle and marks with it."""

    def __init__(self, page: FeedbackPage, player: TakePlayer) -> None:
        super().__init__(page)
        self._page, self._player = page, player
        self._turns: tuple[Spoken, ...] = ()
        self._audible = False
        self._place: tuple[int, float] | None = None
        self._evidence: Evidence | None = None
        self._loops = False
        player.moved.connect(self._on_moved)
        player.stopped.connect(self._on_stopped)
        page.play.clicked.connect(self.play_or_pause)
        page.speed.speed_chosen.connect(player.set_speed)
        page.speed.loop_chosen.connect(self._set_loop)
        page.strip.clause_chosen.connect(self._play_clause)
        page.strip.place_chosen.connect(self._play_from)
        page.transcript.word_chosen.connect(self.play_word)
        page.checks.play_wanted.connect(self.play_evidence)
        page.fix.play_wanted.connect(self.play_evidence)
        for stepper in (page.strip, page.transcript):
            stepper.stepped.connect(self.step)

    @property
    def playing(self) -> bool:
        """Whether something is being heard."""
        return self._player.playing

    def show_turns(self, turns: Sequence[Spoken]) -> None:
        """From now on these are played; silent until then."""
        self.stop()
        self._turns = tuple(turns)
        self._go_to(None)
        self.set_audible(any(turn.take and turn.take.frames for turn in turns))

    def set_audible(self, audible: bool) -> None:
        """Whether there is a recording; without one nothing can be played."""
        self._audible = audible
        self._page.play.setEnabled(audible)
        self._page.fix.play.setEnabled(audible)
        self._page.checks.set_audible(audible)

    @Slot()
    def play_or_pause(self) -> None:
        """Stop where it is, or go on from there (from the start after the end)."""
        if self._player.playing:
            place = self._place
            self._player.stop()
            self._go_to(place)
        elif self._turns:
            self._play_from(*(self._place or (self._turns[0].turn, 0.0)))

    @Slot(int, int)
    def play_word(self, turn: int, index: int) -> None:
        """One word, with a little around it."""
        word = next(spoken.words[index] for spoken in self._turns if spoken.turn == turn)
        if word.start_s is not None and word.end_s is not None:
            self._play(turn, max(0.0, word.start_s - _AROUND_WORD_S), word.end_s + _AROUND_WORD_S)
        self._page.transcript.show_current((turn, index))

    @Slot(object)
    def play_evidence(self, place: Evidence) -> None:
        """The words of a finding; once more stops them."""
        again = self._player.playing and self._evidence is place
        self._player.stop()
        if not again and place.start_s is not None:
            self._play(place.turn, place.start_s, place.end_s)
            self._evidence = place
            self._mark_evidence(place if self._player.playing else None)

    @Slot(int, bool)
    def step(self, step: int, by_clause: bool) -> None:
        """Go to the next or last word or clause; what is playing goes on from there."""
        here = self._page.transcript.current
        reached = (next_line if by_clause else next_word)(self._turns, here, step)
        if reached is None:
            return
        start = self._start_of(reached)
        if self._player.playing and start is not None:
            self._play_from(reached[0], start)
        elif start is not None:
            self._go_to((reached[0], start))
        self._page.transcript.show_current(reached)
        self._page.strip.show_word(reached)

    @Slot()
    def stop(self) -> None:
        """Silence."""
        self._player.stop()

    @Slot(object)
    def _play_clause(self, block: Block) -> None:
        self._play(block.turn, block.start_s, block.start_s + block.seconds)

    @Slot(int, float)
    def _play_from(self, turn: int, seconds: float) -> None:
        """From a place to the end of the last turn."""
        later = [
            Stretch(s.turn, s.take, seconds if s.turn == turn else 0.0)
            for s in self._turns
            if s.turn >= turn and s.take
        ]
        self._start(later)

    def _play(self, turn: int, start_s: float, end_s: float | None) -> None:
        takes = [s.take for s in self._turns if s.turn == turn and s.take]
        self._start([Stretch(turn, take, start_s, end_s) for take in takes])

    def _start(self, stretches: list[Stretch]) -> None:
        self._mark_evidence(None)
        if self._audible and stretches:
            looped = self._clause_of(stretches[0]) if self._loops else None
            self._player.play([looped] if looped else stretches, loop=looped is not None)
            self._page.play.set_playing(True)

    @Slot(bool)
    def _set_loop(self, loops: bool) -> None:
        """Repeat the clause that is being heard, or that is heard next; off: go on to its end this once."""
        self._loops = loops
        now = self._player.now
        if not loops:
            self._player.end_loop()
        elif now is not None and self._place is not None:
            self._start([replace(now, start_s=self._place[1])])

    def _clause_of(self, stretch: Stretch) -> Stretch | None:
        """The whole clause in which a stretch begins."""
        turn = next((turn for turn in self._turns if turn.turn == stretch.turn), None)
        # A word is cut out a little before it begins, which may lie in the clause before.
        found = line_at(turn, stretch.start_s + _AROUND_WORD_S) if turn else None
        return replace(stretch, start_s=found[0], end_s=found[1]) if found else None

    @Slot(int, float)
    def _on_moved(self, turn: int, seconds: float) -> None:
        self._go_to((turn, seconds))
        spoken = next((spoken for spoken in self._turns if spoken.turn == turn), None)
        index = word_at(spoken, seconds) if spoken else None
        self._page.transcript.show_playing((turn, index) if index is not None else None)

    @Slot()
    def _on_stopped(self) -> None:
        self._page.play.set_playing(False)
        self._page.transcript.show_playing(None)
        self._mark_evidence(None)
        self._go_to(None)

    def _go_to(self, place: tuple[int, float] | None) -> None:
        self._place = place
        self._page.strip.show_place(place)
        self._page.place.setText(clock_tenths(place[1] if place else 0.0))

    def _mark_evidence(self, place: Evidence | None) -> None:
        self._evidence = place
        self._page.checks.show_playing(place)
        self._page.fix.show_playing(place)

    def _start_of(self, word: WordAt) -> float | None:
        spoken = next(spoken for spoken in self._turns if spoken.turn == word[0])
        return spoken.words[word[1]].start_s
