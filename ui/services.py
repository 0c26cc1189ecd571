"""What the screens may ask for. `trainer.worker.Worker` is the real one; tests have another.

Screens never block: calls that take time return a `Future`, and `ui.bridge.Bridge.when_done` brings its
result back to the GUI thread. Announcements of a running call arrive as `trainer.events` through
`Bridge.core_event`.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trainer.ambush_keeper import AmbushKeeper
from trainer.events import RunningCall
from trainer.settings import DeviceName, Settings
from ui.authoring_services import Authoring
from ui.delay_services import Delays
from ui.history_services import Browsing, Carrying
from ui.practice_services import Practice
from ui.retake_services import Retakes
from ui.script_services import Scripts
from ui.shelf_services import Shelf

if TYPE_CHECKING:  # the window opens before these are made
    from trainer.records import (
        Attempt,
        AttemptRow,
        Band,
        Engines,
        Guide,
        Level,
        OwnMessage,
        Prediction,
        Revision,
        Scenario,
        Seller,
        Source,
        Take,
        Transcript,
    )


class Calls(Protocol):
    """The running call. Its progress is announced as events."""

    def start(self, scenario_id: str) -> None:
        """Begin an attempt at this scenario; a running one is left first."""

    def ring(self, scenario_id: str, max_seconds: float | None = None) -> Future[str | None]:
        """Let the prospect of this call back ring; None: a call is on, so it does not.

        The future has the attempt's id; it raises WorldError where nothing can record. `max_seconds`: the
        longest reply; None: as the scenario says.
        """

    def keep_missed(self, scenario_id: str, why: str) -> None:
        """Keep a ring that could not sound as a missed one; `why` says what was in the way."""

    def answer(self) -> None:
        """Pick up the ringing phone."""

    def hang_up(self) -> None:
        """End the call: what was said is sent, heard, judged and stored."""

    def turn_done(self) -> None:
        """This reply is finished (call back, elevator)."""

    def start_over(self) -> None:
        """Throw this go away (kept as abandoned) and begin the same scenario again."""

    def leave(self, *, closing: bool = False) -> None:
        """Back to Today: the attempt is kept as abandoned, not judged. `closing`: the window closes."""

    def pause(self) -> None:
        """Hold the call, where Settings allow it; nothing happens where they do not."""

    def go_on(self) -> None:
        """Go on with a paused call."""

    def cannot_talk(self) -> None:
        """Mark that this call back comes at a time when the user cannot talk; judged accordingly."""

    def press(self, key: str) -> None:
        """A key of the telephone: 0-9, * or #."""

    def running(self) -> RunningCall | None:
        """The call that is on, from its first sound until its line is closed."""

    def decide(self, what: str) -> None:
        """One of the choices that `events.Deciding` has announced."""

    def hear_again(self) -> None:
        """The menu from its beginning (get-through)."""

    def level_dbfs(self) -> float:
        """Peak level of the last 50 ms of the microphone, decibels below full scale (-90 = silence)."""


class Review(Protocol):
    """Stored attempts."""

    def rows(self, search: str = "") -> Future[list[AttemptRow]]:
        """All attempts, newest first; with `search`, those whose names or words contain it."""

    def attempt(self, attempt_id: str) -> Future[Attempt]:
        """One whole attempt."""

    def latest(self) -> Future[Attempt | None]:
        """The newest attempt that can be shown."""

    def message_left(self, scenario: Scenario) -> Future[OwnMessage | None]:
        """The user's latest message among those that this call back answers; None without one."""

    def revise(self, attempt_id: str, revision: Revision) -> Future[Attempt]:
        """Correct, dispute or undo; judged again."""

    def judge_with(self, attempt_id: str, guide: str) -> Future[Attempt]:
        """Judge a stored attempt by another guide."""

    def predict(self, attempt_id: str, prediction: Prediction) -> Future[None]:
        """Keep what the user guessed before seeing the feedback."""

    def hear_again(self, attempt_id: str) -> Future[Attempt]:
        """Transcribe (again) with the engine in force, then judge."""

    def hear_with(self, attempt_id: str, engine: str) -> Future[Attempt]:
        """Transcribe with this engine, which does not come into force by it, then judge.

        Corrections are taken back: they name words by their place in what was heard before.
        """

    def delete(self, attempt_ids: list[str]) -> Future[None]:
        """Delete attempts with their audio."""

    def pcm(self, take: Take) -> Future[bytes]:
        """The take's samples: 16 kHz mono int16, little endian."""


