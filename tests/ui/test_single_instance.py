from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.single_instance import LOCK_NAME, SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
other = SingleInstance(Path(sys.argv[1]))
assert not other.first
sys.exit(0 if other.raise_first() else 1)
"""


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    raised: list[bool] = []
    first.raised.connect(lambda: raised.append(True))
    assert first.first
    with subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path)]) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    assert raised == [True]
    first.close()


HOLDER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance(Path(sys.argv[1]))
assert first.first
print("there", flush=True)
time.sleep(1.5)  # closing: its loop does not run any more
first.close()
"""


def test_a_start_while_the_first_is_closing_becomes_the_first(qapp: object, tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"there\n"
        second = SingleInstance(tmp_path)
        assert not second.first
        assert not second.raise_first()
    assert second.first
    second.close()


STAYS = "import sys; sys.stdin.read()"
"""A program that ends when its standard input does."""


@pytest.mark.skipif(os.name != "posix", reason="Windows removes such a file with its process")
@pytest.mark.parametrize("computer", ["another-name", socket.gethostname()])
def test_a_lock_that_a_dead_process_left_does_not_block(qapp: object, tmp_path: Path, computer: str) -> None:
    # The number is that of a program that runs, as numbers are used again.
    with subprocess.Popen([sys.executable, "-c", STAYS], stdin=subprocess.PIPE) as other:
        name = Path(sys.executable).resolve().name
        (tmp_path / LOCK_NAME).write_text(f"{other.pid}\n{name}\n{computer}\n\n\n")  # Qt's own format
        start = SingleInstance(tmp_path)
        assert not start.first
        assert not start.raise_first()
        assert start.first
        start.close()


def test_another_folder_is_another_place(qapp: object, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.first
    assert other.first
    one.close()
    other.close()


def test_the_place_is_free_again_after_closing(qapp: object, tmp_path: Path) -> None:
    SingleInstance(tmp_path).close()
    again = SingleInstance(tmp_path)
    assert again.first
    again.close()
