"""Where everything on the strip stands, in seconds of its one axis; no painting here.

The turns of a call back follow each other on the axis, each starting at 0 of its own take, with a gap where
the other side spoke.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trainer.records import Band, Part
from ui import theme
from ui.models.phrasing import PART_SHORT, PART_WORDS
from ui.models.spoken import PAUSE_S, Spoken, WordAt

MARKS_S = (9, 20, 30)
"""Seconds that are marked on the axis (guidance.md 5)."""
_LEAST_AXIS_S = 32.0
_ROOM_AFTER_S = 2.0
_BETWEEN_TURNS_S = 1.2
_TO_SPARE_PX = 12

Measure = Callable[[str], float]
"""Width of a text in px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The stretch of the axis that belongs to one turn."""

    turn: int
    title: str
    begin_s: float
    seconds: float
    first_word_latency_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One clause, or a silence (`part` None), from `begin_s` to `end_s` on the axis."""

    turn: int
    part: Part | None
    begin_s: float
    end_s: float
    start_s: float
    """Seconds from the start of the turn's take."""
    seconds: float
    """How long it was spoken; a block reaches a little further where a short pause follows."""
    quote: str
    first_word: int
    last_word: int

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return PART_WORDS[self.part] if self.part else "silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of the time band with its look and its words."""

    begin_s: float
    end_s: float
    soft: theme.Tone
    strong: theme.Tone | None
    words: str


def lay_lanes(turns: Sequence[Spoken]) -> tuple[Lane, ...]:
    """The turns one after another, with a gap between."""
    lanes: list[Lane] = []
    begin = 0.0
    for turn in turns:
        lanes.append(
            Lane(
                turn=turn.turn,
                title=turn.title,
                begin_s=begin,
                seconds=turn.seconds,
                first_word_latency_s=turn.first_word_latency_s,
            )
        )
        begin += turn.seconds + _BETWEEN_TURNS_S
    return tuple(lanes)


def is_named(lanes: Sequence[Lane]) -> bool:
    """Whether the axis names turns; it then has no marks and no band, which count from one beep."""
    return any(lane.title for lane in lanes)


def axis_end_s(lanes: Sequence[Lane]) -> float:
    """The larger of 32 s and what was said plus 2 s."""
    said = max((lane.begin_s + lane.seconds for lane in lanes), default=0.0)
    return max(_LEAST_AXIS_S, said + _ROOM_AFTER_S)


def lay_blocks(turns: Sequence[Spoken], lanes: Sequence[Lane]) -> tuple[Block, ...]:
    """Every clause that has times, and the silences before and between them."""
    blocks: list[Block] = []
    for turn, lane in zip(turns, lanes, strict=True):
        blocks.extend(_lane_blocks(turn, lane.begin_s))
    return tuple(blocks)


def place_of(lanes: Sequence[Lane], turn: int, seconds: float) -> float | None:
    """Where a moment of a turn is on the axis; None if the turn is not shown."""
    return next((lane.begin_s + seconds for lane in lanes if lane.turn == turn), None)


def moment_at(lanes: Sequence[Lane], axis_s: float) -> tuple[int, float] | None:
    """Turn and second of its take at a place on the axis; None between the turns and after the last."""
    for lane in lanes:
        if lane.begin_s <= axis_s <= lane.begin_s + lane.seconds:
            return lane.turn, axis_s - lane.begin_s
    return None


def block_of(blocks: Sequence[Block], word: WordAt) -> Block | None:
    """The clause that holds a word."""
    turn, index = word
    return next(
        (b for b in blocks if b.part and b.turn == turn and b.first_word <= index <= b.last_word), None
    )


def zones(band: Band, end_s: float) -> tuple[Zone, ...]:
    """The time band of a guide up to `end_s`. Before the good length it stays grey: the end decides."""
    wanted = (
        (0.0, band.near_from, "sunken", None, "too short"),
        (band.near_from, band.good_from, "sunken", None, "short"),
        (band.good_from, band.good_to, "leaf_soft", "leaf", "good length"),
        (band.good_to, band.near_to, "amber_soft", "amber", "getting long"),
        (band.near_to, end_s, "brick_soft", "brick", "too long"),
    )
    made: list[Zone] = []
    for begin, end, soft, strong, words in wanted:
        if begin < min(end, end_s):
            made.append(Zone(begin_s=begin, end_s=min(end, end_s), soft=soft, strong=strong, words=words))  # type: ignore[arg-type]
    return tuple(made)


def label_inside(block: Block, width_px: float, measure: Measure) -> str:
    """The name that fits into a block `width_px` wide with 12 px to spare: full, short, or ""."""
    if block.part is None:
        return ""
    for name in (PART_WORDS[block.part], PART_SHORT.get(block.part)):
        if name and measure(name) + _TO_SPARE_PX <= width_px:
            return name
    return ""


def free_of(taken: Sequence[tuple[float, float]], left: float, right: float, width: float) -> float | None:
    """The leftmost x in `left`..`right` where `width` px touch none of `taken` (left, right; sorted)."""
    x = left
    for begin, end in taken:
        if x < end and begin < x + width:
            x = end
    return x if x + width <= right else None


def as_sentence(blocks: Sequence[Block], seconds: float) -> str:
    """The ribbon read aloud: "Greeting 1 second, who I am 2, why 5; 26 seconds in all."."""
    if not blocks:
        return f"{_whole(seconds)} seconds in all."
    parts = [f"{block.name} {_whole(block.seconds)}" for block in blocks]
    unit = " second" if _whole(blocks[0].seconds) == "1" else " seconds"
    first = parts[0][:1].upper() + parts[0][1:] + unit
    return f"{', '.join([first, *parts[1:]])}; {_whole(seconds)} seconds in all."


def _whole(seconds: float) -> str:
    return str(round(seconds)) if seconds >= 0.5 else "under 1"


def _lane_blocks(turn: Spoken, begin_s: float) -> list[Block]:
    timed = [(c.start_s, c.end_s, c) for c in turn.clauses if c.start_s is not None and c.end_s is not None]
    blocks: list[Block] = []
    if timed and timed[0][0] >= PAUSE_S:
        blocks.append(_silence(turn.turn, begin_s, 0.0, timed[0][0]))
    for (start, end, clause), after in zip(timed, [*timed[1:], None], strict=False):
        following = after[0] if after else None
        close = following is not None and following - end < PAUSE_S
        blocks.append(
            Block(
                turn=turn.turn,
                part=clause.part,
                begin_s=begin_s + start,
                end_s=begin_s + (following if close and following is not None else end),
                start_s=start,
                seconds=max(0.0, end - start),
                quote=clause.quote,
                first_word=clause.first_word,
                last_word=clause.last_word,
            )
        )
        if following is not None and not close:
            blocks.append(_silence(turn.turn, begin_s, end, following))
    return blocks


def _silence(turn: int, begin_s: float, start: float, end: float) -> Block:
    return Block(
        turn=turn, part=None, begin_s=begin_s + start, end_s=begin_s + end, start_s=start,
        seconds=end - start, quote="", first_word=-1, last_word=-1,
    )  # fmt: skip


def divisions(lanes: Sequence[Lane]) -> tuple[tuple[float, float], ...]:
    """The gaps between the turns, where the other side spoke."""
    return tuple((before.begin_s + before.seconds, after.begin_s) for before, after in pairwise(lanes))
