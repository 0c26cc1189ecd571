"""One attempt end to end with fake devices and a fake recogniser: what is kept is what was said."""

from __future__ import annotations

import hashlib
import queue
import shutil
import wave
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from tests.fakes import FakeMicrophone, FakePlayer, FakeRecogniser, Vanish, VirtualClock, blocks_of, silence
from trainer import events
from trainer.audio import DeviceReplaced, Pcm
from trainer.cli.happened import events_text
from trainer.cli.printing import attempt_text, parting_line
from trainer.errors import BadInput, RecogniserError, WorldError
from trainer.records import SAMPLE_RATE, Attempt
from trainer.rigs.scripted import Step
from trainer.worker import Worker

VOICEMAIL, CALLBACK = "voicemail-referral-logistics", "callback-hurried-logistics"
WORDS = "hello dana this is sam reyes at fieldline"
_ON_THE_LINE = ("line-started", "line-ended", "beep")
Event = TypeVar("Event", bound=events.CoreEvent)


def babble(seconds: float) -> Pcm:
    """Something that voice activity takes for speech: a shipped prompt, from its first sound."""
    return _speech()[: round(seconds * SAMPLE_RATE)].copy()


@cache
def _speech() -> Pcm:
    import soxr

    from trainer.audio.files import load_sound
    from trainer.paths import ASSETS

    sound = load_sound(next(iter(sorted((ASSETS / "samples").glob("ready-callback.*")))))
    pcm = soxr.resample(sound.pcm, sound.rate, SAMPLE_RATE).astype(np.int16)
    return pcm[int(np.argmax(np.abs(pcm) > 1000)) :]


class Rig:
    """A worker whose devices and recogniser are fakes, and what it announced."""

    def __init__(self, data_dir: Path, *, hears: list[str] | None = None, **recogniser: object) -> None:
        self.announced: queue.SimpleQueue[events.CoreEvent] = queue.SimpleQueue()
        self.seen: list[events.CoreEvent] = []
        self.clock = VirtualClock()
        self.recognisers: list[FakeRecogniser] = []

        def make(_: object, sink: Callable[[object], None]) -> FakeRecogniser:
            self.recognisers.append(FakeRecogniser(sink, hears or [WORDS], **recogniser))  # type: ignore[arg-type]
            return self.recognisers[-1]

        def player(sink: Callable[[object], None], _: Worker) -> FakePlayer:
            self.player = FakePlayer(sink)
            return self.player

        def microphone(sink: Callable[[object], None], _: Worker) -> FakeMicrophone:
            self.microphone = FakeMicrophone(sink)
            return self.microphone

        self.worker = Worker(
            data_dir,
            self.announced.put,
            make_player=player,
            make_microphone=microphone,
            make_recogniser=make,
            engine="embedded",
        )
        self.worker.open()

    def until(self, kind: type[Event]) -> Event:
        """The next announcement of that kind."""
        while True:
            event = self.announced.get(timeout=20)
            self.seen.append(event)
            if isinstance(event, kind):
                return event

    def settle(self) -> None:
        """Wait until the session has dealt with everything so far."""
        settled: Future[None] = Future()
        self.worker.calls._post(lambda: settled.set_result(None))
        settled.result(timeout=20)

    def attempts(self) -> list[Attempt]:
        rows = self.worker.review.rows().result()
        return [self.worker.review.attempt(row.id).result() for row in rows]


@contextmanager
def rig(data_dir: Path, **options: object) -> Iterator[Rig]:
    made = Rig(data_dir, **options)  # type: ignore[arg-type]
    with closing(made.worker):
        yield made


def from_files(made: Rig, scenario: str, *steps: Step) -> Attempt:
    worker = made.worker
    return worker.calls.from_files(worker.cast(scenario, "sam-reyes"), steps).result(timeout=30)


