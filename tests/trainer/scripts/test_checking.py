from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trainer.examples import SELLER, scenario
from trainer.analysis.checks import all_checks
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.records import Context, KeyPoint, ScriptKind
from trainer.scripts.checking import HEARD_ONLY, Checked, check, missing_breaks, places
from trainer.scripts.choice import context_for_anyone
from trainer.scripts.pace import Pace

GUIDES = load_guides()
SCRIPT = (
    "Hi Dana, this is Sam Reyes at Fieldline.\nPriya Nair said your fuel bills went up\n"
    "and I have an idea for that.\nCall me, it takes two minutes. Or drop me an email.\n"
    "0113 496 0107. That's Sam Reyes, 0113 496 0107.\nThanks, Dana."
)
USUAL = Pace()
KINDS: tuple[ScriptKind, ...] = ("voicemail", "callback", "elevator")


def checked(
    text: str, kind: ScriptKind = "voicemail", context: Context | None = None, pace: Pace = USUAL
) -> Checked:
    return check(text, kind, context or context_of(scenario(kind), SELLER), GUIDES, None, pace)


def outcomes(found: Checked) -> dict[str, str]:
    return {one.check: one.outcome for one in found.feedback.findings}


def test_what_is_written_is_judged_as_what_is_said() -> None:
    found = outcomes(checked(SCRIPT))
    assert found["own-name-twice"] == found["number-twice"] == found["number-right"] == "met"
    assert found["one-ask"] == found["no-email"] == "missed"
    assert outcomes(checked(SCRIPT.replace(" Or drop me an email.", "")))["one-ask"] == "met"


def test_the_estimated_seconds_decide_the_length() -> None:
    slow, quick = (checked(SCRIPT, pace=Pace(words_a_minute=rate)) for rate in (90, 200))
    assert slow.seconds > quick.seconds > 10
    assert slow.feedback.seconds == pytest.approx(slow.seconds, abs=0.01)
    ends = [clause.end_s for clause in slow.feedback.ribbon]
    assert ends[-1] == slow.seconds
    assert outcomes(checked("Hi Dana, call me."))["length"] == "missed"


@pytest.mark.parametrize("kind", KINDS)
def test_what_can_only_be_heard_is_named_and_never_decided(kind: ScriptKind) -> None:
    found = checked(SCRIPT, kind)
    assert not HEARD_ONLY & outcomes(found).keys()
    assert found.feedback.fix is None or found.feedback.fix.check not in HEARD_ONLY
    guide = GUIDES[found.feedback.guide]
    counted = {one.check for one in guide.counts[kind]}
    assert set(found.heard_only) == counted & HEARD_ONLY
    assert found.heard_only


def test_all_that_needs_sound_is_known_to_need_it() -> None:
    words = [f"w{number}" for number in range(12)]
    assert set(all_checks()) >= HEARD_ONLY
    assert not HEARD_ONLY & outcomes(checked(" ".join(words))).keys()


def test_a_script_is_not_held_against_its_own_points() -> None:
    context = Context(caller_name="Sam Reyes", script=(KeyPoint(text="two invoices", must=True),))
    assert "covers-script" not in outcomes(checked(SCRIPT, context=context))


def test_a_script_for_anyone_greets_by_a_placeholder() -> None:
    context = context_for_anyone(SELLER)
    assert outcomes(checked("Hi [name], this is Sam Reyes.", context=context))["greets-by-name"] == "met"
    assert outcomes(checked("Hi, this is Sam Reyes.", context=context))["greets-by-name"] == "missed"


def test_nothing_written_takes_no_time_and_has_no_ribbon() -> None:
    empty = checked(" \n ")
    assert empty.seconds == 0
    assert empty.words == ()
    assert empty.feedback.ribbon == ()


@given(st.text())
def test_every_word_has_its_place(text: str) -> None:
    found = [text[first:end] for first, end in places(text)]
    assert found == [word.word for word in checked(text).words]
    ribbon = checked(text).feedback.ribbon
    covered = [index for clause in ribbon for index in range(clause.first_word, clause.last_word + 1)]
    assert covered == list(range(len(found)))


@given(st.text("ab .\n\t", max_size=40), st.lists(st.integers(0, 20), unique=True).map(sorted))
def test_breaks_are_wanted_only_where_there_is_none(text: str, firsts: list[int]) -> None:
    changed = text
    for first, end in reversed(missing_breaks(text, firsts)):
        assert not text[first:end].strip()
        changed = f"{changed[:first]}\n{changed[end:]}"
    assert changed.split() == text.split()
    assert missing_breaks(changed, firsts) == ()
