"""Talking while the other side does: noticed on the audio clock, and kept where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soxr

from tests.trainer.test_session import Rig, babble, rig, samples_of
from trainer.audio import Pcm, Sound
from trainer.drills import Manners
from trainer.records import Attempt
from trainer.rigs.scripted import FileRig, Step

CALL = """
id = "one-call"
kind = "callback"
title = "One call"
industry = "logistics"
situation = "cold"
seller = "sam-reyes"
trains = "Interrupting."
difficulty = 1
default_message = "Something about invoices."

[prospect]
id = "dana-whitfield"
name = "Dana Whitfield"

[[prompts]]
id = "opening"
text = "Hi, Dana Whitfield, Northgate Logistics. You left me a message about Priya. What is this about?"
audio = "voices/callback-hurried-logistics-opening.ogg"
voice = "bf_emma"
"""
AT_S = 2.0
"""When the user begins to talk, after the line has begun."""


class Interrupting(FileRig):
    """A scripted user who begins to talk `at_s` after the line `tag` has begun.

    `echo`: says nothing, but the microphone hears the line.
    """

    def __init__(
        self, tag: str, said: Pcm, steps: Sequence[Step] = (), *, at_s: float = AT_S, echo: bool = False
    ) -> None:
        super().__init__(steps, 2, greets=True)
        self._tag, self._said, self._at_s, self._echo = tag, said, at_s, echo
        self.stopped_s: list[float] = []

    def play(self, tag: str, sound: Sound, *, ring: bool) -> None:
        start_s = max(self._now, self._sound_end)
        super().play(tag, sound, ring=ring)
        if tag == self._tag:
            self._mic_from = self.sample_at(start_s)
            if self._echo:
                heard = soxr.resample(sound.pcm, sound.rate, 16000).astype(np.float32) * 0.2
                self._speech.append((self.sample_at(start_s + 0.1), heard.astype(np.int16)))
            else:
                self._speech.append((self.sample_at(start_s + self._at_s), self._said))

    def stop_playing(self) -> None:
        super().stop_playing()
        self.stopped_s.append(self._now)


def call(made: Rig, user: Interrupting, scenario: str) -> Attempt:
    """Hold the whole call; the user hangs up 3 s after it is their turn."""
    casting = made.worker.cast(scenario, "sam-reyes")
    live = made.worker.calls.placing.place("01K0000000000000000000TEST", casting, user, Manners())
    live.begin()
    for event in user.events():
        live.handle(event)
        if live.ended:
            break
    return made.worker.store.do(lambda store: store.attempt("01K0000000000000000000TEST")).result()


def write(data_dir: Path, text: str) -> None:
    (data_dir / "scenarios").mkdir(parents=True)
    (data_dir / "scenarios" / "one-call.toml").write_text(text)


def event(attempt: Attempt, name: str) -> tuple[float, str]:
    (found,) = [one for one in attempt.events if one.name == name]
    return found.at_s, found.detail


def test_the_caller_stops_and_what_was_said_over_the_line_belongs_to_the_reply(tmp_path: Path) -> None:
    write(tmp_path, CALL)
    said = babble(2.0)
    with rig(tmp_path) as made:
        user = Interrupting("line-opening", said)
        attempt = call(made, user, "one-call")
    started_s = event(attempt, "line-started")[0]
    noticed_s, line = event(attempt, "spoke-over")
    assert line == "opening"
    assert noticed_s == pytest.approx(started_s + AT_S, abs=0.06)
    assert user.stopped_s[-1] - (started_s + AT_S) < 0.25  # a voice is known after 96 ms, blocks are 100 ms
    reply = attempt.turns[1]
    assert reply.take
    assert said[1600:].tobytes()[:32000] in samples_of(tmp_path, attempt, 1).tobytes()
    assert reply.timing.first_word_latency_s is not None
    assert -0.3 < reply.timing.first_word_latency_s < 0


def test_a_caller_who_does_not_yield_is_heard_out_and_the_words_are_kept(tmp_path: Path) -> None:
    write(tmp_path, CALL + "yields = false\n")
    said = babble(1.5)
    with rig(tmp_path) as made:
        user = Interrupting("line-opening", said)
        attempt = call(made, user, "one-call")
    started_s, ended_s = event(attempt, "line-started")[0], event(attempt, "line-ended")[0]
    assert ended_s - started_s > AT_S + 1.5
    assert event(attempt, "spoke-over")[1] == "opening"
    assert said[1600:].tobytes()[:32000] in samples_of(tmp_path, attempt, 1).tobytes()


def test_the_loudspeaker_in_the_microphone_is_nobody_talking(tmp_path: Path) -> None:
    write(tmp_path, CALL)
    with rig(tmp_path) as made:
        user = Interrupting("line-opening", babble(0.1), echo=True)
        attempt = call(made, user, "one-call")
    assert "spoke-over" not in [one.name for one in attempt.events]
    assert event(attempt, "line-ended")[0] - event(attempt, "line-started")[0] > 4


def test_talking_over_a_greeting_is_noticed_and_nothing_of_it_is_recorded(tmp_path: Path) -> None:
    said = babble(1.0)
    with rig(tmp_path) as made:
        user = Interrupting("greeting", said, [Step("wait", seconds=1.0)])
        attempt = call(made, user, "voicemail-referral-logistics")
    assert event(attempt, "spoke-over")[1] == "greeting"
    assert not samples_of(tmp_path, attempt, 0).any()


def test_the_first_second_of_a_line_cannot_be_talked_away(tmp_path: Path) -> None:
    write(tmp_path, CALL)
    with rig(tmp_path) as made:
        user = Interrupting("line-opening", babble(0.4), at_s=0.2)
        attempt = call(made, user, "one-call")
    assert event(attempt, "line-ended")[0] - event(attempt, "line-started")[0] > 4
