"""`ui.delay_services` without devices: the test says what was found."""

from __future__ import annotations

from concurrent.futures import Future

from trainer.records import DeviceDelay


class FakeDelays:
    """`found` is settled by the test."""

    def __init__(self) -> None:
        self.found: Future[DeviceDelay | None] = Future()
        self.asked: list[str] = []
        self.level = -30.0

    def measure(self) -> Future[DeviceDelay | None]:
        self.asked.append("measure")
        self.found = Future()
        return self.found

    def cancel(self) -> None:
        self.asked.append("cancel")
        if "measure" in self.asked and not self.found.done():
            self.found.set_result(None)

    def measuring(self) -> bool:
        return "measure" in self.asked and not self.found.done()

    def level_dbfs(self) -> float:
        return self.level
