from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance

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
