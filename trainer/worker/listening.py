"""Playing takes and prompts outside a call, and trying the devices."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np

from trainer.audio import (
    Captured,
    CaptureFailed,
    Converter,
    DeviceReplaced,
    Microphone,
    Pcm,
    Played,
    Player,
    PlayFailed,
    Sound,
    devices,
)
from trainer.audio.capture import QUIETEST_DBFS, peak_dbfs
from trainer.audio.stretch import stretched
from trainer.audio.takes import read_take
from trainer.audio.voice_activity import level_of, voiced_spans
from trainer.errors import DeviceError, ModelMissing, WorldError
from trainer.records import SAMPLE_RATE, Level, Take, Transcript
from trainer.settings import DeviceName
from trainer.transcription.engines import EngineChoice
from trainer.transcription.recogniser import transcribe_pcm

Position = Callable[[float | None], None]
REPORT_EVERY_S = 0.1
"""How often it is told where the sound is; whoever draws it goes on in between."""


@dataclass(slots=True)
class _Sounding:
    """A sound on its way out, or being heard."""

    start_s: float
    """Where in the take it begins."""
    take_seconds: float
    """How much of the take it is."""
    speed: float
    on_position: Position
    heard_from_s: float | None = None
    """Monotonic time at which its first sample is heard."""
    report_at_s: float = 0.0

    def place_s(self, now_s: float) -> float:
        """Seconds of the take at which the ear is, by the clock of the output."""
        heard_s = now_s - (self.heard_from_s if self.heard_from_s is not None else now_s)
        return self.start_s + min(max(0.0, heard_s * self.speed), self.take_seconds)


class Listening:
    """See `ui.services.Listening`. Public methods may be called from any thread."""

    def __init__(
        self,
        *,
        post: Callable[[Callable[[], None]], None],
        data_dir: Path,
        player: Player,
        microphone: Microphone,
        load_sound: Callable[[str], Sound],
        engine: Callable[[], EngineChoice | None],
        tell: Callable[[str], None],
        tell_not_played: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`tell` gets plain sentences about sound that did not work, `tell_not_played` those about a take;
        `clock` is the one of `Played`."""
        self._post, self._data_dir, self._player, self._microphone = post, data_dir, player, microphone
        self._load_sound, self._engine, self._tell = load_sound, engine, tell
        self._tell_not_played = tell_not_played
        self._numbers = count()
        self._clock = clock
        self._playing: dict[str, _Sounding] = {}
        self._stops = 0
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="listening")
        self._converter: Converter | None = None
        self._test: list[Pcm] = []
        self._test_frames = 0
        self._tested: Future[tuple[bytes, Level]] | None = None
        self._level = QUIETEST_DBFS

    # ------------------------------------------------------------------ playing

    def play_take(
        self,
        take: Take,
        start_s: float,
        end_s: float | None,
        on_position: Position,
        speed: float = 1.0,
    ) -> None:
        """See `ui.services.Listening`."""
        path = self._data_dir / take.path

        def play() -> None:
            try:
                pcm = read_take(path, start_s, end_s)
            except (WorldError, OSError) as error:
                self._tell_not_played(f"This take cannot be played. {error}")
                on_position(None)
                return
            if speed == 1.0:
                self._play(Sound("take", pcm, SAMPLE_RATE), start_s, on_position)
            else:
                self._stop_playing()
                self._aside.submit(self._stretch, pcm, start_s, on_position, speed, self._stops)

        self._post(play)

    def _stretch(self, pcm: Pcm, start_s: float, on_position: Position, speed: float, stops: int) -> None:
        """2 ms of work a second of sound, which the session's thread is not kept from its own for."""
        sound = Sound("take", stretched(pcm, speed), SAMPLE_RATE)

        def play() -> None:
            if stops == self._stops:
                self._play(sound, start_s, on_position, speed)
            else:  # something else was wanted meanwhile
                on_position(None)

        self._post(play)

    def play_prompt(self, audio: str, on_end: Callable[[], None]) -> None:
        """Play a shipped prompt."""

        def ended(position: float | None) -> None:
            if position is None:
                on_end()

        self._post(lambda: self._play(self._load_sound(audio), 0.0, ended))

    def play_test(self, pcm: bytes) -> None:
        """Play a test sentence back."""
        self.play_pcm(pcm, lambda _: None)

    def play_pcm(self, pcm: bytes, on_position: Position) -> None:
        """See `ui.services.Listening`."""
        sound = Sound("test", np.frombuffer(pcm, dtype="<i2").astype(np.int16), SAMPLE_RATE)
        self._post(lambda: self._play(sound, 0.0, on_position))

    def stop(self) -> None:
        """Silence."""
        self._post(self._stop_playing)

    def _stop_playing(self) -> None:
        self._stops += 1
        self._player.stop()
        # A sound that was stopped before it began is not reported, so its end is told here.
        playing, self._playing = self._playing, {}
        for sounding in playing.values():
            sounding.on_position(None)

    def _play(self, sound: Sound, start_s: float, on_position: Position, speed: float = 1.0) -> None:
        self._stop_playing()
        tag = f"review-{next(self._numbers)}"
        self._playing[tag] = _Sounding(start_s, sound.seconds * speed, speed, on_position)
        self._player.play(sound, tag)

    # ------------------------------------------------------------------ devices

    def inputs(self) -> Future[list[DeviceName]]:
        """Microphones, looked up afresh."""
        return self._aside.submit(self._afresh, devices.inputs)

    def outputs(self) -> Future[list[DeviceName]]:
        """Speakers, looked up afresh."""
        return self._aside.submit(self._afresh, devices.outputs)

    def _afresh(self, listed: Callable[[], list[DeviceName]]) -> list[DeviceName]:
        self._player.release()  # an open stream, even an idle one, would keep the old list
        devices.refresh()
        return listed()

    def level_dbfs(self) -> float:
        """Peak level of the newest block of a running test."""
        return self._level

    def record_test(self, seconds: float) -> Future[tuple[bytes, Level]]:
        """Record a test sentence of at most `seconds`."""
        tested: Future[tuple[bytes, Level]] = Future()
        self._post(lambda: self._begin_test(seconds, tested))
        return tested

    def testing(self) -> bool:
        """Whether a test sentence is being recorded."""
        return self._tested is not None

    def stop_test(self) -> None:
        """End `record_test` early."""
        self._post(self._end_test)

    def hear_test(self, pcm: bytes) -> Future[Transcript]:
        """What the engine in force hears in it; the future raises ModelMissing without one."""

        def hear() -> Transcript:
            engine = self._engine()
            if engine is None:
                raise ModelMissing("No speech model is installed.", "Fetch one in Settings.")
            return transcribe_pcm(np.frombuffer(pcm, dtype="<i2").astype(np.int16), engine)

        return self._aside.submit(hear)

    # ------------------------------------------------------------------ on the session's thread

    def take_in(self, item: object) -> None:
        """Reports of the player and the microphone that concern playing here or a running test."""
        match item:
            case Played(tag, "started", at_s) if tag in self._playing:
                sounding = self._playing[tag]
                sounding.heard_from_s, sounding.report_at_s = at_s, at_s + REPORT_EVERY_S
                sounding.on_position(sounding.start_s)
            case Played(tag, _, _) if tag in self._playing:
                self._playing.pop(tag).on_position(None)
            case PlayFailed(tag, message) if tag in self._playing:
                self._playing.pop(tag).on_position(None)
                self._tell(message)
            case Captured() if self._converter:
                self._hear_test(self._converter.convert(item))
            case DeviceReplaced(message) if self._tested:
                self._tell(message)
            case CaptureFailed(message) if self._tested:
                tested, self._tested = self._tested, None
                self._stop_microphone()
                tested.set_exception(DeviceError(message))

    def seconds_to_timer(self) -> float | None:
        """Until it should be told where the sound is; None in silence."""
        due = [one.report_at_s for one in self._playing.values() if one.heard_from_s is not None]
        return max(0.0, min(due) - self._clock()) if due else None

    def wake(self) -> None:
        """Tell where the sound is."""
        now_s = self._clock()
        for sounding in self._playing.values():
            if sounding.heard_from_s is not None and sounding.report_at_s <= now_s:
                sounding.report_at_s = now_s + REPORT_EVERY_S
                sounding.on_position(sounding.place_s(now_s))

    def close(self) -> None:
        """Stop a running test and the look-ups."""
        self._end_test()
        self._aside.shutdown(wait=True, cancel_futures=True)

    def _begin_test(self, seconds: float, tested: Future[tuple[bytes, Level]]) -> None:
        self._end_test()
        self._stop_playing()
        try:
            self._converter = self._microphone.open()
        except DeviceError as error:
            tested.set_exception(error)
            return
        self._test, self._test_frames, self._tested = [], int(seconds * SAMPLE_RATE), tested

    def _hear_test(self, pcm: Pcm) -> None:
        self._level = peak_dbfs(pcm)
        self._test.append(pcm)
        if sum(map(len, self._test)) >= self._test_frames:
            self._end_test()

    def _end_test(self) -> None:
        tested, self._tested = self._tested, None
        if tested:
            self._stop_microphone()
            pcm = np.concatenate(self._test) if self._test else np.zeros(0, dtype=np.int16)
            tested.set_result((pcm.astype("<i2").tobytes(), level_of(pcm, voiced_spans(pcm))))

    def _stop_microphone(self) -> None:
        self._converter = None
        self._microphone.close()
        self._level = QUIETEST_DBFS