def samples_of(data_dir: Path, attempt: Attempt, turn: int = 0) -> Pcm:
    take = attempt.turns[turn].take
    assert take
    with wave.open(str(data_dir / take.path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (SAMPLE_RATE, 1, 2)
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def test_an_answer_from_a_file_is_kept_to_the_sample_heard_and_judged(tmp_path: Path) -> None:
    answer = np.concatenate([silence(0.5), babble(3.0)])
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=answer))
    take = attempt.turns[0].take
    assert take
    assert attempt.state == "judged"
    assert attempt.feedback
    assert attempt.seller.id == "sam-reyes"
    assert attempt.turns[0].transcript
    assert attempt.turns[0].transcript.text == WORDS
    assert np.array_equal(samples_of(tmp_path, attempt), answer)
    assert take.sha256 == hashlib.sha256((tmp_path / take.path).read_bytes()).hexdigest()
    assert take.first_word_latency_s == pytest.approx(0.5, abs=0.06)
    names = [event.name for event in attempt.events]
    assert [name for name in names if name in _ON_THE_LINE] == ["line-started", "line-ended", "beep"]


def test_more_answers_than_turns_are_refused_and_nothing_is_stored(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        with pytest.raises(BadInput, match="2 answers but this scenario listens once"):
            from_files(made, VOICEMAIL, Step("say", pcm=babble(1)), Step("say", pcm=babble(1)))
        assert made.attempts() == []


def test_a_missing_answer_is_silence_and_set_aside(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("wait", seconds=1.0))
    assert attempt.state == "set-aside"
    assert "nothing but silence" in attempt.note
    assert "microphone" not in attempt.note
    assert attempt.turns[0].take
    assert attempt.turns[0].take.seconds == pytest.approx(3.0)


def test_one_answer_to_a_call_back_is_the_reply_and_two_are_greeting_and_reply(tmp_path: Path) -> None:
    reply, hello = np.concatenate([silence(0.3), babble(2.0)]), babble(0.8)
    own_scenario(tmp_path, "one-line", ONE_LINE)
    with rig(tmp_path, hears=["", WORDS]) as made:
        one = from_files(made, "one-line", Step("say", pcm=reply))
        two = from_files(
            made, "one-line", Step("wait", seconds=7.0), Step("say", pcm=hello), Step("say", pcm=reply)
        )
    assert [turn.prompt_id is None for turn in one.turns] == [True, False]
    assert np.array_equal(samples_of(tmp_path, one, 1), reply)
    assert np.array_equal(samples_of(tmp_path, two, 0)[: len(hello)], hello)
    assert np.array_equal(samples_of(tmp_path, two, 1), reply)
    assert one.turns[1].timing.pick_up_s == 0.0
    assert two.turns[1].timing.pick_up_s == 7.0
    assert one.turns[1].timing.after == "opening"
    assert one.turns[1].timing.first_word_latency_s == pytest.approx(0.3, abs=0.06)


def test_a_long_greeting_and_the_reply_after_it_are_kept_whole(tmp_path: Path) -> None:
    hello = np.concatenate([silence(0.3), babble(4.0), silence(2.0)])
    reply = np.concatenate([silence(0.3), babble(3.0)])
    own_scenario(tmp_path, "one-line", ONE_LINE)
    with rig(tmp_path, hears=["", WORDS]) as made:
        attempt = from_files(made, "one-line", Step("say", pcm=hello), Step("say", pcm=reply))
    greeting = attempt.turns[0].take
    assert greeting
    assert 4.3 <= greeting.seconds <= 5.5  # the caller speaks a moment after the greeting's end
    assert np.array_equal(samples_of(tmp_path, attempt, 1), reply)


def test_a_take_that_could_not_be_heard_waits_and_can_be_heard_later(tmp_path: Path) -> None:
    with rig(tmp_path, fails="The engine crashed.") as made:
        with pytest.raises(RecogniserError, match="crashed"):
            from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        (attempt,) = made.attempts()
        assert attempt.state == "waiting"
        made.recognisers[0].fails = ""
        again = made.worker.review.hear_again(attempt.id).result(timeout=20)
    assert again.state == "judged"
    assert again.turns[0].transcript


def live_message(made: Rig, spoken: Pcm, *, before: Pcm) -> None:
    """Dial, hear the greeting and the beep, then speak."""
    made.worker.calls.start(VOICEMAIL)
    made.until(events.YourTurn)
    made.settle()
    made.worker.store.do(lambda _: None).result(timeout=20)  # the take's file is made
    made.microphone.script = [*blocks_of(before), *blocks_of(spoken)]
    made.microphone.deliver(len(made.microphone.script))
    made.settle()


def test_a_live_message_is_kept_from_the_beep_to_the_hang_up(tmp_path: Path) -> None:
    spoken = np.concatenate([babble(2.0), babble(0.1)])  # ends loud, so that the meter shows something
    with rig(tmp_path, streams=True) as made:
        live_message(made, spoken, before=silence(0.2))
        assert made.worker.calls.level_dbfs() > -60
        made.worker.calls.hang_up()
        attempt = made.until(events.AttemptJudged).attempt
        assert not made.microphone.is_open
    kept = samples_of(tmp_path, attempt)
    # Resampling is exact at 16 kHz; only where the take begins depends on the clock.
    assert spoken.tobytes()[200:-2000] in kept.tobytes()
    names = [type(event).__name__ for event in made.seen]
    assert names[0] == "Dialling"
    assert {"LineStarted", "LineEnded", "YourTurn", "WordsHeard", "TimeSpent", "TurnEnded"} <= set(names)


def test_leaving_and_starting_over_keep_the_take_but_judge_nothing(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(1.0), before=silence(0.1))
        made.worker.calls.start_over()
        assert not made.until(events.CallEnded).kept
        made.until(events.YourTurn)
        made.worker.calls.leave()
        made.until(events.CallEnded)
        assert [attempt.state for attempt in made.attempts()] == ["abandoned", "abandoned"]
        first = made.attempts()[-1]
        assert len(samples_of(tmp_path, first)) > 0.9 * SAMPLE_RATE
        assert made.recognisers[0].forgotten


def test_no_microphone_is_said_and_nothing_goes_on(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.microphone.refuses = "There is no microphone. Connect one."
        made.worker.calls.start(VOICEMAIL)
        trouble = made.until(events.Trouble)
        assert trouble.fatal
        assert "There is no microphone" in trouble.message
        assert made.attempts() == []


def test_a_microphone_that_vanishes_keeps_what_was_said_and_judges_it(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(2.0), before=silence(0.1))
        made.microphone.script = [Vanish("The microphone vanished. Plug it in again.")]  # type: ignore[list-item]
        made.microphone.deliver()
        trouble = made.until(events.Trouble)
        assert trouble.fatal
        attempt = made.until(events.AttemptJudged).attempt
        assert len(samples_of(tmp_path, attempt)) > 1.9 * SAMPLE_RATE
        assert "device-lost" in [event.name for event in attempt.events]
        live_message(made, babble(1.0), before=silence(0.1))


def test_a_microphone_that_is_another_one_is_said_and_kept_and_the_call_goes_on(tmp_path: Path) -> None:
    moved = "The microphone is now 'Laptop'; the recording goes on."
    with rig(tmp_path) as made:
        made.worker.calls.start(VOICEMAIL)
        made.until(events.YourTurn)
        made.microphone.sink(DeviceReplaced(moved))
        trouble = made.until(events.Trouble)
        assert (trouble.message, trouble.fatal) == (moved, False)
        made.microphone.script = blocks_of(babble(1.0))  # type: ignore[assignment]
        made.microphone.deliver(len(made.microphone.script))
        made.worker.calls.turn_done()
        attempt = made.until(events.AttemptJudged).attempt
        assert len(samples_of(tmp_path, attempt)) >= 0.9 * SAMPLE_RATE
        assert [event.detail for event in attempt.events if event.name == "device-replaced"] == [moved]
        assert f"  {moved}\n" in events_text(attempt)


def test_a_microphone_that_goes_again_is_said_again(tmp_path: Path) -> None:
    gone, back = "Only what this computer plays is recorded now.", "The microphone is now 'Headset'."
    with rig(tmp_path) as made:
        made.worker.calls.start(VOICEMAIL)
        made.until(events.YourTurn)
        for message in (gone, gone, back, gone):
            made.microphone.sink(DeviceReplaced(message))
        assert [made.until(events.Trouble).message for _ in range(3)] == [gone, back, gone]
        made.worker.calls.leave()


def test_without_a_speaker_the_call_goes_on_and_says_so_once(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.player.failures = dict.fromkeys(
            ("dial.flac", "ring-back.flac", "beep.flac"), "There is no speaker."
        )
        made.worker.calls.start(VOICEMAIL)
        made.until(events.YourTurn)
        told = [event for event in made.seen if isinstance(event, events.Trouble)]
        assert [event.message for event in told] == ["There is no speaker."]
        assert not told[0].fatal


def test_a_phone_that_is_not_answered_is_kept_without_blame(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker.calls.start(CALLBACK)
        made.until(events.Ringing)
        made.worker.calls.hang_up()
        made.until(events.AttemptMissed)
        (kept,) = made.attempts()
    assert kept.state == "missed-ring"
    assert kept.note.startswith("Dana Whitfield left word: “This is Dana Whitfield at Northgate Logistics.")


def test_correcting_disputing_and_another_guide_judge_again(tmp_path: Path) -> None:
    from trainer.records import Correct, Dispute, Undo

    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(3.0)))
        review = made.worker.review
        corrected = review.revise(
            attempt.id, Correct(turn=0, first_word=1, last_word=1, words=("diana",))
        ).result()
        assert corrected.feedback
        assert any("diana" in clause.quote for clause in corrected.feedback.ribbon)
        disputed = review.revise(attempt.id, Dispute(check="number")).result()
        assert disputed.feedback
        assert next(f for f in disputed.feedback.findings if f.check == "number").disputed
        undone = review.revise(attempt.id, Undo(n=2)).result()
        assert undone.feedback == attempt.feedback
        other = review.judge_with(attempt.id, "introduce").result()
        assert other.feedback
        assert other.feedback.guide == "introduce"


def test_what_a_crash_left_is_listed_with_its_speech_and_can_be_heard(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(2.0), before=silence(0.4))
        made.worker.store.do(lambda _: None).result(timeout=20)
        # What a kill leaves behind: rows and a file that nobody finished.
        shutil.copytree(tmp_path, tmp_path / "left")
        made.worker.calls.leave()
    with rig(tmp_path / "left") as made:
        made.worker.recover()
        assert "kept and listed" in made.until(events.Trouble).message
        (attempt,) = made.attempts()
        assert attempt.state == "interrupted"
        take = attempt.turns[0].take
        assert take
        assert take.seconds == pytest.approx(2.4, abs=0.2)
        assert take.first_word_latency_s == pytest.approx(0.4, abs=0.2)
        assert take.level
        assert made.worker.review.hear_again(attempt.id).result(timeout=20).state == "judged"


def test_a_second_program_beside_this_one_leaves_its_recording_alone(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        live_message(made, babble(1.0), before=silence(0.1))
        with rig(tmp_path) as beside:
            beside.worker.recover()
            beside.worker.store.do(lambda _: None).result(timeout=20)
            assert [attempt.state for attempt in beside.attempts()] == ["recording"]
        made.worker.calls.hang_up()
        made.until(events.AttemptJudged)


def test_a_missing_sound_ends_the_call_in_plain_words(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker._reader._library = replace(made.worker.library, audio_folders=(tmp_path,))
        made.worker.calls.start(VOICEMAIL)
        trouble = made.until(events.Trouble)
        assert trouble.fatal
        assert "dial" in trouble.message
        made.until(events.CallEnded)
        assert not made.microphone.is_open
        assert [(one.state, one.broken_off) for one in made.attempts()] == [("abandoned", "trouble")]


def test_a_missing_sound_ends_a_call_from_files_too(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.worker._reader._library = replace(made.worker.library, audio_folders=(tmp_path,))
        with pytest.raises(WorldError, match="dial"):
            from_files(made, VOICEMAIL, Step("say", pcm=babble(1.0)))
        made.settle()
        assert [attempt.state for attempt in made.attempts()] == ["abandoned"]


def test_a_take_that_could_not_be_written_is_left_to_be_repaired(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("a file where the folder should be")
    with rig(tmp_path) as made:
        with pytest.raises(WorldError, match="cannot be written"):
            from_files(made, VOICEMAIL, Step("say", pcm=babble(1.0)))
        made.settle()
        assert not made.until(events.CallEnded).kept
        assert [attempt.state for attempt in made.attempts()] == ["recording"]
    with rig(tmp_path) as made:
        made.worker.recover()
        assert "kept and listed" in made.until(events.Trouble).message
        assert [attempt.state for attempt in made.attempts()] == ["interrupted"]


def test_a_second_hearing_that_does_not_succeed_takes_nothing_away(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        attempt = from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        made.recognisers[0].fails = "The engine crashed."
        with pytest.raises(RecogniserError, match="crashed"):
            made.worker.review.hear_again(attempt.id).result(timeout=20)
        made.until(events.AttemptWaiting)
        (kept,) = made.attempts()
    assert kept.state == "judged"
    assert kept.feedback == attempt.feedback


@pytest.mark.logs_errors
def test_a_mistake_of_ours_while_judging_keeps_the_take_and_logs_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("secret words of the user")

    with rig(tmp_path) as made:
        monkeypatch.setattr("trainer.worker.hearings.judge_stored", broken)
        with pytest.raises(KeyError):
            from_files(made, VOICEMAIL, Step("say", pcm=babble(2.0)))
        assert "Ringback made a mistake" in made.until(events.AttemptWaiting).message
        assert [attempt.state for attempt in made.attempts()] == ["waiting"]
    assert "in broken" in caplog.text
    assert "secret words" not in caplog.text


THREE_LINES = """
id = "three-lines"
kind = "callback"
title = "Three lines"
industry = "logistics"
situation = "cold"
seller = "sam-reyes"
trains = "Turns."
difficulty = 1
default_message = "Something about invoices."
max_seconds = 30

[prospect]
id = "dana-whitfield"
name = "Dana Whitfield"

[[prompts]]
id = "opening"
text = "What is this about?"
audio = "tones/beep.flac"
voice = "bf_emma"
branches = [
  { to = "price", words = ["how much", "price"] },
  { to = "hello", silent = true },
  { to = "bye", met = ["own-name"] },
  { to = "who" },
]

[[prompts]]
id = "price"
text = "That is too much."
audio = "tones/beep.flac"
voice = "bf_emma"
objection = true
branches = [{ to = "bye" }]

[[prompts]]
id = "hello"
text = "Are you there?"
audio = "tones/beep.flac"
voice = "bf_emma"
branches = [{ to = "bye" }]

[[prompts]]
id = "who"
text = "Who is speaking?"
audio = "tones/beep.flac"
voice = "bf_emma"
branches = [{ to = "bye" }]

[[prompts]]
id = "bye"
text = "Fine. Goodbye."
audio = "tones/beep.flac"
voice = "bf_emma"
ends = true
"""


ONE_LINE = THREE_LINES.partition("branches")[0].replace("three-lines", "one-line")
"""The same caller, who says one thing and leaves the end of the call to the user."""


def own_scenario(data_dir: Path, name: str = "three-lines", text: str = THREE_LINES) -> None:
    (data_dir / "scenarios").mkdir(parents=True)
    (data_dir / "scenarios" / f"{name}.toml").write_text(text)


@pytest.mark.parametrize(
    ("hears", "lines"),
    [
        (["", "the PRICE, is low", "i see"], ["opening", "price"]),
        (["", "", "yes i am here"], ["opening", "hello"]),
        (["", "this is sam reyes", "i see"], ["opening"]),
        (["", "well you know", "sam"], ["opening", "who"]),
    ],
)
def test_what_was_said_chooses_the_next_line(tmp_path: Path, hears: list[str], lines: list[str]) -> None:
    own_scenario(tmp_path)
    with rig(tmp_path, hears=hears) as made:
        attempt = from_files(made, "three-lines", Step("say", pcm=babble(1.0)), Step("say", pcm=babble(1.5)))
    assert attempt.state == "judged"
    assert [turn.prompt_id for turn in attempt.turns[1:]] == lines
    spoken = [event.detail for event in attempt.events if event.name == "line-started"]
    assert spoken == [*lines, "bye"]
    afters = [turn.timing.after for turn in attempt.turns[1:]]
    assert afters == ["opening", "objection" if lines[-1] == "price" else None][: len(lines)]


def test_a_call_back_takes_as_many_answers_as_its_longest_way_and_a_greeting(tmp_path: Path) -> None:
    own_scenario(tmp_path)
    say = Step("say", pcm=babble(1.0))
    with rig(tmp_path, hears=["hello", "the price please", "i see"]) as made:
        attempt = from_files(made, "three-lines", say, say, say)
        with pytest.raises(BadInput, match="4 answers but this scenario listens 3 times"):
            from_files(made, "three-lines", say, say, say, say)
    assert [turn.prompt_id for turn in attempt.turns] == [None, "opening", "price"]
    assert attempt.turns[0].transcript
    assert attempt.turns[0].transcript.text == "hello"


def test_a_live_reply_ends_with_patience_and_the_caller_goes_on(tmp_path: Path) -> None:
    own_scenario(tmp_path)
    with rig(tmp_path, hears=["", "the price please", "i see", "i see"]) as made:
        made.worker.calls.start("three-lines")
        made.until(events.Ringing)
        made.worker.calls.answer()
        made.until(events.YourTurn)  # the greeting, which is left out
        assert made.until(events.YourTurn).turn == 1
        made.settle()
        made.worker.store.do(lambda _: None).result(timeout=20)
        made.microphone.script = [*blocks_of(babble(1.0)), *blocks_of(silence(1.0))]
        made.microphone.deliver(len(made.microphone.script))
        assert made.until(events.LineStarted).prompt.id == "price"
        assert made.until(events.YourTurn).turn == 2
        made.worker.calls.turn_done()
        assert made.until(events.LineStarted).prompt.id == "bye"
        attempt = made.until(events.AttemptJudged).attempt
    assert [turn.index for turn in attempt.turns] == [0, 1, 2]
    assert all(turn.transcript for turn in attempt.turns)


def test_words_that_come_too_late_take_the_usual_branch_and_say_so(tmp_path: Path) -> None:
    own_scenario(tmp_path)
    with rig(tmp_path, hears=[""], slow=True) as made:
        made.worker.calls.start("three-lines")
        made.until(events.Ringing)
        made.worker.calls.answer()
        made.until(events.YourTurn)
        made.until(events.YourTurn)
        made.worker.calls.turn_done()
        assert made.until(events.LineStarted).prompt.id == "who"
        made.worker.calls.leave()
        made.until(events.CallEnded)
        (attempt,) = made.attempts()
        assert ("chose-without-hearing", "who") in [(e.name, e.detail) for e in attempt.events]


@pytest.mark.parametrize("_", range(10))
def test_closing_right_after_opening_is_clean(tmp_path: Path, _: int) -> None:
    worker = Worker(tmp_path, lambda _: None, make_recogniser=lambda _, sink: FakeRecogniser(sink, [""]))
    opened = worker.open_in_background()
    worker.close()
    assert opened.exception() is None


def test_a_wrong_guide_of_the_users_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "mine.toml").write_text('id = "mine"\ntitel = "Mine"\n')
    with rig(tmp_path) as made:
        assert "mine" not in made.worker.guides
        assert any("mine.toml" in notice and "titel" in notice for notice in made.worker.notices)
        assert from_files(made, VOICEMAIL, Step("say", pcm=babble(1.0))).state == "judged"


def test_a_name_given_on_picking_up_has_been_given(tmp_path: Path) -> None:
    own_scenario(tmp_path)
    with rig(tmp_path, hears=["this is sam reyes", "well you know"]) as made:
        attempt = from_files(made, "three-lines", *[Step("say", pcm=babble(1.0))] * 3)
    assert [turn.prompt_id for turn in attempt.turns] == [None, "opening"]
    assert parting_line(attempt) == "Fine. Goodbye."
    assert 'They: "Fine. Goodbye."' in attempt_text(attempt)


def test_a_message_has_no_parting_line(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        assert parting_line(from_files(made, VOICEMAIL, Step("say", pcm=babble(1.0)))) is None


def test_a_call_back_marked_as_badly_timed_is_judged_as_such(tmp_path: Path) -> None:
    said = ["", "sorry dana i cant talk now whats your number i will ring you in ten minutes"]
    with rig(tmp_path, hears=said) as made:
        attempt = from_files(made, CALLBACK, Step("cannot-talk"), Step("say", pcm=babble(2.0)))
        with pytest.raises(BadInput, match="It belongs to callback"):
            from_files(made, VOICEMAIL, Step("cannot-talk"))
    assert "cannot-talk" in [event.name for event in attempt.events]
    assert attempt.feedback
    found = {finding.check: finding.outcome for finding in attempt.feedback.findings}
    assert (found["graceful-deferral"], found["recalls-reason"]) == ("met", "not-applicable")
    assert "that is a pass" in attempt_text(attempt)
