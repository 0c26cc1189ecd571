"""Stored attempts as the window asks for them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.trainer.test_session import VOICEMAIL, babble, from_files, rig
from trainer.errors import AudioChanged, BadInput
from trainer.rigs.scripted import Step


def test_the_samples_are_what_was_said(tmp_path: Path) -> None:
    said = babble(2.0)
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=said))
        take = attempt.turns[0].take
        assert take
        pcm = made.worker.review.pcm(take).result(timeout=20)
    assert np.array_equal(np.frombuffer(pcm, "<i2"), said)


def test_another_sound_in_the_place_of_a_recording_is_not_taken_for_it(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        take = attempt.turns[0].take
        assert take
        path = tmp_path / take.path
        path.write_bytes(path.read_bytes()[:-2] + b"\x01\x01")
        with pytest.raises(AudioChanged, match="has been changed"):
            made.worker.review.pcm(take).result(timeout=20)
        path.unlink()
        with pytest.raises(BadInput):
            made.worker.review.pcm(take).result(timeout=20)
        assert made.worker.review.attempt(attempt.id).result(timeout=20) == attempt
