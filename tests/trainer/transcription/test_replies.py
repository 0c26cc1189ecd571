"""What is taken from the recogniser's child, and what is not."""

from __future__ import annotations

import json

import pytest

from trainer.records import Word
from trainer.transcription.replies import (
    AllWords,
    Failed,
    Forgotten,
    Loaded,
    NoReply,
    Reply,
    WordsSoFar,
    read_reply,
)


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        (b'{"streams": true, "load_s": 0.4}', Loaded(True, 0.4)),
        (b'{"text": null}', WordsSoFar(None)),
        (b'{"text": "so far"}', WordsSoFar("so far")),
        (
            b'{"words": [["hi", 0, 0.4, null]], "decode_s": 1}',
            AllWords((Word(word="hi", start_s=0.0, end_s=0.4),), 1.0),
        ),
        (b'{"failed": "why"}', Failed("why")),
        (b"{}", Forgotten()),
    ],
)
def test_what_the_child_says(line: bytes, reply: Reply) -> None:
    assert read_reply(line) == reply


@pytest.mark.parametrize(
    "line",
    [
        *(b"", b"[]", b"null", b"7", b'{"half', b"\xff", b'{"other": 1}', b"[" * 100_000),
        *(b'{"streams": 1, "load_s": 0.4}', b'{"streams": true}', b'{"text": 7}', b'{"failed": null}'),
        b'{"words": [["hi", NaN, 0.4, null]], "decode_s": 1}',
        b'{"words": [["hi", 1e999, 0.4, null]], "decode_s": 1}',
        *(
            json.dumps({"words": [row], "decode_s": 0.1}).encode()
            for row in (
                7,
                [],
                ["hi"],
                [None, 0, 1, 1],
                ["hi", "0", 1, 1],
                ["hi", True, 1, 1],
                ["hi", 10**400, 1, 1],
            )
        ),
    ],
)
def test_anything_else_is_no_answer(line: bytes) -> None:
    with pytest.raises(NoReply):
        read_reply(line)
