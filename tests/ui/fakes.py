"""`ui.services` over canned records: no threads, no devices, no disk but `data_dir`."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from tests.ui.fake_delays import FakeDelays
from tests.ui.fake_history import FakeBrowsing, FakeCarrying
from tests.ui.fake_practice import FakePractice
from tests.ui.fake_retakes import FakeRetakes
from tests.ui.fake_scripts import FakeScripts
from tests.ui.fake_shelf import AtOnce, FakeShelf
from trainer import events
from trainer.ambush_keeper import AmbushKeeper
from trainer.guides import load_guides
from trainer.records import (
    SAMPLE_RATE,
    Asked,
    Attempt,
    AttemptRow,
    Band,
    Calendar,
    Engines,
    Feedback,
    Guide,
    Level,
    OwnMessage,
    Prediction,
    Prompt,
    Revision,
    Scenario,
    Seller,
    Source,
    Take,
    Transcript,
    Word,
)
from trainer.scenarios import Library, load_library
from trainer.settings import DeviceName, Settings
from trainer.worker.authoring import Authoring

VOICEMAIL = "voicemail-referral-logistics"
CALL_BACK = "callback-hurried-logistics"
ELEVATOR = "elevator-trade-fair"
HEARD = "hi dana this is sam reyes at fieldline priya nair said you would want to hear what she found"


@cache
def library() -> Library:
    """The scenarios and sellers that ship."""
    return load_library()


def finished(result: object) -> Future:
    """A future that is done already."""
    future: Future = Future()
    future.set_result(result)
    return future


def refused(error: Exception) -> Future:
    """A future that has failed already."""
    future: Future = Future()
    future.set_exception(error)
    return future


class FakeCalls:
    """Remembers what it was asked (`asked`); the test announces what follows with `Announcer`."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.level = -20.0
        self.on: events.RunningCall | None = None
        self.no_line: Exception | None = None
        self.rings = 0

    def running(self) -> events.RunningCall | None:
        return self.on

    def start(self, scenario_id: str) -> None:
        self.asked.append(("start", scenario_id))

    def ring(self, scenario_id: str, max_seconds: float | None = None) -> Future[str | None]:
        self.asked.append(("ring", scenario_id))
        if self.no_line:
            return refused(self.no_line)
        if self.on:
            return finished(None)
        self.rings += 1
        self.on = events.RunningCall(attempt_id=f"attempt-{self.rings}", scenario_id=scenario_id)
        return finished(self.on.attempt_id)

    def keep_missed(self, scenario_id: str, why: str) -> None:
        self.asked.append(("keep_missed", scenario_id, why))

    def answer(self) -> None:
        self.asked.append(("answer",))

    def hang_up(self) -> None:
        self.asked.append(("hang_up",))

    def turn_done(self) -> None:
        self.asked.append(("turn_done",))

    def start_over(self) -> None:
        self.asked.append(("start_over",))

    def leave(self, *, closing: bool = False) -> None:
        self.asked.append(("leave", "closing") if closing else ("leave",))

    def pause(self) -> None:
        self.asked.append(("pause",))

    def go_on(self) -> None:
        self.asked.append(("go_on",))

    def cannot_talk(self) -> None:
        self.asked.append(("cannot_talk",))

    def press(self, key: str) -> None:
        self.asked.append(("press", key))

    def decide(self, what: str) -> None:
        self.asked.append(("decide", what))

    def hear_again(self) -> None:
        self.asked.append(("hear_again",))

    def level_dbfs(self) -> float:
        return self.level


