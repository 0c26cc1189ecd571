"""One part of a message said again: recorded, heard, judged in its place, and never counted."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from tests.fakes import Vanish, blocks_of, silence
from tests.trainer.test_session import VOICEMAIL, Rig, babble, from_files, rig
from trainer import events
from trainer.audio import DeviceReplaced
from trainer.errors import BadInput, DeviceError
from trainer.practice.retake import Place, Retaken
from trainer.records import SAMPLE_RATE, Attempt
from trainer.rigs.scripted import Step

MESSAGE = (
    "hello dana this is sam reyes at fieldline please call me back on oh one one three four nine six oh one"
    " oh seven or send me an email thanks"
)
NEW = "that is all i need"


def said(made: Rig) -> tuple[Attempt, Place]:
    """A message, and its last eight words as what to say again."""
    attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(4.0)))
    words = attempt.turns[0].transcript.words
    first, last = len(words) - 6, len(words) - 2
    place = Place(
        check="no-email", turn=0, first_word=first, last_word=last,
        start_s=words[first].start_s, end_s=words[last].end_s,
    )  # fmt: skip
    return attempt, place


def speak(made: Rig, *script: object) -> None:
    made.settle()
    made.microphone.script = [block for part in script for block in blocks_of(part)]  # type: ignore[arg-type]
    made.microphone.deliver(len(made.microphone.script))
    made.settle()


def retake(made: Rig, attempt: Attempt, place: Place) -> Retaken:
    done = made.worker.retakes.start(attempt.id, place)
    speak(made, silence(0.4), babble(1.5), silence(0.4))
    made.worker.retakes.finish()
    result = done.result(timeout=20)
    assert result is not None
    return result


def test_a_part_is_recorded_heard_and_judged_in_its_place(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE, NEW]) as made:
        attempt, place = said(made)
        result = retake(made, attempt, place)
        assert (result.said_before, result.said) == ("or send me an email", NEW)
        assert result.outcome == "met"
        assert result.reply_s < result.reply_before_s + result.seconds
        (kept,) = made.attempts()
        assert kept.feedback == attempt.feedback
        assert kept.turns[0].take == attempt.turns[0].take
        take = kept.turns[0].takes[-1]
        assert (take.purpose, take.sha256 is not None) == ("retake", True)
        assert made.worker.retakes.last(attempt.id).result(timeout=20) == result
        assert not made.microphone.is_open
        assert [tag.partition(":")[2] for tag, _, _ in made.player.played][-1] == "beep"


def test_what_is_played_is_the_message_with_the_new_part_and_nothing_of_it_is_stored(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE, NEW]) as made:
        attempt, place = said(made)
        files = set(tmp_path.rglob("*.wav"))
        result = retake(made, attempt, place)
        pcm = np.frombuffer(made.worker.retakes.whole(result).result(timeout=20), dtype="<i2")
        assert len(files ^ set(tmp_path.rglob("*.wav"))) == 1
    with wave.open(str(tmp_path / result.original.path)) as file:
        original = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    first, last = round(place.start_s * SAMPLE_RATE), round(place.end_s * SAMPLE_RATE)
    assert np.array_equal(pcm[:first], original[:first])
    assert np.array_equal(pcm[len(pcm) - (len(original) - last) :], original[last:])
    assert len(pcm) == pytest.approx(len(original) - (last - first) + result.seconds * SAMPLE_RATE, abs=2)


def test_the_cue_is_no_part_of_it(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE, NEW]) as made:
        attempt, place = said(made)
        made.player.hold = True
        done = made.worker.retakes.start(attempt.id, place)
        speak(made, babble(1.0))
        assert made.worker.retakes.recording()
        assert made.worker.retakes.seconds() == 0.0
        made.worker.retakes.cancel()
        assert done.result(timeout=20) is None


def test_what_is_cancelled_or_taken_back_is_gone_with_its_sound(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE, NEW]) as made:
        attempt, place = said(made)
        before = set(tmp_path.rglob("*.wav"))
        done = made.worker.retakes.start(attempt.id, place)
        speak(made, babble(1.0))
        made.worker.retakes.cancel()
        assert done.result(timeout=20) is None
        assert made.attempts()[0].turns == attempt.turns
        result = retake(made, attempt, place)
        made.worker.retakes.remove(result).result(timeout=20)
        assert set(tmp_path.rglob("*.wav")) == before
        assert made.worker.retakes.last(attempt.id).result(timeout=20) is None


def test_silence_is_told_and_not_kept(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE]) as made:
        attempt, place = said(made)
        done = made.worker.retakes.start(attempt.id, place)
        speak(made, silence(1.0))
        made.worker.retakes.finish()
        with pytest.raises(BadInput, match="Nothing was heard"):
            done.result(timeout=20)
        assert made.attempts()[0].turns == attempt.turns


def test_without_a_microphone_or_in_a_call_nothing_is_recorded(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE]) as made:
        attempt, place = said(made)
        made.microphone.refuses = "There is no microphone."
        with pytest.raises(DeviceError, match="no microphone"):
            made.worker.retakes.start(attempt.id, place).result(timeout=20)
        made.microphone.refuses = None
        made.worker.calls.start(VOICEMAIL)
        with pytest.raises(DeviceError, match="A call is on"):
            made.worker.retakes.start(attempt.id, place).result(timeout=20)


def test_a_microphone_that_is_another_one_is_said_in_a_retake_too(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE]) as made:
        attempt, place = said(made)
        made.worker.retakes.start(attempt.id, place)
        made.settle()
        made.microphone.sink(DeviceReplaced("The microphone is now 'Laptop'."))
        assert made.until(events.Trouble).message == "The microphone is now 'Laptop'."
        made.worker.retakes.cancel()


def test_a_microphone_that_goes_ends_it_and_the_message_stays(tmp_path: Path) -> None:
    with rig(tmp_path, hears=[MESSAGE]) as made:
        attempt, place = said(made)
        done = made.worker.retakes.start(attempt.id, place)
        made.settle()
        made.microphone.script = [*blocks_of(babble(0.5)), Vanish("It vanished.")]
        made.microphone.deliver(len(made.microphone.script))
        with pytest.raises(DeviceError, match="It vanished"):
            done.result(timeout=20)
        assert made.attempts()[0].turns == attempt.turns
