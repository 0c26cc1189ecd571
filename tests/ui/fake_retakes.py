"""`ui.retake_services.Retakes` without a microphone: the test settles `making`."""

from __future__ import annotations

from concurrent.futures import Future

from trainer.practice.retake import Place, Retaken
from trainer.records import SAMPLE_RATE


class FakeRetakes:
    """`kept` is the newest retake of every attempt; `asked` what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.kept: Retaken | None = None
        self.making: Future[Retaken | None] = Future()
        self.level = -20.0

    def start(self, attempt_id: str, place: Place) -> Future[Retaken | None]:
        self.asked.append(("start", attempt_id, place))
        self.making = Future()
        self.making.set_running_or_notify_cancel()
        return self.making

    def finish(self) -> None:
        self.asked.append(("finish",))

    def cancel(self) -> None:
        self.asked.append(("cancel",))
        if self.making.running():
            self.making.set_result(None)

    def recording(self) -> bool:
        return bool(self.asked) and self.asked[-1][0] == "start"

    def level_dbfs(self) -> float:
        return self.level

    def seconds(self) -> float:
        return 2.0

    def last(self, attempt_id: str) -> Future[Retaken | None]:
        return _finished(self.kept)

    def remove(self, made: Retaken) -> Future[None]:
        self.asked.append(("remove", made.take.id))
        return _finished(None)

    def whole(self, made: Retaken) -> Future[bytes]:
        self.asked.append(("whole", made.take.id))
        return _finished(b"\x00\x00" * SAMPLE_RATE)


def _finished(result: object) -> Future:
    future: Future = Future()
    future.set_result(result)
    return future