class FakeReview:
    """Attempts in memory, newest first. `failure`, once set, is what every call answers."""

    def __init__(self, attempts: Iterable[Attempt] = ()) -> None:
        self.attempts = {attempt.id: attempt for attempt in attempts}
        self.asked: list[tuple[object, ...]] = []
        self.failure: Exception | None = None
        self.own_message: OwnMessage | None = None
        self.pcm_bytes = b"\x00\x00" * SAMPLE_RATE

    def rows(self, search: str = "") -> Future[list[AttemptRow]]:
        self.asked.append(("rows", search))
        found = [row_of(attempt) for attempt in self.attempts.values()]
        wanted = [
            row for row in found if search.lower() in f"{row.prospect} {row.title} {row.company}".lower()
        ]
        return self._answer(sorted(wanted, key=lambda row: -row.sequence))

    def attempt(self, attempt_id: str) -> Future[Attempt]:
        self.asked.append(("attempt", attempt_id))
        return self._answer(self.attempts.get(attempt_id))

    def latest(self) -> Future[Attempt | None]:
        newest = sorted(self.attempts.values(), key=lambda attempt: attempt.sequence)
        return self._answer(newest[-1] if newest else None)

    def message_left(self, scenario: Scenario) -> Future[OwnMessage | None]:
        self.asked.append(("message_left", scenario.id))
        return self._answer(self.own_message)

    def revise(self, attempt_id: str, revision: Revision) -> Future[Attempt]:
        self.asked.append(("revise", attempt_id, revision))
        attempt = self.attempts[attempt_id]
        self.attempts[attempt_id] = replace(attempt, revisions=(*attempt.revisions, revision))
        return self._answer(self.attempts[attempt_id])

    def judge_with(self, attempt_id: str, guide: str) -> Future[Attempt]:
        self.asked.append(("judge_with", attempt_id, guide))
        self.attempts[attempt_id] = replace(self.attempts[attempt_id], guide=guide)
        return self._answer(self.attempts[attempt_id])

    def predict(self, attempt_id: str, prediction: Prediction) -> Future[None]:
        self.asked.append(("predict", attempt_id, prediction))
        self.attempts[attempt_id] = replace(self.attempts[attempt_id], prediction=prediction)
        return self._answer(None)

    def hear_again(self, attempt_id: str) -> Future[Attempt]:
        self.asked.append(("hear_again", attempt_id))
        return self._answer(self.attempts[attempt_id])

    def hear_with(self, attempt_id: str, engine: str) -> Future[Attempt]:
        self.asked.append(("hear_with", attempt_id, engine))
        return self._answer(self.attempts[attempt_id])

    def delete(self, attempt_ids: list[str]) -> Future[None]:
        self.asked.append(("delete", *attempt_ids))
        for attempt_id in attempt_ids:
            self.attempts.pop(attempt_id, None)
        return self._answer(None)

    def pcm(self, take: Take) -> Future[bytes]:
        return self._answer(self.pcm_bytes)

    def _answer(self, result: object) -> Future:
        return refused(self.failure) if self.failure else finished(result)


