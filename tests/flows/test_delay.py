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
from trainer.errors import BadInput
from trainer.worker import Worker
found = []
with closing(Worker(Path(sys.argv[1]), lambda _: None)) as worker:
    for _ in range(8):  # a starved machine garbles clicks: then the user is told to try again, and does
        try:
            found.append(worker.delays.measure().result(timeout=60))
        except BadInput as error:
            print(error, file=sys.stderr)
        if len(found) == 2:
            break
print(json.dumps([[one.delay_s, one.uncertainty_s] for one in found]))
"""


def test_the_delay_of_a_looped_back_speaker_is_plausible_and_stays_the_same(
    own_desktop: Desktop, tmp_path: Path
) -> None:
    own_desktop.sound.loop_back()
    command = [sys.executable, "-c", MEASURE, str(tmp_path)]
    done = subprocess.run(
        command, env=own_desktop.env, check=True, capture_output=True, text=True, timeout=240
    )
    first, second = json.loads(done.stdout)
    for delay_s, uncertainty_s in (first, second):
        assert -0.05 <= delay_s <= LONGEST_S
        assert uncertainty_s <= 0.015
    assert abs(first[0] - second[0]) <= 0.1