class Listening(Protocol):
    """Playing takes and prompts, and trying the devices."""

    def play_take(
        self,
        take: Take,
        start_s: float,
        end_s: float | None,
        on_position: Callable[[float | None], None],
        speed: float = 1.0,
    ) -> None:
        """Play part of a take; `on_position` gets seconds from the take's start, then None at the end.

        `speed` 1.5 is faster at the same pitch; the seconds are those of the take at any speed.

        It may be called from any thread.
        """

    def play_prompt(self, audio: str, on_end: Callable[[], None]) -> None:
        """Play a shipped prompt."""

    def stop(self) -> None:
        """Silence."""

    def inputs(self) -> Future[list[DeviceName]]:
        """Microphones, looked up afresh."""

    def outputs(self) -> Future[list[DeviceName]]:
        """Speakers, looked up afresh."""

    def record_test(self, seconds: float) -> Future[tuple[bytes, Level]]:
        """Record a test sentence (int16 bytes at 16 kHz); `level_dbfs` moves meanwhile."""

    def level_dbfs(self) -> float:
        """Peak level of the newest block of a running test, decibels below full scale (-90 = silence)."""

    def testing(self) -> bool:
        """Whether a test sentence is being recorded."""

    def stop_test(self) -> None:
        """End `record_test` early."""

    def hear_test(self, pcm: bytes) -> Future[Transcript]:
        """What the engine in force hears in it."""

    def play_test(self, pcm: bytes) -> None:
        """Play it back."""

    def play_pcm(self, pcm: bytes, on_position: Callable[[float | None], None]) -> None:
        """Play samples that are stored nowhere; `on_position` as for `play_take`."""


class Models(Protocol):
    """Speech models and engines."""

    def look(self) -> Future[Engines]:
        """The engines that can hear English here; a model that is met for the first time is asked."""

    def fetch(self, on_progress: Callable[[int, int], None]) -> Future[str]:
        """Fetch the English Vosk model: `on_progress(bytes done, bytes in all)` from any thread."""

    def cancel_fetch(self) -> None:
        """Stop fetching; what has come is kept for resuming."""

    def import_from(self, path: Path) -> Future[str]:
        """Install a model from a zip or folder; returns its engine name."""

    def remove(self, engine: str) -> Future[None]:
        """Delete the model of a removable engine; the best of the others is then in force."""

    def choose(self, engine: str | None) -> None:
        """Use this engine from now on; None: the best one installed.

        Raises:
            OSError: the choice could not be written.
        """


class Services(Protocol):
    """Everything a screen is handed."""

    @property
    def data_dir(self) -> Path:
        """The folder that everything is written to."""

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """All scenarios that could be read."""

    @property
    def sellers(self) -> dict[str, Seller]:
        """The shipped sellers by id."""

    @property
    def guides(self) -> dict[str, str]:
        """Guide id -> title."""

    @property
    def guide_records(self) -> dict[str, Guide]:
        """The guides themselves by id: author, stance, what they count."""

    @property
    def settings(self) -> Settings:
        """The settings in force; change them with `save_settings`."""

    @property
    def articles(self) -> dict[str, Source]:
        """Article number ("002") -> the article, over all guides."""

    @property
    def calls(self) -> Calls:
        """The running call."""

    @property
    def review(self) -> Review:
        """Stored attempts."""

    @property
    def browsing(self) -> Browsing:
        """Attempts as History shows them."""

    @property
    def carrying(self) -> Carrying:
        """Long work on many attempts."""

    @property
    def is_open(self) -> bool:
        """Whether the history is open; before that, whoever asks for it waits. See `Bridge.opened`."""

    @property
    def practice(self) -> Practice:
        """What to practise, and what came of it."""

    @property
    def listening(self) -> Listening:
        """Playing and device tests."""

    @property
    def retakes(self) -> Retakes:
        """Parts of replies, recorded anew."""

    @property
    def scripts(self) -> Scripts:
        """The user's own scripts."""

    @property
    def shelf(self) -> Shelf:
        """The user's own scenarios."""

    @property
    def authoring(self) -> Authoring:
        """The draft of an own scenario."""

    @property
    def delays(self) -> Delays:
        """The delay of the sound devices."""

    @property
    def models(self) -> Models:
        """Speech models."""

    @property
    def ambush(self) -> AmbushKeeper:
        """What is armed to ring by surprise."""

    def length_band(self, scenario_id: str) -> Band:
        """How long the reply should be, in seconds from the beep, by the guide in force."""

    def save_settings(self, settings: Settings) -> None:
        """Keep `settings` and put them in force.

        Raises:
            OSError: they could not be written.
        """