class FakeListening:
    """Plays nothing; the test calls what it was handed (`on_position`, `on_end`)."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.on_position: Callable[[float | None], None] | None = None
        self.on_end: Callable[[], None] | None = None
        self.test: Future[tuple[bytes, Level]] = Future()
        self.tests = 0
        self.microphones = [DeviceName(name="Headset microphone (USB)", host_api="ALSA")]
        self.speakers = [DeviceName(name="Headset earphones (USB)", host_api="ALSA")]
        self.heard = HEARD
        self.level = -20.0
        self.speed = 1.0
        """Of the take that was played last."""

    def play_take(
        self,
        take: Take,
        start_s: float,
        end_s: float | None,
        on_position: Callable[[float | None], None],
        speed: float = 1.0,
    ) -> None:
        self.asked.append(("play_take", take.id, start_s, end_s))
        self.speed = speed
        self.on_position = on_position

    def play_prompt(self, audio: str, on_end: Callable[[], None]) -> None:
        self.asked.append(("play_prompt", audio))
        self.on_end = on_end

    def stop(self) -> None:
        self.asked.append(("stop",))

    def inputs(self) -> Future[list[DeviceName]]:
        return finished(list(self.microphones))

    def outputs(self) -> Future[list[DeviceName]]:
        return finished(list(self.speakers))

    def record_test(self, seconds: float) -> Future[tuple[bytes, Level]]:
        self.asked.append(("record_test", seconds))
        self.test = Future()
        self.tests += 1
        return self.test

    def testing(self) -> bool:
        return self.tests > 0 and not self.test.done()

    def level_dbfs(self) -> float:
        return self.level

    def stop_test(self) -> None:
        self.asked.append(("stop_test",))
        if not self.test.done():
            level = Level(speech_dbfs=-24.0, peak_dbfs=-9.0, clipped_share=0.0)
            self.test.set_result((b"\x00\x00" * SAMPLE_RATE, level))

    def hear_test(self, pcm: bytes) -> Future[Transcript]:
        words = tuple(Word(word=word) for word in self.heard.split())
        return finished(Transcript(engine="embedded", words=words))

    def play_test(self, pcm: bytes) -> None:
        self.asked.append(("play_test", len(pcm)))

    def play_pcm(self, pcm: bytes, on_position: Callable[[float | None], None]) -> None:
        self.asked.append(("play_pcm", len(pcm)))
        self.on_position = on_position


class FakeModels:
    """One engine is installed unless `engines` says otherwise; `fetching` is settled by the test."""

    def __init__(self, engines: Iterable[str] = ("embedded",)) -> None:
        self.engines = list(engines)
        self.chosen: str | None = None
        self.asked: list[tuple[object, ...]] = []
        self.on_progress: Callable[[int, int], None] | None = None
        self.fetching: Future[str] = Future()

    def look(self) -> Future[Engines]:
        in_force = self.chosen or (self.engines[0] if self.engines else None)
        ours = tuple(engine for engine in self.engines if engine.startswith("vosk:"))
        return finished(Engines(here=tuple(self.engines), in_force=in_force, removable=ours))

    def fetch(self, on_progress: Callable[[int, int], None]) -> Future[str]:
        self.asked.append(("fetch",))
        self.on_progress, self.fetching = on_progress, Future()
        return self.fetching

    def cancel_fetch(self) -> None:
        self.asked.append(("cancel_fetch",))
        self.fetching.cancel()

    def import_from(self, path: Path) -> Future[str]:
        self.asked.append(("import_from", path))
        return finished("vosk:imported")

    def remove(self, engine: str) -> Future[None]:
        self.asked.append(("remove", engine))
        self.engines.remove(engine)
        return finished(None)

    def choose(self, engine: str | None) -> None:
        self.asked.append(("choose", engine))
        self.chosen = engine


@dataclass
class FakeServices:
    """`ui.services.Services`. Sam Reyes is at home here; change any field before the window is built."""

    data_dir: Path
    scenarios: tuple[Scenario, ...] = field(default_factory=lambda: library().scenarios)
    sellers: dict[str, Seller] = field(default_factory=lambda: library().sellers)
    guides: dict[str, str] = field(
        default_factory=lambda: {"sell-the-call": "Sell the call", "be-ready": "Be ready"}
    )
    guide_records: dict[str, Guide] = field(default_factory=load_guides)
    articles: dict[str, Source] = field(
        default_factory=lambda: {
            "002": Source(title="Voicemails that are answered", author="A. Author", says="sell the call only")
        }
    )
    settings: Settings = field(
        default_factory=lambda: Settings(
            profile=Seller(id="me", name="Sam Reyes"),
            welcome_step=4,
            countdown=False,  # where it does not matter, a call begins at once
        )
    )
    calls: FakeCalls = field(default_factory=FakeCalls)
    review: FakeReview = field(default_factory=FakeReview)
    listening: FakeListening = field(default_factory=FakeListening)
    models: FakeModels = field(default_factory=FakeModels)
    retakes: FakeRetakes = field(default_factory=FakeRetakes)
    delays: FakeDelays = field(default_factory=FakeDelays)
    band: Band = field(
        default_factory=lambda: Band(near_from=8.0, good_from=15.0, good_to=30.0, near_to=50.0)
    )
    save_failure: OSError | None = None
    browsing: FakeBrowsing = field(init=False)
    carrying: FakeCarrying = field(default_factory=FakeCarrying)
    practice: FakePractice = field(init=False)
    shelf: FakeShelf = field(init=False)
    scripts: FakeScripts = field(init=False)
    is_open: bool = True
    tell_library_changed: Callable[[], None] = lambda: None
    """`Bridge.library_changed.emit`, once there is a bridge."""

    def __post_init__(self) -> None:
        self.shelf = FakeShelf(self.data_dir, self.guide_records, self._put)
        self.scripts = FakeScripts(
            lambda: self.scenarios, lambda: self.settings.profile, lambda one: self.review.attempts[one]
        )
        self.practice = FakePractice(lambda: self.scenarios)
        self.browsing = FakeBrowsing(lambda: map(row_of, self.review.attempts.values()))

    def _put(self, library: Library) -> None:
        self.scenarios, self.sellers = library.scenarios, library.sellers
        self.tell_library_changed()

    @cached_property
    def authoring(self) -> Authoring:
        return Authoring(self.data_dir, AtOnce())

    @cached_property
    def ambush(self) -> AmbushKeeper:
        return AmbushKeeper(self.data_dir, random.Random(1))

    def length_band(self, scenario_id: str) -> Band:
        return self.band

    def save_settings(self, settings: Settings) -> None:
        if self.save_failure:
            raise self.save_failure
        self.settings = settings


@dataclass
class Announcer:
    """Says what a running call would say. `post` is `Bridge.post`."""

    post: Callable[[events.CoreEvent], None]
    scenario: Scenario
    attempt_id: str = "attempt-1"

    def dialling(self) -> None:
        self.post(events.Dialling(attempt_id=self.attempt_id))

    def ring(self, ring: int = 1, of: int = 5) -> None:
        self.post(events.Ringing(attempt_id=self.attempt_id, ring=ring, of=of))

    def line(self) -> None:
        self.post(events.LineStarted(attempt_id=self.attempt_id, prompt=self._prompt))

    def line_over(self) -> None:
        self.post(events.LineEnded(attempt_id=self.attempt_id, prompt=self._prompt))

    def your_turn(self, turn: int = 0, live_words: bool = True) -> None:
        self.post(
            events.YourTurn(
                attempt_id=self.attempt_id, turn=turn, take_id=f"take-{turn}", live_words=live_words
            )
        )

    def speaking(self, seconds: float, text: str = "") -> None:
        self.post(events.TimeSpent(attempt_id=self.attempt_id, seconds=seconds))
        if text:
            self.post(events.WordsHeard(attempt_id=self.attempt_id, text=text))

    def turn_over(self, turn: int = 0, seconds: float = 2.0) -> None:
        self.post(events.TurnEnded(attempt_id=self.attempt_id, turn=turn, seconds=seconds))

    def deciding(self, about: Asked, *choices: str, calendar: Calendar | None = None) -> None:
        self.post(
            events.Deciding(attempt_id=self.attempt_id, about=about, choices=choices, calendar=calendar)
        )

    def ended(self, kept: bool = True) -> None:
        self.post(events.CallEnded(attempt_id=self.attempt_id, kept=kept))

    def being_heard(self) -> None:
        self.post(events.BeingHeard(attempt_id=self.attempt_id))

    def judged(self, attempt: Attempt) -> None:
        self.post(events.AttemptJudged(attempt_id=self.attempt_id, attempt=attempt))

    def waiting(self, message: str) -> None:
        self.post(events.AttemptWaiting(attempt_id=self.attempt_id, message=message))

    def missed(self) -> None:
        self.post(events.AttemptMissed(attempt_id=self.attempt_id))

    def trouble(self, message: str, fatal: bool) -> None:
        self.post(events.Trouble(attempt_id=self.attempt_id, message=message, fatal=fatal))

    @property
    def _prompt(self) -> Prompt:
        return self.scenario.prompts[0]


def row_of(attempt: Attempt) -> AttemptRow:
    """The line of History for `attempt`."""
    feedback = attempt.feedback
    return AttemptRow(
        id=attempt.id,
        sequence=attempt.sequence,
        started_utc=attempt.started_utc,
        utc_offset_min=attempt.utc_offset_min,
        state=attempt.state,
        kind=attempt.scenario.kind,
        scenario_id=attempt.scenario.id,
        title=attempt.scenario.title,
        prospect=attempt.scenario.prospect.name,
        company=attempt.scenario.prospect.company,
        guide=attempt.guide,
        engine=attempt.engine,
        seconds=feedback.seconds if feedback else None,
        headline=feedback.headline if feedback else None,
        fix=feedback.fix.check if feedback and feedback.fix else None,
        length_state=_length_state(feedback),
        first_word_latency_s=next((t.timing.first_word_latency_s for t in attempt.turns[1:]), None),
        note=attempt.note,
        prospect_id=attempt.scenario.prospect.id,
        tags=attempt.tags,
        favourite=attempt.favourite,
    )


def _length_state(feedback: Feedback | None) -> Literal["met", "near", "missed"] | None:
    findings = feedback.findings if feedback else ()
    length = next((one for one in findings if one.check == "length"), None)
    if length is None or length.outcome not in ("met", "missed"):
        return None
    return "near" if length.near else length.outcome
