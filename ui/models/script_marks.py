"""Where the clauses and findings of a judged script stand in its text, in characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from trainer.records import Part
from trainer.scripts.checking import Checked, places
from ui.models.marks import marks
from ui.models.script_words import spoken_script

Stretch = tuple[int, int]
"""The first character, and the one after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptMarks:
    """Stretches of the text by what they are."""

    clauses: tuple[tuple[Stretch, Part], ...] = ()
    firsts: tuple[int, ...] = ()
    """The places of the words with which the clauses begin."""
    fix: tuple[Stretch, ...] = ()
    missed: tuple[Stretch, ...] = ()
    """The fix's own are among them."""

    def moved(self, place: Callable[[int], int]) -> ScriptMarks:
        """The same with every character's place as `place` has it."""

        def both(stretch: Stretch) -> Stretch:
            return place(stretch[0]), place(stretch[1])

        return ScriptMarks(
            clauses=tuple((both(stretch), part) for stretch, part in self.clauses),
            firsts=self.firsts,
            fix=tuple(map(both, self.fix)),
            missed=tuple(map(both, self.missed)),
        )


def script_marks(text: str, checked: Checked) -> ScriptMarks:
    """Of `text` as it was judged."""
    words, ribbon = places(text), checked.feedback.ribbon
    found = marks(checked.feedback, (spoken_script(checked),), delivery_marks=False)
    return ScriptMarks(
        clauses=tuple(((words[one.first_word][0], words[one.last_word][1]), one.part) for one in ribbon),
        firsts=tuple(one.first_word for one in ribbon),
        fix=_stretches((index for _, index in found.fix), words),
        missed=_stretches((index for _, index in found.missed), words),
    )


def _stretches(indexes: Iterable[int], words: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Neighbouring words as one stretch."""
    numbered = enumerate(sorted(indexes))
    runs = (tuple(index for _, index in run) for _, run in groupby(numbered, lambda one: one[1] - one[0]))
    return tuple((words[run[0]][0], words[run[-1]][1]) for run in runs)


def bar_of(marked: ScriptMarks, begin: int, end: int) -> tuple[tuple[Part, float], ...]:
    """The parts of a line from `begin` to `end` with their shares (together 1), in order; () for no words."""
    shares = [
        (part, min(last, end) - max(first, begin))
        for (first, last), part in marked.clauses
        if first < end and begin < last
    ]
    whole = sum(letters for _, letters in shares)
    return tuple((part, letters / whole) for part, letters in shares) if whole else ()
