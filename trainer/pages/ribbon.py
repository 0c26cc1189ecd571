"""Where the seconds of each reply went, as a picture with its key.

Where the reply can be heard its parts are buttons, walked through as in a toolbar: a press plays from there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from trainer.records import Clause, Part

PARTS: dict[Part, str] = {
    "greeting": "Greeting", "who": "Who I am", "reason": "Why", "for-you": "For you", "ask": "The ask",
    "number": "Number", "selling": "Selling", "second-ask": "Second ask", "close": "Close",
    "padding": "Other words",
}  # fmt: skip
_WIDTH, _HEIGHT = 1000, 44
"""Units that a ribbon is drawn in; the page stretches it."""


@dataclass(frozen=True, slots=True)
class _Block:
    turn: int
    part: Part
    start_s: float
    end_s: float

    @property
    def seconds(self) -> float:
        return self.end_s - self.start_s


def ribbons(clauses: Sequence[Clause], turns: int, heard: Collection[int]) -> Iterator[str]:
    """One for each of `turns` replies whose clauses have times, with a heading where there are several.

    `heard`: the replies whose recordings are on the page.
    """
    for turn in range(turns):
        blocks = [
            _Block(turn, one.part, one.start_s, one.end_s)
            for one in clauses
            if one.turn == turn and one.start_s is not None and one.end_s is not None
        ]
        if blocks:
            heading = f"<h3>Reply {turn + 1}</h3>\n" if turns > 1 else ""
            yield heading + (_keyboard(blocks) if turn in heard else _picture(blocks)) + _key(blocks)


def swatch(part: Part) -> str:
    """The colour of a part, for the eye alone."""
    return f'<span class="swatch {part}" aria-hidden="true"></span>'


def _keyboard(blocks: Sequence[_Block]) -> str:
    """Its parts can be pressed; Tab comes to one of them, the arrows go to the others."""
    boxes = [
        f' role="button" tabindex="{-1 if number else 0}" aria-label="{_told(block.part, block.seconds)}"'
        f' data-turn="{block.turn}" data-start="{block.start_s:.3f}"'
        for number, block in enumerate(blocks)
    ]
    name = f"Parts of reply {blocks[0].turn + 1}"
    return _drawing(blocks, boxes, f'role="toolbar" aria-label="{name}"')


def _picture(blocks: Sequence[_Block]) -> str:
    aloud = ", ".join(_told(block.part, block.seconds) for block in blocks)
    return _drawing(blocks, [""] * len(blocks), f'role="img" aria-label="{aloud}"')


def _drawing(blocks: Sequence[_Block], attributes: Sequence[str], told: str) -> str:
    """`attributes`: more of them for each box; `told`: what the whole is to a screen reader."""
    end = max(1.0, *(block.end_s for block in blocks))
    boxes = "".join(
        f'<rect class="{block.part}" x="{block.start_s / end * _WIDTH:.1f}" y="0"'
        f' width="{block.seconds / end * _WIDTH:.1f}" height="{_HEIGHT}"{more}>'
        f"<title>{_told(block.part, block.seconds)}</title></rect>"
        for block, more in zip(blocks, attributes, strict=True)
    )
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none" {told}>{boxes}</svg>\n'
        f'<p class="axis" aria-hidden="true"><span>0 s</span><span>{end:.1f} s</span></p>\n'
    )


def _key(blocks: Sequence[_Block]) -> str:
    """The parts in the order in which they come first, each with all its seconds."""
    seconds: dict[Part, float] = {}
    for block in blocks:
        seconds[block.part] = seconds.get(block.part, 0.0) + block.seconds
    lines = "".join(f"<li>{swatch(part)}{_told(part, sum_s)}</li>" for part, sum_s in seconds.items())
    return f'<ul class="key">{lines}</ul>'


def _told(part: Part, seconds: float) -> str:
    return f"{PARTS[part]} {seconds:.1f} s"
