"""A real browser without a screen: Chromium, spoken to in its own protocol over two pipes.

Nothing but the browser itself is needed; https://chromedevtools.github.io/devtools-protocol describes
the calls.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    "--headless",
    "--no-sandbox",  # it refuses to run as root with one; the page is our own
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--mute-audio",
    "--no-first-run",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)
_ITS_INPUT, _ITS_OUTPUT = 3, 4
"""The files over which Chromium speaks when it is asked to use a pipe."""


def find_browser() -> str | None:
    """The browser of this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One page. `said` holds what it told the console, `asked` the addresses that it wanted."""

    def __init__(self, program: str, folder: Path) -> None:
        """`folder` is where it may write."""
        to_it, from_it = os.pipe(), os.pipe()
        # Beyond the numbers that they get in the child, so that neither is overwritten before it is copied.
        high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _ITS_OUTPUT + 1) for end in (to_it[0], from_it[1])]
        self._pid = os.posix_spawn(
            program,
            [program, *_OPTIONS, f"--user-data-dir={folder}", "about:blank"],
            {**os.environ, "HOME": str(folder)},
            file_actions=[
                (os.POSIX_SPAWN_DUP2, high[0], _ITS_INPUT),
                (os.POSIX_SPAWN_DUP2, high[1], _ITS_OUTPUT),
                (os.POSIX_SPAWN_OPEN, 2, str(folder / "browser.log"), os.O_WRONLY | os.O_CREAT, 0o600),
            ],
        )
        for end in (to_it[0], from_it[1], *high):
            os.close(end)
        self._to, self._from = os.fdopen(to_it[1], "wb"), os.fdopen(from_it[0], "rb")
        self._calls, self._rest, self._session = 0, b"", ""
        self.said: list[str] = []
        self.asked: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for part in ("Page", "Runtime", "Network"):
            self.call(f"{part}.enable")

    def open(self, file: Path) -> None:
        """Load a page from the disk, to its end."""
        self.call("Page.navigate", url=file.as_uri())
        self.ask("new Promise(done => document.readyState === 'complete' ? done(1)"
                 " : addEventListener('load', () => done(1)))")  # fmt: skip

    def ask(self, script: str) -> Any:
        """What a piece of script comes to; of a promise, what it holds at last."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, element: str) -> None:
        """Press the left button over what the piece of script `element` finds."""
        box = self.ask(
            f"(e => {{ e.scrollIntoView({{block: 'center'}}); const b = e.getBoundingClientRect();"
            f" return [b.x + b.width / 2, b.y + b.height / 2] }})({element})"
        )
        for what in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=what, x=box[0], y=box[1], button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key, by its name."""
        for what in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=what, key=key, code=key)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """One call of the protocol; what happens until its answer comes is noted."""
        self._calls += 1
        message = {"id": self._calls, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        self._to.flush()
        while True:
            got = self._next()
            if got.get("id") == self._calls:
                assert "error" not in got, got
                answer: dict[str, Any] = got["result"]
                return answer
            self._note(got)

    def close(self) -> None:
        """End the browser."""
        self._session = ""
        self.call("Browser.close")
        self._to.close()
        self._from.close()
        os.waitpid(self._pid, 0)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            came = os.read(self._from.fileno(), 1 << 16)
            assert came, "the browser has ended"
            self._rest += came
        message, _, self._rest = self._rest.partition(b"\0")
        read: dict[str, Any] = json.loads(message)
        return read

    def _note(self, event: dict[str, Any]) -> None:
        told = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.asked.append(told["request"]["url"])
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown":
                self.said.append(json.dumps(told))
