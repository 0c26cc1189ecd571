"""What the judge finds in messages that people tagged sentence by sentence, so that it does not fall back.

The form of the files and the meaning of the tags are in tests/messages/README.md. No context is given: names
and firms are unknown here, so the figures are a little lower than in use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from trainer.analysis import judge
from trainer.contract import read_request
from trainer.records import Guide

TAGGED = Path(__file__).parents[2] / "messages" / "tagged"
KINDS = {"v": "voicemail", "c": "callback", "e": "elevator"}
PLAIN = Guide(id="plain", title="Plain", author="us", stance="counts nothing", counts={})
UNTAGGED = "."
FLOORS = {
    "no-product-pitch": ("P", 0.77),
    "no-company-pitch": ("C", 0.78),
    "no-justification": ("J", 0.76),
    "no-appointment": ("A", 0.84),
    "no-email": ("E", 0.94),
    "no-website": ("W", 0.93),
    "their-concern": ("N", 0.69),
    "value-for-them": ("V", 0.55),
    "reason-to-call": ("R", 0.61),
}
"""By check its tag and the F1 below which it must not fall, a little under what was reached."""


@dataclass(frozen=True)
class Message:
    kind: str
    sentences: tuple[tuple[str, str], ...]
    """Tags and words of each sentence."""

    @property
    def text(self) -> str:
        return " ".join(words for _, words in self.sentences)

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(tag for tags, _ in self.sentences for tag in tags)


def messages(path: Path) -> Iterator[Message]:
    for block in path.read_text("utf-8").split("\n\n"):
        kind, *lines = block.strip().splitlines()
        sentences = tuple((tags, words) for tags, _, words in (line.partition(" ") for line in lines))
        yield Message(KINDS[kind.removeprefix("#")], sentences)


@cache
def found() -> tuple[tuple[frozenset[str], dict[str, str]], ...]:
    """The tags of each voicemail, and what the judge decides of it, by check."""
    return tuple(
        (
            message.tags,
            {one.check: one.outcome for one in judge(read_request(request_of(message)), PLAIN).findings},
        )
        for path in sorted(TAGGED.glob("*.txt"))
        for message in messages(path)
        if message.kind == "voicemail"
    )


def request_of(message: Message) -> dict[str, object]:
    return {"kind": message.kind, "text": message.text, "context": {}}


def test_every_sentence_has_words_and_known_tags() -> None:
    known = {tag for tag, _ in FLOORS.values()} | set("TSQ")
    for path in TAGGED.glob("*.txt"):
        for message in messages(path):
            for tags, words in message.sentences:
                assert words, (path.name, message.text)
                assert tags == UNTAGGED or set(tags) <= known, (path.name, tags, words)


@pytest.mark.parametrize("check", FLOORS)
def test_f1_does_not_fall(check: str) -> None:
    tag, floor = FLOORS[check]
    telling = "missed" if check.startswith("no-") else "met"
    count = Counter((tag in tags, outcomes[check] == telling) for tags, outcomes in found())
    hits, wrong = count[True, True], count[True, False] + count[False, True]
    f1 = 2 * hits / (2 * hits + wrong)
    print(
        f"{check}: F1 {f1:.3f} on {len(found())} messages, {hits + count[True, False]} of them tagged {tag}"
    )
    assert f1 >= floor
