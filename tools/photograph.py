"""Photograph every screen with canned data: light and dark, 1280x800 and 900x640.

    python tools/photograph.py OUT_DIR [--only PART_OF_NAME] [--family Inter]
    python tools/photograph.py docs/pictures --readme --family Inter

Under a real platform (a display, or Xvfb) for pictures that people see; the window is the real one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from authoring_scenes import AUTHORING_SCENES
from briefing_scenes import BRIEFING_SCENES
from compare_scenes import COMPARE_SCENES
from decision_scenes import DECISION_SCENES
from get_through_scenes import GET_THROUGH_SCENES
from practice_scenes import PRACTICE_SCENES
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from retake_scenes import RETAKE_SCENES
from script_scenes import SCRIPT_SCENES
from shelf_scenes import SHELF_SCENES

from tests.ui import sample_feedback
from tests.ui.fakes import CALL_BACK, ELEVATOR, HEARD, VOICEMAIL, Announcer, FakeServices
from trainer import events
from trainer.practice.ambush import Within
from trainer.practice.own_message import own_message
from trainer.practice.round import Round, sheet
from trainer.records import Attempt, Band, Level, Prediction, Seller
from trainer.settings import AmbushRules
from ui import screens, theme
from ui.bridge import Bridge
from ui.left_control import LeftControl
from ui.main_window import MainWindow
from ui.speak_test import SpeakTest
from ui.widgets.ring_window import RingWindow

SIZES = ((1280, 800), (900, 640))
SETTLE_MS = 150
SECTIONS = ("me", "guidance", "look", "practice", "privacy", "about")
"""Of Settings, which need nothing prepared."""
WITH_MENU = "voicemail-lead-dental"
ALL_DAY = AmbushRules(opens_min=0, closes_min=0)


@dataclass(frozen=True)
class Stage:
    """What a scene may use."""

    window: MainWindow
    services: FakeServices
    bridge: Bridge

    def call(self, scenario_id: str) -> Announcer:
        """Start a call and return the one who announces it."""
        self.window.go("call", scenario_id)
        scenario = next(one for one in self.services.scenarios if one.id == scenario_id)
        announcer = Announcer(self.bridge.post, scenario)
        announcer.dialling()
        return announcer


def today(stage: Stage) -> None:
    stage.window.go("today", VOICEMAIL)


def today_armed(stage: Stage) -> None:
    stage.services.ambush.arm(Within(minutes=40), datetime.now().astimezone(), ALL_DAY)
    stage.bridge.ambush_changed.emit()


def today_missed(stage: Stage) -> None:
    call_back = next(one for one in stage.services.scenarios if one.id == CALL_BACK)
    stage.services.ambush.missed(call_back, datetime.now().astimezone())
    stage.bridge.ambush_changed.emit()


def ring_small(stage: Stage) -> QWidget:
    ring = RingWindow()
    scenario = next(one for one in stage.services.scenarios if one.id == CALL_BACK)
    ring.show_call(scenario)
    left = LeftControl(stage.services, stage.bridge, ring.left)
    left.told.connect(ring.show_left)
    left.show_for(scenario)
    ring.show_ring(2, 5)
    return ring


def ring_small_own(stage: Stage) -> QWidget:
    leave_a_message(stage)
    return ring_small(stage)


def ring_small_focused(stage: Stage) -> QWidget:
    ring = ring_small(stage)
    linger(SETTLE_MS)
    ring.activateWindow()
    linger(SETTLE_MS)
    return ring


def round_setup(stage: Stage) -> None:
    stage.window.go("round")


def round_wait(stage: Stage) -> None:
    stage.window.go("round")
    stage.window.screen_shown().control.start(Round())  # type: ignore[attr-defined]


def round_sheet(stage: Stage) -> None:
    attempts = [attempt for attempt in sample_feedback.many() if attempt.scenario.kind == "callback"]
    call_back = sample_feedback.call_back()
    missed = replace(call_back, id="missed", state="missed-ring", turns=(), feedback=None)
    stage.window.go("round")
    page = stage.window.screen_shown().sheet  # type: ignore[attr-defined]
    page.show_sheet(sheet([call_back, missed, *attempts[:1]]), "")
    page.parent().setCurrentWidget(page)


def calling(stage: Stage) -> None:
    stage.call(VOICEMAIL)


def line(stage: Stage) -> None:
    stage.call(VOICEMAIL).line()


def call(stage: Stage) -> None:
    announcer = stage.call(VOICEMAIL)
    announcer.line()
    announcer.line_over()
    announcer.your_turn()
    announcer.speaking(14.2, HEARD)
    hold_level(stage)


def call_points(stage: Stage) -> None:
    call(stage)
    linger(SETTLE_MS)
    stage.window.screen_shown()._head.points.click()  # type: ignore[attr-defined]


def call_embedded(stage: Stage) -> None:
    announcer = stage.call(ELEVATOR)
    announcer.line()
    announcer.line_over()
    announcer.your_turn(live_words=False)
    announcer.speaking(6.4)
    hold_level(stage)


def ring_full(stage: Stage) -> None:
    stage.call(CALL_BACK).ring(2)


def leave_a_message(stage: Stage) -> None:
    """Two days ago, for Dana Whitfield."""
    two_days_ago = datetime.now(UTC) - timedelta(days=2)
    left = replace(sample_feedback.voicemail(), started_utc=two_days_ago.isoformat(timespec="seconds"))
    heard = left.turns[0].transcript
    assert heard
    stage.services.review.own_message = own_message(left)
    stage.services.review.pcm_bytes = sample_feedback.speech(heard.words, 26.4)


def ring_own(stage: Stage) -> None:
    leave_a_message(stage)
    stage.call(CALL_BACK).ring(2)


def reply(stage: Stage) -> None:
    announcer = stage.call(CALL_BACK)
    announcer.line()
    announcer.your_turn(turn=1)
    announcer.speaking(6.2, "dana thanks for calling back its sam reyes")
    hold_level(stage)


def mailbox_menu(stage: Stage) -> None:
    announcer = stage.call(WITH_MENU)
    announcer.your_turn()
    announcer.speaking(21.0)
    announcer.post(events.LineStarted(attempt_id="attempt-1", prompt=announcer.scenario.prompts[-1]))


def elevator(stage: Stage) -> None:
    stage.services.band = Band(near_from=0.0, good_from=0.0, good_to=9.0, near_to=10.0)
    announcer = stage.call(ELEVATOR)
    announcer.line()
    announcer.your_turn()
    announcer.speaking(6.4, "im sam reyes from fieldline i check freight invoices")
    hold_level(stage)


def between_goes(stage: Stage) -> None:
    elevator(stage)
    stage.bridge.post(events.GoEnded(attempt_id="attempt-1", go=1, of=3))


def hearing(stage: Stage) -> None:
    announcer = stage.call(VOICEMAIL)
    announcer.your_turn()
    announcer.ended()


def waiting(stage: Stage) -> None:
    announcer = stage.call(VOICEMAIL)
    announcer.your_turn()
    announcer.ended()
    announcer.waiting(
        "Nothing here can hear English yet. Fetch the speech model in Settings, or with: ringback model fetch"
    )


def trouble(stage: Stage) -> None:
    stage.call(VOICEMAIL).trouble("The microphone is busy. Close the other program that uses it.", fatal=True)


def message(stage: Stage) -> None:
    stage.window.go("today")
    stage.window.tell("The speaker has gone. Plug it in again, or choose another one in Settings.")


def missed(stage: Stage) -> None:
    announcer = stage.call(CALL_BACK)
    announcer.ring(5)
    announcer.missed()


def feedback(stage: Stage) -> None:
    show_attempt(stage, sample_feedback.voicemail())
    stage.services.listening.on_position = None
    linger(SETTLE_MS)
    stage.window.screen_shown().listen.play_word(0, 45)  # type: ignore[attr-defined]


def feedback_callback(stage: Stage) -> None:
    show_attempt(stage, sample_feedback.call_back())


def feedback_waiting(stage: Stage) -> None:
    show_attempt(stage, sample_feedback.waiting())


def predict(stage: Stage) -> None:
    predict_asked(stage)
    form = stage.window.screen_shown().form  # type: ignore[attr-defined]
    form.slider.guess(18)
    form.aim.choose(0)
    form.ready.choose(1)
    form.show_me.setFocus()


def predict_asked(stage: Stage) -> None:
    attempt = sample_feedback.waiting()
    stage.services.review.attempts = {attempt.id: attempt}
    stage.window.go("predict", attempt.id)
    linger(SETTLE_MS)


def feedback_guessed(stage: Stage) -> None:
    guess = Prediction(seconds=18.0, aim="yes", aim_check="one-ask", ready="nearly")
    show_attempt(stage, sample_feedback.voicemail(prediction=guess))


def show_attempt(stage: Stage, attempt: Attempt) -> None:
    """Show the feedback on an attempt whose sound looks like its words."""
    take = attempt.turns[-1].take
    words = sample_feedback.words_of(
        sample_feedback.SAID if len(attempt.turns) == 1 else sample_feedback.ANSWER
    )
    stage.services.review.attempts = {attempt.id: attempt}
    stage.services.review.pcm_bytes = sample_feedback.speech(words, take.seconds if take else 0.0)
    stage.window.go("feedback", attempt.id)


def keys(stage: Stage) -> None:
    stage.window.show_keys()


def welcome(stage: Stage) -> None:
    welcome_step(1)(stage)
    say_a_sentence(stage, stage.window.screen_shown().step.test)  # type: ignore[attr-defined]


def welcome_step(step: int, name: str = "Sam Reyes") -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        profile = Seller(id="me", name=name)
        stage.services.settings = replace(stage.services.settings, profile=profile, welcome_step=step)
        stage.window.go("welcome")
        linger(SETTLE_MS)

    return show


def welcome_fetching(stage: Stage) -> None:
    stage.services.models.engines = []
    welcome_step(2)(stage)
    stage.window.screen_shown().step.panel.fetch.click()  # type: ignore[attr-defined]
    assert stage.services.models.on_progress
    stage.services.models.on_progress(12_300_000, 41_205_931)


def settings(stage: Stage) -> None:
    profile = Seller(id="me", name="Sam Reyes", company="Fieldline")
    stage.services.settings = replace(stage.services.settings, profile=profile)
    settings_section("sound")(stage)
    test = stage.window.screen_shown().section.test  # type: ignore[attr-defined]
    say_a_sentence(stage, test, "hi dana this is sam reyes at field line")
    linger(SETTLE_MS)


def settings_taught(stage: Stage) -> None:
    heard_as = {"Sam Reyes": ("sam raise",), "Fieldline": ("field line", "feel time")}
    profile = Seller(
        id="me", name="Sam Reyes", company="Fieldline", number="0113 496 0107", heard_as=heard_as
    )
    stage.services.settings = replace(stage.services.settings, profile=profile)
    settings_section("me")(stage)


def settings_section(name: str) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        stage.window.go("settings", name)
        linger(SETTLE_MS)

    return show


def say_a_sentence(stage: Stage, test: SpeakTest, heard: str = "hello this is sam reyes") -> None:
    """Speak into the microphone check until it has heard."""
    words = sample_feedback.words_of(sample_feedback.SAID)
    level = Level(speech_dbfs=-24.0, peak_dbfs=-14.0, clipped_share=0.0)
    stage.services.listening.level = -14.0
    test.start_or_stop()
    linger(SETTLE_MS)
    stage.services.listening.level = -22.0
    linger(SETTLE_MS)
    stage.services.listening.heard = heard
    stage.services.listening.test.set_result((sample_feedback.speech(words, 4.1), level))


SCENES: dict[str, Callable[[Stage], QWidget | None]] = {
    "today": today, "today-armed": today_armed, "today-missed": today_missed, "ring-small": ring_small,
    "round-setup": round_setup, "round-wait": round_wait, "round-sheet": round_sheet,
    "ring-small-focused": ring_small_focused, "ring-small-own": ring_small_own,
    "settings-ambush": settings_section("ambush"),
    "calling": calling, "line": line, "call": call, "call-points": call_points,
    "call-embedded": call_embedded, "ring-full": ring_full, "ring-own": ring_own, "reply": reply,
    "mailbox-menu": mailbox_menu, "elevator": elevator, "between-goes": between_goes,
    "hearing": hearing, "waiting": waiting,
    "trouble": trouble, "message": message, "missed": missed, "keys": keys, "feedback": feedback,
    "predict": predict, "predict-asked": predict_asked, "feedback-guessed": feedback_guessed,
    "feedback-callback": feedback_callback, "feedback-waiting": feedback_waiting,
    "welcome": welcome, "welcome-you": welcome_step(0, name=""), "welcome-model": welcome_step(2),
    "welcome-fetching": welcome_fetching, "welcome-drill": welcome_step(3), "settings": settings,
    "settings-taught": settings_taught, **AUTHORING_SCENES, **BRIEFING_SCENES, **COMPARE_SCENES,
    **DECISION_SCENES, **GET_THROUGH_SCENES, **PRACTICE_SCENES, **RETAKE_SCENES,
    **SCRIPT_SCENES, **SHELF_SCENES,
    **{f"settings-{name}": settings_section(name) for name in SECTIONS},
}  # fmt: skip


IN_README = ("welcome-you", "today", "call", "ring-full", "predict", "feedback", "history", "settings")


def hold_level(stage: Stage) -> None:
    """Let the meter see a peak and then a middling voice."""
    stage.services.calls.level = -14.0
    linger(1200)
    stage.services.calls.level = -22.0


def linger(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def photograph(scene: str, dark: bool, size: tuple[int, int], out: Path) -> Path:
    theme.apply("dark" if dark else "light")
    with tempfile.TemporaryDirectory() as folder:
        services, bridge = FakeServices(data_dir=Path(folder)), Bridge()
        window = MainWindow(services, bridge, screens.find())
        window.resize(*size)
        window.go("today")
        window.show()
        window.activateWindow()
        linger(SETTLE_MS)
        shown = SCENES[scene](Stage(window, services, bridge))
        linger(SETTLE_MS)
        suffix = "" if size == SIZES[0] else f"-{size[0]}x{size[1]}"
        path = out / f"{scene}{suffix}-{'dark' if dark else 'light'}.png"
        shown = shown or QApplication.activeModalWidget() or window
        shown.grab().save(str(path))
        window.close()
        for each in {window, shown}:
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="scenes whose name contains this")
    parser.add_argument("--family", help="font family instead of the system's")
    parser.add_argument("--size", action="append", help="for instance 900x640; may be repeated")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README, 1280x800")
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    if arguments.family:
        app.setFont(QFont(arguments.family))
    sizes = [tuple(map(int, size.split("x"))) for size in arguments.size or ()] or SIZES
    scenes = [name for name in SCENES if arguments.only in name]
    if arguments.readme:
        scenes, sizes = list(IN_README), SIZES[:1]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for scene in scenes:
        for size in sizes:
            for dark in (False, True):
                print(photograph(scene, dark, (size[0], size[1]), arguments.out))


if __name__ == "__main__":
    main()
