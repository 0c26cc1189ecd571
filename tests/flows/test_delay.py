"""The delay of real (virtual) devices: clicks go out of the speaker and come back into the microphone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.flows.desktop import Desktop

LONGEST_S = 0.35
"""A null sink and its monitor take no more than they report (0 to 20 ms were seen); a busy machine adds."""
MEASURE = """
import json, sys
from contextlib import closing
from pathlib import Path
from trainer.worker import Worker
with closing(Worker(Path(sys.argv[1]), lambda _: None)) as worker:
    found = worker.delays.measure().result(timeout=60)
print(json.dumps([found.delay_s, found.uncertainty_s]))
"""


def measured(desktop: Desktop, folder: Path) -> tuple[float, float]:
    """Delay and uncertainty in seconds, as the program measures them."""
    command = [sys.executable, "-c", MEASURE, str(folder)]
    done = subprocess.run(command, env=desktop.env, check=True, capture_output=True, text=True, timeout=120)
    delay_s, uncertainty_s = json.loads(done.stdout)
    return delay_s, uncertainty_s


def test_the_delay_of_a_looped_back_speaker_is_plausible_and_stays_the_same(
    own_desktop: Desktop, tmp_path: Path
) -> None:
    own_desktop.sound.loop_back()
    first, second = (measured(own_desktop, tmp_path / name) for name in ("one", "two"))
    for delay_s, uncertainty_s in (first, second):
        assert -0.05 <= delay_s <= LONGEST_S
        assert uncertainty_s <= 0.015
    assert abs(first[0] - second[0]) <= 0.1
