"""A whole desktop for the flows: screen, window manager, session bus and sound card, all of them private.

with desktop() as desk:
    with desk.program("--data-dir", folder) as window:
        window.press("Return")
        window.wait_for("19 of 22 met")
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.flows.screen_reader import ScreenReader
from tests.virtual_sound import VirtualSound, virtual_sound

T = TypeVar("T")
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "pulseaudio", "pactl", "paplay", "parec")
PICTURES = Path(__file__).resolve().parents[2] / "build" / "flows"
SCREEN = "1400x900x24"
START_S = 120
"""The longest a program may take to do what a flow waits for; generous, since two cores do everything."""
SHORTEST_REST_S = 0.05
"""Between two looks at what is waited for."""
REACTION_S = 0.6
"""Nobody presses a key sooner after something has changed; the window ignores such keys as accidents."""
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


def missing() -> list[str]:
    """The programs that this machine lacks for the flows."""
    return [program for program in PROGRAMS if not shutil.which(program)]


def wait_until(what: Callable[[], T], description: str, seconds: float = START_S) -> T:
    """The first true value of `what()`; fails with `description` when none comes.

    It rests as long as it has looked, or what is looked at would have no processor to get on with.
    """
    give_up = time.monotonic() + seconds
    looks = time.monotonic()
    while not (value := what()):
        now = time.monotonic()
        assert now < give_up, f"waited {seconds:g} s for {description}"
        time.sleep(max(SHORTEST_REST_S, now - looks))
        looks = time.monotonic()
    return value


@dataclass
class Desktop:
    """A running desktop; `env` puts a program on it."""

    env: dict[str, str] = field(repr=False)
    sound: VirtualSound
    reader: ScreenReader

    def run(self, *command: str) -> str:
        """Run a tool on this desktop and return what it prints."""
        return subprocess.run(
            command, env=self.env, check=True, capture_output=True, text=True
        ).stdout.strip()

    def screenshot(self, path: Path) -> None:
        """Save a picture of the whole screen as PNG."""
        self.run(sys.executable, "-c", GRAB, str(path))

    @contextmanager
    def program(self, *arguments: str, title: str = "Ringback") -> Iterator[Window]:
        """Start the real program with `arguments` and wait for its window; ends it with the block.

        A block that fails leaves a picture of the screen in `build/flows`.
        """
        process = subprocess.Popen([sys.executable, "-m", "trainer", *arguments], env=self.env)
        try:
            yield Window(self, process, self._window_of(process, title))
        except BaseException:
            PICTURES.mkdir(parents=True, exist_ok=True)
            test = os.environ.get("PYTEST_CURRENT_TEST", "flow").rpartition("::")[2].split()[0]
            self.screenshot(PICTURES / f"{test}.png")
            raise
        finally:
            process.terminate()
            process.wait(timeout=20)

    def _window_of(self, process: subprocess.Popen[bytes], title: str) -> str:
        def find() -> str:
            assert process.poll() is None, f"the program ended with status {process.returncode}"
            search = ["xdotool", "search", "--onlyvisible", "--name", title]
            found = subprocess.run(search, env=self.env, check=False, capture_output=True, text=True)
            return found.stdout.split()[0] if found.stdout else ""

        window = wait_until(find, f"a window called {title}")
        self.run("xdotool", "windowactivate", "--sync", window)
        return window


@dataclass
class Window:
    """The window of a running program, and the hands before it."""

    desktop: Desktop
    process: subprocess.Popen[bytes]
    id: str

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each by its X name ("space", "Return", "ctrl+2")."""
        time.sleep(REACTION_S)
        self.desktop.run("xdotool", "key", "--delay", "60", *keys)

    def hold(self, key: str, seconds: float) -> None:
        """Hold a key down as long as that, with the system's auto-repeat."""
        time.sleep(REACTION_S)
        self.desktop.run("xdotool", "keydown", key)
        time.sleep(seconds)
        self.desktop.run("xdotool", "keyup", key)

    def click(self, x: int, y: int) -> None:
        """Click at a place within the window."""
        self.desktop.run("xdotool", "mousemove", "--window", self.id, str(x), str(y), "click", "1")

    def text(self) -> str:
        """All that the window says now, as a screen reader reads it."""
        return self.desktop.reader.text()

    def wait_for(self, text: str, seconds: float = START_S) -> str:
        """Wait until the window says `text`; returns all that it says then."""

        def shown() -> str:
            assert self.process.poll() is None, f"the program ended with status {self.process.returncode}"
            said = self.text()
            return said if text in said else ""

        try:
            return wait_until(shown, f"'{text}' on the screen", seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; it says:\n{self.text()}") from None


@contextmanager
def desktop() -> Iterator[Desktop]:
    """Start everything; it ends, in reverse order, with the block."""
    with ExitStack() as stack:
        sound = stack.enter_context(virtual_sound())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="desk")))
        bus = f"unix:path={folder}/bus"
        _background(stack, ["dbus-daemon", "--session", "--nofork", f"--address={bus}"], sound.env)
        display = _start_screen(stack, sound.env)
        env = {
            **sound.env,
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }
        env.pop("WAYLAND_DISPLAY", None)
        _background(stack, ["openbox"], env)
        wait_until((folder / "bus").exists, "the session bus", 10)
        reader = ScreenReader(bus)
        stack.callback(reader.close)
        yield Desktop(env, sound, reader)


def _background(stack: ExitStack, command: list[str], env: dict[str, str]) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=env, stdout=quiet, stderr=quiet)
    stack.callback(process.wait, 10)
    stack.callback(process.terminate)


def _start_screen(stack: ExitStack, env: dict[str, str]) -> str:
    """Start Xvfb on a number of its own choice; returns it as DISPLAY."""
    receive, send = os.pipe()
    command = ["Xvfb", "-displayfd", str(send), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    process = subprocess.Popen(command, env=env, pass_fds=[send], stderr=subprocess.DEVNULL)
    stack.callback(process.wait, 10)
    stack.callback(process.terminate)
    os.close(send)
    with os.fdopen(receive) as number:
        return f":{number.readline().strip()}"
