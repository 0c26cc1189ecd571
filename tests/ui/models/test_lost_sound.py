from __future__ import annotations

import pytest

from ui.models.lost_sound import lost_words


@pytest.mark.parametrize(
    ("takes", "words"),
    [
        ((), ""),
        ((2,), "The recording of take 2 is missing, so it cannot be played."),
        ((1, 3), "The recordings of takes 1 and 3 are missing, so they cannot be played."),
        ((1, 2, 3), "The recordings of takes 1, 2 and 3 are missing, so they cannot be played."),
    ],
)
def test_lost_recordings_are_told_by_the_numbers_of_their_takes(takes: tuple[int, ...], words: str) -> None:
    assert lost_words(takes) == words
