"""Rehearsing: the first judgement waits for nothing."""

from __future__ import annotations

import subprocess
import sys

from trainer.guides import load_guides
from trainer.judging import rehearse
from trainer.paths import ROOT
from trainer.scenarios import load_library

FIRST_MESSAGE = """
import gc

from trainer.analysis import judge
from trainer.analysis.language import phrases
from trainer.contract import read_request
from trainer.guides import load_guides
from trainer.judging import rehearse
from trainer.scenarios import load_library

def compiled():
    return sum("pattern" in vars(one) for one in gc.get_objects() if isinstance(one, phrases._Phrase))

library, guides = load_library(), load_guides()
rehearse(library.scenarios, guides, enough=lambda: False)
rehearsed = compiled()
message = library.scenario("voicemail-referral-logistics").model_answers[0].says[0]
request = read_request({"kind": "voicemail", "text": message, "context": {"caller_name": "Ada Quill"}})
judge(request, guides["sell-the-call"])
print(rehearsed, compiled() - rehearsed)
"""


def test_after_rehearsing_a_good_message_meets_hardly_a_new_phrase() -> None:
    """In a process of its own, because other tests have met phrases, too."""
    command = [sys.executable, "-c", FIRST_MESSAGE]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    rehearsed, new = map(int, done.stdout.split())
    assert rehearsed > 100
    assert new < rehearsed / 20


def test_rehearsing_ends_when_the_program_does() -> None:
    answers = iter([False, False, True])
    rehearse(load_library().scenarios, load_guides(), enough=lambda: next(answers))
    assert next(answers, None) is None
